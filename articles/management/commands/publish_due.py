"""`manage.py publish_due`: publish what is scheduled and due. The serving process does so by itself; this is for cron."""

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import OperationalError, connection

from articles import front_page, publishing

PAUSE = 1.0  # seconds


class Command(BaseCommand):
    help = (
        "Publish every scheduled story whose hour has come by the database's clock, and free the places of the front page "
        "whose hour has passed. Not needed while the site is served: it does both by itself."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--watch", action="store_true", help="go on until stopped, looking once a second")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["watch"]:
            self._watch()
        elif failed := self._look():
            raise CommandError(f"{failed} of the stories that were due could not be published. The desk says why.")

    def _look(self) -> int:
        """Do once what is due; how many stories could not be published."""
        outcomes = publishing.publish_due()
        front_page.clear_lapsed()
        for outcome in outcomes:
            if outcome.failure:
                self.stderr.write(f"Story {outcome.article.pk}: {outcome.failure}")
            else:
                self.stdout.write(f"Published {outcome.article.path}")
        return sum(bool(outcome.failure) for outcome in outcomes)

    def _watch(self) -> None:
        while True:
            try:
                self._look()
            except OperationalError as fault:
                self.stderr.write(f"The database does not answer: {fault}")
                connection.close()
            time.sleep(PAUSE)
