"""One shape for every body: the same content always gives the same bytes, whichever editor it came from."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from html import escape
from itertools import groupby, takewhile
from typing import NamedTuple

import nh3

from .parsing import Node, parse
from .plaintext import visible
from .schema import ATTRIBUTES, BODY, DROPPED_WITH_CONTENT, LINK_SCHEMES, MARKS, SCHEMA, safe_href

_MAX_NESTING = 8  # lists, quotes and table cells inside each other; what is further in becomes paragraphs

Marks = tuple[tuple[str, str], ...]  # pairs of element and the value of its attribute, in the order of MARKS

_cleaner = nh3.Cleaner(
    tags=frozenset(SCHEMA) - {BODY},
    clean_content_tags=DROPPED_WITH_CONTENT,
    attributes=ATTRIBUTES,
    attribute_filter=lambda tag, name, value: SCHEMA[tag].attributes[name](value),
    url_schemes=LINK_SCHEMES,
    link_rel=None,
)


def clean(html: str) -> str:
    """Any HTML as a stored body: only what SCHEMA allows, in its one shape.

    Scripts, styles, frames and drawings go with their content; all other text stays, in its order. Never raises;
    ``clean(clean(html)) == clean(html)``.
    """
    # What was just built is safe already; the sanitiser has the last word, so that safety never rests on this module.
    return _cleaner.clean("".join(_built(html)))


def blocks(html: str) -> list[str]:
    """The blocks at the top of a body, each as it is stored: ``"".join(blocks(html)) == clean(html)``."""
    return [_cleaner.clean(block) for block in _built(html)]


def _built(html: str) -> list[str]:
    flow = _Flow(SCHEMA[BODY].children)
    flow.add(parse(html))
    return [block.html for block in flow.close()]


class _Run(NamedTuple):
    """Text under the same marks; its only white space is a space, a no-break space, or a newline for ``br``."""

    text: str
    marks: Marks


class _Block(NamedTuple):
    tag: str
    html: str
    inner: str


class _Flow:
    """Puts what stands in one container into the blocks that it may hold; loose text becomes paragraphs."""

    def __init__(self, allowed: Collection[str], nesting: int = 0) -> None:
        self.allowed = allowed if nesting < _MAX_NESTING else frozenset(allowed) & {"figure"}
        self.nesting = nesting
        self.blocks: list[_Block] = []
        self.runs: list[_Run] = []

    def add(self, node: Node, marks: Marks = ()) -> None:
        for child in node.children:
            if isinstance(child, str):
                self.runs.append(_Run(visible(child), marks))
            elif child.tag == "br":
                self.runs.append(_Run("\n", marks))
            elif child.tag in MARKS:
                self.add(child, _marked(marks, child))
            else:
                build = _BUILDERS.get(child.tag) if child.tag in self.allowed else None
                self.close()
                (build or _Flow.add)(self, child, marks)
                self.close()

    def close(self) -> list[_Block]:
        """End the paragraph being collected. All blocks so far."""
        self.blocks += [_Block("p", f"<p>{inner}</p>", inner) for inner in _paragraphs(self.runs)]
        self.runs = []
        return self.blocks

    def put(self, tag: str, inner: str, attributes: Mapping[str, str]) -> None:
        self.blocks.append(_Block(tag, _element(tag, inner, attributes), inner))

    def add_heading(self, node: Node, marks: Marks) -> None:
        if inner := _inline([node], marks):
            self.put(node.tag, inner, {})

    def add_rule(self, node: Node, marks: Marks) -> None:
        self.blocks.append(_Block("hr", "<hr>", ""))

    def add_quote(self, node: Node, marks: Marks) -> None:
        if inner := self.contents("blockquote", [node], marks):
            self.put("blockquote", inner, node.checked())

    def add_list(self, node: Node, marks: Marks) -> None:
        items: list[list[Node]] = []
        for is_item, children in groupby(node.children, lambda child: isinstance(child, Node) and child.tag == "li"):
            if is_item:
                items += [[item] for item in children if isinstance(item, Node)]
            else:
                # What stands between items, such as a list right inside a list, belongs to the item before.
                stray = Node("div", children=children)
                items = [*items[:-1], [*items[-1], stray]] if items else [[stray]]
        written = [self.contents("li", item, marks) for item in items]
        if any(written):
            self.put(node.tag, "".join(f"<li>{inner}</li>" for inner in written if inner), node.checked())

    def add_figure(self, node: Node, marks: Marks) -> None:
        attributes = dict(list(node.checked().items())[:1])
        captions = node.elements("figcaption")
        if attributes:
            caption = _inline(captions, marks)
            self.put("figure", f"<figcaption>{caption}</figcaption>" if caption else "", attributes)
            node.children = [child for child in node.children if child not in captions]
        elif href := safe_href(node.attributes.get("data-embed", "")):
            self.runs.append(_Run(href, (("a", href),)))
            self.close()
        self.add(node, marks)

    def add_table(self, node: Node, marks: Marks) -> None:
        sections = node.elements("thead", "tbody", "tfoot")
        rows = [(part.tag, row.elements("th", "td")) for part in sections for row in part.elements("tr")]
        rows = [(part, cells) for part, cells in rows if cells]
        heads = takewhile(lambda row: row[0] == "thead" or all(cell.tag == "th" for cell in row[1]), rows)
        headed = min(len(list(heads)), len(rows) - 1)
        written = [self.row(cells, marks, head=place < headed) for place, (_, cells) in enumerate(rows)]
        caption = _inline(node.elements("caption"), marks)
        if not caption and not any(inner for row in written for _, inner, _ in row):
            return
        lines = [_element("tr", "".join(_element(*cell) for cell in row), {}) for row in written]
        parts = [("caption", caption), ("thead", "".join(lines[:headed])), ("tbody", "".join(lines[headed:]))]
        self.put("table", "".join(_element(tag, inner, {}) for tag, inner in parts if inner), {})

    def row(self, cells: list[Node], marks: Marks, *, head: bool) -> list[tuple[str, str, dict[str, str]]]:
        """Name, content and attributes of each cell; header cells say which cells they head."""
        written = []
        for place, cell in enumerate(cells):
            tag = "th" if head else cell.tag
            attributes = cell.checked()
            if tag == "th" and (head or place == 0):
                attributes = {"scope": "col" if head else "row", **attributes}
            written.append((tag, self.contents(cell.tag, [cell], marks), attributes))
        return written

    def contents(self, tag: str, parts: list[Node], marks: Marks) -> str:
        """What stands in a container one level further in. A lone paragraph needs no element of its own there."""
        flow = _Flow(SCHEMA[tag].children, self.nesting + 1)
        for part in parts:
            flow.add(part, marks)
            flow.close()
        if SCHEMA[tag].text and [block.tag for block in flow.blocks] == ["p"]:
            return flow.blocks[0].inner
        return "".join(block.html for block in flow.blocks)


_BUILDERS = {
    **dict.fromkeys(("h2", "h3", "h4"), _Flow.add_heading),
    "hr": _Flow.add_rule,
    "ul": _Flow.add_list,
    "ol": _Flow.add_list,
    "blockquote": _Flow.add_quote,
    "figure": _Flow.add_figure,
    "table": _Flow.add_table,
}


def _element(tag: str, inner: str, attributes: Mapping[str, str]) -> str:
    written = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
    return f"<{tag}{written}>{inner}</{tag}>"


def _marked(marks: Marks, node: Node) -> Marks:
    """The marks inside an inline element; one that lacks its attribute (a link to nowhere) is no mark."""
    attributes = node.checked()
    if SCHEMA[node.tag].attributes and not attributes:
        return marks
    inside = dict(marks) | {node.tag: next(iter(attributes.values()), "")}
    return tuple(sorted(inside.items(), key=lambda mark: MARKS.index(mark[0])))


def _inline(parts: Iterable[Node], marks: Marks) -> str:
    """Everything in these elements as inline content; what was a paragraph becomes a line."""
    flow = _Flow(frozenset())
    for part in parts:
        flow.add(part, marks)
        flow.close()
    return "<br>".join(block.inner for block in flow.blocks)


def _paragraphs(runs: list[_Run]) -> list[str]:
    """The inline HTML of each paragraph in the runs: two breaks in a row end one, edges carry no white space."""
    runs = [run for run in runs if run.text]
    grouped = [_Run("".join(run.text for run in same), marks) for marks, same in groupby(runs, lambda run: run.marks)]
    runs = [_Run(unicodedata.normalize("NFC", run.text), run.marks) for run in grouped]
    text = "".join(run.text for run in runs)
    marks = [run.marks for run in runs for _ in run.text]
    paragraphs: list[list[_Run]] = [[]]
    start = 0
    for gap in re.finditer("[ \u00a0\n]+", text):
        paragraphs[-1] += [
            _Run(*pair) for pair in zip(text[start : gap.start()], marks[start : gap.start()], strict=True)
        ]
        start = gap.end()
        if gap.start() == 0 or start == len(text):
            continue
        if gap[0].count("\n") > 1:
            paragraphs.append([])
            continue
        before, after = gap.start() - 1, start
        # White space never begins or ends a mark: it carries those that both its neighbours carry.
        common = tuple(mark for mark in marks[gap.start()] if mark in marks[before] and mark in marks[after])
        paragraphs[-1].append(_Run(_gap(gap[0], text[before], text[after]), common))
    paragraphs[-1] += [_Run(*pair) for pair in zip(text[start:], marks[start:], strict=True)]
    return [_inline_html(paragraph) for paragraph in paragraphs if paragraph]


def _gap(space: str, before: str, after: str) -> str:
    """One character for a stretch of white space.

    A no-break space stays where typography wants it, beside a digit or a sign ("165 million", "« quote »"); between
    letters it is left over from an editor or a word processor and would stop lines from breaking.
    """
    if "\n" in space:
        return "\n"
    letters = all(unicodedata.category(character)[0] in "LM" for character in (before, after))
    return "\u00a0" if space == "\u00a0" and not letters else " "


def _inline_html(runs: Iterable[_Run]) -> str:
    """The runs as HTML: elements open and close in the order of MARKS, and as seldom as possible."""
    written: list[str] = []
    opened: Marks = ()
    for marks, same in groupby([*runs, _Run("", ())], lambda run: run.marks):
        kept = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(opened, marks, strict=False))))
        written += [f"</{tag}>" for tag, _ in reversed(opened[kept:])]
        for tag, value in marks[kept:]:
            attributes = dict.fromkeys(SCHEMA[tag].attributes, value)
            written.append(_element(tag, "", attributes).removesuffix(f"</{tag}>"))
        written.append(escape("".join(run.text for run in same), quote=False).replace("\n", "<br>"))
        opened = marks
    return "".join(written)
