"""`manage.py reindex`: write every search document anew. The site goes on serving; run it again if it was stopped."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction

from articles import search
from articles.models import Article, SearchDocument

BATCH = 200  # stories a transaction


class Command(BaseCommand):
    help = (
        "Rebuild what full-text search reads, from the live stories. Needed only after the way it is built has changed."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--after", type=int, default=0, metavar="ID", help="go on after this story")

    def handle(self, *args: Any, **options: Any) -> None:
        # Stories without a document that should have one, and documents without a story that should: both are asked for.
        keys = (
            Article.objects.published()
            .values("pk")
            .union(SearchDocument.objects.values("pk"))
            .values_list("pk", flat=True)
        )
        wanted = sorted(key for key in keys if key > options["after"])
        for start in range(0, len(wanted), BATCH):
            batch = wanted[start : start + BATCH]
            with transaction.atomic():
                search.refresh(Article.objects.filter(pk__in=batch).only("pk"))
            self.stdout.write(f"{start + len(batch)} of {len(wanted)} (up to story {batch[-1]})")
