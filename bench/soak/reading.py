"""Readers who look at pages as fast as they are given them, and check each against what they could know."""

from __future__ import annotations

import random
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from bench.soak import MARK
from tests.deploy.readers import House, Reader

SLACK = 1.0
"""Seconds from a publication's commit after which an old page is stale."""

PAGES = ("/", "/news/", "/feed/", "/countries/", "/sitemap.xml", "/explore/", "/about/", "/es/", "/search/?q=soak")


@dataclass
class Published:
    """What has been committed, and when: the newest version of each story at any moment of the run."""

    told: dict[int, list[tuple[float, int]]] = field(default_factory=dict)
    paths: dict[int, str] = field(default_factory=dict)

    def add(self, line: dict[str, Any]) -> None:
        self.told.setdefault(line["story"], []).append((line["at"], line["version"]))
        self.paths[line["story"]] = line["path"]

    def newest(self, story: int, before: float) -> int:
        return max((version for at, version in self.told.get(story, ()) if at <= before), default=-1)


@dataclass
class Seen:
    """What a reader met. `milliseconds` of every answer."""

    statuses: Counter[int] = field(default_factory=Counter)
    stale: list[str] = field(default_factory=list)
    back: list[str] = field(default_factory=list)
    mixed: list[str] = field(default_factory=list)
    last_good: int = 0
    milliseconds: list[float] = field(default_factory=list)


def read(site: House, number: int, published: Published, ending: threading.Event) -> Seen:
    """Ask for pages until the end; a vote or a message now and then."""
    seen, known = Seen(), dict[int, int]()
    reader = Reader(site.place, f"10.9.{number // 250}.{number % 250 + 1}")
    choice = random.Random(number)  # noqa: S311  the same walk every time
    while not ending.is_set():
        if choice.random() < 0.02:
            seen.statuses[_write(reader, choice)] += 1
            continue
        stories = list(published.paths.values())
        path = choice.choice(stories) if stories and choice.random() < 0.6 else choice.choice(PAGES)
        begun = time.monotonic()
        answer = reader.ask("GET", path)
        seen.milliseconds.append((time.monotonic() - begun) * 1000)
        seen.statuses[answer.status] += 1
        seen.last_good += answer.headers.get("X-Last-Good") is not None
        _check(path, answer.body, begun, published, known, seen)
    return seen


def _write(reader: Reader, choice: random.Random) -> int:
    if choice.random() < 0.8:
        return reader.post("/feedback/helpful/", {"helpful": "yes", "address": "/about/"}).status
    return reader.post("/feedback/", {"text": "A message of the soak, in words.", "address": "/about/"}).status


def _check(path: str, body: bytes, begun: float, published: Published, known: dict[int, int], seen: Seen) -> None:
    told: dict[int, set[int]] = {}
    for story, version in MARK.findall(body):
        told.setdefault(int(story), set()).add(int(version))
    for story, versions in told.items():
        if len(versions) > 1:
            seen.mixed.append(f"{path} says {sorted(versions)} of story {story}")
        if min(versions) < published.newest(story, begun - SLACK):
            seen.stale.append(f"{path} says {min(versions)} of story {story}")
        if min(versions) < known.get(story, -1):
            seen.back.append(f"{path} says {min(versions)} of story {story} after {known[story]}")
        known[story] = max(known.get(story, -1), *versions)
