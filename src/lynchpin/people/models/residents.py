"""Residents, who is with them, and who must not see them.

Every later room's `visible_to` excludes `out_of_sight(actor)`, so that a seal made here holds everywhere. What a scope
is made of stands in this one module with the resident whom it guards.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import timedelta
from typing import Any, Self

from django.db import models
from django.db.models import Q

from lynchpin.kernel.actor import Actor
from lynchpin.kernel.models import Governed, GovernedQuerySet
from lynchpin.kernel.standing import Slot, Slots, StandingQuestion
from lynchpin.organisations.models import Staff
from lynchpin.people.choices import Language, Permission, RestrictionKind, Sex
from lynchpin.places.models import Area, Cluster, ZoneArea

# a worker may read a person's record this long after the last involvement ended
READABLE_AFTER_ENDING = timedelta(days=28)
COVER = "cover"  # the room of an involvement that is lent to whoever covers for a colleague: from a day to a day, and no longer
NOT_WHILE_COVERING = frozenset(
    {
        Permission.AMEND_RESIDENT,
        Permission.MOVE_RESIDENT,
        Permission.FORM_FAMILY,
        Permission.BEGIN_OWN_RECORD,
        Permission.RECORD_DEATH,
    }
)
OF_THE_HELD_ALONE = "alloc"  # the scope that is made of the people whom one is with
SCOPES_OF_THE_HELD = (OF_THE_HELD_ALONE, "cluster")  # those in which they are
STAFF = Slot("staff_id", models.BigIntegerField())
NOBODY = 0  # the staff id of machines and visitors: no row has it, where an empty one would be asked for as NULL


def records_of(resident_ids: Iterable[int]) -> dict[int, int]:
    """Id of every record of the people whose records these are -> the person's surviving id: unscoped, never for showing.

    Nothing more is asked when there are none.
    """
    asked = frozenset(resident_ids)
    return _whole(_among(asked)) if asked else {}


def _whole(records: dict[int, int]) -> dict[int, int]:
    """The same, with what else went into those whom one of them went into: few are merged, so it is seldom asked."""
    elsewhere = set(records.values()) - records.keys()
    return records | _among(elsewhere) if elsewhere else records


def _among(ids: Collection[int]) -> dict[int, int]:
    """The records of these ids and those merged into one of them, each with its survivor."""
    return _survivors(MERGED_AMONG.rows(ids=ids))


MERGED_AMONG = StandingQuestion(lambda: _merged_into(Q(pk__among=Slots("ids")), Q(survivor_id__among=Slots("ids"))))


def _survivors(rows: Iterable[tuple[Any, ...]]) -> dict[int, int]:
    return {key: survivor or key for key, survivor in rows}


def _merged_into(themselves: Q, them: Q) -> Any:
    """(id, survivor) of some records and of those merged into one of them, each half by its index."""
    found, merged = Resident.unscoped.filter(themselves), Resident.unscoped.filter(them)
    return found.values_list("pk", "survivor_id").union(merged.values_list("pk", "survivor_id"), all=True)


def every_record(resident_ids: Iterable[int]) -> frozenset[int]:
    """Ids of every record of the people whose records these are.

    Scopes keep ids rather than subqueries: a seal or a caseload is a few rows, and each scope of a verb asks for them again.
    """
    return frozenset(records_of(resident_ids))


def out_of_sight(actor: Actor) -> frozenset[int]:
    """Ids of residents whose record this actor must not see: seals, exclusions, and young people's own records."""
    return sealed_from(actor) | kept_from_family(actor)


def sealed_from(actor: Actor) -> frozenset[int]:
    """Ids of residents whose record is sealed from this actor, or hidden from this colleague."""
    shows_seals = actor.shows("F6")
    return actor.remember(("people.sealed_from", shows_seals), lambda: every_record(_sealed(actor, shows_seals)))


def kept_from_family(actor: Actor) -> frozenset[int]:
    """Ids of young people with a record of their own, of whose families this actor is with somebody, and not with them."""
    own = (resident_id for _, kind, resident_id in _marks(actor) if kind not in RestrictionKind.values)
    return actor.remember(("people.kept_from_family", counts_cover(actor)), lambda: every_record(own))


def _marks(actor: Actor) -> list[tuple[int, str, int]]:
    from lynchpin.people.models.own import hidden_marks  # it is made of residents and families

    asked = ("people.marks", counts_cover(actor))
    return actor.remember(asked, lambda: hidden_marks(actor))  # type: ignore[no-any-return]


