"""From any HTML to a small tree without anything dangerous in it, whose names are already the schema's."""

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape

import nh3

from .schema import ATTRIBUTES, BODY, DROPPED_WITH_CONTENT, LINES, LINK_SCHEMES, RENAMED, SCHEMA

_VOID = frozenset({"br", "hr"})
_TEXTLESS = frozenset({"table", "thead", "tbody", "tfoot", "tr"})
_MAX_OPEN = 200  # elements open at once, so that no body can exhaust the stack; tags further in are ignored

_cleaner = nh3.Cleaner(
    tags=(frozenset(SCHEMA) - {BODY}) | frozenset(RENAMED) | LINES,
    clean_content_tags=DROPPED_WITH_CONTENT,
    attributes=ATTRIBUTES,
    url_schemes=LINK_SCHEMES,
    link_rel=None,
)


class Node:
    """An element with its attributes as they came in, and its children: elements and text."""

    def __init__(
        self, tag: str, attributes: Mapping[str, str] | None = None, children: Iterable["Node | str"] = ()
    ) -> None:
        self.tag = RENAMED.get(tag, tag)
        self.attributes = attributes or {}
        self.children = list(children)

    def checked(self) -> dict[str, str]:
        """The attributes that the schema allows, with the values to store, in the schema's order."""
        checks = SCHEMA[self.tag].attributes if self.tag in SCHEMA else {}
        values = {name: check(self.attributes[name]) for name, check in checks.items() if name in self.attributes}
        return {name: value for name, value in values.items() if value is not None}

    def elements(self, *tags: str) -> list["Node"]:
        """Those of its children that are one of these elements."""
        return [child for child in self.children if isinstance(child, Node) and child.tag in tags]

    def descendants(self) -> Iterator["Node"]:
        """Every element inside it, in the order of the text."""
        for child in self.children:
            if isinstance(child, Node):
                yield child
                yield from child.descendants()


def parse(html: str) -> Node:
    """The tree of a body, with BODY as its root. Never raises."""
    # Neither NUL nor half a surrogate pair reaches nh3: it refuses the second.
    cleaned = _cleaner.clean(html.replace("\0", "").encode("utf-8", "ignore").decode())
    root = Node(BODY)
    nodes, ignored, in_lines = [root], 0, 0
    for opened, attributes, closed, text in _TOKEN.findall(cleaned):
        if opened:
            given = {name: unescape(value) for name, value in _ATTRIBUTE.findall(attributes)} if attributes else {}
            node = Node(opened, given)
            if opened in _VOID:
                nodes[-1].children.append(node)
                continue
            if len(nodes) <= _MAX_OPEN:
                nodes[-1].children.append(node)
                nodes.append(node)
                in_lines += opened == "pre"
                continue
            ignored += 1
            text = " "
        elif closed:
            if ignored:
                ignored -= 1
            else:
                in_lines -= nodes.pop().tag == "pre"
            continue
        parent = nodes[-1]
        if ignored:
            parent = next(node for node in reversed(nodes) if node.tag not in _TEXTLESS)
        if "&" in text:
            text = unescape(text)
        if in_lines:
            for line in text.splitlines():
                parent.children += [line, Node("br")]
        else:
            parent.children.append(text)
    return root


#: What nh3 writes: balanced elements with their attributes quoted, and text in which each < is escaped. No comments, no scripts.
_TOKEN = re.compile(r"""<([a-z][a-z0-9]*)((?:\s+[^\s="<>]+="[^"]*")*)\s*>|</([a-z][a-z0-9]*)>|([^<]+|<)""")
_ATTRIBUTE = re.compile(r"""([^\s="<>]+)="([^"]*)\"""")
