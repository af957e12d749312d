"""What the page of a message offers beside its status: begin the correction, answer the reader, see what was sent."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from articles.feedback import alarms, answering, mailing, masking, mending, triage
from articles.feedback.admin.reading import MessageReading
from articles.feedback.admin.writing import AnswerForm, MailForm
from articles.feedback.models import Letter, Message, SavedReply, Subscription
from articles.models import Article, Correction
from articles.reported import Report
from articles.waiting import Line, Waiting

_LINES = 8  # of an alarm
_REPORTS = 20  # beside the form of one story


class Answering(MessageReading):
    """Correcting and answering, on the page of a message. `answering_context` is what its two templates need."""

    def get_urls(self) -> list[URLPattern]:
        def at(route: str, view: Callable[..., Any], name: str) -> URLPattern:
            return path(route, self.admin_site.admin_view(view), name=name)

        return [
            at("mail/", self.mail_view, "feedback_mail"),
            at("<int:pk>/answer/", self.answer_view, "feedback_message_answer"),
            at("<int:pk>/correct/", self.correct_view, "feedback_message_correct"),
            *super().get_urls(),
        ]

    def answering_context(self, request: HttpRequest, message: Message) -> dict[str, Any]:
        """For `answering.html` and `correcting.html`, to be shown outside of any other form."""
        may = request.user.has_perm(triage.PERMISSION)
        found: dict[str, Any] = {
            "letters": _letters_of(message),
            "may_answer": may,
            "answer_refusal": answering.refusal(message) if may else "",
            **_correcting(request, message),
        }
        if may and not found["answer_refusal"]:
            replies = list(SavedReply.objects.order_by("title", "pk"))
            chosen = next((reply for reply in replies if str(reply.pk) == request.GET.get("reply")), None)
            found |= {"replies": replies, "reply": chosen, "answer_form": AnswerForm.about(message, chosen)}
        return found

    def parts_of(self, request: HttpRequest, message: Message) -> dict[str, Any]:
        return super().parts_of(request, message) | self.answering_context(request, message)

    # What the story form and the desk's first page ask for

    def reports(self, request: HttpRequest, article: Article) -> list[Report]:
        """What readers wrote that corrections of this story were begun for. Details are covered: the link leads to them."""
        return [
            Report(str(message.correction), _said(message), _page(message), message.sent_at)
            for message in mending.begun(article)[:_REPORTS]
        ]

    def alarms(self, request: HttpRequest) -> list[Waiting]:
        """The reports of errors that have waited for too long, and the letters that did not go."""
        found = alarms.raised()
        late, stuck = found[alarms.LATE], found[alarms.LETTER]
        return [
            Waiting(
                ngettext(
                    "A report of an error waits for too long",
                    "%(count)d reports of errors wait for too long",
                    len(late),
                )
                % {"count": len(late)},
                _lines(late, "admin:feedback_message_change"),
                "",
                reverse("admin:feedback_message_changelist") + "?flag=late",
            ),
            Waiting(
                ngettext("A letter did not go", "%(count)d letters did not go", len(stuck)) % {"count": len(stuck)},
                _lines(stuck, "admin:feedback_letter_change"),
                "",
                reverse("admin:feedback_letter_changelist") + "?state__in=failed,waiting",
            ),
        ]

    # The correction

    @method_decorator(require_POST)
    def correct_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Begin a correction and go on in the story form; or let one go; or name one that is public already."""
        message = _message(request, pk)
        deed = request.POST.get("deed", "begin")
        try:
            if deed == "begin":
                mending.begin(message, by=request.user)
                return redirect(reverse("admin:articles_article_change", args=[message.article_id]) + "#corrections")
            if deed == "let go":
                mending.let_go(message, by=request.user)
                said = _("No correction is tied to this message any more.")
            else:
                mending.link(message, _correction(request), by=request.user)
                said = _("The message is marked as corrected.")
            messages.success(request, said)
        except triage.Refusal as refusal:
            messages.warning(request, str(refusal))
        return redirect("admin:feedback_message_change", pk)

    # The answer

    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def answer_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The answer on a page of its own: what is wrong with it, or how it will look; `_send` sends it."""
        message = _message(request, pk)
        if why_not := answering.refusal(message):
            messages.warning(request, why_not)
            return redirect("admin:feedback_message_change", pk)
        form = AnswerForm(request.POST) if request.method == "POST" else AnswerForm.about(message, None)
        if form.is_valid() and "_send" in request.POST:
            try:
                letter = answering.answer(message, by=request.user, **form.cleaned_data)
            except triage.Refusal as refusal:
                messages.warning(request, str(refusal))
            else:
                messages.success(request, _("The answer is on its way.") if letter else _("That was sent before."))
                return redirect("admin:feedback_message_change", pk)
        return self._answer_page(request, message, form)

    def _answer_page(self, request: HttpRequest, message: Message, form: AnswerForm) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": _("Answer the reader"),
            "opts": self.opts,
            "media": self.media,
            "original": message,
            "answer_form": form,
        }
        if form.is_bound and form.is_valid():
            text = answering.as_sent(message, form.cleaned_data["text"])
            letter = Letter(key="", kind=Letter.Kind.ANSWER, language=message.language, body=text)
            letter.subject, letter.made_at = form.cleaned_data["subject"], message.sent_at
            context["mail"] = mailing.mail(letter, message.email)
        return TemplateResponse(request, "admin/feedback/message/answer.html", context)

    # Mail to staff

    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def mail_view(self, request: HttpRequest) -> HttpResponse:
        """Which mails about feedback a person gets: everybody chooses for themselves."""
        if not request.user.has_perm(triage.PERMISSION):
            raise PermissionDenied
        posted = request.POST if request.method == "POST" else None
        form = MailForm(posted, instance=Subscription.of(request.user))
        if form.is_valid():
            form.save()
            messages.success(request, _("Your choice is saved."))
            return redirect("admin:feedback_mail")
        context = {
            **self.admin_site.each_context(request),
            "title": _("Mail about feedback"),
            "opts": self.opts,
            "media": self.media,
            "mail_form": form,
        }
        return TemplateResponse(request, "admin/feedback/message/mail.html", context)


def _message(request: HttpRequest, pk: int) -> Message:
    """The message that somebody wants to do something about."""
    if not request.user.has_perm(triage.PERMISSION):
        raise PermissionDenied
    return get_object_or_404(Message.objects.select_related("article"), pk=pk)


def _correction(request: HttpRequest) -> Correction:
    number = request.POST.get("correction", "")
    if not number.isdecimal() or len(number) > 18:
        raise Http404
    return get_object_or_404(Correction, pk=number)


def _lines(found: list[alarms.Alarm], address: str) -> list[Line]:
    shown = found[:_LINES]
    return [
        Line(masking.excerpt(one.text, 90) or _("(forgotten)"), reverse(address, args=[one.number]), one.since)
        for one in shown
    ]


def _page(message: Message) -> str:
    return reverse("admin:feedback_message_change", args=[message.pk])


def _said(message: Message) -> str:
    parts = [message.text, *(text for text in (message.proof, message.remedy) if text)]
    return masking.masked("\n".join(parts))


def _letters_of(message: Message) -> list[Letter]:
    rows = message.letters.select_related("made_by").order_by("-made_at", "-pk")
    return list(rows)


def _correcting(request: HttpRequest, message: Message) -> dict[str, Any]:
    """What can be done about a correction: the one that came of it, the one that is begun, those it may have led to."""
    user: Any = request.user
    may = user.has_perm(triage.PERMISSION)
    public = mending.of_message(message)
    found: dict[str, Any] = {
        "public_correction": public,
        "correction_begun": bool(message.correction) and public is None and message.status in Message.OPEN,
        "can_correct": may and user.has_perm(mending.PERMISSION) and mending.can_begin(message),
        "may_let_go": may,
    }
    if found["can_correct"] and user.has_perm(mending.LINK_PERMISSION):
        found["corrections_since"] = mending.since(message)[:5]
    return found
