"""The queue at the desk: what it shows and in which order, its filters, its rows, and what is done with many at once."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.http import QueryDict
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.feedback import filters, lateness, queue, triage
from articles.feedback.models import Message, TriageEvent
from tests.factories import THEN, CountryFactory, SectionFactory, TopicFactory, UserFactory, chief, story
from tests.feedback.scenes import message, page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]

MESSAGES = "/admin/feedback/message/"

#: Texts that have nothing in common, so that none is folded under another.
TEXTS = ("harbour", "ministry", "judges", "coca", "prison", "election", "timber", "gold")


def shown(query: str = "", *, person: Any = None, at: datetime | None = None) -> list[str]:
    """The texts of the queue with this address, in its order."""
    return [letter.text for letter in queue.filtered(QueryDict(query), person=person or chief(), at=at)]


def desk(role: str = "Audience", **values: Any) -> Client:
    # Tokens are checked as in life: a button without one would not work.
    client = Client(enforce_csrf_checks=True)
    client.force_login(UserFactory(role=role, **values))
    return client


def rows(response: Any) -> list[dict[str, str]]:
    """The rows of the list: the text of each cell by its column."""
    return [
        {cell.get("class", "").split()[0]: " ".join("".join(cell.itertext()).split()) for cell in row}
        for row in page(response).findall(".//table[@id='result_list']/tbody/tr")
    ]


def act(client: Client, action: str, letters: list[Message], query: str = "show=all", page_: Any = None) -> Any:
    """Tick the rows of these messages and choose an action, as a browser would send it."""
    form = (page_ or page(client.get(f"{MESSAGES}?{query}"))).find(".//form[@id='changelist-form']")
    hidden = {field.get("name"): field.get("value") for field in form.findall(".//input[@type='hidden']")}
    sent = hidden | {"action": action, "_selected_action": [letter.pk for letter in letters]}
    return client.post(f"{MESSAGES}?{query}", sent, follow=True)


def told(response: Any) -> list[str]:
    return [
        " ".join("".join(item.itertext()).split()) for item in page(response).findall(".//ul[@class='messagelist']/li")
    ]


# What it shows


def test_unread_comes_first_then_the_newest_and_what_waits_no_longer_is_a_click_away() -> None:
    letters = [message(text=text, at=THEN + timedelta(hours=hour)) for hour, text in enumerate(TEXTS[:6])]
    reader = chief()
    for letter in letters[2:4]:
        triage.opened(letter, by=reader)
    triage.snooze(letters[4], until=THEN + timedelta(days=2), by=reader, at=THEN)
    triage.mark(letters[5], to="resolved", by=reader)
    assert shown(at=THEN) == ["ministry", "harbour", "coca", "judges"]
    assert shown("show=snoozed", at=THEN) == ["prison"]
    assert shown("show=closed", at=THEN) == ["election"]
    assert shown("show=all", at=THEN) == ["election", "prison", "ministry", "harbour", "coca", "judges"]
    assert shown(at=THEN + timedelta(days=3))[0] == "prison"


def test_the_queue_is_put_in_another_order() -> None:
    for hour, text in enumerate(("harbour", "HTTP://A.EXAMPLE http://b.example", "ministry")):
        message(text=text, at=THEN + timedelta(hours=hour))
    triage.opened(Message.objects.get(text="ministry"), by=chief())
    assert [text[:4] for text in shown("order=newest")] == ["mini", "HTTP", "harb"]
    assert [text[:4] for text in shown("order=oldest")] == ["harb", "HTTP", "mini"]
    assert [text[:4] for text in shown("order=suspicion")] == ["HTTP", "mini", "harb"]
    assert [text[:4] for text in shown("order=nonsense")] == ["HTTP", "harb", "mini"]


def test_messages_that_say_the_same_are_one_row_with_a_count() -> None:
    for _time in range(3):
        message(text="The same and the same again")
    message(text="harbour")
    client = desk()
    assert sorted(row["field-excerpt"] for row in rows(client.get(MESSAGES))) == [
        "The same and the same again and 2 more that say the same",
        "harbour",
    ]


# Filters


@pytest.fixture
def cast(once: Callable[..., Any]) -> dict[str, Any]:
    """Two stories that differ in everything, a message about each, and one about none."""
    return once(_cast)


def _cast() -> dict[str, Any]:
    inner = SectionFactory(parent=SectionFactory())
    made: dict[str, Any] = {
        "inner": inner,
        "outer": inner.parent,
        "country": CountryFactory(),
        "topic": TopicFactory(),
        "editor": UserFactory(role="Editor", username="marta"),
    }
    values = {"section": inner.pk, "countries": (made["country"].pk,), "topics": (made["topic"].pk,)}
    one = story(headline="The long río of gold", **values)
    other = story(language="es", headline="La otra", section=SectionFactory().pk)
    made["letters"] = {
        "harbour": message(
            text="harbour", article=one, kind="error", email="ana@example.org", name="Ana", answer_welcome=True, at=THEN
        ),
        "ministry": message(
            text="ministry", article=other, language="es", email="b@example.org", at=THEN + timedelta(days=40)
        ),
        "judges": message(text="judges: call 300 123 4567 or http://x.example", at=THEN + timedelta(days=41)),
    }
    Message.objects.update(assignee=None)
    triage.assign(made["letters"]["harbour"], to=made["editor"], by=chief())
    triage.mark(made["letters"]["ministry"], to="resolved", outcome="corrected", by=chief())
    triage.opened(made["letters"]["judges"], by=chief())
    made["one"] = one
    return made


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("show=all&language=es", {"ministry"}),
        ("show=all&kind=error", {"harbour"}),
        ("show=all&section={outer}", {"harbour"}),
        ("show=all&section={inner}", {"harbour"}),
        ("show=all&country={country}", {"harbour"}),
        ("show=all&topic={topic}", {"harbour"}),
        ("status=resolved", {"ministry"}),
        ("status=new", {"harbour", "judges"}),
        ("outcome=corrected", {"ministry"}),
        ("show=all&owner=me", {"harbour"}),
        ("show=all&owner={editor}", {"harbour"}),
        ("show=all&owner=nobody", {"ministry", "judges"}),
        ("show=all&days=7", {"ministry", "judges"}),
        ("show=all&from=2024-06-10&to=2024-06-15", {"ministry"}),
        ("show=all&to=2024-05-06", {"harbour"}),
        ("flag=unread", {"harbour"}),
        ("flag=late", {"harbour"}),
        ("show=all&flag=email", {"harbour", "ministry"}),
        ("show=all&flag=no_email", {"judges"}),
        ("show=all&flag=answer", {"harbour"}),
        ("show=all&flag=details", {"judges"}),
        ("show=all&flag=suspicious", {"judges"}),
        ("show=all&flag=reason_links", {"judges"}),
        ("show=all&flag=reason_capitals", set()),
        ("show=all&flag=email&flag=answer", {"harbour"}),
        ("show=all&kind=comment&owner=nobody&language=en", {"judges"}),
        ("kind=&language=&q=", {"harbour", "judges"}),
    ],
)
def test_the_queue_is_narrowed_down_by_each_filter_and_by_several(
    query: str, found: set[str], cast: dict[str, Any]
) -> None:
    asked = query.format(**{name: getattr(cast[name], "pk", "") for name in cast})
    now = THEN + timedelta(days=42)
    assert {text.split(":")[0] for text in shown(asked, person=cast["editor"], at=now)} == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("HARB", {"harbour"}),
        ("ana", {"harbour"}),
        ("ana@example.org", {"harbour"}),
        ("RIO gold", set()),
        ("río gold", {"harbour"}),
        ("gold harbour", set()),
        ("judges 300", {"judges"}),
        ("bour", set()),
        ("' :* & | ! <-> \\", set()),
        ("\0", set()),
        ("99999999999999999999", set()),
    ],
)
def test_the_queue_is_searched_by_words_of_the_message_the_reader_and_the_headline(
    words: str, found: set[str], cast: dict[str, Any]
) -> None:
    asked = QueryDict(mutable=True)
    asked["q"], asked["show"] = words, "all"
    assert {text.split(":")[0] for text in shown(asked.urlencode())} == found


def test_a_message_is_found_by_its_storys_address_and_its_own_number(cast: dict[str, Any]) -> None:
    path, letter = cast["one"].path, cast["letters"]["judges"]
    assert shown(f"show=all&q={path}") == ["harbour"]
    assert shown(f"show=all&q=https://paper.example{path}") == ["harbour"]
    assert shown(f"show=all&q=%23{letter.pk}") == shown(f"show=all&q={letter.pk}") == [letter.text]


@pytest.mark.parametrize("name", [name for name in filters.FILTERS if name != "q"])
@pytest.mark.parametrize("value", ["nonsense", "-1", "9" * 40, "0x1", "2024-13-45", "%00", "'"])
def test_a_value_that_means_nothing_shows_nothing_and_is_no_error(name: str, value: str) -> None:
    message()
    assert shown(f"show=all&{name}={value}") == []
    assert desk().get(f"{MESSAGES}?{name}={value}").status_code == (400 if value == "%00" else 200)


def test_days_are_those_of_the_newsroom(settings: Any) -> None:
    settings.TIME_ZONE = "America/Bogota"
    message(text="late", at=datetime(2024, 5, 7, 3, 0, tzinfo=UTC))
    assert shown("from=2024-05-06&to=2024-05-06") == ["late"]
    assert shown("from=2024-05-07") == []
    assert shown("days=1", at=datetime(2024, 5, 7, 4, 59, tzinfo=UTC)) == ["late"]
    assert shown("days=1", at=datetime(2024, 5, 7, 5, 0, tzinfo=UTC)) == []


def test_a_group_is_shown_when_one_of_its_messages_matches_everything() -> None:
    first = message(text="The same and the same", language="en")
    copy = message(text="The same and the same", language="es", email="b@example.org")
    assert Message.objects.get(pk=copy.pk).folded_into_id == first.pk
    assert shown("language=es") == shown("language=es&flag=email") == ["The same and the same"]
    assert shown("language=en&flag=email") == []


def test_a_report_is_late_when_nobody_has_acted_on_it_for_the_hours_of_the_setting(settings: Any) -> None:
    settings.FEEDBACK_ERROR_HOURS = 48
    letter = message(kind="error", at=THEN)
    soon, then = THEN + timedelta(hours=47), THEN + timedelta(hours=48)
    assert (shown("flag=late", at=soon), shown("flag=late", at=then)) == ([], ["A word"])
    assert [lateness.is_late(letter, at) for at in (soon, then)] == [False, True]
    settings.FEEDBACK_ERROR_HOURS = 0
    assert shown("flag=late", at=then) == []
    settings.FEEDBACK_ERROR_HOURS = 48
    triage.mark(letter, to="in_progress", by=chief())
    assert shown("flag=late", at=then) == []
    assert not lateness.is_late(letter, then)


def test_a_filtered_queue_is_told_in_words(cast: dict[str, Any]) -> None:
    asked = QueryDict(f"kind=error&country={cast['country'].pk}&owner=nobody&flag=late&flag=email&order=oldest")
    assert queue.describe(asked) == (
        f"open, kind: report of an error, country: {cast['country'].name}, owner: nobody, flag: waits too long,"
        " flag: with an e-mail, oldest first"
    )
    assert queue.describe(QueryDict("status=spam")) == "everything, status: spam"


# The list


def test_the_list_covers_personal_details_before_it_cuts() -> None:
    message(text="Write to ana@example.org or +57 300 123 4567. " + "Words. " * 200)
    long = "zoe." * 7 + "zoe@example.org "
    message(text=long * 20)
    answer = desk().get(MESSAGES).content.decode()
    for detail in ("ana@example.org", "4567", "zoe."):
        assert detail not in answer
    assert "Write to ••• or •••." in answer


def test_a_row_says_what_helps_to_choose(cast: dict[str, Any]) -> None:
    harbour = next(row for row in rows(desk().get(f"{MESSAGES}?show=all&q=harbour")))
    assert harbour["field-story"] == "The long río of gold"
    assert harbour["field-what"] == "report of an error EN unread waits too long may be answered"
    assert harbour["field-standing"] == "new marta"
    done = next(row for row in rows(desk().get(f"{MESSAGES}?outcome=corrected")))
    assert done["field-standing"] == "resolved corrected nobody"


def test_the_form_offers_every_filter_and_the_address_stays_short(cast: dict[str, Any]) -> None:
    client = desk()
    document = page(client.get(MESSAGES))
    form = next(form for form in document.findall(".//form") if form.get("class") == "feedback-panel")
    names = {field.get("name") for field in form.iter() if field.get("name")}
    assert names == set(filters.FILTERS) | {"order"}
    blank = client.get(f"{MESSAGES}?q=&kind=error&language=&flag=unread&order=")
    assert blank["Location"] == f"{MESSAGES}?kind=error&flag=unread"
    chips = [
        (" ".join("".join(link.itertext()).split()), link.get("href"))
        for link in page(client.get(blank["Location"])).findall(".//ul[@class='feedback-chips']//a")
    ]
    assert chips == [
        ("✕ kind: report of an error", "?flag=unread"),
        ("✕ unread", "?kind=error"),
        ("Without any filter", MESSAGES),
    ]


def test_a_filtered_queue_is_kept_under_a_name_and_shared() -> None:
    message(text="harbour", language="es")
    message(text="ministry")
    client, colleague = desk("Editor"), desk("Audience")
    document = page(client.get(f"{MESSAGES}?language=es&flag=unread"))
    form = next(form for form in document.findall(".//form") if form.get("action") == "/admin/views/keep/")
    sent = {field.get("name"): field.get("value") for field in form.findall(".//input[@type='hidden']")}
    client.post("/admin/views/keep/", sent | {"name": "Spanish", "shared": "on"})
    link = page(colleague.get(MESSAGES)).find(".//nav[@class='desk-views']//a")
    assert link.text == "Spanish"
    assert [row["field-excerpt"] for row in rows(colleague.get(MESSAGES + link.get("href")))] == ["harbour"]


def test_the_desks_first_page_leads_to_what_nobody_has_read() -> None:
    message(text="harbour")
    triage.opened(message(text="ministry"), by=chief())
    document = page(desk().get("/admin/"))
    links = {link.get("href"): "".join(link.itertext()) for link in document.findall(".//a")}
    assert f"{MESSAGES}?flag=unread" in links
    assert "harbour" in links.values()
    assert "ministry" not in links.values()


# Many at once


def test_several_messages_are_marked_and_given_away_at_once() -> None:
    letters = [message(text=text) for text in TEXTS[:4]]
    client = desk("Editor", username="marta")
    response = act(client, "answered", letters[:3])
    assert told(response) == ["Resolve: answered: done with 3 messages."]
    assert list(Message.objects.order_by("pk").values_list("status", "outcome")) == [
        *[("resolved", "answered")] * 3,
        ("new", ""),
    ]
    act(client, "mine", letters)
    assert {letter.assignee.username for letter in Message.objects.all() if letter.assignee} == {"marta"}


def test_of_many_those_that_are_refused_are_named_with_the_reason() -> None:
    one, other, third = (message(text=text) for text in TEXTS[:3])
    client = desk()
    seen = page(client.get(MESSAGES))
    triage.mark(other, to="resolved", by=chief())
    response = act(client, "spam", [one, other, third], page_=seen)
    assert told(response) == [
        "Mark as spam: done with 2 messages.",
        "ministry: Nothing was changed: somebody else marked this message as “resolved”.",
    ]
    assert Message.objects.get(pk=other.pk).status == "resolved"
    assert told(act(client, "tomorrow", [other])) == ["ministry: This message is closed: there is nothing to put off."]
    assert TriageEvent.objects.filter(verb="mark").count() == 3


def test_who_may_only_look_has_no_actions() -> None:
    letter = message()
    client = Client()
    reader = UserFactory()
    reader.user_permissions.add(Permission.objects.get(codename="view_message"))
    client.force_login(reader)
    assert page(client.get(MESSAGES)).find(".//select[@name='action']") is None
    client.post(MESSAGES, {"action": "spam", "_selected_action": [letter.pk]})
    assert Message.objects.get().status == "new"


# At size


@pytest.mark.parametrize(
    "query",
    [
        "",
        "show=closed",
        "q=Message",
        "section=1&country=1&topic=1&owner=me&days=30&kind=error&language=en&flag=late&flag=unread&q=word&show=all",
    ],
)
def test_the_list_takes_few_queries_however_long_it_is(
    query: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    articles = [story() for _ in range(10)]
    for number in range(40):
        letter = message(article=articles[number % 10], text=f"Message {number}")
        if number % 3 == 0:
            triage.mark(letter, to="resolved", by=chief())
    client = desk("Editor")
    with django_assert_max_num_queries(12):
        assert client.get(f"{MESSAGES}?{query}").status_code == 200


def test_the_order_of_the_queue_is_an_index() -> None:
    plan = queue.filtered(QueryDict(), person=chief())[:50]

    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("SET LOCAL enable_sort = off")
        sql, values = plan.query.sql_with_params()
        cursor.execute(f"EXPLAIN {sql}", values)
        told = "\n".join(row[0] for row in cursor.fetchall())
    assert re.search(r"Index Scan using (queue_in_its_order|heads_in_their_order)", told)
    assert "Sort" not in told
