"""What readers see of feedback: the form in its states, the thanks, and why something was not taken."""

from typing import Any
from urllib.parse import urlencode

from babel.lists import format_list
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from articles import pathwords
from articles.feedback import intake
from articles.feedback.forms import KeptForm, LetterForm
from articles.feedback.limits import WINDOW
from articles.feedback.models import Message, Notice, Vote
from articles.metadata import Metadata
from articles.models import Article, Masthead
from articles.views import pages

_LOCALES = {"en": "en", "es": "es_419"}
_SOON = 30  # seconds until a database that restarts is back

#: What the thanks say after what.
_THANKED = ("vote", "again", "reason", "error", "comment")


class SeeOther(HttpResponseRedirect):
    """After a POST: the page to look at. Reloading it sends nothing again."""

    status_code = 303


def form(
    request: HttpRequest,
    language: str,
    form: LetterForm,
    *,
    status: int = 200,
    details: list[str] | None = None,
    refused: str = "",
) -> HttpResponse:
    """The form: empty, with what has to be put right, with a warning about personal details, or refused for a while."""
    title = _("Write to the newsroom")
    context = _words(form, title) | {
        "story": form.story,
        "story_number": form.story.pk if form.story else "",
        "refused": refused,
        "details": format_list(details, locale=_LOCALES[language]) if details else "",
        "secure_channel": Notice.secure_channel(language),
    }
    if form.errors or refused:
        title = _("Error: %(title)s") % {"title": title}  # the first thing that a screen reader says
    elif details:
        title = _("Not sent yet: %(title)s") % {"title": title}
    response = _page(request, "form", context, language=language, title=title, status=status)
    if refused:
        response["Retry-After"] = str(int(WINDOW.total_seconds()))
    return response


def database_away(request: HttpRequest, language: str, form: KeptForm | None = None) -> HttpResponse:
    """503, made without the database: nothing was stored, and what was typed is still there."""
    sentence = _("We could not store this, because our database can’t be reached. Try again in a minute.")
    if form is None:
        response = refusal(request, language, sentence, 503, masthead=Masthead(), main_sections=False)
    else:
        title = _("Write to the newsroom")
        context = _words(form, title) | {"refused": sentence, "story_number": form.story_number}
        title = _("Error: %(title)s") % {"title": title}
        frame: dict[str, Any] = {"masthead": Masthead(), "main_sections": False}
        response = _page(request, "form", context, language=language, title=title, status=503, **frame)
    response["Retry-After"] = str(_SOON)
    return response


def _words(form: LetterForm, heading: str) -> dict[str, Any]:
    return {
        "form": form,
        "heading": heading,
        "kinds": [(Message.Kind.COMMENT, _("Send a comment")), (Message.Kind.ERROR, _("Report an error"))],
        "longest": intake.longest_message(),
        "contact_days": settings.FEEDBACK_CONTACT_DAYS,
        "text_days": settings.FEEDBACK_TEXT_DAYS,
    }


def refusal(request: HttpRequest, language: str, sentence: str, status: int, **frame: Any) -> HttpResponse:
    """Why something was not taken, and where to go."""
    title = _("That did not work")
    response = _page(request, "refusal", {"sentence": sentence}, language=language, title=title, status=status, **frame)
    if status == 429:
        response["Retry-After"] = str(int(WINDOW.total_seconds()))
    return response


def thanks(language: str, *, about: str, story: Article | None, page: str = "", vote: str = "") -> HttpResponse:
    """The way to the thanks, after something was taken. `vote` is the slip to give a reason for a no with."""
    query: dict[str, Any] = {"article": story.pk} if story else {"page": page} if page else {}
    query |= {"about": about} | ({"vote": vote} if vote else {})
    return SeeOther(f"{pathwords.page('feedback-thanks', language)}?{urlencode(query, safe='/')}")


def thank_you(
    request: HttpRequest, language: str, *, about: str, story: Article | None, page: str, vote: str
) -> HttpResponse:
    """The thanks themselves; after a no, with the one question what was lacking."""
    about = about if about in _THANKED else "comment"
    context = {
        "story": story,
        "page": "" if story else page,
        "about": about,
        "reasons": Vote.Reason.choices if vote else [],
        "vote": vote,
    }
    return _page(request, "thanks", context, language=language, title=_("Thank you"), key="feedback-thanks")


def _page(
    request: HttpRequest,
    template: str,
    context: dict[str, Any],
    *,
    language: str,
    title: str,
    key: str = "feedback",
    status: int = 200,
    **frame: Any,
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
        request, f"feedback/{template}.html", context, language=language, metadata=metadata, status=status, **frame
    )
