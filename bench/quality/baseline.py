"""Plain BM25 as bm25s computes it, with all its defaults: what the site's search is measured against."""

from __future__ import annotations

from collections.abc import Sequence

import bm25s
import Stemmer

from bench.quality.collected import Collection

HOW = "plain BM25 (bm25s, defaults, stemmed)"


def found(collection: Collection, length: int) -> list[Sequence[str]]:
    """For each question the keys of its best documents."""
    texts = [f"{document.title} {document.text}" for document in collection.documents]
    stemmer = Stemmer.Stemmer("english")
    model = bm25s.BM25()
    model.index(bm25s.tokenize(texts, stemmer=stemmer, show_progress=False), show_progress=False)
    keys = [document.key for document in collection.documents]
    words = [question.text for question in collection.questions]
    asked = bm25s.tokenize(words, stemmer=stemmer, show_progress=False)
    rows, _scores = model.retrieve(asked, k=length, show_progress=False)
    return [[keys[place] for place in row] for row in rows]
