"""python -m bench.quality: how good search is on collections with judgements, beside plain BM25; writes docs/quality.md."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from bench import place, report
from bench.quality import LENGTH, baseline
from bench.quality.collected import COLLECTIONS, Asked, Collection, read
from bench.quality.measures import MEASURES

PAGE = place.ROOT / "docs" / "quality.md"


def main() -> None:
    folder = Path(os.environ.get("SAMPLE_DATA") or "")
    lines = [
        "| collection | method | questions | " + " | ".join(MEASURES) + " |",
        "| --- | --- | ---: " + "| ---: " * 3 + "|",
    ]
    for name in COLLECTIONS:
        try:
            collection = read(name, folder)
        except FileNotFoundError as missing:
            sys.exit(f"SAMPLE_DATA must name the folder that holds the collections: {missing}")
        lines += [
            _line(collection, baseline.HOW, baseline.found(collection, LENGTH)),
            _line(collection, "this site", _of_site(collection)),
        ]
    print("\n".join(lines))
    report.write("Search", "make bench-quality", lines, page=PAGE, head=_HEAD)


_HEAD = """# How good it is

Written by the commands that measured it, each its own part. The collections are public and no part of the project.
"""


def _of_site(collection: Collection) -> list[Sequence[str]]:
    """What the site's own search finds for each question; the stories are published first, if they are not there."""
    command = [sys.executable, "-m", "bench.quality.asking", collection.name]
    done = subprocess.run(command, cwd=place.ROOT, check=True, stdout=subprocess.PIPE, text=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def _line(collection: Collection, how: str, found: list[Sequence[str]]) -> str:
    pairs: list[tuple[Sequence[str], Asked]] = list(zip(found, collection.questions, strict=True))
    values = [sum(measure(keys, asked.gains) for keys, asked in pairs) / len(pairs) for measure in MEASURES.values()]
    return f"| {collection.name} | {how} | {len(pairs)} | " + " | ".join(f"{value:.3f}" for value in values) + " |"


if __name__ == "__main__":
    main()
