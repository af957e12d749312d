"""`manage.py relate`: bring the lists of related stories up to date, or make all of them anew. The site goes on serving."""

import sys
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles.models import RelatedMark
from articles.related import rebuilding, work_off
from articles.search.documents import batched

_BAR = 30  # characters


class Command(BaseCommand):
    help = (
        "Work off what has changed since the lists of related stories were made, which the site does by itself"
        " while it is served. With --all, make every list anew: worth it after an import, and once a year."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--all", action="store_true", help="make every list anew")
        parser.add_argument(
            "--after", default="", metavar="PLACE", help="with --all: go on after this place, such as lists:4210"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["all"]:
            self._all(options["after"], told=bool(options["verbosity"]))
        elif options["after"]:
            raise CommandError("--after needs --all.")
        else:
            total, done = RelatedMark.objects.values("article_id").distinct().count(), 0
            while worked := work_off(seconds=1):
                done += worked
                if options["verbosity"]:
                    self._show(min(done, total), total, "what has changed")
            if options["verbosity"]:
                self.stdout.write(f"{done} done")

    def _all(self, after: str, *, told: bool) -> None:
        rebuilding.begin()
        places = rebuilding.places()
        done = self._already(places, after)
        for name, group in groupby(places[done:], key=itemgetter(0)):
            for batch in batched([key for _name, key in group], rebuilding.ROUNDS[name]):
                rebuilding.rebuild(name, batch)
                done += len(batch)
                if told:
                    self._show(done, len(places), f"up to {name}:{batch[-1]}")
        if told:
            self.stdout.write("" if sys.stdout.isatty() else f"{len(places) // len(rebuilding.ROUNDS)} stories done")

    def _already(self, places: list[tuple[str, int]], after: str) -> int:
        if not after:
            return 0
        names = [f"{name}:{key}" for name, key in places]
        if after not in names:
            raise CommandError(f"There is no {after}. Without --after every list is made anew.")
        return names.index(after) + 1

    def _show(self, done: int, total: int, place: str) -> None:
        filled = _BAR * done // max(total, 1)
        line = f"[{'#' * filled}{'.' * (_BAR - filled)}] {done} of {total}, {place}"
        self.stdout.write(f"\r{line}" if sys.stdout.isatty() else line, ending="" if sys.stdout.isatty() else "\n")
