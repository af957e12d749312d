"""Whatever changes in the database, in whatever way: what is kept is what would be made now."""

import itertools
from collections.abc import Callable, Iterable
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from django.apps import apps
from django.db import Error, connection, models, transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from articles import (
    clock,
    correcting,
    feeditems,
    front_page,
    noting,
    presence,
    previewing,
    publishing,
    remembering,
    reviewing,
)
from articles.models import Address, Article, Country, Edition, FeedItem, HomeSlot, Image, Masthead, Section, Tag, Topic
from newsroom.pagecache import clockwork
from tests import factories
from tests.pagecache.asking import Process
from tests.site import edition as site

pytestmark = pytest.mark.xdist_group("pagecache")

_count = itertools.count(1)

#: What follows from other tables, and is on a page only by way of tables that are not named here; and what only searches read.
_DERIVED = {
    "Edition",
    "FeedItem",
    "Filing",
    "FilingCount",
    "Calendar",
    "SearchDocument",
    "SearchPosting",
    "SearchWord",
    "SearchTally",
    "RelatedText",
    "RelatedWord",
    "RelatedMark",
}


def columns() -> list[tuple[type[models.Model], models.Field]]:
    """Every column of every table of the domain that a statement could change by itself."""
    tables = apps.get_app_config("articles").get_models(include_auto_created=True)
    return [
        (model, field)
        for model in tables
        if model.__name__ not in _DERIVED
        for field in model._meta.concrete_fields
        if not field.primary_key and not field.generated
    ]


#: How a value of this kind becomes another one, in SQL; `{c}` is the column and `{n}` a number that grows.
_ANOTHER: dict[str, str] = {
    "character varying": "left(coalesce({c}, ''), {length}) || '-{n}'",
    "text": "coalesce({c}, '') || ' <p>{n}</p>'",
    "boolean": "NOT {c}",
    "smallint": "({c} + {n}) %% 8",
    "integer": "{c} + {n}",
    "bigint": "(SELECT max(t.{c}) FROM {table} t)",
    "double precision": "1 - {c} / 2",
    "real": "1 - {c} / 2",
    "timestamp with time zone": "coalesce({c}, now()) - interval '{n} hours'",
    "date": "coalesce({c}, current_date) - {n}",
    "uuid": "gen_random_uuid()",
    "ARRAY": "{c} || ARRAY['en']::varchar[]",
    "jsonb": "{c}",
}


def rewrite(number: int, model: type[models.Model], field: models.Field, which: int | None = None) -> None:
    """The value in one row, or in all, becomes another one, by plain SQL. The database may refuse."""
    table, column = model._meta.db_table, field.column
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT data_type FROM information_schema.columns WHERE (table_name, column_name) = (%s, %s)",
            [table, column],
        )
        (kind,) = cursor.fetchone()
        length = getattr(field, "max_length", None) or 50
        value = _ANOTHER[kind].format(c=f'"{column}"', n=number, table=table, length=length - 5)
        statement = f'UPDATE {table} SET "{column}" = {value}'
        if which is not None:
            rows = f"(SELECT greatest(1, count(*)) FROM {table})"
            statement += f" WHERE ctid = (SELECT ctid FROM {table} OFFSET {which} %% {rows} LIMIT 1)"
        cursor.execute(statement, [])


def _any(model: type[models.Model], which: int) -> Any:
    rows = list(model._default_manager.order_by("pk"))
    return rows[which % len(rows)]


# What the desk and the clock do.


def publish(which: int) -> None:
    story = _any(Article, which)
    number = next(_count)
    factories.rewritten(story, headline=f"Take {number}", body=f"<p>Text {number}.</p>", dek=f"Line {number}")
    publishing.publish(story, by=factories.chief(), at=clock.now())


def unpublish(which: int) -> None:
    publishing.unpublish(_any(Article, which), by=factories.chief())


def withdraw(which: int) -> None:
    publishing.withdraw(_any(Article, which), by=factories.chief(), note=f"Note {next(_count)}", reason="So.")


def reinstate(which: int) -> None:
    publishing.reinstate(_any(Article, which), by=factories.chief())


def write(which: int) -> None:
    factories.rewritten(_any(Article, which), headline=f"At the desk {next(_count)}")


def on_time(which: int) -> None:
    story = factories.draft(slug=f"due-{next(_count)}")
    hour = clock.now() - timedelta(seconds=1)
    reviewing.schedule(story, due_at=hour, by=factories.chief(), at=hour - timedelta(hours=1))
    publishing.publish_due()


def rename(which: int) -> None:
    row = _any((Section, Country, Topic)[which % 3], which)
    number = next(_count)
    row.name_en, row.slug_es = f"Renamed {number}", f"otro-{number}"
    row.save()


def translate(which: int) -> None:
    story = _any(Article, which)
    other = {"en": "es", "es": "en"}[story.language]
    factories.story(language=other, slug=f"translated-{next(_count)}", translation_key=str(story.translation_key))


def in_bulk(which: int) -> None:
    Article.objects.published().update(dek=f"All say {next(_count)}", changed_at=clock.now())


def tag(which: int) -> None:
    number = next(_count)
    Article.objects.published()[0].tags.add(Tag.objects.create(name=f"word {number}", slug=f"word-{number}"))


