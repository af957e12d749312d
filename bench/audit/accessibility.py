"""axe in Chromium: pages of every kind, in both languages, light and dark, on a wide screen and on a telephone's."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product
from typing import Any, Literal

from playwright.sync_api import BrowserContext, Route, sync_playwright

from bench.audit import tools
from bench.audit.pages import Page
from bench.audit.report import Finding, Row, Section, counted
from bench.audit.site import Site

#: How many pages of one kind are looked at in each language: those with the most on them.
EACH = 2
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
WIDTHS = {"wide": 1280, "phone": 390}  # CSS pixels
#: Off unless asked for, although WCAG 2.2 AA has it.
_ALSO = {"target-size": {"enabled": True}}

#: Kinds of the contract that depend on what the demonstration holds.
_EXPECTED = ("tag", "announcement", "later page", "explore")
_KEPT = ("content-type", "content-language", "content-security-policy")

# A link that changes its colour slowly is looked at when it has done so.
_RUN = """async (rules) => {
  await Promise.allSettled(document.getAnimations().map(({finished}) => finished));
  const {violations} = await axe.run(document, {rules, resultTypes: ["violations"]});
  return violations.flatMap(({id, help, impact, nodes}) =>
    nodes.map(({target}) => ({id, help, impact, target: target.join(" ")})));
}"""


def check(site: Site, pages: Sequence[Page]) -> Section:
    chosen = _chosen(pages)
    findings = _findings(site, chosen)
    kinds = len({page.kind for page in chosen})
    rows: list[Row] = []
    for scheme, language in product(SCHEMES, ("en", "es")):
        looked_at = sum(page.language == language for page in chosen)
        rows.append(
            counted(
                f"accessibility, {scheme}, {language}, 390 and 1280 px",
                tools.version("axe-core"),
                findings[scheme, language],
                of=f"{looked_at} pages of {kinds} kinds",
            )
        )
    missing = [kind for kind in _EXPECTED if not any(kind in page.kind for page in pages)]
    left_out = [f"Page kinds that the demonstration doesn't have: {', '.join(missing)}."] if missing else []
    return Section(
        rows,
        [
            *left_out,
            f"axe looks at the {EACH} fullest pages of each kind in each language, not at all {len(pages)}: the others come"
            " from the same templates.",
        ],
    )


def _chosen(pages: Sequence[Page]) -> list[Page]:
    of_kind: dict[tuple[str, str], list[Page]] = defaultdict(list)
    for page in pages:
        of_kind[page.kind, page.language].append(page)
    return [page for kind in of_kind.values() for page in sorted(kind, key=lambda page: -len(page.body))[:EACH]]


def _findings(site: Site, pages: Sequence[Page]) -> dict[tuple[str, str], list[Finding]]:
    axe = (tools.MODULES / "axe-core/axe.min.js").read_text()
    found: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    with sync_playwright() as playwright:
        flags = [*tools.BROWSER_FLAGS, *site.browser_flags]
        browser = playwright.chromium.launch(executable_path=tools.browser(), args=flags)
        context = browser.new_context(ignore_https_errors=True)
        for page in pages:
            for scheme, finding in _of_page(context, site, page, axe):
                found[scheme, page.language].append(finding)
        browser.close()
    return found


def _of_page(context: BrowserContext, site: Site, page: Page, axe: str) -> Iterator[tuple[str, Finding]]:
    """What axe finds on a page as it was answered; the styles and pictures are asked of the site."""
    tab = context.new_page()
    address = site.url + page.path

    def answer(route: Route) -> None:
        if route.request.url == address and route.request.is_navigation_request():
            route.fulfill(status=page.status, headers=_headers(page), body=page.body)
        else:
            route.continue_()

    tab.route("**/*", answer)
    tab.goto(address)
    tab.evaluate(axe)
    for (width, pixels), scheme in product(WIDTHS.items(), SCHEMES):
        tab.set_viewport_size({"width": pixels, "height": 900})
        tab.emulate_media(color_scheme=scheme)
        results: list[dict[str, Any]] = tab.evaluate(_RUN, _ALSO)
        for result in results:
            said = f"{result['impact']}: {result['help']} (`{result['id']}`, {width}: `{result['target']}`)"
            yield scheme, Finding(page.path, said)
    tab.close()


def _headers(page: Page) -> dict[str, str]:
    """Those that say what the page is and may do; its length and encoding are the browser's business here."""
    return {name: value for name, value in page.headers.items() if name in _KEPT}
