"""`manage.py edition`: which edition readers are served, and a new one by hand."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import connection, transaction

from articles.models import Edition
from newsroom.pagecache.folder import Folder

_VERBS = {"new": "articles_mark_edition", "floor": "articles_raise_floor"}


class Command(BaseCommand):
    help = (
        "Say which edition the database has reached and which one this host shows. Every change that readers can see "
        "starts an edition by itself; by hand one is started when pages must be made anew for another reason."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        choice = parser.add_mutually_exclusive_group()
        choice.add_argument("--new", action="store_true", help="start an edition: every page is made anew")
        choice.add_argument(
            "--floor",
            action="store_true",
            help="the same, and no page from before it is shown again, not even while the site is down: for a text that had to "
            "go although its story stays",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        for name, verb in _VERBS.items():
            if options[name]:
                with transaction.atomic(), connection.cursor() as cursor:
                    cursor.execute(f"SELECT {verb}()")
                    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        edition = Edition.objects.first()
        if edition is None:
            self.stdout.write("Nothing was ever public: there is no edition yet.")
            return
        self.stdout.write(f"Edition {edition.number}, started {edition.started_at:%Y-%m-%d %H:%M:%S %Z}")
        self.stdout.write(f"Nothing from before edition {edition.floor} is shown while the site is down")
        self.stdout.write(f"Shown on this host: {Folder().shown() or 'none, so that no page is kept'}")
