"""Addresses of the room."""

from django.urls import path

from lynchpin.profiles.views.approve_profile_run import approve_profile_run_page
from lynchpin.profiles.views.assessments import (
    confirm_impact_assessment_page,
    end_impact_assessment_page,
    impact_assessment_page,
    impact_assessments_page,
    record_impact_assessment_page,
)
from lynchpin.profiles.views.bound_feed import bound_feed_page
from lynchpin.profiles.views.commission_profile_run import commission_profile_run_page
from lynchpin.profiles.views.contests import (
    answer_contest_page,
    close_contest_page,
    contest_fact_page,
    contest_page,
    contests_page,
)
from lynchpin.profiles.views.extracts import extract_page, quarantine_page
from lynchpin.profiles.views.families import family_profile_page
from lynchpin.profiles.views.feeds import feed_page, feeds_page
from lynchpin.profiles.views.freezes import freeze_page, lift_freeze_page, look_into_freeze_page
from lynchpin.profiles.views.links import (
    confirm_link_page,
    decide_link_page,
    decline_link_page,
    export_link_decisions_page,
    link_agreement_page,
    link_answers_page,
    link_page,
    links_page,
    undo_link_page,
)
from lynchpin.profiles.views.load_feed import load_feed_page, loading_page
from lynchpin.profiles.views.measuring import record_assurance_page
from lynchpin.profiles.views.public import public_record_page, record_as_json_page, record_as_text_page
from lynchpin.profiles.views.runs import profile_run_page, runs_page
from lynchpin.profiles.views.scoring import scoring_edition_page, scoring_history_page, scoring_page
from lynchpin.profiles.views.settle_extract import (
    accept_extract_page,
    accept_stopped_extract_page,
    decline_extract_page,
)
from lynchpin.profiles.views.settle_scoring import (
    approve_scoring_page,
    decline_scoring_page,
    propose_scoring_page,
    record_dry_run_page,
)
from lynchpin.profiles.views.stops import (
    decline_resuming_page,
    profiling_stop_page,
    profiling_stops_page,
    propose_resuming_page,
    resume_profiling_page,
)
from lynchpin.profiles.views.withdraw_profile_run import withdraw_profile_run_page
from lynchpin.profiles.views.write_scoring import draft_scoring_page, redraft_scoring_page

app_name = "profiles"
urlpatterns = [
    path("profiling/", public_record_page, name="public_record"),
    path("profiling/record.json", record_as_json_page, name="record_as_json"),
    path("profiling/record.txt", record_as_text_page, name="record_as_text"),
    path("profiles/assessments/", impact_assessments_page, name="impact_assessments"),
    path("profiles/assessments/new/", record_impact_assessment_page, name="record_impact_assessment"),
    path("profiles/assessments/<reference:reference>/", impact_assessment_page, name="impact_assessment"),
    path(
        "profiles/assessments/<reference:reference>/confirm/",
        confirm_impact_assessment_page,
        name="confirm_impact_assessment",
    ),
    path("profiles/assessments/<reference:reference>/end/", end_impact_assessment_page, name="end_impact_assessment"),
    path("profiles/contests/", contests_page, name="contests"),
    path("profiles/contests/<reference:reference>/", contest_page, name="contest"),
    path("profiles/contests/<reference:reference>/answer/", answer_contest_page, name="answer_contest"),
    path("profiles/contests/<reference:reference>/close/", close_contest_page, name="close_contest"),
    path("profiles/facts/<int:line_id>/contest/", contest_fact_page, name="contest_fact"),
    path("profiles/feeds/", feeds_page, name="feeds"),
    path("profiles/feeds/<slug:key>/", feed_page, name="feed"),
    path("profiles/feeds/<slug:key>/load/", load_feed_page, name="load_feed"),
    path("profiles/freezes/<reference:reference>/", freeze_page, name="freeze"),
    path("profiles/freezes/<reference:reference>/look/", look_into_freeze_page, name="look_into_freeze"),
    path("profiles/freezes/<reference:reference>/lift/", lift_freeze_page, name="lift_freeze"),
    path("profiles/feeds/<slug:key>/bounds/", bound_feed_page, name="bound_feed"),
    path("profiles/links/", links_page, name="links"),
    path("profiles/links/answers/", link_answers_page, name="link_answers"),
    path("profiles/links/agreement/", link_agreement_page, name="link_agreement"),
    path("profiles/links/decisions.csv", export_link_decisions_page, name="export_link_decisions"),
    path("profiles/links/<reference:reference>/", link_page, name="link"),
    path("profiles/links/<reference:reference>/decide/", decide_link_page, name="decide_link"),
    path("profiles/links/answers/<reference:reference>/confirm/", confirm_link_page, name="confirm_link"),
    path("profiles/links/answers/<reference:reference>/decline/", decline_link_page, name="decline_link"),
    path("profiles/links/answers/<reference:reference>/undo/", undo_link_page, name="undo_link"),
    path("profiles/loading/<reference:reference>/", loading_page, name="loading"),
    path("profiles/extracts/<reference:reference>/", extract_page, name="extract"),
    path("profiles/extracts/<reference:reference>/quarantine.csv", quarantine_page, name="quarantine"),
    path("profiles/extracts/<reference:reference>/accept/", accept_extract_page, name="accept_extract"),
    path(
        "profiles/extracts/<reference:reference>/accept-stopped/",
        accept_stopped_extract_page,
        name="accept_stopped_extract",
    ),
    path("profiles/extracts/<reference:reference>/decline/", decline_extract_page, name="decline_extract"),
    path("profiles/runs/", runs_page, name="runs"),
    path("profiles/runs/new/", commission_profile_run_page, name="commission_profile_run"),
    path("profiles/runs/<reference:reference>/", profile_run_page, name="profile_run"),
    path("profiles/runs/<reference:reference>/approve/", approve_profile_run_page, name="approve_profile_run"),
    path("profiles/runs/<reference:reference>/measure/", record_assurance_page, name="record_assurance"),
    path("profiles/runs/<reference:reference>/stop/", withdraw_profile_run_page, name="withdraw_profile_run"),
    path("profiles/scoring/", scoring_page, name="scoring"),
    path("profiles/scoring/history/", scoring_history_page, name="scoring_history"),
    path("profiles/scoring/draft/", draft_scoring_page, name="draft_scoring"),
    path("profiles/scoring/<int:number>/", scoring_edition_page, name="scoring_edition"),
    path("profiles/scoring/<int:number>/change/", redraft_scoring_page, name="redraft_scoring"),
    path("profiles/scoring/<int:number>/try/", record_dry_run_page, name="record_dry_run"),
    path("profiles/scoring/<int:number>/propose/", propose_scoring_page, name="propose_scoring"),
    path("profiles/scoring/<int:number>/approve/", approve_scoring_page, name="approve_scoring"),
    path("profiles/scoring/<int:number>/decline/", decline_scoring_page, name="decline_scoring"),
    path("profiles/stops/", profiling_stops_page, name="profiling_stops"),
    path("profiles/stops/<reference:reference>/", profiling_stop_page, name="profiling_stop"),
    path("profiles/stops/<reference:reference>/propose/", propose_resuming_page, name="propose_resuming"),
    path("profiles/stops/<reference:reference>/resume/", resume_profiling_page, name="resume_profiling"),
    path("profiles/stops/<reference:reference>/decline/", decline_resuming_page, name="decline_resuming"),
    path("profiles/families/<int:profile_id>/", family_profile_page, name="family_profile"),
]
