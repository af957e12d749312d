"""What writes a page: functions of the values of a template, each doing what a node of Django's does, in fewer steps."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable
from typing import Any

from django.template.base import render_value_in_context
from django.utils.safestring import SafeString

#: Writes a part of a page, or finds a value for it.
Step = Callable[[Any], Any]

#: A text that is the same on all pages of the language, or how it is written.
Part = str | Step

_SPECIAL = re.compile("[&<>\"']").search


def joined(parts: list[Part]) -> Step:
    if not parts:
        return lambda _context: ""
    if len(parts) == 1:
        only = parts[0]
        return (lambda _context: only) if isinstance(only, str) else only
    return lambda context: "".join([part if type(part) is str else part(context) for part in parts])  # type: ignore[operator]


def as_django_does(nodes: Iterable[Any]) -> Step:
    return lambda context: "".join([node.render_annotated(context) for node in nodes])


def written(find: Step) -> Step:
    """Writes a value as Django does."""

    def write(context: Any) -> str:
        value = find(context)
        kind = type(value)
        if kind is SafeString:
            return value
        if kind is str:
            return html.escape(value) if _SPECIAL(value) else value
        return render_value_in_context(value, context)

    return write


def seeing(context: Any, values: dict[str, Any], step: Step) -> Any:
    context.dicts.append(values)
    try:
        return step(context)
    finally:
        context.dicts.pop()


def looked_up(first: str, rest: tuple[str, ...], missing: Any, slow: Step) -> Step:
    """How a name is found whose values are of the usual kinds; `slow` is Django's way, for all others."""

    def find(context: Any) -> Any:
        for scope in reversed(context.dicts):
            if first in scope:
                value = scope[first]
                break
        else:
            return missing
        if callable(value):
            return slow(context)
        for bit in rest:
            kind = type(value)
            if kind is dict and bit in value:
                value = value[bit]
            elif kind is dict or (hasattr(kind, "__getitem__") and not isinstance(value, tuple)):
                return slow(context)
            else:
                try:
                    value = getattr(value, bit)
                except Exception:  # Django says which are silent
                    return slow(context)
            if callable(value):
                return slow(context)
        return value

    return find


def combined(operator: str, first: Step, second: Step | None) -> Step:
    """Django's `and`, `or` and `not`, for which whatever fails is false."""

    def decide(context: Any) -> Any:
        try:
            if second is None:
                return not first(context)
            return (first(context) and second(context)) if operator == "and" else (first(context) or second(context))
        except Exception:  # as Django does
            return False

    return decide
