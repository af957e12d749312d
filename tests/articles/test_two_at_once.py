"""Two people, one story, the same second: real threads with connections of their own."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import Any

import pytest
from django.db import connection, connections

from articles import binning, noting, publishing, reviewing, revising, translating
from articles.models import Address, Article, Edition, EditorialEvent
from articles.publishing import Refused
from articles.revising import StaleDraft
from tests import factories
from tests.factories import THEN

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(deeds: list[Callable[[], Any]]) -> Counter[str]:
    """Do all of it at the same moment; how each ended, by the name of its exception, "done" without one."""
    start = Barrier(len(deeds))

    def run(deed: Callable[[], Any]) -> str:
        connections["default"] = own_connection()
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


def own_connection() -> Any:
    """A connection beside the pool, which has fewer than there are people here."""
    own = connection.copy()
    own.settings_dict["OPTIONS"].pop("pool", None)
    return own


def test_of_fifty_saves_one_wins_and_the_words_of_the_others_are_kept() -> None:
    article = factories.draft()
    opened = revising.head_snapshot(article)
    people = [factories.UserFactory(is_superuser=True) for _ in range(50)]

    def save(number: int, by: Any) -> Callable[[], Any]:
        mine = opened.changed(headline=f"Take {number}", bylines=(), tags=(f"tag {number}",))
        return lambda: revising.save(article, mine, by=by, version=1)

    outcome = at_once([save(number, by) for number, by in enumerate(people)])
    assert outcome == {"done": 1, StaleDraft.__name__: 49}
    kept = article.revisions.exclude(number=1)
    assert {revision.snapshot["headline"] for revision in kept} == {f"Take {number}" for number in range(50)}
    assert {revision.created_by for revision in kept} == set(people)
    assert sorted(kept.values_list("number", flat=True)) == list(range(2, 52))
    article = Article.objects.get()
    assert article.draft.version == 2
    assert article.draft.head.origin == "save"
    assert article.draft.headline == article.draft.head.snapshot["headline"]
    lines = EditorialEvent.objects.exclude(verb="start")
    assert Counter(lines.values_list("verb", flat=True)) == {"save": 1, "conflict": 49}


def test_of_many_processes_at_the_hour_one_publishes_each_story() -> None:
    hour, chief = THEN + timedelta(hours=1), factories.chief()
    for _ in range(3):
        reviewing.schedule(factories.draft(), due_at=hour, by=chief, at=THEN)
    before = Edition.number_now()
    assert at_once([lambda: publishing.publish_due(at=hour)] * 6) == {"done": 6}
    assert Article.objects.published().count() == 3
    assert EditorialEvent.objects.filter(verb="publish").count() == 3
    assert not EditorialEvent.objects.filter(verb="publish_failed").exists()
    assert Edition.number_now() == before + 3


def test_a_save_at_the_hour_neither_rides_along_nor_is_lost() -> None:
    hour, chief = THEN + timedelta(hours=1), factories.chief()
    article = reviewing.schedule(factories.draft(headline="Approved"), due_at=hour, by=chief, at=THEN)
    late = revising.head_snapshot(article).changed(headline="Written at that moment")
    deeds = [lambda: publishing.publish_due(at=hour), lambda: revising.save(article, late, by=chief, version=1)]
    assert at_once(deeds) == {"done": 2}
    article = Article.objects.get()
    assert (article.headline, article.draft.headline) == ("Approved", "Written at that moment")
    assert article.draft.stage == "writing"


def test_a_save_while_the_bin_is_emptied_is_kept_or_told() -> None:
    chief = factories.chief()
    article = binning.throw(factories.draft(), by=chief, at=THEN)
    late = revising.head_snapshot(article).changed(headline="From an open form")
    end = THEN + binning.KEPT
    outcome = at_once(
        [lambda: binning.purge(at=end), lambda: revising.save(article, late, by=chief, version=1, at=end)]
    )
    if Article.objects.exists():
        assert outcome == {"done": 2}
        assert Article.objects.get().draft.headline == "From an open form"
    else:
        assert outcome == {"done": 1, Refused.__name__: 1}


def test_the_same_save_sent_twice_at_once_makes_one_revision() -> None:
    article, chief = factories.draft(), factories.chief()
    mine = revising.head_snapshot(article).changed(headline="Sent twice")
    assert at_once([lambda: revising.save(article, mine, by=chief, version=1)] * 4) == {"done": 4}
    assert list(article.revisions.order_by("number").values_list("origin", flat=True)) == ["start", "save"]
    assert Article.objects.get().draft.version == 2


def test_of_two_who_start_the_translation_one_does() -> None:
    article, chief = factories.draft(), factories.chief()
    outcome = at_once([lambda: translating.start(article, by=chief)] * 3)
    assert outcome == {"done": 1, Refused.__name__: 2}
    assert Article.objects.filter(language="es").count() == 1


def test_a_note_is_resolved_by_one_of_two() -> None:
    chief = factories.chief()
    note = noting.write(factories.draft(), text="Says who?", by=chief)
    assert at_once([lambda: noting.resolve(note, by=chief)] * 4) == {"done": 4}
    assert EditorialEvent.objects.filter(verb="resolve").count() == 1


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
