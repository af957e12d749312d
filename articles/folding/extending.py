"""What a template is with all that it extends: the nodes of the outermost one, and for each block those of all who fill it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.template import Node, NodeList, Template
from django.template.base import VariableNode
from django.template.loader_tags import BlockNode, ExtendsNode

#: What a template may ask of the block it is in; only what that overrides is known when it is folded.
_ASKS = re.compile(r"{{\s*block\b(?!\.super\s*}})|{%(?!\s*(?:end)?block\b)[^%]*[\s=:|]block\b").search


class LeftToDjango(Exception):
    """A template in which something depends on the walk that Django makes."""


def extended(template: Template, known: Collection[type[Node]]) -> tuple[list[Node], Mapping[str, list[NodeList]]]:
    """The nodes of the outermost template, and those of each block, the innermost template's first.

    Raises LeftToDjango if that depends on values, or on what nodes do that are not `known`.
    """
    nodes = list(template.nodelist)
    blocks: dict[str, list[NodeList]] = {}
    history: list[Any] = []
    sources = [template.source]
    while extends := next((node for node in nodes if type(node) is ExtendsNode), None):
        name: Any = extends.parent_name
        if name.is_var or name.filters or not isinstance(name.var, str) or nodes[0] is not extends:
            raise LeftToDjango
        _add(blocks, extends.blocks.values())
        history = history or [extends.origin]
        parent, origin = template.engine.find_template(str(name.var), skip=history)
        history.append(origin)
        sources.append(parent.source)
        nodes = list(parent.nodelist)
    _add(blocks, NodeList(nodes).get_nodes_by_type(BlockNode))
    *inner, outermost = sources
    asked = any(map(asks_its_block, inner)) or asks_its_block(outermost, overriding=False)
    if asked or any(
        _hides_a_block(layer, known) for layer in (nodes, *(one for its in blocks.values() for one in its))
    ):
        raise LeftToDjango
    return nodes, blocks


def asks_its_block(source: str, *, overriding: bool = True) -> bool:
    """Whether a template asks something of its blocks that is not known; without `overriding`, what one overrides is not."""
    return bool(_ASKS(source)) or (not overriding and "block.super" in source)


def _add(blocks: dict[str, list[NodeList]], nodes: Iterable[Any]) -> None:
    for node in nodes:
        blocks.setdefault(node.name, []).append(node.nodelist)


def _hides_a_block(nodes: Iterable[Node], known: Collection[type[Node]]) -> bool:
    """Whether a block, or what one overrides, stands within a node that is left to Django, which would not find it."""
    left = (node for node in NodeList(nodes).get_nodes_by_type(Node) if type(node) not in known)
    within = (inner for node in left if type(node) is not ExtendsNode for inner in node.get_nodes_by_type(Node))
    return any(type(inner) is BlockNode or _is_super(inner) for inner in within)


def _is_super(node: Node) -> bool:
    return type(node) is VariableNode and "block.super" in str(node.filter_expression)
