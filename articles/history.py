"""The history of a story as the desk reads it: what somebody meant to keep, with the autosaves that led to it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles import revising, telling
from articles.models import Article, Draft, EditorialEvent, Revision

#: How many milestones a page of the history has, and how many deeds.
MILESTONES, DEEDS = 50, 50

#: How many revisions and deeds stand at the foot of the story form.
NEWEST, NEWEST_DEEDS = 30, 8

#: What wrote a revision that lies beside the draft.
LATE = "conflict"
#: What no later milestone is said to be made from.
BESIDE_THE_LINE = (LATE, revising.AUTOSAVE)

#: Pages further back than this don't exist.
MOST_PAGES = 100_000


@dataclass(frozen=True)
class Mark:
    """What a revision is to the story now: its name, what the desk calls it, and when it is so."""

    name: str
    label: str | Promise
    holds: Callable[[Article, Draft], int | None]


def _approved(stage: str) -> Callable[[Article, Draft], int | None]:
    return lambda _article, draft: draft.approved_revision_id if draft.stage == stage else None


MARKS = (
    Mark("newest", _("newest"), lambda _article, draft: draft.head_id),
    Mark(
        "live",
        _("readers see this"),
        lambda article, _draft: article.published_revision_id if article.state == Article.State.LIVE else None,
    ),
    Mark("approved", _("approved"), _approved(Draft.Stage.APPROVED)),
    Mark("scheduled", _("scheduled"), _approved(Draft.Stage.SCHEDULED)),
)


def marks(article: Article, revision: Revision) -> list[Mark]:
    """What a revision is to its story now; `article` has its draft."""
    return [mark for mark in MARKS if mark.holds(article, article.draft) == revision.pk]


@dataclass
class Entry:
    """One revision of a list, without its snapshot.

    `changed` are the fields that differ from what was there before it, `before` is the number of the milestone
    that it was made from.
    """

    revision: Revision
    marks: list[Mark]
    headline: str = ""
    changed: set[str] = field(default_factory=set)
    published_at: list[datetime] = field(default_factory=list)
    before: int | None = None

    @property
    def origin(self) -> str | Promise:
        return telling.ORIGINS.get(self.revision.origin, self.revision.origin)

    @property
    def parts(self) -> str:
        """The names of the changed parts, for a sentence."""
        return telling.joined(telling.part_names(self.changed))


@dataclass
class Group:
    """A milestone with the autosaves that led to it, newest first; no milestone yet for what is being written."""

    milestone: Entry | None
    autosaves: list[Entry] = field(default_factory=list)


@dataclass
class Page:
    """A page of a list that is never counted: the numbers of its neighbours, None at the ends."""

    rows: list[Any]
    number: int
    newer: int | None
    older: int | None


def page_number(asked: Any) -> int:
    """The page that an address asks for; the first if it asks for nonsense."""
    text = str(asked or "")
    return min(int(text), MOST_PAGES) if text.isascii() and text.isdecimal() and int(text) else 1


def revisions(article: Article, number: int = 1, *, size: int = MILESTONES) -> Page:
    """One page of a story's groups, newest first. Three queries, however long the history is, and no snapshots."""
    page = _page(_listed(revising.milestones(article)), number, size + 1, step=size)
    following = page.rows[size] if len(page.rows) > size else None
    found = page.rows[:size]
    between = _listed(article.revisions.filter(origin=revising.AUTOSAVE))
    after = following.number if following else 0
    between = between.filter(number__gt=after)
    if page.number > 1:
        between = between.filter(number__lt=found[0].number if found else 0)
    until = max((revision.number for revision in (*found, *between)), default=0)
    events = EditorialEvent.objects.filter(
        article_id=article.pk,
        verb__in=(*telling.ORIGINS, "publish"),
        details__revision__gt=after,
        details__revision__lte=until,
    )
    told = events.order_by("pk").values_list("verb", "at", "headline", "details")
    page.rows = _groups(article, (*found, *between), told, before=following, whole=page.number == 1)
    return page


