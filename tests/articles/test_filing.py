"""Where stories stand in the archive, and how many: kept by the database, exact whatever happens and however much at once."""

from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from itertools import product
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from articles import coverage, publishing
from articles.models import (
    Article,
    ArticleCountry,
    ArticleTag,
    Author,
    Byline,
    Calendar,
    Correction,
    Country,
    Edition,
    Filing,
    FilingCount,
    Section,
    Tag,
    Topic,
)
from tests import factories
from tests.articles.test_two_at_once import at_once
from tests.factories import THEN

pytestmark = pytest.mark.django_db(transaction=True)


def by_hand() -> Counter[tuple]:
    """Every count of the live stories, counted one by one."""
    found: Counter[tuple] = Counter()
    for story in Article.objects.published().select_related("section"):
        countries = list(story.countries.values_list("pk", flat=True))
        topics = list(story.topics.values_list("pk", flat=True))
        assert story.section and story.published_at
        sections = [pk for pk in (story.section_id, story.section.parent_id) if pk]
        shelves = [("all", 0, 0)]
        shelves += [("section", pk, 0) for pk in sections]
        shelves += [("country", pk, 0) for pk in countries] + [("topic", pk, 0) for pk in topics]
        shelves += [("author", pk, 0) for pk in story.authors.values_list("pk", flat=True)]
        shelves += [("tag", pk, 0) for pk in story.tags.values_list("pk", flat=True)]
        shelves += [("country_topic", *both) for both in product(countries, topics)]
        shelves += [("country_section", *both) for both in product(countries, sections)]
        pairs = [("section_country", *both) for both in product(sections, countries)]
        pairs += [("section_topic", *both) for both in product(sections, topics)]
        pairs += [("topic_topic", a, b) for a, b in product(topics, topics) if a != b]
        pairs += [("country_country", a, b) for a, b in product(countries, countries) if a != b]
        month = story.published_at.date().replace(day=1)
        found.update((story.language, *shelf, month) for shelf in shelves)
        found.update((story.language, *shelf, None) for shelf in [*shelves, *pairs])
        for moment in set(Correction.objects.filter(article=story).values_list("made_at", flat=True)):
            found.update((story.language, "corrected", 0, 0, month) for month in (moment.date().replace(day=1), None))
    return found


def counted() -> Counter[tuple]:
    rows = FilingCount.objects.values_list("language", "kind", "key", "other", "month", "stories")
    return Counter({row[:-1]: row[-1] for row in rows})


@pytest.fixture
def vocabulary() -> dict[str, list[int]]:
    news = factories.SectionFactory()
    part = Section.objects.create(parent=news, name_en="Part", name_es="Parte", slug_en="part", slug_es="parte")
    return {
        "section": [news.pk, part.pk, factories.SectionFactory().pk],
        "country": [factories.CountryFactory().pk for _ in range(3)],
        "topic": [factories.TopicFactory().pk for _ in range(3)],
        "author": [factories.AuthorFactory().pk for _ in range(2)],
    }


def _story(words: dict[str, list[int]], number: int, *, publish: bool = True) -> Article:
    chosen: dict[str, Any] = {
        "language": "es" if number % 4 == 3 else "en",
        "section": words["section"][number % 3],
        "countries": tuple(words["country"][: number % 4]),
        "topics": tuple(words["topic"][number % 3 :]),
        "bylines": ((words["author"][number % 2], "author"),),
        "tags": (f"tag {number % 2}",),
    }
    if not publish:
        return factories.draft(slug=f"n-{number}", **chosen)
    return factories.story(slug=f"n-{number}", at=THEN - timedelta(days=20 * number), **chosen)


def test_every_deed_is_counted_in_the_commit_that_does_it(vocabulary: dict[str, list[int]]) -> None:
    chief = factories.chief()
    stories = [_story(vocabulary, number) for number in range(8)]
    moved, other = Section.objects.get(pk=vocabulary["section"][1]), vocabulary["section"][2]
    deeds: list[Callable[[], Any]] = [
        lambda: publishing.unpublish(stories[0], by=chief),
        lambda: publishing.withdraw(stories[1], by=chief),
        lambda: publishing.reinstate(stories[1], by=chief),
        lambda: publishing.publish(
            factories.rewritten(stories[2], countries=(), topics=(vocabulary["topic"][0],), tags=("new",)), by=chief
        ),
        lambda: ArticleCountry.objects.filter(article=stories[3]).delete(),
        lambda: Tag.objects.filter(name="tag 0").delete(),
        lambda: ArticleTag.objects.update(tag=Tag.objects.create(name="all one", slug="all-one")),
        lambda: Byline.objects.update(author=vocabulary["author"][0]),
        lambda: Article.objects.filter(pk=stories[4].pk).update(published_at=THEN - timedelta(days=900)),
        lambda: Article.objects.filter(pk=stories[5].pk).update(section=other),
        lambda: Section.objects.filter(pk=moved.pk).update(parent=other),
        lambda: Article.objects.filter(pk=stories[6].pk).update(headline="Changed"),
        lambda: Correction.objects.bulk_create(
            [Correction(article=stories[number], text="Was wrong.", made_at=THEN) for number in (6, 6, 7)]
        ),
        lambda: Correction.objects.filter(article=stories[6]).update(made_at=THEN - timedelta(days=40)),
        lambda: Correction.objects.filter(article=stories[7]).delete(),
        lambda: Article.objects.update(state="unpublished"),
    ]
    assert counted() == by_hand() != Counter()
    for number, deed in enumerate(deeds):
        deed()
        assert counted() == by_hand(), number
    assert not Filing.objects.exists() and not FilingCount.objects.exists()


