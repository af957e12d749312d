"""`manage.py backup`: see newsroom.backup.saving."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from newsroom.backup import BackupError, in_words, saving
from newsroom.backup.manifest import Manifest

_LISTED = 20
_INCOMPLETE = 2


class Command(BaseCommand):
    help = (
        "Put the database and the media into one checksummed file, while the site runs. It holds password hashes and "
        "readers' messages: keep it as safe as the site. Ends with 2 if a file that a row names was not there."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "target",
            nargs="?",
            default=str(settings.VAR_DIR / "backups"),
            help="a new file ending in .zip, a folder (the file is named after the hour), or - for the standard "
            "output; without it the folder backups in VAR_DIR",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            where, made = self._save(options["target"])
        except BackupError as error:
            raise CommandError(str(error)) from error
        (self.stderr if where == "-" else self.stdout).write(_closing(where, made))
        if made.missing:
            self._report_missing(made)

    def _save(self, target: str) -> tuple[str, Manifest]:
        if target == "-":
            if sys.stdout.isatty():
                raise CommandError("A backup is not for a terminal: send it to a program, such as one that encrypts.")
            return target, saving.to_stream(sys.stdout.buffer, say=self._say)
        path = Path(target)
        if path.suffix != ".zip":
            path /= f"newsroom-{datetime.now(UTC):%Y-%m-%d-%H%M%S}.zip"
        return str(path), saving.to_file(path, say=self._say)

    def _say(self, words: str) -> None:
        self.stderr.write(words, style_func=str)

    def _report_missing(self, made: Manifest) -> None:
        for name in made.missing[:_LISTED]:
            self._say(f"Missing: {name}")
        if len(made.missing) > _LISTED:
            self._say(f"and {len(made.missing) - _LISTED} more, all in the manifest")
        raise CommandError(
            f"The backup is kept, but {len(made.missing)} files that rows name are not in the media folder.",
            returncode=_INCOMPLETE,
        )


def _closing(where: str, made: Manifest) -> str:
    size = "" if where == "-" else f", {in_words(Path(where).stat().st_size)}"
    return (
        f"Backup made{'' if where == '-' else f': {where}'}{size}: {len(made.tables)} tables with {made.rows} rows, "
        f"{len(made.media)} media files ({in_words(made.media_bytes)}), edition {made.edition}."
    )
