"""Addresses of the room."""

from django.urls import include, path

from lynchpin.desk.views.assurance import assurance_of_run_page, assurance_page, families_behind_page
from lynchpin.desk.views.data_protection import data_protection_page
from lynchpin.desk.views.from_colleagues import from_colleagues_page
from lynchpin.desk.views.home import home_page
from lynchpin.desk.views.overview import overview_page
from lynchpin.desk.views.paperwork import blank_form_page, blank_forms_page, case_form_page, referral_form_page
from lynchpin.desk.views.statements import accessibility_page, privacy_page
from lynchpin.desk.views.timeline import timeline_page
from lynchpin.desk.views.what_fits import what_fits_page
from lynchpin.desk.views.who_looked import who_looked_page
from lynchpin.desk.views.zone import zone_page

statements = [
    path("accessibility/", accessibility_page, name="accessibility"),
    path("privacy/", privacy_page, name="privacy"),
]
pages = [
    path("", home_page, name="home"),
    path("from-colleagues/", from_colleagues_page, name="from_colleagues"),
    path("people/<reference:reference>/", overview_page, name="overview"),
    path("people/<reference:reference>/timeline/", timeline_page, name="timeline"),
    path("people/<reference:reference>/what-fits/", what_fits_page, name="what_fits"),
    path("zones/<slug:key>/", zone_page, name="zone"),
    path("referrals/<reference:reference>/form/<slug:language>/", referral_form_page, name="referral_form"),
    path("cases/<reference:reference>/<slug:form>/<slug:language>/", case_form_page, name="case_form"),
    path("data-protection/", data_protection_page, name="data_protection"),
    path("data-protection/looked/", who_looked_page, name="who_looked"),
]
forms = [
    path("forms/", blank_forms_page, name="blank_forms"),
    path("forms/<slug:form>/<slug:language>/", blank_form_page, name="blank_form"),
]
assurance = [
    path("profiles/assurance/", assurance_page, name="assurance"),
    path("profiles/assurance/families/", families_behind_page, name="families_behind"),
    path("profiles/assurance/<reference:reference>/", assurance_of_run_page, name="assurance_of_run"),
]
urlpatterns = [*statements, path("", include(([*forms, *assurance, path("desk/", include(pages))], "desk")))]
