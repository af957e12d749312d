"""Parts of pages that are written once and remembered by the values they show.

A new edition makes every page anew, but most of what stands on it is what it was. Nothing has to be forgotten when something
changes, for then the values differ; so a function may be remembered only if its arguments, the settings and the code say all.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

_memories: list[Any] = []


def remembered(most: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Decorate a function of values: the latest `most` results are kept in this process."""

    def decorate(write: Callable[P, T]) -> Callable[P, T]:
        memory = lru_cache(maxsize=most)(write)
        _memories.append(memory)
        return memory  # type: ignore[return-value]  # functools says less of it than it is

    return decorate


def forget() -> None:
    """Forget all of them: for tests, and for measuring what a page costs a process that never made one like it."""
    for memory in _memories:
        memory.cache_clear()
