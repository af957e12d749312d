"""The first page of the desk: what is on fire, what is mine, what waits, what comes, what went.

Each part costs one query, and a person sees the parts that the table permits.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from itertools import groupby
from typing import Any, NamedTuple

from django.contrib.admin import AdminSite
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import noting, translating
from articles.models import Article, Draft
from articles.waiting import Waiting

AHEAD = timedelta(days=14)
"""How far the schedule is shown."""

LINES = 8
"""How long a part of the page may get; the list behind it shows the rest."""

ON_THE_CLOCK = 200
"""How many scheduled stories are looked at: more than a newsroom has."""


def parts(user: Any) -> dict[str, Any]:
    """What a person may see, by the name that the template knows it by; what is not permitted is not asked for."""
    return {
        name: value for permission, gather in PARTS if user.has_perm(permission) for name, value in gather(user).items()
    }


def _mine(user: Any) -> dict[str, Any]:
    return {"mine": Draft.objects.of(user).for_lines().order_by("-saved_at", "-pk")[:LINES]}


def _review(_user: Any) -> dict[str, Any]:
    return {"review": Draft.objects.waiting_for_review().for_lines()[:LINES]}


def _clock(_user: Any) -> dict[str, Any]:
    """The alarms, and the days to come in the newsroom's zone."""
    drafts = list(Draft.objects.on_the_clock(within=AHEAD).for_lines()[:ON_THE_CLOCK])
    alarms = [Alarm(draft, advice(draft)) for draft in drafts if draft.in_trouble]  # type: ignore[attr-defined]
    coming = [draft for draft in drafts if not draft.in_trouble]  # type: ignore[attr-defined]
    return {"alarms": alarms, "days": list(_by_day(coming)), "zone": timezone.get_current_timezone_name()}


def _stale(_user: Any) -> dict[str, Any]:
    return {"stale": translating.stale().for_lines()[:LINES]}


def _notes(user: Any) -> dict[str, Any]:
    return {"notes": noting.assigned_to(user)[:LINES]}


def _published(_user: Any) -> dict[str, Any]:
    return {"published": Article.objects.last_published(LINES)}


def _bin(_user: Any) -> dict[str, Any]:
    return {"binned": Draft.objects.in_the_bin().count()}


#: Which permission each part needs, in the order in which they are asked for.
PARTS: tuple[tuple[str, Callable[[Any], dict[str, Any]]], ...] = (
    ("articles.change_article", _clock),
    ("articles.change_article", _mine),
    ("articles.change_article", _review),
    ("articles.change_article", _notes),
    ("articles.change_article", _stale),
    ("articles.view_article", _published),
    ("articles.delete_article", _bin),
)


class Alarm(NamedTuple):
    """A story that should be public and isn't, and what to do."""

    draft: Draft
    advice: str


def advice(draft: Draft) -> str:
    """What an editor does about a story that did not appear."""
    if not draft.failure:
        return _(
            "Nobody tried to publish it. Open it and publish it by hand, and tell your engineers that the clock stands."
        )
    if draft.stage == Draft.Stage.SCHEDULED:
        return _("It is tried again every few seconds. If this stays, publish it by hand and tell your engineers.")
    return _("It is not tried again. Open it, put right what is said here, then publish it or schedule it anew.")


class Day(NamedTuple):
    date: date
    drafts: list[Draft]


def _by_day(drafts: Iterable[Draft]) -> Iterator[Day]:
    """Scheduled drafts in their order, day by day of the newsroom."""
    for day, ones in groupby(drafts, key=lambda draft: timezone.localtime(draft.due_at).date()):
        yield Day(day, list(ones))


def waiting(site: AdminSite, request: HttpRequest) -> list[Waiting]:
    """What the admins of other apps add; nothing if they are not installed."""
    return [part.waiting(request) for part in _adding(site, request, "waiting")]


def faults(site: AdminSite, request: HttpRequest) -> list[Waiting]:
    """The alarms that the admins of other apps raise."""
    return [alarm for part in _adding(site, request, "alarms") for alarm in part.alarms(request) if alarm.lines]


def _adding(site: AdminSite, request: HttpRequest, name: str) -> Iterator[Any]:
    for part in site._registry.values():
        if hasattr(part, name) and part.has_view_permission(request):
            yield part
