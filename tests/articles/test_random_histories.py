"""Whatever the desk does in whatever order: readers see the last published revision, links live, the edition is exact,
milestones never shrink, and the log tells of each change that readers saw."""

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles import binning, publishing, reviewing, revising
from articles.models import Address, Article, Draft, Edition, EditorialEvent, Section
from articles.publishing import Refused
from articles.snapshots import Snapshot
from tests import factories
from tests.pristine import digest

_count = itertools.count()

#: What can happen to one of the two stories, to the section that both are in, or to the clock.
STEPS = (
    *("edit", "autosave", "rename", "move", "revert", "rename section"),
    *("publish", "publish an older one", "approve", "schedule", "unschedule", "wait", "write on and on"),
    *("unpublish", "withdraw", "reinstate", "bin", "restore"),
)
STEP = st.tuples(st.sampled_from(STEPS), st.integers(0, 1), st.integers(0, 3))

#: The lines of the log that tell of a change readers could see.
TOLD = ("publish", "unpublish", "withdraw", "reinstate")


@dataclass
class World:
    """Two stories at the desk, and what a reader must see of each: the snapshot published last, or nothing.

    `withdrawn` holds what comes back if it is reinstated, `due` what the clock will publish and when.
    """

    stories: list[Article]
    sections: list[Section]
    visible: dict[int, Any] = field(default_factory=dict)
    withdrawn: dict[int, Any] = field(default_factory=dict)
    due: dict[int, tuple[Any, Any]] = field(default_factory=dict)
    clock: Any = factories.THEN
    reader: Client = field(default_factory=Client)
    last_read: tuple[Any, Any] = (None, None)

    @classmethod
    def fresh(cls) -> "World":
        number = next(_count)
        # What earlier histories left on the schedule is none of this one's.
        Draft.objects.update(stage="writing", due_at=None, scheduled_by=None)
        sections = list(Section.objects.order_by("pk")) or [factories.SectionFactory() for _ in range(2)]
        stories = [
            factories.draft(
                slug=f"story-{number}-{letter}", headline=f"Headline {number} {letter} 0", section=sections[0].pk
            )
            for letter in "ab"
        ]
        return cls(stories, sections)

    def story(self, which: int) -> Article:
        return Article.objects.select_related("draft__head").get(pk=self.stories[which].pk)

    def told(self) -> dict[str, Any]:
        return {"by": factories.chief(), "at": self.clock}

    def save(self, which: int, verb: Callable[..., Any] = revising.save, **changes: Any) -> None:
        article = self.story(which)
        words = revising.head_snapshot(article).changed(**changes)
        verb(article, words, version=article.draft.version, **self.told())

    def edit(self, which: int, value: int) -> None:
        self.save(which, headline=f"Headline of {self.stories[which].pk}, take {value}", body=f"<p>Text {value}.</p>")

    def autosave(self, which: int, value: int) -> None:
        self.save(which, revising.autosave, headline=f"Headline of {self.stories[which].pk}, typing {value}")

    def write_on_and_on(self, which: int, value: int) -> None:
        for number in range(revising.AUTOSAVES + 2):
            self.save(which, revising.autosave, dek=f"Dek {value}, key {number}")

    def rename(self, which: int, value: int) -> None:
        # The same slug for both stories: the second to publish it is refused.
        self.save(which, slug=f"slug-{value}")

    def move(self, which: int, value: int) -> None:
        self.save(which, section=self.sections[value % 2].pk)

    def publish(self, which: int, value: int) -> None:
        article = self.story(which)
        publishing.publish(article, **self.told())
        self.shown(article, revising.head_snapshot(article))

    def publish_an_older_one(self, which: int, value: int) -> None:
        article = self.story(which)
        older = article.revisions.order_by("number")[value % article.revisions.count()]
        publishing.publish(article, revision=older, **self.told())
        self.shown(article, Snapshot.from_json(older.snapshot, older.schema))

    def shown(self, article: Article, words: Any) -> None:
        self.visible[article.pk] = words
        self.due.pop(article.pk, None)

    def approve(self, which: int, value: int) -> None:
        reviewing.approve(self.story(which), **self.told())

    def schedule(self, which: int, value: int) -> None:
        article, hour = self.story(which), self.clock + timedelta(minutes=value + 1)
        reviewing.schedule(article, due_at=hour, **self.told())
        self.due[article.pk] = (hour, revising.head_snapshot(article))

    def unschedule(self, which: int, value: int) -> None:
        reviewing.unschedule(self.story(which), **self.told())
        del self.due[self.stories[which].pk]

    def wait(self, which: int, value: int) -> None:
        """Some minutes pass, and the clock comes for what is due."""
        self.clock += timedelta(minutes=value)
        ripe = {key: words for key, (hour, words) in self.due.items() if hour <= self.clock}
        outcomes = {outcome.article.pk: outcome.failure for outcome in publishing.publish_due(at=self.clock)}
        assert set(outcomes) == set(ripe)
        for key, words in ripe.items():
            del self.due[key]
            if not outcomes[key]:
                self.visible[key] = words

    def unpublish(self, which: int, value: int) -> None:
        article = self.story(which)
        publishing.unpublish(article, **self.told())
        del self.visible[article.pk]
        self.due.pop(article.pk, None)

    def withdraw(self, which: int, value: int) -> None:
        article = self.story(which)
        publishing.withdraw(article, note="Taken back.", **self.told())
        self.withdrawn[article.pk] = self.visible.pop(article.pk)
        self.due.pop(article.pk, None)

    def reinstate(self, which: int, value: int) -> None:
        article = self.story(which)
        publishing.reinstate(article, **self.told())
        self.visible[article.pk] = self.withdrawn.pop(article.pk)

    def bin(self, which: int, value: int) -> None:
        binning.throw(self.story(which), **self.told())

    def restore(self, which: int, value: int) -> None:
        binning.restore(self.story(which), **self.told())

    def revert(self, which: int, value: int) -> None:
        article = self.story(which)
        earlier = article.revisions.order_by("number")[value % article.revisions.count()]
        revising.revert(article, to=earlier, version=article.draft.version, **self.told())

    def rename_section(self, which: int, value: int) -> None:
        section = self.sections[which]
        section.refresh_from_db()
        section.slug_en = f"{section.slug_en.split('-v')[0]}-v{value}"
        section.save()

    def pages(self) -> dict[str, tuple[int, str, bytes]]:
        """Every address of this world as a reader gets it, with the home page; read again if any row has changed."""
        rows, (then, found) = digest(), self.last_read
        if rows != then:
            found = self._read()
            self.last_read = (digest(), found)
        return found

    def _read(self) -> dict[str, tuple[int, str, bytes]]:
        paths = Address.objects.filter(article__in=self.stories).values_list("path", flat=True)
        places = Address.objects.filter(section__in=self.sections, language="en").values_list("path", flat=True)
        found = {}
        for path in ["/", *paths, *places]:
            answer = self.reader.get(path)
            found[path] = (answer.status_code, answer.get("Location", ""), answer.content)
        return found

    def check(self, pages: dict[str, tuple[int, str, bytes]]) -> None:
        for path, (status, target, _body) in pages.items():
            assert status in (200, 301, 404, 410), (path, status)
            if status == 301:
                assert pages[target][0] == 200, (path, target)
        for story in self.stories:
            article = Article.objects.get(pk=story.pk)
            shown = self.visible.get(article.pk)
            addresses = Address.objects.filter(article=article)
            if shown is None:
                status = 410 if article.pk in self.withdrawn else 404
                assert all(pages[address.path][0] == status for address in addresses)
                assert article.state != "live"
                continue
            status, _target, body = pages[article.path]
            assert status == 200
            assert shown.headline.encode() in body
            assert shown.body.encode() in body
            assert article.path.endswith(f"/{shown.slug}/")
            assert article.path == addresses.get(current=True).path
            assert article.section_id == shown.section
            assert Snapshot.from_json(article.published_revision.snapshot, article.published_revision.schema) == shown


