"""Addresses of the room: public pages at the root, the rest under frontdoor/."""

from __future__ import annotations

from django.urls import path

from lynchpin.frontdoor.views.allowance import set_review_allowance_page
from lynchpin.frontdoor.views.brokering import (
    answer_brokering_page,
    broker_referral_page,
    finish_brokering_page,
    withdraw_brokering_page,
)
from lynchpin.frontdoor.views.candidates import candidates_page, decide_candidate_page
from lynchpin.frontdoor.views.clocks import declare_closed_day_page, pause_clock_page, resume_clock_page
from lynchpin.frontdoor.views.links import (
    answer_by_link_page,
    give_answer_link_page,
    give_partner_link_page,
    link_receipt_page,
    links_page,
    revoke_partner_link_page,
    send_referral_by_link_page,
)
from lynchpin.frontdoor.views.lists import lists_page, set_aside_list_page, stage_list_page, take_in_list_page
from lynchpin.frontdoor.views.meeting import report_someone_met_page
from lynchpin.frontdoor.views.public import ask_for_help_page, help_receipt_page, home_page
from lynchpin.frontdoor.views.queue import export_queue_page, queue_page
from lynchpin.frontdoor.views.returning import (
    bring_back_referral_page,
    close_referral_page,
    leave_open_offer_page,
    return_referral_page,
    void_referral_page,
)
from lynchpin.frontdoor.views.routing import (
    agree_routing_rules_page,
    draft_routing_rules_page,
    routing_rules_page,
    set_aside_routing_rules_page,
)
from lynchpin.frontdoor.views.screening import (
    answer_referral_page,
    pass_on_referral_page,
    record_persons_no_page,
    referral_page,
    route_referral_page,
    screen_referral_page,
)
from lynchpin.frontdoor.views.sending import (
    own_referral_page,
    own_referrals_page,
    send_referral_page,
    sent_receipt_page,
)
from lynchpin.frontdoor.views.stopping import stop_profiling_page

app_name = "frontdoor"
urlpatterns = [
    path("", home_page, name="home"),
    path("help/", ask_for_help_page, name="ask_for_help"),
    path("help/receipt/", help_receipt_page, name="help_receipt"),
    path("frontdoor/queue/", queue_page, name="queue"),
    path("frontdoor/queue/export/", export_queue_page, name="export_queue"),
    path("frontdoor/send/", send_referral_page, name="send_referral"),
    path("frontdoor/met/", report_someone_met_page, name="report_someone_met"),
    path("frontdoor/partner/<str:secret>/", send_referral_by_link_page, name="send_referral_by_link"),
    path("frontdoor/partner/<str:secret>/answer/", answer_by_link_page, name="answer_by_link"),
    path("frontdoor/referrals/<reference:reference>/answer-link/", give_answer_link_page, name="give_answer_link"),
    path("frontdoor/partner-receipt/", link_receipt_page, name="link_receipt"),
    path("frontdoor/links/", links_page, name="links"),
    path("frontdoor/links/give/", give_partner_link_page, name="give_partner_link"),
    path("frontdoor/links/<reference:reference>/revoke/", revoke_partner_link_page, name="revoke_partner_link"),
    path("frontdoor/lists/", lists_page, name="lists"),
    path("frontdoor/lists/bring/", stage_list_page, name="stage_list"),
    path("frontdoor/lists/<reference:reference>/", take_in_list_page, name="take_in_list"),
    path("frontdoor/lists/<reference:reference>/aside/", set_aside_list_page, name="set_aside_list"),
    path("frontdoor/sent/<reference:reference>/", sent_receipt_page, name="sent_receipt"),
    path("frontdoor/own/", own_referrals_page, name="own_referrals"),
    path("frontdoor/own/<reference:reference>/", own_referral_page, name="own_referral"),
    path("frontdoor/referrals/<reference:reference>/", referral_page, name="referral"),
    path("frontdoor/referrals/<reference:reference>/screen/", screen_referral_page, name="screen_referral"),
    path("frontdoor/referrals/<reference:reference>/answer/", answer_referral_page, name="answer_referral"),
    path("frontdoor/referrals/<reference:reference>/route/", route_referral_page, name="route_referral"),
    path("frontdoor/referrals/<reference:reference>/pass-on/", pass_on_referral_page, name="pass_on_referral"),
    path("frontdoor/referrals/<reference:reference>/no/", record_persons_no_page, name="record_persons_no"),
    path("frontdoor/referrals/<reference:reference>/ask/", broker_referral_page, name="broker_referral"),
    path("frontdoor/referrals/<reference:reference>/answered/", answer_brokering_page, name="answer_brokering"),
    path("frontdoor/referrals/<reference:reference>/withdraw/", withdraw_brokering_page, name="withdraw_brokering"),
    path("frontdoor/referrals/<reference:reference>/finish/", finish_brokering_page, name="finish_brokering"),
    path("frontdoor/referrals/<reference:reference>/return/", return_referral_page, name="return_referral"),
    path("frontdoor/referrals/<reference:reference>/bring-back/", bring_back_referral_page, name="bring_back_referral"),
    path("frontdoor/referrals/<reference:reference>/open-offer/", leave_open_offer_page, name="leave_open_offer"),
    path("frontdoor/referrals/<reference:reference>/set-aside/", void_referral_page, name="void_referral"),
    path("frontdoor/referrals/<reference:reference>/close/", close_referral_page, name="close_referral"),
    path("frontdoor/referrals/<reference:reference>/pause/", pause_clock_page, name="pause_clock"),
    path("frontdoor/referrals/<reference:reference>/resume/", resume_clock_page, name="resume_clock"),
    path("frontdoor/closed-days/", declare_closed_day_page, name="declare_closed_day"),
    path("frontdoor/candidates/", candidates_page, name="candidates"),
    path("frontdoor/stop-profiling/", stop_profiling_page, name="stop_profiling"),
    path("frontdoor/candidates/allowance/", set_review_allowance_page, name="set_review_allowance"),
    path("frontdoor/routing/", routing_rules_page, name="routing_rules"),
    path("frontdoor/routing/draft/", draft_routing_rules_page, name="draft_routing_rules"),
    path("frontdoor/routing/<int:number>/", agree_routing_rules_page, name="agree_routing_rules"),
    path("frontdoor/routing/<int:number>/aside/", set_aside_routing_rules_page, name="set_aside_routing_rules"),
    path("frontdoor/candidates/<reference:reference>/", decide_candidate_page, name="decide_candidate"),
]
