"""What the public forms take, and what they say when something has to be put right."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from articles.feedback import intake
from articles.markup import plaintext, single_line
from articles.models import Article


class LineField(forms.CharField):
    """A text on one line."""

    def to_python(self, value: Any) -> str:
        return single_line(value or "")

    def bound_data(self, data: Any, initial: Any) -> str:
        return self.to_python(data)


class TextField(forms.CharField):
    """A text of several lines, counted and given back in its readable form."""

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
    article = StoryField()
    address = LineField(required=False)


class CommentForm(forms.Form):
    """A reader's comment."""

    text = TextField(
        label=_("Your comment"),
        error_messages={"required": _("Write your comment.")},
        validators=[
            MaxLengthValidator(
                intake.longest_message,
                _("Your comment has %(show_value)d characters. Shorten it to %(limit_value)d characters at most."),
            )
        ],
    )
    name = LineField(
        label=_("Your name (optional)"),
        required=False,
        max_length=100,
        error_messages={"max_length": _("Shorten your name to %(limit_value)d characters at most.")},
    )
    email = MailField(
        label=_("Your e-mail (optional)"),
        required=False,
        max_length=254,
        error_messages={
            "invalid": _("Write an e-mail address such as name@example.org, or leave it empty."),
            "max_length": _("Shorten your e-mail address to %(limit_value)d characters at most."),
        },
    )
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

    def __init__(self, data: Mapping[str, str] | None = None, *, story: Article | None = None) -> None:
        super().__init__(data, initial={"article": story}, auto_id="feedback-%s")

    @property
    def story(self) -> Article | None:
        """The live story that the comment is about, as far as the form knows."""
        if self.is_bound:
            return getattr(self, "cleaned_data", {}).get("article")
        return self.initial["article"]

    @property
    def about_address(self) -> str:
        """The page the form was opened from, to be sent along; empty unless it is a page of ours."""
        if self.story is not None:
            return self.story.get_absolute_url()
        return intake.own_page(self.data.get("address", "")) if self.is_bound else ""
