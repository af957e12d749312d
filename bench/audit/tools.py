"""The programs that judge: where they are, which version, and how they are run."""

import json
import os
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
#: Where `deploy/bootstrap.sh audit` installs what package-lock.json names.
MODULES = ROOT / "var/audit/node_modules"

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
#: Chromium may run as root, and asks nobody but the site.
BROWSER_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


class MissingToolError(Exception):
    """A program isn't there; the message says how to get it."""


@cache
def version(package: str) -> str:
    """The name and version of an npm package, as installed."""
    manifest = MODULES / package / "package.json"
    if not manifest.exists():
        raise MissingToolError(f"{package} is not installed: run `make audit`, which installs it.")
    return f"{package} {json.loads(manifest.read_text())['version']}"


@cache
def browser() -> str:
    """The path of Chromium: the one that CHROMIUM names, or the first that is installed."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if not found:
        raise MissingToolError("The audit needs Chromium: apt-get install chromium, or set CHROMIUM to its path.")
    return found


def run(*words: str | Path, sent: str = "", **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a program to its end; its exit status is the caller's to judge."""
    return subprocess.run(
        [str(word) for word in words],
        input=sent,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | variables,
    )


def answer(done: subprocess.CompletedProcess[str], text: str) -> Any:
    """The JSON that a program said. Raises RuntimeError with its last words if it is none."""
    try:
        return json.loads(text)
    except ValueError as error:
        said = (done.stderr or done.stdout).strip()[-2000:]
        raise RuntimeError(f"{done.args[:3]} ended with {done.returncode} and no result: {said}") from error
