"""The queue of what readers wrote."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Case, QuerySet, Value, When
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import NoReverseMatch, URLPattern, path, reverse
from django.utils.decorators import method_decorator
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from articles.feedback import masking, suspicion, triage
from articles.feedback.admin.answering import Answering
from articles.feedback.admin.readonly import ReadOnlyAdmin
from articles.feedback.models import Message
from articles.models import Article
from articles.waiting import Line, Waiting

#: What buttons and actions are called.
_MARKS = {
    Message.Status.NEW: gettext_lazy("Mark as new"),
    Message.Status.IN_PROGRESS: gettext_lazy("Mark as in progress"),
    Message.Status.RESOLVED: gettext_lazy("Mark as resolved"),
    Message.Status.SPAM: gettext_lazy("Mark as spam"),
}

#: The order of a queue: what nobody has read comes first, what nobody needs to read last.
_QUEUE = Case(
    *(When(status=status, then=Value(place)) for place, status in enumerate(Message.Status)), default=Value(9)
)


class HasEmailFilter(admin.SimpleListFilter):
    """Whether the reader can be answered."""

    title = gettext_lazy("e-mail")
    parameter_name = "email"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("yes", _("given")), ("no", _("not given"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        match self.value():
            case "yes":
                return queryset.exclude(email="")
            case "no":
                return queryset.filter(email="")
        return queryset


def _marking(status: str, label: Any) -> Callable[["MessageAdmin", HttpRequest, QuerySet[Message]], None]:
    """The list's action that moves the chosen messages to `status`."""

    @admin.action(permissions=["triage"], description=label)
    def act(model_admin: "MessageAdmin", request: HttpRequest, queryset: QuerySet[Message]) -> None:
        model_admin.mark_all(request, queryset, status)

    act.__name__ = f"mark_{status}"
    return act


def _whole(text: str) -> SafeString | None:
    """A text as it was written. The style sheet keeps the line breaks; "auto" lets the text decide its direction."""
    return format_html('<div class="feedback-text" dir="auto">{}</div>', text) if text else None


