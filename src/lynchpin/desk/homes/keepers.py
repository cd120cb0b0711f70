"""Homes of partners who refer, of zones, and of those who keep the service safe and lawful."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lynchpin.casework.choices import Permission as Casework
from lynchpin.desk.choices import Permission
from lynchpin.desk.homes.bounds import assessments_due, profiling_stopped, runs_frozen
from lynchpin.desk.homes.families import teams_around_families
from lynchpin.desk.homes.files import files_waiting
from lynchpin.desk.homes.home import MOST_SHOWN, Item, Part, Section
from lynchpin.desk.homes.oversight import runs_to_approve
from lynchpin.desk.homes.routing import rules_drafted
from lynchpin.desk.homes.scoring import scoring_waiting
from lynchpin.desk.homes.words import in_words
from lynchpin.desk.looking import action_tag, looker, moment, records_shown
from lynchpin.desk.queries.colleagues import colleagues_at_work, colleagues_without_role
from lynchpin.desk.queries.looks import REFUSED, refusals_since, who_looked
from lynchpin.face.lists import ListQuery
from lynchpin.face.parts import Link, Tag, Tile
from lynchpin.frontdoor.choices import Permission as Frontdoor
from lynchpin.frontdoor.queries.own import own_referrals
from lynchpin.frontdoor.views.words import own_status_tag
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.choices import Permission as Kernel
from lynchpin.organisations.choices import Permission as Organisations
from lynchpin.organisations.queries import agreements_to_renew
from lynchpin.organisations.views.agreements import state_tag
from lynchpin.places.queries import zones
from lynchpin.profiles.choices import Permission as Profiles
from lynchpin.profiles.queries import feeds
from lynchpin.profiles.views.feeds import lateness
from lynchpin.safeguarding.choices import Permission as Safeguarding
from lynchpin.safeguarding.queries import concerns
from lynchpin.safeguarding.views.due import due_in_words, urgency_of

REFUSALS_WITHIN = timedelta(days=7)


def sent_by_me(actor: Actor, now: datetime) -> tuple[Section, ...]:
    """One's own referrals, and all that may be told of them."""
    found = own_referrals(actor, ListQuery("sent_on", descending=True, size=MOST_SHOWN))
    section = Section(
        key="sent",
        title=_("Referrals you sent"),
        items=tuple(
            Item(
                row.name,
                reverse("frontdoor:own_referral", args=[row.reference]),
                own_status_tag(row.status),
                (_("Sent on %(day)s.") % {"day": in_words(row.sent_on)},),
            )
            for row in found.rows
        ),
        empty=_(
            "You have not sent a referral yet. It takes about three minutes, and you can see here what became of it."
        ),
        act=Link(_("Send a referral"), reverse("frontdoor:send_referral")),
        more=Link(_("All your referrals"), reverse("frontdoor:own_referrals")),
    )
    return (section,)


def agreements_ending(actor: Actor, now: datetime) -> tuple[Section, ...]:
    """Agreements that ended or end soon: without one, a feed does not load."""
    rows = agreements_to_renew(actor)
    section = Section(
        key="agreements",
        title=_("Agreements that end"),
        items=tuple(
            Item(
                _("%(feed)s, with %(partner)s") % {"feed": row.feed, "partner": row.partner},
                reverse("organisations:agreement", args=[row.reference]),
                state_tag(row),
                (_("Last day: %(day)s.") % {"day": in_words(row.ends_on)},),
            )
            for row in rows[:MOST_SHOWN]
        ),
        empty=_("No sharing agreement ends in the next 60 days."),
        more=Link(_("Agreements, feeds and who looked"), reverse("desk:data_protection")),
    )
    return (section,)


def latest_looks(actor: Actor, now: datetime) -> tuple[Section, ...]:
    """The last few looks at people's records, and how often somebody was refused."""
    refused = refusals_since(actor, now - REFUSALS_WITHIN)
    address = reverse("desk:who_looked")
    words = ngettext("refusal in the last 7 days", "refusals in the last 7 days", refused)
    rows = who_looked(actor, ListQuery(size=5), about_people=True).page.rows
    section = Section(
        key="looks",
        title=_("Who looked"),
        tiles=(Tile(refused, words, f"{address}?action={REFUSED}"),),
        items=tuple(Item(looker(row), "", action_tag(row), (records_shown(row), moment(row))) for row in rows),
        empty=_("Nobody has opened a record yet."),
        more=Link(_("Search who looked"), address),
    )
    return (section,)


