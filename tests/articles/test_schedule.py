"""Scheduled stories: never early, never with words that nobody approved, and never late without an alarm."""

from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from articles import binning, clock, publishing, reviewing, revising
from articles.models import Article, Draft, EditorialEvent
from articles.workflow import Refused
from tests import factories
from tests.factories import THEN

pytestmark = pytest.mark.django_db

HOUR = THEN + timedelta(hours=6)
SECOND = timedelta(seconds=1)


def scheduled(*, due_at: Any = HOUR, **values: Any) -> Article:
    return reviewing.schedule(factories.draft(**values), due_at=due_at, by=factories.chief(), at=THEN)


def headlines() -> list[str]:
    return list(Article.objects.published().order_by("pk").values_list("headline", flat=True))


def outcomes(at: Any) -> list[str]:
    return [outcome.failure for outcome in publishing.publish_due(at=at)]


def test_a_scheduled_story_stays_hidden_until_its_hour_and_appears_then() -> None:
    article = scheduled()
    assert publishing.publish_due(at=HOUR - SECOND) == []
    assert not Article.objects.published().exists()
    assert outcomes(HOUR) == [""]
    article = Article.objects.published().get()
    assert article.published_at == HOUR
    draft = article.draft
    assert (draft.stage, draft.due_at, draft.scheduled_by, draft.approved_revision) == ("writing", None, None, None)
    assert publishing.publish_due(at=HOUR) == []


def test_the_log_says_who_scheduled_it_when_it_was_due_and_how_late_it_was() -> None:
    scheduled()
    publishing.publish_due(at=HOUR + 2 * SECOND)
    line = EditorialEvent.objects.latest("pk")
    assert (line.verb, line.actor_name, line.at) == ("publish", "chief", HOUR + 2 * SECOND)
    assert (line.details["due"], line.details["late_seconds"]) == (HOUR.isoformat(), 2.0)


def test_later_edits_do_not_ride_along() -> None:
    article = scheduled(headline="Approved")
    factories.rewritten(article, headline="Written later")
    publishing.publish_due(at=HOUR)
    assert headlines() == ["Approved"]
    article = Article.objects.get()
    assert revising.head_snapshot(article).headline == "Written later"
    assert article.draft.is_ahead


def test_scheduling_anew_takes_the_newest_words_and_moves_the_hour() -> None:
    article = factories.rewritten(scheduled(headline="First"), headline="Second")
    reviewing.schedule(article, due_at=HOUR + SECOND, by=factories.chief(), at=THEN)
    assert publishing.publish_due(at=HOUR) == []
    publishing.publish_due(at=HOUR + SECOND)
    assert headlines() == ["Second"]


def test_an_earlier_revision_can_be_scheduled_by_name() -> None:
    article = factories.draft(headline="First")
    first = article.draft.head
    factories.rewritten(article, headline="Second")
    reviewing.schedule(article, revision=first, due_at=HOUR, by=factories.chief(), at=THEN)
    publishing.publish_due(at=HOUR)
    assert headlines() == ["First"]


def test_an_update_of_a_live_story_waits_for_its_hour() -> None:
    article = factories.rewritten(factories.story(headline="Now"), headline="Then")
    reviewing.schedule(article, due_at=HOUR, by=factories.chief(), at=THEN)
    assert headlines() == ["Now"]
    publishing.publish_due(at=HOUR)
    assert headlines() == ["Then"]
    assert Article.objects.get().published_at == THEN


@pytest.mark.parametrize("hour", [THEN, THEN - SECOND])
def test_a_moment_that_has_passed_is_refused(hour: Any) -> None:
    with pytest.raises(Refused) as refusal:
        scheduled(due_at=hour)
    assert [problem.field for problem in refusal.value.problems] == ["due_at"]


def test_what_readers_see_already_is_not_scheduled() -> None:
    with pytest.raises(Refused, match="see this version already"):
        reviewing.schedule(factories.story(), due_at=HOUR, by=factories.chief(), at=THEN)


def test_publishing_now_takes_the_story_off_the_schedule() -> None:
    publishing.publish(scheduled(), by=factories.chief(), at=THEN)
    assert publishing.publish_due(at=HOUR) == []


@pytest.mark.parametrize("take_away", [publishing.unpublish, publishing.withdraw])
def test_a_story_that_was_taken_from_readers_does_not_come_back_by_the_clock(take_away: Any) -> None:
    article = factories.rewritten(factories.story(), headline="Then")
    reviewing.schedule(article, due_at=HOUR, by=factories.chief(), at=THEN)
    take_away(article, by=factories.chief(), reason="A doubt", at=THEN)
    assert EditorialEvent.objects.latest("pk").details["unscheduled"] == HOUR.isoformat()
    assert publishing.publish_due(at=HOUR) == []
    assert headlines() == []
    assert Draft.objects.get().stage == "writing"


