"""The page that keeps what was measured, part by part: a run replaces its own part and leaves the others."""

from __future__ import annotations

import json
import os
import platform
import re
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from bench.place import ROOT

PAGE = ROOT / "docs" / "performance.md"

_HEAD = """# What was measured

Written by the commands that measured it, each its own part. Numbers of one part come from one run on one machine.
"""


def write(title: str, command: str, lines: Iterable[str], *, page: Path = PAGE, head: str = _HEAD) -> None:
    """Put a part with this title on a page, in place of the one that was there; `head` begins a page that is new."""
    text = page.read_text() if page.exists() else head
    day = f"{datetime.now(UTC):%Y-%m-%d}"
    machine = f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}"
    # Milliseconds of a machine that was busy with other work say little: processor time says more.
    busy = f"{os.getloadavg()[1]:.1f} processes were waiting for a core on average"
    # Other texts, other numbers: whoever measures again is told which they were.
    texts = "SAMPLE_DATA=folder " if os.environ.get("SAMPLE_DATA") else ""
    part = "\n".join([f"## {title}", "", f"`{texts}{command}` on {day} ({machine}; {busy}).", "", *lines, ""])
    pattern = re.compile(rf"^## {re.escape(title)}\n.*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)
    text, replaced = pattern.subn(lambda _match: part, text)
    page.write_text(text if replaced else f"{text.rstrip()}\n\n{part}")


def goal(what: str, measured: str, goal: str, *, met: bool) -> None:
    """Say how far a goal is reached, to `python -m bench` if that is who runs the measurement (the file in GOALS)."""
    if kept := os.environ.get("GOALS"):
        with Path(kept).open("a") as goals:
            goals.write(json.dumps({"what": what, "measured": measured, "goal": goal, "met": met}) + "\n")
