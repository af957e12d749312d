"""The watch over pages in tests sees what it is for: whatever a page asks of another host is noticed, and never gets there."""

import socket
import threading
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Problems
from tests.ports import free_port


@pytest.mark.parametrize("name", ["elsewhere.example", "127.0.0.1"])
def test_a_request_to_another_host_is_noticed_and_stopped(
    transactional_db: None, open_page: Callable[..., Page], problems: Problems, name: str
) -> None:
    port, met = free_port(), []
    with socket.create_server(("127.0.0.1", port)) as other:
        thread = threading.Thread(target=lambda: met.append(other.accept()), daemon=True)
        thread.start()
        tab = open_page(bypass_csp=True)  # the policy would stop it, too
        tab.goto("/robots.txt")
        tab.evaluate("address => { new Image().src = address }", f"http://{name}:{port}/spy.gif")
        tab.wait_for_timeout(500)
        assert [problem for problem in problems.unexpected if problem.startswith("request to another host")] == [
            f"request to another host: http://{name}:{port}/spy.gif"
        ]
        problems.allow("spy.gif")
        problems.allow("Failed to load resource")
        assert not met
        socket.create_connection(("127.0.0.1", port)).close()
        thread.join(10)
        met[0][0].close()
