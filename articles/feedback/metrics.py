"""What readers' answers and messages add up to, over a time and in a language. Read from what the database has counted.

Votes are never looked through: `PageTally` holds a page's sums, `WeekTally` those of a week. Times are of messages themselves,
whose index holds all that is asked here. Three statements for everything.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple

from django.conf import settings
from django.db import connection
from django.utils import timezone
from django.utils.translation import get_language

from articles.feedback import estimating
from articles.feedback.estimating import Lasted, Share, Time

#: How many weeks back one can look, the present one among them; None is everything.
PERIODS: dict[str, int | None] = {"4": 4, "13": 13, "52": 52, "all": None}

#: Over more weeks than that, quarters are shown.
_WEEKS_SHOWN = 53

#: How many stories a list of the page shows, and how many authors and sections.
_STORIES_SHOWN, _NAMES_SHOWN = 10, 100


class Scope(NamedTuple):
    """What is measured: since a Monday (None: since ever) until `at`, in a language ("" is all)."""

    since: date | None
    language: str
    at: datetime

    @property
    def step(self) -> str:
        """The unit of time that rows of time stand for, as PostgreSQL calls it."""
        long = self.since is None or (self.at.date() - self.since).days > _WEEKS_SHOWN * 7
        return "quarter" if long else "week"


def scope(period: str = "13", language: str = "", *, at: datetime | None = None) -> Scope:
    """What these words ask for; words that are not known stand for the usual: 13 weeks, all languages."""
    at = (at or timezone.now()).astimezone(UTC)
    weeks = PERIODS.get(period, PERIODS["13"])
    monday = at.date() - timedelta(days=at.weekday())
    known = language if language in dict(settings.LANGUAGES) else ""
    return Scope(monday - timedelta(weeks=weeks - 1) if weeks else None, known, at)


class Sent(NamedTuple):
    """What was sent about something in the time: answers to “helpful?”, messages that are no spam, stories published."""

    key: int
    name: str
    address: str
    yes: int
    no: int
    comments: int
    errors: int
    published: int

    @property
    def answers(self) -> int:
        return self.yes + self.no

    @property
    def messages(self) -> int:
        return self.comments + self.errors

    @property
    def helpful(self) -> Share | None:
        return estimating.share(self.yes, self.answers)

    @property
    def per_hundred(self) -> float | None:
        """Messages for a hundred answers: the nearest that a site without page views comes to a rate of contact."""
        return 100 * self.messages / self.answers if self.answers else None

    @property
    def per_story(self) -> float | None:
        """Messages in the time for each story that was published in it."""
        return self.messages / self.published if self.published else None


class Waited(NamedTuple):
    """How long messages of a kind ("" is all of them) waited for one thing, in one time (None is all of it)."""

    what: str
    kind: str
    start: date | None
    messages: int
    open: int
    median: Time | None
    ninth: Time | None


#: What messages wait for: that somebody does something about them, and that they are closed.
WAITS = {"response": "responded_at", "resolution": "closed_at"}


def by_time(asked: Scope) -> list[tuple[date, Sent]]:
    """Each week of the time (or quarter of it) from its first to its last, those without anything among them."""
    statement = (
        "SELECT date_trunc(%(step)s, t.week)::date, sum(t.yes)::int, sum(t.no)::int, sum(t.comments)::int, sum(t.errors)::int"  # noqa: S608
        f" FROM feedback_weektally t {_OF_A_LANGUAGE if asked.language else ''} WHERE t.week >= %(since)s GROUP BY 1"
    )
    found = {
        start: Sent(0, "", "", yes, no, comments, errors, 0)
        for start, yes, no, comments, errors in _ask(statement, asked)
    }
    first = asked.since or min(found, default=asked.at.date())
    return [(start, found.get(start, Sent(0, "", "", 0, 0, 0, 0, 0))) for start in _steps(asked, first)]


def lists(asked: Scope) -> dict[str, list[Sent]]:
    """Every list of LISTS by its name, as long as the page shows it. One query."""
    parts = [f"(SELECT '{name}', l.* FROM ({select} LIMIT {most}) l)" for name, (select, most) in LISTS.items()]  # noqa: S608
    found: dict[str, list[Sent]] = {name: [] for name in LISTS}
    for name, *row in _ask(_counted(asked) + " UNION ALL ".join(parts), asked):
        found[name].append(Sent(*row))
    return found


def whole_list(name: str, asked: Scope) -> Iterator[Sent]:
    """One of LISTS to its end."""
    return (Sent(*row) for row in _ask(_counted(asked) + LISTS[name][0], asked))


def total(times: list[tuple[date, Sent]], sections: list[Sent]) -> Sent:
    """Everything together. Stories are counted by their sections: each has one."""
    sent = [sent for _start, sent in times]
    yes, no, comments, errors = (
        sum(getattr(one, name) for one in sent) for name in ("yes", "no", "comments", "errors")
    )
    return Sent(0, "", "", yes, no, comments, errors, sum(section.published for section in sections))


def waits(asked: Scope) -> list[Waited]:
    """For each wait and kind the whole time, then each week (or quarter) in which something was sent. One query.

    Times that differ by less than a tenth count as one, the longest, so that a hundred thousand messages are read at once.
    """
    language = "AND language = %(language)s" if asked.language else ""
    # Each wait in a scan of its own: cheaper than a row for each wait of each message.
    each = [
        f"SELECT '{what}' AS what, kind, sent_at, {column} AS ended FROM feedback_message"  # noqa: S608
        f" WHERE sent_at >= %(since)s AND sent_at <= %(at)s AND status <> 'spam' {language}"
        for what, column in WAITS.items()
    ]
    statement = f"""
        SELECT what, kind, start, max(seconds), count(ended), count(*) - count(ended) FROM (
            SELECT what, kind, date_trunc(%(step)s, sent_at AT TIME ZONE 'UTC')::date AS start, ended,
                   greatest(date_part('epoch', coalesce(ended, %(at)s) - sent_at), 0) AS seconds
            FROM ({" UNION ALL ".join(each)}) w) one
        GROUP BY what, kind, start, floor(10 * ln(60 + seconds))
    """  # noqa: S608  no value is in it
    groups: dict[tuple[str, str, date | None], list[Lasted]] = defaultdict(list)
    for what, kind, start, *rest in _ask(statement, asked):
        lasted = Lasted(*rest)
        for key in ((what, "", None), (what, kind, None), (what, kind, start)):
            groups[key].append(lasted)
    order = sorted(groups, key=lambda key: (list(WAITS).index(key[0]), key[2] is not None, key[2] or date.min, key[1]))
    return [_waited(key, groups[key]) for key in order]


def _waited(key: tuple[str, str, date | None], lasted: list[Lasted]) -> Waited:
    going_on = sum(one.going_on for one in lasted)
    messages = going_on + sum(one.ended for one in lasted)
    return Waited(*key, messages, going_on, *estimating.times_until((0.5, 0.9), lasted))


def _steps(asked: Scope, first: date) -> Iterator[date]:
    """The first day of each week or quarter from that of `first` to that of now."""
    weeks = asked.step == "week"
    day = first - timedelta(days=first.weekday()) if weeks else date(first.year, (first.month - 1) // 3 * 3 + 1, 1)
    while day <= asked.at.date():
        yield day
        day = day + timedelta(weeks=1) if weeks else date(day.year + day.month // 10, (day.month + 2) % 12 + 1, 1)


def _ask(statement: str, asked: Scope) -> list[tuple[Any, ...]]:
    tongue = "es" if get_language() == "es" else "en"
    values: dict[str, Any] = {
        "since": asked.since or date.min,
        "at": asked.at,
        "language": asked.language,
        "step": asked.step,
    }
    with connection.cursor() as cursor:
        cursor.execute(statement.replace("_mine", f"_{tongue}"), values)
        return cursor.fetchall()


#: The weeks of stories in a language, and of other pages by their address.
_OF_A_LANGUAGE = """
    LEFT JOIN articles_article a ON a.id = t.article_id
    JOIN (SELECT %(language)s AS language) l ON l.language = CASE
        WHEN t.article_id IS NOT NULL THEN a.language WHEN t.subject LIKE '/es/%%' THEN 'es' ELSE 'en' END
