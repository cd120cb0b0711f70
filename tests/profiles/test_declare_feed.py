import pytest

from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.organisations.models import Organisation
from lynchpin.organisations.use_cases.load_organisations import load_organisations
from lynchpin.profiles.loading import load, mapped
from lynchpin.profiles.models import Feed
from lynchpin.reference import open_pack
from lynchpin_vrp import FACTS, IDENTITY
from lynchpin_vrp.contract import OPERATION
from lynchpin_world.feeds.agencies import FEEDS as AGENCIES
from tests.support import recorded, refused
from tests.world.profiles import COLUMNS
from tests.world.staff import LONG_AGO, machine


def test_a_feed_is_declared_once_and_again_without_change(world):
    world.feed()
    first = Feed.unscoped.get().version
    world.feed(agreed=False)
    assert Feed.unscoped.get().version == first and recorded()[-1] == "profiles.feed_declared"


def test_a_feed_without_record_numbers_is_refused(world):
    with refused("feed_maps_no_record_id"):
        world.feed(columns={"forename": "first"})


def test_a_feed_with_unknown_columns_is_refused(world):
    with refused("feed_maps_unknown_columns"):
        world.feed(columns=COLUMNS | {"star_sign": "sign"})


def test_trust_is_a_share(world):
    with refused("feed_trust_out_of_range"):
        world.feed(trust=2)


def test_a_code_of_a_change_means_one_of_three_words(world):
    with refused("feed_operations_unknown"):
        world.feed(columns=COLUMNS | {"operation": "op"}, operations={"Z": "forget"})


def test_a_feed_that_sends_changes_keeps_no_late_files(world):
    with refused("feed_changes_cannot_be_late"):
        world.feed(columns=COLUMNS | {"operation": "op"}, late_files="keep")


def test_a_feed_of_an_unknown_partner_is_not_found(world):
    with pytest.raises(NotFound):
        world.feed(partner="nobody")


def test_a_lead_worker_declares_no_feeds(world):
    from lynchpin.profiles.use_cases.declare_feed import declare_feed

    with pytest.raises(NotPermitted):
        declare_feed(
            world.lead_worker,
            key="x",
            name_en="X",
            name_cy="X",
            partner="school",
            cadence_days=1,
            trust=1,
            columns={},
            facts={},
        )


FEEDS = {feed.name: feed for feed in AGENCIES}


def test_the_pack_declares_the_feeds_of_a_dozen_agencies_in_both_languages(world):
    pack, admin = open_pack("cwm-taf"), machine("system-admin")
    partners = [
        {"key": row.key, "name_en": row.label_en, "name_cy": row.label_cy, "kind": "agency", "valid_from": LONG_AGO}
        for row in pack.table("organisations", "agencies")
    ]
    load_organisations(admin, organisations=partners)
    assert load(pack, admin) == len(FEEDS) >= 12
    feeds = Feed.unscoped.order_by("key")
    assert [feed.key for feed in feeds] == sorted(FEEDS)
    assert all(feed.name_cy != feed.name_en for feed in feeds)
    assert Organisation.unscoped.filter(key__in=feeds.values("partner_id")).count() == len(FEEDS)


def test_the_pack_reads_what_the_synthetic_agencies_send():
    for row in open_pack("cwm-taf").table("profiles", "feeds"):
        sent = FEEDS[row.key]
        assert mapped(row.many("columns")) == sent.columns
        assert mapped(row.many("facts")) == sent.facts
        assert int(row["trust_percent"]) == round(100 * sent.trust)


def test_the_pack_names_every_column_that_profiling_can_read():
    names = {row.key: row["kind"] for row in open_pack("cwm-taf").table("profiles", "columns")}
    known = dict.fromkeys(IDENTITY, "identity") | dict.fromkeys(FACTS, "fact")
    assert names == known | {OPERATION: "change"}


def test_every_mapping_of_the_pack_is_read_as_ours_and_theirs():
    for row in open_pack("cwm-taf").table("profiles", "feeds"):
        assert mapped(row.many("columns"))["record_id"] and set(mapped(row.many("facts"))) <= set(FACTS)
