"""`manage.py renditions`: make every file that pages show and that is missing. Run it again if it was stopped."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles import library, sharing
from articles.models import Article, Image


class Command(BaseCommand):
    help = (
        "Make the missing renditions of every picture, and draw every share image that is missing or no longer right."
        " Needed after files were lost, or after the way they are made has changed."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        lost = self._pictures()
        self._share_images()
        if lost:
            raise CommandError(
                f"{len(lost)} originals are gone, so nothing can be made from them. Restore them from a backup:\n"
                + "\n".join(lost)
            )

    def _pictures(self) -> list[str]:
        """Complete every picture; the names of the originals that are gone."""
        lost = []
        total = Image.objects.count()
        for place, image in enumerate(Image.objects.order_by("pk").iterator(), start=1):
            try:
                written = library.complete(image)
            except FileNotFoundError:
                lost.append(image.name)
                continue
            if written or place == total:
                self.stdout.write(f"pictures: {place} of {total}, {len(written)} files made of {image.name}")
        return lost

    def _share_images(self) -> None:
        live = Article.objects.published().order_by("pk")
        total = live.count()
        for place, key in enumerate(live.values_list("pk", flat=True).iterator(), start=1):
            sharing.refresh(key)
            if place % 100 == 0 or place == total:
                self.stdout.write(f"share images: {place} of {total}")
