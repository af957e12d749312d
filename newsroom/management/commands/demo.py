"""`manage.py demo`: the demonstration edition, its accounts, and a few words from its readers."""

import uuid
from datetime import datetime, timedelta
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from articles.demo import build, readers
from articles.demo.replies import SAVED_REPLIES
from articles.demo.shapes import Letter, Story, Votes
from articles.models import Article

#: Everybody may know it: these accounts can sign in on a demonstration only.
PASSWORD = "demonstration"  # noqa: S105  not a secret

ACCOUNTS = {"rosa": "Reporter", "eduardo": "Editor", "paula": "Publisher", "ana": "Audience"}


class Command(BaseCommand):
    help = "Build the demonstration edition, or what is missing of it. Only on the project's own server or with DEMONSTRATION=1."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--if-empty", action="store_true", help="do nothing if a story is there or none is wanted")
        parser.add_argument(
            "--sign-ins", action="store_true", help="only print the demonstration's accounts, if they are there"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["sign_ins"]:
            self._print_sign_ins()
            return
        if options["if_empty"] and (build.is_built() or not settings.DEMONSTRATION):
            return
        if not settings.DEMONSTRATION:
            raise CommandError("This database is not for demonstrations. Set DEMONSTRATION=1 if it is.")
        accounts = {name: _account(name, role) for name, role in ACCOUNTS.items()}
        added = build.build(by=accounts["paula"])
        if added and apps.is_installed("articles.feedback"):
            _write_what_readers_sent(added, by=accounts["ana"], corrector=accounts["paula"])
        self.stdout.write(f"The demonstration edition is there: {len(added)} stories added.")

    def _print_sign_ins(self) -> None:
        there = set(
            get_user_model()
            ._default_manager.filter(demonstration=True, is_active=True)
            .values_list("username", flat=True)
        )
        if there:
            self.stdout.write("Sign in to the desk as one of these (the password is in the last column):")
        for name, role in ACCOUNTS.items():
            if name in there:
                self.stdout.write(f"  {role:<10} {name:<8} {PASSWORD}")


def _account(name: str, role: str) -> Any:
    users = get_user_model()._default_manager
    account = users.filter(username=name).first()
    if account is None:
        account = users.create_user(
            name, f"{name}@treslinderos.example", PASSWORD, first_name=name.title(), is_staff=True, demonstration=True
        )
        account.groups.add(Group.objects.get(name=role))
    return account


@transaction.atomic
def _write_what_readers_sent(added: list[tuple[Story, Article]], *, by: Any, corrector: Any) -> None:
    """The votes and messages on stories that were just added; those on other pages come with the first ones."""
    from articles.feedback import intake
    from articles.feedback.models import Message, Notice, SavedReply

    Notice.objects.get_or_create(id=1, defaults=readers.NOTICE)
    for title, texts in SAVED_REPLIES.items():
        SavedReply.objects.get_or_create(title=title, defaults=texts)
    first = not Message.objects.exists()
    articles = {(story.key, story.language): article for story, article in added}
    for story, article in added:
        votes = readers.VOTES.get((story.key, story.language), Votes(0, 0))
        for number in range(votes.yes + votes.no):
            at = story.published + timedelta(hours=1 + 5 * number)
            intake.receive_vote(article=article, language=story.language, helpful=number < votes.yes, at=at)
    for letter in readers.LETTERS:
        about = articles.get((letter.story, letter.language))
        if about or (first and letter.address):
            _deliver(letter, about, by, corrector)


def _deliver(letter: Letter, article: Article | None, by: Any, corrector: Any) -> None:
    """One message, brought as far as the staff have come with it; a site whose limit is shorter does without it."""
    from articles.feedback import intake, triage

    if len(letter.text) > intake.longest_message():
        return
    message = intake.receive_message(
        article=article,
        address=letter.address,
        language=letter.language,
        text=letter.text,
        name=letter.name,
        email=letter.email,
        answer_welcome=bool(letter.answer),
        at=letter.at,
    )
    if message is None:
        return
    if letter.corrected:
        _correct(message, corrector)
    elif letter.answer:
        _answer(message, letter, by)
    elif message.status != letter.status:
        triage.mark(message, to=letter.status, by=by, at=letter.at + timedelta(hours=4))


def _correct(message: Any, by: Any) -> None:
    """The message led to the story's note; the reader was told, if there was an address."""
    from articles.feedback import mending

    note = mending.since(message).exclude(kind="update").last()
    if note is not None:
        mending.link(message, note, by=by, at=note.made_at)
        _settle(message, note.made_at, "sent")


def _answer(message: Any, letter: Letter, by: Any) -> None:
    """The answer to it, and how far that came."""
    from articles.feedback import answering
    from articles.feedback.models import SavedReply

    subject, text = answering.filled(SavedReply.objects.get(title=letter.answer), message)
    at = letter.at + timedelta(hours=4)
    answering.answer(message, subject=subject, text=text, by=by, slip=uuid.uuid4(), then=letter.status, at=at)
    _settle(message, at, letter.went)


def _settle(message: Any, at: datetime, went: str) -> None:
    """Nobody has these addresses: no letter of the demonstration waits to be sent at once."""
    became: dict[str, dict[str, Any]] = {
        "sent": {"state": "sent", "sent_at": at + timedelta(minutes=1), "tries": 1},
        "waiting": {
            "tries": 4,
            "failure": "451 4.7.1 Try again later",
            "next_try_at": timezone.now() + timedelta(days=1),
        },
        "failed": {"state": "failed", "tries": 12, "failure": "550 5.1.1 User unknown"},
    }
    message.letters.update(**became[went])
