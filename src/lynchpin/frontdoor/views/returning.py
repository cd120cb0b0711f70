"""Pages of what brings a referral back, leaves somebody in peace, or sets a referral aside."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.frontdoor.choices import Permission
from lynchpin.frontdoor.forms.returning import BringingBackForm, ClosingForm, OpenOfferForm, ReturnForm, VoidForm
from lynchpin.frontdoor.use_cases.bring_back_referral import bring_back_referral
from lynchpin.frontdoor.use_cases.close_referral import close_referral
from lynchpin.frontdoor.use_cases.leave_open_offer import leave_open_offer
from lynchpin.frontdoor.use_cases.return_referral import return_referral
from lynchpin.frontdoor.use_cases.void_referral import void_referral
from lynchpin.frontdoor.views.deciding import decided
from lynchpin.kernel.page import Request, page


@page(Permission.RETURN_REFERRAL, opens="referral")
def return_referral_page(request: Request, reference: str) -> HttpResponse:
    """Whoever owns it sends it back."""
    return decided(
        request,
        reference,
        ReturnForm,
        return_referral,
        _("It is back with the centre, who choose what happens next."),
        heading=_("Send it back to the centre"),
        intro=_("Nobody is dropped by this: a colleague of the centre owns it from now on, and sees what you write."),
        button=_("Send it back"),
    )


@page(Permission.BRING_BACK_REFERRAL, opens="referral")
def bring_back_referral_page(request: Request, reference: str) -> HttpResponse:
    """Somebody who had left is with us again."""
    return decided(
        request,
        reference,
        BringingBackForm,
        bring_back_referral,
        _("They are back at the front door. Now say what happens next."),
        heading=_("Bring it back to the front door"),
        intro=_("The one record goes on, so that nobody has to tell their story again."),
        button=_("Bring it back"),
    )


@page(Permission.LEAVE_OPEN_OFFER, opens="referral")
def leave_open_offer_page(request: Request, reference: str) -> HttpResponse:
    """Nobody tries them any more."""
    return decided(
        request,
        reference,
        OpenOfferForm,
        leave_open_offer,
        _("An open offer is left. Nobody tries to reach them unless they come forward."),
        heading=_("Leave an open offer"),
        intro=_(
            "From now on nobody tries to reach them. They can come back at any time. "
            "Whoever asked or agreed is told so, by a way that is safe."
        ),
        button=_("Leave an open offer"),
    )


@page(Permission.VOID_REFERRAL, opens="referral")
def void_referral_page(request: Request, reference: str) -> HttpResponse:
    """It was never a referral."""
    return decided(
        request,
        reference,
        VoidForm,
        void_referral,
        _("It is set aside. It can still be read, with why."),
        heading=_("Set it aside"),
        intro=_("Only for what was never a referral. A no of the person, or of a service, is recorded as that."),
        button=_("Set it aside"),
    )


@page(Permission.CLOSE_REFERRAL, opens="referral")
def close_referral_page(request: Request, reference: str) -> HttpResponse:
    """Help is needless, or impossible."""
    return decided(
        request,
        reference,
        ClosingForm,
        close_referral,
        _("It has ended. Nothing is written to anybody."),
        heading=_("They moved away, died, or got help elsewhere"),
        intro=_("It ends here, and nothing is written to anybody. If they come back, so does the referral."),
        button=_("Keep how it ended"),
    )
