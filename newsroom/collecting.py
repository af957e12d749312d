"""When Python looks for garbage that only points at itself."""

import gc

#: New objects after which the collector looks at them. What a process loads stays to its end, a page leaves next to nothing
#: behind that points at itself, and with Python's own 700 it looks several times while one page is made.
_AFTER = 20_000


def seldom() -> None:
    """From now on, for all of this process."""
    gc.set_threshold(_AFTER, 20, 20)
