"""Two people, one story, the same second: real threads with connections of their own."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from articles import publishing, revising
from articles.models import Address, Article, Edition, EditorialEvent
from articles.publishing import Refused
from articles.revising import StaleDraft
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(deeds: list[Callable[[], Any]]) -> Counter[str]:
    """Do all of it at the same moment; how each ended, by the name of its exception, "done" without one."""
    start = Barrier(len(deeds))

    def run(deed: Callable[[], Any]) -> str:
        try:
            start.wait()
            deed()
        except Exception as problem:
            return type(problem).__name__
        else:
            return "done"
        finally:
            connection.close()

    with ThreadPoolExecutor(len(deeds)) as threads:
        return Counter(threads.map(run, deeds))


def test_of_many_saves_of_one_version_exactly_one_is_the_draft_and_none_is_lost() -> None:
    article, chief = factories.draft(), factories.chief()
    opened = revising.head_snapshot(article)

    def save(number: int) -> Callable[[], Any]:
        mine = opened.changed(headline=f"Take {number}")
        return lambda: revising.save(article, mine, by=chief, version=1)

    outcome = at_once([save(number) for number in range(8)])
    assert outcome == {"done": 1, StaleDraft.__name__: 7}
    kept = {revision.snapshot["headline"] for revision in article.revisions.exclude(number=1)}
    assert kept == {f"Take {number}" for number in range(8)}
    article = Article.objects.get()
    assert article.draft.version == 2
    assert article.draft.head.origin == "save"


def test_of_two_publications_of_one_draft_one_happens() -> None:
    article, chief = factories.draft(), factories.chief()
    before = Edition.number_now()
    outcome = at_once([lambda: publishing.publish(article, by=chief)] * 4)
    assert outcome == {"done": 1, Refused.__name__: 3}
    assert Edition.number_now() == before + 1
    assert EditorialEvent.objects.filter(verb="publish").count() == 1


def test_of_two_stories_that_want_one_address_one_gets_it() -> None:
    chief = factories.chief()
    stories = [factories.draft(slug="wanted"), factories.draft(slug="wanted")]
    outcome = at_once([lambda story=story: publishing.publish(story, by=chief) for story in stories])
    assert outcome == {"done": 1, Refused.__name__: 1}
    live = Article.objects.published().get()
    assert Address.objects.get(path=live.path).article == live


def test_two_stories_that_swap_their_slugs_at_once_end_in_sentences_not_in_errors() -> None:
    chief = factories.chief()
    one, other = factories.story(slug="one"), factories.story(slug="other")
    factories.rewritten(one, slug="other")
    factories.rewritten(other, slug="one")
    outcome = at_once([lambda story=story: publishing.publish(story, by=chief) for story in (one, other)])
    assert outcome == {Refused.__name__: 2}
    assert set(Article.objects.values_list("slug", flat=True)) == {"one", "other"}


def test_publishing_with_the_same_new_tag_at_once_works_for_both() -> None:
    chief = factories.chief()
    stories = [factories.draft(tags=("brand new",)) for _ in range(4)]
    outcome = at_once([lambda story=story: publishing.publish(story, by=chief) for story in stories])
    assert outcome == {"done": 4}
    assert Article.objects.published().filter(tags__name="brand new").count() == 4


def test_editions_of_parallel_publications_are_all_counted() -> None:
    chief = factories.chief()
    stories = [factories.draft() for _ in range(6)]
    before = Edition.number_now()
    assert at_once([lambda story=story: publishing.publish(story, by=chief) for story in stories]) == {"done": 6}
    assert Edition.number_now() == before + 6


def test_renaming_a_section_while_its_stories_are_published_ends_well() -> None:
    chief, section = factories.chief(), factories.SectionFactory()
    stories = [factories.story(section=section.pk) for _ in range(3)]
    newcomer = factories.draft(section=section.pk)
    for number, story in enumerate(stories):
        factories.rewritten(story, slug=f"renamed-{number}")

    def rename() -> None:
        section.slug_en = "another-name"
        section.save()

    deeds = [lambda story=story: publishing.publish(story, by=chief) for story in [*stories, newcomer]]
    assert at_once([rename, *deeds]) == {"done": 5}
    for article in Article.objects.published().select_related("section__parent"):
        assert article.path == f"/another-name/{article.slug}/"
        assert Address.objects.get(article=article, current=True).path == article.path
