"""`manage.py reindex`: write every search document anew. The site goes on serving; run it again if it was stopped."""

import sys
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles.search import documents

_BAR = 30  # characters


class Command(BaseCommand):
    help = (
        "Rebuild what full-text search reads, from what is public, and weigh its words by the averages of now."
        " Needed only after the way it is built has changed; worth it once a year, or after an import."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--after", default="", metavar="PLACE", help="go on after this place, such as article:4210")

    def handle(self, *args: Any, **options: Any) -> None:
        places = documents.places()
        done = self._already(places, options["after"])
        for model, group in groupby(places[done:], key=itemgetter(0)):
            for batch in documents.batched([key for _model, key in group], documents.BATCH):
                documents.rewrite(model, batch)
                done += len(batch)
                if options["verbosity"]:
                    self._show(done, len(places), f"{model._meta.model_name}:{batch[-1]}")
        documents.tidy()
        if options["verbosity"]:
            self.stdout.write("" if sys.stdout.isatty() else f"{len(places)} done")

    def _already(self, places: list, after: str) -> int:
        if not after:
            return 0
        names = [f"{model._meta.model_name}:{key}" for model, key in places]
        if after not in names:
            raise CommandError(f"There is no {after}. Without --after everything is written anew.")
        return names.index(after) + 1

    def _show(self, done: int, total: int, place: str) -> None:
        filled = _BAR * done // max(total, 1)
        line = f"[{'#' * filled}{'.' * (_BAR - filled)}] {done} of {total}, up to {place}"
        self.stdout.write(f"\r{line}" if sys.stdout.isatty() else line, ending="" if sys.stdout.isatty() else "\n")
