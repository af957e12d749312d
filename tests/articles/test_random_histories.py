"""Whatever the desk does in whatever order: readers see the last published revision, links live, the edition is exact."""

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles import publishing, revising
from articles.models import Address, Article, Edition, Section
from articles.publishing import Refused
from tests import factories

_count = itertools.count()

#: What can happen to one of the two stories, or to the section that both are in.
STEP = st.tuples(
    st.sampled_from(["edit", "rename", "move", "publish", "unpublish", "revert", "rename section"]),
    st.integers(0, 1),
    st.integers(0, 3),
)


@dataclass
class World:
    """Two stories at the desk, and what a reader must see of each: the snapshot published last, or nothing."""

    stories: list[Article]
    sections: list[Section]
    visible: dict[int, Any] = field(default_factory=dict)
    clock: Any = factories.THEN
    reader: Client = field(default_factory=Client)

    @classmethod
    def fresh(cls) -> "World":
        number = next(_count)
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

    def save(self, which: int, **changes: Any) -> None:
        article = self.story(which)
        revising.save(
            article,
            revising.head_snapshot(article).changed(**changes),
            by=factories.chief(),
            version=article.draft.version,
            at=self.clock,
        )

    def edit(self, which: int, value: int) -> None:
        self.save(which, headline=f"Headline of {self.stories[which].pk}, take {value}", body=f"<p>Text {value}.</p>")

    def rename(self, which: int, value: int) -> None:
        # The same slug for both stories: the second to publish it is refused.
        self.save(which, slug=f"slug-{value}")

    def move(self, which: int, value: int) -> None:
        self.save(which, section=self.sections[value % 2].pk)

    def publish(self, which: int, value: int) -> None:
        article = self.story(which)
        publishing.publish(article, by=factories.chief(), at=self.clock)
        self.visible[article.pk] = revising.head_snapshot(article)

    def unpublish(self, which: int, value: int) -> None:
        article = self.story(which)
        publishing.unpublish(article, by=factories.chief(), at=self.clock)
        del self.visible[article.pk]

    def revert(self, which: int, value: int) -> None:
        article = self.story(which)
        earlier = article.revisions.order_by("number")[value % article.revisions.count()]
        revising.revert(article, to=earlier, by=factories.chief(), version=article.draft.version, at=self.clock)

    def rename_section(self, which: int, value: int) -> None:
        section = self.sections[which]
        section.refresh_from_db()
        section.slug_en = f"{section.slug_en.split('-v')[0]}-v{value}"
        section.save()

    def pages(self) -> dict[str, tuple[int, str, bytes]]:
        """Every address of this world as a reader gets it, with the home page."""
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
                assert all(pages[address.path][0] == 404 for address in addresses)
                continue
            status, _target, body = pages[article.path]
            assert status == 200
            assert shown.headline.encode() in body
            assert shown.body.encode() in body
            assert article.path.endswith(f"/{shown.slug}/")
            assert article.path == addresses.get(current=True).path
            assert article.section_id == shown.section


@pytest.mark.django_db(transaction=True)
@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(steps=st.lists(STEP, min_size=4, max_size=12))
def test_random_histories_keep_every_promise(steps: list[tuple[str, int, int]]) -> None:
    world = World.fresh()
    pages = world.pages()
    for step, which, value in steps:
        world.clock += timedelta(minutes=1)
        before, edition, log = pages, Edition.number_now(), _revisions(world)
        act: Callable[[int, int], None] = getattr(world, step.replace(" ", "_"))
        try:
            act(which, value)
        except Refused:
            assert Edition.number_now() == edition
        pages = world.pages()
        world.check(pages)
        assert _revisions(world) >= log
        assert Edition.number_now() - edition == int(pages != before), (step, which, value)


def _revisions(world: World) -> int:
    return sum(story.revisions.count() for story in world.stories)
