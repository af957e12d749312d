"""The queue as a list of the desk: what stands above it, and what a row says."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.contrib import admin
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.timesince import timesince
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.admin.rows import PlainList
from articles.feedback import filters, lateness, masking, owners, queue, suspicion
from articles.feedback.admin.readonly import ReadOnlyAdmin
from articles.feedback.models import Message

_EXCERPT = 150  # characters

#: Filters with a place of their own in the form; `days` stands for its two dates where nobody opened them.
_APART = ("q", "flag")


class QueueList(PlainList):
    """The list of Django's admin, filled by `queue.filtered`: the address is read there and nowhere else."""

    def get_queryset(self, request: HttpRequest, exclude_parameters: Any = None) -> QuerySet[Message]:
        self.filter_specs: list[Any] = []
        self.has_filters = self.has_active_filters = False
        heads = queue.with_copies(queue.filtered(request.GET, person=request.user))
        return heads.select_related("article", "assignee").defer("article__body", "proof", "remedy", "words")

    def url_for_result(self, result: Any) -> str:
        """With what the message was when it stood here, so that its page knows what comes next."""
        address = super().url_for_result(result)
        return f"{address}{'&' if '?' in address else '?'}unread=1" if result.opened_at is None else address


class Field(NamedTuple):
    """One filter in the form above the list."""

    name: str
    label: str
    value: str
    choices: list[tuple[str, str]]

    @property
    def is_day(self) -> bool:
        return self.name in ("from", "to")


class Chip(NamedTuple):
    """One filter that is in force: what it says, and the address without it."""

    text: str
    without: str


class Panel:
    """What stands above the list: the views, the search, the filters, and those in force. A query for each vocabulary."""

    def __init__(self, params: QueryDict) -> None:
        self.params = params
        self.order = queue.order_of(params)
        self.orders = [(name, label) for name, (label, _columns) in queue.ORDERS.items()]
        self.view = queue.view_of(params)
        self.flags = filters.FILTERS["flag"].choices()
        self.flagged = params.getlist("flag")
        self.words = params.get("q", "")
        self.fields = [
            Field(name, str(one.label), params.get(name, ""), one.choices())
            for name, one in filters.FILTERS.items()
            if name not in _APART
        ]
        self.chips = list(self._chips())

    @property
    def show(self) -> str:
        """The view, if the address names it."""
        return self.params.get(queue.SHOW, "")

    @property
    def views(self) -> list[tuple[str, str, bool]]:
        """Name, address and whether it is the present one, of each view under the present filters."""
        return [(str(label), self._address(show=name), name == self.view) for name, label in queue.VIEWS.items()]

    def _chips(self) -> Iterator[Chip]:
        if self.words:
            yield Chip(_("search: %(words)s") % {"words": self.words}, self._address(q=None))
        for field in self.fields:
            if field.value:
                name = dict(field.choices).get(field.value, field.value)
                yield Chip(f"{field.label}: {name}", self._address(**{field.name: None}))
        named = dict(self.flags)
        for flag in self.flagged:
            rest = [other for other in self.flagged if other != flag]
            yield Chip(named.get(flag, flag), self._address(flag=rest))

    def _address(self, **changed: Any) -> str:
        parts = self.params.copy()
        parts.pop("p", None)
        for name, value in changed.items():
            parts.pop(name, None)
            parts.setlist(name, value if isinstance(value, list) else [value] if value else [])
        return f"?{parts.urlencode()}"


class MessageListing(ReadOnlyAdmin):
    """Columns, views and filters."""

    list_display = ("excerpt", "story", "what", "standing", "age")
    list_display_links = ("excerpt",)
    sortable_by = ()
    list_per_page = 50
    list_max_show_all = 0
    paginator = Paginator
    show_full_result_count = False
    search_fields = ("text",)  # see filters.FILTERS for what is searched

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[QueueList]:
        return QueueList

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        if request.method == "GET" and (tidy := _without_blanks(request.GET)) is not None:
            return redirect(f"{request.path}?{tidy}")
        panel = Panel(request.GET)
        extra = {"panel": panel, "title": _("Messages from readers"), "subtitle": None}
        return super().changelist_view(request, extra | (extra_context or {}))

    @admin.display(description=gettext_lazy("message"))
    def excerpt(self, message: Message) -> str:
        text = excerpt_of(message, _EXCERPT)
        copies = message.copies_count  # type: ignore[attr-defined]
        if not copies:
            return text
        said = ngettext("and %(count)d more that says the same", "and %(count)d more that say the same", copies)
        return format_html('{} <span class="feedback-copies">{}</span>', text, said % {"count": copies})

    @admin.display(description=gettext_lazy("story"))
    def story(self, message: Message) -> str:
        return str(message.article) if message.article else message.address

    @admin.display(description=gettext_lazy("kind and flags"))
    def what(self, message: Message) -> SafeString:
        return format_html(
            '<span class="feedback-kind feedback-kind--{}">{}</span> <span class="feedback-language">{}</span> <br>{}',
            message.kind,
            message.get_kind_display(),
            message.language.upper(),
            format_html_join(
                " ", '<span class="feedback-flag feedback-flag--{}">{}</span>', flags_of(message, timezone.now())
            ),
        )

    @admin.display(description=gettext_lazy("status and owner"))
    def standing(self, message: Message) -> SafeString:
        return format_html(
            '<span class="feedback-status feedback-status--{}">{}</span> {} <br><span class="feedback-owner">{}</span>',
            message.status,
            message.get_status_display(),
            format_html('<span class="feedback-outcome">{}</span>', message.get_outcome_display())
            if message.outcome
            else "",
            owners.name_of(message.assignee) if message.assignee else _("nobody"),
        )

    @admin.display(description=gettext_lazy("age"))
    def age(self, message: Message) -> SafeString:
        sent = timezone.localtime(message.sent_at)
        return format_html(
            '<time datetime="{}" title="{}">{}</time>',
            sent.isoformat(),
            date_format(sent, "DATETIME_FORMAT"),
            timesince(sent, depth=1),
        )


def excerpt_of(message: Message, length: int) -> str:
    """The beginning of a message, its details covered."""
    return masking.excerpt(message.text, length) or _("(forgotten)")


def flags_of(message: Message, at: Any) -> Iterator[tuple[str, str]]:
    """What a row says of a message in words, each with the name that the style sheet knows it by."""
    if message.opened_at is None:
        yield "unread", _("unread")
    if lateness.is_late(message, at):
        yield "late", _("waits too long")
    if message.snoozed_until and message.snoozed_until > at:
        until = date_format(timezone.localtime(message.snoozed_until), "SHORT_DATETIME_FORMAT")
        yield "snoozed", _("until %(moment)s") % {"moment": until}
    if message.email:
        yield "email", _("may be answered") if message.answer_welcome else _("with an e-mail")
    if message.holds_details and not message.forgotten:
        yield "details", _("personal details in it")
    for reason in suspicion.in_words(message.suspicions):
        yield "suspicion", reason


def _without_blanks(params: QueryDict) -> str | None:
    """The address without what a form sends for fields that nobody filled in; None if it has none of those."""
    if all(value.strip() for _name, values in params.lists() for value in values):
        return None
    tidy = QueryDict(mutable=True)
    for name, values in params.lists():
        tidy.setlist(name, [value for value in values if value.strip()])
    return tidy.urlencode()
