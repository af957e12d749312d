"""Builds the demonstration edition through the same verbs that editors use. Run again, it adds only what is missing."""

import re
import uuid
from datetime import timedelta
from typing import Any

from django.db import transaction

from articles import addressing, correcting, markup, publishing, revising
from articles.demo import house
from articles.demo.cast import Cast, both
from articles.demo.corrections import CORRECTIONS
from articles.demo.front import FRONT
from articles.demo.shapes import LANGUAGES, Both, Story
from articles.demo.stories import STORIES
from articles.models import Announcement, Article, HomeSlot, Masthead, Page
from articles.snapshots import Snapshot

#: Gives each story of the demonstration the same translation key in every database.
_NAMESPACE = uuid.UUID("5d0a3a52-6c1b-4a2f-9a53-6a7f1c0a9e11")
#: The house is invented and takes no money: its donation link leads to the page that says so.
_FUNDING = Both("/about/funding/", "/es/acerca-de/financiamiento/")


def is_built() -> bool:
    """Whether any story is in the database."""
    return Article.objects.exists()


def find(story_key: str, language: str) -> Article | None:
    """The row of a story of the demonstration, in whatever state it is."""
    return Article.objects.filter(translation_key=_key_of(story_key), language=language).first()


def build(*, by: Any) -> list[tuple[Story, Article]]:
    """Write the house, its vocabularies, pictures, pages and stories, signed in the log by `by`.

    Returns the stories that were added. What editors have made of the others, of pages and of vocabularies stays as
    it is, and nothing at all is written when no story is missing.
    """
    missing = [story for story in STORIES if find(story.key, story.language) is None]
    if not missing:
        return []
    _build_masthead()
    _build_pages()
    cast = Cast()
    added = []
    for story in sorted(missing, key=lambda story: story.published):
        with transaction.atomic():
            added.append((story, _publish(story, cast, by)))
    for story, article in added:
        with transaction.atomic():
            _pick_newer(story, article, by)
            _correct(story, article, by)
            _place(story, article)
    return added


def _build_masthead() -> None:
    if Masthead.objects.exists():
        return
    told = house.HOUSE
    Masthead.objects.create(
        id=1,
        name=told.name,
        contact_email=told.email,
        licence_name=told.licence_name,
        licence_url_en=told.licence_url,
        licence_url_es=f"{told.licence_url}deed.es",
        **both("tagline", told.tagline),
        **both("house_byline", told.byline),
        **both("about", told.about),
        **both("comments_invitation", told.invitation),
        **both("donation_request", told.donation),
        **both("licence_notice", told.licence),
        **both("donation_label", told.donation_label),
        **both("donation_url", _FUNDING),
        **both("demonstration_notice", told.demonstration),
    )


def _build_pages() -> None:
    for position, told in enumerate(house.PAGES):
        for language in LANGUAGES:
            page = Page(language=language, slug=told.slug.in_(language), position=position)
            _publish_text(page, title=told.title.in_(language), body=told.body.in_(language))
    for news in house.ANNOUNCEMENTS:
        for language in LANGUAGES:
            announcement = Announcement(language=language, slug=news.slug.in_(language), date=news.day)
            _publish_text(announcement, title=news.title.in_(language), body=news.body.in_(language))


def _publish_text(row: Page | Announcement, *, title: str, body: str) -> None:
    """Save a page or an announcement, unless its address was given away before."""
    if addressing.lookup(row.path_in(row.language)) is None:
        row.title, row.body, row.published = title, markup.clean(body), True
        row.save()


def _key_of(story_key: str) -> str:
    return str(uuid.uuid5(_NAMESPACE, story_key))


def _publish(story: Story, cast: Cast, by: Any) -> Article:
    article = revising.start(
        _snapshot(story, cast), language=story.language, by=by, at=story.published - timedelta(hours=2)
    )
    return publishing.publish(article, by=by, at=story.published)


def _picked(story: Story) -> tuple[int, ...]:
    """Its picks among the stories that are there by now."""
    return tuple(found.pk for key in story.picks if (found := find(key, story.language)))


def _pick_newer(story: Story, article: Article, by: Any) -> None:
    """Publish the story again if some of its picks came after it."""
    snapshot, picked = revising.head_snapshot(article), _picked(story)
    if snapshot.picks != picked:
        revising.save(article, snapshot.changed(picks=picked), by=by, version=article.draft.version, at=story.published)
        publishing.publish(article, by=by, at=story.published)


def _correct(story: Story, article: Article, by: Any) -> None:
    for told in CORRECTIONS:
        if told.story == story.key:
            correcting.correct(article, kind=told.kind, text=told.text.in_(story.language), by=by, at=told.at)


def _place(story: Story, article: Article) -> None:
    """Give the story its place on the front page, unless an editor has given that to another."""
    front = FRONT[story.language]
    if story.key in front:
        HomeSlot.objects.get_or_create(
            language=story.language, position=front.index(story.key), defaults={"story": article}
        )


def _snapshot(story: Story, cast: Cast) -> Snapshot:
    kicker, key = story.kicker.split(":")
    return Snapshot(
        kind=story.kind,
        section=cast.sections[story.section].pk,
        headline=story.headline,
        slug=story.slug,
        dek=story.dek,
        body=_with_images(story.body, cast),
        lead_image=cast.image(story.lead_image).pk if story.lead_image else None,
        kicker_topic=cast.topics[key].pk if kicker == "topic" else None,
        kicker_country=cast.countries[key].pk if kicker == "country" else None,
        translation_key=_key_of(story.key),
        bylines=tuple((cast.authors[author].pk, role) for author, role in story.bylines),
        countries=tuple(cast.countries[code].pk for code in story.countries),
        topics=tuple(cast.topics[key].pk for key in story.topics),
        tags=story.tags,
        picks=_picked(story),
    )


def _with_images(text: str, cast: Cast) -> str:
    return re.sub(r'data-drawing="([\w-]+)"', lambda found: f'data-image="{cast.image(found[1]).pk}"', text)
