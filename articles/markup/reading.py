"""What other parts of the site want to know of a body. Any HTML may be given; only what cleaning keeps is read."""

import re

from .parsing import Node, parse
from .plaintext import visible
from .schema import INLINE

_NOT_RUNNING_TEXT = frozenset({"h2", "h3", "h4", "table", "figure"})


def to_text(html: str) -> str:
    """The words of a body for search: a line for each block, footnotes in [brackets] where their marks stand."""
    return _lines(parse(html), running=False)


def excerpt(html: str, limit: int = 200) -> str:
    """The beginning of the running text in at most ``limit`` characters, cut between words.

    Headings, tables, captions, pull-quotes and footnotes are passed over.
    """
    text = " ".join(_lines(parse(html), running=True).split())
    if len(text) <= limit:
        return text
    whole_words = text[:limit].rpartition(" ")[0] or text[: limit - 1]
    return whole_words.rstrip(" ,;:.–—") + "…"


def word_count(html: str) -> int:
    """How many words a reader meets, footnotes and captions included; a number is a word, so is "U.S."."""
    return len(re.findall(r"\w+(?:[-'’.,]\w+)*", to_text(html)))


def image_ids(html: str) -> list[int]:
    """The library images in a body, in order, each once."""
    return [int(number) for number in _values(html, "figure", "data-image")]


def links(html: str) -> list[str]:
    """The addresses that a body links to, in order, each once."""
    return _values(html, "a", "href")


def embeds(html: str) -> list[str]:
    """The addresses that a body embeds, in order, each once."""
    return _values(html, "figure", "data-embed")


def _values(html: str, tag: str, name: str) -> list[str]:
    found = (node.checked().get(name) for node in parse(html).descendants() if node.tag == tag)
    return list(dict.fromkeys(value for value in found if value is not None))


def _lines(node: Node, *, running: bool) -> str:
    lines = (" ".join(line.split()) for line in _pieces(node, running=running).split("\n"))
    return "\n".join(line for line in lines if line)


def _pieces(node: Node, *, running: bool) -> str:
    if node.tag == "br":
        return "\n"
    children = node.children
    inner = "".join(visible(part) if isinstance(part, str) else _pieces(part, running=running) for part in children)
    if node.tag == "span" and node.checked():
        return f" [{inner.strip()}]" if inner.strip() and not running else ""
    if node.tag in INLINE:
        return inner
    if running and (node.tag in _NOT_RUNNING_TEXT or (node.tag == "blockquote" and node.checked())):
        return "\n"
    return f"\n{inner}\n"
