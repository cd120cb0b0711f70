"""Addresses of the room."""

from django.urls import path

from lynchpin.notices.views.cancel_notice import cancel_notice_page
from lynchpin.notices.views.check_notice import check_notice_page
from lynchpin.notices.views.notice import notice_page, print_notice_page
from lynchpin.notices.views.notices import notices_page
from lynchpin.notices.views.post_letters import post_letters_page
from lynchpin.notices.views.post_notice import post_notice_page
from lynchpin.notices.views.switch_digests import switch_digests_page

app_name = "notices"
urlpatterns = [
    path("notices/", notices_page, name="notices"),
    path("notices/post/", post_letters_page, name="post_letters"),
    path("notices/told/", switch_digests_page, name="switch_digests"),
    path("notices/<reference:reference>/", notice_page, name="notice"),
    path("notices/<reference:reference>/print/", print_notice_page, name="print_notice"),
    path("notices/<reference:reference>/check/", check_notice_page, name="check_notice"),
    path("notices/<reference:reference>/cancel/", cancel_notice_page, name="cancel_notice"),
    path("notices/<reference:reference>/post/", post_notice_page, name="post_notice"),
]
