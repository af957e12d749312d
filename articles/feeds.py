"""RSS 2.0 feeds: of the whole site in one language, and of every list of stories.

A feed is a pure function of what readers can see. Its ETag is made of its bytes, so whoever asks again with it gets the
feed only when something in it is different; there is no Last-Modified, because a story that was taken back changes a
feed without making it newer.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404
from django.utils import translation
from django.utils.feedgenerator import Rss201rev2Feed, rfc2822_date
from django.utils.translation import gettext as _
from django.utils.xmlutils import SimplerXMLGenerator
from django.views.decorators.http import require_safe

from articles import coverage, crossings, feeditems, pathwords, syndicating
from articles.feeditems import LENGTH, Item, legal
from articles.metadata import described
from articles.models import Article, Author, Tag, Topic
from articles.querysets import in_sight_alone
from articles.rendering import absolute
from articles.search import LONGEST, TooSlow, answer
from articles.views import house

#: Which text of each kind of row says what it is about.
_TEXTS: Mapping[str, str] = {"section": "description", "country": "profile", "topic": "profile", "author": "bio"}


@dataclass(frozen=True)
class Channel:
    """What a feed is about. `path` is the address of the list that it follows, `query` what else its address needs."""

    title: str
    path: str
    description: str
    language: str
    query: str = ""


@require_safe
def home(request: HttpRequest, language: str) -> HttpResponse:
    """The newest stories of one language."""
    masthead = house.of(request).masthead
    tagline = masthead.said_in(language, "tagline")
    channel = Channel(masthead.name, pathwords.PREFIXES[language], tagline or masthead.name, language)
    return _response(channel, _newest(request, coverage.ALL, language))


def of_row(request: HttpRequest, row: Any, language: str, page: int) -> HttpResponse:
    """The newest stories of a section, country, topic or author."""
    stories = _newest(request, coverage.shelf_of(row), language)
    if not stories and isinstance(row, Topic | Author) and not in_sight_alone(row):
        raise Http404
    masthead = house.of(request).masthead
    name = row.name if isinstance(row, Author) else row.said_in(language, "name")
    title = f"{name} | {masthead.name}"
    description = described(row.said_in(language, _TEXTS[row._meta.model_name])) or title
    return _response(Channel(title, row.path_in(language), description, language), stories)


@require_safe
def tag(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    """The newest stories that carry a tag. Like its page, it is there while a story is."""
    row = get_object_or_404(Tag, slug=slug)
    stories = _newest(request, coverage.shelf_of(row), language)
    if not stories:
        raise Http404
    masthead = house.of(request).masthead
    title = f"{row.name} | {masthead.name}"
    return _response(Channel(title, pathwords.below("tags", language, slug), title, language), stories)


@require_safe
def of_crossing(
    request: HttpRequest, language: str, country: str, *, topic: str = "", section: str = ""
) -> HttpResponse:
    """The newest stories about a country and a topic, or about a country in a section. Like their page, it is there while a
    story is."""
    found = crossings.at(language, country, topic=topic, section=section)
    stories = _newest(request, found.shelf, language) if found else []
    if not found or not stories:
        raise Http404
    path = found.path_in(language)
    address = pathwords.aspect(path, "feed", language)
    if address != request.path_info:
        return HttpResponsePermanentRedirect(address)
    masthead = house.of(request).masthead
    title = f"{found.title_in(language)} | {masthead.name}"
    return _response(Channel(title, path, title, language), stories)


def search(request: HttpRequest, language: str) -> HttpResponse:
    """The newest stories that answer a question: those that hold all of its words."""
    asked = request.GET.get("q", "")
    if len(asked) > LONGEST:
        raise BadRequest
    try:
        found = answer(asked, language=language, sort="newest", length=LENGTH)
    except TooSlow:
        return HttpResponse(status=503, headers={"Retry-After": "60"})
    keys = [hit.article.pk for hit in found.hits if hit.article and not found.instead_of]
    told = syndicating.of(Article.objects.published().filter(pk__in=keys).newest_first(), language)
    masthead = house.of(request).masthead
    stories = feeditems.of(told, language, byline=masthead.said_in(language, "house_byline"))
    with translation.override(language):
        title = _("Search: %(question)s") % {"question": found.question.text}
    channel = Channel(
        f"{title} | {masthead.name}",
        pathwords.page("search", language),
        title,
        language,
        f"?{urlencode({'q': found.question.text})}",
    )
    response = _response(channel, stories)
    response["X-Robots-Tag"] = "noindex"
    return response


def _newest(request: HttpRequest, shelf: coverage.Shelf, language: str) -> list[Item]:
    byline = house.of(request).masthead.said_in(language, "house_byline")
    edition = getattr(request, "edition", None)  # none while somebody works on the code
    return feeditems.newest(shelf, language, byline=byline, release=edition.release if edition else "")


def _response(channel: Channel, stories: list[Item]) -> HttpResponse:
    feed = _Feed(
        title=legal(channel.title),
        link=absolute(channel.path) + channel.query,
        description=legal(channel.description),
        language=channel.language,
        feed_url=absolute(pathwords.aspect(channel.path, "feed", channel.language)) + channel.query,
    )
    feed.items = [story._asdict() for story in stories]
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


class _Feed(Rss201rev2Feed):
    """A channel around items that are written already; one without stories has no date."""

    def rss_attributes(self) -> dict[str, str]:
        return {
            **super().rss_attributes(),
            "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
            "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        }

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        # Written here because the inherited method dates a feed without stories by the clock.
        handler.addQuickElement("title", self.feed["title"])
        handler.addQuickElement("link", self.feed["link"])
        handler.addQuickElement("description", self.feed["description"])
        handler.addQuickElement(
            "atom:link", None, {"rel": "self", "type": "application/rss+xml", "href": self.feed["feed_url"]}
        )
        handler.addQuickElement("language", self.feed["language"])
        if self.items:
            handler.addQuickElement("lastBuildDate", rfc2822_date(self.latest_post_date()))

    def write_items(self, handler: SimplerXMLGenerator) -> None:
        for item in self.items:
            handler.ignorableWhitespace(item["written"])  # the one way in for what needs no escaping
