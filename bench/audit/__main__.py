"""python -m bench.audit [--only CHECK ...]

Starts the demonstration edition, has every check look at it, prints one table and writes it to docs/audit.md. Ends with
1 if a goal is missed. With --only nothing is written.
"""

import argparse
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from bench.audit import accessibility, feeds, lighthouse, pages, report, site, structured_data, tools, valid_html

ROOT = Path(__file__).resolve().parents[2]
REPORT = ROOT / "docs/audit.md"

#: What needs the running site comes first: the last pages are those of a site without its database.
ON_THE_SITE: Mapping[str, Callable[[site.Site, Sequence[pages.Page]], report.Section]] = {
    "lighthouse": lighthouse.check,
    "feeds": feeds.check,
}
ON_ITS_PAGES: Mapping[str, Callable[[site.Site, Sequence[pages.Page]], report.Section]] = {
    "html": valid_html.check,
    "accessibility": accessibility.check,
    "structured-data": structured_data.check,
}

HOW = """\
Everything was judged as readers get it: the demonstration edition behind nginx with `deploy/nginx.conf` (TLS, HTTP/2, gzip),
the application as `docker-compose.yml` runs it, static files collected and compressed, pictures made by the worker. `make run`
has no nginx in front, so its numbers would be those of nobody's site. Lighthouse is the middle of three runs
with its default telephone and its simulated slow network; its performance depends on the machine, the rest doesn't."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="make audit", description="Have the demonstration edition judged.")
    parser.add_argument("--only", nargs="+", choices=[*ON_THE_SITE, *ON_ITS_PAGES], help="these checks; writes nothing")
    options = parser.parse_args()
    try:
        sections = _judge(options.only or [*ON_THE_SITE, *ON_ITS_PAGES])
    except tools.MissingToolError as missing:
        _tell(str(missing))
        return 2
    _tell("", report.table(sections), report.findings(sections))
    if not options.only:
        REPORT.write_text(report.document(sections, how=HOW, on=datetime.now(UTC).date()))
        _tell("", f"Written to {REPORT.relative_to(ROOT)}.")
    return 0 if report.all_met(sections) else 1


def _judge(wanted: Sequence[str]) -> list[report.Section]:
    _tell("Starting the demonstration edition behind nginx ...")
    sections = []
    with site.running() as running:
        found = pages.every_page(running)
        for name, check in ON_THE_SITE.items():
            if name in wanted:
                sections.append(_timed(name, check, running, found))
        found += pages.broken_pages(running)
        for name, check in ON_ITS_PAGES.items():
            if name in wanted:
                sections.append(_timed(name, check, running, found))
    return sections


def _timed(
    name: str,
    check: Callable[[site.Site, Sequence[pages.Page]], report.Section],
    running: site.Site,
    found: Sequence[pages.Page],
) -> report.Section:
    start = time.monotonic()
    section = check(running, found)
    _tell(f"{name}: {time.monotonic() - start:.0f} s", *(f"  {row.what}: {row.found}" for row in section.rows))
    return section


def _tell(*lines: str) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