"""


def _counted(asked: Scope) -> str:
    """`counted`: a row for each story that something was sent about. `seen`: the same with the stories published in the time."""
    sums = "SELECT article_id, yes, no, comments, errors FROM feedback_pagetally WHERE article_id IS NOT NULL"
    if asked.since:
        sums = f"SELECT article_id, {_SUMS} FROM feedback_weektally WHERE week >= %(since)s AND article_id IS NOT NULL GROUP BY 1"  # noqa: S608
    language = "AND a.language = %(language)s" if asked.language else ""
    return f"""
        WITH counted AS MATERIALIZED (
            SELECT c.*, a.section_id, a.headline, a.path FROM ({sums}) c JOIN articles_article a ON a.id = c.article_id {language}
        ), seen AS MATERIALIZED (
            SELECT article_id, section_id, yes, no, comments, errors, 0 AS published FROM counted
            UNION ALL
            SELECT a.id, a.section_id, 0, 0, 0, 0, 1 FROM articles_article a
            WHERE a.state = 'live' AND a.published_at >= %(since)s AND a.published_at <= %(at)s {language}
        )"""  # noqa: S608  no value is in it


_SUMS = ", ".join(f"sum({name})::int AS {name}" for name in ("yes", "no", "comments", "errors"))

_SECTIONS = f"""
    SELECT s.id, concat_ws(' › ', coalesce(nullif(p.name_mine, ''), p.name_en), coalesce(nullif(s.name_mine, ''), s.name_en)), '',
           yes, no, comments, errors, published
    FROM (SELECT section_id, {_SUMS}, sum(published)::int AS published FROM seen GROUP BY 1) t
    JOIN articles_section s ON s.id = section_id LEFT JOIN articles_section p ON p.id = s.parent_id
    ORDER BY coalesce(p.position, s.position), coalesce(p.id, s.id), p.id IS NOT NULL, s.position, s.id
