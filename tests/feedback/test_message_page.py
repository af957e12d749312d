"""One message at the desk: what its page shows, what is done from it, and where the person goes next."""

from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from articles import publishing
from articles.feedback import triage
from articles.feedback.models import Message, StaffNote, TriageEvent
from tests.factories import THEN, UserFactory, chief, story
from tests.feedback.scenes import message, page
from tests.feedback.test_queue import TEXTS, desk, told

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]

MESSAGES = "/admin/feedback/message/"


def address(letter: Message, query: str | None = None, *, unread: bool = False) -> str:
    """The page of a message, as a link of the list with this query leads to it."""
    way = ({} if query is None else {"_changelist_filters": query}) | ({"unread": "1"} if unread else {})
    return f"{MESSAGES}{letter.pk}/change/" + (f"?{urlencode(way)}" if way else "")


def text_of(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def press(client: Client, at: str, label: str, **typed: str) -> Any:
    """Press a button on a message's page, as a browser would, and go where that leads."""
    return press_on(page(client.get(at)), client, label, **typed)


def press_on(document: Any, client: Client, label: str, **typed: str) -> Any:
    for form in document.findall(".//form"):
        for button in form.findall(".//button"):
            if text_of(button) == label:
                sent = filled_in(form) | typed
                if button.get("name"):
                    sent[button.get("name")] = button.get("value")
                return client.post(form.get("action"), sent, follow=True)
    raise AssertionError(f"There is no button {label}.")


def filled_in(form: Any) -> dict[str, str]:
    """What the form would send without a button: its fields as they are."""
    sent = {field.get("name"): field.get("value", "") for field in form.findall(".//input")}
    sent |= {area.get("name"): area.text or "" for area in form.findall(".//textarea")}
    for select in form.findall(".//select"):
        options = select.findall("option")
        chosen = next((option for option in options if option.get("selected") is not None), options[0])
        sent[select.get("name")] = chosen.get("value")
    return sent


def history(client: Client, letter: Message) -> list[str]:
    steps = page(client.get(address(letter))).findall(".//section[@class='module feedback-steps']//li")
    return [text_of(step).removeprefix(text_of(step.find("time"))).strip() for step in steps]


def landed_on(response: Any) -> Message | None:
    """The message whose page the person is on now; None for the list."""
    number = response.request["PATH_INFO"].removeprefix(MESSAGES).split("/")[0]
    return Message.objects.get(pk=number) if number else None


# What it shows


def test_a_message_is_shown_whole_and_harmless() -> None:
    text = "First line\nSecond line <script>alert(1)</script>\n+57 300 123 4567 " + "x" * 1000
    article = story(headline="The border deal")
    letter = message(
        text=text,
        name="<b>Ana</b>",
        email="ana@example.org",
        article=article,
        kind="error",
        proof="Page 3",
        remedy="Ask",
    )
    document = page(desk("Editor").get(address(letter)))
    parts = document.findall(".//section[@class='module feedback-words']/div")
    assert ["".join(part.itertext()) for part in parts] == [text, "Page 3", "Ask"]
    assert not [element for part in parts for element in part]
    assert document.find(".//b") is None
    whole = text_of(document)
    for part in ("The border deal", "<b>Ana</b>", "ana@example.org", "with an e-mail", "personal details in it"):
        assert part in whole
    hrefs = {link.get("href") for link in document.findall(".//a")}
    assert {article.path, f"/admin/articles/article/{article.pk}/change/"} <= hrefs


def test_the_passage_that_a_message_quotes_stands_beside_it_with_a_link_to_the_place() -> None:
    paragraphs = ("It rained all day.", "The mayor left the country in March, the court said.", "Nobody came.")
    article = story(body="".join(f"<p>{paragraph}</p>" for paragraph in paragraphs))
    letter = message(article=article, text="You write that the mayor left the country in March. He is still here.")
    document = page(desk().get(address(letter)))
    (quotation,) = document.findall(".//section[@class='module feedback-passage']//blockquote")
    assert text_of(quotation) == "The mayor left the country in March, the court said."
    assert [text_of(mark) for mark in quotation.findall("mark")] == ["The mayor left the country in March"]
    link = document.find(".//section[@class='module feedback-passage']//figcaption/a")
    assert text_of(link) == "Paragraph 2"
    assert link.get("href") == f"{article.path}#:~:text=The%20mayor%20left%20the%20country%20in%20March%2C%20the"


def test_nothing_of_a_story_that_is_not_public_is_shown() -> None:
    article = story(body="<p>The mayor left the country in March, the court said.</p>")
    letter = message(article=article, text="The mayor left the country in March, the court said.")
    publishing.unpublish(article, by=chief())
    document = page(desk("Editor").get(address(letter)))
    assert document.find(".//blockquote") is None
    assert "The story is not public at the moment." in text_of(document)
    assert document.find(f".//a[@href='{article.path}']") is None


def test_copies_are_listed_covered_and_lead_to_their_own_pages() -> None:
    text = "Call +57 300 123 4567, I was at the port that night and saw who came."
    head, copy = message(text=text), message(text=text + "!")
    client = desk()
    document = page(client.get(address(head, "kind=comment")))
    (item,) = document.findall(".//section[@class='module feedback-group']//li")
    assert "Call •••, I was at the port" in text_of(item)
    assert item.find("a").get("href").startswith(f"{MESSAGES}{copy.pk}/change/?_changelist_filters=kind%3Dcomment")
    under = page(client.get(address(copy)))
    assert text_of(under.find(".//p[@class='feedback-under']/a")) == f"message no. {head.pk}"
    press(client, address(copy), "Spam")
    assert set(Message.objects.values_list("status", flat=True)) == {"spam"}


def test_who_sees_a_message_whole_is_written_down_once_and_the_message_is_read() -> None:
    letter, client = message(), desk(username="marta")
    client.head(address(letter))
    assert not letter.events.exists()
    for _time in range(2):
        client.get(address(letter))
    desk(username="nora").get(address(letter))
    assert [(step.verb, step.by.username) for step in letter.events.order_by("pk")] == [
        ("open", "marta"),
        ("open", "nora"),
    ]
    letter.refresh_from_db()
    assert letter.opened_at is not None


# What is done


@pytest.mark.parametrize("role", ["Audience", "Editor"])
def test_the_buttons_do_what_they_say_and_the_page_tells_its_history(role: str) -> None:
    letter, client = message(at=THEN), desk(role, username="marta")
    for label in ("In progress", "No action needed", "Corrected", "Spam", "New again", "To me"):
        press(client, address(letter), label)
    press(client, address(letter), "Assign", to="")
    press(client, address(letter), "Keep the note", text="Asked the court.")
    press(client, address(letter), "Until tomorrow")
    until = timezone.localtime(Message.objects.get().snoozed_until)
    press(client, address(letter), "Bring it back")
    assert history(client, letter) == [
        "The message arrived.",
        "marta: opened it",
        "marta: from “new” to “in progress”",
        "marta: from “in progress” to “resolved”: no action needed",
        "marta: from “resolved” to “resolved”: corrected",
        "marta: from “resolved” to “spam”",
        "marta: from “spam” to “new”",
        "marta: given to marta",
        "marta: given to nobody",
        "marta: wrote a note",
        f"marta: put off until {until:%-d %b %Y}, 09:00",
        "marta: brought back into the queue",
    ]
    notes = page(client.get(address(letter))).findall(".//section[@id='notes']/article")
    assert ["Asked the court." in text_of(note) for note in notes] == [True]


def test_a_message_is_given_to_a_colleague_who_answers_readers() -> None:
    letter, client = message(), desk(username="marta")
    nora, reporter = UserFactory(role="Editor", username="nora"), UserFactory(role="Reporter", username="rita")
    options = page(client.get(address(letter))).findall(".//select[@name='to']/option")
    assert [option.text for option in options] == ["nobody", "marta", "nora"]
    press(client, address(letter), "Assign", to=str(nora.pk))
    assert Message.objects.get().assignee == nora
    refused = press(client, address(letter), "Assign", to=str(reporter.pk))
    assert told(refused) == ["Rita does not answer readers. Choose somebody who does."]
    assert Message.objects.get().assignee == nora
    for forged in ("9" * 40, "abc", "-1"):
        assert client.post(f"{MESSAGES}{letter.pk}/assign/", {"to": forged}).status_code in (403, 404)


def test_a_message_sleeps_until_the_hour_that_somebody_names_by_the_newsrooms_clock(settings: Any) -> None:
    settings.TIME_ZONE = "America/Bogota"
    letter, client = message(), desk()
    press(client, address(letter), "Snooze", until="2190-03-04T08:30")
    assert Message.objects.get().snoozed_until == datetime(2190, 3, 4, 13, 30, tzinfo=UTC)
    press(client, address(letter), "For a week")
    week = timezone.localtime(Message.objects.get().snoozed_until)
    assert (week.hour, week.date() - timezone.localdate()) == (9, timedelta(days=7))
    passed = press(client, address(letter), "Snooze", until="2020-03-04T08:30")
    assert told(passed) == ["Choose a moment that has not passed."]
    unread = press(client, address(letter), "Snooze", until="tomorrow")
    assert unread.status_code == 422
    assert page(unread).find(".//input[@name='until']").get("value") == "tomorrow"
    assert "Enter a date and a time." in unread.content.decode()


def test_a_note_that_is_too_long_is_refused_and_still_there() -> None:
    letter, client = message(), desk()
    text = "y" * (StaffNote.LENGTH + 1)
    refused = press(client, address(letter), "Keep the note", text=text)
    assert refused.status_code == 422
    document = page(refused)
    assert document.find(".//textarea[@name='text']").text == text
    assert "Write a note of 1 to 2000 characters." in text_of(document.find(".//*[@id='note-error']"))
    assert not StaffNote.objects.exists()


def test_who_pressed_second_is_told_and_changes_nothing() -> None:
    first, second = desk("Editor"), desk("Audience")
    letter = message()
    old_page = page(second.get(address(letter)))
    press(first, address(letter), "Answered")
    response = press_on(old_page, second, "Spam")
    assert told(response) == ["Nothing was changed: somebody else marked this message as “resolved”."]
    assert landed_on(response) == letter
    letter.refresh_from_db()
    assert (letter.status, letter.outcome) == ("resolved", "answered")
    assert TriageEvent.objects.filter(verb="mark").count() == 1


def test_there_is_no_button_to_where_the_message_is() -> None:
    letter, client = message(), desk()

    def labels() -> list[str]:
        document = page(client.get(address(letter)))
        return [text_of(button) for button in document.findall(".//section[@class='feedback-deeds']//button")]

    assert labels() == [
        *("No action needed", "Answered", "Corrected", "Spam", "Waiting for somebody", "In progress"),
        *("To me", "Assign", "Until tomorrow", "For 3 days", "For a week", "Snooze"),
    ]
    press(client, address(letter), "Answered")
    assert labels() == [
        *("No action needed", "Corrected", "Spam", "Waiting for somebody", "In progress", "New again"),
        *("To me", "Assign"),
    ]


# On to the next


@pytest.mark.parametrize("label", ["Answered", "Spam", "Waiting for somebody", "For 3 days"])
def test_after_a_deed_the_next_message_of_the_same_list_is_there(label: str) -> None:
    for hour, text in enumerate(TEXTS[:5]):
        message(text=text, at=THEN + timedelta(hours=hour), kind="error" if text in ("ministry", "coca") else "comment")
    client = desk()
    listed = "kind=comment&flag=unread"
    first = page(client.get(f"{MESSAGES}?{listed}")).find(".//th[@class='field-excerpt']/a").get("href")
    assert first == address(Message.objects.get(text="prison"), listed, unread=True)
    second = press(client, first, label)
    assert landed_on(second).text == "judges"
    assert "Show it" in told(second)[0]
    third = press(client, second.request["PATH_INFO"] + "?" + second.request["QUERY_STRING"], label)
    assert landed_on(third).text == "harbour"
    end = press(client, third.request["PATH_INFO"] + "?" + third.request["QUERY_STRING"], label)
    assert landed_on(end) is None
    assert end.request["QUERY_STRING"] == listed
    assert told(end)[1] == "That was the last one of this list."


def test_next_goes_through_what_is_unread_and_then_through_the_rest_once() -> None:
    letters = {text: message(text=text, at=THEN + timedelta(hours=hour)) for hour, text in enumerate(TEXTS[:4])}
    triage.opened(letters["judges"], by=chief())
    client = desk()
    at, seen = address(letters["coca"], unread=True), ["coca"]
    for _step in range(8):
        link = page(client.get(at)).find(".//a[@id='next-message']").get("href")
        answer = client.get(link, follow=True)
        letter = landed_on(answer)
        if letter is None:
            break
        seen.append(letter.text)
        at = f"{answer.request['PATH_INFO']}?{answer.request['QUERY_STRING']}"
    assert seen[:4] == ["coca", "ministry", "harbour", "coca"]
    assert seen[4:] == ["judges", "ministry", "harbour"]
    assert landed_on(answer) is None


@pytest.mark.parametrize("order", ["newest", "oldest", "suspicion"])
def test_next_keeps_the_order_of_the_list(order: str) -> None:
    for hour, text in enumerate(("harbour", "http://a.example", "ministry", "http://b.example http://c.example")):
        message(text=text, at=THEN + timedelta(hours=hour))
    client = desk()
    listed = page(client.get(f"{MESSAGES}?order={order}")).findall(".//th[@class='field-excerpt']/a")
    walked, at = [], listed[0].get("href")
    for _step in range(8):
        answer = client.get(at, follow=True)
        if landed_on(answer) is None:
            break
        walked.append(landed_on(answer).text)
        at = page(answer).find(".//a[@id='next-message']").get("href")
    assert walked == [link.text.strip() for link in listed]


def test_who_begins_to_work_on_a_message_stays_with_it() -> None:
    letter, _other = message(text="harbour"), message(text="ministry")
    client = desk()
    for label in ("In progress", "To me"):
        assert landed_on(press(client, address(letter), label)) == letter


# The budget


def test_a_message_with_everything_takes_few_queries_the_first_time(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    article = story(body="<p>The mayor left the country in March.</p>" * 40)
    letter = message(article=article, text="The mayor left the country in March, and more of the kind that I know.")
    for number in range(8):
        user = UserFactory(role="Editor")
        triage.mark(letter, to=["spam", "new"][number % 2], by=user)
        triage.note(letter, text=f"Note {number}", by=user)
    for _copy in range(5):
        message(article=article, text="The mayor left the country in March, and more of the kind that I know!")
    client = desk("Editor")
    # Two or three are left for what else stands on the page.
    for _time in range(2):
        with django_assert_max_num_queries(12):
            assert client.get(address(letter)).status_code == 200