def picture(which: int) -> None:
    number = next(_count)
    Image.objects.update(alt_en=f"Seen {number}", focal_x=0.25, has_avif=number % 2 == 0)


def house(which: int) -> None:
    Masthead.objects.update(name=f"Gazette {next(_count)}", contact_email=f"desk{which}@gazette.example")


def arrange(which: int) -> None:
    HomeSlot.objects.all().delete()
    story = Article.objects.published().filter(language="en")[0]
    HomeSlot.objects.create(language="en", position=0, story=story, until=clock.now() + timedelta(hours=1))


def lapse(which: int) -> None:
    front_page.clear_lapsed(at=clock.now() + timedelta(hours=2))


def age(which: int) -> None:
    """Two days go by."""
    clockwork.turn(at=clock.now() + timedelta(days=2, hours=which))


DEEDS: tuple[Callable[[int], None], ...] = (
    *(publish, unpublish, withdraw, reinstate, write, on_time, rename, translate, in_bulk, tag),
    *(picture, house, arrange, lapse, age),
)

CHANGE = st.one_of(
    st.builds(lambda deed: ("deed", deed), st.sampled_from(DEEDS)),
    st.builds(lambda number: ("column", number), st.integers(0, 10_000)),
    st.builds(lambda number: ("column", number), st.integers(0, 10_000)),
)


Change = Callable[[], object]


def change(kind: str, what: Any, which: int) -> Change:
    found = columns()
    return partial(what, which) if kind == "deed" else partial(rewrite, next(_count), *found[what % len(found)], which)


def try_it(change: Change, *, for_good: bool) -> bool | None:
    """Whether the change starts an edition; None if the database or the desk refuses it."""
    before = Edition.number_now()
    try:
        with transaction.atomic():
            change()
            with connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            started = Edition.number_now() > before
            transaction.set_rollback(not for_good)
    except (Error, publishing.Refused, IndexError):
        return None
    return started


def addresses() -> list[str]:
    """Every address that the site knows of, and what machines read."""
    return list(dict.fromkeys([*FIXED, *Address.objects.order_by("path").values_list("path", flat=True)]))


FIXED = (
    *("/", "/es/", "/countries/", "/topics/", "/es/autores/", "/about/", "/es/acerca-de/novedades/", "/corrections/"),
    *("/explore/", "/archive/", "/es/archivo/2024/", "/feed/", "/es/feed/", "/sitemap.xml", "/news-sitemap.xml"),
    *("/sitemap-stories-en-1.xml", "/sitemap-lists-es-1.xml", "/sitemap-about-en-1.xml", "/.well-known/security.txt"),
    *(
        "/robots.txt",
        "/tags/security/",
        "/news/briefs/the-summit-ends/related/",
        "/news/briefs/the-summit-ends/republish/",
    ),
)
ONE_OF_EACH = ("/", "/news/briefs/the-summit-ends/", "/feed/")


def fill(process: Process) -> None:
    for path in addresses():
        process.ask(path)


def agree(process: Process, paths: Iterable[str], after: object) -> None:
    """What is kept is what Django makes now, remembering nothing of the pages before, and with no item of a feed that was written
    then; making it shows the edition, if there is a new one, as the press would."""
    for path in paths:
        made_again = process.django(path)
        kept = process.ask(path)
        remembering.forget()
        FeedItem.objects.all().delete()
        assert process.django(path) == made_again == kept, (path, after)
        feeditems.keep_written()  # as the press would, for whatever happens next


def test_every_kind_of_column_can_be_changed(db: None) -> None:
    site.build()
    changed = [try_it(partial(rewrite, next(_count), *column), for_good=False) for column in columns()]
    assert len(columns()) > 200 and sum(one is not None for one in changed) > 100


@pytest.mark.usefixtures("built")
def test_a_column_that_starts_no_edition_is_on_no_page() -> None:
    """All such columns of all tables at once, in every row."""
    notes()
    process = Process()
    fill(process)
    before, made, silent = Edition.number_now(), len(process.rendered), []
    for one in (partial(rewrite, next(_count), *column) for column in columns()):
        if try_it(one, for_good=False) is False:
            silent.append(one)
            try_it(one, for_good=True)
    assert len(silent) > 50 and Edition.number_now() == before
    agree(process, addresses(), silent)
    assert len(process.rendered) == made


@pytest.mark.usefixtures("built")
@settings(
    max_examples=4, deadline=None, phases=[Phase.generate], suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(history=st.lists(st.tuples(CHANGE, st.integers(0, 50)), min_size=4, max_size=8))
def test_after_any_change_what_is_kept_is_what_would_be_made_now(history: list[Any]) -> None:
    process = Process()
    for (kind, what), which in history:
        one = change(kind, what, which)
        starts = try_it(one, for_good=False)
        if starts is None:
            continue
        if not starts:
            fill(process)
        else:
            for path in ONE_OF_EACH:
                process.ask(path)
        try_it(one, for_good=True)
        agree(process, ONE_OF_EACH if starts else addresses(), one)


def notes() -> None:
    """Rows of tables that the edition of the site's tests leaves empty."""
    story = Article.objects.published()[0]
    correcting.correct(story, kind="correction", text="It was in May.", by=factories.chief())
    noting.write(story, text="Who says so?", by=factories.chief())
    previewing.make(story, purpose="lawyer", lasts=timedelta(days=1), by=factories.chief())
    presence.here(story, by=factories.chief())
