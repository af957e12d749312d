"""An edition that takes something away from readers is a floor: nothing from before it comes back, not even in an outage."""

from collections.abc import Callable
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection

from articles import correcting, protecting, publishing
from articles.models import Announcement, Article, Author, Byline, Correction, Edition, Image, Masthead, Page, Section
from tests import factories

pytestmark = pytest.mark.django_db


def raises_the_floor(deed: Callable[[], object]) -> bool:
    """Whether it does, in a transaction that starts an edition or not."""
    _commit()
    Edition.objects.update(floor=0)
    deed()
    _commit()
    edition = Edition.objects.get()
    assert edition.floor in (0, edition.number)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM articles_floor_mark")
        assert cursor.fetchone() == (0,)
    return edition.floor > 0


def _commit() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def _sql(statement: str) -> Callable[[Any], object]:
    def run(story: Any) -> None:
        with connection.cursor() as cursor:
            cursor.execute(statement)

    return run


@pytest.fixture
def story() -> Article:
    """A live story by one author; its picture stands in the text alone."""
    factories.PageFactory()
    factories.AnnouncementFactory()
    image = factories.ImageFactory()
    live = factories.story(body=f'<p>Seen.</p><figure data-image="{image.pk}"></figure>')
    correcting.correct(live, kind="correction", text="It was in May.", by=factories.chief())
    return live


TAKING_AWAY: dict[str, Callable[[Any], object]] = {
    "unpublish": lambda story: publishing.unpublish(story, by=factories.chief()),
    "withdraw": lambda story: publishing.withdraw(story, by=factories.chief()),
    "bin by SQL": _sql("UPDATE articles_article SET state = 'binned'"),
    "delete a page": lambda story: Page.objects.all().delete(),
    "take a page back": lambda story: Page.objects.update(published=False),
    "take an announcement back": lambda story: Announcement.objects.update(published=False),
    "delete an announcement": lambda story: Announcement.objects.all().delete(),
    "protect an author": lambda story: protecting.protect(Author.objects.get(), by=factories.chief()),
    "delete a correction": _sql("DELETE FROM articles_correction"),
    "delete a picture in a text": lambda story: Image.objects.all().delete(),
    "empty a table": _sql("TRUNCATE articles_correction"),
    "by hand": lambda story: call_command("edition", "--floor", stdout=StringIO()),
}

LEAVING_IT: dict[str, Callable[[Any], object]] = {
    "publish another": lambda story: factories.story(),
    "rewrite": lambda story: publishing.publish(factories.rewritten(story, dek="Another."), by=factories.chief()),
    "rename a section": lambda story: Section.objects.update(name_en="Renamed"),
    "change a page": lambda story: Page.objects.update(title="Renamed"),
    "change the house": lambda story: Masthead.objects.update(name="Renamed"),
    "another byline": lambda story: Byline.objects.update(role="editor"),
    "delete what nobody saw": lambda story: (
        Author.objects.create(name="Nobody", slug="nobody"),
        Author.objects.filter(slug="nobody").delete(),
        Page.objects.create(language="en", title="Not yet", slug="not-yet", body="x"),
        Page.objects.filter(slug="not-yet").delete(),
    ),
    "a new edition by hand": lambda story: call_command("edition", "--new", stdout=StringIO()),
}


@pytest.mark.parametrize("deed", TAKING_AWAY)
def test_taking_something_away_raises_the_floor(story: Article, deed: str) -> None:
    assert Correction.objects.exists() and Image.objects.exists()
    assert raises_the_floor(lambda: TAKING_AWAY[deed](story))


def test_nothing_else_does(story: Article) -> None:
    for name, deed in LEAVING_IT.items():
        assert not raises_the_floor(lambda deed=deed: deed(story)), name  # type: ignore[misc]


def test_an_operator_reads_where_the_site_stands(story: Article) -> None:
    said = StringIO()
    _commit()
    call_command("edition", stdout=said)
    edition = Edition.objects.get()
    assert f"Edition {edition.number}, started" in said.getvalue()
    assert f"from before edition {edition.floor} is" in said.getvalue()
    assert "no page is kept" in said.getvalue()
