"""Addresses of the room."""

from django.urls import path

from lynchpin.pathways.views.acknowledge_handover import acknowledge_handover_page
from lynchpin.pathways.views.answer_offer_questions import answer_offer_questions_page
from lynchpin.pathways.views.answer_step_test import answer_step_test_page
from lynchpin.pathways.views.check_ins import check_ins_page
from lynchpin.pathways.views.choose_pathway import choose_pathway_page
from lynchpin.pathways.views.complete_pathway import complete_pathway_page
from lynchpin.pathways.views.decline_handover import decline_handover_page
from lynchpin.pathways.views.edit_pathway_step import edit_pathway_step_page
from lynchpin.pathways.views.give_guarantee import give_guarantee_page
from lynchpin.pathways.views.handover import handover_page
from lynchpin.pathways.views.handover_pack import handover_pack_page
from lynchpin.pathways.views.handovers import handovers_page
from lynchpin.pathways.views.leave_pathway import leave_pathway_page
from lynchpin.pathways.views.pathway import pathway_page
from lynchpin.pathways.views.pathway_map import pathway_map_page
from lynchpin.pathways.views.pause_pathway import pause_pathway_page
from lynchpin.pathways.views.place import place_page
from lynchpin.pathways.views.places import places_page
from lynchpin.pathways.views.prepare_handover import prepare_handover_page
from lynchpin.pathways.views.re_enter_pathway import re_enter_pathway_page
from lynchpin.pathways.views.record_check_in import record_check_in_page
from lynchpin.pathways.views.record_first_visit import record_first_visit_page
from lynchpin.pathways.views.resume_pathway import resume_pathway_page
from lynchpin.pathways.views.send_handover import send_handover_page
from lynchpin.pathways.views.start_pathway import start_pathway_page
from lynchpin.pathways.views.step_down import step_down_page
from lynchpin.pathways.views.step_up import step_up_page
from lynchpin.pathways.views.sustained import sustained_page
from lynchpin.pathways.views.waive_first_visit import waive_first_visit_page
from lynchpin.pathways.views.withdraw_handover import withdraw_handover_page

app_name = "pathways"
urlpatterns = [
    path("pathways/", pathway_map_page, name="pathway_map"),
    path("pathways/places/", places_page, name="places"),
    path("pathways/handovers/", handovers_page, name="handovers"),
    path("pathways/check-ins/", check_ins_page, name="check_ins"),
    path("pathways/sustained/", sustained_page, name="sustained"),
    path("pathways/start/<reference:reference>/", choose_pathway_page, name="choose_pathway"),
    path("pathways/start/<reference:reference>/<slug:pathway>/", start_pathway_page, name="start_pathway"),
    path("pathways/steps/<slug:step>/edit/", edit_pathway_step_page, name="edit_pathway_step"),
    path("pathways/places/<reference:reference>/", place_page, name="place"),
    path(
        "pathways/places/<reference:reference>/answer/<slug:test_key>/", answer_step_test_page, name="answer_step_test"
    ),
    path("pathways/places/<reference:reference>/up/", step_up_page, name="step_up"),
    path("pathways/places/<reference:reference>/down/", step_down_page, name="step_down"),
    path("pathways/places/<reference:reference>/pause/", pause_pathway_page, name="pause_pathway"),
    path("pathways/places/<reference:reference>/resume/", resume_pathway_page, name="resume_pathway"),
    path("pathways/places/<reference:reference>/leave/", leave_pathway_page, name="leave_pathway"),
    path("pathways/places/<reference:reference>/re-enter/", re_enter_pathway_page, name="re_enter_pathway"),
    path("pathways/places/<reference:reference>/complete/", complete_pathway_page, name="complete_pathway"),
    path(
        "pathways/places/<reference:reference>/guarantees/<int:guarantee_id>/",
        give_guarantee_page,
        name="give_guarantee",
    ),
    path("pathways/handovers/prepare/<reference:reference>/", prepare_handover_page, name="prepare_handover"),
    path("pathways/handovers/<reference:reference>/", handover_page, name="handover"),
    path("pathways/handovers/<reference:reference>/pack/", handover_pack_page, name="handover_pack"),
    path("pathways/handovers/<reference:reference>/send/", send_handover_page, name="send_handover"),
    path("pathways/handovers/<reference:reference>/withdraw/", withdraw_handover_page, name="withdraw_handover"),
    path(
        "pathways/handovers/<reference:reference>/acknowledge/", acknowledge_handover_page, name="acknowledge_handover"
    ),
    path("pathways/handovers/<reference:reference>/decline/", decline_handover_page, name="decline_handover"),
    path("pathways/handovers/<reference:reference>/first-visit/", record_first_visit_page, name="record_first_visit"),
    path("pathways/handovers/<reference:reference>/waive/", waive_first_visit_page, name="waive_first_visit"),
    path("pathways/offer/<reference:reference>/", answer_offer_questions_page, name="answer_offer_questions"),
    path("pathways/check-ins/<reference:reference>/", record_check_in_page, name="record_check_in"),
    path("pathways/of/<slug:key>/", pathway_page, name="pathway"),
]
