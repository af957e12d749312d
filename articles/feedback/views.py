"""The public pages of feedback. Every answer is `no-store`.

Statuses: 303 after something was taken, which is in the database by then; 422 for a form that needs another look (it comes
back with what was typed); 429 for too much in an hour; 503 while the database is away; 404 for a vote on a story that
readers can't see; 400, 413 or 415 for a body that no form of ours sends.
"""

from typing import Any

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe
from psycopg import OperationalError as DriverError

from articles.feedback import answers, intake, limits, posting, tickets, visitors
from articles.feedback.forms import KeptForm, LetterForm, ReasonForm, VoteForm

_NO_DATABASE = (OperationalError, InterfaceError, DriverError)


@csrf_exempt  # the cross-site rule of the site covers it; no cookie could be misused
@cache_control(no_store=True)
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest, language: str) -> HttpResponse:
    """The form for comments and reports of errors, on a story, a page, or the site as a whole."""
    if request.method != "POST":
        story = intake.live_story(request.GET.get("article", ""))
        form = LetterForm(
            article=story, kind=request.GET.get("kind", ""), address="" if story else request.GET.get("page", "")
        )
        return answers.form(request, language, form)
    try:
        typed = posting.fields(request)
    except posting.Unusable as unusable:
        return answers.refusal(request, language, unusable.sentence, unusable.status)
    try:
        return _take_letter(request, language, typed)
    except _NO_DATABASE:
        return answers.database_away(request, language, KeptForm(typed))


def _take_letter(request: HttpRequest, language: str, typed: dict[str, str]) -> HttpResponse:
    form = LetterForm(typed)
    if not form.is_valid():
        return answers.form(request, language, form, status=422)
    data = form.cleaned_data
    if not data.pop("confirmed") and form.details:
        return answers.form(request, language, form, status=422, details=form.details)
    del data["subject"]
    try:
        intake.receive_message(**data, language=language, visitor=visitors.of(request))
    except limits.Refused as refused:
        return answers.form(request, language, form, status=429, refused=refused.sentence)
    # Sent before counts as taken: it is there.
    return answers.thanks(language, about=data["kind"], story=data["article"], page=intake.own_page(data["address"]))


@csrf_exempt  # as above
@cache_control(no_store=True)
def helpful(request: HttpRequest, language: str) -> HttpResponse:
    """The two buttons under a page, and what a no lacked. POST only; who comes here otherwise is told where to go."""
    if request.method != "POST":
        refusal = answers.refusal(request, language, _("Open a story and vote there."), 405)
        refusal["Allow"] = "POST"
        return refusal
    try:
        typed = posting.fields(request)
        if "reason" in typed:
            return _take_reason(request, language, typed)
        return _take_vote(request, language, typed)
    except posting.Unusable as unusable:
        return answers.refusal(request, language, unusable.sentence, unusable.status)
    except limits.Refused as refused:
        return answers.refusal(request, language, refused.sentence, 429)
    except _NO_DATABASE:
        return answers.database_away(request, language)


def _take_vote(request: HttpRequest, language: str, typed: dict[str, str]) -> HttpResponse:
    form = VoteForm(typed)
    if form.has_error("article", "gone"):
        return answers.refusal(
            request, language, _("This story is no longer published, so your vote was not counted."), 404
        )
    if not form.is_valid():
        return answers.refusal(
            request, language, _("This vote was incomplete. Go back to the page and press Yes or No."), 400
        )
    data = form.cleaned_data
    vote = intake.receive_vote(**data, language=language, visitor=visitors.of(request))
    about, slip = ("vote" if vote else "again"), ""
    if vote and not vote.helpful:
        slip = tickets.for_vote(vote.pk)
    return answers.thanks(language, about=about, story=data["article"], page=data["address"], vote=slip)


def _take_reason(request: HttpRequest, language: str, typed: dict[str, str]) -> HttpResponse:
    form = ReasonForm(typed)
    if not form.is_valid():
        return answers.refusal(request, language, _("Choose one of the four answers, or none at all."), 400)
    # Not taken is: given before, or too late. Either way there is nothing left for the reader to do.
    intake.give_reason(form.cleaned_data["vote"], form.cleaned_data["reason"])
    story = intake.live_story(typed.get("article", ""))
    return answers.thanks(language, about="reason", story=story, page=intake.own_page(typed.get("address", "")))


@cache_control(no_store=True)
@require_safe
def thanks(request: HttpRequest, language: str) -> HttpResponse:
    """What a reader sees after a vote or a message."""
    asked: dict[str, Any] = request.GET.dict()
    slip = asked.get("vote", "")
    return answers.thank_you(
        request,
        language,
        about=asked.get("about", ""),
        story=intake.live_story(asked.get("article", "")),
        page=intake.own_page(asked.get("page", "")),
        vote=slip if tickets.vote_of(slip) else "",
    )
