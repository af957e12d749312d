"""Filters of lists that staff gave a name: kept, renamed, shared with the newsroom, thrown away."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import QueryDict
from django.utils.translation import gettext as _

from newsroom.desk.models import SavedView

#: Parts of a list's address that don't say what is shown: page, pop-up, a complaint, counts.
_NOT_A_FILTER = ("p", "e", "all", "_popup", "_to_field", "_facets")

#: Who may put the shared filters of others in order.
PERMISSION = "desk.change_savedview"

MOST = 40
"""How many filters a person may keep for one list."""


class Refused(Exception):
    """What was asked for can't be done; the text says why, in words for the person."""


def canonical(query: str) -> str:
    """The filter in a list's query string: one spelling, without what is no part of it."""
    parts = QueryDict(query.replace("%00", ""), mutable=True)
    for name in _NOT_A_FILTER:
        parts.pop(name, None)
    tidy = QueryDict(mutable=True)
    for name in sorted(parts):
        tidy.setlist(name, [value for value in parts.getlist(name) if value])
    return tidy.urlencode()


def keep(*, list_name: str, name: str, query: str, by: Any, shared: bool = False) -> SavedView:
    """Give a filter of a list a name; the same name again means the new filter. Raises Refused."""
    query, name = canonical(query), _checked(name)
    if not query:
        raise Refused(
            _("The list shows everything at the moment. Filter it or search in it first, then name what you see.")
        )
    if len(query) > 1000:
        raise Refused(_("This filter is too long to be kept."))
    mine = SavedView.objects.filter(owner=by.pk, list=list_name)
    if mine.count() >= MOST and not mine.filter(name=name).exists():
        raise Refused(_("You keep %(most)d filters for this list already. Delete one first.") % {"most": MOST})
    wanted = {"query": query, "shared": shared}
    return SavedView.objects.update_or_create(owner_id=by.pk, list=list_name, name=name, defaults=wanted)[0]


def rename(view: SavedView, *, name: str, by: Any) -> None:
    """Raises Refused when the owner has another filter of that name, PermissionDenied."""
    _require(view, by)
    view.name = _checked(name)
    try:
        with transaction.atomic():
            view.save(update_fields=["name"])
    except IntegrityError as clash:
        raise Refused(_("There is a filter called “%(name)s” already.") % {"name": view.name}) from clash


def share(view: SavedView, *, shared: bool, by: Any) -> None:
    """Show a filter to the whole newsroom, or to its owner alone again. Raises PermissionDenied."""
    _require(view, by)
    view.shared = shared
    view.save(update_fields=["shared"])


def delete(view: SavedView, *, by: Any) -> None:
    """Raises PermissionDenied."""
    _require(view, by)
    view.delete()


def may_change(view: SavedView, *, by: Any) -> bool:
    """A person's own, and, for who keeps the newsroom's in order, the shared ones."""
    return view.owner_id == by.pk or (view.shared and by.has_perm(PERMISSION))


@dataclass(frozen=True)
class Strip:
    """What stands above a list: the filters that a person sees, and the one that the list shows just now."""

    list_name: str
    query: str
    views: list[SavedView]
    changeable: frozenset[int]

    @property
    def present(self) -> SavedView | None:
        return next((view for view in self.views if view.query == self.query), None)

    @property
    def present_is_changeable(self) -> bool:
        return self.present is not None and self.present.pk in self.changeable


def strip(list_name: str, query: str, *, by: Any) -> Strip:
    """One query."""
    views = list(SavedView.objects.seen_by(by).filter(list=list_name))
    return Strip(list_name, canonical(query), views, frozenset(_changeable(views, by)))


def _changeable(views: Iterable[SavedView], by: Any) -> Iterable[int]:
    return (view.pk for view in views if may_change(view, by=by))


def _require(view: SavedView, by: Any) -> None:
    if not may_change(view, by=by):
        raise PermissionDenied(f"{by} may not change the saved filter {view.pk}.")


def _checked(name: str) -> str:
    name = " ".join(name.replace("\0", "").split())
    if not name:
        raise Refused(_("Give the filter a name."))
    if len(name) > 60:
        raise Refused(_("Choose a shorter name: at most 60 characters."))
    return name
