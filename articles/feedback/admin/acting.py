"""What is done with one message from its page: marked, given away, put off, noted; then on to the next of the queue."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from articles.admin.hours import MomentField
from articles.feedback import owners, pauses, queue, triage
from articles.feedback.admin.readonly import ReadOnlyAdmin
from articles.feedback.models import Message

#: Where the address of a message keeps the list that it was opened from; the name is Django's.
KEPT = "_changelist_filters"

#: After these the person stays: the work on the message begins.
STAYS = (Message.Status.NEW, Message.Status.IN_PROGRESS)


class PauseForm(forms.Form):
    """An end of the pause that a person names."""

    until = MomentField(label=gettext_lazy("Until"))


class Way(dict[str, str]):
    """From which list a person came to a message, and whether it was unread then: the end of the address says it."""

    @classmethod
    def of(cls, request: HttpRequest) -> "Way":
        return cls({name: request.GET[name] for name in (KEPT, "unread") if request.GET.get(name)})

    @property
    def params(self) -> QueryDict:
        """The address of the list."""
        return QueryDict(self.get(KEPT, ""))

    @property
    def unread(self) -> bool:
        return bool(self.get("unread"))

    @property
    def tail(self) -> str:
        return f"?{urlencode(self)}" if self else ""

    def to(self, message: Message) -> str:
        """The address of another message of the same list."""
        way = Way({KEPT: self[KEPT]} if KEPT in self else {})
        if message.opened_at is None:
            way["unread"] = "1"
        return address_of(message.pk) + way.tail

    def back(self) -> str:
        """The list itself."""
        listed = reverse("admin:feedback_message_changelist")
        return f"{listed}?{self[KEPT]}" if KEPT in self else listed


def address_of(pk: int) -> str:
    return reverse("admin:feedback_message_change", args=[pk])


class MessageActing(ReadOnlyAdmin):
    """The buttons of a message's page. `triage` holds the rules; whoever may change messages may press them."""

    def get_urls(self) -> list[URLPattern]:
        views = {
            "mark": self.mark_view,
            "assign": self.assign_view,
            "snooze": self.snooze_view,
            "note": self.note_view,
            "next": self.next_view,
        }
        own = [
            path(f"<int:pk>/{name}/", self.admin_site.admin_view(view), name=f"feedback_message_{name}")
            for name, view in views.items()
        ]
        return [*own, *super().get_urls()]

    def has_triage_permission(self, request: HttpRequest) -> bool:
        """Asked by the actions of the list and the buttons of the page."""
        return request.user.has_perm(triage.PERMISSION)

    def show(self, request: HttpRequest, message: Message, **typed: Any) -> HttpResponse:
        """The message's page; `typed` are forms that could not be taken."""
        raise NotImplementedError

    @method_decorator(require_POST)
    def mark_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Move a message to another status, from the one that the person saw."""
        message, posted = self._asked(request, pk), request.POST
        seen, to = posted.get("seen", ""), posted.get("to", "")
        if seen not in Message.Status.values:
            raise Http404
        outcome = posted.get("outcome", "")

        def deed() -> str:
            step = triage.mark(message, to=to, outcome=outcome, by=request.user, seen=seen)
            status = step.get_to_status_display()
            if message.outcome:
                return _("“%(status)s” now: %(outcome)s.") % {
                    "status": status,
                    "outcome": message.get_outcome_display(),
                }
            return _("The message is marked as “%(status)s”.") % {"status": status}

        return self._do(request, message, deed, stay=to in STAYS)

    @method_decorator(require_POST)
    def assign_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Give a message to whoever pressed "me", to somebody by the key, or, with an empty field, to nobody."""
        message = self._asked(request, pk)
        to: Any = request.user if "me" in request.POST else _person(request.POST.get("to", ""))

        def deed() -> str:
            triage.assign(message, to=to, by=request.user)
            if to is None:
                return _("The message is nobody’s now.")
            return _("The message is %(person)s’s now.") % {"person": owners.name_of(to)}

        return self._do(request, message, deed, stay=to == request.user)

    @method_decorator(require_POST)
    def snooze_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Put a message off for a while that has a name, or until a moment; "back" brings it back."""
        message, pause, at = self._asked(request, pk), request.POST.get("pause", ""), timezone.now()
        until: datetime | None = None
        if pause in pauses.PAUSES:
            until = pauses.end_of(pause, at=at)
        elif pause != "back":
            form = PauseForm(request.POST)
            if not form.is_valid():
                return self.show(request, message, pause_form=form)
            until = form.cleaned_data["until"]

        def deed() -> str:
            triage.snooze(message, until=until, by=request.user, at=at)
            if until is None:
                return _("The message is back in the queue.")
            return _("The message comes back on %(moment)s.") % {
                "moment": date_format(timezone.localtime(until), "DATETIME_FORMAT")
            }

        return self._do(request, message, deed, stay=until is None)

    @method_decorator(require_POST)
    def note_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Write something down that only staff read."""
        message, text = self._asked(request, pk), request.POST.get("text", "").replace("\r\n", "\n")
        try:
            triage.note(message, text=text, by=request.user)
        except triage.Refusal as refusal:
            return self.show(request, message, note_text=text, note_error=str(refusal))
        messages.success(request, _("The note is kept."))
        return redirect(address_of(pk) + Way.of(request).tail + "#notes")

    @method_decorator(require_safe)
    def next_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """On to the message that comes after this one in the list that the address names."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        return self._next(request, _message(pk))

    def _asked(self, request: HttpRequest, pk: int) -> Message:
        if not self.has_triage_permission(request):
            raise PermissionDenied
        return _message(pk)

    def _do(self, request: HttpRequest, message: Message, deed: Callable[[], str], *, stay: bool) -> HttpResponse:
        """Do it and say so; the person goes on to the next message, or stays, as after a refusal."""
        try:
            said = deed()
        except triage.Refusal as refusal:
            messages.warning(request, str(refusal))
            stay = True
        else:
            shown = (
                format_html('{} <a href="{}">{}</a>', said, address_of(message.pk), _("Show it")) if not stay else said
            )
            messages.success(request, shown)
        if stay:
            return redirect(address_of(message.pk) + Way.of(request).tail)
        return self._next(request, message)

    def _next(self, request: HttpRequest, message: Message) -> HttpResponse:
        way = Way.of(request)
        head = message.folded_into or message
        following = queue.after(way.params, head, person=request.user, unread=way.unread)
        if following is None:
            messages.info(request, _("That was the last one of this list."))
            return redirect(way.back())
        return redirect(way.to(following))


def _message(pk: int) -> Message:
    message = Message.objects.filter(pk=pk).select_related("folded_into").first()
    if message is None:
        raise Http404
    return message


def _person(chosen: str) -> Any:
    if not chosen:
        return None
    key = int(chosen) if chosen.isascii() and chosen.isdecimal() and len(chosen) < 19 else 0
    person = get_user_model()._default_manager.filter(pk=key).first()
    if person is None:
        raise Http404
    return person
