"""Archives of several sizes, each measured in a process of its own: Django works on one database for life."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from typing import Any, Self

from bench import place


def measured(module: str, size: int) -> Any:
    """What the module prints as its last line, as JSON, when it is run with the size of an archive. Raises if it fails."""
    command = [sys.executable, "-m", module, str(size)]
    done = subprocess.run(command, cwd=place.ROOT, check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout.splitlines()[-1])


class Asked:
    """A module that runs with the size of an archive and answers each line with one of JSON; the first comes unasked."""

    def __init__(self, module: str, size: int, environment: Mapping[str, str]) -> None:
        self._command = [sys.executable, "-m", module, str(size)]
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(
            self._command, cwd=place.ROOT, env=environment, stdin=pipe, stdout=pipe, text=True
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        """It ends when nobody can ask it any more."""
        self._process.communicate()

    def ask(self, line: str) -> Any:
        """The answer to a line. Exits if the module has ended."""
        assert self._process.stdin
        print(line, file=self._process.stdin, flush=True)
        return self.answer()

    def answer(self) -> Any:
        """The next answer. Exits if the module has ended."""
        assert self._process.stdout
        answer = self._process.stdout.readline()
        if not answer:
            sys.exit(f"{' '.join(self._command)} ended with {self._process.wait()}")
        return json.loads(answer)
