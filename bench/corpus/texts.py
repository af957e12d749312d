"""The words of stories: those of a newswire where SAMPLE_DATA has them, else sentences that a seeded generator makes."""

from __future__ import annotations

import gzip
import html
import json
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from bench.corpus import phrases

#: The newswire within the folder that SAMPLE_DATA names: one item a line, with title, body and places.
NEWSWIRE = "scale/reuters21578.jsonl.gz"

#: Items of the newswire are short: as many make one story.
_JOINED = 2


@dataclass(frozen=True)
class Text:
    """What a story says: a headline, one sentence under it, paragraphs without markup, and places it names."""

    headline: str
    dek: str
    paragraphs: tuple[str, ...]
    places: tuple[str, ...] = ()


class Texts:
    """A text for each number and language, always the same. Only English can come from the newswire."""

    def __init__(self) -> None:
        self._items = _newswire()

    @property
    def source(self) -> str:
        return "newswire" if self._items else "invented"

    def text(self, number: int, language: str, rng: Random) -> Text:
        if language == "en" and self._items:
            return self._reported(number)
        return invented(language, rng)

    def _reported(self, number: int) -> Text:
        items = [self._items[(number + step * 7_919) % len(self._items)] for step in range(_JOINED)]
        paragraphs = tuple(paragraph for item in items for paragraph in item.paragraphs)
        return Text(items[0].headline, items[0].dek, paragraphs, items[0].places)


def invented(language: str, rng: Random) -> Text:
    """A text of made-up sentences that mean little and accuse nobody."""
    sentences = [phrases.sentence(language, rng) for _ in range(rng.randrange(10, 20))]
    paragraphs = tuple(" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3))
    return Text(phrases.headline(language, rng), sentences[-1], paragraphs)


def as_html(text: Text, image: int | None) -> str:
    """The body of a story, in the one form in which bodies are stored."""
    blocks = [f"<p>{html.escape(paragraph, quote=False)}</p>" for paragraph in text.paragraphs]
    if len(blocks) > 4:
        blocks.insert(3, f"<h2>{html.escape(text.paragraphs[3][:60].rsplit(' ', 1)[0], quote=False)}</h2>")
    if image:
        blocks.insert(2, f'<figure data-image="{image}"></figure>')
    return "".join(blocks)


def _newswire() -> Sequence[Text]:
    folder = os.environ.get("SAMPLE_DATA")
    file = Path(folder, NEWSWIRE) if folder else None
    if file is None or not file.is_file():
        return ()
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        items = (json.loads(line) for line in lines)
        return [_item(item) for item in items if item["body"].strip() and item["title"].strip()]


def _item(item: dict) -> Text:
    # A paragraph of the newswire begins with four spaces; its lines are broken at 60 characters.
    parts = (re.sub(r"[\s\x00-\x1f]+", " ", part).strip() for part in re.split(r"\n\s{2,}", item["body"]))
    paragraphs = tuple(part for part in parts if part)
    headline = re.sub(r"\s+", " ", item["title"]).strip()[:190].capitalize()
    return Text(headline, paragraphs[0][:300], paragraphs, tuple(item["places"]))