def test_one_broken_story_holds_back_no_other_and_raises_the_alarm() -> None:
    scheduled(headline="Before", slug="before", due_at=HOUR - SECOND)
    broken = scheduled(headline="Broken", slug="wanted")
    scheduled(headline="After", slug="after", due_at=HOUR + SECOND)
    factories.story(headline="Came first", slug="wanted")
    assert outcomes(HOUR + SECOND)[::2] == ["", ""]
    assert headlines() == ["Before", "After", "Came first"]
    draft = Draft.objects.get(article=broken)
    assert "already belongs to something else" in draft.failure
    assert (draft.failed_at, draft.stage, draft.due_at) == (HOUR + SECOND, "in_review", HOUR)
    line = EditorialEvent.objects.get(verb="publish_failed")
    assert (line.article_id, line.headline, line.details["reason"]) == (broken.pk, "Broken", draft.failure)
    # An editor has to act: it is not tried again, and acting on it ends the alarm.
    assert publishing.publish_due(at=HOUR + timedelta(days=1)) == []
    reviewing.send_back(broken, by=factories.chief())
    draft.refresh_from_db()
    assert (draft.failure, draft.failed_at, draft.due_at) == ("", None, None)


def test_the_bin_ends_an_alarm() -> None:
    article = scheduled(slug="wanted")
    factories.story(slug="wanted")
    publishing.publish_due(at=HOUR)
    binning.throw(article, by=factories.chief())
    draft = Draft.objects.get(article=article)
    assert (draft.failure, draft.failed_at, draft.due_at, draft.scheduled_by) == ("", None, None, None)


def refuse_to_write(headline: str) -> None:
    """A fault of the database itself, for one story."""
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'disk full'; END $$"
        )
        cursor.execute(
            "CREATE TRIGGER refuse BEFORE UPDATE ON articles_article FOR EACH ROW"
            f" WHEN (NEW.headline = '{headline}') EXECUTE FUNCTION refuse()"
        )


def test_a_fault_of_the_machine_is_told_once_and_tried_again_until_it_works(caplog: pytest.LogCaptureFixture) -> None:
    broken = scheduled(headline="Broken", due_at=HOUR - SECOND)
    scheduled(headline="Well")
    refuse_to_write("Broken")
    first, second = publishing.publish_due(at=HOUR)
    assert "disk full" in first.failure and second.failure == ""
    assert headlines() == ["Well"]
    draft = Draft.objects.get(article=broken)
    assert (draft.stage, draft.failed_at) == ("scheduled", HOUR)
    assert "could not be published" in caplog.text
    assert publishing.publish_due(at=HOUR + SECOND) == []  # not at every tick
    later = HOUR + publishing.RETRY_AFTER
    assert "disk full" in outcomes(later)[0]
    assert EditorialEvent.objects.filter(verb="publish_failed").count() == 1
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER refuse ON articles_article")
    assert outcomes(later + publishing.RETRY_AFTER) == [""]
    draft.refresh_from_db()
    assert (draft.failure, draft.failed_at) == ("", None)


def test_looking_for_what_is_due_is_one_query_while_nothing_is(django_assert_num_queries: Any) -> None:
    scheduled(due_at=clock.now() + timedelta(days=400))
    with django_assert_num_queries(1):
        assert publishing.publish_due() == []


def test_the_command_publishes_what_is_due_and_says_so() -> None:
    hour = clock.now() - timedelta(minutes=1)
    article = factories.draft(slug="on-time")
    reviewing.schedule(article, due_at=hour, by=factories.chief(), at=hour - SECOND)
    said = StringIO()
    call_command("publish_due", stdout=said)
    assert said.getvalue() == f"Published {Article.objects.published().get().path}\n"
    call_command("publish_due", stdout=said)
    assert said.getvalue().count("Published") == 1


def test_the_command_ends_badly_when_a_story_could_not_appear() -> None:
    hour = clock.now() - timedelta(minutes=1)
    article = factories.draft(slug="wanted")
    reviewing.schedule(article, due_at=hour, by=factories.chief(), at=hour - SECOND)
    factories.story(slug="wanted")
    told = StringIO()
    with pytest.raises(CommandError, match="1 of the stories"):
        call_command("publish_due", stderr=told)
    assert f"Story {article.pk}: " in told.getvalue()
