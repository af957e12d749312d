"""A sensitive story needs a second person, whatever its writer tries."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from articles import publishing, reviewing, revising
from articles.models import Article, Draft
from articles.workflow import Refused
from tests import factories
from tests.factories import THEN

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]

HOUR = THEN + timedelta(days=1)


def schedule(article: Article, *, by: Any, **said: Any) -> Any:
    return reviewing.schedule(article, due_at=HOUR, by=by, at=THEN, **said)


ALONE: tuple[Callable[..., Any], ...] = (reviewing.approve, schedule, publishing.publish)


@pytest.fixture
def writer() -> Any:
    return factories.UserFactory(username="writer", role="Publisher")


@pytest.fixture
def second() -> Any:
    return factories.UserFactory(username="second", role="Editor")


def refused(deed: Callable[..., Any], article: Article, *, by: Any, **said: Any) -> None:
    with pytest.raises(Refused) as refusal:
        deed(article, by=by, **said)
    assert [problem.field for problem in refusal.value.problems] == ["sensitive"]


def fresh(article: Article) -> Article:
    return Article.objects.select_related("draft__head").get(pk=article.pk)


@pytest.mark.parametrize("deed", ALONE)
def test_who_wrote_it_can_not_do_it_alone_and_somebody_else_can(
    deed: Callable[..., Any], writer: Any, second: Any
) -> None:
    article = factories.draft(sensitive=True, by=writer)
    refused(deed, article, by=writer)
    deed(article, by=second)


@pytest.mark.parametrize("deed", ALONE)
def test_a_story_that_is_not_sensitive_needs_one_person(deed: Callable[..., Any], writer: Any) -> None:
    deed(factories.draft(by=writer), by=writer)


@pytest.mark.parametrize("deed", ALONE)
def test_taking_the_mark_away_does_not_help(deed: Callable[..., Any], writer: Any) -> None:
    article = factories.draft(sensitive=True, by=writer)
    refused(deed, factories.rewritten(article, sensitive=False, by=writer), by=writer)


@pytest.mark.parametrize("deed", ALONE)
def test_taking_the_mark_off_a_live_story_does_not_help(deed: Callable[..., Any], writer: Any, second: Any) -> None:
    article = publishing.publish(factories.draft(sensitive=True, by=writer), by=second, at=THEN)
    refused(deed, factories.rewritten(article, sensitive=False, by=writer), by=writer)


def test_writing_on_until_the_marked_autosaves_are_pruned_does_not_help(writer: Any) -> None:
    article = factories.draft(by=writer)
    for number in range(2 * revising.AUTOSAVES):
        article = fresh(article)
        words = revising.head_snapshot(article).changed(headline=f"Take {number}", sensitive=number == 0)
        revising.autosave(article, words, by=writer, version=article.draft.version)
    refused(publishing.publish, fresh(article), by=writer)


def test_publishing_an_older_marked_version_does_not_help(writer: Any, second: Any) -> None:
    article = factories.draft(sensitive=True, by=writer)
    marked = article.draft.head
    article = factories.rewritten(article, sensitive=False, headline="Without names", by=second)
    publishing.publish(article, by=writer)  # these are the words of somebody else
    refused(publishing.publish, article, by=writer, revision=marked)
    refused(schedule, article, by=writer, revision=marked)


def test_approval_by_somebody_else_lets_the_writer_publish_or_schedule_these_words(writer: Any, second: Any) -> None:
    for deed in (publishing.publish, schedule):
        article = factories.draft(sensitive=True, by=writer)
        reviewing.approve(article, by=second)
        deed(article, by=writer)


def test_editing_after_the_approval_needs_a_new_one(writer: Any, second: Any) -> None:
    article = factories.draft(sensitive=True, by=writer)
    reviewing.approve(article, by=second)
    article = factories.rewritten(article, headline="Names after all", by=writer)
    draft = Draft.objects.get()
    assert (draft.stage, draft.approved_revision, draft.approved_by) == ("in_review", None, None)
    refused(publishing.publish, article, by=writer)


def test_saving_an_approved_autosave_without_a_change_keeps_its_approval(writer: Any, second: Any) -> None:
    article = factories.draft(by=writer)
    words = revising.head_snapshot(article).changed(headline="Written on", sensitive=True)
    revising.autosave(article, words, by=writer, version=1)
    revising.autosave(article, words.changed(headline="And on"), by=writer, version=2)
    reviewing.approve(fresh(article), by=second)
    article = fresh(article)
    revising.save(article, revising.head_snapshot(article), by=writer, version=article.draft.version)
    assert publishing.publish(fresh(article), by=writer).headline == "And on"


def test_what_is_scheduled_stays_as_it_was_approved(writer: Any, second: Any) -> None:
    article = schedule(factories.draft(sensitive=True, headline="Approved", by=writer), by=second)
    article = factories.rewritten(article, headline="Slipped in", by=writer)
    refused(schedule, article, by=writer)
    refused(publishing.publish, article, by=writer)
    publishing.publish_due(at=HOUR)
    assert Article.objects.published().get().headline == "Approved"


def test_sending_back_takes_the_approval_away(writer: Any, second: Any) -> None:
    article = factories.draft(sensitive=True, by=writer)
    reviewing.approve(article, by=second)
    reviewing.send_back(article, by=second, reason="A doubt")
    refused(publishing.publish, article, by=writer)


def test_once_two_have_published_it_unmarked_it_is_an_ordinary_story(writer: Any, second: Any) -> None:
    article = factories.draft(sensitive=True, by=writer)
    article = factories.rewritten(article, sensitive=False, by=writer)
    publishing.publish(article, by=second)
    publishing.publish(factories.rewritten(article, headline="Plain", by=writer), by=writer)
