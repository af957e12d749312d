"""What an expression of a template stands for: functions that find it by the shortest way, or leave it to Django's own."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from typing import Any

from django.template import Context, Engine, VariableDoesNotExist
from django.template.base import FilterExpression
from django.template.defaulttags import TemplateLiteral
from django.utils.functional import Promise
from django.utils.safestring import SafeData, SafeString, mark_safe

from articles.folding.steps import Step

#: What a template would find without being given it.
NAMES_OF_CONTEXT = frozenset(dir(Context()))

#: Django's operators that need both of their sides.
_COMPARISONS: Mapping[str, Callable[[Any, Any], Any]] = {
    "==": operator.eq,
    "!=": operator.ne,
    ">": operator.gt,
    ">=": operator.ge,
    "<": operator.lt,
    "<=": operator.le,
    "is": operator.is_,
    "is not": operator.is_not,
    "in": lambda one, among: one in among,
    "not in": lambda one, among: one not in among,
}


def value(expression: Any, engine: Engine, *, ignore_failures: bool = False) -> Step:
    """How the value of an expression is found; what is not there is None if failures are ignored, else what Django says."""
    missing = None if ignore_failures else engine.string_if_invalid

    def slow(context: Any) -> Any:
        return expression.resolve(context, ignore_failures)

    if missing:
        return slow
    find = _named(expression, missing, slow)
    return find if find is slow or not expression.filters else _filtered(find, expression) or slow


def _named(expression: FilterExpression, missing: Any, slow: Step) -> Step:
    """How the value is found that filters begin with."""
    variable: Any = expression.var
    if not expression.is_var or (variable.lookups is None and not variable.translate):
        constant = variable.literal if expression.is_var else variable
        return lambda _context: constant
    if variable.translate or variable.lookups[0] in NAMES_OF_CONTEXT:
        return slow
    first, rest = variable.lookups[0], variable.lookups[1:]

    def plainly(context: Any) -> Any:
        try:
            return variable.resolve(context)
        except VariableDoesNotExist:
            return missing

    return looked_up(first, rest, missing, plainly if expression.filters else slow)


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
            elif kind in _KINDS or _has_attributes_alone(kind):
                try:
                    value = getattr(value, bit)
                except Exception:  # Django says which are silent
                    return missing if value is None else slow(context)
            else:
                return slow(context)
            if callable(value):
                return slow(context)
        return value

    return find


def _has_attributes_alone(kind: type) -> bool:
    """Whether a name leads to nothing in values of this kind but an attribute. Templates look for items first; those of a tuple
    have no names."""
    alone = not hasattr(kind, "__getitem__") or issubclass(kind, tuple)
    if alone:
        _KINDS.add(kind)
    return alone


#: The kinds of which that is known.
_KINDS: set[type] = set()


def _filtered(find: Step, expression: FilterExpression) -> Step | None:
    """A value as its filters change it; None if one of them wants to know more than the value, or its argument is translated."""
    filters = []
    for func, arguments in expression.filters:
        translated = any(not varies and isinstance(argument, Promise) for varies, argument in arguments)
        if translated or getattr(func, "expects_localtime", False):
            return None
        finds = [argument.resolve if varies else _always(SafeString(argument)) for varies, argument in arguments]
        named = {"autoescape": True} if getattr(func, "needs_autoescape", False) else {}
        filters.append((func, finds, named, getattr(func, "is_safe", False)))

    def change(context: Any) -> Any:
        value = find(context)
        for func, finds, named, keeps_safe in filters:
            changed = func(value, *[one(context) for one in finds], **named)
            value = mark_safe(changed) if keeps_safe and isinstance(value, SafeData) else changed  # noqa: S308 - what filters say of themselves
        return value

    return change


def _always(value: Any) -> Step:
    return lambda _context: value


def condition(token: Any, engine: Engine) -> Step:
    """Whether what stands in an `if` is true; whatever an operator fails at is false."""
    if type(token) is TemplateLiteral:
        return value(token.value, engine, ignore_failures=True)
    first = condition(token.first, engine)
    second = condition(token.second, engine) if token.second is not None else _always(None)
    return _decided(token.id, first, second)


def _decided(name: str, first: Step, second: Step) -> Step:
    compare = _COMPARISONS.get(name)

    def decide(context: Any) -> Any:
        try:
            if compare:
                return compare(first(context), second(context))
            if name == "not":
                return not first(context)
            return (first(context) and second(context)) if name == "and" else (first(context) or second(context))
        except Exception:  # as Django does
            return False

    return decide
