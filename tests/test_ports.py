"""Ports that tests give to servers are theirs alone."""

import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import ports

ROOT = Path(__file__).resolve().parents[1]

ASK = "from tests import ports; ports._PORTS = range({}, {}); print(ports.free_port())"


@pytest.fixture
def offered(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Let only these ports be chosen from."""

    def offered(*numbers: int) -> None:
        monkeypatch.setattr(ports, "_PORTS", numbers)

    return offered


def test_a_port_is_given_out_once_in_this_process_and_in_no_other(offered: Callable[..., None]) -> None:
    (port,) = ports.free_ports(1)
    offered(port)
    with pytest.raises(RuntimeError, match="no 1 ports"):
        ports.free_port()
    asked = [sys.executable, "-c", ASK.format(port, port + 1)]
    other = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)
    assert "no 1 ports" in other.stderr and not other.stdout


def test_a_port_that_somebody_listens_on_is_passed_over(offered: Callable[..., None]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        offered(taken.getsockname()[1])
        with pytest.raises(RuntimeError, match="no 1 ports"):
            ports.free_port()


def test_a_port_that_was_given_out_can_be_listened_on() -> None:
    one, other = ports.free_ports(2)
    assert one != other
    for port in (one, other):
        with socket.socket() as server:
            server.bind(("127.0.0.1", port))
            server.listen()
