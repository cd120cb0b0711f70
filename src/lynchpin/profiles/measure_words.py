"""The words of what is measured: measures, their parts and groups, why somebody should look, and why nothing was measured."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

MEASURES: Mapping[str, StrPromise] = {
    "size": _("How many"),
    "rows_quarantined": _("Rows that were put aside for a fault"),
    "band_share": _("Families by vulnerability"),
    "link_certainty": _("How sure the links between records are"),
    "links_parted": _("Likely links that were not made, since something contradicts them"),
    "two_numbers": _("People whose records bear two different personal numbers"),
    "records_a_person": _("People by how many records they have"),
    "largest_person": _("Most records of one person"),
    "truth_pair_precision": _("Links that are right, where the truth is known"),
    "truth_pair_recall": _("Links that were found, where the truth is known"),
    "truth_people_whole": _("People whose records are all together and alone, where the truth is known"),
    "clerical_precision": _("Links that people who looked call right"),
    "clerical_recall": _("Pairs that people who looked call one person, and that were linked"),
    "confirmations": _("Families of whom it was asked later whether they needed help"),
    "confirmed_in_band": _("Families who needed help, of those asked, by vulnerability"),
    "selection_rate": _("Families in amber or red"),
    "false_positive_rate": _("In amber or red, of families found not to need help"),
    "false_negative_rate": _("In green, of families found to need help"),
    "precision": _("Found to need help, of families in amber or red"),
    "selection_rate_gap": _("Widest gap between groups: in amber or red"),
    "false_positive_rate_gap": _("Widest gap between groups: flagged without need"),
    "false_negative_rate_gap": _("Widest gap between groups: missed though in need"),
    "precision_gap": _("Widest gap between groups: flagged and in need"),
    "selection_rate_ratio": _("Least ratio between groups: in amber or red"),
    "false_positive_rate_ratio": _("Least ratio between groups: flagged without need"),
    "false_negative_rate_ratio": _("Least ratio between groups: missed though in need"),
    "precision_ratio": _("Least ratio between groups: flagged and in need"),
    "factor_share": _("Families of whom a factor tells"),
    "feed_coverage": _("People of whom a feed tells"),
    "feed_lateness": _("Age of a feed’s file on the day of the run, in days"),
    "moved_vulnerability": _("Families whose vulnerability moved since the run before"),
    "moved_resilience": _("Families whose resilience moved since the run before"),
    "score_shift": _("How far scores shifted since the run before (stability index)"),
    "factor_shift": _("How far a factor shifted since the run before (stability index)"),
    "feed_coverage_shift": _("How far a feed’s coverage shifted since the run before (stability index)"),
    "feed_lateness_change": _("Days by which a feed’s file is older than at the run before"),
    "feed_volume": _("Rows of a feed beside the run before (1 is as many)"),
    "back_test_auc": _("How well families in need are ranked before others (0.5 is chance)"),
    "back_test_average_precision": _("Average precision over all places in the ranking"),
    "back_test_precision": _("In need, of as many families as are flagged"),
    "back_test_auc_lead": _("How far another way of scoring is ahead"),
}
# The parts of the page, each with its measures in their order.
PARTS: tuple[tuple[str, StrPromise, tuple[str, ...]], ...] = (
    ("size", _("How large it was"), ("size", "records_a_person", "largest_person", "rows_quarantined")),
    (
        "linking",
        _("How well records were put together"),
        (
            "truth_pair_precision",
            "truth_pair_recall",
            "truth_people_whole",
            "clerical_precision",
            "clerical_recall",
            "link_certainty",
            "links_parted",
            "two_numbers",
        ),
    ),
    ("bands", _("How families fall into bands"), ("band_share", "confirmations", "confirmed_in_band")),
    (
        "fairness",
        _("Whether groups are treated alike"),
        tuple(
            f"{rate}{form}"
            for form in ("", "_gap", "_ratio")
            for rate in ("selection_rate", "false_positive_rate", "false_negative_rate", "precision")
        ),
    ),
    ("facts", _("Of whom facts and feeds tell"), ("feed_coverage", "feed_lateness", "factor_share")),
    (
        "change",
        _("What changed since the run before"),
        (
            "moved_vulnerability",
            "moved_resilience",
            "score_shift",
            "factor_shift",
            "feed_coverage_shift",
            "feed_lateness_change",
            "feed_volume",
        ),
    ),
    (
        "back_test",
        _("Beside other ways of scoring, which score nobody"),
        ("back_test_auc", "back_test_average_precision", "back_test_precision", "back_test_auc_lead"),
    ),
)
KINDS: Mapping[str, StrPromise] = {
    "age_band": _("By age"),
    "sex": _("By sex"),
    "welsh_name": _("By whether the name is Welsh"),
    "deprivation": _("By how deprived the area is"),
    "youngest": _("By the age of the youngest"),
    "adults_sex": _("By who the adults are"),
}
GROUPS: Mapping[tuple[str, str], StrPromise] = {
    ("sex", "F"): _("Women and girls"),
    ("sex", "M"): _("Men and boys"),
    ("welsh_name", "welsh"): _("Welsh name"),
    ("welsh_name", "other"): _("Other name"),
    ("deprivation", "1"): _("Most deprived fifth"),
    ("deprivation", "2"): _("Second fifth"),
    ("deprivation", "3"): _("Third fifth"),
    ("deprivation", "4"): _("Fourth fifth"),
    ("deprivation", "5"): _("Least deprived fifth"),
    ("adults_sex", "women"): _("Women only"),
    ("adults_sex", "men"): _("Men only"),
    ("adults_sex", "both"): _("Women and men"),
}
OF_PART: Mapping[str, StrPromise] = {
    "records": _("Records"),
    "people": _("People"),
    "families": _("Families"),
    "second_homes": _("Second homes of children"),
    "certain": _("Settled for certain"),
    "from_999": _("99.9 per cent sure or more"),
    "from_990": _("99 to 99.9 per cent sure"),
    "below_990": _("Less than 99 per cent sure"),
    "decided": _("Decided by a person"),
    "unlike_forenames": _("Forenames that nobody would take for one"),
    "birth_dates_apart": _("Birth dates that lie apart"),
    "other_number": _("Different personal numbers"),
    "group_contradicts": _("Others of the group contradict it"),
    "nhs_numbers": _("NHS number"),
    "upns": _("Pupil number"),
    "open_plan": _("Open plan, not scored"),
    "vulnerability": _("Vulnerability"),
    "resilience": _("Resilience"),
    "points": _("Points by the rules"),
    "logistic": _("Logistic regression"),
    "ebm": _("Explainable boosting machine"),
    "1": _("1 record"),
    "2-5": _("2 to 5 records"),
    "6-10": _("6 to 10 records"),
    "11-20": _("11 to 20 records"),
    "21+": _("21 records or more"),
}
ALERTS: Mapping[str, StrPromise] = {
    "unlike_others": _("%(what)s. More than 5 points or a fifth from everybody together: %(groups)s."),
    "perhaps_unlike": _("%(what)s. Perhaps unlike everybody together, though chance may be all: %(groups)s."),
    "gap": _("%(what)s: %(value)s. More than 5 points asks for a reason."),
    "ratio": _("%(what)s: %(value)s. Outside 0.8 to 1.25 it asks for a reason."),
    "bands_out_of_order": _("%(what)s: a higher band holds fewer families in need than a lower one."),
    "shifted": _("%(what)s: it fell otherwise than at the run before. Find out why before the run is approved."),
    "shifting": _("%(what)s: it begins to fall otherwise than at the run before."),
    "late": _("%(what)s: it is %(value)s days old, and counts as out of date."),
    "volume": _("%(what)s: %(value)s times as many rows as at the run before."),
    "challenger_ahead": _("%(what)s: another way of scoring ranks families better. Look at the weights."),
}
LEFT_OUT: Mapping[str, StrPromise] = {
    "package_missing": _("Not measured, since a part of the programme is not installed: %(needs)s."),
    "not_given": _("Not measured here, since nothing was put beside the run for it: %(needs)s."),
    "run_without_facts": _("Not measured, since the run read no facts."),
    "too_few": _("Not measured, since too few families were asked."),
}
NEEDS: Mapping[str, StrPromise] = {
    "truth": _("a truth that is known, as of an invented region"),
    "decisions": _("decisions of people about pairs of records"),
    "confirmed": _("whether families were found to need help later"),
    "previous": _("the tables of an earlier run"),
}
