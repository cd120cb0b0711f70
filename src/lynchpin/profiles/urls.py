"""Addresses of the room."""

from django.urls import path

from lynchpin.profiles.views.approve_profile_run import approve_profile_run_page
from lynchpin.profiles.views.commission_profile_run import commission_profile_run_page
from lynchpin.profiles.views.extracts import extract_page, quarantine_page
from lynchpin.profiles.views.families import family_profile_page
from lynchpin.profiles.views.feeds import feed_page, feeds_page
from lynchpin.profiles.views.load_feed import load_feed_page, loading_page
from lynchpin.profiles.views.runs import profile_run_page, runs_page
from lynchpin.profiles.views.withdraw_profile_run import withdraw_profile_run_page

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
    path("profiles/families/<int:profile_id>/", family_profile_page, name="family_profile"),
]