def test_a_story_that_loses_everything_in_one_transaction_is_counted_off(vocabulary: dict[str, list[int]]) -> None:
    kept, gone = _story(vocabulary, 1), _story(vocabulary, 2)
    with connection.cursor() as cursor, transaction.atomic():
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        for table in ("articlecountry", "articletopic", "articletag", "byline"):
            cursor.execute(f"DELETE FROM articles_{table} WHERE article_id = %s", [gone.pk])
        Article.objects.filter(pk=gone.pk).update(state="binned")
    assert counted() == by_hand()
    assert set(Filing.objects.values_list("article", flat=True)) == {kept.pk}


def test_what_is_undone_is_not_counted(vocabulary: dict[str, list[int]]) -> None:
    before = counted()
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        _story(vocabulary, 1)
        raise ZeroDivisionError
    assert counted() == before


def test_many_who_publish_at_once_are_counted_exactly_and_none_waits_for_ever(vocabulary: dict[str, list[int]]) -> None:
    chief = factories.chief()
    drafts = [_story(vocabulary, number, publish=False) for number in range(24)]
    live = [_story(vocabulary, number) for number in range(24, 30)]
    deeds: list[Callable[[], Any]] = [lambda draft=draft: publishing.publish(draft, by=chief) for draft in drafts]
    deeds += [lambda story=story: publishing.unpublish(story, by=chief) for story in live]
    assert at_once(deeds) == {"done": 30}
    assert counted() == by_hand()
    assert Filing.objects.filter(kind="all").count() == 24


def test_transactions_that_touch_the_same_stories_in_another_order_do_not_deadlock(
    vocabulary: dict[str, list[int]],
) -> None:
    stories = [_story(vocabulary, number) for number in range(6)]

    def refile(order: list[Article], country: int) -> Callable[[], None]:
        def deed() -> None:
            with transaction.atomic():
                for story in order:
                    ArticleCountry.objects.get_or_create(article=story, country_id=country)

        return deed

    ways = [refile(stories[:: 1 if n % 2 else -1], vocabulary["country"][n % 3]) for n in range(3)]
    assert at_once(ways) == {"done": 3}
    assert counted() == by_hand()


def test_counting_starts_no_edition_of_its_own(vocabulary: dict[str, list[int]]) -> None:
    draft = _story(vocabulary, 1, publish=False)
    before = Edition.number_now()
    publishing.publish(draft, by=factories.chief())
    assert Edition.number_now() == before + 1


def test_recount_finds_nothing_wrong_and_puts_right_what_is(
    vocabulary: dict[str, list[int]], capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(5):
        _story(vocabulary, number)
    right, filed = counted(), set(Filing.objects.values_list())
    before = Edition.number_now()
    call_command("recount")
    assert "Everything was right." in capsys.readouterr().out
    assert Edition.number_now() == before
    FilingCount.objects.filter(kind="country").update(stories=99)
    FilingCount.objects.filter(kind="topic", month__isnull=True).delete()
    FilingCount.objects.create(language="en", kind="author", key=999, stories=1)
    Filing.objects.filter(kind="tag").delete()
    call_command("recount")
    assert "put right" in capsys.readouterr().out
    assert (counted(), set(Filing.objects.values_list())) == (right, filed)
    assert Edition.number_now() == before + 1


def test_months_are_those_of_the_newsroom(settings: Any) -> None:
    factories.story(at=datetime(2024, 6, 1, 3, 0, tzinfo=UTC))  # in Bogotá it is still May
    settings.TIME_ZONE = "America/Bogota"
    coverage.keep_the_zone()
    shape = coverage.shape_of(coverage.ALL, "en")
    assert [month.first for month in shape.months] == [date(2024, 5, 1)]
    assert [story.published_at for story in shape.within(2024, 5).page(1)] == [datetime(2024, 6, 1, 3, 0, tzinfo=UTC)]
    factories.story(at=datetime(2024, 7, 1, 4, 59, tzinfo=UTC))
    assert FilingCount.objects.filter(kind="all", month=date(2024, 6, 1), stories=1).exists()
    settings.TIME_ZONE = "UTC"
    coverage.keep_the_zone()
    assert Calendar.objects.get().zone == "UTC"
    assert FilingCount.objects.filter(kind="all", month=date(2024, 7, 1), stories=1).exists()


def test_every_page_of_a_list_holds_what_a_plain_query_would(vocabulary: dict[str, list[int]]) -> None:
    country = Country.objects.get(pk=vocabulary["country"][0])
    for number in range(1, 48):
        _story(vocabulary, number)
    rows: list[Any] = [country, *Topic.objects.all(), *Section.objects.all(), *Author.objects.all(), *Tag.objects.all()]
    plain: dict[type, Callable[[Any], Any]] = {
        Country: Article.objects.published().about,
        Topic: Article.objects.published().about,
        Section: Article.objects.published().in_section,
        Author: Article.objects.published().by_author,
        Tag: lambda tag: Article.objects.published().filter(tagged__tag=tag),
    }
    for row, language in product(rows, ("en", "es")):
        wanted = list(plain[type(row)](row).in_language(language).newest_first().values_list("pk", flat=True))
        shape = coverage.shape_of(coverage.shelf_of(row), language)
        pages = [[story.pk for story in shape.page(number)] for number in (1, 2, 3)]
        assert pages == [wanted[:20], wanted[20:40], wanted[40:60]], row
        assert shape.count == len(wanted)
