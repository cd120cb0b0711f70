"""The door: signing in, signing out, and one-press entry in a demo."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound
from lynchpin.kernel.page import PRESSED, UNPROCESSABLE, public_page
from lynchpin.organisations.demo_accounts import demo_account, demo_roles
from lynchpin.organisations.forms import SignInForm


class SignInView(LoginView):
    """allauth's sign-in, with its limits, under our face."""

    form_class = SignInForm
    template_name = "organisations/sign_in.html"
    http_method_names = ("get", "head", "post")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"demo_roles": demo_roles(clock.today())}

    def form_invalid(self, form: SignInForm) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=UNPROCESSABLE)


class SignOutView(LogoutView):
    """Signing out, by a press: an address that somebody was sent signs nobody out."""

    template_name = "organisations/sign_out.html"
    http_method_names = ("get", "head", "post")


@public_page(takes=PRESSED)
def demo_sign_in_page(request: HttpRequest) -> HttpResponse:
    """Enter as one of the demo's people; missing outside a demo, and for any account that is not of the demo."""
    account = demo_account(request.POST.get("reference", ""), clock.today())
    if account is None:
        raise NotFound("organisations.Account")
    adapter = get_adapter(request)
    adapter.login(request, account)
    return adapter.post_login(
        request, account, email_verification="none", signal_kwargs=None, email=None, signup=False, redirect_url=None
    )
