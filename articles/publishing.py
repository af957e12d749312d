"""The verbs that change what readers see. Nothing else sets a story's state.

Each verb is one transaction: claim the story by a conditional update, check the table, write the rows (the database
starts the new edition), refresh what is derived, write the log.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import addressing, jobs, search, snapshots
from articles.models import Article, EditorialEvent, Revision, Section, hold_the_map
from articles.models.taxonomy import not_reserved
from articles.snapshots import Snapshot

State = Article.State


@dataclass(frozen=True)
class Transition:
    """From which states a verb may be used, where it leads, and what permission it takes."""

    before: frozenset[str]
    after: str
    permission: str


TRANSITIONS = {
    "publish": Transition(frozenset({State.UNPUBLISHED, State.LIVE}), State.LIVE, "articles.publish_article"),
    "unpublish": Transition(frozenset({State.LIVE}), State.UNPUBLISHED, "articles.unpublish_article"),
}


@dataclass(frozen=True)
class Problem:
    """One reason why a story can't be published: the field of the form it belongs to, and a sentence."""

    field: str
    text: str


class Refused(Exception):
    """A verb was refused; `problems` says why, in words for the editor."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = list(problems)
        super().__init__(" ".join(problem.text for problem in self.problems))


def problems_of(snapshot: Snapshot) -> list[Problem]:
    """What stands between a draft and its publication."""
    needed = {
        "headline": (snapshot.headline, _("Give the story a headline.")),
        "slug": (snapshot.slug, _("Give the story a slug: the last word of its address.")),
        "section": (snapshot.section, _("Choose a section.")),
        "body": (snapshot.body, _("Write the story's text.")),
        "bylines": (snapshot.bylines, _("Say who signs the story.")),
    }
    found = [Problem(name, text) for name, (value, text) in needed.items() if not value]
    try:
        not_reserved(snapshot.slug)
    except ValidationError as error:
        found.append(Problem("slug", error.messages[0]))
    if snapshot.kicker_topic and snapshot.kicker_country:
        found.append(Problem("kicker_topic", _("Choose one kicker: a topic or a country, not both.")))
    for name in snapshots.missing(snapshot):
        found.append(Problem(name, _("Something chosen here has been deleted since. Choose again.")))
    return found


def publish(article: Article, *, by: Any, revision: Revision | None = None, at: datetime | None = None) -> Article:
    """Make one revision (the head of the draft, unless another is named) what readers see.

    Raises Refused with the reasons, PermissionDenied without the permission. Publishing what is live already is refused.
    """
    at = at or timezone.now()
    with transaction.atomic():
        hold_the_map()
        article = _claimed("publish", article, by)
        revision = revision or article.draft.head
        if article.state == State.LIVE and article.published_revision_id == revision.pk:
            raise Refused([Problem("", _("Readers see this version already."))])
        snapshot = Snapshot.from_json(revision.snapshot, revision.schema)
        problems = problems_of(snapshot)
        if snapshot.sensitive and revision.created_by_id == by.pk:
            problems.append(
                Problem("sensitive", _("A sensitive story has to be published by somebody else than its writer."))
            )
        if problems:
            raise Refused(problems)
        first = article.state == State.UNPUBLISHED
        _show(article, snapshot, revision, at)
        search.refresh([article])
        jobs.enqueue("draw_share_image", article_id=article.pk)
        EditorialEvent.objects.record(
            "publish", article=article, by=by, at=at, revision=revision.number, path=article.path, first=first
        )
    return article


def unpublish(article: Article, *, by: Any, reason: str = "", at: datetime | None = None) -> Article:
    """Take a story out of readers' sight; its address answers 404 until it is published again.

    Raises Refused when it is not live, PermissionDenied without the permission.
    """
    at = at or timezone.now()
    with transaction.atomic():
        article = _claimed("unpublish", article, by)
        article.state = TRANSITIONS["unpublish"].after
        article.save(update_fields=["state"])
        search.refresh([article])
        jobs.enqueue("draw_share_image", article_id=article.pk)  # takes it away
        EditorialEvent.objects.record("unpublish", article=article, by=by, at=at, reason=reason)
    return article


def _claimed(verb: str, article: Article, by: Any) -> Article:
    """The story as the database has it, locked by this transaction, if the verb is allowed."""
    rule = TRANSITIONS[verb]
    if not by.has_perm(rule.permission):
        raise PermissionDenied(f"{by} lacks {rule.permission}.")
    # An update that changes nothing takes the row's lock and answers in one statement whether the state allows the verb.
    if not Article.objects.filter(pk=article.pk, state__in=rule.before).update(language=article.language):
        raise Refused(
            [Problem("", _("The story is not in a state that allows this. Open it again to see what happened."))]
        )
    return Article.objects.select_related("draft__head").get(pk=article.pk)


def _show(article: Article, snapshot: Snapshot, revision: Revision, at: datetime) -> None:
    """Write the revision to the live row, with its relations and its address."""
    snapshots.apply(article, snapshot)
    article.section = Section.objects.select_related("parent").get(pk=snapshot.section or 0)
    article.state = TRANSITIONS["publish"].after
    article.published_revision = revision
    article.published_at = article.published_at or at
    article.changed_at = at
    article.path = addressing.path_of(article)
    try:
        with transaction.atomic():
            addressing.claim(article, language=article.language, path=article.path)
            article.save()
    except addressing.AddressTaken as taken:
        raise Refused([Problem("slug", str(taken))]) from taken
    except IntegrityError as clash:
        raise Refused([Problem("translation_of", _("That story already has a version in this language."))]) from clash
