"""The log: every verb leaves one line that says who, when and what, and nothing takes a line back."""

from datetime import timedelta
from typing import Any

import pytest

from articles import (
    binning,
    correcting,
    noting,
    previewing,
    protecting,
    publishing,
    reviewing,
    revising,
    translating,
)
from articles.models import Article, Author, EditorialEvent
from articles.models.audit import VERBS
from articles.related import banning
from articles.revising import StaleDraft
from tests import factories
from tests.factories import THEN

pytestmark = pytest.mark.django_db

#: Written by a page of the desk alone: two versions become one.
AT_THE_DESK = {"merge"}


class Newsroom:
    """Somebody does everything that can be done, a minute apart."""

    def __init__(self) -> None:
        self.by = factories.chief()
        self.moment = THEN

    def told(self) -> dict[str, Any]:
        self.moment += timedelta(minutes=1)
        return {"by": self.by, "at": self.moment}

    def words(self, article: Article, **changes: Any) -> tuple[Article, Any, int]:
        article = Article.objects.select_related("draft__head").get(pk=article.pk)
        return article, revising.head_snapshot(article).changed(**changes), article.draft.version

    def write(self, article: Article) -> None:
        story, words, version = self.words(article, headline="Autosaved")
        revising.autosave(story, words, version=version, **self.told())
        story, words, version = self.words(article, headline="Saved")
        revising.save(story, words, version=version, **self.told())
        with pytest.raises(StaleDraft):
            revising.save(story, words.changed(headline="Too late"), version=1, **self.told())
        story, _words, version = self.words(article)
        revising.revert(story, to=story.revisions.get(number=1), version=version, **self.told())

    def review(self, article: Article) -> None:
        reviewing.assign(article, to=self.by, **self.told())
        reviewing.submit(article, **self.told())
        reviewing.send_back(article, reason="More names", **self.told())
        reviewing.approve(article, **self.told())
        reviewing.schedule(article, due_at=self.moment + timedelta(days=1), **self.told())
        reviewing.unschedule(article, **self.told())

    def show(self, article: Article) -> None:
        publishing.publish(article, **self.told())
        correcting.correct(article, kind="update", text="It ended.", **self.told())
        publishing.withdraw(article, note="Wrong.", reason="Sued", **self.told())
        publishing.reinstate(article, reason="Won", **self.told())
        publishing.unpublish(article, reason="A doubt", **self.told())

    def fail(self) -> None:
        due = self.moment + timedelta(days=2)
        article = factories.draft(slug="wanted")
        reviewing.schedule(article, due_at=due, **self.told())
        factories.story(slug="wanted")
        publishing.publish_due(at=due)

    def throw(self) -> None:
        article = factories.draft()
        binning.throw(article, reason="Told elsewhere", **self.told())
        binning.restore(article, **self.told())
        binning.throw(article, **self.told())
        binning.purge(at=self.moment + binning.KEPT)

    def go_beside(self, article: Article) -> None:
        note = noting.write(article, text="Says who?", **self.told())
        noting.resolve(note, **self.told())
        noting.reopen(note, **self.told())
        link, _token = previewing.make(article, purpose="lawyer", lasts=timedelta(days=1), **self.told())
        previewing.revoke(link, **self.told())
        twin = translating.start(article, **self.told())
        noting.resolve(note, **self.told())
        story, words, version = self.words(article, dek="Newer.")
        revising.save(story, words, version=version, **self.told())
        publishing.publish(article, **self.told())
        translating.follow(twin, **self.told())
        other = factories.story(by=factories.chief())
        banning.ban(article, other, **self.told())
        banning.lift(article, other, **self.told())
        author = Author.objects.all()[0]
        protecting.protect(author, **self.told())
        protecting.unprotect(author, **self.told())


def test_every_verb_leaves_a_line_that_says_who_and_when() -> None:
    newsroom = Newsroom()
    article = factories.draft(headline="Written first")
    newsroom.write(article)
    newsroom.review(article)
    newsroom.show(article)
    newsroom.fail()
    newsroom.throw()
    newsroom.go_beside(article)
    lines = list(EditorialEvent.objects.order_by("pk"))
    assert {line.verb for line in lines} == set(VERBS) - AT_THE_DESK
    assert {line.actor_name for line in lines} == {"chief"}
    assert all(line.headline for line in lines)
    own = [line for line in lines if line.article_id == article.pk]
    assert [line.at for line in own] == sorted(line.at for line in own)
    assert len({line.at for line in own}) == len(own)  # one line a deed, at its own minute


def test_a_line_says_what_changed() -> None:
    article = factories.draft()
    factories.rewritten(article, headline="Another", tags=("new",), republishable=False)
    line = EditorialEvent.objects.get(verb="save")
    assert line.details == {"revision": 2, "changed": ["headline", "republishable", "tags"]}
    reviewing.send_back(reviewing.submit(article, by=factories.chief()), reason="More names", by=factories.chief())
    assert EditorialEvent.objects.get(verb="send_back").details == {"revision": 2, "reason": "More names"}
    publishing.publish(article, by=factories.chief())
    told = EditorialEvent.objects.get(verb="publish").details
    assert told == {"revision": 2, "path": Article.objects.get().path, "first": True, "corrections": 0}
    publishing.withdraw(article, by=factories.chief(), note="Wrong.", reason="Sued")
    assert EditorialEvent.objects.get(verb="withdraw").details == {"reason": "Sued", "withdrawal_note": "Wrong."}


def test_what_is_refused_leaves_no_line() -> None:
    article = factories.draft(slug="")
    before = EditorialEvent.objects.count()
    for deed in (publishing.publish, publishing.unpublish, publishing.reinstate, reviewing.unschedule):
        with pytest.raises(publishing.Refused):
            deed(article, by=factories.chief())
    assert EditorialEvent.objects.count() == before


def test_every_line_can_be_said_in_words() -> None:
    article = factories.story()
    assert [line.verb_in_words for line in EditorialEvent.objects.filter(article_id=article.pk).order_by("pk")] == [
        "started the story",
        "published",
    ]
