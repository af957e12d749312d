"""Publishing a collection: each document becomes a story, by the verbs that a newsroom uses."""

from __future__ import annotations

from datetime import UTC, datetime
from html import escape

from bench import place
from bench.corpus import building
from bench.quality.collected import Collection, Document

_AT = datetime(2020, 1, 1, tzinfo=UTC)


def ensure(url: str, collection: Collection) -> None:
    """Make sure that the stories of a collection are in its database."""
    building.connect(url)
    made_of = f"{collection.name}, {len(collection.documents)} documents, form {building.form()}"
    if place.label(url) == made_of:
        return
    place.remake(url)
    _publish(collection)
    place.write_label(url, made_of)


def _publish(collection: Collection) -> None:
    # Django's models can be imported only now that `connect` has set it up.
    from django.contrib.auth import get_user_model
    from django.core.management import call_command

    from articles import publishing, revising
    from articles.models import Author, Masthead, Section
    from articles.snapshots import Snapshot

    call_command("migrate", verbosity=0)
    Masthead.objects.get_or_create(id=1, defaults={"name": "The Collection"})
    words = {"name_en": "Papers", "name_es": "Trabajos", "slug_en": "papers", "slug_es": "trabajos"}
    section = Section.objects.create(**words)
    author = Author.objects.create(name="Anon", slug="anon")
    editor = get_user_model().objects.create(username="editor", is_superuser=True)
    for document in collection.documents:
        told = Snapshot(
            section=section.pk,
            headline=_headline(document),
            slug=f"d{document.key}",
            body=f"<p>{escape(document.text or document.title or document.key, quote=False)}</p>",
            bylines=((author.pk, "author"),),
        )
        story = revising.start(told, language="en", by=editor, at=_AT)
        publishing.publish(story, by=editor, at=_AT)
    call_command("reindex", verbosity=0)  # as after an import: the first stories were weighed by the averages of a few


def _headline(document: Document) -> str:
    """A story needs a headline; a document without a title gets one that says nothing."""
    return document.title[:200] or f"No. {document.key}"
