"""Small parts that stand on a page many times, as cards do: each is cut from its template once, to a text with places to fill.

The template of such a part writes texts and asks which of them are there, and nothing else; anything more is refused, because it
would be the same for all texts. So a part is filled in as few steps as text could be joined by hand, and its template stays one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from django.core.signals import setting_changed
from django.template import Engine, Node, Template
from django.template.base import TextNode, VariableNode
from django.template.defaulttags import CommentNode, IfNode, LoadNode, TemplateLiteral
from django.template.loader_tags import IncludeNode
from django.utils.safestring import SafeString

from articles.folding.loader import render_part
from articles.folding.steps import escaped, has_special


class NotOnlyTexts(Exception):
    """A template that makes something of its texts."""


def filled(name: str, texts: Mapping[str, str], *flags: str) -> SafeString:
    """The part with these texts, by the names that its template writes ("kicker.path" is a part of what it calls `kicker`).

    Texts are escaped unless they are safe, empty ones are not there. `flags` are names that are no more than true.
    """
    there = {key: text if type(text) in _TEXTS else escaped(text) for key, text in texts.items() if text}
    if has_special("".join([text for text in there.values() if type(text) is str])):
        there = {key: escaped(text) for key, text in there.items()}
    cut = _cut.__wrapped__ if Engine.get_default().debug else _cut
    pieces, keys = cut(name, tuple(there), flags)
    written = pieces.copy()
    written[1::2] = [there[key] for key in keys]
    return SafeString("".join(written))


_TEXTS = frozenset({str, SafeString})


def filled_rows(name: str, keys: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> SafeString:
    """The part once for each row of texts, in lines. The texts are those of `keys`, and strings."""
    rows = list(rows)
    if not all(map(all, rows)):  # what is empty is not there
        return SafeString("\n".join([filled(name, dict(zip(keys, row, strict=True))) for row in rows]))
    if has_special("".join([text for row in rows for text in row if type(text) is not SafeString])):
        rows = [tuple(map(escaped, row)) for row in rows]
    cut = _cut.__wrapped__ if Engine.get_default().debug else _cut
    pieces, written = cut(name, keys, ())
    places = [keys.index(key) for key in written]
    lines = []
    for row in rows:
        line = pieces.copy()
        line[1::2] = [row[place] for place in places]
        lines.append("".join(line))
    return SafeString("\n".join(lines))


@lru_cache(maxsize=256)
def _cut(name: str, keys: tuple[str, ...], flags: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """The part in pieces, of which every second one is the place of a text; and what these texts are."""
    _check(Engine.get_default().get_template(name))
    values = {**dict.fromkeys(flags, True), **owned({key: SafeString(f"\0{key}\0") for key in keys})}
    pieces = str.__str__(render_part(name, values)).split("\0")
    return pieces, pieces[1::2]


def owned(texts: Mapping[str, str]) -> dict[str, Any]:
    """The texts as a template finds them: what is named "kicker.path" as the path of a kicker."""
    values: dict[str, Any] = {}
    for key, text in texts.items():
        owner, _dot, name = key.rpartition(".")
        within = values.setdefault(owner, {}) if owner else values
        within[name] = text
    return values


def forget(**_setting: Any) -> None:
    """Cut all parts anew: settings say which templates there are. Only tests change them."""
    _cut.cache_clear()


setting_changed.connect(forget)


def _check(template: Template) -> None:
    """Raises NotOnlyTexts for a part that could say something else for other texts."""
    for node in template.nodelist.get_nodes_by_type(Node):
        if not _only_texts(node):
            raise NotOnlyTexts(f"{template.name}: {node!r}")
        if type(node) is IncludeNode:
            _check(Engine.get_default().get_template(str(node.template.var)))


def _only_texts(node: Any) -> bool:
    kind = type(node)
    if kind is VariableNode:
        return _plain(node.filter_expression)
    if kind is IfNode:
        return _ask_only(condition for condition, _nodes in node.conditions_nodelists if condition is not None)
    if kind is IncludeNode:
        return isinstance(node.template.var, str) and not node.template.filters and not node.extra_context
    return kind in (TextNode, CommentNode, LoadNode)


def _ask_only(conditions: Iterable[Any]) -> bool:
    """Whether conditions depend only on which texts are there."""
    return all(
        _plain(token.value)
        if type(token) is TemplateLiteral
        else token.id in ("and", "or", "not") and _ask_only(filter(None, (token.first, token.second)))
        for token in conditions
    )


def _plain(expression: Any) -> bool:
    return not expression.filters
