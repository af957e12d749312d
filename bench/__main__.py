"""python -m bench: what readers and editors wait for, measured one after the other, and one table that holds it to its goals.

With archives of STORIES stories (10000 unless told), and of 1000 for what must not grow. Each part is a command of its own and
writes its own part of docs/performance.md; this one adds the table. Ends with 1 if a goal is missed.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench import place, report

#: Each measurement, with what it is told; {stories} is the size of the archive, {sizes} are those up to it that the goals name.
PARTS: dict[str, dict[str, str]] = {
    "bench.hot": {},
    "bench.pages": {"SIZES": "{sizes}"},
    "bench.publishing": {"SIZES": "1000 {stories}"},
    "bench.search": {"SIZES": "1000 {stories}"},
    "bench.related": {"SIZES": "{stories}"},
    "bench.lists": {"STORIES": "{stories}"},
    "bench.desk": {"STORIES": "{stories}"},
    "bench.standing": {},
    "bench.soak": {"SECONDS": "30"},
}


def main() -> None:
    stories = os.environ.get("STORIES", "10000")
    sizes = " ".join([*(size for size in ("1000", "10000") if int(size) < int(stories)), stories])
    begun, failed = time.monotonic(), []
    with tempfile.TemporaryDirectory(prefix="newsroom-bench-") as folder:
        goals = Path(folder) / "goals"
        goals.touch()
        for module, told in PARTS.items():
            print(f"{module} after {time.monotonic() - begun:.0f} s", flush=True)
            words = {name: value.format(stories=stories, sizes=sizes) for name, value in told.items()}
            command = [sys.executable, "-m", module]
            done = subprocess.run(command, cwd=place.ROOT, env=os.environ | words | {"GOALS": str(goals)})
            failed += [module] if done.returncode else []
        rows = [json.loads(line) for line in goals.read_text().splitlines()]
    lines = ["| what | measured | goal | |", "| --- | ---: | ---: | --- |"]
    lines += [
        f"| {row['what']} | {row['measured']} | {row['goal']} | {'' if row['met'] else 'missed'} |" for row in rows
    ]
    print("\n".join(lines))
    report.write("The goals", f"STORIES={stories} python -m bench", lines)
    print(f"{time.monotonic() - begun:.0f} s in all")
    if failed or not all(row["met"] for row in rows):
        sys.exit(f"Missed, or not measured: {', '.join(failed) or 'see the table'}")


if __name__ == "__main__":
    main()
