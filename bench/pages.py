"""python -m bench.pages: what a page that no cache holds costs, with archives of SIZES stories ("1000 10000 100000" unless told).

Each kind of page through the WSGI application, without a server around it: queries, and milliseconds of processor time of
this process and of its sessions of the database. Many pages of a kind are asked for in turn, in a process that has made pages
before but remembers no card, text or picture of them; beside it what they cost when it does, as in the next edition. Feeds find
the items of their stories kept, as a publication leaves them; what one costs that finds none is told, too.

The archives take turns, round by round, so that they are compared within seconds. Whatever else a machine does can only add to
the time that a page takes (it shares memory and caches with us), so the least of the rounds is told beside their middle, which is
what the budget is held against; the growth is the middle of what each round has found. Calls of functions are counted too, which
are the same at every hour. The table goes to docs/performance.md; a kind of page that asks too often, costs too much, or costs
clearly more with the largest archive than with the smallest makes the command fail. Far down a section are the pages around
1,000, or the last full ones.
"""

from __future__ import annotations

import os
import statistics
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass

from bench import apart, place, report
from bench.page_costs import Facts, Spent

QUERIES, MILLISECONDS, GROWTH = 6, 4.0, 1.3
"""The budget of a page; the last is how many times the cost with the smallest archive it may cost with the largest."""

ROUNDS = 9
"""So often is each archive measured; the middle counts."""

#: The kinds of page that the budget is set for; the others are told beside them.
BUDGETED = ("story", "section", "section, far down", "country", "topic", "feed")


@dataclass(frozen=True)
class Kind:
    """One kind of page with one archive."""

    facts: Facts
    rounds: Sequence[Spent]

    @property
    def least(self) -> Spent:
        return min(self.rounds, key=lambda spent: spent.cpu)

    @property
    def middle(self) -> float:
        return statistics.median(spent.cpu for spent in self.rounds)

    @property
    def again(self) -> float:
        return min(spent.again for spent in self.rounds)


def main() -> None:
    sizes = [int(size) for size in os.environ.get("SIZES", "1000 10000 100000").split()]
    archives = _measured(sizes)
    command = f'SIZES="{" ".join(map(str, sizes))}" python -m bench.pages'
    lines = list(_table(sizes, archives))
    print("\n".join(lines))
    report.write("Pages that no cache holds", command, lines)
    missed = [name for name in BUDGETED if not _met(name, [archive[name] for archive in archives])]
    if missed:
        sys.exit(f"Over the budget of {MILLISECONDS} ms, {QUERIES} queries and {GROWTH} times: {', '.join(missed)}")


def _table(sizes: list[int], archives: list[dict[str, Kind]]) -> Iterator[str]:
    told = f"CPU ms: least, middle of {ROUNDS} (database in the least), remembered"
    heads = " | ".join(f"{size:,} stories: {told}" for size in sizes)
    yield f"| page | queries | {heads} | growth | calls, remembered |"
    yield f"| --- | ---: |{' ---: |' * (len(sizes) + 2)}"
    for name in archives[-1]:
        kinds = [archive.get(name) for archive in archives]
        cells = " | ".join(
            f"{kind.least.cpu:.2f}, {kind.middle:.2f} ({kind.least.database:.2f}), {kind.again:.2f}" if kind else ""
            for kind in kinds
        )
        known = [kind for kind in kinds if kind]
        growth = f"{_growth(known):.2f}" if len(known) > 1 else ""
        facts = known[-1].facts
        calls = f"{facts.calls:,}, {facts.calls_again:,}"
        yield f"| {name} | {max(kind.facts.queries for kind in known)} | {cells} | {growth} | {calls} |"


def _met(name: str, kinds: list[Kind]) -> bool:
    """Whether a kind of page keeps to the budget, told as a goal too."""
    dearest, queries = max(kind.middle for kind in kinds), max(kind.facts.queries for kind in kinds)
    growth = _growth(kinds)
    met = dearest <= MILLISECONDS and queries <= QUERIES and growth <= GROWTH
    least, again = max(kind.least.cpu for kind in kinds), max(kind.again for kind in kinds)
    measured = f"{dearest:.2f} ms (least {least:.2f}, remembered {again:.2f}), {queries} queries, × {growth:.2f}"
    report.goal(f"cold page: {name}", measured, f"{MILLISECONDS:g} ms, {QUERIES}, × {GROWTH}", met=met)
    return met


def _growth(kinds: Sequence[Kind]) -> float:
    """How many times what the smallest archive costs the largest one does, as the middle of the rounds has it."""
    pairs = zip(kinds[0].rounds, kinds[-1].rounds, strict=True)
    return statistics.median(largest.cpu / smallest.cpu for smallest, largest in pairs)


def _measured(sizes: list[int]) -> list[dict[str, Kind]]:
    """Each archive is measured in a process of its own, and they take turns."""
    with place.database(sizes[0]) as url, ExitStack() as stack:
        environment = os.environ | {"DATABASE_URL": url}
        processes, facts = [], []
        for size in sizes:  # an archive that is not there yet is built before the next one begins
            processes.append(stack.enter_context(apart.Asked("bench.page_costs", size, environment)))
            facts.append(processes[-1].answer())
        rounds = [[process.ask("round") for process in processes] for _round in range(ROUNDS)]
    return [
        {name: Kind(Facts(*told), [Spent(*one[place][name]) for one in rounds]) for name, told in archive.items()}
        for place, archive in enumerate(facts)
    ]


if __name__ == "__main__":
    main()
