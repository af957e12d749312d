"""The measures: each takes the keys that were found, best first, and the gain of each that answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import log2

Measure = Callable[[Sequence[str], Mapping[str, int]], float]


def ndcg_at_10(found: Sequence[str], gains: Mapping[str, int]) -> float:
    """Normalised discounted cumulative gain of the first ten (Järvelin and Kekäläinen 2002, linear gain)."""
    best = sorted(gains.values(), reverse=True)[:10]
    ideal = sum(gain / log2(place + 2) for place, gain in enumerate(best))
    return sum(gains.get(key, 0) / log2(place + 2) for place, key in enumerate(found[:10])) / ideal if ideal else 0.0


def reciprocal_rank(found: Sequence[str], gains: Mapping[str, int]) -> float:
    """One divided by the place of the first answer."""
    return next((1 / place for place, key in enumerate(found, start=1) if key in gains), 0.0)


def recall_at_100(found: Sequence[str], gains: Mapping[str, int]) -> float:
    """The share of all answers that is among the first hundred."""
    return len(gains.keys() & set(found[:100])) / len(gains) if gains else 0.0


MEASURES: Mapping[str, Measure] = {"nDCG@10": ndcg_at_10, "MRR": reciprocal_rank, "recall@100": recall_at_100}
