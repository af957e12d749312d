"""python -m bench.feedback [load|lists|exports]: posts a second, and what lists and exports cost with a million votes.

Writes docs/performance.md. Fails if a reader who was thanked has no row.
"""

from __future__ import annotations

import os
import sys

from bench import place, report
from bench.feedback import dataset, lists, load


def main() -> None:
    asked = set(sys.argv[1:]) or {"load", "lists", "exports"}
    lost = 0
    if "load" in asked:
        done = load.run()
        lost = done.thanked - done.stored
        report.write("Readers who write", "python -m bench.feedback load", done.lines())
    if asked & {"lists", "exports"}:
        stories = int(os.environ.get("STORIES", "10000"))
        with place.database(stories) as corpus:
            url = dataset.ensure(corpus, stories)
            command = f"STORIES={stories} python -m bench.feedback"
            if "exports" in asked:
                title = "Exports of 100,000 messages and 1,000,000 votes"
                report.write(title, f"{command} exports", list(lists.exports(url)))
            if "lists" in asked:
                title = "Feedback with 1,000,000 votes and 100,000 messages"
                report.write(title, f"{command} lists", list(lists.lines(url)))
    if lost:
        sys.exit(f"{lost} readers were thanked for nothing.")


if __name__ == "__main__":
    main()
