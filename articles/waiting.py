"""What an app may add to the desk's first page: rows that wait for somebody. The page finds them by asking the admins.

An admin of `admin.site` with a method `waiting(request)` has a part of the page, for those who may see its list. One with a
method `alarms(request)` may add parts that stand above all others: what went wrong, and only while there is such a thing.
"""

from datetime import datetime
from typing import NamedTuple


class Line(NamedTuple):
    """Something that waits: what it says, where it is dealt with, and since when it waits."""

    text: str
    address: str
    since: datetime


class Waiting(NamedTuple):
    """A part of the desk's first page. `empty` is said when there are no lines; `more` says where all of them are."""

    title: str
    lines: list[Line]
    empty: str
    more: str
