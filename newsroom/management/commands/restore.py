"""`manage.py restore`: see newsroom.backup.restoring."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from newsroom.backup import BackupError, in_words, restoring


class Command(BaseCommand):
    help = (
        "Make this site's database and media equal to a backup. Stop the application and the worker first. Refuses "
        "if anything would be lost, unless told; if it fails, nothing was changed."
    )
    # The tables may not be there yet, and are about to be replaced.
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", help="a file that `manage.py backup` made")
        parser.add_argument("--replace", action="store_true", help="remove what this site has now")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            done = restoring.restore(Path(options["file"]), replace=options["replace"], say=self._say)
        except BackupError as error:
            raise CommandError(str(error)) from error
        made = done.manifest
        self.stdout.write(
            f"Restored the backup of {made.made_at}: {len(made.tables)} tables with {made.rows} rows and "
            f"{len(made.media)} media files ({in_words(made.media_bytes)}), all compared and equal. "
            f"New incarnation, edition {done.edition}."
        )
        if done.removed_files:
            self.stdout.write(f"{done.removed_files} files that the backup has not were removed.")
        if done.forward:
            self.stdout.write(f"The backup was of an older release: {done.forward} migrations brought it up to date.")
        if made.missing:
            self.stdout.write(
                f"{len(made.missing)} files were missing when the backup was made: {made.missing[0]}, ..."
            )

    def _say(self, words: str) -> None:
        self.stderr.write(words, style_func=str)
