"""By what the queue can be narrowed down: one table, a line for each part of a list's address."""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.postgres.search import SearchQuery
from django.db.models import Q
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.feedback import lateness, owners, suspicion
from articles.feedback.models import Message
from articles.models import Article, ArticleCountry, ArticleTopic, Country, Draft, Section, Topic

#: More stories than this are not looked through for the words of a search.
_STORIES = 1000
_WORDS = 10

_NOTHING = Q(pk__in=[])


class Case(NamedTuple):
    """Who asks, and when."""

    person: Any
    at: datetime


class Test(NamedTuple):
    """What has to be true, and whether it is true of a whole group at once or of each message by itself."""

    condition: Q
    of_group: bool = False


Choices = list[tuple[str, str]]


class Filter(NamedTuple):
    """One part of the address: its name for people, its test for a value, and the values to choose from.

    With `several`, each value of the address has to be true.
    """

    label: Any
    test: Callable[[str, Case], Test]
    choices: Callable[[], Choices] = list
    several: bool = False

    def name_of(self, value: str) -> str:
        """What people call a value. Asks the database for the name of a row."""
        return dict(self.choices()).get(value, value)


def _late(case: Case) -> Test:
    return Test(lateness.waits_too_long(case.at), of_group=True)


def _key(value: str) -> int | None:
    """A value that can be the key of a row."""
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 19 else None


def _one_of(field: str, values: Any, *, of_group: bool = False) -> Callable[[str, Case], Test]:
    def test(value: str, case: Case) -> Test:
        return Test(Q(**{field: value}) if value in values else _NOTHING, of_group)

    return test


def _owner(value: str, case: Case) -> Test:
    match value:
        case "me":
            return Test(Q(assignee=case.person.pk), of_group=True)
        case "nobody":
            return Test(Q(assignee=None), of_group=True)
    return Test(Q(assignee=_key(value)) if _key(value) else _NOTHING, of_group=True)


def _owners() -> Choices:
    people = [(str(person.pk), owners.name_of(person)) for person in owners.staff()]
    return [("me", _("me")), ("nobody", _("nobody")), *people]


def _about(stories: Callable[[int], Any]) -> Callable[[str, Case], Test]:
    """Messages about some stories, found by the key of a row that the stories are filed under."""

    def test(value: str, case: Case) -> Test:
        key = _key(value)
        return Test(Q(article__in=stories(key)) if key else _NOTHING)

    return test


def _in_section(key: int) -> Any:
    return Article.objects.filter(Q(section=key) | Q(section__parent=key)).values("pk")


def _sections() -> Choices:
    rows = sorted(Section.objects.select_related("parent"), key=_place_of_section)
    return [(str(row.pk), str(row)) for row in rows]


def _place_of_section(section: Section) -> tuple[Any, ...]:
    main = section.parent or section
    return main.position, main.pk, section.parent is not None, section.position


def _named(model: Any) -> Callable[[], Choices]:
    def choices() -> Choices:
        return sorted(
            ((str(key), name) for key, name in model.objects.values_list("pk", "name")), key=lambda row: row[1]
        )

    return choices


def _of(choices: Any) -> Callable[[], Choices]:
    return lambda: [(value, str(label)) for value, label in choices.choices]


def _languages() -> Choices:
    return [(code, _(str(name))) for code, name in settings.LANGUAGES]


#: How far back, in days of the newsroom's clock, today included.
DAYS = {
    "1": gettext_lazy("today"),
    "7": gettext_lazy("the last 7 days"),
    "30": gettext_lazy("the last 30 days"),
    "365": gettext_lazy("the last 365 days"),
}


def _days(value: str, case: Case) -> Test:
    if value not in DAYS:
        return Test(_NOTHING)
    day = timezone.localtime(case.at).date() - timedelta(days=int(value) - 1)
    return Test(Q(sent_at__gte=_midnight(day)))


def _since(value: str, case: Case) -> Test:
    day = _day(value)
    return Test(Q(sent_at__gte=_midnight(day)) if day else _NOTHING)


def _until(value: str, case: Case) -> Test:
    day = _day(value)
    return Test(Q(sent_at__lt=_midnight(day + timedelta(days=1))) if day else _NOTHING)


def _day(value: str) -> Any:
    try:
        day = parse_date(value)
    except ValueError:
        return None
    return day if day and 1990 <= day.year < 2200 else None


