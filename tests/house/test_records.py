"""Every governed record says who may see it, and holds what must never be false in the database."""

from __future__ import annotations

import re

import pytest
from django.apps import apps
from django.db import models

from lynchpin.kernel.models import Governed, GovernedQuerySet

OURS = [
    model
    for model in apps.get_models()
    if model._meta.app_label != "kernel" and model.__module__.startswith("lynchpin.")
]
GOVERNED = [model for model in apps.get_models() if issubclass(model, Governed)]
UNGOVERNED = {
    "organisations.Account": "sign-in writes it; it holds an address and a password hash, and no rights",
    "kernel.Job": "progress of work: counts and codes",
    "kernel.Draft": "half-typed forms: one row a form, purged, read by nobody but whoever typed (decision 0014)",
}


def test_every_record_of_a_room_is_governed_or_says_why_not():
    loose = {model._meta.label for model in OURS if not issubclass(model, Governed)}
    assert loose <= set(UNGOVERNED), loose - set(UNGOVERNED)


@pytest.mark.parametrize("model", GOVERNED, ids=lambda model: model._meta.label)
def test_it_says_who_may_see_it(model):
    queryset = type(model.objects.all())
    assert queryset.in_scope is not GovernedQuerySet.in_scope
    for manager in (model._base_manager, model._default_manager):
        assert type(manager.all()) is queryset, "a manager that is not guarded"


@pytest.mark.parametrize("model", GOVERNED, ids=lambda model: model._meta.label)
def test_nothing_is_lost_by_a_cascade(model):
    for field in model._meta.get_fields():
        if isinstance(field, models.ForeignKey):
            assert field.remote_field.on_delete is models.PROTECT, field
        assert not isinstance(field, models.ManyToManyField), field


def halves(model: type[models.Model]) -> set[str]:
    """Stems of `x_at` and `x_by` pairs of which both may be empty."""
    nullable = {field.name for field in model._meta.fields if field.null}
    return {name[:-3] for name in nullable if name.endswith("_at") and f"{name[:-3]}_by" in nullable}


def constrained(model: type[models.Model], stem: str) -> bool:
    rules = (str(c.condition) for c in model._meta.constraints if isinstance(c, models.CheckConstraint))
    return any(f"{stem}_at__isnull" in rule and f"{stem}_by__isnull" in rule for rule in rules)


@pytest.mark.parametrize("model", GOVERNED, ids=lambda model: model._meta.label)
def test_who_and_when_stand_or_fall_together(model):
    machines = getattr(model, "may_happen_by_itself", frozenset())
    assert [stem for stem in sorted(halves(model)) if stem not in machines and not constrained(model, stem)] == []


def test_a_broken_pair_would_be_seen():
    class Half(models.Model):
        told_at = models.DateTimeField(null=True)
        told_by = models.BigIntegerField(null=True)

        class Meta:
            app_label = "site"
            managed = False

    apps.all_models["site"].pop("half")
    assert halves(Half) == {"told"} and not constrained(Half, "told")


@pytest.mark.parametrize("model", GOVERNED, ids=lambda model: model._meta.label)
def test_times_days_and_people_are_named_as_such(model):
    for field in model._meta.fields:
        if isinstance(field, models.DateTimeField):
            assert field.name == "at" or field.name.endswith("_at"), field
        elif isinstance(field, models.DateField):
            assert re.search(r"(_on|_date|_from|_to|^as_at)$", field.name), field


@pytest.mark.parametrize("model", GOVERNED, ids=lambda model: model._meta.label)
def test_constraints_read_as_sentences(model):
    for constraint in model._meta.constraints:
        assert constraint.name.count("_") >= 2, constraint.name
