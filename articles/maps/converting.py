"""Made `americas.json` once, from the countries of Natural Earth at 1:50 million; nothing that runs the site imports it.

The source is `countries-50m.json` of the npm package world-atlas 2.0.2 (ISC licence; the data are in the public domain).
To make the file again: `python -m articles.maps.converting countries-50m.json`.

The result keeps what TopoJSON is for: a border is one arc that both neighbours refer to, so that it can be simplified
for any scale and never gapes. Only one hemisphere is kept. Its longitudes run on without a seam: what
crosses the antimeridian in the source is unwrapped and cut here, so that Chukotka comes out west of Alaska.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from math import cos, radians
from pathlib import Path
from typing import Any

from babel.core import get_global

from articles.maps.geometry import Box, Point, area, box_of, clipped, simplified
from articles.maps.sheet import AMERICAS

Ring = list[int]  # numbers of arcs; ~n is arc n from its end

#: Beyond the Americas it holds what a map of Greenland shows of Europe, and Chukotka.
HEMISPHERE: Box = (-195.0, -75.0, 35.0, 84.0)
#: The file holds whole hundredths of a degree, about a kilometre.
UNITS = 100
#: Territories that the source draws as parts of a state, by the box that they lie in.
PARTS: dict[str, tuple[str, Box]] = {
    "GF": ("FR", (-55, 1, -51, 7)),
    "GP": ("FR", (-62, 15.7, -60.9, 16.6)),
    "MQ": ("FR", (-61.4, 14.2, -60.7, 15)),
    "BQ": ("NL", (-69, 11.5, -62, 18)),
}
#: Long coasts do without their smallest islands (square degrees) and their finest bends (degrees).
LONG_COASTS = frozenset({"AR", "BR", "CA", "CL", "GL", "MX", "US"})
ISLAND = 0.04
FINE, COARSE = 0.012, 0.035


def main(source: Path, target: Path) -> None:
    """Convert the file."""
    world = json.loads(source.read_text())
    scale, offset = world["transform"]["scale"], world["transform"]["translate"]
    arcs = [list(_decoded(arc, scale, offset)) for arc in world["arcs"]]
    kept: dict[str, list[Ring]] = {}
    for country in world["objects"]["countries"]["geometries"]:
        for ring in _outer_rings(country):
            code = _code(country, _points(ring, arcs))
            kept.setdefault(code, []).extend(_in_the_hemisphere(code, ring, arcs))
    target.write_text(json.dumps(_compact(kept, arcs), separators=(",", ":")) + "\n")


def _decoded(arc: Iterable[tuple[int, int]], scale: Point, offset: Point) -> Iterator[Point]:
    """The points of a TopoJSON arc: each is told as its distance from the one before."""
    x = y = 0
    for east, north in arc:
        x, y = x + east, y + north
        yield x * scale[0] + offset[0], y * scale[1] + offset[1]


def _outer_rings(country: Mapping[str, Any]) -> Iterator[Ring]:
    """The coasts and borders of a country; what they enclose is left out, for an enclave is drawn by itself."""
    polygons = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
    for polygon in polygons:
        yield polygon[0]


def _points(ring: Ring, arcs: list[list[Point]]) -> list[Point]:
    """The ring's line, with longitudes that run on where it crosses the antimeridian."""
    found: list[Point] = []
    for number in ring:
        for x, y in arcs[number] if number >= 0 else arcs[~number][::-1]:
            turns = round((found[-1][0] - x) / 360) if found else 0
            found.append((x + 360 * turns, y))
    return found


def _code(country: Mapping[str, Any], ring: list[Point]) -> str:
    """The ISO 3166 alpha-2 code; CLDR knows the numeric ones as aliases. Empty for what has none."""
    code = str(get_global("territory_aliases").get(country.get("id", ""), [""])[0])
    for part, (state, box) in PARTS.items():
        if code == state and _within(ring, box):
            return part
    return code


def _in_the_hemisphere(code: str, ring: Ring, arcs: list[list[Point]]) -> Iterator[Ring]:
    """The ring itself if it lies inside; else the parts of it that do, each as a new arc of its own."""
    points = _points(ring, arcs)
    if area(points) * cos(radians(points[0][1])) < (ISLAND if _is_coarse(code) else 0):
        return
    for moved in (points, [(x - 360, y) for x, y in points], [(x + 360, y) for x, y in points]):
        if moved is points and _within(points, HEMISPHERE) and _is_near(points) and not _crosses(ring, arcs):
            yield ring
        elif (part := clipped(moved, HEMISPHERE)) and _is_near(part):
            arcs.append([*part, part[0]])
            yield [len(arcs) - 1]


def _crosses(ring: Ring, arcs: list[list[Point]]) -> bool:
    """Whether the source takes the ring over the antimeridian."""
    lines = (arcs[number if number >= 0 else ~number] for number in ring)
    return any(abs(a[0] - b[0]) > 180 for line in lines for a, b in pairwise(line))


def _within(ring: list[Point], box: Box) -> bool:
    west, south, east, north = box_of(ring)
    return box[0] <= west and box[1] <= south and east <= box[2] and north <= box[3]


def _is_near(ring: list[Point]) -> bool:
    """Whether a map of an American country could show it."""
    west, _south, _east, north = box_of(ring)
    return -172 < west < -10 or (west < 10 and north > 0) or north > 54


def _is_coarse(code: str) -> bool:
    return code in LONG_COASTS or code not in AMERICAS


def _compact(kept: Mapping[str, list[Ring]], arcs: list[list[Point]]) -> dict[str, Any]:
    """The kept rings, over simplified arcs with new numbers."""
    numbers: dict[int, int] = {}
    bends: dict[int, float] = {}
    for code, rings in kept.items():
        for number in (number if number >= 0 else ~number for ring in rings for number in ring):
            numbers.setdefault(number, len(numbers))
            bends[number] = min(bends.get(number, COARSE), COARSE if _is_coarse(code) else FINE)
    return {
        "arcs": [_flat(simplified(arcs[number], bends[number])) for number in numbers],
        "countries": {
            code: [[numbers[number] if number >= 0 else ~numbers[~number] for number in ring] for ring in kept[code]]
            for code in sorted(kept)
            if kept[code]
        },
    }


def _flat(points: list[Point]) -> list[int]:
    """The steps of a line in whole units: east, north, east, north … from zero."""
    steps: list[int] = []
    x = y = 0
    for longitude, latitude in points:
        east, north = round(longitude * UNITS) - x, round(latitude * UNITS) - y
        x, y = x + east, y + north
        steps += [east, north]
    return steps


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(__file__).parent / "americas.json")