def hiding(staff_id: Any) -> Any:
    """Live restrictions that may hide somebody, or where somebody lives, from this colleague."""
    mine = Q(kind=RestrictionKind.EXCLUSION, staff_id=staff_id)
    of_all = Q(kind__in=(RestrictionKind.SEALED, RestrictionKind.PROTECTED_ADDRESS))
    return Restriction.unscoped.filter(mine | of_all, lifted_at__isnull=True)


def _sealed(actor: Actor, shows_seals: bool) -> set[int]:
    kinds = (RestrictionKind.EXCLUSION,) if shows_seals else (RestrictionKind.EXCLUSION, RestrictionKind.SEALED)
    live = [mark for mark in _marks(actor) if mark[1] in kinds]
    seals = [pk for pk, kind, _ in live if kind == RestrictionKind.SEALED]
    named = _named_on(seals, actor.staff_id) if seals and actor.staff_id is not None else set()
    return {resident_id for pk, kind, resident_id in live if kind == RestrictionKind.EXCLUSION or pk not in named}


def _named_on(seals: Collection[int], staff_id: int) -> set[int]:
    """Those of the seals on which a colleague is named."""
    rows = SealAccess.unscoped.filter(restriction_id__in=seals, staff_id=staff_id)
    return set(rows.values_list("restriction_id", flat=True))


def excluded_from(actor: Actor) -> frozenset[int]:
    """Ids of residents hidden from this very colleague: it beats every right, a restricted store's too."""
    live = Restriction.unscoped.filter(lifted_at__isnull=True, kind=RestrictionKind.EXCLUSION)
    live = live.filter(staff_id=actor.staff_id or NOBODY)
    return actor.remember("people.excluded_from", lambda: every_record(live.values_list("resident_id", flat=True)))


def protected_addresses(actor: Actor) -> frozenset[int]:
    """Ids of residents whose address this actor must not be shown: all protected ones, unless F2p is granted."""
    if actor.shows("F2p"):
        return frozenset()
    live = (resident_id for _, kind, resident_id in _marks(actor) if kind == RestrictionKind.PROTECTED_ADDRESS)
    return actor.remember("people.protected", lambda: every_record(live))


def counts_cover(actor: Actor) -> bool:
    """Whether sight that is lent counts for what the actor asks."""
    return actor.permission not in NOT_WHILE_COVERING


def sight(actor: Actor) -> tuple[bool, bool]:
    """What a scope of people depends on beside how far it reaches: whatever remembers one remembers it apart."""
    return counts_cover(actor), actor.shows("F6")


def held_by(actor: Actor) -> frozenset[int]:
    """Ids of residents this actor is with now, or was until lately, or covers today; nobody's are held by nobody."""
    return frozenset(persons_held_by(actor))


def persons_held_by(actor: Actor) -> dict[int, int]:
    """The same, each with the person's surviving record."""
    if actor.staff_id is None:
        return {}
    asked = ("people.held_by", counts_cover(actor))
    found: dict[int, int] = actor.remember(asked, lambda: _whole(_survivors(_held_today(actor))))
    return found


def _held_today(actor: Actor) -> list[tuple[Any, ...]]:
    held = HELD_WITH_COVER if counts_cover(actor) else HELD
    return held.rows(staff_id=actor.staff_id, today=actor.on, lately=actor.on - READABLE_AFTER_ENDING)


HELD = StandingQuestion(lambda: _held(with_cover=False))
HELD_WITH_COVER = StandingQuestion(lambda: _held(with_cover=True))


def _held(*, with_cover: bool) -> Any:
    involved = _involved(with_cover)
    return _merged_into(Q(pk__in=involved), Q(survivor_id__in=involved))


def _involved(with_cover: bool) -> Any:
    """Ids of residents, as they were named when somebody began to be with them, or lately was, or covers today: a subquery."""
    today = Slot("today", models.DateField())
    recent = Q(ended_on__isnull=True) | Q(ended_on__gte=Slot("lately", models.DateField()))
    lent = Q(room=COVER, began_on__lte=today, ended_on__gte=today)
    with_them = recent & ~Q(room=COVER) | lent if with_cover else recent & ~Q(room=COVER)
    return Involvement.unscoped.filter(with_them, holder_id=STAFF).values("resident_id")


class ResidentQuerySet(GovernedQuerySet):
    """Residents by the reach of the permission being used; sealed and excluded ones are missing here, once for all."""

    def in_scope(self, actor: Actor) -> Self:
        reached, hidden = self._reached(actor), out_of_sight(actor)
        return reached.exclude(pk__in=hidden) if hidden else reached

    def _reached(self, actor: Actor) -> Self:
        match actor.scope:
            case "all":
                return self.all()
            case "cluster":
                return self.filter(Q(cluster_id__in=actor.reaches("cluster")) | Q(pk__in=held_by(actor)))
            case "zone":
                areas = ZoneArea.unscoped.filter(zone_id__in=actor.reaches("zone"), valid_to__isnull=True)
                return self.filter(area_id__in=areas.values("area_id"))
            case "alloc":
                return self.filter(pk__in=held_by(actor))
            case "own" if actor.staff_id is not None:
                return self.filter(added_by=actor.staff_id)
        return self.none()

    def surviving(self) -> Self:
        """Without the records that were merged into another."""
        return self.filter(survivor__isnull=True)


