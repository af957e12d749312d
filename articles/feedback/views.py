"""The public pages of feedback. Every answer is `no-store`.

Statuses: 303 after something was taken; 422 for a form that needs a correction (it comes back with what was typed);
404 for a vote on a story that readers can't see; 400, 413 or 415 for a body that no form of ours sends.
"""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from articles import pathwords
from articles.feedback import intake, posting
from articles.feedback.forms import CommentForm, VoteForm
from articles.metadata import Metadata
from articles.models import Article
from articles.views import pages


class SeeOther(HttpResponseRedirect):
    """After a POST: the page to look at. Reloading it sends nothing again."""

    status_code = 303


@csrf_exempt  # the cross-site rule of the site covers it; the page is the same for everyone and holds no token
@cache_control(no_store=True)
@require_http_methods(["GET", "HEAD", "POST"])
def comment(request: HttpRequest, language: str) -> HttpResponse:
    """The form for comments, on a story or on the site as a whole."""
    if request.method != "POST":
        return _form(request, language, CommentForm(story=intake.live_story(request.GET.get("article", ""))))
    try:
        form = CommentForm(posting.fields(request))
    except posting.Unusable as unusable:
        return _refusal(request, language, unusable.sentence, unusable.status)
    if not form.is_valid():
        return _form(request, language, form, status=422)
    data = form.cleaned_data
    intake.receive_message(
        article=data["article"],
        address=data["address"],
        language=language,
        text=data["text"],
        name=data["name"],
        email=data["email"],
        bait=data["subject"],
    )
    return _thank(language, data["article"], about="comment")


@csrf_exempt  # as above
@cache_control(no_store=True)
def helpful(request: HttpRequest, language: str) -> HttpResponse:
    """The two buttons under a story. POST only; a person who comes here otherwise is told where to go."""
    if request.method != "POST":
        refusal = _refusal(request, language, _("Open a story and vote there."), 405)
        refusal["Allow"] = "POST"
        return refusal
    try:
        form = VoteForm(posting.fields(request))
    except posting.Unusable as unusable:
        return _refusal(request, language, unusable.sentence, unusable.status)
    if form.has_error("article", "gone"):
        return _refusal(request, language, _("This story is no longer published, so your vote was not counted."), 404)
    if not form.is_valid():
        return _refusal(
            request, language, _("This vote was incomplete. Go back to the story and press Yes or No."), 400
        )
    data = form.cleaned_data
    intake.receive_vote(article=data["article"], address=data["address"], language=language, helpful=data["helpful"])
    return _thank(language, data["article"], about="vote")


@cache_control(no_store=True)
@require_safe
def thanks(request: HttpRequest, language: str) -> HttpResponse:
    """What a reader sees after a vote or a comment."""
    story = intake.live_story(request.GET.get("article", ""))
    context = {"story": story, "voted": request.GET.get("about") == "vote"}
    return _page(request, "thanks", context, language=language, title=_("Thank you"), key="feedback-thanks")


def _form(request: HttpRequest, language: str, form: CommentForm, status: int = 200) -> HttpResponse:
    title = _("Send us your comments")
    context = {"form": form, "story": form.story, "longest": intake.longest_message(), "heading": title}
    if form.errors:
        title = _("Error: %(title)s") % {"title": title}  # the first thing that a screen reader says
    return _page(request, "form", context, language=language, title=title, status=status)


def _refusal(request: HttpRequest, language: str, sentence: str, status: int) -> HttpResponse:
    title = _("That did not work")
    return _page(request, "refusal", {"sentence": sentence}, language=language, title=title, status=status)


def _thank(language: str, story: Article | None, *, about: str) -> HttpResponse:
    query = {"article": story.pk, "about": about} if story else {"about": about}
    return SeeOther(f"{pathwords.page('feedback-thanks', language)}?{urlencode(query)}")


def _page(
    request: HttpRequest,
    template: str,
    context: dict[str, Any],
    *,
    language: str,
    title: str,
    key: str = "feedback",
    status: int = 200,
) -> HttpResponse:
    """A page in the site's frame. Only the empty form is for search engines; the switch of language keeps the story."""
    story: Article | None = context.get("story")
    metadata = Metadata(
        title=title,
        path=pathwords.page(key, language),
        language=language,
        alternates={
            code: f"{path}?article={story.pk}" if story else path
            for code, path in pages.in_every_language(key, language).items()
        },
        noindex=story is not None or status != 200 or key != "feedback",
    )
    return pages.render(
        request, f"feedback/{template}.html", context, language=language, metadata=metadata, status=status
    )
