"""What the buttons of the story form do: one row for each verb of `articles.workflow`, and what it asks first."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import binning, publishing, reviewing
from articles.admin.hours import MomentField
from articles.models import Article
from articles.workflow import TRANSITIONS, possible

#: Before the names of what a verb asks, on the story form and on the page that asks.
PREFIX = "do"


def _text(label: Any, help_text: Any, *, required: bool = False, most: int = 1000) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"})
    return forms.CharField(label=label, help_text=help_text, required=required, max_length=most, widget=widget)


class NothingAsked(forms.Form):
    """For a verb that needs no more than a yes."""


class ReasonForm(forms.Form):
    reason = _text(gettext_lazy("Reason"), gettext_lazy("For the log of this story; readers don’t see it."))


class SendBackForm(forms.Form):
    reason = _text(
        gettext_lazy("What has to change"),
        gettext_lazy("The writer reads it over the form."),
        required=True,
    )


class WithdrawForm(ReasonForm):
    note = _text(
        gettext_lazy("Note to readers"),
        gettext_lazy("Stands where the story was, in the story’s language."),
        most=publishing.NOTE_LENGTH,
    )
    field_order = ("note", "reason")


class ScheduleForm(forms.Form):
    due_at = MomentField(label=gettext_lazy("Appears at"))

    def beside(self, form: str) -> "ScheduleForm":
        """The same as a part of the form with this id, which stands elsewhere on the page."""
        self.fields["due_at"].widget.attrs["form"] = form
        return self


@dataclass(frozen=True, kw_only=True)
class Deed:
    """What pressing a button means.

    `asks` is what has to be known first; `warning` is said on a page of its own before anything is done. A verb that is about
    the `words` of the story saves what is on the form and goes no further if that can't be saved.
    """

    call: Callable[..., Any]
    said: str | Promise
    asks: type[forms.Form] = NothingAsked
    warning: str | Promise = ""
    words: bool = True


DEEDS: dict[str, Deed] = {
    "submit": Deed(call=reviewing.submit, said=gettext_lazy("“%(story)s” waits for its review.")),
    "send_back": Deed(
        call=reviewing.send_back,
        said=gettext_lazy("“%(story)s” is back with its writer."),
        asks=SendBackForm,
        words=False,
    ),
    "approve": Deed(call=reviewing.approve, said=gettext_lazy("“%(story)s” is approved as it stands.")),
    "schedule": Deed(
        call=reviewing.schedule,
        said=gettext_lazy("“%(story)s” is scheduled as it stands: later changes don’t come along unless you schedule again."),
        asks=ScheduleForm,
    ),
    "unschedule": Deed(
        call=reviewing.unschedule,
        said=gettext_lazy("“%(story)s” is off the schedule."),
        words=False,
    ),
    "publish": Deed(
        call=publishing.publish, said=gettext_lazy("“%(story)s” is published: readers see it now.")
    ),
    "unpublish": Deed(
        call=publishing.unpublish,
        said=gettext_lazy("“%(story)s” is unpublished: readers no longer see it."),
        asks=ReasonForm,
        warning=gettext_lazy(
            "Readers will get “not found” at its address at once, and it leaves lists, feeds and search. You can publish it"
            " again at any time."
        ),
        words=False,
    ),
    "withdraw": Deed(
        call=publishing.withdraw,
        said=gettext_lazy("“%(story)s” is withdrawn: readers see your note in its place."),
        asks=WithdrawForm,
        warning=gettext_lazy(
            "Its address will say for good that the story was taken back, and search engines will drop it. Withdraw what"
            " should not have been published; to work on it for a while, unpublish it instead."
        ),
        words=False,
    ),
    "reinstate": Deed(
        call=publishing.reinstate,
        said=gettext_lazy("“%(story)s” is reinstated: readers see it again as it was."),
        asks=ReasonForm,
        warning=gettext_lazy("Readers will see the story again, exactly as it was when it was withdrawn."),
        words=False,
    ),
    "bin": Deed(
        call=binning.throw,
        said=gettext_lazy("“%(story)s” is in the bin. Its slug stays taken."),
        asks=ReasonForm,
        warning=gettext_lazy("It stays in the bin for thirty days and can be taken out until then."),
        words=False,
    ),
    "restore": Deed(
        call=binning.restore, said=gettext_lazy("“%(story)s” is out of the bin."), words=False
    ),
}  # fmt: skip

#: Verbs whose buttons don't stand beside the others: they take something away from readers or from the desk.
APART = frozenset({"unpublish", "withdraw", "bin"})


@dataclass(frozen=True)
class Button:
    verb: str
    label: str
    apart: bool

    @property
    def name(self) -> str:
        return f"_{self.verb}"


def buttons(article: Article | None, *, by: Any) -> list[Button]:
    """The verbs that this story is open to now and that `by` may use. None for a new one but those it can begin with."""
    saved = article is not None and article.pk is not None
    state = article.state if article and saved else Article.State.UNPUBLISHED
    stage = article.draft.stage if article and saved else "writing"
    open_to = [verb for verb in possible(state, stage) if verb in DEEDS and (saved or verb != "bin")]
    allowed = [verb for verb in open_to if by.has_perm(TRANSITIONS[verb].permission)]
    return [Button(verb, label_of(verb, state, stage), verb in APART) for verb in allowed]


def label_of(verb: str, state: str, stage: str) -> str:
    """What a button says, which depends on how the story stands."""
    if verb == "publish" and state == Article.State.LIVE:
        return _("Publish changes")
    if verb == "schedule" and stage == "scheduled":
        return _("Schedule again")
    return str(TRANSITIONS[verb].label)
