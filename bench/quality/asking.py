"""python -m bench.quality.asking NAME: what the site finds for each question of a collection, as lines of JSON.

A process of its own, because Django works on one database only: that of the collection.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from bench import place
from bench.quality import LENGTH, loading
from bench.quality.collected import read


def main() -> None:
    collection = read(sys.argv[1], Path(os.environ.get("SAMPLE_DATA") or ""))
    with place.named(f"newsroom_quality_{collection.name.lower()}") as url:
        loading.ensure(url, collection)
        from articles import search

        for asked in collection.questions:
            answer = search.answer(asked.text, language="en", length=LENGTH)
            paths = [hit.article.slug for hit in answer.hits if hit.article]
            sys.stdout.write(json.dumps([slug.removeprefix("d") for slug in paths]) + "\n")


if __name__ == "__main__":
    main()