class Resident(Governed):
    """A person who is, or was, known to the service. Where they live now is kept here too, as every scope asks for it."""

    reference = models.CharField(max_length=12, unique=True)
    forename = models.CharField(max_length=80)
    surname = models.CharField(max_length=80)
    known_as = models.CharField(max_length=80, blank=True)
    birth_date = models.DateField(null=True)
    died_on = models.DateField(null=True)
    sex = models.CharField(max_length=1, choices=Sex.choices, blank=True)
    language = models.CharField(max_length=5, choices=Language.choices, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    email = models.EmailField(blank=True)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, to_field="code", null=True)
    cluster = models.ForeignKey(Cluster, on_delete=models.PROTECT, to_field="key", null=True)
    search_key = models.CharField(max_length=260, db_index=True)
    survivor = models.ForeignKey("self", on_delete=models.PROTECT, null=True)
    added_at = models.DateTimeField()
    added_by = models.BigIntegerField(null=True)

    objects = ResidentQuerySet.as_manager()


def sees_everybody(actor: Actor) -> bool:
    """Whether no resident at all is out of the actor's scope, so that what is about one of them need not be compared."""
    return actor.scope == "all" and not out_of_sight(actor)


def residents_in_sight(actor: Actor) -> Any:
    """Ids of the residents in the actor's scope: a subquery, or the few whom somebody is with who sees nobody else."""
    if actor.scope == OF_THE_HELD_ALONE:
        return list(held_by(actor) - out_of_sight(actor))
    asked = ("people.in_sight", sight(actor))
    return actor.remember(asked, lambda: Resident.objects.visible_to(actor).values("pk"))


class AboutResidentQuerySet(GovernedQuerySet):
    """Facts about a resident: seen by whoever sees the resident under the same permission."""

    def in_scope(self, actor: Actor) -> Self:
        return self.all() if sees_everybody(actor) else self.filter(resident_id__in=residents_in_sight(actor))


class Involvement(Governed):
    """Who is already with a resident: written by later rooms through a part, so that earlier rooms can ask.

    Of the room `cover` it is lent: it gives sight from `began_on` to `ended_on`, and makes nobody the one who is with them.
    """

    resident = models.ForeignKey(Resident, on_delete=models.PROTECT)
    room = models.CharField(max_length=20)
    reference = models.CharField(max_length=12)
    holder = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True)
    began_on = models.DateField()
    ended_on = models.DateField(null=True)

    objects = AboutResidentQuerySet.as_manager()

    class Meta(Governed.Meta):
        constraints = [
            models.UniqueConstraint(
                name="involvement_is_open_once",
                fields=["resident", "room", "reference", "holder"],
                condition=Q(ended_on__isnull=True),
            )
        ]


class RestrictionQuerySet(GovernedQuerySet):
    """Restrictions are read by those who may see sealed records at all."""

    def in_scope(self, actor: Actor) -> Self:
        return self.all() if actor.scope == "all" and actor.shows("F6") else self.none()


class Restriction(Governed):
    """A seal, a protected address, or a colleague who must not see a record. The reason is a code and, if need be, words here."""

    resident = models.ForeignKey(Resident, on_delete=models.PROTECT)
    kind = models.CharField(max_length=18, choices=RestrictionKind.choices)
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True)
    reason = models.CharField(max_length=240)
    made_at = models.DateTimeField()
    made_by = models.BigIntegerField()
    lifted_at = models.DateTimeField(null=True)
    lifted_by = models.BigIntegerField(null=True)

    objects = RestrictionQuerySet.as_manager()

    class Meta(Governed.Meta):
        constraints = [
            models.CheckConstraint(
                name="exclusion_names_a_colleague",
                condition=~Q(kind=RestrictionKind.EXCLUSION) | Q(staff__isnull=False),
            ),
            models.CheckConstraint(
                name="restriction_lifting_is_whole",
                condition=Q(lifted_at__isnull=True, lifted_by__isnull=True)
                | Q(lifted_at__isnull=False, lifted_by__isnull=False),
            ),
        ]


class SealAccess(Governed):
    """A colleague named on a seal, who may see what it seals."""

    restriction = models.ForeignKey(Restriction, on_delete=models.PROTECT)
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT)

    objects = RestrictionQuerySet.as_manager()