@pytest.mark.django_db(transaction=True)
@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(steps=st.lists(STEP, min_size=6, max_size=16))
def test_random_histories_keep_every_promise(steps: list[tuple[str, int, int]]) -> None:
    world = World.fresh()
    pages = world.pages()
    for step, which, value in steps:
        world.clock += timedelta(minutes=1)
        before, edition, kept, log = pages, Edition.number_now(), _milestones(world), _told(world)
        saved = _seen_by_readers(world)
        act: Callable[[int, int], None] = getattr(world, step.replace(" ", "_"))
        try:
            act(which, value)
        except Refused:
            assert Edition.number_now() == edition
            assert _told(world) == log
        pages = world.pages()
        world.check(pages)
        assert _milestones(world) >= kept
        # One edition and one line of the log for each change that readers saw, and none for anything else.
        changes = _told(world) - log
        assert Edition.number_now() - edition == (changes or int(pages != before)), (step, which, value)
        assert bool(changes) == (_seen_by_readers(world) != saved), (step, which, value)


def _milestones(world: World) -> set[int]:
    """What is never pruned: every revision that somebody meant to write, and every one that readers ever saw."""
    published = EditorialEvent.objects.filter(verb="publish", article_id__in=[story.pk for story in world.stories])
    told = set(published.values_list("article_id", "details__revision"))
    kept = {revision.pk for story in world.stories for revision in revising.milestones(story)}
    seen = {
        revision.pk
        for story in world.stories
        for revision in story.revisions.all()
        if (story.pk, revision.number) in told
    }
    assert len(seen) == len(told)
    return kept | seen


def _told(world: World) -> int:
    lines = EditorialEvent.objects.filter(article_id__in=[story.pk for story in world.stories])
    return lines.filter(verb__in=TOLD).count()


def _seen_by_readers(world: World) -> list[tuple[Any, ...]]:
    rows = Article.objects.filter(pk__in=[story.pk for story in world.stories]).order_by("pk")
    known = rows.exclude(state__in=["unpublished", "binned"])  # to readers, these two are one
    return list(known.values_list("pk", "state", "published_revision", "changed_at"))