@admin.register(Message)
class MessageAdmin(Answering, ReadOnlyAdmin):
    """The queue of messages. Whoever may change messages marks them; `triage.mark` holds the rules."""

    list_display = ("excerpt", "kind", "story", "language", "status_badge", "reasons", "sent_at")
    list_filter = ("status", "kind", "language", HasEmailFilter, "sent_at")
    list_select_related = ("article",)
    list_per_page = 50
    ordering = (_QUEUE.asc(), "-sent_at", "-pk")
    search_fields = ("text", "name", "email", "address", "article__headline")
    search_help_text = gettext_lazy("Words of the message, the reader's name or e-mail, the story or its address")
    show_full_result_count = False
    actions = [_marking(status, label) for status, label in _MARKS.items()]
    fields = (
        *("kind", "whole_text", "whole_proof", "whole_remedy", "name", "reply_to"),
        *("story_links", "address", "language", "sent_at", "status_badge", "reasons"),
    )
    readonly_fields = fields

    def waiting(self, request: HttpRequest) -> Waiting:
        """For the desk's first page: the newest messages that nobody has read."""
        new = Message.objects.filter(status=Message.Status.NEW).order_by("-sent_at", "-pk")[:8]
        lines = [
            Line(self.excerpt(message), reverse("admin:feedback_message_change", args=[message.pk]), message.sent_at)
            for message in new
        ]
        everything = reverse("admin:feedback_message_changelist") + f"?status__exact={Message.Status.NEW}"
        return Waiting(_("Feedback waiting"), lines, _("Every message from readers has been read."), everything)

    def has_triage_permission(self, request: HttpRequest) -> bool:
        """Asked by the actions and the buttons."""
        return request.user.has_perm(triage.PERMISSION)

    def get_urls(self) -> list[URLPattern]:
        marking = path("<int:pk>/mark/", self.admin_site.admin_view(self.mark_view), name="feedback_message_mark")
        return [marking, *super().get_urls()]

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        message = self.get_object(request, object_id)
        extra: dict[str, Any] = {}
        if message is not None:
            extra["steps"] = message.events.select_related("by").order_by("at", "pk")
            extra |= self.answering_context(request, message)
            if self.has_triage_permission(request):
                allowed = triage.ALLOWED[Message.Status(message.status)]
                extra["moves"] = [(status, label) for status, label in _MARKS.items() if status in allowed]
        return super().change_view(request, object_id, form_url, (extra_context or {}) | extra)

    @method_decorator(require_POST)
    def mark_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """One of the buttons under a message."""
        if not self.has_triage_permission(request):
            raise PermissionDenied
        message = Message.objects.filter(pk=pk).first()
        seen = request.POST.get("seen", "")
        if message is None or seen not in Message.Status.values:
            raise Http404
        try:
            step = triage.mark(message, to=request.POST.get("to", ""), by=request.user, seen=seen)
        except (triage.AlreadyMarked, triage.NotAllowed) as refusal:
            self.message_user(request, str(refusal), messages.WARNING)
        else:
            said = _("The message is marked as “%(status)s”.") % {"status": step.get_to_status_display()}
            self.message_user(request, said, messages.SUCCESS)
        return redirect("admin:feedback_message_change", pk)

    def mark_all(self, request: HttpRequest, queryset: QuerySet[Message], to: str) -> None:
        """Mark the chosen messages one by one, and say how many were not touched and why."""
        marked, faster = 0, 0
        chosen = list(queryset)
        for message in chosen:
            if to not in triage.ALLOWED[Message.Status(message.status)]:
                continue
            try:
                triage.mark(message, to=to, by=request.user)
                marked += 1
            except triage.AlreadyMarked:
                faster += 1
        status = Message.Status(to).label
        said = ngettext(
            "%(count)d message is marked as “%(status)s” now.",
            "%(count)d messages are marked as “%(status)s” now.",
            marked,
        )
        self.message_user(request, said % {"count": marked, "status": status}, messages.SUCCESS)
        if same := len(chosen) - marked - faster:
            said = ngettext("%(count)d was so already.", "%(count)d were so already.", same)
            self.message_user(request, said % {"count": same}, messages.INFO)
        if faster:
            said = ngettext(
                "%(count)d was left alone: somebody else marked it meanwhile.",
                "%(count)d were left alone: somebody else marked them meanwhile.",
                faster,
            )
            self.message_user(request, said % {"count": faster}, messages.WARNING)

    @admin.display(description=gettext_lazy("message"), ordering="text")
    def excerpt(self, message: Message) -> str:
        # Covered before it is cut: half of a number is still somebody's.
        shown = " ".join(masking.masked(message.text).split())
        return Truncator(shown).chars(90) or _("(forgotten)")

    @admin.display(description=gettext_lazy("story"), ordering="article__headline", empty_value="–")
    def story(self, message: Message) -> str | None:
        return str(message.article) if message.article else None

    @admin.display(description=gettext_lazy("status"), ordering="status")
    def status_badge(self, message: Message) -> SafeString:
        return format_html(
            '<span class="feedback-status feedback-status--{}">{}</span>', message.status, message.get_status_display()
        )

    @admin.display(description=gettext_lazy("reasons for suspicion"), ordering="score", empty_value="")
    def reasons(self, message: Message) -> str | None:
        return ", ".join(suspicion.in_words(message.suspicions)) or None

    @admin.display(description=gettext_lazy("message"))
    def whole_text(self, message: Message) -> SafeString | str:
        return _whole(message.text) or _("(forgotten)")

    @admin.display(description=gettext_lazy("where the proof is"), empty_value="–")
    def whole_proof(self, message: Message) -> SafeString | None:
        return _whole(message.proof)

    @admin.display(description=gettext_lazy("how to put it right"), empty_value="–")
    def whole_remedy(self, message: Message) -> SafeString | None:
        return _whole(message.remedy)

    @admin.display(description=gettext_lazy("e-mail"), empty_value="–")
    def reply_to(self, message: Message) -> str | None:
        return message.email or None

    @admin.display(description=gettext_lazy("story"), empty_value="–")
    def story_links(self, message: Message) -> SafeString | None:
        """To the story as readers see it and as the desk works on it."""
        story = message.article
        if story is None:
            return None
        links = [format_html("<bdi>{}</bdi>", story)]
        if story.state == Article.State.LIVE:
            links.append(format_html('<a href="{}">{}</a>', story.get_absolute_url(), _("Public page")))
        try:
            desk = reverse("admin:articles_article_change", args=[story.pk])
            links.append(format_html('<a href="{}">{}</a>', desk, _("At the desk")))
        except NoReverseMatch:
            pass  # stories are not edited in this admin
        return format_html_join(" · ", "{}", ((link,) for link in links))
