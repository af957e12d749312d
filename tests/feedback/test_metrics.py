"""Measures: what counts, how sure it is, and what the page says of it."""

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles import protecting
from articles.feedback import estimating, intake, measured, metrics, triage
from articles.feedback.estimating import Lasted, Time
from articles.feedback.models import Message, Vote
from articles.models import Byline
from tests.factories import AuthorFactory, MastheadFactory, UserFactory, chief, story
from tests.feedback.scenes import message, page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]

#: A Wednesday.
NOW = datetime(2026, 5, 6, 12, 0, tzinfo=UTC)
MEASURES = "/admin/feedback/measures/"
STORIES = "/admin/feedback/vote/stories/"
SVG = "{http://www.w3.org/2000/svg}"


def votes(article: Any, yes: int, no: int, at: datetime = NOW) -> None:
    for helpful, count in ((True, yes), (False, no)):
        Vote.objects.bulk_create(
            Vote(article=article, address=article.path, language=article.language, helpful=helpful, sent_at=at)
            for _ in range(count)
        )


def asked(period: str = "13", language: str = "") -> metrics.Scope:
    return metrics.scope(period, language, at=NOW)


def names(listed: str, **scope: Any) -> list[str]:
    return [sent.name for sent in metrics.lists(asked(**scope))[listed]]


def signed_in(role: str = "Editor", language: str = "en") -> Client:
    client = Client()
    client.force_login(UserFactory(role=role, language=language))
    return client


@pytest.mark.parametrize(
    ("yes", "of", "low", "high"),
    [
        (3, 4, 0.3006, 0.9544),
        (0, 2, 0, 0.6576),
        (2, 2, 0.3424, 1),
        (81, 263, 0.2553, 0.3662),
        (500_000, 1_000_000, 0.49902, 0.50098),
    ],
)
def test_a_share_has_the_interval_of_wilson(yes: int, of: int, low: float, high: float) -> None:
    share = estimating.share(yes, of)
    assert share is not None
    assert (share.low, share.high) == (pytest.approx(low, abs=5e-5), pytest.approx(high, abs=5e-5))


