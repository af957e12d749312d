"""What an app may add to the story form: what somebody outside the desk said is wrong, beside the correction begun for it.

An admin of `admin.site` with a method `reports(request, article)` is asked, for those who may see its list. Each report
opens a row among the corrections of the story's form until a correction with its key is public, or the report is withdrawn.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, NamedTuple


class Report(NamedTuple):
    """Something that was reported about a story and that an editor has begun to put right.

    `key` is the UUID of the correction to be, `said` what was reported, `address` where it is dealt with.
    """

    key: str
    said: str
    address: str
    since: datetime


def of(site: Any, request: Any, article: Any) -> dict[str, list[Report]]:
    """The reports that await a correction of this story, by its key, in the order in which they came."""
    found: dict[str, list[Report]] = {}
    for report in sorted(_asked(site, request, article), key=lambda report: report.since):
        found.setdefault(report.key, []).append(report)
    return found


def _asked(site: Any, request: Any, article: Any) -> Iterator[Report]:
    for part in site._registry.values():
        if hasattr(part, "reports") and part.has_view_permission(request):
            yield from part.reports(request, article)
