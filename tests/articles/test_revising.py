"""No saved word is lost: every save is a revision, and a late one never overwrites."""

import pytest

from articles import revising
from articles.models import Article, EditorialEvent, Revision
from articles.revising import StaleDraft
from articles.snapshots import Snapshot
from tests import factories

pytestmark = pytest.mark.django_db


def test_each_save_writes_a_revision_and_moves_the_head() -> None:
    article = factories.draft(headline="One")
    article = factories.rewritten(article, headline="Two")
    article = factories.rewritten(article, headline="Three")
    assert [r.snapshot["headline"] for r in article.revisions.order_by("number")] == ["One", "Two", "Three"]
    assert article.draft.version == 3
    assert revising.head_snapshot(article).headline == "Three"
    assert article.draft.headline == "Three"


def test_a_save_that_changes_nothing_writes_nothing() -> None:
    article = factories.draft()
    revision = revising.save(article, revising.head_snapshot(article), by=factories.chief(), version=1)
    assert revision.number == 1
    assert Revision.objects.count() == 1
    assert Article.objects.get().draft.version == 1


def test_a_late_save_is_kept_but_never_overwrites() -> None:
    article = factories.draft(headline="Opened by two")
    mine = revising.head_snapshot(article).changed(headline="Mine")
    factories.rewritten(article, headline="Theirs")
    with pytest.raises(StaleDraft) as stale:
        revising.save(article, mine, by=factories.chief(), version=1)
    article = Article.objects.get()
    assert article.draft.headline == "Theirs"
    assert revising.head_snapshot(article).headline == "Theirs"
    assert stale.value.kept.snapshot["headline"] == "Mine"
    assert stale.value.kept.origin == "conflict"
    assert EditorialEvent.objects.filter(verb="conflict").exists()


def test_reverting_adds_a_revision_and_removes_none() -> None:
    article = factories.draft(headline="One", tags=("first",))
    article = factories.rewritten(article, headline="Two", tags=("second",))
    first = article.revisions.get(number=1)
    revising.revert(article, to=first, by=factories.chief(), version=article.draft.version)
    assert [r.snapshot["headline"] for r in article.revisions.order_by("number")] == ["One", "Two", "One"]
    assert revising.head_snapshot(article).tags == ("first",)


def test_a_revision_of_another_story_is_refused() -> None:
    article, other = factories.draft(), factories.draft()
    with pytest.raises(ValueError, match="another story"):
        revising.revert(article, to=other.revisions.get(), by=factories.chief(), version=1)


def test_hostile_markup_is_cleaned_on_the_way_in() -> None:
    article = factories.draft(
        headline="Head\x00line\u202e  with\nbreaks", body='<p onclick="x()">Fine<script>alert(1)</script></p>'
    )
    kept = revising.head_snapshot(article)
    assert kept.headline == "Headline with breaks"
    assert kept.body == "<p>Fine</p>"


def test_a_snapshot_survives_being_stored() -> None:
    article = factories.draft(
        tags=("b", "a"), picks=(factories.story().pk,), countries=(factories.CountryFactory().pk,)
    )
    kept = revising.head_snapshot(article)
    assert Snapshot.from_json(article.draft.head.snapshot, 1) == kept
    assert kept.tags == ("a", "b")


def test_a_snapshot_of_an_unknown_form_is_refused() -> None:
    with pytest.raises(ValueError, match="schema 99"):
        Snapshot.from_json({}, 99)
