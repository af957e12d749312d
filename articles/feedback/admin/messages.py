"""The queue of what readers wrote."""

from django.contrib import admin
from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.feedback import queue
from articles.feedback.admin.answering import Answering
from articles.feedback.admin.listing import excerpt_of
from articles.feedback.admin.many import ManyMessages
from articles.feedback.models import Message
from articles.waiting import Line, Waiting

_UNREAD = "flag=unread"


@admin.register(Message)
class MessageAdmin(Answering, ManyMessages):
    """The queue of messages: a list, and a page for each of them."""

    fields = readonly_fields = ("kind", "language", "sent_at", "status")

    def waiting(self, request: HttpRequest) -> Waiting:
        """For the desk's first page: the newest messages that nobody has read."""
        unread = queue.filtered(QueryDict(_UNREAD), person=request.user)[:8]
        lines = [
            Line(excerpt_of(message, 90), reverse("admin:feedback_message_change", args=[message.pk]), message.sent_at)
            for message in unread
        ]
        everything = reverse("admin:feedback_message_changelist") + f"?{_UNREAD}"
        return Waiting(_("Feedback waiting"), lines, _("Every message from readers has been read."), everything)