def newest(article: Article) -> tuple[list[Group], list[EditorialEvent]]:
    """The newest groups of a story and its newest deeds, for the foot of the form. Two queries."""
    found = list(_listed(article.revisions.all())[: NEWEST + 1])
    events = list(EditorialEvent.objects.filter(article_id=article.pk).order_by("-pk")[: 3 * NEWEST])
    told = [(event.verb, event.at, event.headline, event.details) for event in reversed(events)]
    before = found[NEWEST] if len(found) > NEWEST else None
    groups = _groups(article, found[:NEWEST], told, before=before, whole=True)
    if before and before.origin == revising.AUTOSAVE and len(groups) > 1:
        groups.pop()  # the cut goes through its autosaves
    return groups, [event for event in events if event.verb != revising.AUTOSAVE][:NEWEST_DEEDS]


def deeds(article: Article, number: int = 1, *, size: int = DEEDS) -> Page:
    """One page of what was done to a story, newest first, but for its autosaves. One query."""
    events = EditorialEvent.objects.filter(article_id=article.pk).exclude(verb=revising.AUTOSAVE).order_by("-pk")
    return _page(events, number, size + 1, step=size, cut=True)


def _listed(found: QuerySet[Revision]) -> QuerySet[Revision]:
    return found.select_related("created_by").order_by("-number").defer("snapshot")


def _page(rows: QuerySet[Any], number: int, length: int, *, step: int, cut: bool = False) -> Page:
    start = (number - 1) * step
    found = list(rows[start : start + length])
    older = number + 1 if len(found) > step else None
    return Page(found[:step] if cut else found, number, number - 1 if number > 1 else None, older)


def _groups(
    article: Article, found: Iterable[Revision], told: Iterable[Any], *, before: Revision | None, whole: bool
) -> list[Group]:
    """The groups of these revisions, with what the log has told of them; `before` is the revision that comes next."""
    entries = [Entry(revision, marks(article, revision)) for revision in found]
    groups = _grouped(sorted(entries, key=lambda entry: -entry.revision.number), whole=whole)
    _recall(groups, told)
    made_from = before.number if before and before.origin not in BESIDE_THE_LINE else None
    for group in reversed(groups):
        for entry in (*group.autosaves, *filter(None, [group.milestone])):
            entry.before = made_from
        if group.milestone and group.milestone.revision.origin != LATE:
            made_from = group.milestone.revision.number
    return groups


def _grouped(entries: Iterable[Entry], *, whole: bool) -> list[Group]:
    """The autosaves under the milestone that they led to: what was kept of a late save led nowhere.

    `whole` says that nothing newer exists, so that autosaves without a milestone are still being written.
    """
    groups: list[Group] = []
    target: Group | None = None
    for entry in entries:
        if entry.revision.origin != revising.AUTOSAVE:
            groups.append(Group(entry))
            if entry.revision.origin != LATE:
                target = groups[-1]
            continue
        if target is None:
            target = Group(None) if whole or not groups else groups[-1]
            if target not in groups:
                groups.append(target)
        target.autosaves.append(entry)
    return groups


def _recall(groups: list[Group], told: Iterable[tuple[str, datetime, str, dict[str, Any]]]) -> None:
    """What the log tells of these revisions. A milestone answers for its autosaves too, the pruned ones included."""
    entries = {
        entry.revision.number: entry for group in groups for entry in (group.milestone, *group.autosaves) if entry
    }
    ends = [
        group.milestone for group in reversed(groups) if group.milestone and group.milestone.revision.origin != LATE
    ]
    for verb, at, headline, details in told:
        number = details.get("revision", 0)
        entry = entries.get(number)
        if entry and verb == "publish":
            entry.published_at.append(at)
        elif entry and verb == entry.revision.origin:
            entry.headline = headline
            entry.changed |= set(details.get("changed", ()))
        if verb == revising.AUTOSAVE and number:
            milestone = next((end for end in ends if end.revision.number > number), None)
            if milestone:
                milestone.changed |= set(details.get("changed", ()))
