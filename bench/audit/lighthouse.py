"""Lighthouse with its phone profile: the middle of several runs in each of its four categories."""

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from bench.audit import tools
from bench.audit.pages import SEARCHES, Page
from bench.audit.report import Finding, Row, Section
from bench.audit.site import Site

GOAL = 95
RUNS = 3
TRIES = 3
#: The kinds of pages that are measured: the first of each kind in English, searches with the first question.
KINDS = ("home", "story", "country", "search")
CATEGORIES = {
    "performance": "performance",
    "accessibility": "accessibility",
    "best-practices": "best practices",
    "seo": "SEO",
}
#: A page that robots.txt keeps away on purpose can't pass these audits of "SEO"; Lighthouse is told to leave them out.
_CLOSED = {"search": ("is-crawlable",)}
_LEFT_OUT = (
    "Lighthouse, `is-crawlable` on the search page: answers to searches are closed to search engines on purpose (noindex"
    " and robots.txt, as Google asks of them), and this one audit would take the page's whole SEO score down.",
)

Report = Mapping[str, Any]


def check(site: Site, pages: Sequence[Page]) -> Section:
    rows = [row for kind in KINDS for row in _rows(kind, _measured(site, _chosen(kind, pages), _CLOSED.get(kind, ())))]
    return Section(rows, _LEFT_OUT)


def _chosen(kind: str, pages: Sequence[Page]) -> Page:
    of_kind = [page for page in pages if (page.kind, page.language) == (kind, "en")]
    # Of two rows of one kind the one with more on its page is the harder test.
    return max(of_kind, key=lambda page: (SEARCHES["en"][0] in page.path, len(page.body)))


def _measured(site: Site, page: Page, skipped: Sequence[str]) -> list[Report]:
    return [_run(site, page.path, skipped) for _ in range(RUNS)]


def _run(site: Site, path: str, skipped: Sequence[str]) -> Report:
    """One report. On a busy machine Lighthouse now and then loses the trace of a page, says so, and asks for another try."""
    for _ in range(TRIES):
        report = _attempted(site, path, skipped)
        problem = report.get("runtimeError")
        if not problem:
            return report
    raise RuntimeError(f"Lighthouse could not look at {path}, {TRIES} times: {problem['message']}")


def _attempted(site: Site, path: str, skipped: Sequence[str]) -> Report:
    flags = ["--headless=new", *tools.BROWSER_FLAGS, *(_quoted(flag) for flag in site.browser_flags)]
    with tempfile.TemporaryDirectory(prefix="newsroom-lighthouse-") as folder:
        result = Path(folder) / "report.json"
        done = tools.run(
            "node",
            tools.MODULES / "lighthouse/cli/index.js",
            site.url + path,
            "--output=json",
            f"--output-path={result}",
            f"--only-categories={','.join(CATEGORIES)}",
            *(f"--skip-audits={audit}" for audit in skipped),
            "--form-factor=mobile",
            "--quiet",
            f"--chrome-flags={' '.join(flags)}",
            CHROME_PATH=tools.browser(),
        )
        report: Report = tools.answer(done, result.read_text() if result.exists() else "")
        return report


def _quoted(flag: str) -> str:
    name, equals, value = flag.partition("=")
    return f'{name}="{value}"' if equals else flag


def _rows(kind: str, reports: Sequence[Report]) -> list[Row]:
    tool = f"{tools.version('lighthouse')}, phone"
    path = reports[0]["requestedUrl"].partition("//")[2].partition("/")[2]
    rows = []
    for key, name in CATEGORIES.items():
        scores = [round(100 * report["categories"][key]["score"]) for report in reports]
        middle = round(median(scores))
        found = f"{middle}" if len(set(scores)) == 1 else f"{middle} ({min(scores)} to {max(scores)})"
        findings = [] if middle >= GOAL else _below(reports, key, f"/{path}")
        rows.append(Row(f"{kind} `/{path}`, {name}", tool, f"≥ {GOAL}", found, middle >= GOAL, findings))
    return rows


def _below(reports: Sequence[Report], category: str, path: str) -> list[Finding]:
    """The audits that cost the category points in the run in the middle."""
    report = sorted(reports, key=lambda report: report["categories"][category]["score"])[len(reports) // 2]
    found = []
    for reference in report["categories"][category]["auditRefs"]:
        audit = report["audits"][reference["id"]]
        if reference["weight"] and audit["score"] is not None and audit["score"] < 1:
            value = f" ({audit['displayValue']})" if audit.get("displayValue") else ""
            found.append(Finding(path, f"{audit['title']}{value}"))
    return found
