"""Ports for servers that tests start: free when they are given out, and nobody else's until this process ends.

A port that the kernel chose and got back is soon given to somebody else, for any connection may be its next user. These are
below the range that the kernel chooses from, and among processes of tests the UDP port of the same number, which no server
here listens on, says that one is taken.
"""

import random
import socket

_PORTS = range(10_000, 30_000)
_HOST = "127.0.0.1"

_held: list[socket.socket] = []


def free_ports(count: int) -> list[int]:
    """So many of them; raises RuntimeError if this machine has none left."""
    found: list[int] = []
    for port in random.SystemRandom().sample(_PORTS, len(_PORTS)):
        if len(found) == count:
            return found
        if _take(port):
            found.append(port)
    raise RuntimeError(f"no {count} ports of {_PORTS} are free")


def free_port() -> int:
    (port,) = free_ports(1)
    return port


def _take(port: int) -> bool:
    sign = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    try:
        sign.bind((_HOST, port))
        with socket.socket() as probe:
            probe.bind((_HOST, port))
    except OSError:
        sign.close()
        return False
    _held.append(sign)
    return True
