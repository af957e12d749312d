"""One country and what lies around it, laid out on a sheet of a given size."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from math import ceil
from pathlib import Path

from articles.maps.geometry import Box, Point, area, azimuthal, box_of, clipped, simplified

#: Everything that may be the subject of a map: the Americas from Greenland to the Falklands.
AMERICAS = frozenset(
    [
        "AG",
        "AI",
        "AR",
        "AW",
        "BB",
        "BL",
        "BM",
        "BO",
        "BQ",
        "BR",
        "BS",
        "BZ",
        "CA",
        "CL",
        "CO",
        "CR",
        "CU",
        "CW",
        "DM",
        "DO",
        "EC",
        "FK",
        "GD",
        "GF",
        "GL",
        "GP",
        "GT",
        "GY",
        "HN",
        "HT",
        "JM",
        "KN",
        "KY",
        "LC",
        "MF",
        "MQ",
        "MS",
        "MX",
        "NI",
        "PA",
        "PE",
        "PM",
        "PR",
        "PY",
        "SR",
        "SV",
        "SX",
        "TC",
        "TT",
        "US",
        "UY",
        "VC",
        "VE",
        "VG",
        "VI",
    ]
)

_UNITS = 100  # the file holds hundredths of a degree
_HEIGHTS = (
    800.0,
    2400.0,
)  # kilometres at least: an island is shown with its sea, and a lonely one with a coast far off
_MARGIN = 24.0  # beyond the sheet's edges, where the edges of what was cut stay out of sight
_BEND = 0.8  # how far a line may be from the truth, in units of the sheet
_SPECK = 1.5  # what is smaller on the sheet is left out
_SMALL = 0.09  # a country of which no part is larger than this share of the sheet's height gets a ring
_STRAIGHT = 1.0  # degrees: longer lines get points between, because they bend in the projection


@dataclass(frozen=True)
class Sheet:
    """Closed lines in units of the sheet, from its upper left corner; `ring` is a circle (x, y, radius) or None."""

    width: int
    height: int
    country: tuple[tuple[Point, ...], ...]
    neighbours: tuple[tuple[Point, ...], ...]
    ring: tuple[float, float, float] | None


@dataclass(frozen=True)
class _World:
    arcs: list[list[Point]]
    countries: dict[str, list[list[int]]]


@cache
def world() -> _World:
    stored = json.loads((Path(__file__).parent / "americas.json").read_text(encoding="utf-8"))
    return _World([list(_dense(_decoded(arc))) for arc in stored["arcs"]], stored["countries"])


def _decoded(steps: list[int]) -> Iterator[Point]:
    eastings, northings = accumulate(steps[0::2]), accumulate(steps[1::2])
    return ((x / _UNITS, y / _UNITS) for x, y in zip(eastings, northings, strict=True))


def _dense(points: Iterable[Point]) -> Iterator[Point]:
    before: Point | None = None
    for x, y in points:
        if before:
            parts = ceil(max(abs(x - before[0]), abs(y - before[1])) / _STRAIGHT)
            for part in range(1, parts):
                share = part / parts
                yield before[0] + (x - before[0]) * share, before[1] + (y - before[1]) * share
        yield x, y
        before = x, y


def lay_out(code: str, width: int, height: int) -> Sheet | None:
    """The sheet of one country by its ISO code; None for a country outside the Americas."""
    if code not in AMERICAS:
        return None
    sheets = (_laid_out(code, width, height, least) for least in _HEIGHTS)
    return next((sheet for sheet in sheets if sheet.neighbours), None)


def _laid_out(code: str, width: int, height: int, least_height: float) -> Sheet:
    known = world()
    view = (-_MARGIN, -_MARGIN, width + _MARGIN, height + _MARGIN)
    place = _placing(main_rings(code, known.arcs), width, height, least_height)
    arcs = [drawn([place(point) for point in arc], view) for arc in known.arcs]
    found: dict[bool, list[tuple[Point, ...]]] = {True: [], False: []}
    for name, rings in known.countries.items():
        for line in (joined(numbers, arcs) for numbers in rings):
            inside = clipped(line, view)
            if inside and (name == code or _size(inside) > _SPECK):
                found[name == code].append(tuple(inside))
    circle = _ring(main_rings(code, arcs), height * _SMALL)
    return Sheet(width, height, tuple(found[True]), tuple(found[False]), circle)


def main_rings(code: str, arcs: list[list[Point]]) -> list[list[Point]]:
    """What one thinks of as the country: its largest part, and those that are at least a quarter of that."""
    rings = [joined(numbers, arcs) for numbers in world().countries[code]]
    largest = max(area(ring) for ring in rings)
    return [ring for ring in rings if area(ring) >= largest / 4]


def _placing(rings: list[list[Point]], width: int, height: int, least_height: float) -> Callable[[Point], Point]:
    """From degrees to a place on a sheet that has these rings in its middle."""
    west, south, east, north = _around(rings)
    project = azimuthal(((west + east) / 2, (south + north) / 2))
    left, top, right, bottom = _around([[project(point) for point in ring] for ring in rings])
    extent = max(bottom - top, (right - left) * height / width)
    # A small country is shown among its neighbours, a large one fills the sheet.
    scale = height / max(least_height, extent / min(0.78, 0.5 + extent / 8000))
    x, y = width / 2 - (left + right) / 2 * scale, height / 2 - (top + bottom) / 2 * scale

    def place(point: Point) -> Point:
        east, south = project(point)
        return east * scale + x, south * scale + y

    return place


def drawn(arc: list[Point], view: Box) -> list[Point]:
    """The arc in as few points as the sheet allows. One that lies beyond an edge is as good as its two ends."""
    left, top, right, bottom = box_of(arc)
    if right < view[0] or bottom < view[1] or left > view[2] or top > view[3]:
        return [arc[0], arc[-1]]
    return simplified(arc, _BEND)


def joined(numbers: list[int], arcs: list[list[Point]]) -> list[Point]:
    """The closed line that arcs make, one after the other; ~n is arc n from its end."""
    found: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        found += arc[1:] if found else arc
    return found


def _around(rings: list[list[Point]]) -> Box:
    return box_of(point for ring in rings for point in ring)


def _size(ring: list[Point]) -> float:
    left, top, right, bottom = box_of(ring)
    return max(right - left, bottom - top)


def _ring(rings: list[list[Point]], small: float) -> tuple[float, float, float] | None:
    if any(_size(ring) > small for ring in rings):
        return None
    left, top, right, bottom = _around(rings)
    return (left + right) / 2, (top + bottom) / 2, max(right - left, bottom - top) / 2 + small / 2
