"""One message on a page of its own: whole, with the passage it is about, and everything that may be done with it."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.feedback import owners, passages, pauses, telling, triage
from articles.feedback.admin.acting import MessageActing, PauseForm, Way
from articles.feedback.admin.listing import excerpt_of, flags_of
from articles.feedback.models import Message, StaffNote, TriageEvent
from articles.models import Article

#: So many copies of a message are listed on its page.
_COPIES = 50
_EXCERPT = 200  # characters

#: What the buttons are called that move a message. A resolution has its outcomes instead.
MOVES = {
    Message.Status.SPAM: gettext_lazy("Spam"),
    Message.Status.WAITING: gettext_lazy("Waiting for somebody"),
    Message.Status.IN_PROGRESS: gettext_lazy("In progress"),
    Message.Status.NEW: gettext_lazy("New again"),
}

#: In the order of how often they are pressed.
OUTCOMES = (Message.Outcome.NO_ACTION, Message.Outcome.ANSWERED, Message.Outcome.CORRECTED)


class MessageReading(MessageActing):
    """The page of a message. Who sees it whole is written down."""

    def get_queryset(self, request: HttpRequest) -> QuerySet[Message]:
        return super().get_queryset(request).select_related("article", "assignee", "folded_into")

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        if request.method == "POST":
            return super().change_view(request, object_id, form_url, extra_context)
        if not self.has_view_permission(request):
            raise PermissionDenied
        message = self.get_object(request, object_id)
        if message is None:
            raise Http404(f"No message {object_id}.")
        return self.show(request, message)

    def show(self, request: HttpRequest, message: Message, **typed: Any) -> HttpResponse:
        """The page; with something that was typed and could not be taken, it says why and keeps that."""
        steps = list(message.events.select_related("by").order_by("at", "pk"))
        if request.method == "GET" and not any(_opened_by(step, request.user) for step in steps):
            triage.opened(message, by=request.user)
        may_act = self.has_triage_permission(request)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("%(kind)s no. %(number)d")
            % {"kind": message.get_kind_display().capitalize(), "number": message.pk},
            "message": message,
            "original": message,
            "flags": [words for name, words in flags_of(message, timezone.now()) if name != "unread"],
            "owner": owners.name_of(message.assignee) if message.assignee else _("nobody"),
            "way": Way.of(request),
            "desk": _desk_address(message.article),
            "passages": _passages(message),
            "copies": self._copies(message),
            "steps": [(step.at, telling.who(step), telling.in_words(step)) for step in steps],
            "notes": _notes(message, steps),
            "note_length": StaffNote.LENGTH,
            "media": self.media + PauseForm().media,
            **(_acting(request, message, typed) if may_act else {}),
            **self.parts_of(request, message),
        }
        return TemplateResponse(
            request, "admin/feedback/message/change_form.html", context, status=422 if typed else 200
        )

    def parts_of(self, request: HttpRequest, message: Message) -> dict[str, Any]:
        """What other parts of this admin show on the page."""
        return {}

    @staticmethod
    def _copies(message: Message) -> list[tuple[Message, str]]:
        """What stands under this message in the queue, the newest first, covered."""
        if message.folded_into_id:
            return []
        return [(copy, excerpt_of(copy, _EXCERPT)) for copy in message.copies.order_by("-sent_at", "-pk")[:_COPIES]]


def _acting(request: HttpRequest, message: Message, typed: dict[str, Any]) -> dict[str, Any]:
    """What the buttons of the page need."""
    allowed = triage.ALLOWED[Message.Status(message.status)]
    return {
        "may_act": True,
        "moves": [(status, label) for status, label in MOVES.items() if status in allowed],
        "outcomes": [(outcome, outcome.label) for outcome in OUTCOMES if outcome != message.outcome],
        "people": [(person.pk, owners.name_of(person)) for person in owners.staff()],
        "mine": message.assignee_id == request.user.pk,
        "still_open": message.status in Message.OPEN,
        "asleep": message.snoozed_until is not None and message.snoozed_until > timezone.now(),
        "pauses": [(name, label) for name, (label, _days) in pauses.PAUSES.items()],
        "pause_form": PauseForm(),
        **typed,
    }


def _opened_by(step: TriageEvent, person: Any) -> bool:
    return step.verb == TriageEvent.Verb.OPEN and step.by_id == person.pk


def _notes(message: Message, steps: list[TriageEvent]) -> Any:
    """The notes; not asked for where the history knows of none."""
    if not any(step.verb == TriageEvent.Verb.NOTE for step in steps):
        return []
    return message.notes.select_related("by").order_by("at", "pk")


def _passages(message: Message) -> list[passages.Passage]:
    """What the message is about, from what readers see: nothing of a story that is not public."""
    story = message.article
    if story is None or story.state != Article.State.LIVE:
        return []
    return passages.passages(story.body, message.text, message.proof, message.remedy)


def _desk_address(story: Article | None) -> str:
    """Where the story is worked on; empty where stories are not edited in this admin."""
    try:
        return reverse("admin:articles_article_change", args=[story.pk]) if story else ""
    except NoReverseMatch:
        return ""
