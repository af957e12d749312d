"""A form that the desk can't accept just now, held in the answer: nothing that was typed is lost, and nothing is stored.

The answer carries every field back to the browser, so that the same save goes through after signing in.
"""

from django.conf import settings
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import translation
from django.utils.translation import gettext as _

#: Characters of all fields together. The longest story is far below; more is not sent back.
LONGEST = 2_000_000
#: Fields shorter than this are carried, but not shown as text to copy.
SHOWN_FROM = 20
_OF_THE_PAGE = frozenset({"csrfmiddlewaretoken"})


def made_here(request: HttpRequest) -> bool:
    """Whether one of our own pages sent this request. Otherwise another site could put words into an editor's form."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"


def can_hold(request: HttpRequest) -> bool:
    """Whether the fields of this request may be sent back: a form of ours, not too large, and without a password."""
    if request.method != "POST" or not made_here(request) or any("password" in name for name in request.POST):
        return False
    return sum(len(value) for _name, values in request.POST.lists() for value in values) <= LONGEST


def signed_out(request: HttpRequest) -> HttpResponse:
    """The form of somebody whose session has ended, in the language that the form was in."""
    spoken = request.POST.get("spoken", "")
    with translation.override(spoken if spoken in dict(settings.LANGUAGES) else translation.get_language()):
        answer = _held(
            request,
            title=_("You are signed out. Your text is still here"),
            steps=[
                _("Sign in, in a new tab. This page stays open with your text."),
                _("Come back here and press the button below. If you are asked once more, press it again."),
            ],
            sign_in=True,
        )
        answer.headers["Content-Language"] = translation.get_language()
        return answer


def stale_token(request: HttpRequest) -> HttpResponse:
    """The form of somebody who has signed in anew since it was opened: it may well be theirs."""
    return _held(
        request,
        title=_("Your text is still here: save it once more"),
        steps=[_("You signed in again after opening this form, so the desk wants to hear it from you a second time.")],
        sign_in=not request.user.is_authenticated,
    )


def of_another(request: HttpRequest, writer: str) -> HttpResponse:
    """The form that somebody else has opened in this browser: it is not saved under the present name unasked."""
    return _held(
        request,
        title=_("This form was opened by somebody else"),
        steps=[
            _("It was opened as “%(writer)s”, and you are signed in as “%(you)s”. Nothing is saved yet.")
            % {"writer": writer, "you": request.user.get_username()},
            _("Save it under your name, or sign in as the other person in a new tab, come back and press the button."),
        ],
        sign_in=True,
        dropped={"writer"},
        writer=request.user.pk or 0,
    )


def _held(
    request: HttpRequest,
    *,
    title: str,
    steps: list[str],
    sign_in: bool,
    dropped: set[str] | None = None,
    writer: int = 0,
) -> HttpResponse:
    left_out = _OF_THE_PAGE | (dropped or set())
    fields = [(name, value) for name, values in request.POST.lists() if name not in left_out for value in values]
    context = {
        **admin.site.each_context(request),
        "title": title,
        "steps": steps,
        "sign_in": sign_in,
        "writer": writer,
        "fields": fields,
        "shown": [(name, value) for name, value in fields if len(value) >= SHOWN_FROM],
        "files": sorted(request.FILES),
        "address": request.get_full_path(),
    }
    return TemplateResponse(request, "admin/held.html", context, status=403).render()
