"""`manage.py rehearse_restore`: see newsroom.backup.rehearsing."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from newsroom.backup import BackupError, in_words, rehearsing


class Command(BaseCommand):
    help = (
        "Restore a backup into a scratch database and a scratch folder beside the running site, compare, report and "
        "remove both. Ends with 1 if the restored site is not equal to the backup."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", help="a file that `manage.py backup` made")
        parser.add_argument(
            "--folder", help="where there is room for the media meanwhile; by default with temporary files"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        folder = Path(options["folder"]) if options["folder"] else None
        try:
            done = rehearsing.rehearse(Path(options["file"]), folder=folder, say=self._say)
        except BackupError as error:
            raise CommandError(str(error)) from error
        self._report(done)

    def _report(self, done: rehearsing.Rehearsed) -> None:
        made = done.manifest
        for table in made.tables:
            if table.rows:
                self.stdout.write(f"{table.rows:>10}  {table.name:<36} {table.sha256[:16]}")
        self.stdout.write(f"{len(made.media):>10}  media files ({in_words(made.media_bytes)})")
        self.stdout.write(done.said)
        for difference in done.differences:
            self.stderr.write(difference)
        if done.differences:
            raise CommandError(f"The restored site is not equal to the backup: {len(done.differences)} differences.")
        self.stdout.write(
            f"Rehearsed in {done.seconds:.1f} seconds: the restored site is equal to the backup and answered "
            f"{done.pages} of {done.pages} pages. Nothing of it was kept."
        )

    def _say(self, words: str) -> None:
        self.stderr.write(words, style_func=str)
