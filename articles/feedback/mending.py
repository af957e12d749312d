"""From a message to a correction and back: begun on the message, written in the story form, told once it is public.

What ties them is the correction's key. A message gets one when somebody begins; the story form opens a row of corrections
under it; the note that is published under it finds its messages again. In one transaction with the publication they are
resolved, the correction learns when it was first reported, and who left an address is owed a letter.
"""

import uuid
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.feedback import told, triage
from articles.feedback.models import Message, TriageEvent
from articles.feedback.triage import Outcome, Refusal, Status, Verb
from articles.models import Article, Correction

#: Beside that of triage. Who begins a correction has to write it.
PERMISSION = "articles.change_article"
#: To say that a note which readers have already is owed to a message.
LINK_PERMISSION = "articles.publish_article"


def begin(message: Message, *, by: Any, at: datetime | None = None) -> uuid.UUID:
    """Begin a correction of the message's story: it and its copies get the correction's key and are in progress.

    Whoever begins after another goes on with the same correction. Raises Refusal for a story that readers don't see,
    for spam, and for a message that has led to its correction; PermissionDenied.
    """
    triage.require(by)
    if not by.has_perm(PERMISSION):
        raise PermissionDenied(f"{by} lacks {PERMISSION}.")
    at = at or timezone.now()
    with transaction.atomic():
        held = triage.held(message)
        mine = next(one for one in held if one.pk == message.pk)
        if not can_begin(mine):
            raise Refusal(_why_not(mine))
        known = next((one.correction for one in held if one.correction and not _is_public(one.correction)), None)
        key = known or uuid.uuid4()
        for one in held:
            if one.correction != key and one.article_id == mine.article_id:
                _tie(one, key, by=by, at=at)
        if mine.status != Status.IN_PROGRESS:
            triage.mark(mine, to=Status.IN_PROGRESS, by=by, at=at)
    message.refresh_from_db()
    return key


def let_go(message: Message, *, by: Any, at: datetime | None = None) -> None:
    """Take back that a correction was begun: the message and its copies are tied to none. What a draft says stays in it.

    Raises Refusal if the correction is public; PermissionDenied.
    """
    triage.require(by)
    at = at or timezone.now()
    with transaction.atomic():
        held = triage.held(message)
        if any(one.correction and _is_public(one.correction) for one in held):
            raise Refusal(_("Readers have this correction already."))
        for one in held:
            if one.correction:
                _tie(one, None, by=by, at=at)
    message.refresh_from_db()


def link(message: Message, correction: Correction, *, by: Any, at: datetime | None = None) -> None:
    """Say that a correction which readers have already is owed to this message and its copies, as if begun from it.

    Raises Refusal for another story's correction, for one that is older than the message, and for spam; PermissionDenied.
    """
    triage.require(by)
    if by is not None and not by.has_perm(LINK_PERMISSION):
        raise PermissionDenied(f"{by} lacks {LINK_PERMISSION}.")
    at = at or timezone.now()
    with transaction.atomic():
        held = triage.held(message)
        mine = next(one for one in held if one.pk == message.pk)
        if mine.status == Status.SPAM:
            raise Refusal(_why_not(mine))
        if correction.article_id != mine.article_id or correction.made_at < mine.sent_at:
            raise Refusal(_("This correction can't have come from this message."))
        for one in held:
            if one.correction != correction.key and one.article_id == mine.article_id:
                _tie(one, correction.key, by=by, at=at)
        follow(correction, at=at)
    message.refresh_from_db()


def follow(correction: Correction, *, at: datetime | None = None) -> list[Message]:
    """A correction is public: resolve the messages that led to it, note when it was first reported, owe their readers news.

    Returns the messages. Done again it finds nothing left to do.
    """
    at = at or timezone.now()
    with transaction.atomic():
        tied = Message.objects.filter(correction=correction.key).exclude(status=Status.SPAM).order_by("pk")
        heads = sorted({message.folded_into_id or message.pk for message in tied})
        messages = [one for head in heads for one in _resolve(head, correction, at=at)]
        if messages:
            first = min(message.sent_at for message in messages)
            Correction.objects.filter(pk=correction.pk).update(reported_at=first)
            correction.reported_at = first
            told.owe(messages, correction, at=at)
    return messages


def of_message(message: Message) -> Correction | None:
    """The public correction that a message led to. One query, or none."""
    return Correction.objects.filter(key=message.correction).first() if message.correction else None


def since(message: Message) -> QuerySet[Correction]:
    """The corrections of the message's story that could have come from it, newest first."""
    made = Correction.objects.filter(article=message.article_id, made_at__gte=message.sent_at)
    return made.order_by("-made_at", "-pk")


def begun(article: Article) -> QuerySet[Message]:
    """The open messages for which a correction of this story was begun that is not public yet."""
    public = Correction.objects.filter(key=OuterRef("correction"))
    messages = Message.objects.filter(article=article.pk, correction__isnull=False, status__in=Message.OPEN)
    return messages.filter(~Exists(public)).order_by("sent_at", "pk")


def can_begin(message: Message) -> bool:
    """Whether a correction can be begun from this message."""
    story = message.article
    closed = message.status == Status.SPAM or message.outcome == Outcome.CORRECTED
    return not closed and story is not None and story.state == Article.State.LIVE


def _why_not(message: Message) -> str:
    if message.status == Status.SPAM:
        return _("This message is marked as spam. Take that back first.")
    if message.outcome == Outcome.CORRECTED:
        return _("This message has led to its correction.")
    return _("Readers don’t see this story, so there is nothing to correct.")


def _is_public(key: uuid.UUID) -> bool:
    return Correction.objects.filter(key=key).exists()


def _tie(message: Message, key: uuid.UUID | None, *, by: Any, at: datetime) -> None:
    message.correction = key
    message.save(update_fields=["correction"])
    TriageEvent.write(message, Verb.CORRECT, by=by, at=at, correction=str(key) if key else "")


def _resolve(head: int, correction: Correction, *, at: datetime) -> Iterable[Message]:
    """Resolve one group. Copies that came in since the correction was begun belong to it as well."""
    message = Message.objects.select_for_update(no_key=True).get(pk=head)
    group = [
        one for one in triage.held(message) if one.status != Status.SPAM and one.article_id == correction.article_id
    ]
    for one in group:
        if one.correction != correction.key:
            _tie(one, correction.key, by=None, at=at)
    behind = next((one for one in group if one.outcome != Outcome.CORRECTED), None)
    if behind is not None:
        triage.mark(behind, to=Status.RESOLVED, outcome=Outcome.CORRECTED, by=None, at=at)
    return group
