"""How something missing or not working reads in a few lines."""

from __future__ import annotations

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lynchpin.casework.queries.snags import SnagFact
from lynchpin.casework.snag_choices import SnagAnswer
from lynchpin.face.parts import Tag
from lynchpin.kernel.clock import LOCAL

COLOURS = {SnagAnswer.WILL_DO: "green", SnagAnswer.THERE: "teal", SnagAnswer.CANNOT: "grey"}


def snag_lines(snag: SnagFact) -> tuple[str, ...]:
    """Where, what exactly, in whose words and since when: as far as it was said."""
    since = _("Told by %(colleague)s on %(day)s.") % {"colleague": snag.by, "day": _day(snag)}
    place = snag.cluster or _("Outside every cluster")
    parts = (snag.line, snag.group, snag.words)
    return (", ".join(filter(None, (snag.area, place))), *filter(None, parts), since)


def told_tag(snag: SnagFact) -> Tag | None:
    """How many said so, where it is more than one."""
    if snag.told == 1:
        return None
    said = ngettext("%(count)s colleague said so", "%(count)s colleagues said so", snag.told)
    return Tag(said % {"count": snag.told}, "purple")


def answer_tag(snag: SnagFact) -> Tag:
    """Which answer it was."""
    answer = SnagAnswer(snag.answer)
    return Tag(str(answer.label), COLOURS[answer])


def answer_lines(snag: SnagFact) -> tuple[str, ...]:
    """What those who told it read."""
    by = _("Answered by %(colleague)s.") % {"colleague": snag.answered_by}
    others = _("You are one of %(count)s who said so.") % {"count": snag.told} if snag.told > 1 else ""
    asked = _("You said on %(day)s: %(words)s") % {"day": _day(snag), "words": snag.words} if snag.words else ""
    return tuple(filter(None, (snag.answer_words, by, others, asked)))


def _day(snag: SnagFact) -> str:
    return date_format(snag.told_at.astimezone(LOCAL), "j F Y")
