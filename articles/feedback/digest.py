"""Mail to staff: each morning what waits for a person, and an alarm when reports of errors have waited for too long.

Each at most once for a person and day of the newsroom, by the letter's key, however often this runs.
"""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import Any, NamedTuple

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.feedback import letters, masking, triage
from articles.feedback.lateness import late, open_now
from articles.feedback.models import Letter, Message, Subscription
from articles.models import Masthead

#: The hour of the newsroom's day at which the digest is made, and until which one that was missed is made up for.
MORNING, NOON = time(7), time(12)

SHOWN = 10  # messages of one mail
_EXCERPT = 140  # characters

_BACKEND = "django.contrib.auth.backends.ModelBackend"


class Mail(NamedTuple):
    """What one person is written, and under which key."""

    kind: str
    key: str
    subject: str
    body: str


def write(*, at: datetime | None = None) -> list[Letter]:
    """Queue the mails that are due and were not written today. Nobody is written to before the morning."""
    at = at or timezone.now()
    now = timezone.localtime(at)
    if now.time() < MORNING:
        return []
    overdue = list(late(at=at).select_related("article"))
    people = list(_staff())
    keys = [_key(kind, person, now) for person in people for kind in (Letter.Kind.DIGEST, Letter.Kind.ALARM)]
    written = set(Letter.objects.filter(key__in=keys).values_list("key", flat=True))
    owed = []
    for person in people:
        for mail in _mails(person, now, overdue, written):
            letter = letters.owe(**mail._asdict(), language=_language(person), to=person, at=at)
            owed += [letter] if letter else []
    return owed


def waiting_for(person: Any, *, at: datetime) -> Any:
    """What is open and this person's or nobody's, oldest first."""
    return open_now(at).filter(Q(assignee=person.pk) | Q(assignee=None)).order_by("sent_at", "pk")


def _mails(person: Any, now: datetime, overdue: list[Message], written: set[str]) -> Iterator[Mail]:
    chosen = getattr(person, "feedback_mail", None) or Subscription(person=person)
    with translation.override(_language(person)):
        key = _key(Letter.Kind.DIGEST, person, now)
        if chosen.digest and key not in written and now.time() < NOON:
            yield from _digest(person, now, key)
        key = _key(Letter.Kind.ALARM, person, now)
        if chosen.alarms and overdue and key not in written:
            yield _alarm(overdue, key)


def _digest(person: Any, now: datetime, key: str) -> Iterator[Mail]:
    """The digest of the morning: what had come by then and still waits; nothing if nothing does."""
    morning = datetime.combine(now.date(), MORNING, tzinfo=now.tzinfo)
    waiting = waiting_for(person, at=now).filter(sent_at__lte=morning)
    messages = list(waiting.select_related("article")[:SHOWN])
    if not messages:
        return
    counts = {
        "all": waiting.count(),
        "mine": waiting.filter(assignee=person.pk).count(),
        "errors": waiting.filter(kind=Message.Kind.ERROR).count(),
        "fresh": waiting.filter(sent_at__gt=morning - timedelta(days=1)).count(),
    }
    said = ngettext("%(count)d message waits", "%(count)d messages wait", counts["all"]) % {"count": counts["all"]}
    lines = [
        f"{said}.",
        _("Yours: %(mine)d. Reports of errors: %(errors)d. New since yesterday: %(fresh)d.") % counts,
    ]
    if unsent := letters.troubled().count():
        text = ngettext("%(count)d letter did not go.", "%(count)d letters did not go.", unsent) % {"count": unsent}
        lines.append(f"{text} {_link('admin:feedback_letter_changelist')}")
    yield Mail(
        Letter.Kind.DIGEST,
        key,
        _("Readers: %(waiting)s") % {"waiting": said},
        _letter("\n".join(lines), messages, counts["all"]),
    )


def _alarm(overdue: list[Message], key: str) -> Mail:
    number, hours = len(overdue), settings.FEEDBACK_ERROR_HOURS
    said = ngettext(
        "%(count)d report of an error has waited for more than %(hours)d hours",
        "%(count)d reports of errors have waited for more than %(hours)d hours",
        number,
    ) % {"count": number, "hours": hours}
    return Mail(Letter.Kind.ALARM, key, said, _letter(f"{said}.", overdue[:SHOWN], number))


def _letter(opening: str, messages: list[Message], number: int) -> str:
    """The mail around its messages: covered excerpts, each with the way to it."""
    parts = [opening, *(_entry(message) for message in messages)]
    if number > len(messages):
        parts.append(_("The others:") + " " + _link("admin:feedback_message_changelist"))
    leave = _("Which of these mails you get:") + " " + _link("admin:feedback_mail")
    parts.append(f"-- \n{Masthead.current().name}\n{leave}")
    return "\n\n".join(parts)


def _entry(message: Message) -> str:
    text = masking.excerpt(message.text, _EXCERPT)
    about = message.article.headline if message.article else message.address
    day = date_format(timezone.localtime(message.sent_at), "SHORT_DATETIME_FORMAT")
    kind = message.get_kind_display()
    return f"* {day}, {kind}: {about}\n  {text}\n  {_link('admin:feedback_message_change', message.pk)}"


def _link(name: str, *args: Any) -> str:
    return settings.SITE_URL + reverse(name, args=args)


def _staff() -> Any:
    """Whoever answers readers and has an address."""
    people = get_user_model()._default_manager.with_perm(triage.PERMISSION, backend=_BACKEND)
    return people.filter(is_staff=True).exclude(email="").select_related("feedback_mail").order_by("pk")


def _language(person: Any) -> str:
    return getattr(person, "language", settings.LANGUAGE_CODE)


def _key(kind: str, person: Any, now: datetime) -> str:
    return f"{kind}:{person.pk}:{now:%Y-%m-%d}"
