"""Collections with judgements: documents, questions, and which documents answer each of them how well."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

#: The files of each collection within the folder `search/`, and what its judgements say: the gain of each grade.
COLLECTIONS: Mapping[str, tuple[str, str, Mapping[int, int]]] = {
    # Grade 1 is the best, 4 the least; -1 means not relevant.
    "Cranfield": ("cran_docs.jsonl.gz", "cran_queries.json", {1: 4, 2: 3, 3: 2, 4: 1}),
    "MED": ("med_docs.jsonl.gz", "med_queries.json", {1: 1}),
}


@dataclass(frozen=True)
class Document:
    key: str
    title: str
    text: str


@dataclass(frozen=True)
class Asked:
    """A question with the gain of each document that answers it."""

    text: str
    gains: Mapping[str, int]


@dataclass(frozen=True)
class Collection:
    name: str
    documents: list[Document]
    questions: list[Asked]


def read(name: str, folder: Path) -> Collection:
    """A collection from the folder that SAMPLE_DATA names. Raises FileNotFoundError."""
    documents, questions, gains = COLLECTIONS[name]
    with gzip.open(folder / "search" / documents, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    asked = json.loads((folder / "search" / questions).read_text(encoding="utf-8"))
    return Collection(
        name,
        [Document(str(row["id"]), row["title"].strip(), row["text"].strip()) for row in rows],
        [
            Asked(row["query"], {key: gains[grade] for key, grade in row["relevant"].items() if grade in gains})
            for row in asked
        ],
    )
