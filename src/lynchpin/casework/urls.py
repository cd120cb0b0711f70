"""Addresses of the room."""

from django.urls import path

from lynchpin.casework.views.absences import absences_page
from lynchpin.casework.views.acknowledge_transfer import acknowledge_transfer_page
from lynchpin.casework.views.add_family_action import add_family_action_page
from lynchpin.casework.views.agree_plan import agree_plan_page
from lynchpin.casework.views.allocate_case import allocate_case_page
from lynchpin.casework.views.allocation_board import allocation_board_page
from lynchpin.casework.views.answer_snag import answer_snag_page
from lynchpin.casework.views.answer_visit import answer_visit_page
from lynchpin.casework.views.approve_plan import approve_plan_page
from lynchpin.casework.views.assess_family import assess_family_page
from lynchpin.casework.views.case import case_page
from lynchpin.casework.views.caseload import caseload_page
from lynchpin.casework.views.close_family_team import close_family_team_page
from lynchpin.casework.views.comparing import compare_plans_page
from lynchpin.casework.views.correct_contact import correct_contact_page
from lynchpin.casework.views.correct_what_matters import correct_what_matters_page
from lynchpin.casework.views.decline_transfer import decline_transfer_page
from lynchpin.casework.views.end_absence import end_absence_page
from lynchpin.casework.views.end_visit import end_visit_page
from lynchpin.casework.views.export_cases import export_cases_page
from lynchpin.casework.views.extend_visit import extend_visit_page
from lynchpin.casework.views.family_paper import family_paper_page
from lynchpin.casework.views.family_team import family_team_page
from lynchpin.casework.views.finish_supervision_action import finish_supervision_action_page
from lynchpin.casework.views.form_family_team import form_family_team_page
from lynchpin.casework.views.hold_family_meeting import hold_family_meeting_page
from lynchpin.casework.views.join_family_team import join_family_team_page
from lynchpin.casework.views.join_snags import join_snags_page
from lynchpin.casework.views.leave_family_team import leave_family_team_page
from lynchpin.casework.views.offer_family_lead import offer_family_lead_page
from lynchpin.casework.views.open_case import open_case_page
from lynchpin.casework.views.propose_transfer import propose_transfer_page
from lynchpin.casework.views.rate_goal import rate_goal_page
from lynchpin.casework.views.record_absence import record_absence_page
from lynchpin.casework.views.record_contact import record_contact_page
from lynchpin.casework.views.record_duties import record_duties_page
from lynchpin.casework.views.record_family_answer import record_family_answer_page
from lynchpin.casework.views.record_supervision import record_supervision_page
from lynchpin.casework.views.record_what_matters import record_what_matters_page
from lynchpin.casework.views.reopen_case import reopen_case_page
from lynchpin.casework.views.see_snag_answer import see_snag_answer_page
from lynchpin.casework.views.send_back_plan import send_back_plan_page
from lynchpin.casework.views.settle_family_action import settle_family_action_page
from lynchpin.casework.views.share_out_cases import share_out_cases_page
from lynchpin.casework.views.snags import snags_page
from lynchpin.casework.views.start_visit import start_visit_page
from lynchpin.casework.views.supervision import supervision_page
from lynchpin.casework.views.supervision_list import supervision_list_page
from lynchpin.casework.views.take_family_lead import take_family_lead_page
from lynchpin.casework.views.tell_snag import tell_snag_page
from lynchpin.casework.views.transfer import transfer_page
from lynchpin.casework.views.transfers import transfers_page
from lynchpin.casework.views.visits import visits_page
from lynchpin.casework.views.weigh_case import weigh_case_page
from lynchpin.casework.views.withdraw_transfer import withdraw_transfer_page

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
    path("casework/transfers/", transfers_page, name="transfers"),
    path("casework/transfers/<reference:reference>/", transfer_page, name="transfer"),
    path("casework/transfers/<reference:reference>/take-on/", acknowledge_transfer_page, name="acknowledge_transfer"),
    path("casework/transfers/<reference:reference>/no/", decline_transfer_page, name="decline_transfer"),
    path("casework/transfers/<reference:reference>/take-back/", withdraw_transfer_page, name="withdraw_transfer"),
    path("casework/supervision/", supervision_list_page, name="supervision_list"),
    path("casework/supervision/<int:staff_id>/", supervision_page, name="supervision"),
    path("casework/supervision/<int:staff_id>/record/", record_supervision_page, name="record_supervision"),
    path(
        "casework/supervision/actions/<int:action_id>/done/",
        finish_supervision_action_page,
        name="finish_supervision_action",
    ),
    path("casework/away/", absences_page, name="absences"),
    path("casework/away/<int:staff_id>/", record_absence_page, name="record_absence"),
    path("casework/away/<int:absence_id>/back/", end_absence_page, name="end_absence"),
    path("casework/<reference:reference>/", case_page, name="case"),
    path("casework/<reference:reference>/pass-on/", propose_transfer_page, name="propose_transfer"),
    path("casework/<reference:reference>/reopen/", reopen_case_page, name="reopen_case"),
    path("casework/<reference:reference>/allocate/", allocate_case_page, name="allocate_case"),
    path("casework/<reference:reference>/weigh/", weigh_case_page, name="weigh_case"),
    path("casework/<reference:reference>/contact/", record_contact_page, name="record_contact"),
    path("casework/<reference:reference>/visit/", start_visit_page, name="start_visit"),
    path("casework/<reference:reference>/missing/", tell_snag_page, name="tell_snag"),
    path("casework/<reference:reference>/what-matters/", record_what_matters_page, name="record_what_matters"),
    path("casework/<reference:reference>/contact/<int:contact_id>/", correct_contact_page, name="correct_contact"),
    path(
        "casework/<reference:reference>/what-matters/<int:conversation_id>/",
        correct_what_matters_page,
        name="correct_what_matters",
    ),
    path("casework/<reference:reference>/plan/", agree_plan_page, name="agree_plan"),
    path("casework/<reference:reference>/plan/<int:edition>/approve/", approve_plan_page, name="approve_plan"),
    path("casework/<reference:reference>/plan/<int:edition>/send-back/", send_back_plan_page, name="send_back_plan"),
    path("casework/<reference:reference>/plan/<int:older>/<int:newer>/", compare_plans_page, name="compare_plans"),
    path("casework/<reference:reference>/goals/<int:goal_id>/rate/", rate_goal_page, name="rate_goal"),
    path("casework/<reference:reference>/family-team/", form_family_team_page, name="form_family_team"),
    path("casework/families/<reference:reference>/", family_team_page, name="family_team"),
    path("casework/families/<reference:reference>/paper/", family_paper_page, name="family_paper"),
    path("casework/families/<reference:reference>/members/new/", join_family_team_page, name="join_family_team"),
    path(
        "casework/families/<reference:reference>/members/<int:member_id>/leave/",
        leave_family_team_page,
        name="leave_family_team",
    ),
    path(
        "casework/families/<reference:reference>/answers/<int:resident_id>/",
        record_family_answer_page,
        name="record_family_answer",
    ),
    path("casework/families/<reference:reference>/assessment/", assess_family_page, name="assess_family"),
    path("casework/families/<reference:reference>/actions/new/", add_family_action_page, name="add_family_action"),
    path(
        "casework/families/<reference:reference>/actions/<int:action_id>/",
        settle_family_action_page,
        name="settle_family_action",
    ),
    path("casework/families/<reference:reference>/meetings/new/", hold_family_meeting_page, name="hold_family_meeting"),
    path("casework/families/<reference:reference>/lead/", offer_family_lead_page, name="offer_family_lead"),
    path("casework/families/<reference:reference>/lead/take/", take_family_lead_page, name="take_family_lead"),
    path("casework/families/<reference:reference>/close/", close_family_team_page, name="close_family_team"),
]
