"""`manage.py recount`: compare where every story stands in the archive, and every count, with the stories themselves."""

from typing import Any

from django.core.management.base import BaseCommand

from articles import coverage


class Command(BaseCommand):
    help = (
        "Put right the lists and counts of the archive. The database keeps them itself: needed only after somebody switched"
        " its triggers off. Readers are served meanwhile; publications wait."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        wrong = coverage.refile()
        self.stdout.write(f"{wrong} rows put right" if wrong else "Everything was right.")
