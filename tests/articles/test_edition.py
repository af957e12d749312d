"""The edition counts the transactions that changed what readers could see, and nothing else."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, models, transaction
from django.utils import timezone

from articles import publishing
from articles.feedback.models import Message, Vote
from articles.models import (
    Address,
    Announcement,
    Article,
    ArticleCountry,
    ArticleTag,
    ArticleTopic,
    Author,
    Byline,
    Country,
    Edition,
    Image,
    Masthead,
    Page,
    RelatedBan,
    RelatedLink,
    RelatedPick,
    SearchDocument,
    Section,
    Tag,
    Topic,
)
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)

#: Tables of the domain that readers never see; every other one starts editions. Where stories are filed, and how many,
#: changes in the very commits that start one.
PRIVATE = {
    "Calendar",
    "FeedItem",  # shown only while it says what the story's own rows say
    "Filing",
    "FilingCount",
    "Draft",
    "EditorNote",
    "Presence",
    "PreviewLink",
    "Revision",
    "EditorialEvent",
    "Edition",
    "SearchPosting",  # these follow from the search documents
    "SearchWord",
    "SearchTally",
    "RelatedText",  # what lists of related stories are made from
    "RelatedWord",
    "RelatedMark",
}


@contextmanager
def editions(expected: int) -> Iterator[None]:
    before = Edition.number_now()
    yield
    assert Edition.number_now() - before == expected


def run(sql: str, *parameters: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)


@pytest.fixture
def live() -> Article:
    country, topic, image = factories.CountryFactory(), factories.TopicFactory(), factories.ImageFactory()
    other = factories.story()
    factories.MastheadFactory()
    factories.PageFactory()
    factories.AnnouncementFactory()
    story = factories.story(
        lead_image=image.pk,
        countries=(country.pk,),
        topics=(topic.pk,),
        kicker_topic=topic.pk,
        tags=("summit",),
        picks=(other.pk,),
    )
    RelatedBan.objects.create(article=story, banned=other, by=factories.chief(), at=timezone.now())
    RelatedLink.objects.create(article=story, other=other, score=0.3, worth=0.2)
    return story


def test_every_table_that_readers_see_starts_editions() -> None:
    unwatched = set()
    for model in apps.get_app_config("articles").get_models(include_auto_created=True):
        names = {trigger.name for trigger in getattr(model._meta, "triggers", [])}
        if not names >= {"edition_insert", "edition_update", "edition_delete", "edition_truncate"}:
            unwatched.add(model.__name__)
    assert unwatched == PRIVATE


CHANGES = {
    Article: {"headline": "Changed"},
    Section: {"description_en": "Changed"},
    Country: {"profile_es": "Cambiado"},
    Topic: {"aliases": ["Changed"]},
    Tag: {"name": "changed"},
    Author: {"bio_en": "Changed"},
    Image: {"alt_en": "Changed"},
    Masthead: {"tagline_en": "Changed"},
    Page: {"title": "Changed"},
    Announcement: {"title": "Changed"},
    Byline: {"role": "editor"},
    RelatedPick: {"position": 7},
    RelatedBan: {"at": factories.THEN},
    RelatedLink: {"worth": 0.5},
    SearchDocument: {"names": "Changed"},
    Address: {"current": False},
}


@pytest.mark.parametrize("model", CHANGES, ids=lambda model: model.__name__)
def test_a_change_of_a_public_row_starts_one_edition(live: Article, model: type[models.Model]) -> None:
    with editions(1):
        model._default_manager.update(**CHANGES[model])
    with editions(0):  # the same values again
        model._default_manager.update(**CHANGES[model])


@pytest.mark.parametrize(
    "model", [ArticleCountry, ArticleTopic, ArticleTag, Byline, RelatedPick, RelatedBan, RelatedLink]
)
def test_taking_a_relation_off_a_live_story_starts_one_edition(live: Article, model: type[models.Model]) -> None:
    with editions(1):
        model._default_manager.all().delete()


def test_adding_relations_to_a_live_story_starts_one_edition_each(live: Article) -> None:
    country, tag = factories.CountryFactory(), Tag.objects.create(name="new tag", slug="new-tag")
    with editions(1):
        live.countries.add(country)
    with editions(1):
        live.tags.add(tag)


@pytest.mark.parametrize(
    "table",
    [
        model._meta.db_table
        for model in (ArticleTag, ArticleTopic, ArticleCountry, Byline, RelatedPick, SearchDocument, Address)
    ],
)
def test_raw_sql_and_truncate_count_too(live: Article, table: str) -> None:
    with editions(1):
        run(f"TRUNCATE {table}")


def test_raw_sql_on_a_story_counts(live: Article) -> None:
    with editions(1):
        run("UPDATE articles_article SET dek = dek || '.' WHERE id = %s", live.pk)


def test_a_transaction_adds_one_edition_however_much_it_changes(live: Article) -> None:
    with editions(1), transaction.atomic():
        Section.objects.update(position=3)
        Masthead.objects.update(name="Another Gazette")
        live.tags.add("one", "two")
        run("SET CONSTRAINTS ALL IMMEDIATE")
        Masthead.objects.update(name="A Third Gazette")


def test_a_transaction_that_fails_adds_none(live: Article) -> None:
    with editions(0), pytest.raises(RuntimeError), transaction.atomic():
        Section.objects.update(position=3)
        raise RuntimeError


def test_drafts_revisions_votes_and_messages_add_none(live: Article) -> None:
    with editions(0):
        factories.rewritten(live, headline="Only the desk sees this")
    with editions(0):
        Vote.objects.create(address=live.path, article=live, language="en", helpful=True, sent_at=timezone.now())
        Message.objects.create(address=live.path, article=live, language="en", text="Hello", sent_at=timezone.now())


def test_a_story_that_was_never_public_adds_none(live: Article) -> None:
    with editions(0):
        hidden = factories.draft(section=live.section_id, bylines=((live.bylines.get().author_id, "author"),))
        Article.objects.filter(pk=hidden.pk).update(headline="Still nobody sees it")


def test_publishing_and_unpublishing_add_one_each(live: Article) -> None:
    chief = factories.chief()
    with editions(1):
        publishing.unpublish(live, by=chief)
    with editions(1):
        publishing.publish(live, by=chief)


def test_private_columns_of_a_live_story_add_none(live: Article) -> None:
    with editions(0):
        Article.objects.filter(pk=live.pk).update(sensitive=True)
        RelatedLink.objects.update(score=0.9)


def test_a_database_without_an_edition_gets_a_new_incarnation(live: Article) -> None:
    before = Edition.objects.get()
    Edition.objects.all().delete()
    Section.objects.update(position=9)
    after = Edition.objects.get()
    assert after.incarnation != before.incarnation
    assert after.number == 1


def test_what_nobody_can_see_yet_adds_none(live: Article) -> None:
    hidden = factories.AuthorFactory(protected=True)
    factories.rewritten(live, bylines=((hidden.pk, "author"),))
    publishing.publish(live, by=factories.chief())
    unused = Image.objects.create(file="x.jpg", width=1, height=1, alt_en="x", credit="x")
    with editions(0):
        Tag.objects.create(name="unused", slug="unused")
    with editions(0):
        Image.objects.filter(pk=unused.pk).update(has_avif=True)
    with editions(0):
        Author.objects.filter(pk=hidden.pk).update(bio_en="Never shown")
    with editions(1):
        Author.objects.filter(pk=hidden.pk).update(protected=False)
