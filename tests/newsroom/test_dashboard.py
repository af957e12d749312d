"""The first page of the desk: what waits for whom, by role, in a fixed number of questions."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from articles import binning, clock, noting, publishing, reviewing, translating
from articles.feedback.models import Message
from articles.models import Article, Draft
from tests import factories

pytestmark = pytest.mark.django_db

DESK = "/admin/"


class Desk(Client):
    """The browser of a member of staff."""

    def __init__(self, role: str | None = None, **values: Any) -> None:
        super().__init__()
        self.user = factories.UserFactory(role=role, **values)
        self.force_login(self.user)


def part(client: Client, heading: str) -> str:
    """The text of one part of the page, by its heading; "" if the page has no such part."""
    page = client.get(DESK).content.decode()
    found = re.search(rf"<section[^>]*>\s*<h2[^>]*>\s*{heading}.*?</section>", page, re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", found[0])) if found else ""


def test_mine_is_what_is_assigned_to_me_or_was_saved_by_me_last(roles: None) -> None:
    desk = Desk("Reporter", username="nora")
    factories.draft(headline="Written by Nora", by=desk.user)
    factories.draft(headline="Written by somebody else")
    given = factories.draft(headline="Given to Nora")
    reviewing.assign(given, to=desk.user, by=factories.chief())
    mine = part(desk, "My stories")
    assert "Written by Nora" in mine
    assert "Given to Nora" in mine
    assert "assigned to nora" in mine
    assert "somebody else" not in mine
    assert "Nothing is assigned to you" in part(Desk("Reporter"), "My stories")


def test_what_waits_for_review_comes_in_the_order_in_which_it_waits(roles: None) -> None:
    for headline in ("Handed in first", "Handed in second"):
        reviewing.submit(factories.draft(headline=headline), by=factories.chief())
    factories.draft(headline="Still being written")
    text = part(Desk("Editor"), "Waiting for review")
    assert text.index("Handed in first") < text.index("Handed in second")
    assert "Still being written" not in text


def test_the_schedule_shows_two_weeks_by_the_days_of_the_newsroom(roles: None, settings: Any) -> None:
    settings.TIME_ZONE = "America/Bogota"
    timezone.get_default_timezone.cache_clear()
    try:
        for headline, ahead in (("Tonight", 3), ("Within the fortnight", 24 * 13), ("Later", 24 * 15)):
            due = clock.now() + timedelta(hours=ahead)
            reviewing.schedule(factories.draft(headline=headline), due_at=due, by=factories.chief())
        text = part(Desk("Reporter"), "Scheduled for the next two weeks")
        local = timezone.localtime(clock.now() + timedelta(hours=3))
        assert local.utcoffset() == timedelta(hours=-5)
        assert "America/Bogota" in text
        assert f"{local:%H:%M} Tonight" in text
        assert text.index("Tonight") < text.index("Within the fortnight")
        assert "Later" not in text
    finally:
        timezone.get_default_timezone.cache_clear()


def test_a_story_that_was_due_and_is_not_there_raises_an_alarm_that_says_what_to_do(roles: None) -> None:
    desk = Desk("Editor")
    assert 'role="alert"' not in desk.get(DESK).content.decode()
    broken = factories.draft(headline="Broken when due")
    untouched = factories.draft(headline="Nobody tried")
    for story in (broken, untouched):
        reviewing.schedule(story, due_at=clock.now() + timedelta(hours=1), by=factories.chief())
    # The hour comes, and what was fine when it was scheduled is not any more.
    Draft.objects.update(due_at=clock.now() - timedelta(minutes=5))
    note = noting.write(broken, text="Wait for the lawyer.", by=factories.chief())
    Draft.objects.filter(pk=untouched.pk).update(stage="writing")
    assert [outcome.article.pk for outcome in publishing.publish_due() if outcome.failure] == [broken.pk]
    Draft.objects.filter(pk=untouched.pk).update(stage="scheduled")
    page = desk.get(DESK).content.decode()
    alarm = re.search(r'role="alert".*?</section>', page, re.DOTALL)
    assert alarm
    for words in (
        "Broken when due",
        "It is not tried again",
        "Nobody tried",
        "publish it by hand",
        "2 stories were due",
    ):
        assert words in alarm[0], words
    assert str(Draft.objects.get(pk=broken.pk).failure) in alarm[0].replace("&#x27;", "'")
    # Whoever acts on the story ends the alarm.
    noting.resolve(note, by=factories.chief())
    publishing.publish(broken, by=factories.chief())
    assert (
        "Broken when due" not in re.search(r'role="alert".*?</section>', desk.get(DESK).content.decode(), re.DOTALL)[0]
    )  # type: ignore[index]


def test_a_translation_behind_its_source_is_shown_until_it_follows(roles: None) -> None:
    desk = Desk("Editor")
    source = factories.story(headline="The source")
    twin = translating.start(source, by=factories.chief())
    assert "Every translation says" in part(desk, "Translations behind")
    publishing.publish(factories.rewritten(source, headline="The source, changed"), by=factories.chief())
    assert "The source" in part(desk, "Translations behind")
    translating.follow(twin, by=factories.chief())
    assert "Every translation says" in part(desk, "Translations behind")


def test_open_notes_are_shown_to_the_person_they_are_for(roles: None) -> None:
    desk, other = Desk("Reporter"), Desk("Reporter")
    story = factories.draft(headline="With a question")
    note = noting.write(story, text="Who said so?", by=factories.chief(), assignee=desk.user)
    assert "With a question" in part(desk, "Notes for you")
    assert "Who said so?" in part(desk, "Notes for you")
    assert "No open note" in part(other, "Notes for you")
    noting.resolve(note, by=factories.chief())
    assert "No open note" in part(desk, "Notes for you")


def test_the_last_published_stories_of_both_languages_come_newest_first(roles: None) -> None:
    for number in range(6):
        language = ("en", "es")[number % 2]
        at = factories.THEN + timedelta(hours=number)
        factories.story(headline=f"Number {number}", language=language, slug=f"number-{number}", at=at)
    gone = factories.story(headline="Taken back", at=factories.THEN + timedelta(hours=9))
    publishing.unpublish(gone, by=factories.chief())
    text = part(Desk("Reporter"), "Last published")
    places = [text.index(f"Number {number}") for number in range(5, -1, -1)]
    assert places == sorted(places)
    assert "Taken back" not in text


def message(text: str, status: str = "new") -> Message:
    return Message.objects.create(address="/", language="en", text=text, sent_at=factories.THEN, status=status)


def test_each_role_sees_what_it_may(roles: None) -> None:
    message("A reader's question")
    binning.throw(factories.draft(headline="Thrown away"), by=factories.chief())
    seen = {
        role: [name for name in HEADINGS if part(desk, name)]
        for role, desk in ((role, Desk(role)) for role in ("Reporter", "Editor", "Publisher", "Audience", None))
    }
    stories = ["My stories", "Waiting for review", "Scheduled", "Notes for you", "Translations", "Last published"]
    assert seen == {
        "Reporter": stories,
        "Editor": [*stories, "Feedback waiting"],
        "Publisher": [*stories, "Feedback waiting", "The bin"],
        "Audience": ["Last published", "Feedback waiting"],
        None: [],
    }
    assert "One story is in the bin." in part(Desk("Publisher"), "The bin")
    assert "A reader" in part(Desk("Audience"), "Feedback waiting")
    Message.objects.update(status="resolved", outcome="no_action", closed_at=factories.THEN)
    assert "has been read" in part(Desk("Audience"), "Feedback waiting")


HEADINGS = (
    "My stories",
    "Waiting for review",
    "Scheduled",
    "Notes for you",
    "Translations",
    "Last published",
    "Feedback waiting",
    "The bin",
)


@pytest.mark.parametrize("many", [0, 12])
@pytest.mark.parametrize("role", ["Reporter", "Editor", "Publisher", "Audience"])
def test_the_dashboard_asks_at_most_twelve_questions(
    roles: None, role: str, many: int, django_assert_max_num_queries: Any
) -> None:
    desk, chief = Desk(role), factories.chief()
    for number in range(many):
        story = factories.story(headline=f"Live {number}", slug=f"live-{number}")
        translating.start(story, by=chief)
        publishing.publish(factories.rewritten(story, headline=f"Changed {number}"), by=chief)
        reviewing.submit(factories.draft(headline=f"Review {number}"), by=chief)
        due = factories.draft(headline=f"Due {number}")
        reviewing.schedule(due, due_at=clock.now() + timedelta(hours=number + 1), by=chief)
        reviewing.assign(due, to=desk.user, by=chief)
        noting.write(story, text="Look.", by=chief, assignee=desk.user)
        binning.throw(factories.draft(), by=chief)
        message(f"Message {number}")
    assert Article.objects.count() == many * 5
    with django_assert_max_num_queries(12):
        assert desk.get(DESK).status_code == 200


def test_the_lists_are_still_on_the_page(roles: None) -> None:
    page = Desk("Editor").get(DESK).content.decode()
    assert 'href="/admin/articles/country/"' in page