def concerns_due(actor: Actor, now: datetime) -> tuple[Section, ...]:
    """Open concerns by what is due."""
    section = Section(
        key="concerns",
        title=_("Concerns by what is due"),
        items=tuple(
            Item(
                row.person.name,
                reverse("safeguarding:concern", args=[row.reference]),
                urgency_of(row),
                (due_in_words(row),),
            )
            for row in concerns(actor, now)
        ),
        empty=_("No concern is open. Whatever a colleague raises is here at once."),
        more=Link(_("All concerns"), reverse("safeguarding:concerns")),
    )
    return (section,)


def feeds_late(actor: Actor, now: datetime) -> tuple[Section, ...]:
    """Feeds whose next file should have come, or that no agreement covers."""
    late = [row for row in feeds(actor) if row.days_late or row.why_not or row.latest_on is None]
    section = Section(
        key="feeds",
        title=_("Feeds that need a word with the partner"),
        items=tuple(
            Item(row.name, reverse("profiles:feed", args=[row.key]), lateness(row), (row.partner, row.why_not))
            for row in late
        ),
        empty=_("Every feed has come in time and is covered by an agreement."),
        more=Link(_("All feeds"), reverse("profiles:feeds")),
    )
    return (section,)


def zones_to_open(actor: Actor, now: datetime) -> tuple[Section, ...]:
    """The zones of this assignment; all of them when it names none."""
    mine = actor.reaches("zone")
    rows = [row for row in zones(actor) if not mine or row.key in mine]
    items = tuple(Item(row.name, reverse("desk:zone", args=[row.key])) for row in rows)
    return (Section("zones", _("Your zones"), items=items, empty=_("No zone has been drawn yet.")),)


def colleagues_to_equip(actor: Actor, now: datetime) -> tuple[Section, ...]:
    """Colleagues who wait for a role. Whoever makes accounts grants no rights: that is the data protection officer's."""
    count, address = colleagues_at_work(actor), reverse("organisations:staff")
    everybody = ngettext("%(count)s colleague at work", "%(count)s colleagues at work", count) % {"count": count}
    section = Section(
        key="colleagues",
        title=_("Colleagues without a role"),
        items=tuple(
            Item(
                each.name,
                reverse("organisations:colleague", args=[each.reference]),
                Tag(_("No role yet"), "orange"),
                (_("Started on %(day)s.") % {"day": in_words(each.started_on)},),
            )
            for each in colleagues_without_role(actor)
        ),
        empty=_("Every colleague at work holds a role."),
        more=Link(everybody, address),
    )
    return (section,)


REFERRER: tuple[Part, ...] = (
    (Frontdoor.READ_OWN_REFERRALS, sent_by_me),
    (Casework.READ_FAMILY_TEAM, teams_around_families),
)
DATA_PROTECTION_OFFICER: tuple[Part, ...] = (
    (Profiles.STOP_PROFILING, profiling_stopped),
    (Profiles.LIFT_FREEZE, runs_frozen),
    (Organisations.READ_AGREEMENTS, agreements_ending),
    (Profiles.READ_ASSESSMENTS, assessments_due),
    (Kernel.READ_ACCESS_LOG, latest_looks),
)
SAFEGUARDING_LEAD: tuple[Part, ...] = ((Safeguarding.READ_CONCERNS, concerns_due),)
PROFILE_OWNER: tuple[Part, ...] = (
    (Profiles.STOP_PROFILING, profiling_stopped),
    (Profiles.LIFT_FREEZE, runs_frozen),
    (Profiles.READ_FEEDS, files_waiting),
    (Profiles.READ_RUNS, runs_to_approve),
    (Profiles.READ_ASSESSMENTS, assessments_due),
    (Frontdoor.READ_ROUTING_RULES, rules_drafted),
    (Profiles.READ_SCORING, scoring_waiting),
    (Profiles.READ_FEEDS, feeds_late),
)
ZONE_COORDINATOR: tuple[Part, ...] = ((Permission.READ_ZONE, zones_to_open),)
SYSTEM_ADMIN: tuple[Part, ...] = ((Organisations.READ_STAFF, colleagues_to_equip),)
