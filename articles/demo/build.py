"""Builds the demonstration edition through the same verbs that editors use. Run again, it adds only what is missing."""

import re
import uuid
from datetime import timedelta
from io import BytesIO
from typing import Any

from babel import Locale
from django.db import transaction

from articles import library, markup, publishing, revising
from articles.demo import drawings, house, stories_en, stories_es
from articles.demo.shapes import Both, Language, Story
from articles.models import Announcement, Article, Author, Country, Image, Masthead, Page, Section, Topic
from articles.snapshots import Snapshot

LANGUAGES: tuple[Language, ...] = ("en", "es")

#: Gives each story of the demonstration the same translation key in every database.
_NAMESPACE = uuid.UUID("5d0a3a52-6c1b-4a2f-9a53-6a7f1c0a9e11")
#: The house is invented and takes no money: its donation link leads to the page that says so.
_FUNDING = Both("/about/funding/", "/es/acerca-de/financiamiento/")


def is_built() -> bool:
    """Whether any story is in the database."""
    return Article.objects.exists()


def build(*, by: Any) -> int:
    """Write the house, its vocabularies, pictures, pages and stories, signed in the log by `by`.

    Returns how many stories were added. What an editor has changed since stays as it is.
    """
    _build_masthead()
    _build_pages()
    cast = _Cast()
    stories = [story for story in (*stories_en.STORIES, *stories_es.STORIES) if not _there(story)]
    for story in sorted(stories, key=lambda story: story.published):
        with transaction.atomic():
            _publish(story, cast, by)
    for story in stories:
        _pick(story, by)
    return len(stories)


def _both(name: str, text: Both) -> dict[str, str]:
    return {f"{name}_en": text.en, f"{name}_es": text.es}


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
        **_both("tagline", told.tagline),
        **_both("house_byline", told.byline),
        **_both("about", told.about),
        **_both("comments_invitation", told.invitation),
        **_both("donation_request", told.donation),
        **_both("licence_notice", told.licence),
        **_both("donation_label", told.donation_label),
        **_both("donation_url", _FUNDING),
        **_both("demonstration_notice", told.demonstration),
    )


def _build_pages() -> None:
    for position, told in enumerate(house.PAGES):
        for language in LANGUAGES:
            Page.objects.get_or_create(
                language=language,
                slug=told.slug.in_(language),
                defaults={
                    "title": told.title.in_(language),
                    "body": markup.clean(told.body.in_(language)),
                    "position": position,
                    "published": True,
                },
            )
    for news in house.ANNOUNCEMENTS:
        for language in LANGUAGES:
            Announcement.objects.get_or_create(
                language=language,
                slug=news.slug.in_(language),
                defaults={
                    "title": news.title.in_(language),
                    "body": markup.clean(news.body.in_(language)),
                    "date": news.day,
                    "published": True,
                },
            )


class _Cast:
    """The vocabularies of the demonstration, by the keys that its stories use; a picture is painted when first asked for."""

    def __init__(self) -> None:
        self.sections: dict[str, Section] = {}
        for position, told in enumerate(house.SECTIONS):
            parent = self.sections[told.parent] if told.parent else None
            self.sections[told.key], _created = Section.objects.get_or_create(
                parent=parent,
                slug_en=told.slug.en,
                defaults={
                    "slug_es": told.slug.es,
                    "position": position,
                    **_both("name", told.name),
                    **_both("description", told.description),
                },
            )
        self.countries = {told.code: _country(told) for told in house.COUNTRIES}
        self.topics = {
            told.key: Topic.objects.get_or_create(
                slug_en=told.slug.en,
                defaults={
                    "slug_es": told.slug.es,
                    "kind": told.kind,
                    "aliases": list(told.aliases),
                    **_both("name", told.name),
                    **_both("profile", told.profile),
                },
            )[0]
            for told in house.TOPICS
        }
        self.authors = {
            told.key: Author.objects.get_or_create(
                slug=told.slug,
                defaults={"name": told.name, "languages": list(told.languages), **_both("bio", told.bio)},
            )[0]
            for told in house.AUTHORS
        }
        self._images: dict[str, Image] = {}

    def image(self, key: str) -> Image:
        if key not in self._images:
            told = drawings.DRAWINGS[key]
            described = Image(
                credit=told.credit.en, republishable=True, **_both("alt", told.alt), **_both("caption", told.caption)
            )
            try:
                self._images[key] = library.add(described, library.read(BytesIO(drawings.paint(key))))
            except library.AlreadyThere as there:
                self._images[key] = there.image
        return self._images[key]


def _country(told: Any) -> Country:
    names = {language: Locale(language).territories[told.code] for language in ("en", "es")}
    return Country.objects.get_or_create(
        code=told.code,
        defaults={
            "slug_en": told.slug.en,
            "slug_es": told.slug.es,
            "name_en": names["en"],
            "name_es": names["es"],
            **_both("profile", told.profile),
        },
    )[0]


def _key_of(story_key: str) -> str:
    return str(uuid.uuid5(_NAMESPACE, story_key))


def _find(story_key: str, language: str) -> Article | None:
    return Article.objects.filter(translation_key=_key_of(story_key), language=language).first()


def _there(story: Story) -> bool:
    return _find(story.key, story.language) is not None


def _publish(story: Story, cast: _Cast, by: Any) -> None:
    article = revising.start(
        _snapshot(story, cast), language=story.language, by=by, at=story.published - timedelta(hours=2)
    )
    publishing.publish(article, by=by, at=story.published)


def _pick(story: Story, by: Any) -> None:
    """A story's picks, once all stories are there."""
    article = _find(story.key, story.language)
    picked = [found.pk for key in story.picks if (found := _find(key, story.language))]
    if article and picked:
        snapshot = revising.head_snapshot(article).changed(picks=tuple(picked))
        revising.save(article, snapshot, by=by, version=article.draft.version, at=story.published)
        publishing.publish(article, by=by, at=story.published)


def _snapshot(story: Story, cast: _Cast) -> Snapshot:
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
    )


def _with_images(text: str, cast: _Cast) -> str:
    return re.sub(r'data-drawing="([\w-]+)"', lambda found: f'data-image="{cast.image(found[1]).pk}"', text)
