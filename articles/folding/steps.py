"""What writes a page: functions of the values of a template, each doing what a node of Django's does, in fewer steps."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.template.base import render_value_in_context
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString

#: Writes a part of a page, or finds a value for it.
Step = Callable[[Any], Any]

#: A text that is the same on all pages of the language, or how it is written.
Part = str | Step

has_special = re.compile("[&<>\"']").search


def joined(parts: list[Any]) -> Step:
    """Writes these parts one after the other."""
    if not parts:
        return lambda _context: ""
    if len(parts) == 1:
        only = parts[0]
        return (lambda _context: only) if isinstance(only, str) else only
    return lambda context: "".join([part if type(part) is str else part(context) for part in parts])


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
            return html.escape(value) if has_special(value) else value
        if kind is int and not settings.USE_THOUSAND_SEPARATOR:
            return str(value)
        return render_value_in_context(value, context)

    return write


def escaped(value: Any) -> str:
    """What a tag answers, safe in HTML."""
    if type(value) is str:
        return html.escape(value) if has_special(value) else value
    return value if type(value) is SafeString else conditional_escape(value)


def seeing(context: Any, values: dict[str, Any], step: Step) -> Any:
    context.dicts.append(values)
    try:
        return step(context)
    finally:
        context.dicts.pop()
