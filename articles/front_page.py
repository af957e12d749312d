"""The verbs of the front page. What editors put there for a while leaves it by the database's clock."""

from datetime import datetime
from typing import Any

from django.db.models.functions import Now

from articles.models import HomeSlot


def clear_lapsed(*, at: datetime | None = None) -> int:
    """Free the places whose hour has passed; how many. The database starts an edition for stories that readers can see.

    Several processes may do this at once: each place is freed by one. While nothing lapses, this is one query.
    """
    moment: Any = at or Now()
    lapsed = HomeSlot.objects.filter(until__lte=moment)
    return lapsed.delete()[0] if lapsed.exists() else 0