def test_the_database_ranks_by_the_same_interval(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    from django.db import connection

    for yes, no in ((3, 1), (0, 2), (7, 0), (1000, 3)):
        query = (
            f"SELECT {estimating.bound_in_sql('-')}, {estimating.bound_in_sql('+')} FROM (VALUES (%s, %s)) t (yes, no)"
        )
        with connection.cursor() as cursor:
            cursor.execute(query, [yes, no])
            share = estimating.share(yes, yes + no)
            assert share and cursor.fetchone() == (pytest.approx(share.low), pytest.approx(share.high))


def test_a_story_with_two_votes_does_not_top_a_list() -> None:
    liked, two_yes = story(headline="Liked by many"), story(headline="Liked by two")
    disliked, two_no = story(headline="Disliked by many"), story(headline="Disliked by two")
    votes(liked, 45, 5)
    votes(two_yes, 2, 0)
    votes(disliked, 10, 40)
    votes(two_no, 0, 2)
    assert names("helpful")[0] == "Liked by many"
    assert names("unhelpful")[0] == "Disliked by many"
    rows = page(signed_in().get("/admin/feedback/vote/stories/?order=best")).findall(
        ".//table[@class='feedback-counts']/tbody/tr/th"
    )
    assert "".join(rows[0].itertext()).strip() == "Liked by many"
    rows = page(signed_in().get("/admin/feedback/vote/stories/?order=worst")).findall(
        ".//table[@class='feedback-counts']/tbody/tr/th"
    )
    assert "".join(rows[0].itertext()).strip() == "Disliked by many"


def test_what_still_waits_makes_times_longer_and_never_shorter() -> None:
    hour = 3600.0
    done = [Lasted(hour, 1, 0), Lasted(2 * hour, 1, 0), Lasted(3 * hour, 1, 0)]
    assert estimating.times_until((0.5, 0.9), done) == [Time(2 * hour), Time(3 * hour)]
    waiting = [*done, Lasted(90 * hour, 0, 2)]
    assert estimating.times_until((0.5, 0.9), waiting) == [Time(3 * hour), Time(90 * hour, reached=False)]
    # One that came a minute ago says nothing yet.
    assert estimating.times_until((0.5,), [*done, Lasted(60, 0, 5)]) == [Time(2 * hour)]
    assert estimating.times_until((0.5,), []) == [None]


def test_times_are_measured_by_kind_and_week_and_spam_is_left_out() -> None:
    for hours in (1, 2, 3):
        letter = message(kind="error", text=f"Error {hours}", at=NOW - timedelta(days=1))
        triage.mark(letter, to="resolved", outcome="corrected", by=chief(), at=letter.sent_at + timedelta(hours=hours))
    message(text="Nobody read this", at=NOW - timedelta(days=10))
    triage.mark(message(text="Buy", at=NOW - timedelta(days=9)), to="spam", by=chief(), at=NOW)
    found = {(one.what, one.kind, one.start): one for one in metrics.waits(asked())}
    errors = found["resolution", "error", None]
    assert (errors.messages, errors.open, errors.median, errors.ninth) == (3, 0, Time(7200), Time(10800))
    assert found["resolution", "error", date(2026, 5, 4)].median == Time(7200)
    comment = found["response", "comment", date(2026, 4, 20)]
    assert (comment.messages, comment.open, comment.median) == (1, 1, Time(10 * 86400, reached=False))
    assert measured.in_words(comment.median) == "more than 10 d"


def test_weeks_sections_and_stories_are_counted_in_their_time_and_language() -> None:
    english, spanish = story(headline="One", at=NOW), story(headline="Uno", language="es")
    votes(english, 3, 1)
    votes(english, 1, 0, at=NOW - timedelta(weeks=5))
    votes(spanish, 0, 2)
    intake.receive_vote(article=None, address="/es/paises/", language="es", helpful=True, at=NOW)
    message(article=english, kind="error", at=NOW)
    triage.mark(message(article=english, text="Buy now", at=NOW), to="spam", by=chief())
    weeks = metrics.by_time(asked("4"))
    assert [start for start, _sent in weeks] == [date(2026, 4, 13) + timedelta(weeks=n) for n in range(4)]
    assert (weeks[-1][1].answers, weeks[-1][1].errors, weeks[-1][1].comments) == (7, 1, 0)
    assert metrics.by_time(asked("4", "es"))[-1][1].answers == 3
    assert sum(sent.answers for _start, sent in metrics.by_time(asked("13", "en"))) == 5
    assert sum(sent.answers for _start, sent in metrics.by_time(asked("all"))) == 8
    assert [(sent.yes, sent.no, sent.errors) for sent in metrics.lists(asked("13", "en"))["sections"]] == [(4, 1, 1)]
    assert [(sent.yes, sent.no) for sent in metrics.lists(asked("4", "en"))["helpful"]] == [(3, 1)]
    assert names("reported") == ["One"]
    assert names("reported", language="es") == []


def test_contact_is_measured_by_answers_and_by_stories_published() -> None:
    sent = metrics.Sent(1, "News", "", yes=150, no=50, comments=3, errors=1, published=8)
    assert (sent.per_hundred, sent.per_story) == (2.0, 0.5)
    silent = metrics.Sent(1, "News", "", 0, 0, 2, 0, 0)
    assert (silent.per_hundred, silent.per_story, silent.helpful) == (None, None, None)


def test_a_protected_byline_stands_under_the_house_byline() -> None:
    MastheadFactory()
    article, author = story(), AuthorFactory(name="Marisol Prueba")
    Byline.objects.filter(article=article).delete()
    Byline.objects.create(article=article, author=author, position=1)
    votes(article, 1, 1)
    assert names("authors") == ["Marisol Prueba"]
    protecting.protect(author, by=chief())
    assert names("authors") == ["The Gazette"]


def test_a_year_is_read_from_tallies_and_no_vote_is_looked_at(django_assert_max_num_queries: Any) -> None:
    for number in range(12):
        votes(story(headline=f"Story {number}"), number, 1, at=NOW - timedelta(weeks=number))
    client = signed_in()
    with django_assert_max_num_queries(12) as asked_for:
        assert client.get(f"{MEASURES}?period=52").status_code == 200
    assert not [query["sql"] for query in asked_for.captured_queries if "feedback_vote" in query["sql"]]


@pytest.mark.parametrize("language", ["en", "es"])
def test_each_plot_has_a_name_and_its_table_and_no_style(language: str) -> None:
    article = story()
    votes(article, 3, 2, at=datetime.now(UTC))
    message(article=article, kind="error", at=datetime.now(UTC) - timedelta(hours=30))
    document = page(signed_in(language=language).get(f"{MEASURES}?period=4"))
    ids = {element.get("id") for element in document.iter() if element.get("id")}
    plots = document.findall(f".//{SVG}svg[@role='img']")
    assert len(plots) == 6
    for plot in plots:
        assert set(plot.get("aria-labelledby").split()) <= ids
    links = [link.get("href")[1:] for link in document.findall(".//p[@class='chart__said']/a")]
    assert len(links) == 6 and set(links) <= ids
    paths = [path.get("d") for path in document.findall(f".//{SVG}svg//{SVG}path") if "chart-" in path.get("class", "")]
    assert paths and not [path for path in paths if not re.fullmatch(r"[MHVZ\d. -]+", path)]
    assert document.find(".//*[@style]") is None and document.find(".//style") is None
    said = {"en": "60 % (23 to", "es": "60 % (de 23 a"}[language]
    assert [row for row in document.findall(".//table[@id='times']/tbody/tr") if said in "".join(row.itertext())]


@pytest.mark.parametrize("query", ["period=x&language=de", "period=4&language=es%FF", "period=&p=9"])
def test_a_time_that_nobody_knows_is_the_usual_one(query: str) -> None:
    chosen = page(signed_in().get(f"{MEASURES}?{query}")).findall(".//nav[@class='measures__choice']/a[@aria-current]")
    assert len(chosen) == 2


def test_a_list_of_votes_counts_no_further_than_it_is_turned(monkeypatch: pytest.MonkeyPatch) -> None:
    from articles.feedback.admin import votes as listed

    monkeypatch.setattr(listed, "MOST", 150)
    votes(story(headline="The harbour"), 200, 0)
    client = signed_in()
    text = client.get("/admin/feedback/vote/").content.decode()
    assert "150 votes" in text and "There are more. The list shows the newest 150" in text
    assert client.get("/admin/feedback/vote/?q=harbour").content.decode().count('class="field-story"') == 100
    assert 'class="field-story"' not in client.get("/admin/feedback/vote/?q=elsewhere").content.decode()
    assert Message.objects.count() == 0
