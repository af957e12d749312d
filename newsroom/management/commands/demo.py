"""`manage.py demo`: the demonstration edition, its accounts, and a few words from its readers."""

from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from articles.demo import build
from articles.models import Article

#: Everybody may know it: these accounts can sign in on a demonstration only.
PASSWORD = "demonstration"  # noqa: S105  not a secret

ACCOUNTS = {"rosa": "Reporter", "eduardo": "Editor", "paula": "Publisher", "ana": "Audience"}

_LETTERS = (
    ("en", "The second paragraph says where the meeting was but not who hosted it. Could you add that?", "", ""),
    ("en", "Clear and short, thank you. I would like to read what came of the follow-up conference.", "M. Reader", ""),
    (
        "es",
        "Muy útil para mi clase. ¿Tienen la versión original del documento que citan?",
        "",
        "lectora@correo.example",
    ),
)


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
            _write_letters()
        self.stdout.write(f"The demonstration edition is there: {added} stories added.")

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
def _write_letters() -> None:
    from articles.feedback import intake

    now = timezone.now()
    for number, article in enumerate(Article.objects.published().order_by("pk")):
        for helpful in [True] * (number % 5) + [False] * (number % 3):
            intake.receive_vote(article=article, language=article.language, helpful=helpful, at=now)
    for language, text, name, email in _LETTERS:
        oldest = Article.objects.published().in_language(language).order_by("pk").first()
        intake.receive_message(
            article=oldest,
            language=language,
            text=text,
            name=name,
            email=email,
            at=now,
        )
