"""Forgetting: contact details after three months, texts after two years (both are settings). What was counted stays.

With the text of a message goes what staff wrote about it: their notes, and what their letters said.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from articles.feedback import visitors
from articles.feedback.models import Forgetting, Letter, Message, StaffNote

#: Rows of one transaction: readers who write meanwhile never wait long.
_BATCH = 2000


def forget(*, at: datetime | None = None, dry_run: bool = False) -> Forgetting:
    """Forget what is old enough, and what guarded votes until yesterday; returns what was done, which is kept.

    With `dry_run` nothing is changed: the returned numbers say what would be, and are not kept. May run twice or late.
    """
    at = at or timezone.now()
    contacts, texts = _old_contacts(at), _old_texts(at)
    if dry_run:
        return Forgetting(at=at, contacts=contacts.count(), texts=texts.count())
    done = Forgetting(
        at=at,
        contacts=_in_batches(contacts, name="", email=""),
        texts=_in_batches(
            texts, _forget_what_staff_wrote, text="", proof="", remedy="", fingerprint=b"", sending=None, forgotten=True
        ),
    )
    _old_letters_to_staff(at).update(body="")
    visitors.sweep(at)
    done.save()
    return done


def _old_contacts(at: datetime) -> QuerySet[Message]:
    before = at - timedelta(days=settings.FEEDBACK_CONTACT_DAYS)
    return Message.objects.filter(~Q(name="", email=""), sent_at__lt=before)


def _old_texts(at: datetime) -> QuerySet[Message]:
    before = at - timedelta(days=settings.FEEDBACK_TEXT_DAYS)
    return Message.objects.filter(forgotten=False, sent_at__lt=before)


def _old_letters_to_staff(at: datetime) -> QuerySet[Letter]:
    """Mails that never went, with excerpts of what readers wrote; those that went have no text any more."""
    before = at - timedelta(days=settings.FEEDBACK_CONTACT_DAYS)
    return Letter.objects.filter(message=None, made_at__lt=before).exclude(body="")


def _forget_what_staff_wrote(messages: list[int]) -> None:
    StaffNote.objects.filter(message__in=messages).delete()
    Letter.objects.filter(message__in=messages).update(subject="", body="")


def _in_batches(
    rows: QuerySet[Message], along: Callable[[list[int]], None] = lambda messages: None, **emptied: object
) -> int:
    changed = 0
    while True:
        with transaction.atomic():
            numbers = list(rows.order_by("sent_at").values_list("pk", flat=True)[:_BATCH])
            now = Message.objects.filter(pk__in=numbers).update(**emptied)
            along(numbers)
        changed += now
        if now < _BATCH:
            return changed
