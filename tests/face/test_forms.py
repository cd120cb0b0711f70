"""Forms: our own sentences, markup that assistive technology can follow, nothing guessed."""

import datetime

import pytest
from django import forms
from django.template import Context, Template

from lynchpin.face.fields import DateField
from lynchpin.face.forms import EditForm, FilterForm, GovukForm, YesNoField, fields_without_a_sentence

from .gallery import ExampleEdit, ExampleForm

DJANGOS_WORDS = ("This field is required.", "Ensure this value", "Enter a valid", "Select a valid choice")
RIGHT = {
    "name": "Siân Llywelyn",
    "born_on_day": "27",
    "born_on_month": "3",
    "born_on_year": "1986",
    "language": "cy",
    "children": "2",
    "place": "a",
    "safe": "no",
    "agreed": "on",
    "reason": "She asked for it.",
}


class Silent(GovukForm):
    name = forms.CharField()
    note = forms.CharField(required=False)


def summary(form):
    return Template("{% load face %}{% error_summary form %}").render(Context({"form": form}))


def test_a_right_form_gives_plain_values():
    form = ExampleForm(RIGHT)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["born_on"] == datetime.date(1986, 3, 27)
    assert form.cleaned_data["safe"] is False
    assert form.cleaned_data["children"] == 2


def test_a_required_field_without_its_own_sentence_is_found():
    assert fields_without_a_sentence(Silent) == ["name"]


@pytest.mark.parametrize("form", [ExampleForm, ExampleEdit, EditForm, GovukForm])
def test_our_own_forms_bring_a_sentence_for_every_required_field(form):
    assert fields_without_a_sentence(form) == []


@pytest.mark.parametrize("typed", ["x", "-1", "9" * 40, "\x00", "21", "1.5", ""])
def test_django_never_speaks_for_a_field(typed):
    form = ExampleForm(dict.fromkeys(RIGHT, typed))
    shown = str(form) + summary(form)
    assert not [words for words in DJANGOS_WORDS if words in shown]


def test_a_sentence_that_a_form_gave_is_kept():
    class Own(GovukForm):
        age = forms.IntegerField(error_messages={"required": "Enter the age.", "invalid": "Enter the age in years."})

    assert Own({"age": "old"}).errors["age"] == ["Enter the age in years."]


def test_every_error_of_the_summary_leads_to_a_control_that_exists():
    form = ExampleForm({})
    targets = [part.split('"')[0] for part in summary(form).split('href="#')[1:]]
    assert "id_born_on_0" in targets and "id_language_0" in targets
    assert [target for target in targets if f'id="{target}"' not in str(form)] == []


def test_a_lost_version_is_said_in_the_summary_though_its_field_is_hidden():
    assert "It does not say which version you changed." in summary(ExampleEdit({"reason": "long enough"}))


def test_the_summary_says_nothing_before_the_form_is_sent():
    assert summary(ExampleForm()).strip() == ""


def test_an_edit_form_carries_its_version_and_a_key_of_its_own():
    first, second = ExampleEdit(initial={"version": 4}), ExampleEdit(initial={"version": 4})
    assert 'name="version" value="4"' in str(first)
    assert first["form_key"].value() != second["form_key"].value()


def test_a_form_sent_again_keeps_its_first_key():
    assert ExampleForm({"form_key": "first"})["form_key"].value() == "first"


def test_optional_fields_say_so_and_filters_do_not():
    class Filter(FilterForm):
        name = forms.CharField(label="Name")

    assert "(optional)" in str(ExampleForm()["notes"].as_field_group())
    assert "(optional)" not in str(ExampleForm()["name"].as_field_group())
    assert "(optional)" not in str(Filter({}))


def test_a_filter_that_cannot_be_read_filters_nothing():
    class Filter(FilterForm):
        name = forms.CharField()
        status = forms.ChoiceField(choices=[("open", "Open")])

    assert Filter({"name": "Rhys", "status": "no-such"}).chosen == {"name": "Rhys"}


def test_what_was_typed_comes_back_escaped():
    form = ExampleForm({"name": '"><script>alert(1)</script>'})
    assert "<script>" not in str(form)
    assert "&lt;script&gt;" in str(form)


def test_a_group_is_described_by_its_hint_and_its_error():
    shown = ExampleForm({})["born_on"].as_field_group()
    assert 'aria-describedby="id_born_on_helptext id_born_on_error"' in shown
    assert 'id="id_born_on_error"' in shown


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (["", "", ""], "required"),
        (["1", "", "2020"], "incomplete"),
        (["31", "2", "2020"], "invalid"),
        (["1", "2", "20"], "invalid"),
        (["٣", "2", "2020"], "invalid"),
        (["1", "March", "2020"], "invalid"),
        (["31", "12", "1899"], "too_early"),
        (["1", "1", "2200"], "too_late"),
    ],
)
def test_a_date_is_never_guessed_at(typed, code):
    with pytest.raises(forms.ValidationError) as refused:
        DateField().clean(typed)
    assert refused.value.code == code


def test_a_leap_day_is_a_date():
    assert DateField().clean(["29", "02", "2024"]) == datetime.date(2024, 2, 29)


def test_a_yes_or_no_shows_what_is_stored():
    class Answer(GovukForm):
        safe = YesNoField(required=False)

    shown = str(Answer(initial={"safe": False})["safe"])
    assert 'value="no" id="id_safe_1" checked' in shown
    assert Answer({}).is_valid() and Answer({"safe": "yes"}).is_valid()
