"""Many requests for one address by wrk, and what they cost the processes that answered, by the kernel's own account."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

CONNECTIONS = 16


@dataclass
class Load:
    """What is asked of which processes, and what each round came to: microseconds of processor time a request."""

    name: str
    url: str
    pid: int
    headers: dict[str, str]
    costs: list[float] = field(default_factory=list)

    def round(self, seconds: int) -> None:
        """Ask for as long as that, over connections that stay open. Ends the program if an answer was not a good one."""
        before = processor(self.pid)
        said = [word for name, value in self.headers.items() for word in ("-H", f"{name}: {value}")]
        command = [_wrk(), "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", *said, self.url]
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        if "Non-2xx" in told or "Socket errors" in told:
            sys.exit(f"{self.name}: not every answer was a good one.\n{told}")
        requests = re.search(r"(\d+) requests in", told)
        assert requests, told
        self.costs.append((processor(self.pid) - before) / int(requests[1]))


def processor(pid: int) -> float:
    """Microseconds of processor time that this process and all below it have used."""
    total, found = 0.0, [pid]
    while found:
        tasks = Path(f"/proc/{found.pop()}/task")
        for task in tasks.iterdir():
            total += int((task / "schedstat").read_text().split()[0]) / 1000
            found += map(int, (task / "children").read_text().split())
    return total


def _wrk() -> str:
    return shutil.which("wrk") or sys.exit("This measurement needs wrk (Debian: apt-get install wrk).")
