"""What small numbers allow to say: shares with their interval, and times of which some have not ended."""

from collections.abc import Iterable, Sequence
from math import sqrt
from typing import NamedTuple

#: Of the normal distribution, for intervals that hold the true value in 95 of 100 cases.
Z = 1.96


class Share(NamedTuple):
    """`yes` of `of` answers, and between which shares (0 to 1) the truth lies in 95 of 100 such cases."""

    yes: int
    of: int
    low: float
    high: float

    @property
    def value(self) -> float:
        return self.yes / self.of


def share(yes: int, of: int) -> Share | None:
    """The share with its Wilson interval; None if nobody answered. Right for two answers as for a million."""
    if not of:
        return None
    part = yes / of
    spread = Z * sqrt(part * (1 - part) / of + Z**2 / (4 * of**2))
    middle, whole = part + Z**2 / (2 * of), 1 + Z**2 / of
    return Share(yes, of, max(0.0, (middle - spread) / whole), min(1.0, (middle + spread) / whole))


def bound_in_sql(sign: str) -> str:
    """The lower ("-") or upper ("+") end of that interval as SQL, over columns `yes` and `no` of which one is not zero."""
    yes, of, z = "yes::float8", "(yes + no)::float8", str(Z)
    part = f"({yes} / {of})"
    spread = f"{z} * sqrt({part} * (1 - {part}) / {of} + {z} * {z} / (4 * {of} * {of}))"
    return f"(({part} + {z} * {z} / (2 * {of}) {sign} {spread}) / (1 + {z} * {z} / {of}))"


class Lasted(NamedTuple):
    """How many things lasted so long (in seconds) and ended, and how many had lasted so long when they were counted."""

    seconds: float
    ended: int
    going_on: int


class Time(NamedTuple):
    """After how many seconds a certain part had ended. `reached` is False if that part has not: then it takes longer."""

    seconds: float
    reached: bool = True


def times_until(parts: Sequence[float], lasted: Iterable[Lasted]) -> list[Time | None]:
    """After what time each of `parts` (0.5 is the median; rising) of all had ended, as Kaplan and Meier estimate it; None of
    nothing.

    What has not ended counts with its age: it takes at least that long. Left out, the slowest would make the numbers
    better by being slow; counted as ended today, the youngest would.
    """
    rows = sorted(lasted)
    if not rows:
        return [None] * len(parts)
    found: list[Time | None] = []
    there, alive = sum(row.ended + row.going_on for row in rows), 1.0
    for seconds, ended, going_on in rows:
        if ended:
            alive *= 1 - ended / there
            while len(found) < len(parts) and alive <= 1 - parts[len(found)] + 1e-9:
                found.append(Time(seconds))
        there -= ended + going_on
    missing = Time(rows[-1].seconds, reached=False)
    return found + [missing] * (len(parts) - len(found))
