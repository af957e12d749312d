"""python -m bench.corpus STORIES: build the corpus of this size, or say that it is there."""

from __future__ import annotations

import argparse
import sys
import time

from bench import place
from bench.corpus import building


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.corpus", description=__doc__)
    parser.add_argument("stories", type=int, help="how many stories, such as 100000")
    parser.add_argument("--again", action="store_true", help="build it anew although it is there")
    asked = parser.parse_args()
    if asked.stories < 1:
        parser.error("a corpus has one story at least")
    with place.database(asked.stories) as url:
        begun = time.monotonic()
        built = building.ensure(url, asked.stories, again=asked.again)
        done = f"built in {time.monotonic() - begun:.0f} s" if built else "there already"
        sys.stdout.write(f"{asked.stories} stories, {done}\n{url}\n")


if __name__ == "__main__":
    main()
