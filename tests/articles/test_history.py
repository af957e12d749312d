"""The history of a story: what was written, and the way back. History never shrinks."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles import publishing, reviewing, revising
from articles.models import Article, EditorialEvent, Revision
from tests import factories
from tests.articles.reading import autosaved, base, part, signed_in, spaced, tree, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(roles: None) -> Client:
    return signed_in("Editor")


@pytest.fixture
def reporter(roles: None) -> Client:
    return signed_in("Reporter")


# The list


def test_autosaves_are_folded_under_the_milestone_that_they_led_to(editor: Client) -> None:
    article = factories.draft(headline="Zero", by=factories.chief())
    for count in range(3):
        article = autosaved(article, headline=f"Typing {count}")
    article = factories.rewritten(article, dek="Saved.")
    article = autosaved(article, headline="Typing again")
    groups = editor.get(f"{base(article)}/history/").context["revisions"].rows
    told = [
        (group.milestone and group.milestone.revision.number, [entry.revision.number for entry in group.autosaves])
        for group in groups
    ]
    assert told == [(None, [6]), (5, [4, 3, 2]), (1, [])]
    # The milestone answers for what its autosaves changed.
    assert groups[1].milestone.changed == {"headline", "dek"}


def test_a_milestone_answers_for_autosaves_that_are_pruned(editor: Client) -> None:
    article = autosaved(factories.draft(), tags=("early",))
    for count in range(revising.AUTOSAVES + 5):
        article = autosaved(article, headline=f"Typing {count}")
    article = factories.rewritten(article, dek="Saved.")
    newest = editor.get(f"{base(article)}/history/").context["revisions"].rows[0]
    assert len(newest.autosaves) == revising.AUTOSAVES
    assert newest.milestone.changed == {"headline", "dek", "tags"}


def test_what_was_kept_of_a_late_save_takes_no_autosaves_of_others(editor: Client) -> None:
    article = factories.draft()
    mine = revising.head_snapshot(article).changed(headline="Late")
    article = autosaved(article, headline="Typing")
    with pytest.raises(revising.StaleDraft):
        revising.save(article, mine, by=factories.UserFactory(role="Reporter"), version=1)
    article = factories.rewritten(article, headline="Saved")
    groups = editor.get(f"{base(article)}/history/").context["revisions"].rows
    assert [(group.milestone.revision.number, len(group.autosaves)) for group in groups] == [(4, 1), (3, 0), (1, 0)]


def test_each_revision_says_who_when_what_and_which_parts(editor: Client) -> None:
    article = factories.rewritten(
        factories.draft(), by=factories.UserFactory(username="nora", is_superuser=True), headline="Two", tags=("ports",)
    )
    page = spaced(words(tree(editor.get(f"{base(article)}/history/").content.decode())))
    assert "nora: saved" in page
    assert "Changed: headline, tags" in page
    assert "chief: first version" in page


def test_marks_say_what_readers_see_and_what_is_approved_scheduled_or_newest(editor: Client) -> None:
    chief = factories.chief()
    article = factories.story(headline="One")
    article = factories.rewritten(article, headline="Two")
    reviewing.schedule(article, due_at=factories.THEN + timedelta(days=40_000), by=chief)
    article = factories.rewritten(article, headline="Three")

    def marks() -> list[list[str]]:
        rows = editor.get(f"{base(article)}/history/").context["revisions"].rows
        return [[mark.name for mark in group.milestone.marks] for group in rows]

    assert marks() == [["newest"], ["scheduled"], ["live"]]
    reviewing.unschedule(article, by=chief)
    reviewing.approve(article, by=chief)
    assert marks() == [["newest", "approved"], [], ["live"]]
    publishing.unpublish(article, by=chief)
    assert marks() == [["newest", "approved"], [], []]


def test_the_history_says_when_a_revision_was_published(editor: Client) -> None:
    article = factories.rewritten(factories.story(headline="One"), headline="Two")
    rows = editor.get(f"{base(article)}/history/").context["revisions"].rows
    assert [group.milestone.published_at for group in rows] == [[], [factories.THEN]]


# Ten thousand revisions


def long_story() -> Article:
    article = factories.draft(headline="Long")
    chief, first = factories.chief(), article.revisions.get()
    Revision.objects.bulk_create(
        Revision(
            article=article, number=number, schema=first.schema, origin="save", created_by=chief,
            created_at=factories.THEN + timedelta(minutes=number), snapshot=first.snapshot,
        )
        for number in range(2, 10_001)
    )  # fmt: skip
    EditorialEvent.objects.bulk_create(
        EditorialEvent(
            article_id=article.pk, verb="save", at=factories.THEN, actor_id=chief.pk, actor_name="chief",
            headline=f"Take {number}", details={"revision": number, "changed": ["body"]},
        )
        for number in range(2, 10_001)
    )  # fmt: skip
    article.draft.head = article.revisions.get(number=10_000)
    article.draft.save()
    return article


def test_a_page_of_ten_thousand_revisions_costs_no_more_than_one_of_ten(editor: Client) -> None:
    article = long_story()
    seen: list[int] = []
    for page in (1, 2, 100, 200):
        with CaptureQueriesContext(
            connection,
        ) as asked:
            answer = editor.get(f"{base(article)}/history/?p={page}&d={page}")
        seen += [group.milestone.revision.number for group in answer.context["revisions"].rows]
        assert len(asked) <= 12
        assert not [query for query in asked if '"snapshot"' in query["sql"]]
    assert seen == [*range(10_000, 9_900, -1), *range(5_050, 5_000, -1), *range(50, 0, -1)]
    assert editor.get(f"{base(article)}/history/?p=201").status_code == 404
    with CaptureQueriesContext(connection) as asked:
        assert editor.get(f"{base(article)}/compare/3/9999/").status_code == 200
    assert len(asked) <= 12


@pytest.mark.parametrize("nonsense", ["0", "-1", "x", "²", "9" * 40])
def test_a_page_number_that_makes_no_sense_is_no_error(editor: Client, nonsense: str) -> None:
    assert editor.get(f"{base(factories.draft())}/history/", {"p": nonsense}).status_code in (200, 404)


# What readers see and the newest draft


def test_one_click_compares_what_readers_see_with_the_newest_draft(editor: Client) -> None:
    article = factories.rewritten(factories.story(headline="Seen"), headline="Middle")
    article = factories.rewritten(article, headline="Newest")
    form = editor.get(f"{base(article)}/change/").content.decode()
    assert f"{base(article)}/compare/readers/newest/" in form
    answer = editor.get(f"{base(article)}/compare/readers/newest/", follow=True)
    assert answer.redirect_chain == [(f"{base(article)}/compare/1/3/", 302)]
    assert part(answer.content.decode(), "headline") == {"one": "−Seen", "other": "+Newest"}


def test_without_a_difference_the_one_click_says_so(editor: Client) -> None:
    for article, said in (
        (factories.story(), "exactly the newest draft"),
        (factories.draft(), "nothing of this story"),
    ):
        assert "compare/readers" not in editor.get(f"{base(article)}/change/").content.decode()
        page = editor.get(f"{base(article)}/compare/readers/newest/", follow=True)
        assert said in page.content.decode()


# The way back


def test_going_back_asks_once_and_adds_a_revision(reporter: Client) -> None:
    article = factories.rewritten(factories.draft(headline="One"), headline="Two")
    asked = reporter.get(f"{base(article)}/revisions/1/revert/")
    assert part(asked.content.decode(), "headline") == {"one": "−Two", "other": "+One"}
    assert article.revisions.count() == 2
    version = re.search(r'name="version" value="(\d+)"', asked.content.decode())
    assert version
    page = reporter.post(f"{base(article)}/revisions/1/revert/", {"version": version[1]}, follow=True)
    assert "This is revision 3." in page.content.decode()
    article = Article.objects.get(pk=article.pk)
    assert [kept.snapshot["headline"] for kept in article.revisions.order_by("number")] == ["One", "Two", "One"]
    history = spaced(words(tree(reporter.get(f"{base(article)}/history/").content.decode())))
    assert "reporter went back to revision 1, as revision 3. Changed: headline." in history


def test_going_back_too_late_overwrites_nothing(reporter: Client) -> None:
    article = factories.rewritten(factories.draft(headline="One"), headline="Two")
    version = article.draft.version
    factories.rewritten(article, headline="Three")
    answer = reporter.post(f"{base(article)}/revisions/1/revert/", {"version": version})
    assert answer.status_code == 409
    assert revising.head_snapshot(Article.objects.get(pk=article.pk)).headline == "Three"


def test_going_back_to_the_same_words_changes_nothing(reporter: Client) -> None:
    article = factories.rewritten(factories.rewritten(factories.draft(headline="One"), headline="Two"), headline="One")
    assert "same as the draft does now" in reporter.get(f"{base(article)}/revisions/1/revert/").content.decode()
    page = reporter.post(f"{base(article)}/revisions/1/revert/", {"version": article.draft.version}, follow=True)
    assert "so nothing was changed" in page.content.decode()
    assert article.revisions.count() == 3


@pytest.mark.parametrize("role", ["Reporter", "Audience"])
def test_who_may_read_may_compare_but_only_writers_go_back(roles: None, role: str) -> None:
    client = signed_in(role)
    article = factories.rewritten(factories.draft(headline="One"), headline="Two")
    writes = role == "Reporter"
    for address in ("history/", "compare/1/2/"):
        page = client.get(f"{base(article)}/{address}")
        assert page.status_code == 200
        assert ("/revert/" in page.content.decode()) == writes
    address = f"{base(article)}/revisions/1/revert/"
    assert client.get(address).status_code == (200 if writes else 403)
    answer = client.post(address, {"version": article.draft.version})
    assert answer.status_code == (302 if writes else 403)
    assert article.revisions.count() == (3 if writes else 2)


def test_a_stranger_is_asked_to_sign_in() -> None:
    article = factories.draft()
    for address in ("history/", "compare/", "compare/1/1/", "compare/readers/newest/", "revisions/1/revert/"):
        assert Client().get(f"{base(article)}/{address}").status_code == 302
