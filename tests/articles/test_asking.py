"""A question that is compiled once answers as its queryset would, whoever asks it and with whatever values."""

from concurrent.futures import ThreadPoolExecutor
from functools import reduce
from operator import or_
from typing import Any

import pytest
from django.db import DatabaseError, NotSupportedError, connection, connections, transaction
from django.db.models import Q, QuerySet
from django.db.transaction import TransactionManagementError
from django.test.utils import CaptureQueriesContext
from psycopg._queries import MAX_CACHED_STATEMENT_LENGTH

from articles import asking, cards, coverage
from articles.models import Country, RelatedWord
from articles.templatetags.public import CARD_SIZES, card
from tests import factories
from tests.factories import THEN


@asking.once(name=str, least=int)
def _countries(count: int, *, name: str, least: int) -> QuerySet[Country]:
    return Country.objects.filter(name_en=name, pk__gte=least).order_by("pk")[:count]


def test_it_answers_for_other_values_and_other_forms(db: None) -> None:
    rows = [factories.CountryFactory(name_en=name) for name in ("Peru", "Peru", "Chile", "%s'; --")]
    for count in (1, 2):
        for name in ("Peru", "Chile", "Nowhere", "%s'; --"):
            plain = list(Country.objects.filter(name_en=name, pk__gte=rows[1].pk).order_by("pk")[:count])
            assert list(_countries(count, name=name, least=rows[1].pk)) == plain
    with CaptureQueriesContext(connection) as asked:
        found = _countries(1, name="Peru", least=0)
        assert not asked
        assert [country.name_en for country in found] == ["Peru"]
    assert len(asked) == 1


def test_what_is_no_parameter_is_refused(db: None) -> None:
    @asking.once(name=str)
    def changed(name: str) -> QuerySet[Country]:
        return Country.objects.filter(name_en=name * 2)

    with pytest.raises(ValueError, match="name"):
        changed(name="Peru")


def test_a_slice_begins_where_it_is_told(db: None) -> None:
    rows = [factories.CountryFactory() for _number in range(5)]

    @asking.once(skipped=int)
    def some(length: int, *, skipped: int) -> QuerySet[Country]:
        return Country.objects.filter(pk__gte=rows[0].pk).order_by("pk")[skipped : skipped + length]

    for skipped in range(6):
        assert list(some(2, skipped=skipped)) == rows[skipped : skipped + 2]


def test_the_database_plans_it_once_with_what_never_changes(db: None) -> None:
    @asking.once(least=int)
    def named(*, least: int) -> QuerySet[Country]:
        return Country.objects.filter(name_es="100 % d'ici", pk__gte=least).order_by("pk")

    row = factories.CountryFactory(name_es="100 % d'ici")
    for least in (0, row.pk, row.pk + 1):
        assert list(named(least=least)) == ([row] if least <= row.pk else [])
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement, parameter_types::text[] FROM pg_prepared_statements")
        kept = [types for statement, types in cursor.fetchall() if "'100 % d''ici'" in statement]
    assert kept == [["bigint"]]


def test_a_long_statement_has_a_value_in_many_places(db: None) -> None:
    @asking.once(name=str, least=int)
    def either(*, name: str, least: int) -> QuerySet[Country]:
        either_way = [Q(name_en=name, profile_es__contains=f"{number} %") for number in range(60)]
        return Country.objects.filter(reduce(or_, either_way, Q(name_es=name)), pk__gte=least).order_by("pk")

    rows = [factories.CountryFactory(name_es="Perú"), factories.CountryFactory(name_en="Perú", profile_es="<p>7 %</p>")]
    assert list(either(name="Perú", least=0)) == rows
    assert list(either(name="Perú", least=rows[1].pk)) == rows[1:]
    with connection.cursor() as cursor:
        cursor.execute("SELECT length(statement), parameter_types::text[] FROM pg_prepared_statements")
        kept = [types for length, types in cursor.fetchall() if length > MAX_CACHED_STATEMENT_LENGTH]
    assert kept == [["text", "bigint"]]


def test_without_prepared_statements_it_answers_the_same(db: None) -> None:
    row = factories.CountryFactory(name_en="Peru")
    own = connection.connection
    usual, own.prepare_threshold = own.prepare_threshold, None
    try:
        assert list(_countries(1, name="Peru", least=row.pk)) == [row]
    finally:
        own.prepare_threshold = usual


