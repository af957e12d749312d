"""Builds a corpus once and knows whether the one that is there is still the one that would be built."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import django
import psycopg

from bench import place
from bench.corpus import BATCH
from bench.corpus.texts import Texts


def connect(url: str) -> None:
    """Let Django, in this process, work on the database of a corpus."""
    os.environ["DATABASE_URL"] = url
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    django.setup()


def ensure(url: str, stories: int, *, again: bool = False) -> bool:
    """Make sure that the corpus is in its database; returns whether it had to be built."""
    connect(url)
    made_of = f"{stories} stories, {Texts().source} texts, form {form()}"
    if not again and place.label(url) == made_of:
        return False
    place.remake(url)
    _build(url, stories)
    place.write_label(url, made_of)
    return True


def form() -> str:
    """Changes whenever the code that makes a corpus or the tables it goes into change."""
    sources = [*Path(__file__).parent.glob("*.py"), *place.ROOT.glob("[an]*/**/migrations/*.py")]
    digest = hashlib.sha256()
    for source in sorted([*sources, place.ROOT / "articles/snapshots.py"]):
        digest.update(source.read_bytes())
    return digest.hexdigest()[:16]


def _build(url: str, stories: int) -> None:
    # Django's models can be imported only now that `connect` has set it up.
    from django.core.management import call_command
    from django.db import connections

    from bench.corpus import deriving, finishing, vocabulary

    call_command("migrate", verbosity=0)
    words = vocabulary.write(stories)
    put_aside = deriving.put_aside()
    connections.close_all()
    batches = [(first, min(first + BATCH, stories + 1)) for first in range(1, stories + 1, BATCH)]
    workers = min(len(batches), os.cpu_count() or 1)
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, context, initializer=connect, initargs=(url,)) as pool:
        list(pool.map(partial(_write, url, stories, words), batches))
        filed = pool.submit(deriving.file, url)
        list(pool.map(partial(deriving.post, url), batches))
        filed.result()
    deriving.put_back(put_aside)
    finishing.finish()


def _write(url: str, stories: int, words: object, batch: tuple[int, int]) -> None:
    from bench.corpus import copying, deriving, rows

    global _texts
    _texts = _texts or Texts()
    collected: dict[str, list[tuple]] = defaultdict(list)
    for number in range(*batch):
        for table, row in rows.Story(number, stories, words, _texts).rows():  # type: ignore[arg-type]
            collected[table].append(row)
    with psycopg.connect(url) as connection:
        copying.copy(connection, {rows.TABLES[name]: its_rows for name, its_rows in collected.items()})
        deriving.tally(connection, batch)


#: Read once in each process.
_texts: Texts | None = None
