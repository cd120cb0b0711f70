"""Colleagues and clusters by the words in which a former system names them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lynchpin.casework.queries.holders import clusters_of, holder_ids
from lynchpin.kernel.actor import Actor
from lynchpin.organisations.choices import Role
from lynchpin.organisations.models import Account, RoleAssignment, Staff, in_force
from lynchpin.places.models import Cluster


@dataclass(frozen=True, slots=True)
class Holders:
    """Who holds cases, by e-mail address or name; which cluster a word means; who leads it."""

    workers: Mapping[str, int]
    places: Mapping[int, tuple[str, ...]]
    clusters: Mapping[str, str]
    leads: Mapping[str, int]

    def worker(self, word: str) -> int | None:
        return self.workers.get(word.casefold())

    def cluster(self, word: str) -> str | None:
        return self.clusters.get(word.casefold())

    def lead(self, cluster: str) -> int | None:
        return self.leads.get(cluster)

    def cluster_for(self, worker: str, cluster: str) -> str | None:
        """The cluster that was named, or else the first of the worker's own."""
        if cluster:
            return self.cluster(cluster)
        return next(iter(self.places.get(self.worker(worker) or 0, ())), None)


def holders(actor: Actor) -> Holders:
    """Everyone who holds cases today. A name that two colleagues share names neither."""
    staff = list(Staff.objects.visible_to(actor).at_work(actor.on).filter(pk__in=holder_ids(actor.on)).order_by("pk"))
    places = clusters_of(row.pk for row in staff)
    leading = RoleAssignment.objects.visible_to(actor).in_force(actor.on).filter(role=Role.LEAD_WORKER)
    leads = set(leading.values_list("staff_id", flat=True))
    return Holders(
        workers=_by_word(staff),
        places=places,
        clusters=_clusters(actor),
        leads={key: row.pk for row in reversed(staff) if row.pk in leads for key in places.get(row.pk, ())},
    )


def _by_word(staff: list[Staff]) -> dict[str, int]:
    names = [row.name.casefold() for row in staff]
    unique = {row.name.casefold(): row.pk for row in staff if names.count(row.name.casefold()) == 1}
    emails = dict(Account.objects.values_list("pk", "email"))
    return unique | {emails[row.account_id].casefold(): row.pk for row in staff if row.account_id in emails}


def _clusters(actor: Actor) -> dict[str, str]:
    rows = Cluster.objects.visible_to(actor).filter(in_force(actor.on))
    return {word.casefold(): row.key for row in rows for word in (row.key, row.name_en, row.name_cy)}
