"""A family drawn: adults in the upper rows, children in the lower ones, a broken line to a child with a second home here.

It is no pedigree: the service knows who belongs together, and not who is born of whom. The list beside it says the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from lynchpin.face import svg
from lynchpin.people.choices import FamilyRole
from lynchpin.people.queries import FamilyFacts, Member

BOX, HEIGHT, GAP, TOP, BETWEEN = 132, 66, 12, 6, 34  # px: two boxes beside each other fit a narrow phone
MOST_ABREAST, SIGNS_A_LINE, LINES = 4, 16, 2
LINE_HEIGHT = 17

Placed = tuple[Member, float, float]


def family_picture(family: FamilyFacts, resident_id: int, key: str) -> SafeString:
    """The picture of a family; the one whose page it is has the heavier frame. `key` is unique on the page."""
    adults, children = _parted(family)
    abreast = min(MOST_ABREAST, max(len(adults), len(children), 2))
    upper = list(_placed(adults, TOP, abreast))
    first_child = TOP + _depth(adults, abreast) + (BETWEEN if adults and children else 0)
    lower = list(_placed(children, first_child, abreast))
    boxes = (_box(*each, is_theirs=each[0].brief.resident_id == resident_id) for each in (*upper, *lower))
    return svg.picture(
        (*_lines(upper, lower, first_child - BETWEEN / 2), *boxes),
        key=key,
        title=_("Family"),
        description=_("Adults above, children below, with lines between them. The list beside it says the same."),
        width=_width(abreast),
        height=int(first_child + _depth(children, abreast) + TOP),
    )


def _parted(family: FamilyFacts) -> tuple[list[Member], list[Member]]:
    adults = [each for each in family.present if each.role == FamilyRole.ADULT]
    return adults, [each for each in family.present if each.role != FamilyRole.ADULT]


def _width(abreast: int) -> int:
    return abreast * (BOX + GAP) + GAP


def _depth(members: Sequence[Member], abreast: int) -> int:
    """How tall their rows are together, without a gap after the last."""
    rows = -(-len(members) // abreast)
    return rows * (HEIGHT + GAP) - GAP if rows else 0


def _placed(members: Sequence[Member], top: float, abreast: int) -> Iterator[Placed]:
    """Each member with the corner of their box, every row in the middle of the picture."""
    for start in range(0, len(members), abreast):
        row = members[start : start + abreast]
        left = (_width(abreast) - len(row) * (BOX + GAP) + GAP) / 2
        y = top + start // abreast * (HEIGHT + GAP)
        yield from ((each, left + place * (BOX + GAP), y) for place, each in enumerate(row))


def _lines(upper: Sequence[Placed], lower: Sequence[Placed], middle: float) -> Iterator[str]:
    """From each adult of the last row down to one level line, and from it to each child of the first row."""
    if not upper or not lower:
        return
    parents = [each for each in upper if each[2] == upper[-1][2]]
    children = [each for each in lower if each[2] == lower[0][2]]
    centres = [x + BOX / 2 for _member, x, _y in (*parents, *children)]
    yield svg.line(((min(centres), middle), (max(centres), middle)))
    yield from (svg.line(((x + BOX / 2, y + HEIGHT), (x + BOX / 2, middle))) for _member, x, y in parents)
    for member, x, y in children:
        dashes = "5 3" if member.role == FamilyRole.SECOND_HOME else ""
        yield svg.line(((x + BOX / 2, middle), (x + BOX / 2, y)), stroke_dasharray=dashes)


def _box(member: Member, x: float, y: float, *, is_theirs: bool) -> str:
    fill, weight = (svg.SHADES[0], 3) if is_theirs else (svg.PAPER, 1)
    frame = svg.element(
        "rect", x=x, y=y, width=BOX, height=HEIGHT, rx=6, fill=fill, stroke=svg.INK, stroke_width=weight
    )
    lines = wrap(member.brief.name, SIGNS_A_LINE, max_lines=LINES, placeholder="…")
    words = (
        svg.label(words, x + 10, y + 20 + place * LINE_HEIGHT, fill=svg.INK, font_size=13, font_weight=600)
        for place, words in enumerate(lines)
    )
    return svg.group((frame, *words, svg.label(part_of(member), x + 10, y + HEIGHT - 9, font_size=12)))


def part_of(member: Member) -> str:
    """Their part in the family in a word, with their age where it is known."""
    part = _("Adult") if member.role == FamilyRole.ADULT else _("Child")
    if member.brief.age is None:
        return part
    return _("%(part)s, aged %(age)s") % {"part": part, "age": member.brief.age}
