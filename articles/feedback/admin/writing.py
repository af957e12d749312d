"""The forms that staff write on: an answer to a reader, and which mails they want."""

import uuid
from typing import Any, Self

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.feedback import answering, triage
from articles.feedback.models import Message, SavedReply, Subscription


class AnswerForm(forms.Form):
    """Subject and text of an answer, and what becomes of the message."""

    subject = forms.CharField(
        label=gettext_lazy("subject"),
        max_length=answering.LONGEST_SUBJECT,
        widget=forms.TextInput(attrs={"class": "vTextField", "dir": "auto"}),
    )
    text = forms.CharField(
        label=gettext_lazy("text"),
        max_length=answering.LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 12, "class": "vLargeTextField", "dir": "auto"}),
    )
    then = forms.ChoiceField(
        label=gettext_lazy("The message is then"),
        choices=[
            (triage.Status.RESOLVED.value, gettext_lazy("resolved: answered")),
            (triage.Status.WAITING.value, gettext_lazy("waiting for the reader")),
            (triage.Status.IN_PROGRESS.value, gettext_lazy("still in progress")),
        ],
        initial=triage.Status.RESOLVED.value,
    )
    seen = forms.ChoiceField(choices=Message.Status.choices, widget=forms.HiddenInput)
    slip = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, auto_id="answer-%s", **kwargs)

    @classmethod
    def about(cls, message: Message, reply: SavedReply | None) -> Self:
        """An unsent answer to this message, filled from a saved reply if one was chosen."""
        subject, text = answering.filled(reply, message) if reply else ("", "")
        return cls(initial={"subject": subject, "text": text, "seen": message.status, "slip": uuid.uuid4()})

    def clean_subject(self) -> str:
        return _without_places(self.cleaned_data["subject"])

    def clean_text(self) -> str:
        return _without_places(self.cleaned_data["text"])


def _without_places(text: str) -> str:
    """Nobody should get a letter with a gap in it."""
    if open_places := answering.places(text):
        raise ValidationError(_("Fill in {%(place)s} first.") % {"place": open_places[0]})
    return text


class SavedReplyForm(forms.ModelForm):
    """An answer that is given often. A place that no letter can fill in is refused when it is written."""

    class Meta:
        model = SavedReply
        fields = ("title", "subject_en", "body_en", "subject_es", "body_es")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for name in ("subject_en", "body_en", "subject_es", "body_es"):
            for place in answering.unknown_places(data.get(name) or ""):
                self.add_error(name, _("{%(place)s} is not known.") % {"place": place})
        return data


class MailForm(forms.ModelForm):
    """Which mails about feedback a person gets."""

    class Meta:
        model = Subscription
        fields = ("digest", "alarms")
