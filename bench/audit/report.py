"""What every check hands back, and the one table that is made of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong: where (an address of the site), and what the tool says about it."""

    where: str
    said: str


@dataclass(frozen=True)
class Row:
    """A line of the table: what was looked at, by which tool, the goal, and what was found. Met or not, no third way."""

    what: str
    tool: str
    goal: str
    found: str
    met: bool
    findings: Sequence[Finding] = ()


@dataclass(frozen=True)
class Section:
    """What one check found, and what it leaves out, with the reason."""

    rows: Sequence[Row]
    left_out: Sequence[str] = field(default_factory=tuple)


def counted(what: str, tool: str, findings: Iterable[Finding], *, of: str) -> Row:
    """A row of a tool that should find nothing in `of`."""
    found = sorted(set(findings), key=lambda finding: (finding.said, finding.where))
    return Row(what, tool, "0", f"{len(found)} in {of}", not found, found)


def table(sections: Sequence[Section]) -> str:
    """The rows of all sections as one Markdown table."""
    lines = ["| what | tool | goal | found | met |", "| --- | --- | --- | --- | --- |"]
    for row in _rows(sections):
        lines.append(f"| {row.what} | {row.tool} | {row.goal} | {row.found} | {'yes' if row.met else '**no**'} |")
    return "\n".join(lines)


def findings(sections: Sequence[Section], *, most: int = 3) -> str:
    """What is behind the rows whose goal is missed: each complaint once, with up to `most` of the pages it is about."""
    lines: list[str] = []
    for row in _rows(sections):
        by_words: dict[str, list[str]] = {}
        for finding in row.findings:
            by_words.setdefault(finding.said, []).append(finding.where)
        if by_words:
            lines += ["", f"{row.what} ({row.tool}):", ""]
        for said, places in by_words.items():
            more = f" and {len(places) - most} more" if len(places) > most else ""
            lines.append(f"- {said}: {', '.join(places[:most])}{more}")
    return "\n".join(lines)


def document(sections: Sequence[Section], *, how: str, on: date) -> str:
    """The whole of docs/audit.md."""
    left_out = [f"- {reason}" for section in sections for reason in section.left_out]
    parts = [
        "# The audit",
        f"Made by `make audit` on {on.isoformat()}; don't edit it by hand.",
        how,
        table(sections),
        "## What is left out, and why",
        "\n".join(left_out),
    ]
    if missed := findings(sections):
        parts += ["## What was found", missed.strip()]
    return "\n\n".join(parts) + "\n"


def all_met(sections: Sequence[Section]) -> bool:
    return all(row.met for row in _rows(sections))


def _rows(sections: Sequence[Section]) -> list[Row]:
    return [row for section in sections for row in section.rows]
