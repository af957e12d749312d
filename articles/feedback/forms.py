"""What the public forms take, and what they say when something has to be put right."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.feedback import counting, intake, masking, tickets
from articles.feedback.models import Message, Vote
from articles.markup import plaintext, single_line
from articles.models import Article


class LineField(forms.CharField):
    """A text on one line."""

    def to_python(self, value: Any) -> str:
        return single_line(value or "")

    def bound_data(self, data: Any, initial: Any) -> str:
        return self.to_python(data)


class _LengthValidator(MaxLengthValidator):
    def clean(self, text: Any) -> int:
        return counting.characters(text)


class TextField(forms.CharField):
    """A text of several lines, counted as people count and given back in its readable form."""

    default_validators = [
        _LengthValidator(
            intake.longest_message,
            _("This has %(show_value)d characters. Shorten it to %(limit_value)d characters at most."),
        )
    ]

    def to_python(self, value: Any) -> str:
        return intake.readable(value or "")

    def bound_data(self, data: Any, initial: Any) -> str:
        # Shown again as it would be stored, so that a reader who has to shorten it counts what we count.
        return self.to_python(data)


class MailField(forms.EmailField):
    """An e-mail address. An invisible character in the middle of one is refused: nobody could tell what was meant."""

    def to_python(self, value: Any) -> str:
        given = (value or "").strip()
        if plaintext.visible(given) != given:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return single_line(given)

    def bound_data(self, data: Any, initial: Any) -> str:
        return single_line(data or "")


class StoryField(forms.Field):
    """The number of a story, cleaned to the live story; None if no number was sent."""

    default_error_messages = {
        "invalid": _("This is not the number of a story."),
        "gone": _("The story is no longer published."),
    }

    def clean(self, value: Any) -> Article | None:
        number = (value or "").strip()
        if not number:
            if self.required:
                raise ValidationError(self.error_messages["required"], code="required")
            return None
        story = intake.live_story(number)
        if story is None:
            code = "gone" if intake.is_number(number) else "invalid"
            raise ValidationError(self.error_messages[code], code=code)
        return story


class VoteForm(forms.Form):
    """One answer to “Was this content helpful?”. People press a button: only a broken program gets it wrong."""

    helpful = forms.TypedChoiceField(
        choices=[("yes", _("Yes")), ("no", _("No"))], coerce=lambda answer: answer == "yes"
    )
    article = StoryField(required=False)
    address = LineField(required=False)

    def clean(self) -> dict[str, Any]:
        """A vote is about a story or about a page of ours."""
        data = super().clean() or {}
        if not self.errors and not data["article"]:
            data["address"] = intake.own_page(data["address"])
            if not data["address"]:
                raise ValidationError("This is a vote about nothing.")
        return data


class ReasonForm(forms.Form):
    """What a no lacked: one of four, given with the slip that came with the thanks."""

    vote = forms.CharField()
    reason = forms.ChoiceField(choices=Vote.Reason.choices)


class LetterForm(forms.Form):
    """What a reader writes: a comment, or the report of an error with its proof and its remedy."""

    kind = forms.ChoiceField(choices=Message.Kind.choices, required=False)
    text = TextField(error_messages={"required": _("Write something before you send it.")})
    proof = TextField(label=_("Where is the proof? (optional)"), required=False)
    remedy = TextField(label=_("How should it be put right? (optional)"), required=False)
    name = LineField(
        label=_("Your name (optional)"),
        required=False,
        max_length=100,
        error_messages={"max_length": _("Shorten your name to %(limit_value)d characters at most.")},
    )
    email = MailField(
        label=_("Your e-mail, to be told when it led to a correction (optional)"),
        required=False,
        max_length=254,
        error_messages={
            "invalid": _("Write an e-mail address such as name@example.org, or leave it empty."),
            "max_length": _("Shorten your e-mail address to %(limit_value)d characters at most."),
        },
    )
    answer_welcome = forms.BooleanField(label=_("The newsroom may also answer me at this address"), required=False)
    # Out of sight for people; programs that fill in whatever they find give themselves away.
    subject = forms.CharField(required=False, label=_("Leave this field empty"))
    article = StoryField(
        required=False,
        error_messages=dict.fromkeys(
            ("gone", "invalid"),
            _("The story is no longer published. Send the form again if this should be a general comment."),
        ),
    )
    address = LineField(required=False)
    ticket = forms.CharField(required=False)
    confirmed = forms.CharField(required=False)

    def __init__(self, data: Mapping[str, str] | None = None, **initial: Any) -> None:
        super().__init__(data, initial={"kind": Message.Kind.COMMENT, **initial}, auto_id="feedback-%s")

    def clean_kind(self) -> str:
        return self.cleaned_data["kind"] or Message.Kind.COMMENT

    def clean_confirmed(self) -> bool:
        return self.cleaned_data["confirmed"] == "yes"

    def clean(self) -> dict[str, Any]:
        """What a program would do is said to whoever did it; pressing Send once more is enough for a person."""
        data = super().clean() or {}
        if data.get("subject"):
            self.add_error(
                None,
                gettext("A field that people can’t see was filled in, perhaps by your browser. Press Send once more."),
            )
        elif tickets.is_younger(data.get("ticket", ""), settings.FEEDBACK_LEAST_SECONDS):
            self.add_error(
                None, gettext("That was quicker than people write, so we ask once more: please press Send again.")
            )
        if data.get("kind") != Message.Kind.ERROR:
            data |= {"proof": "", "remedy": ""}
        if not data.get("email"):
            data["answer_welcome"] = False  # there is nowhere to answer to
        return data

    @property
    def details(self) -> list[str]:
        """What people call the personal details that the texts seem to hold."""
        data = self.cleaned_data
        return masking.kinds(data["text"], data["proof"], data["remedy"])

    @property
    def chosen_kind(self) -> str:
        """The kind to show as chosen."""
        kind = self["kind"].value()
        return kind if kind in Message.Kind.values else Message.Kind.COMMENT

    @property
    def slip(self) -> str:
        """The form's slip: the one it came with, so that its time goes on, or a new one."""
        sent = self.data.get("ticket", "") if self.is_bound else ""
        return sent if tickets.is_genuine(sent) else tickets.for_form()

    @property
    def story(self) -> Article | None:
        """The live story that the message is about, as far as the form knows."""
        if self.is_bound:
            return getattr(self, "cleaned_data", {}).get("article")
        return self.initial.get("article")

    @property
    def about_address(self) -> str:
        """The page the form was opened from, to be sent along; empty unless it is a page of ours."""
        if self.story is not None:
            return self.story.get_absolute_url()
        return intake.own_page(self.data.get("address", "") if self.is_bound else self.initial.get("address", ""))


class KeptForm(LetterForm):
    """What was typed, to be shown again without asking the database for anything: it is away."""

    def __init__(self, typed: Mapping[str, str]) -> None:
        kept: dict[str, Any] = {
            name: typed.get(name, "") for name in ("kind", "text", "proof", "remedy", "name", "email", "answer_welcome")
        }
        super().__init__(**kept)
        self._ticket, self._article = typed.get("ticket", ""), typed.get("article", "")
        self._address = single_line(typed.get("address", ""))

    @property
    def slip(self) -> str:
        return self._ticket if tickets.is_genuine(self._ticket) else tickets.for_form()

    @property
    def story_number(self) -> str:
        """The number of the story that it was about, to be looked up next time."""
        return self._article if intake.is_number(self._article) else ""

    @property
    def about_address(self) -> str:
        """As it was sent: whether it is a page of ours is looked up next time."""
        return self._address
