"""Plots of a row of numbers as shapes of SVG: geometry only, drawn by `templates/admin/charts/plot.html`.

Shapes have attributes and no style, which the Content-Security-Policy would refuse; a class names what each one means, and the
style sheet gives it its colour. A plot is stretched to the room that it gets, so it holds no words: those stand around it.
Whoever shows one shows its table too.
"""

from collections.abc import Sequence
from math import floor, log10
from typing import NamedTuple

from django.utils.html import format_html
from django.utils.safestring import SafeString

#: The plane of a plot, in its own units: a step for each entry across, this much upwards.
STEP, HEIGHT = 10, 100


class Mark(NamedTuple):
    """A rectangle as a path of SVG: a text, or a page in Spanish would write its numbers with a comma."""

    means: str
    path: str
    words: str


class Plot(NamedTuple):
    """What is drawn, and the words around it: `top` and `bottom` name the ends of the scale, `first` and `last` those of time."""

    title: str
    summary: str
    width: int
    marks: list[Mark]
    legend: list[tuple[str, str]]
    top: str
    middle: str
    bottom: str
    first: str
    last: str


class Range(NamedTuple):
    """Something that lies between two values, with one in between that is known best. `open`: its end is not known."""

    words: str
    low: float
    value: float
    high: float
    open: bool = False


def ceiling(most: float) -> float:
    """A round number that nothing exceeds: 1, 2 or 5 with zeros."""
    if most <= 0:
        return 1
    size = 10.0 ** floor(log10(most))
    return next(step * size for step in (1, 2, 5, 10) if step * size >= most * (1 - 1e-9))


def columns(stacks: Sequence[tuple[str, Sequence[tuple[str, float]]]], top: float) -> list[Mark]:
    """Stacked columns: for each entry its words, and its parts from the bottom up as (meaning, number)."""
    marks = []
    for place, (words, parts) in enumerate(stacks):
        base = 0.0
        for means, number in parts:
            if number:
                marks.append(_mark(means, words, place, base, base + number, top))
            base += number
    return marks


def ranges(entries: Sequence[Range | None], top: float) -> list[Mark]:
    """For each entry a bar from low to high, and a line across it at its value. An entry without a value leaves a gap."""
    marks = []
    for place, entry in enumerate(entries):
        if entry is not None:
            means = "open" if entry.open else "range"
            marks.append(_mark(means, entry.words, place, entry.low, top if entry.open else entry.high, top))
            line = top / HEIGHT
            marks.append(_mark("value", entry.words, place, entry.value - line, entry.value + line, top, margin=0.5))
    return marks


def bar(low: float, value: float, high: float) -> SafeString:
    """One share (0 to 1) lying down: the range that it may lie in, and itself. Its words stand beside it."""
    at = min(max(value * 100, 0.75), 99.25)
    return format_html(
        '<svg class="chart-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        '<path class="chart-range" d="{}"/><path class="chart-value" d="{}"/></svg>',
        _path(low * 100, 2, max(high * 100, low * 100 + 0.5), 8),
        _path(at - 0.75, 0, at + 0.75, 10),
    )


def _mark(means: str, words: str, place: int, low: float, high: float, top: float, margin: float = 1) -> Mark:
    low, high = (min(max(end / top, 0), 1) * HEIGHT for end in (low, high))
    high = max(high, low + 0.5)  # what is there is seen
    left = place * STEP
    return Mark(means, _path(left + margin, HEIGHT - high, left + STEP - margin, HEIGHT - low), words)


def _path(left: float, top: float, right: float, bottom: float) -> str:
    return f"M{_text(left)} {_text(top)}H{_text(right)}V{_text(bottom)}H{_text(left)}Z"


def _text(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
