"""python -m bench.quality.related: how good related content is, beside simpler ways; writes its part of docs/quality.md.

Measured against the links that editors made between posts of digital.gov: a post should list what its editors linked it to.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import bm25s
import Stemmer

from bench import place, report
from bench.quality.measures import ndcg_at_10
from bench.quality.posts import Post, read
from bench.quality.relating import FORMS, LENGTH

PAGE = place.ROOT / "docs" / "quality.md"

Lists = Mapping[str, Sequence[str]]


def main() -> None:
    try:
        posts = read(Path(os.environ.get("SAMPLE_DATA") or ""))
    except FileNotFoundError as missing:
        sys.exit(f"SAMPLE_DATA must name the folder that holds the posts: {missing}")
    judged = [post for post in posts if post.links]
    lines = [
        f"{len(posts)} posts of digital.gov; {len(judged)} of them hold {sum(len(post.links) for post in judged)} links that"
        " editors made to other posts. `links`: these are right. `topics`: what has the same topics is, by the share of them"
        " (a method that reads topics is not judged by them). A post is published once with the words of its links, which often"
        " are the headline of the other post, and once without.",
        "",
        "| text of a post | method | nDCG@10, links | precision@3, links | nDCG@10, topics |",
        "| --- | --- | ---: | ---: | ---: |",
        _line("", "the newest with a shared topic, today", posts, _newest(posts), topics=False),
        _line("", "the newest with a shared topic, on its day", posts, _newest(posts, of_its_day=True), topics=False),
    ]
    for form, told in FORMS.items():
        lines.append(_line(told, "BM25 of all words (bm25s, stemmed)", posts, _bm25(posts, form)))
        site = _of_site(form)
        lines.append(_line(told, "this site, words alone", posts, {key: found["words"] for key, found in site.items()}))
        lines.append(_line(told, "this site", posts, {key: found["site"] for key, found in site.items()}, topics=False))
    print("\n".join(lines))
    report.write("Related content", "make bench-quality", lines, page=PAGE, head="# How good it is\n")


def _line(told: str, how: str, posts: Sequence[Post], lists: Lists, *, topics: bool = True) -> str:
    judged = [post for post in posts if post.links]
    linked = [(dict.fromkeys(post.links, 1), lists[post.key]) for post in judged]
    ndcg = _mean(ndcg_at_10(found, gains) for gains, found in linked)
    precision = _mean(sum(key in gains for key in found[:3]) / 3 for gains, found in linked)
    by_topic = f"{_by_topics(judged, posts, lists):.3f}" if topics else ""
    return f"| {told} | {how} | {ndcg:.3f} | {precision:.3f} | {by_topic} |"


def _by_topics(judged: Sequence[Post], posts: Sequence[Post], lists: Lists) -> float:
    """Gain is the share of topics that two posts have in common of those that either has (Jaccard)."""
    values = []
    for post in judged:
        mine = set(post.topics)
        gains = {
            other.key: len(mine & set(other.topics)) / len(mine | set(other.topics))
            for other in posts
            if other is not post and mine & set(other.topics)
        }
        if gains:
            values.append(ndcg_at_10(lists[post.key], gains))
    return _mean(values)


def _mean(values) -> float:
    values = list(values)
    return sum(values) / len(values)


def _newest(posts: Sequence[Post], *, of_its_day: bool = False) -> Lists:
    """What many sites do: the newest posts with the same topic, of all or of those that were there when a post appeared."""
    by_topic = defaultdict(list)
    for post in reversed(posts):
        for topic in post.topics:
            by_topic[topic].append(post)
    found = {}
    for post in posts:
        there = {
            topic: [other for other in by_topic[topic] if other != post and not (of_its_day and other.at > post.at)]
            for topic in post.topics
        }
        others = {other.key: other for rows in there.values() for other in rows[:LENGTH]}
        newest = sorted(others.values(), key=lambda other: (other.at, other.key), reverse=True)
        found[post.key] = [other.key for other in newest[:LENGTH]]
    return found


def _bm25(posts: Sequence[Post], form: str) -> Lists:
    """Every distinct word of a post asked as a question."""
    texts = [" ".join([post.title, post.summary, *getattr(post, form)]) for post in posts]
    stemmer = Stemmer.Stemmer("english")
    tokens = bm25s.tokenize(texts, stemmer=stemmer, show_progress=False, return_ids=False)
    model = bm25s.BM25()
    model.index(tokens, show_progress=False)
    asked = [sorted(set(words)) for words in tokens]
    rows, _scores = model.retrieve(asked, k=LENGTH + 1, show_progress=False)
    return {
        post.key: [posts[place].key for place in row if posts[place] is not post][:LENGTH]
        for post, row in zip(posts, rows, strict=True)
    }


def _of_site(form: str) -> dict[str, dict[str, list[str]]]:
    command = [sys.executable, "-m", "bench.quality.relating", form]
    done = subprocess.run(command, cwd=place.ROOT, check=True, stdout=subprocess.PIPE, text=True)
    # The posts with all their words are published first: the other form is made from them.
    return {line["post"]: line for line in map(json.loads, done.stdout.splitlines())}


if __name__ == "__main__":
    main()
