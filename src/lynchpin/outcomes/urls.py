"""Addresses of the room."""

from django.urls import path

from lynchpin.outcomes.views.achievements import achievements_page
from lynchpin.outcomes.views.apply_import import apply_import_page
from lynchpin.outcomes.views.close_case import close_case_page
from lynchpin.outcomes.views.counted_cases import counted_cases_page
from lynchpin.outcomes.views.export_achievements import export_achievements_page
from lynchpin.outcomes.views.import_faults import import_faults_page
from lynchpin.outcomes.views.map_import import map_import_page
from lynchpin.outcomes.views.public_scorecard import public_scorecard_page
from lynchpin.outcomes.views.record_outcome import record_outcome_page
from lynchpin.outcomes.views.scorecard import scorecard_page
from lynchpin.outcomes.views.stage_import import stage_import_page

app_name = "outcomes"
urlpatterns = [
    path("scorecard/", public_scorecard_page, name="public_scorecard"),
    path("outcomes/", achievements_page, name="achievements"),
    path("outcomes/export/", export_achievements_page, name="export_achievements"),
    path("outcomes/scorecard/", scorecard_page, name="scorecard"),
    path("outcomes/scorecard/cases/", counted_cases_page, name="counted_cases"),
    path("outcomes/bring/", stage_import_page, name="stage_import"),
    path("outcomes/bring/<reference:reference>/", apply_import_page, name="apply_import"),
    path("outcomes/bring/<reference:reference>/columns/", map_import_page, name="map_import"),
    path("outcomes/bring/<reference:reference>/errors/", import_faults_page, name="import_faults"),
    path("outcomes/<reference:reference>/record/", record_outcome_page, name="record_outcome"),
    path("outcomes/<reference:reference>/close/", close_case_page, name="close_case"),
]