@pytest.mark.django_db(transaction=True)
def test_a_lock_outside_of_a_transaction_is_refused_however_often_it_was_taken() -> None:
    @asking.once(pk=int)
    def held(*, pk: int) -> QuerySet[Country]:
        return Country.objects.select_for_update().filter(pk=pk)

    row = factories.CountryFactory()
    with transaction.atomic():
        assert list(held(pk=row.pk)) == [row]
    with pytest.raises(TransactionManagementError):
        held(pk=row.pk)


@pytest.mark.django_db(transaction=True)
def test_a_migration_under_a_running_site_costs_one_answer_at_most() -> None:
    @asking.once(least=int)
    def counted(*, least: int) -> QuerySet[RelatedWord]:
        return RelatedWord.objects.filter(term__gte=least)

    def change(kind: str) -> None:
        with connections["default"].copy().cursor() as other:
            other.execute(f"ALTER TABLE articles_relatedword ALTER documents TYPE {kind}")
            other.connection.close()

    RelatedWord.objects.create(term=1, documents=7)
    assert [word.documents for word in counted(least=0)] == [7]
    try:
        change("bigint")
        assert [word.documents for word in counted(least=0)] == [7]
        change("integer")
        with pytest.raises(NotSupportedError), transaction.atomic():
            list(counted(least=0))
        with transaction.atomic():
            assert [word.documents for word in counted(least=0)] == [7]
    finally:
        change("integer")


@pytest.mark.django_db(transaction=True)
def test_each_thread_asks_by_its_own_connection() -> None:
    names = [factories.CountryFactory().name_en for _number in range(8)]

    def ask(name: str) -> list[str]:
        try:
            return [country.name_en for country in _countries(1, name=name, least=0) for _again in range(20)][:1]
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(ask, names * 4)) == [[name] for name in names * 4]


def test_a_statement_keeps_its_cursor_with_its_connection(db: None) -> None:
    rows = [factories.CountryFactory(name_en="Peru") for _number in range(3)]
    list(_countries(2, name="Peru", least=0))
    kept = dict(vars(connection.connection)["asked"])
    first, second = _countries(2, name="Peru", least=rows[0].pk), _countries(2, name="Peru", least=rows[1].pk)
    pairs = [(one, other) for one in first for other in second]
    assert pairs == [(one, other) for one in rows[:2] for other in rows[1:]]
    assert vars(connection.connection)["asked"] == kept
    with pytest.raises(DatabaseError), transaction.atomic():
        list(_countries(2, name="Pe\0ru", least=0))
    assert list(_countries(1, name="Peru", least=0)) == rows[:1]


def test_a_card_is_the_same_however_its_story_was_read(db: None) -> None:
    section, topic, image = factories.SectionFactory(), factories.TopicFactory(name_es=""), factories.ImageFactory()
    peru = factories.CountryFactory(code="PE", name_en="Peru", name_es="Perú", slug_en="peru", slug_es="peru")
    chad = factories.CountryFactory(code="TD", name_en="Chad", name_es="Chad", slug_en="chad", slug_es="chad")
    kinds: list[dict[str, Any]] = [
        {"kicker_topic": topic.pk, "topics": (topic.pk,), "lead_image": image.pk, "countries": (peru.pk,)},
        {"kicker_country": peru.pk, "countries": (chad.pk, peru.pk), "dek": ""},
        {"countries": (peru.pk, chad.pk)},
        {},
    ]
    for number, (kind, language) in enumerate((kind, language) for kind in kinds for language in ("en", "es")):
        factories.story(section=section.pk, slug=f"n-{number}", language=language, **kind)
    connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")
    for language in ("en", "es"):
        shape = coverage.shape_of(coverage.shelf_of(section), language)
        read = cards.of_page(shape, 1)
        stories = shape.page(1).for_cards()
        assert [card(one, True, CARD_SIZES) for one in read] == [card(story, True, CARD_SIZES) for story in stories]
        assert len(read) == 4 and read[0].published_at == THEN
    assert cards.of_page(shape, 2) == []


def test_a_kept_statement_may_carry_a_remark(db: None) -> None:
    """As tools do that tell the database who asks."""

    @asking.once(least=int)
    def counted(*, least: int) -> QuerySet[RelatedWord]:
        return RelatedWord.objects.filter(term__gte=least)

    RelatedWord.objects.create(term=7, documents=1)
    with connection.execute_wrapper(lambda execute, sql, *rest: execute(f"{sql} /* 100%% */", *rest)):
        assert [row.pk for row in counted(least=5)] == [7]
