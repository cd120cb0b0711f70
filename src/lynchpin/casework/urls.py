"""Addresses of the room."""

from django.urls import path

from lynchpin.casework.views.absences import absences_page
from lynchpin.casework.views.acknowledge_transfer import acknowledge_transfer_page
from lynchpin.casework.views.agree_plan import agree_plan_page
from lynchpin.casework.views.allocate_case import allocate_case_page
from lynchpin.casework.views.allocation_board import allocation_board_page
from lynchpin.casework.views.case import case_page
from lynchpin.casework.views.caseload import caseload_page
from lynchpin.casework.views.decline_transfer import decline_transfer_page
from lynchpin.casework.views.end_absence import end_absence_page
from lynchpin.casework.views.export_cases import export_cases_page
from lynchpin.casework.views.finish_supervision_action import finish_supervision_action_page
from lynchpin.casework.views.open_case import open_case_page
from lynchpin.casework.views.propose_transfer import propose_transfer_page
from lynchpin.casework.views.rate_goal import rate_goal_page
from lynchpin.casework.views.record_absence import record_absence_page
from lynchpin.casework.views.record_contact import record_contact_page
from lynchpin.casework.views.record_duties import record_duties_page
from lynchpin.casework.views.record_supervision import record_supervision_page
from lynchpin.casework.views.record_what_matters import record_what_matters_page
from lynchpin.casework.views.reopen_case import reopen_case_page
from lynchpin.casework.views.share_out_cases import share_out_cases_page
from lynchpin.casework.views.supervision import supervision_page
from lynchpin.casework.views.supervision_list import supervision_list_page
from lynchpin.casework.views.transfer import transfer_page
from lynchpin.casework.views.transfers import transfers_page
from lynchpin.casework.views.weigh_case import weigh_case_page
from lynchpin.casework.views.withdraw_transfer import withdraw_transfer_page

app_name = "casework"
urlpatterns = [
    path("casework/", caseload_page, name="caseload"),
    path("casework/export/", export_cases_page, name="export_cases"),
    path("casework/allocation/", allocation_board_page, name="allocation_board"),
    path("casework/allocation/share/<slug:cluster>/", share_out_cases_page, name="share_out_cases"),
    path("casework/allocation/duties/<int:staff_id>/", record_duties_page, name="record_duties"),
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
    path("casework/<reference:reference>/what-matters/", record_what_matters_page, name="record_what_matters"),
    path("casework/<reference:reference>/plan/", agree_plan_page, name="agree_plan"),
    path("casework/<reference:reference>/goals/<int:goal_id>/rate/", rate_goal_page, name="rate_goal"),
]
