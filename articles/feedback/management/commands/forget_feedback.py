"""`manage.py forget_feedback`: what the worker does every night, by hand."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from articles.feedback import retention


class Command(BaseCommand):
    help = "Forget contact details and texts of readers that are old enough. The worker does so every night."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="change nothing, only say what would be forgotten")

    def handle(self, *args: Any, **options: Any) -> None:
        done = retention.forget(dry_run=options["dry_run"])
        verb = "would be forgotten" if options["dry_run"] else "forgotten"
        self.stdout.write(
            f"Names and e-mails older than {settings.FEEDBACK_CONTACT_DAYS} days: {done.contacts} {verb}."
        )
        self.stdout.write(f"Texts older than {settings.FEEDBACK_TEXT_DAYS} days: {done.texts} {verb}.")
