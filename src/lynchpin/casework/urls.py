"""Addresses of the room."""

from django.urls import path

from lynchpin.casework.views.agree_plan import agree_plan_page
from lynchpin.casework.views.allocate_case import allocate_case_page
from lynchpin.casework.views.allocation_board import allocation_board_page
from lynchpin.casework.views.answer_snag import answer_snag_page
from lynchpin.casework.views.answer_visit import answer_visit_page
from lynchpin.casework.views.case import case_page
from lynchpin.casework.views.caseload import caseload_page
from lynchpin.casework.views.end_visit import end_visit_page
from lynchpin.casework.views.export_cases import export_cases_page
from lynchpin.casework.views.extend_visit import extend_visit_page
from lynchpin.casework.views.join_snags import join_snags_page
from lynchpin.casework.views.open_case import open_case_page
from lynchpin.casework.views.rate_goal import rate_goal_page
from lynchpin.casework.views.record_contact import record_contact_page
from lynchpin.casework.views.record_duties import record_duties_page
from lynchpin.casework.views.record_what_matters import record_what_matters_page
from lynchpin.casework.views.see_snag_answer import see_snag_answer_page
from lynchpin.casework.views.share_out_cases import share_out_cases_page
from lynchpin.casework.views.snags import snags_page
from lynchpin.casework.views.start_visit import start_visit_page
from lynchpin.casework.views.tell_snag import tell_snag_page
from lynchpin.casework.views.visits import visits_page
from lynchpin.casework.views.weigh_case import weigh_case_page

app_name = "casework"
urlpatterns = [
    path("casework/", caseload_page, name="caseload"),
    path("casework/export/", export_cases_page, name="export_cases"),
    path("casework/allocation/", allocation_board_page, name="allocation_board"),
    path("casework/allocation/share/<slug:cluster>/", share_out_cases_page, name="share_out_cases"),
    path("casework/allocation/duties/<int:staff_id>/", record_duties_page, name="record_duties"),
    path("casework/visits/", visits_page, name="visits"),
    path("casework/visits/<int:visit_id>/safe/", end_visit_page, name="end_visit"),
    path("casework/visits/<int:visit_id>/more-time/", extend_visit_page, name="extend_visit"),
    path("casework/visits/<int:visit_id>/answer/", answer_visit_page, name="answer_visit"),
    path("casework/missing/", snags_page, name="snags"),
    path("casework/missing/tell/", tell_snag_page, name="tell_snag"),
    path("casework/missing/<int:snag_id>/", answer_snag_page, name="answer_snag"),
    path("casework/missing/<int:snag_id>/join/", join_snags_page, name="join_snags"),
    path("casework/missing/<int:snag_id>/seen/", see_snag_answer_page, name="see_snag_answer"),
    path("casework/open/<reference:reference>/", open_case_page, name="open_case"),
    path("casework/<reference:reference>/", case_page, name="case"),
    path("casework/<reference:reference>/allocate/", allocate_case_page, name="allocate_case"),
    path("casework/<reference:reference>/weigh/", weigh_case_page, name="weigh_case"),
    path("casework/<reference:reference>/contact/", record_contact_page, name="record_contact"),
    path("casework/<reference:reference>/visit/", start_visit_page, name="start_visit"),
    path("casework/<reference:reference>/missing/", tell_snag_page, name="tell_snag"),
    path("casework/<reference:reference>/what-matters/", record_what_matters_page, name="record_what_matters"),
    path("casework/<reference:reference>/plan/", agree_plan_page, name="agree_plan"),
    path("casework/<reference:reference>/goals/<int:goal_id>/rate/", rate_goal_page, name="rate_goal"),
]
