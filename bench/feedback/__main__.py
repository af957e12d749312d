"""python -m bench.feedback: what lists, measures and exports cost with a million votes, and how many posts a second are taken."""

from __future__ import annotations

import os

from bench import place
from bench.feedback import dataset


def main() -> None:
    stories = int(os.environ.get("STORIES", "10000"))
    with place.database(stories) as corpus:
        url = dataset.ensure(corpus, stories)
        print(url)


if __name__ == "__main__":
    main()
