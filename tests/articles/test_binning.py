"""The bin: thirty days to change one's mind, the slug kept, nothing deleted that anybody ever read or still uses."""

from datetime import timedelta
from typing import Any

import pytest

from articles import binning, noting, presence, previewing, publishing, revising, translating
from articles.models import Article, Draft, EditorialEvent, EditorNote, HomeSlot, PreviewLink, Revision
from articles.workflow import Refused
from tests import factories
from tests.factories import THEN

pytestmark = pytest.mark.django_db

END = THEN + binning.KEPT


def binned(*, at: Any = THEN, **values: Any) -> Article:
    return binning.throw(factories.draft(**values), by=factories.chief(), at=at)


def test_a_story_in_the_bin_keeps_its_slug() -> None:
    article = binned(slug="wanted")
    newcomer = factories.draft(slug="wanted")
    with pytest.raises(Refused, match="in the bin keeps this slug"):
        publishing.publish(newcomer, by=factories.chief(), at=END - timedelta(seconds=1))
    spanish = factories.draft(slug="wanted", language="es")
    publishing.publish(spanish, by=factories.chief())  # an address of its own
    binning.purge(at=END)
    assert not Article.objects.filter(pk=article.pk).exists()
    assert publishing.publish(newcomer, by=factories.chief()).slug == "wanted"


def test_it_comes_out_as_it_went_in() -> None:
    article = binned(headline="Second thoughts")
    words = revising.head_snapshot(article)
    binning.restore(article, by=factories.chief(), at=END)
    article = Article.objects.get()
    assert (article.state, article.draft.stage, article.draft.binned_at) == ("unpublished", "writing", None)
    assert revising.head_snapshot(article) == words
    assert binning.purge(at=END + binning.KEPT) == 0
    publishing.publish(article, by=factories.chief())


def test_nothing_goes_before_its_thirty_days_and_everything_of_it_goes_then() -> None:
    article, chief = factories.draft(headline="Never to be"), factories.chief()
    factories.rewritten(article, dek="Twice saved.")
    noting.write(article, text="Why?", by=chief)
    previewing.make(article, purpose="lawyer", lasts=timedelta(days=1), by=chief, revision=article.draft.head)
    presence.here(article, by=chief)
    twin = translating.start(article, by=chief)
    Draft.objects.update(saved_at=THEN)
    binning.throw(article, by=chief, at=THEN)
    assert binning.purge(at=END - timedelta(seconds=1)) == 0
    assert binning.purge(at=END) == 1
    assert not Article.objects.filter(pk=article.pk).exists()
    assert not Revision.objects.filter(article=article.pk).exists()
    assert not EditorNote.objects.exists() and not PreviewLink.objects.exists()
    assert Draft.objects.get().article == twin and Draft.objects.get().based_on is None


def test_the_log_outlives_the_story_and_says_who_put_it_there(roles: None) -> None:
    writer, publisher = factories.UserFactory(role="Reporter"), factories.UserFactory(role="Publisher")
    article = factories.draft(headline="Never to be", by=writer)
    binning.throw(article, by=publisher, reason="Told elsewhere", at=THEN)
    key = article.pk
    binning.purge(at=END)
    lines = EditorialEvent.objects.filter(article_id=key).order_by("pk")
    assert [(line.verb, line.actor_name, line.headline) for line in lines] == [
        ("start", writer.username, "Never to be"),
        ("bin", publisher.username, "Never to be"),
        ("purge", publisher.username, "Never to be"),
    ]
    assert lines[1].details["reason"] == "Told elsewhere"


def test_what_readers_have_seen_is_never_deleted() -> None:
    article = publishing.unpublish(factories.story(), by=factories.chief())
    Draft.objects.update(saved_at=THEN)
    binning.throw(article, by=factories.chief(), at=THEN)
    assert binning.purge(at=END) == 0
    assert Article.objects.get().state == "binned"


def test_a_text_that_somebody_saved_meanwhile_is_kept() -> None:
    article = binned()
    revising.save(
        article,
        revising.head_snapshot(article).changed(headline="From an open form"),
        by=factories.chief(),
        version=1,
        at=END - timedelta(days=1),
    )
    assert binning.purge(at=END) == 0
    assert binning.purge(at=END + binning.KEPT) == 1


def test_a_story_in_use_is_refused_with_the_list_of_uses() -> None:
    article = factories.draft()
    factories.draft(headline="One that picked it", picks=(article.pk,))
    with pytest.raises(Refused, match="One that picked it"):
        binning.throw(article, by=factories.chief())
    placed = factories.story()
    HomeSlot.objects.create(language="en", position=0, story=placed)
    publishing.unpublish(placed, by=factories.chief())
    with pytest.raises(Refused, match="place on the front page"):
        binning.throw(placed, by=factories.chief())


def test_a_story_that_came_into_use_in_the_bin_is_kept() -> None:
    article = binned()
    factories.draft(picks=(article.pk,))
    assert binning.purge(at=END) == 0


def test_one_that_can_not_be_deleted_holds_back_no_other(caplog: pytest.LogCaptureFixture) -> None:
    from django.db import connection

    stuck, other = binned(), binned()
    with connection.cursor() as cursor:
        cursor.execute("CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'worn out'; END $$")
        cursor.execute(
            "CREATE TRIGGER refuse BEFORE DELETE ON articles_article FOR EACH ROW"
            f" WHEN (OLD.id = {stuck.pk}) EXECUTE FUNCTION refuse()"
        )
    assert binning.purge(at=END) == 1
    assert list(Article.objects.values_list("pk", flat=True)) == [stuck.pk]
    assert Draft.objects.get().article_id == stuck.pk
    assert f"Story {stuck.pk} in the bin" in caplog.text
    assert not EditorialEvent.objects.filter(verb="purge", article_id=stuck.pk).exists()
    assert EditorialEvent.objects.filter(verb="purge", article_id=other.pk).exists()