def _midnight(day: Any) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


#: What is said of a message in a word: its name, its test.
FLAGS: dict[str, tuple[Any, Callable[[Case], Test]]] = {
    "unread": (gettext_lazy("unread"), lambda case: Test(Q(opened_at=None), of_group=True)),
    "late": (gettext_lazy("waits too long"), _late),
    "snoozed": (gettext_lazy("snoozed"), lambda case: Test(Q(snoozed_until__gt=case.at), of_group=True)),
    "email": (gettext_lazy("with an e-mail"), lambda case: Test(~Q(email=""))),
    "no_email": (gettext_lazy("without an e-mail"), lambda case: Test(Q(email=""))),
    "answer": (gettext_lazy("may be answered"), lambda case: Test(~Q(email="") & Q(answer_welcome=True))),
    "details": (gettext_lazy("personal details in it"), lambda case: Test(Q(holds_details=True, forgotten=False))),
    "suspicious": (gettext_lazy("suspicious"), lambda case: Test(Q(score__gt=0))),
}


def _flag(value: str, case: Case) -> Test:
    if value in FLAGS:
        return FLAGS[value][1](case)
    code = value.removeprefix("reason_")
    return Test(Q(suspicions__contains=[[code]]) if code in suspicion.NAMES and code != value else _NOTHING)


def _flags() -> Choices:
    named = [(value, str(label)) for value, (label, _test) in FLAGS.items()]
    return [*named, *((f"reason_{code}", str(label)) for code, label in suspicion.NAMES.items())]


def _search(value: str, case: Case) -> Test:
    """Messages that have every word, or words that begin so, or are about a story with all of them in its headline.

    Also what came from an address, and a message by its number.
    """
    words = value.replace("\0", "").split()[:_WORDS]
    if not words:
        return Test(_NOTHING)
    found = Q(words=SearchQuery(_beginnings(words), config="feedback_words", search_type="raw"))
    # Their keys, and not a part of the question: so the database looks each way up in an index of its own.
    headed = Draft.objects.filter(*(Q(headline__icontains=word) for word in words)).values_list("pk", flat=True)
    found |= Q(article__in=list(headed[:_STORIES]))
    if path := _path_in(words[0]):
        found |= Q(address=path)
    if key := _key(words[0].removeprefix("#")):
        found |= Q(pk=key)
    return Test(found)


def _beginnings(words: list[str]) -> str:
    """In the language of the database's text search: each of these, or what begins with it."""
    quoted = (word.replace("\\", "\\\\").replace("'", "''") for word in words)
    return " & ".join(f"'{word}':*" for word in quoted)


def _path_in(word: str) -> str:
    """The path of an address of ours, whole or without its host; empty for any other word."""
    try:
        return urlsplit(word).path if "/" in word else ""
    except ValueError:
        return ""


#: The parts of the address, in the order in which a list offers them.
FILTERS: dict[str, Filter] = {
    "q": Filter(gettext_lazy("search"), _search),
    "kind": Filter(gettext_lazy("kind"), _one_of("kind", Message.Kind.values, of_group=True), _of(Message.Kind)),
    "language": Filter(gettext_lazy("language"), _one_of("language", dict(settings.LANGUAGES)), _languages),
    "section": Filter(gettext_lazy("section"), _about(_in_section), _sections),
    "country": Filter(
        gettext_lazy("country"),
        _about(lambda key: ArticleCountry.objects.filter(country=key).values("article")),
        _named(Country),
    ),
    "topic": Filter(
        gettext_lazy("topic"),
        _about(lambda key: ArticleTopic.objects.filter(topic=key).values("article")),
        _named(Topic),
    ),
    "status": Filter(
        gettext_lazy("status"), _one_of("status", Message.Status.values, of_group=True), _of(Message.Status)
    ),
    "outcome": Filter(
        gettext_lazy("outcome"), _one_of("outcome", Message.Outcome.values, of_group=True), _of(Message.Outcome)
    ),
    "owner": Filter(gettext_lazy("owner"), _owner, _owners),
    "days": Filter(gettext_lazy("sent"), _days, lambda: [(value, str(label)) for value, label in DAYS.items()]),
    "from": Filter(gettext_lazy("sent from"), _since),
    "to": Filter(gettext_lazy("sent until"), _until),
    "flag": Filter(gettext_lazy("flag"), _flag, _flags, several=True),
}
