"""Many messages at once: ticked in the list, done one by one, and for each that was refused it is said why."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy, ngettext

from articles.admin.widgets import keys
from articles.feedback import pauses, triage
from articles.feedback.admin.acting import MessageActing, address_of
from articles.feedback.admin.listing import MessageListing, excerpt_of
from articles.feedback.models import Message

#: So many are done at once: as many as a list shows on a page, twice.
MOST = 100

_NAMED = 60  # characters of a message that is named in a refusal

Status, Outcome = Message.Status, Message.Outcome
Deed = Callable[[Message, Any, str], Any]


def _mark(to: str, outcome: str = "") -> Deed:
    return lambda message, by, seen: triage.mark(message, to=to, outcome=outcome, by=by, seen=seen)


def _snooze(pause: str) -> Deed:
    def deed(message: Message, by: Any, seen: str) -> None:
        at = timezone.now()
        triage.snooze(message, until=pauses.end_of(pause, at=at), by=by, at=at)

    return deed


#: What can be done with the ticked rows: its name, what it is called, what it does with one message, given what the row said.
DEEDS: dict[str, tuple[Any, Deed]] = {
    "no_action": (gettext_lazy("Resolve: no action needed"), _mark(Status.RESOLVED, Outcome.NO_ACTION)),
    "answered": (gettext_lazy("Resolve: answered"), _mark(Status.RESOLVED, Outcome.ANSWERED)),
    "corrected": (gettext_lazy("Resolve: corrected"), _mark(Status.RESOLVED, Outcome.CORRECTED)),
    "spam": (gettext_lazy("Mark as spam"), _mark(Status.SPAM)),
    "waiting": (gettext_lazy("Mark as waiting for somebody"), _mark(Status.WAITING)),
    "in_progress": (gettext_lazy("Mark as in progress"), _mark(Status.IN_PROGRESS)),
    "new": (gettext_lazy("Mark as new"), _mark(Status.NEW)),
    "mine": (gettext_lazy("Assign to me"), lambda message, by, seen: triage.assign(message, to=by, by=by)),
    "nobodys": (gettext_lazy("Assign to nobody"), lambda message, by, seen: triage.assign(message, to=None, by=by)),
    "tomorrow": (gettext_lazy("Snooze until tomorrow"), _snooze("tomorrow")),
    "week": (gettext_lazy("Snooze for a week"), _snooze("week")),
}


def _action(name: str) -> Callable[..., None]:
    def act(model_admin: "ManyMessages", request: HttpRequest, queryset: QuerySet[Message]) -> None:
        # Not the queryset: a message that has left the filter since would be missing without a word.
        model_admin.do_many(request, name, keys(request.POST.getlist(ACTION_CHECKBOX_NAME)))

    return act


class ManyMessages(MessageListing, MessageActing):
    """The actions of the list."""

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        if "_popup" in request.GET or not self.has_triage_permission(request):
            return {}
        return {name: (_action(name), name, str(label)) for name, (label, _deed) in DEEDS.items()}

    @admin.display(description=gettext_lazy("choose"))
    def action_checkbox(self, obj: Message) -> SafeString:
        """With the status that the row shows: what somebody else has changed meanwhile is left alone."""
        box = super().action_checkbox(obj)
        return format_html('{}<input type="hidden" name="seen-{}" value="{}">', box, obj.pk, obj.status)

    def do_many(self, request: HttpRequest, name: str, chosen: list[int]) -> None:
        """Do one deed with the chosen messages, and say how many it was done with, and which were refused and why."""
        if not self.has_triage_permission(request):
            raise PermissionDenied
        label, deed = DEEDS[name]
        done, refused = 0, []
        for message in Message.objects.filter(pk__in=chosen[:MOST]).order_by("pk"):
            seen = request.POST.get(f"seen-{message.pk}", "")
            try:
                deed(message, request.user, seen if seen in Status.values else message.status)
                done += 1
            except triage.Refusal as refusal:
                refused.append((message, str(refusal)))
        said = ngettext("%(deed)s: done with %(count)d message.", "%(deed)s: done with %(count)d messages.", done)
        if done or not refused:
            messages.success(request, said % {"deed": label, "count": done})
        for message, reason in refused:
            named = excerpt_of(message, _NAMED)
            row = format_html('<a href="{}">{}</a>: {}', address_of(message.pk), named, reason)
            messages.warning(request, row)
        if beyond := len(chosen[MOST:]):
            said = ngettext(
                "%(count)d more was left alone: choose fewer at once.",
                "%(count)d more were left alone: choose fewer at once.",
                beyond,
            )
            messages.warning(request, said % {"count": beyond})
