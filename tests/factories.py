"""A small cast for tests: staff, vocabularies, pictures and stories. Stories go through the verbs, as in life."""

from datetime import UTC, datetime
from typing import Any

import factory
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import connection
from factory.django import DjangoModelFactory

from articles import publishing, related, revising
from articles.models import Announcement, Article, Author, Country, Image, Masthead, Page, Section, Topic
from articles.snapshots import Snapshot

#: A fixed hour for everything that happens in tests, unless they say otherwise.
THEN = datetime(2024, 5, 6, 12, 0, tzinfo=UTC)


class UserFactory(DjangoModelFactory):
    class Meta:
        model = get_user_model()
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"staff{n}")
    email = factory.LazyAttribute(lambda user: f"{user.username}@newsroom.example")
    is_staff = True

    @factory.post_generation
    def role(self, create: bool, name: str | None, **kwargs: Any) -> None:
        if name:
            self.groups.add(Group.objects.get(name=name))

    @factory.post_generation
    def password(self, create: bool, value: str | None, **kwargs: Any) -> None:
        self.set_password(value or "a long enough password")
        self.save()


class SectionFactory(DjangoModelFactory):
    class Meta:
        model = Section

    name_en = factory.Sequence(lambda n: f"Section {n}")
    name_es = factory.Sequence(lambda n: f"Sección {n}")
    slug_en = factory.Sequence(lambda n: f"section-{n}")
    slug_es = factory.Sequence(lambda n: f"seccion-{n}")


class CountryFactory(DjangoModelFactory):
    class Meta:
        model = Country

    code = factory.Sequence(lambda n: f"{chr(65 + n // 26 % 26)}{chr(65 + n % 26)}")
    name_en = factory.Sequence(lambda n: f"Country {n}")
    name_es = factory.Sequence(lambda n: f"País {n}")
    slug_en = factory.Sequence(lambda n: f"country-{n}")
    slug_es = factory.Sequence(lambda n: f"pais-{n}")


class TopicFactory(DjangoModelFactory):
    class Meta:
        model = Topic

    name_en = factory.Sequence(lambda n: f"Topic {n}")
    name_es = factory.Sequence(lambda n: f"Tema {n}")
    slug_en = factory.Sequence(lambda n: f"topic-{n}")
    slug_es = factory.Sequence(lambda n: f"tema-{n}")


class ImageFactory(DjangoModelFactory):
    class Meta:
        model = Image

    file = factory.Sequence(lambda n: f"images/00/{n:064d}.jpg")
    width = 1600
    height = 900
    alt_en = "A harbour at dawn"
    alt_es = "Un puerto al amanecer"
    caption_en = "The harbour."
    caption_es = "El puerto."
    credit = "Staff"
    cleared = True


class AuthorFactory(DjangoModelFactory):
    class Meta:
        model = Author

    name = factory.Sequence(lambda n: f"Author {n}")
    slug = factory.Sequence(lambda n: f"author-{n}")


class PageFactory(DjangoModelFactory):
    class Meta:
        model = Page

    language = "en"
    title = factory.Sequence(lambda n: f"Page {n}")
    slug = factory.Sequence(lambda n: f"page-{n}")
    body = "<p>What we promise.</p>"
    published = True


class AnnouncementFactory(DjangoModelFactory):
    class Meta:
        model = Announcement

    language = "en"
    title = factory.Sequence(lambda n: f"Announcement {n}")
    slug = factory.Sequence(lambda n: f"announcement-{n}")
    date = factory.LazyFunction(lambda: THEN.date())
    body = "<p>What happened in the house.</p>"
    published = True


class MastheadFactory(DjangoModelFactory):
    class Meta:
        model = Masthead
        django_get_or_create = ("id",)

    id = 1
    name = "The Test Gazette"
    tagline_en = "Set in type"
    tagline_es = "En letras de molde"
    house_byline_en = "The Gazette"
    house_byline_es = "La Gaceta"
    about_en = "A paper for tests."
    about_es = "Un periódico de pruebas."
    comments_invitation_en = "What did we miss?"
    comments_invitation_es = "¿Qué nos faltó?"
    donation_request_en = "Printing costs money."
    donation_request_es = "Imprimir cuesta dinero."
    donation_label_en = "Give"
    donation_label_es = "Donar"
    donation_url_en = "https://gazette.example/give"
    donation_url_es = "https://gazette.example/donar"
    licence_name = "CC BY-NC 4.0"
    licence_url_en = "https://creativecommons.org/licenses/by-nc/4.0/"
    licence_url_es = "https://creativecommons.org/licenses/by-nc/4.0/deed.es"
    licence_notice_en = "Copy us, and say so."
    licence_notice_es = "Cópienos y dígalo."
    contact_email = "desk@gazette.example"


def chief() -> Any:
    """Somebody who may do everything, to set scenes with."""
    return get_user_model().objects.filter(is_superuser=True).first() or UserFactory(
        username="chief", is_superuser=True
    )


def snapshot(**values: Any) -> Snapshot:
    """A draft that could be published: every part that the gate asks for is there."""
    count = Article.objects.count()
    words: dict[str, Any] = {
        "headline": f"Story {count}",
        "slug": f"story-{count}",
        "dek": "What it is about, in a line.",
        "body": "<p>What happened, and where.</p>",
    }
    if "section" not in values:
        words["section"] = (Section.objects.first() or SectionFactory()).pk
    if "bylines" not in values:
        words["bylines"] = (((Author.objects.first() or AuthorFactory()).pk, "author"),)
    return Snapshot(**(words | values))


def draft(*, language: str = "en", by: Any = None, **values: Any) -> Article:
    """A story at the desk that was never published."""
    return revising.start(snapshot(**values), language=language, by=by or chief(), at=THEN)


def story(*, language: str = "en", at: datetime = THEN, by: Any = None, **values: Any) -> Article:
    """A live story."""
    return publishing.publish(draft(language=language, by=by, **values), by=by or chief(), at=at)


def after_commit() -> None:
    """What happens at a commit and right after it, for a test that never commits: shelves are filed, lists of others follow."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    related.work_off(seconds=None)


def rewritten(article: Article, *, by: Any = None, **values: Any) -> Article:
    """The same story with a newer draft that readers don't see."""
    by = by or chief()
    article = Article.objects.get(pk=article.pk)
    revising.save(article, revising.head_snapshot(article).changed(**values), by=by, version=article.draft.version)
    return Article.objects.get(pk=article.pk)
