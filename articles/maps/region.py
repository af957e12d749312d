"""Maps on which every country of a region has its place: the Americas, and the small countries of their middle, larger."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from articles.maps.drawing import closed_lines
from articles.maps.geometry import Point, area, azimuthal, box_of, clipped
from articles.maps.sheet import AMERICAS, drawn, joined, world

#: On a map of the whole, these are too small to point at: their places are on the map of the middle.
MIDDLE = (
    AMERICAS
    - frozenset(["AR", "BO", "BR", "CA", "CL", "CO", "EC", "FK", "GF", "GL", "GY", "MX", "PE", "PM"])
    - frozenset(["PY", "SR", "US", "UY", "VE"])
)

#: By the name of the map: the point in its middle, kilometres to a unit, and its width and height.
_VIEWS: Mapping[str, tuple[Point, float, tuple[int, int]]] = {
    "americas": ((-77.5, 2.0), 15.2, (640, 800)),
    "middle": ((-76.2, 15.6), 5.9, (640, 360)),
}

_SPECK = 1.5  # units; what is smaller is left out, if it is not all that a country has
_SMALL = 26.0  # units; a country that is smaller gets a ring to point at


@dataclass(frozen=True)
class Place:
    """A country on a map: its outline as path data, the middle of its main part, and a ring's radius if it is small."""

    outline: str
    x: int
    y: int
    ring: int


@dataclass(frozen=True)
class Region:
    """A map: places by their countries' ISO codes, in an order that keeps what is small on top."""

    width: int
    height: int
    places: Mapping[str, Place]


@cache
def region(name: str) -> Region:
    """The map of a name in `_VIEWS`. Drawn once a process."""
    centre, scale, (width, height) = _VIEWS[name]
    project = azimuthal(centre)

    def place(point: Point) -> Point:
        east, south = project(point)
        return east / scale + width / 2, south / scale + height / 2

    view = (-8.0, -8.0, width + 8.0, height + 8.0)
    known = world()
    arcs = [drawn([place(point) for point in arc], view) for arc in known.arcs]
    found: dict[str, tuple[float, Place]] = {}
    for code, rings in known.countries.items():
        lines = [clipped(joined(numbers, arcs), view) for numbers in rings]
        if lines := [line for line in lines if line]:
            main = max(lines, key=area)
            found[code] = (area(main), _place(main, [line for line in lines if line is main or _size(line) > _SPECK]))
    largest_first = sorted(found.items(), key=lambda item: -item[1][0])
    return Region(width, height, {code: place for code, (_area, place) in largest_first})


def _place(main: list[Point], lines: list[list[Point]]) -> Place:
    left, top, right, bottom = box_of(main)
    x, y = _middle(main)
    small = max(right - left, bottom - top) < _SMALL
    return Place(closed_lines(lines), round(x), round(y), round(_SMALL / 2) if small else 0)


def _middle(ring: list[Point]) -> Point:
    """The centre of mass of a closed line's area; of its points, for a line without area."""
    doubled = x = y = 0.0
    for a, b in zip(ring, [*ring[1:], ring[0]], strict=True):
        cross = a[0] * b[1] - b[0] * a[1]
        doubled, x, y = doubled + cross, x + (a[0] + b[0]) * cross, y + (a[1] + b[1]) * cross
    if abs(doubled) < 1e-6:
        left, top, right, bottom = box_of(ring)
        return (left + right) / 2, (top + bottom) / 2
    return x / (3 * doubled), y / (3 * doubled)


def _size(ring: list[Point]) -> float:
    left, top, right, bottom = box_of(ring)
    return max(right - left, bottom - top)
