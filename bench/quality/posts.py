"""Posts of a real news site, and which of them its editors linked to each other: what related content is measured against."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

#: The posts of digital.gov within the folder that SAMPLE_DATA names.
POSTS = "related/digitalgov_news.jsonl.gz"

_LINK = re.compile(r"\[([^\]]*)\]\((?:\{\{.*?\}\}|[^)]*)\)", re.DOTALL)
_ANCHOR = re.compile(r"<a\s[^>]*>(.*?)</a>", re.DOTALL | re.IGNORECASE)
_NO_WORDS = re.compile(r"\{\{[<%].*?[>%]\}\}|<[^>]+>|https?://\S+", re.DOTALL)


@dataclass(frozen=True)
class Post:
    """One post as plain text, in paragraphs: with the words of its links, and without them."""

    key: str
    title: str
    summary: str
    at: datetime
    topics: Sequence[str]
    links: Sequence[str]
    whole: Sequence[str]
    without_links: Sequence[str]


def read(folder: Path) -> list[Post]:
    """All posts, the oldest first; `links` hold each linked post once and never the post itself. Raises FileNotFoundError."""
    with gzip.open(folder / POSTS, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    known = {row["id"] for row in rows}
    posts = [_post(row, known) for row in rows]
    return sorted(posts, key=lambda post: (post.at, post.key))


def _post(row: dict, known: set[str]) -> Post:
    return Post(
        key=row["id"],
        title=(row["title"] or "").strip(),
        summary=(row["summary"] or "").strip(),
        at=datetime.strptime(row["date"][:10], "%Y-%m-%d").replace(tzinfo=UTC),
        topics=sorted(set(row["topics"] or ())),
        links=[key for key in dict.fromkeys(row["links_to"]) if key in known and key != row["id"]],
        whole=_paragraphs(row["body_md"] or "", r"\1"),
        without_links=_paragraphs(row["body_md"] or "", " "),
    )


def _paragraphs(markdown: str, linked: str) -> list[str]:
    plain = _NO_WORDS.sub(" ", _ANCHOR.sub(linked, _LINK.sub(linked, markdown)))
    return [text for part in re.split(r"\n\s*\n", plain) if (text := " ".join(part.split()))]