"""  # noqa: S608  no value is in it

#: Who is protected stands under the house's name here too: what is on this page leaves the house in exports. Who was sent
#: little comes after all whose share is surer, whatever it is.
_AUTHORS = f"""
    SELECT t.author_id, coalesce(u.name, (SELECT nullif(house_byline_mine, '') FROM articles_masthead LIMIT 1), '–'), '',
           yes, no, comments, errors, published
    FROM (SELECT author_id, {_SUMS}, sum(published)::int AS published FROM seen JOIN (
            SELECT DISTINCT b.article_id, CASE WHEN u.protected THEN 0 ELSE u.id END AS author_id
            FROM articles_byline b JOIN articles_author u ON u.id = b.author_id WHERE b.role = 'author'
          ) who USING (article_id) GROUP BY 1) t
    LEFT JOIN articles_author u ON u.id = t.author_id
    ORDER BY CASE WHEN yes + no > 0 THEN {estimating.bound_in_sql("-")} END DESC NULLS LAST, t.author_id
"""  # noqa: S608  no value is in it


def _stories(condition: str, order: str) -> str:
    return f"""
        SELECT article_id, headline, path, yes, no, comments, errors, 0 FROM counted
        WHERE {condition} ORDER BY {order}, article_id DESC"""  # noqa: S608  no value is in it


#: The lists and how much of each the page shows. Stories are ranked by the end of the interval that speaks for them least.
LISTS = {
    "sections": (_SECTIONS, _NAMES_SHOWN),
    "authors": (_AUTHORS, _NAMES_SHOWN),
    "reported": (_stories("errors > 0", "errors DESC"), _STORIES_SHOWN),
    "unhelpful": (_stories("yes + no > 0", estimating.bound_in_sql("+")), _STORIES_SHOWN),
    "helpful": (_stories("yes + no > 0", f"{estimating.bound_in_sql('-')} DESC"), _STORIES_SHOWN),
}
