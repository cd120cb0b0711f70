"""Addresses of the room."""

from django.urls import path

from lynchpin.people.views.add_resident import add_resident_page
from lynchpin.people.views.amend_resident import amend_resident_page
from lynchpin.people.views.begin_own_record import begin_own_record_page
from lynchpin.people.views.check_resident import check_resident_page
from lynchpin.people.views.checks import checks_page
from lynchpin.people.views.decline_merge import decline_merge_page
from lynchpin.people.views.form_family import form_family_page
from lynchpin.people.views.lift_restriction import lift_restriction_page
from lynchpin.people.views.merge_proposals import merge_proposals_page
from lynchpin.people.views.merge_residents import merge_residents_page
from lynchpin.people.views.move_resident import move_resident_page
from lynchpin.people.views.propose_merge import propose_merge_page
from lynchpin.people.views.record_death import record_death_page
from lynchpin.people.views.record_safe_contact import record_safe_contact_page
from lynchpin.people.views.resident import resident_page
from lynchpin.people.views.restrict_resident import restrict_resident_page
from lynchpin.people.views.restrictions import restrictions_page
from lynchpin.people.views.search_residents import search_residents_page
from lynchpin.people.views.settle_check import settle_check_page
from lynchpin.people.views.take_back_death import take_back_death_page
from lynchpin.people.views.unmerge_residents import unmerge_residents_page

app_name = "people"
urlpatterns = [
    path("people/", search_residents_page, name="search_residents"),
    path("people/new/", add_resident_page, name="add_resident"),
    path("people/check/", check_resident_page, name="check_resident"),
    path("people/checks/", checks_page, name="checks"),
    path("people/checks/<int:check_id>/settle/", settle_check_page, name="settle_check"),
    path("people/merges/", merge_proposals_page, name="merge_proposals"),
    path("people/merges/<reference:reference>/", merge_residents_page, name="merge_residents"),
    path("people/merges/<reference:reference>/decline/", decline_merge_page, name="decline_merge"),
    path("people/merges/<reference:reference>/undo/", unmerge_residents_page, name="unmerge_residents"),
    path("people/restrictions/", restrictions_page, name="restrictions"),
    path("people/restrictions/<int:restriction_id>/lift/", lift_restriction_page, name="lift_restriction"),
    path("people/<reference:reference>/", resident_page, name="resident"),
    path("people/<reference:reference>/amend/", amend_resident_page, name="amend_resident"),
    path("people/<reference:reference>/move/", move_resident_page, name="move_resident"),
    path("people/<reference:reference>/died/", record_death_page, name="record_death"),
    path("people/<reference:reference>/alive/", take_back_death_page, name="take_back_death"),
    path("people/<reference:reference>/safe-contact/", record_safe_contact_page, name="record_safe_contact"),
    path("people/<reference:reference>/family/", form_family_page, name="form_family"),
    path("people/<reference:reference>/own/", begin_own_record_page, name="begin_own_record"),
    path("people/<reference:reference>/merge/", propose_merge_page, name="propose_merge"),
    path("people/<reference:reference>/restrict/", restrict_resident_page, name="restrict_resident"),
]
