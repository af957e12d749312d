"""RSS 2.0 feeds: of the whole site in one language, and of every list of stories.

A feed is a pure function of what readers can see. Its ETag is made of its bytes, so whoever asks again with it gets the
feed only when something in it is different; there is no Last-Modified, because a story that was taken back changes a
feed without making it newer.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC
from html import escape
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404
from django.utils import translation
from django.utils.feedgenerator import Rss201rev2Feed, rfc2822_date
from django.utils.translation import gettext as _
from django.utils.xmlutils import SimplerXMLGenerator
from django.views.decorators.http import require_safe

from articles import coverage, crossings, markup, pathwords, syndicating
from articles.metadata import described
from articles.models import Article, Author, Byline, Masthead, Tag, Topic
from articles.querysets import in_sight_alone
from articles.remembering import remembered
from articles.rendering import absolute
from articles.search import LONGEST, TooSlow, answer
from articles.syndicating import Told
from articles.views import house
from articles.views.articles import credits_of

LENGTH = 30  # stories

#: Which text of each kind of row says what it is about.
_TEXTS: Mapping[str, str] = {"section": "description", "country": "profile", "topic": "profile", "author": "bio"}

# What XML 1.0 can't hold, not even escaped.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


# What a feed has to be told, and need not say.
_NOTHING: Mapping[str, Any] = {"title": "", "link": "", "description": ""}


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
    return _response(channel, _newest(coverage.ALL, language), masthead)


def of_row(request: HttpRequest, row: Any, language: str, page: int) -> HttpResponse:
    """The newest stories of a section, country, topic or author."""
    stories = _newest(coverage.shelf_of(row), language)
    if not stories and isinstance(row, Topic | Author) and not in_sight_alone(row):
        raise Http404
    masthead = house.of(request).masthead
    name = row.name if isinstance(row, Author) else row.said_in(language, "name")
    title = f"{name} | {masthead.name}"
    description = described(row.said_in(language, _TEXTS[row._meta.model_name])) or title
    return _response(Channel(title, row.path_in(language), description, language), stories, masthead)


@require_safe
def tag(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    """The newest stories that carry a tag. Like its page, it is there while a story is."""
    row = get_object_or_404(Tag, slug=slug)
    stories = _newest(coverage.shelf_of(row), language)
    if not stories:
        raise Http404
    masthead = house.of(request).masthead
    title = f"{row.name} | {masthead.name}"
    return _response(Channel(title, pathwords.below("tags", language, slug), title, language), stories, masthead)


@require_safe
def of_crossing(
    request: HttpRequest, language: str, country: str, *, topic: str = "", section: str = ""
) -> HttpResponse:
    """The newest stories about a country and a topic, or about a country in a section. Like their page, it is there while a
    story is."""
    found = crossings.at(language, country, topic=topic, section=section)
    stories = _newest(found.shelf, language) if found else []
    if not found or not stories:
        raise Http404
    path = found.path_in(language)
    address = pathwords.aspect(path, "feed", language)
    if address != request.path_info:
        return HttpResponsePermanentRedirect(address)
    masthead = house.of(request).masthead
    title = f"{found.title_in(language)} | {masthead.name}"
    return _response(Channel(title, path, title, language), stories, masthead)


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
    stories = syndicating.of(Article.objects.published().filter(pk__in=keys).newest_first(), language)
    masthead = house.of(request).masthead
    with translation.override(language):
        title = _("Search: %(question)s") % {"question": found.question.text}
    channel = Channel(
        f"{title} | {masthead.name}",
        pathwords.page("search", language),
        title,
        language,
        f"?{urlencode({'q': found.question.text})}",
    )
    response = _response(channel, stories, masthead)
    response["X-Robots-Tag"] = "noindex"
    return response


def identity(story: Told) -> str:
    """The name of a story that feed readers know it by: a tag URI (RFC 4151) that no new slug, section or text changes.

    It holds the day of the first publication, which is never rewritten.
    """
    host = urlsplit(settings.SITE_URL).hostname
    return f"tag:{host},{story.published_at.astimezone(UTC):%Y-%m-%d}:story/{story.pk}"


def _newest(shelf: coverage.Shelf, language: str) -> list[Told]:
    return syndicating.newest(shelf, language, LENGTH)


def _response(channel: Channel, stories: list[Told], masthead: Masthead) -> HttpResponse:
    feed = _Feed(
        title=_legal(channel.title),
        link=absolute(channel.path) + channel.query,
        description=_legal(channel.description),
        language=channel.language,
        feed_url=absolute(pathwords.aspect(channel.path, "feed", channel.language)) + channel.query,
    )
    byline = masthead.said_in(channel.language, "house_byline")
    for story in stories:
        feed.add_item(
            **_NOTHING,
            pubdate=story.published_at,
            updateddate=story.changed_at,
            written=_written(story, channel.language, byline),
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


@remembered(256)
def _written(story: Told, language: str, byline: str) -> str:
    """The item of a story: RSS 2.0 with the full text and any number of names. It stands in several feeds, and in each
    edition. `byline` is that of the house."""
    credits = credits_of(story.signed, language, byline)
    named = {credit.role: [name for name, _path in credit.people] for credit in credits}
    creators = named.pop(Byline.Role.AUTHOR, [byline])
    told = [
        ("title", story.headline),
        ("link", absolute(story.path)),
        ("description", story.dek or markup.excerpt(story.body)),
        ("pubDate", rfc2822_date(story.published_at)),
        ('guid isPermaLink="false"', identity(story)),
        *(("category", name) for name in story.filed),
        *(("dc:creator", name) for name in creators),
        *(("dc:contributor", name) for names in named.values() for name in names),
        *([("content:encoded", story.text)] if story.text else []),
    ]
    return _legal(f"<item>{''.join(_element(*one) for one in told)}</item>")


def _element(opened: str, text: str) -> str:
    return f"<{opened}>{escape(text, quote=False)}</{opened.partition(' ')[0]}>" if text else f"<{opened}/>"


def _legal(text: str) -> str:
    return _NOT_XML.sub("", text)


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
