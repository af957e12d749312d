"""Publishing is atomic: cut off after any of its statements, readers have the old story or the new one, whole."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from threading import Thread
from typing import Any

import psycopg
import pytest
from django.db import InterfaceError, OperationalError, connection, connections
from django.test import Client
from procrastinate.contrib.django.models import ProcrastinateJob

from articles import publishing, reviewing, revising
from articles.models import Address, Article, Draft, Edition, EditorialEvent
from articles.snapshots import ProposedCorrection
from tests import factories
from tests.articles.test_two_at_once import own_connection
from tests.factories import THEN
from tests.pristine import digest

pytestmark = pytest.mark.django_db(transaction=True)

HOUR = THEN + timedelta(days=1)

#: No verb takes as many statements: a kill that is asked for after so many never comes.
MANY = 80


@contextmanager
def killer() -> Iterator[Callable[[int], None]]:
    """Ends connections of the database as its administrator would, from one of its own."""
    settings = connection.settings_dict
    told = {"host": settings["HOST"], "port": settings["PORT"], "user": settings["USER"], "dbname": settings["NAME"]}
    told |= {"password": settings["PASSWORD"], **{k: v for k, v in settings["OPTIONS"].items() if k != "pool"}}
    with psycopg.connect(**{name: value for name, value in told.items() if value}, autocommit=True) as own:
        yield lambda pid: own.execute("SELECT pg_terminate_backend(%s, 5000)", [pid])


def cut_off(deed: Callable[[], Any], *, after: int, kill: Callable[[int], None]) -> tuple[int, str]:
    """Do it on a connection that is ended after so many statements; how many there were, and how it ended."""
    count, ended = 0, "done"

    def counting(execute: Any, sql: Any, params: Any, many: bool, context: dict[str, Any]) -> Any:
        nonlocal count
        result = execute(sql, params, many, context)
        count += 1
        if count == after:
            kill(context["connection"].connection.info.backend_pid)
        return result

    def run() -> None:
        nonlocal ended
        connections["default"] = own_connection()
        try:
            with connection.execute_wrapper(counting):
                deed()
        except (OperationalError, InterfaceError):
            ended = "cut off"
        finally:
            connection.close()

    thread = Thread(target=run)
    thread.start()
    thread.join()
    return count, ended


class Story:
    """A live story whose newer draft changes everything that readers can see of it."""

    def __init__(self) -> None:
        section, other = factories.SectionFactory(), factories.SectionFactory()
        topics = [factories.TopicFactory(name_en=f"{which} topic") for which in ("Old", "New")]
        authors = [factories.AuthorFactory(name=f"{which} author") for which in ("Old", "New")]
        factories.MastheadFactory()
        self.article = factories.story(
            headline="Old headline", dek="Old dek.", body="<p>Old words.</p>", slug="old-slug", tags=("Old tag",),
            section=section.pk, topics=(topics[0].pk,), bylines=((authors[0].pk, "author"),),
        )  # fmt: skip
        factories.rewritten(
            self.article,
            headline="New headline", dek="New dek.", body="<p>New words.</p>", slug="new-slug", tags=("New tag",),
            section=other.pk, topics=(topics[1].pk,), bylines=((authors[1].pk, "author"),),
            corrections=(ProposedCorrection("", "correction", "New correction."),),
        )  # fmt: skip
        self.reader = Client()

    def seen(self) -> tuple[Any, ...]:
        """All that readers and machines get of it."""
        article = Article.objects.get(pk=self.article.pk)
        places = (article.path or "", "/", "/feed/", "/search/?q=words", "/corrections/", "/sitemap-stories-en-1.xml")
        addresses = list(Address.objects.filter(article=article).order_by("path").values_list("path", "current"))
        return article.path, addresses, [self.reader.get(place).content for place in places]

    def written(self) -> tuple[Any, ...]:
        """What the desk and the machines behind it know."""
        draft = Draft.objects.values().get(pk=self.article.pk)
        return (
            draft,
            EditorialEvent.objects.filter(verb__startswith="publish").count(),
            ProcrastinateJob.objects.count(),
            Edition.number_now(),
        )


def holds_whole(page: bytes, which: str, other: str) -> bool:
    parts = ("headline", "dek.", "words.", "tag", "topic", "author")
    return all(f"{which} {part}".encode() in page for part in parts) and f"{other} ".encode() not in page


def killed_everywhere(story: Story, deed: Callable[[], Any], kill: Callable[[int], None]) -> None:
    """Cut the deed off after its first statement, its second and so on, until it is done before the cut."""
    old, before, all_rows = story.seen(), story.written(), digest()
    assert holds_whole(old[2][0], "Old", "New")
    for after in range(1, MANY):
        count, ended = cut_off(deed, after=after, kill=kill)
        if ended == "done":
            break
        assert count == after
        assert digest() == all_rows, after
        # Readers' pages come from these rows and nothing else: they are looked at now and then.
        assert after % 6 or story.seen() == old, after
    else:
        raise AssertionError("it was never done")
    assert after > 25, "a publication takes more statements than that"
    new, now = story.seen(), story.written()
    assert holds_whole(new[2][0], "New", "Old")
    assert b"New correction." in new[2][4]
    assert now[1:] == (before[1] + 1, before[2] + 1, before[3] + 1)


def test_a_publication_killed_after_any_statement_leaves_the_old_story_or_the_new_one() -> None:
    story, chief = Story(), factories.chief()
    with killer() as kill:
        killed_everywhere(story, lambda: publishing.publish(story.article, by=chief, at=HOUR), kill)


def test_a_save_killed_after_any_statement_leaves_the_old_draft_or_the_new_one() -> None:
    article, chief = factories.draft(), factories.chief()
    mine = revising.head_snapshot(article).changed(headline="Mine", tags=("mine",))
    with killer() as kill:
        for after in range(1, MANY):
            deed = lambda: revising.save(article, mine, by=chief, version=1)  # noqa: E731
            _count, ended = cut_off(deed, after=after, kill=kill)
            draft = Draft.objects.select_related("head").get()
            kept = (draft.version, draft.headline, draft.head.number, article.revisions.count())
            log = EditorialEvent.objects.filter(verb="save").count()
            if ended == "done":
                break
            assert (kept[0], kept[2:], log) == (1, (1, 1), 0), after
    assert (kept, log) == ((2, "Mine", 2, 2), 1)


def test_a_scheduled_story_whose_publication_is_killed_appears_at_the_next_look(
    caplog: pytest.LogCaptureFixture,
) -> None:
    story, chief = Story(), factories.chief()
    reviewing.schedule(Article.objects.get(pk=story.article.pk), due_at=HOUR, by=chief, at=THEN)
    old = story.seen()
    with killer() as kill:
        for after in (2, 3, 6, 12, 30):  # while its list is looked for, and in the transaction
            _count, ended = cut_off(lambda: publishing.publish_due(at=HOUR), after=after, kill=kill)
            assert ended == "cut off"
            assert story.seen() == old
    assert "could not be published" not in caplog.text
    assert [outcome.failure for outcome in publishing.publish_due(at=HOUR)] == [""]
    assert Article.objects.published().get().headline == "New headline"
    assert EditorialEvent.objects.filter(verb="publish").count() == 2
