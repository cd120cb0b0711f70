"""Addresses of the room."""

from django.urls import path

from lynchpin.profiles.views.approve_profile_run import approve_profile_run_page
from lynchpin.profiles.views.commission_profile_run import commission_profile_run_page
from lynchpin.profiles.views.extracts import extract_page, quarantine_page
from lynchpin.profiles.views.families import family_profile_page
from lynchpin.profiles.views.feeds import feed_page, feeds_page
from lynchpin.profiles.views.load_feed import load_feed_page, loading_page
from lynchpin.profiles.views.runs import profile_run_page, runs_page
from lynchpin.profiles.views.scoring import scoring_edition_page, scoring_history_page, scoring_page
from lynchpin.profiles.views.settle_scoring import (
    approve_scoring_page,
    decline_scoring_page,
    propose_scoring_page,
    record_dry_run_page,
)
from lynchpin.profiles.views.withdraw_profile_run import withdraw_profile_run_page
from lynchpin.profiles.views.write_scoring import draft_scoring_page, redraft_scoring_page

app_name = "profiles"
urlpatterns = [
    path("profiles/feeds/", feeds_page, name="feeds"),
    path("profiles/feeds/<slug:key>/", feed_page, name="feed"),
    path("profiles/feeds/<slug:key>/load/", load_feed_page, name="load_feed"),
    path("profiles/loading/<reference:reference>/", loading_page, name="loading"),
    path("profiles/extracts/<reference:reference>/", extract_page, name="extract"),
    path("profiles/extracts/<reference:reference>/quarantine.csv", quarantine_page, name="quarantine"),
    path("profiles/runs/", runs_page, name="runs"),
    path("profiles/runs/new/", commission_profile_run_page, name="commission_profile_run"),
    path("profiles/runs/<reference:reference>/", profile_run_page, name="profile_run"),
    path("profiles/runs/<reference:reference>/approve/", approve_profile_run_page, name="approve_profile_run"),
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
    path("profiles/families/<int:profile_id>/", family_profile_page, name="family_profile"),
]
