"""What tests in a browser stand on.

- `wide`, `narrow`: a page 1280 or 390 pixels wide; `plain`: one with JavaScript off. `open_page(**options)` makes
  more, with any option of Playwright's `new_context`. Addresses are relative: `wide.goto("/admin/")`.
- `sign_in(page, user)` signs a member of staff in by cookie; the roles' groups exist.
- Nothing is overlooked: a breach of the Content-Security-Policy, an error in the console or in a script, or a request
  to another host (which is stopped) fails the test at its end. A test that means to cause one says so before:
  `problems.allow("404 (Not Found)")`.

Every test with one of these fixtures has the mark `browser` and real transactions.
"""

import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client, override_settings
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, expect
from pytest_django.live_server_helper import LiveServer

# Playwright's loop runs in the thread of the tests, where Django would refuse to touch the database.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

HOST = "localhost"
PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--no-sandbox",  # tests may run as root
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # No other host is reached: that is cheaper than to ask us about every request, for which the browser keeps no cache.
    f"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE {HOST}",
)
PATIENCE = 10_000  # milliseconds until something that should appear counts as missing
expect.set_options(timeout=PATIENCE)

_REPORT_BREACHES = """
document.addEventListener("securitypolicyviolation", (breach) =>
  console.error(`Content-Security-Policy: ${breach.effectiveDirective} stopped ${breach.blockedURI} ${breach.sample}`))
"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """The installed Chromium: the one that CHROMIUM names, or the first of PROGRAMS."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, PROGRAMS)), None)
    if not found or not shutil.which(found):
        pytest.exit("Browser tests need Chromium: apt-get install chromium, or set CHROMIUM to its path.", 4)
    return {"executable_path": found, "args": list(ARGUMENTS)}


@pytest.fixture(scope="session")
def live_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveServer]:
    """The site on a free port; static files come from where they are written, never from what was collected."""
    with override_settings(STATIC_ROOT=tmp_path_factory.mktemp("static")):
        server = LiveServer(HOST)
    yield server
    server.stop()


class Problems:
    """What went wrong in the browser during a test, unless the test allowed it."""

    def __init__(self, site: str) -> None:
        self.site = site
        self.seen: list[str] = []
        self.allowed: list[str] = []

    def allow(self, text: str) -> None:
        """Problems whose description contains `text` are meant."""
        self.allowed.append(text)

    def watch(self, context: BrowserContext) -> None:
        context.add_init_script(_REPORT_BREACHES)
        context.on("console", self._console)
        context.on("weberror", lambda error: self.seen.append(f"script error: {error.error}"))
        context.on("request", self._guard)

    @property
    def unexpected(self) -> list[str]:
        return [problem for problem in self.seen if not any(text in problem for text in self.allowed)]

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.seen.append(f"console: {message.text} ({message.location.get('url', '')})")

    def _guard(self, request: Request) -> None:
        # What a page makes of its own bytes has an address, too, and comes from nowhere.
        if not request.url.removeprefix("blob:").startswith(f"{self.site}/"):
            self.seen.append(f"request to another host: {request.url}")


@pytest.fixture(autouse=True)
def _quick_hands(settings: Any) -> None:
    """A test types faster than a person: forms for readers ask for no patience here."""
    settings.FEEDBACK_LEAST_SECONDS = 0


@pytest.fixture
def problems(live_server: LiveServer) -> Iterator[Problems]:
    """The watch over this test's pages; nothing unexpected may be left in it at the end."""
    watch = Problems(live_server.url)
    yield watch
    assert watch.unexpected == []


@pytest.fixture
def open_page(browser: Any, problems: Problems, roles: None) -> Iterator[Callable[..., Page]]:
    """A function that opens a page in a fresh browser context with the given options of `new_context`."""
    with ExitStack() as opened:

        def open_page(**options: Any) -> Page:
            viewport = {"width": 1280, "height": 900}
            context = browser.new_context(**{"base_url": problems.site, "viewport": viewport, "locale": "en"} | options)
            opened.callback(context.close)
            context.set_default_timeout(PATIENCE)
            problems.watch(context)
            return context.new_page()

        yield open_page
    _let_requests_end()


def _let_requests_end() -> None:
    """Wait for what the site is still answering: a page says good-bye when it closes, and the tables are emptied next."""
    patience = time.monotonic() + PATIENCE / 1000
    quiet = 0
    while quiet < 3 and time.monotonic() < patience:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                " AND pid <> pg_backend_pid() AND state <> 'idle'"
            )
            quiet = 0 if cursor.fetchone()[0] else quiet + 1
        time.sleep(0.05)


@pytest.fixture
def wide(open_page: Callable[..., Page]) -> Page:
    """A page 1280 pixels wide."""
    return open_page()


@pytest.fixture
def narrow(open_page: Callable[..., Page]) -> Page:
    """A page of a telephone, 390 pixels wide."""
    return open_page(viewport={"width": 390, "height": 844})


@pytest.fixture
def plain(open_page: Callable[..., Page]) -> Page:
    """A page 1280 pixels wide with JavaScript off."""
    return open_page(java_script_enabled=False)


def sign_in(page: Page, user: Any) -> None:
    """Sign a member of staff in, in this page's context, without going through the form."""
    client = Client()
    client.force_login(user, backend="newsroom.desk.accounts.StaffBackend")
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    place = {"domain": HOST, "path": cookie["path"]}
    page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "httpOnly": True, **place}])
