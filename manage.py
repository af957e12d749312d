#!/usr/bin/env python
"""The site's commands; `manage.py help` lists them. The database is there while a command may ask it."""

import os
import signal
import sys
from contextlib import nullcontext
from types import FrameType

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line

from newsroom import collecting, database

WITHOUT_DATABASE = {
    "check": "--database",
    "collectstatic": None,
    "compilemessages": None,
    "diffsettings": None,
    "findstatic": None,
    "help": None,
    "makemessages": None,
    "version": None,
}
"""Commands that ask no database, with the option that makes them ask all the same."""


def needs_database(words: list[str]) -> bool:
    """Whether the command line `words` (without the program) may ask the database."""
    if {"--help", "-h", "--version"} & set(words):
        return False
    command = next((word for word in words if not word.startswith("-")), "help")
    if command not in WITHOUT_DATABASE:
        return True
    option = WITHOUT_DATABASE[command]
    return option is not None and any(word.startswith(option) for word in words)


def leave(number: int, _frame: FrameType | None) -> None:
    """Let go of the database on the way out, instead of dying where we stand."""
    sys.exit(128 + number)


def main() -> None:
    collecting.seldom()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, leave)
    try:
        base_dir = settings.BASE_DIR  # reads the settings, and with them the variables in .env
        held = database.running(base_dir, os.environ) if needs_database(sys.argv[1:]) else nullcontext()
        with held:
            execute_from_command_line(sys.argv)
    except (ImproperlyConfigured, database.UnusableDatabaseError) as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
