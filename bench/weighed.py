"""python -m bench.weighed STORIES: a copy of a corpus in which the words of every story have been weighed.

So they are in any archive that was published; the corpus itself goes without, because weighing takes as long as all the rest.
"""

from __future__ import annotations

import subprocess
import sys

from bench import place
from bench.corpus import building


def make(kept: str, size: int) -> str:
    """The URL of the weighed copy of the corpus `kept`; both are made if need be.

    In processes of their own: Django, in this one, is to work on another database, and it works on one for life.
    """
    for module in ("bench.corpus", "bench.weighed"):
        subprocess.run([sys.executable, "-m", module, str(size)], check=True, stdout=subprocess.DEVNULL)
    return _beside(kept, size)


def main() -> None:
    size = int(sys.argv[1])
    with place.named(f"newsroom_corpus_{size}") as kept:
        url = _beside(kept, size)
        made_of = f"{place.label(kept)}, weighed"
        if place.label(url) == made_of:
            return
        place.copy(kept, url)
        building.connect(url)
        _weigh()
        place.write_label(url, made_of)


def _beside(kept: str, size: int) -> str:
    return place.beside(kept, f"newsroom_related_{size}")


def _weigh() -> None:
    from django.db import connection

    from articles.related import rebuilding
    from articles.search.documents import batched

    rebuilding.begin()
    keys = [key for name, key in rebuilding.places() if name == "words"]
    for batch in batched(keys, rebuilding.ROUNDS["words"]):
        rebuilding.rebuild("words", batch)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM (ANALYZE)")


if __name__ == "__main__":
    main()
