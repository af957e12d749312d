"""Lines on a sheet as the path data of SVG."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from articles.maps.geometry import Point


def closed_lines(lines: Iterable[Sequence[Point]]) -> str:
    """Closed lines, one after the other."""
    return "".join(_closed(line) for line in lines)


def _closed(line: Sequence[Point]) -> str:
    """One closed line: whole units, each point as its distance from the one before."""
    points = [(round(x), round(y)) for x, y in line]
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points)]
    told = " ".join(f"{x} {y}" for x, y in steps if x or y).replace(" -", "-")
    return f"M{points[0][0]} {points[0][1]}l{told or '0 0'}z"
