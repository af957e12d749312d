"""The one table of what may be done to a story, from where, by whom, and where it leads.

A story has a state, which decides what readers see, and its draft has a stage, which decides what the desk does next. A live
story with a newer draft is live, and that draft is in a stage of its own. `articles.reviewing`, `articles.publishing` and
`articles.binning` hold the verbs.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles import asking
from articles.models import Article, Draft, Revision

State, Stage = Article.State, Draft.Stage

_ANY_STAGE = frozenset(Stage)
_AT_THE_DESK = frozenset({State.UNPUBLISHED, State.LIVE})


@dataclass(frozen=True, kw_only=True)
class Transition:
    """One verb. Without `to_state` or `to_stage`, that side stays as it is.

    `second_person` says that somebody other than the writer of the words has to do it if the story is sensitive. `refusal`
    is what the editor is told when the story stands elsewhere. `ends_schedule` takes a scheduled draft off the schedule: what
    readers no longer see for a reason must not come back by the clock.
    """

    label: str | Promise
    permission: str
    states: frozenset[Article.State] = _AT_THE_DESK
    stages: frozenset[Draft.Stage] = _ANY_STAGE
    to_state: Article.State | None = None
    to_stage: Draft.Stage | None = None
    second_person: bool = False
    ends_schedule: bool = False
    refusal: str | Promise


TRANSITIONS: dict[str, Transition] = {
    "submit": Transition(
        label=_("Ask for a review"),
        permission="articles.change_article",
        stages=frozenset({Stage.WRITING}),
        to_stage=Stage.IN_REVIEW,
        refusal=_("Only a draft that is being written can be handed in for review."),
    ),
    "send_back": Transition(
        label=_("Send back"),
        permission="articles.approve_article",
        stages=frozenset({Stage.IN_REVIEW, Stage.APPROVED}),
        to_stage=Stage.WRITING,
        refusal=_("Only a draft in review or approved can be sent back. Take a scheduled one off the schedule first."),
    ),
    "approve": Transition(
        label=_("Approve"),
        permission="articles.approve_article",
        stages=frozenset({Stage.WRITING, Stage.IN_REVIEW}),
        to_stage=Stage.APPROVED,
        second_person=True,
        refusal=_("This draft is approved or scheduled already."),
    ),
    "schedule": Transition(
        label=_("Schedule"),
        permission="articles.publish_article",
        to_stage=Stage.SCHEDULED,
        second_person=True,
        refusal=_("A withdrawn story, or one in the bin, can’t be scheduled."),
    ),
    "unschedule": Transition(
        label=_("Take off the schedule"),
        permission="articles.publish_article",
        stages=frozenset({Stage.SCHEDULED}),
        to_stage=Stage.WRITING,
        refusal=_("This draft is not scheduled."),
    ),
    "publish": Transition(
        label=_("Publish"),
        permission="articles.publish_article",
        to_state=State.LIVE,
        to_stage=Stage.WRITING,
        second_person=True,
        refusal=_("A withdrawn story has to be reinstated first, and one in the bin taken out of it."),
    ),
    "unpublish": Transition(
        label=_("Unpublish"),
        permission="articles.unpublish_article",
        states=frozenset({State.LIVE}),
        to_state=State.UNPUBLISHED,
        ends_schedule=True,
        refusal=_("Readers don’t see this story, so there is nothing to take away."),
    ),
    "withdraw": Transition(
        label=_("Withdraw"),
        permission="articles.withdraw_article",
        states=frozenset({State.LIVE}),
        to_state=State.WITHDRAWN,
        ends_schedule=True,
        refusal=_("Only a live story can be withdrawn."),
    ),
    "reinstate": Transition(
        label=_("Reinstate"),
        permission="articles.withdraw_article",
        states=frozenset({State.WITHDRAWN}),
        to_state=State.LIVE,
        refusal=_("Only a withdrawn story can be reinstated."),
    ),
    "bin": Transition(
        label=_("Put in the bin"),
        permission="articles.delete_article",
        states=frozenset({State.UNPUBLISHED}),
        stages=frozenset({Stage.WRITING, Stage.IN_REVIEW, Stage.APPROVED}),
        to_state=State.BINNED,
        to_stage=Stage.WRITING,
        refusal=_(
            "Only a story that readers don’t see can go to the bin: unpublish it, or take it off the schedule, first."
        ),
    ),
    "restore": Transition(
        label=_("Take out of the bin"),
        permission="articles.delete_article",
        states=frozenset({State.BINNED}),
        to_state=State.UNPUBLISHED,
        refusal=_("This story is not in the bin."),
    ),
}


@dataclass(frozen=True)
class Problem:
    """One reason why something can't be done: the field of the form it belongs to ("" for none), and a sentence."""

    field: str
    text: str


class Refused(Exception):
    """A verb was refused; `problems` says why, in words for the editor."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = list(problems)
        super().__init__(" ".join(str(problem.text) for problem in self.problems))


def claim(verb: str, article: Article, *, by: Any) -> Article:
    """The story as the database has it, with its draft, both locked by this transaction, if the verb is allowed.

    The story is locked before its draft, everywhere. Raises Refused in the words of the table, PermissionDenied.
    """
    require(by, TRANSITIONS[verb].permission)
    return claimed(verb, article)


def claimed(verb: str, article: Article) -> Article:
    """The same for what was permitted to somebody before, such as the publication of a scheduled story."""
    rule = TRANSITIONS[verb]
    # A lock that lets others save revisions meanwhile: their rows refer to the story's.
    found = next(iter(_locked(pk=article.pk)), None)
    if found is None:
        raise gone()
    found.draft = Draft.locked(found)
    if found.state not in rule.states or found.draft.stage not in rule.stages:
        raise Refused([Problem("", str(rule.refusal))])
    return found


@asking.once(pk=int)
def _locked(pk: int) -> QuerySet:
    return Article.objects.select_for_update(no_key=True).filter(pk=pk)


def gone() -> Refused:
    """Why nothing can be done to a story that was deleted from the bin."""
    return Refused([Problem("", gettext("This story is gone: somebody emptied the bin."))])


def require(by: Any, permission: str) -> None:
    """Raises PermissionDenied, naming the permission, unless `by` has it."""
    if not by.has_perm(permission):
        raise PermissionDenied(f"{by} lacks {permission}.")


def lacks_second_person(verb: str, article: Article, revision: Revision, *, by: Any) -> bool:
    """Whether `by` may not do this alone: the story is sensitive, and nobody else has seen these very words.

    A story counts as sensitive while its live version, these words or any revision between them is marked so: taking the
    mark away needs a second person too.
    """
    if not TRANSITIONS[verb].second_person or revision.created_by_id != by.pk:
        return False
    draft = article.draft
    if draft.approved_revision_id == revision.pk and draft.approved_by_id not in (None, revision.created_by_id):
        return False
    published = Revision.objects.filter(pk=article.published_revision_id or 0).values("number")
    since = article.revisions.filter(number__gt=Coalesce(Subquery(published), 0), number__lte=revision.number)
    marked = article.sensitive or bool(revision.snapshot.get("sensitive"))  # an older version may be published again
    return marked or since.filter(snapshot__sensitive=True).exists()


def possible(state: str, stage: str) -> list[str]:
    """The verbs that a story in this state, with its draft in this stage, is open to, in the order of the table."""
    return [verb for verb, rule in TRANSITIONS.items() if state in rule.states and stage in rule.stages]
