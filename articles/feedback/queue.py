"""The queue of what readers wrote: what it shows, in which order, by which filters. The address of a list says all of it.

A message stands for its near-copies: the queue shows heads, and a head is shown when one message of its group, itself or a
copy, matches every filter. What is done with a head is done with its copies, so status and owner are those of all of them.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db.models import BooleanField, Count, ExpressionWrapper, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy

from articles.feedback.filters import FILTERS, Case
from articles.feedback.models import Message

#: What the queue is asked for besides its filters, by the name in the address.
SHOW, ORDER = "show", "order"

#: Which part of the queue is looked at. The first is what waits for somebody now.
VIEWS = {
    "open": gettext_lazy("Open"),
    "snoozed": gettext_lazy("Snoozed"),
    "closed": gettext_lazy("Closed"),
    "all": gettext_lazy("Everything"),
}

#: Who asks for one of these wants to see it, closed or asleep.
_LOOKS_EVERYWHERE = ("status", "outcome")

_UNREAD = ExpressionWrapper(Q(opened_at=None), output_field=BooleanField())

#: Columns of each order; a minus goes downwards. All end with the key, so that every message has one place.
ORDERS: dict[str, tuple[Any, tuple[str, ...]]] = {
    "unread": (gettext_lazy("unread first"), ("-unread", "-sent_at", "-pk")),
    "newest": (gettext_lazy("newest first"), ("-sent_at", "-pk")),
    "oldest": (gettext_lazy("oldest first"), ("sent_at", "pk")),
    "suspicion": (gettext_lazy("most suspicious first"), ("-score", "-sent_at", "-pk")),
}


def filtered(params: QueryDict, *, person: Any, at: datetime | None = None) -> QuerySet[Message]:
    """The heads that a list with this address shows to this person, in its order. A value that is not known matches nothing.

    At most one query is asked on the way (when the address holds words to search for); counting and reading is the caller's.
    """
    case = Case(person=person, at=at or timezone.now())
    heads = Message.objects.filter(folded_into=None).annotate(unread=_UNREAD).filter(_view(params, case))
    of_one = Q()
    for name, found in FILTERS.items():
        for value in _values(params, name):
            test, of_group = found.test(value, case)
            if of_group:
                heads = heads.filter(test)
            else:
                of_one &= test
    if of_one:
        # Asked so, and not by a join, the database walks along the order and stops when the page is full.
        copies = Message.objects.filter(of_one, folded_into__isnull=False)
        heads = heads.filter(of_one | Q(pk__in=copies.values("folded_into")))
    return heads.order_by(*ORDERS[order_of(params)][1])


def with_copies(messages: QuerySet[Message]) -> QuerySet[Message]:
    """The same with `copies_count`, how many say nearly the same as each."""
    copies = Message.objects.filter(folded_into=OuterRef("pk")).order_by().values("folded_into")
    return messages.annotate(copies_count=Coalesce(Subquery(copies.values(number=Count("pk"))), 0))


def after(
    params: QueryDict, message: Message, *, person: Any, unread: bool, at: datetime | None = None
) -> Message | None:
    """The message that comes next in that list; None at its end.

    `unread` is what the message was when the person came to it: opening it, or marking it, has moved it since.
    """
    place = {"unread": unread, "sent_at": message.sent_at, "score": message.score, "pk": message.pk}
    rest = filtered(params, person=person, at=at).exclude(pk=message.pk)
    return rest.filter(_beyond(ORDERS[order_of(params)][1], place)).first()


def _beyond(columns: tuple[str, ...], place: Mapping[str, Any]) -> Q:
    """What stands behind a place in an order of several columns."""
    beyond, same = Q(), Q()
    for column in columns:
        name = column.removeprefix("-")
        if name == "unread":
            if place[name]:
                beyond |= Q(opened_at__isnull=False)
            same &= Q(opened_at__isnull=place[name])
            continue
        lookup = f"{name}__lt" if column.startswith("-") else f"{name}__gt"
        beyond |= same & Q(**{lookup: place[name]})
        same &= Q(**{name: place[name]})
    return beyond


def view_of(params: QueryDict) -> str:
    """Which of VIEWS an address shows."""
    asked = params.get(SHOW, "")
    if asked in VIEWS:
        return asked
    looks = any(_values(params, name) for name in _LOOKS_EVERYWHERE) or "snoozed" in _values(params, "flag")
    return "all" if looks else "open"


def order_of(params: QueryDict) -> str:
    """Which of ORDERS an address asks for."""
    asked = params.get(ORDER, "")
    return asked if asked in ORDERS else "unread"


def describe(params: QueryDict) -> str:
    """What an address shows, in words: the view, then each filter. `slugify` makes a file's name of it."""
    parts = [str(VIEWS[view_of(params)]).lower()]
    for name, found in FILTERS.items():
        parts += [f"{found.label}: {found.name_of(value)}" for value in _values(params, name)]
    if order_of(params) != "unread":
        parts.append(str(ORDERS[order_of(params)][0]))
    return ", ".join(parts)


def _values(params: QueryDict, name: str) -> list[str]:
    return [value for value in params.getlist(name) if value.strip()][-1 if not FILTERS[name].several else 0 :]


def _view(params: QueryDict, case: Case) -> Q:
    """The condition of the view."""
    asleep, still_open = Q(snoozed_until__gt=case.at), Q(status__in=Message.OPEN)
    awake = Q(snoozed_until=None) | Q(snoozed_until__lte=case.at)
    return {"open": still_open & awake, "snoozed": still_open & asleep, "closed": ~still_open, "all": Q()}[
        view_of(params)
    ]
