"""Lines and areas on a sphere and on a sheet. Points are pairs: longitude and latitude in degrees, or x and y on a sheet."""

from collections.abc import Callable, Iterable
from math import cos, radians, sin, sqrt

Point = tuple[float, float]
Box = tuple[float, float, float, float]  # west, south, east, north; or left, top, right, bottom

EARTH = 6371.0  # its mean radius in kilometres


def azimuthal(centre: Point) -> Callable[[Point], Point]:
    """Lambert's equal-area projection: degrees → kilometres east and south of `centre`, which nothing near it distorts."""
    longitude, latitude = map(radians, centre)
    sine, cosine = sin(latitude), cos(latitude)

    def project(point: Point) -> Point:
        turn, height = radians(point[0]) - longitude, radians(point[1])
        depth = 1 + sine * sin(height) + cosine * cos(height) * cos(turn)
        scale = EARTH * sqrt(2 / max(depth, 1e-6))  # the point opposite the centre has no place of its own
        x = cos(height) * sin(turn)
        y = cosine * sin(height) - sine * cos(height) * cos(turn)
        return scale * x, -scale * y

    return project


def box_of(points: Iterable[Point]) -> Box:
    """The smallest box around points; there must be one at least."""
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def area(ring: list[Point]) -> float:
    """The area inside a closed line, in its own units squared."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, [*ring[1:], ring[0]], strict=True))) / 2


def simplified(points: list[Point], tolerance: float) -> list[Point]:
    """The line with fewer points, no farther from it than `tolerance`, and the same ends (Douglas and Peucker)."""
    keep = {0, len(points) - 1}
    spans = [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        farthest, distance = 0, tolerance
        for index in range(first + 1, last):
            away = _distance(points[index], points[first], points[last])
            if away > distance:
                farthest, distance = index, away
        if farthest:
            keep.add(farthest)
            spans += [(first, farthest), (farthest, last)]
    return [points[index] for index in sorted(keep)]


def _distance(point: Point, start: Point, end: Point) -> float:
    """From a point to the line between two others, or to the point that these both are."""
    x, y = point[0] - start[0], point[1] - start[1]
    right, down = end[0] - start[0], end[1] - start[1]
    square = right * right + down * down
    along = max(0.0, min(1.0, (x * right + y * down) / square)) if square else 0.0
    return sqrt((x - along * right) ** 2 + (y - along * down) ** 2)


def clipped(ring: list[Point], box: Box) -> list[Point]:
    """The part of a closed line's area inside a box, as one closed line that may run along the edges; or nothing.

    Sutherland and Hodgman's way: cut with one edge after the other.
    """
    for axis in (0, 1):
        for limit, sign in ((box[axis], 1), (box[axis + 2], -1)):
            ring = _cut(ring, axis, limit, sign)
    return ring


def _cut(ring: list[Point], axis: int, limit: float, sign: int) -> list[Point]:
    """What of the ring is on one side of a line across an axis."""
    kept: list[Point] = []
    before = ring[-1] if ring else (0.0, 0.0)
    for point in ring:
        inside, was_inside = (point[axis] - limit) * sign >= 0, (before[axis] - limit) * sign >= 0
        if inside != was_inside:
            share = (limit - before[axis]) / (point[axis] - before[axis])
            other = before[1 - axis] + share * (point[1 - axis] - before[1 - axis])
            kept.append((limit, other) if axis == 0 else (other, limit))
        if inside:
            kept.append(point)
        before = point
    return kept
