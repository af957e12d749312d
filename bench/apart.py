"""Archives of several sizes, each measured in a process of its own: Django works on one database for life."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

from bench import place


def measured(module: str, size: int) -> Any:
    """What the module prints as its last line, as JSON, when it is run with the size of an archive. Raises if it fails."""
    command = [sys.executable, "-m", module, str(size)]
    done = subprocess.run(command, cwd=place.ROOT, check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout.splitlines()[-1])
