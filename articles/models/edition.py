"""The edition: one number that grows with every change that readers could see.

A statement-level trigger on each public table marks the transaction; a deferred constraint trigger on the mark
starts one new edition at commit (both functions and the unlogged mark table are in the first migration).

The floor is the last edition that took something away from readers. While the site is down, pages of older editions may be
shown in place of newer ones, but none from below the floor.
"""

from collections.abc import Sequence

import pgtrigger
from django.db import models
from django.db.models import Subquery
from django.db.models.functions import Coalesce, Now

#: SQL conditions on a row called `r`: whether readers can see it.
ALWAYS = "true"
STORY_IS_SHOWN = "r.state IN ('live', 'withdrawn')"
ITS_STORY_IS_LIVE = "EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.article_id AND a.state = 'live')"


class Edition(models.Model):
    """The one row that says which edition readers are served, and which life of the database it belongs to."""

    incarnation = models.UUIDField(help_text="Changes when a database is restored, so that old pages never return.")
    number = models.BigIntegerField(help_text="Counts up by one with each transaction that changes what readers see.")
    started_at = models.DateTimeField()
    # The transaction that started this edition: a second firing inside the same transaction adds nothing.
    transaction_id = models.BigIntegerField()
    floor = models.BigIntegerField(
        db_default=0, help_text="The last edition that took something away: no page from before it may be shown again."
    )

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="edition_is_one_row")]

    def __str__(self) -> str:
        return f"{self.incarnation}-{self.number}"

    @classmethod
    def number_now(cls) -> int:
        """The current edition's number; 0 before anything was ever public."""
        return cls.objects.values_list("number", flat=True).first() or 0

    @classmethod
    def moment(cls) -> Coalesce:
        """An expression: the moment that pages are made for, which is when the edition started, by the database's clock.

        What depends on the time asks for it, so that a page is the same for as long as its edition lasts; when the time alone
        changes a page, the press starts an edition (newsroom/pagecache/clockwork.py).
        """
        return Coalesce(Subquery(cls.objects.values("started_at")[:1]), Now())


def watched(visible: str = ALWAYS, *, private: Sequence[str] = ()) -> list[pgtrigger.Trigger]:
    """The triggers that start an edition when a visible row of this table is added, changed, removed or truncated.

    `visible` is an SQL condition on a row named `r`. Columns in `private` may change without a new edition. A statement
    that changes no value (or only private ones) starts none.
    """
    ignored = "ARRAY[" + ", ".join(f"'{name}'" for name in private) + "]::text[]"
    return [
        pgtrigger.Trigger(
            name="edition_insert",
            level=pgtrigger.Statement,
            when=pgtrigger.After,
            operation=pgtrigger.Insert,
            referencing=pgtrigger.Referencing(new="new_rows"),
            func=_mark_if(f"SELECT 1 FROM new_rows r WHERE {visible}"),
        ),
        pgtrigger.Trigger(
            name="edition_update",
            level=pgtrigger.Statement,
            when=pgtrigger.After,
            operation=pgtrigger.Update,
            referencing=pgtrigger.Referencing(old="old_rows", new="new_rows"),
            # Rows that are the same before and after cancel out; what is left was really changed.
            func=_mark_if(
                f"(SELECT to_jsonb(r) - {ignored} FROM new_rows r WHERE {visible}"
                f" EXCEPT ALL SELECT to_jsonb(r) - {ignored} FROM old_rows r WHERE {visible})"
                f" UNION ALL (SELECT to_jsonb(r) - {ignored} FROM old_rows r WHERE {visible}"
                f" EXCEPT ALL SELECT to_jsonb(r) - {ignored} FROM new_rows r WHERE {visible})"
            ),
        ),
        pgtrigger.Trigger(
            name="edition_delete",
            level=pgtrigger.Statement,
            when=pgtrigger.After,
            operation=pgtrigger.Delete,
            referencing=pgtrigger.Referencing(old="old_rows"),
            func=_mark_if(f"SELECT 1 FROM old_rows r WHERE {visible}"),
        ),
        pgtrigger.Trigger(
            name="edition_truncate",
            level=pgtrigger.Statement,
            when=pgtrigger.After,
            operation=pgtrigger.Truncate,
            func="PERFORM articles_mark_edition(); RETURN NULL;",
        ),
    ]


def taken_away(visible: str, *, by_update: bool = True) -> list[pgtrigger.Trigger]:
    """The triggers that raise the floor when a row that readers saw is removed or hidden; `visible` as for `watched`.

    `by_update` says whether a change of this table's own columns can hide a row.
    """
    hidden = pgtrigger.Trigger(
        name="floor_update",
        level=pgtrigger.Statement,
        when=pgtrigger.After,
        operation=pgtrigger.Update,
        referencing=pgtrigger.Referencing(old="old_rows", new="new_rows"),
        func=_raise_if(
            f"SELECT r.id FROM old_rows r WHERE {visible} EXCEPT SELECT r.id FROM new_rows r WHERE {visible}"
        ),
    )
    return [
        *([hidden] if by_update else []),
        pgtrigger.Trigger(
            name="floor_delete",
            level=pgtrigger.Statement,
            when=pgtrigger.After,
            operation=pgtrigger.Delete,
            referencing=pgtrigger.Referencing(old="old_rows"),
            func=_raise_if(f"SELECT 1 FROM old_rows r WHERE {visible}"),
        ),
        pgtrigger.Trigger(
            name="floor_truncate",
            level=pgtrigger.Statement,
            when=pgtrigger.After,
            operation=pgtrigger.Truncate,
            func="PERFORM articles_raise_floor(); RETURN NULL;",
        ),
    ]


def _mark_if(query: str) -> str:
    return f"IF EXISTS ({query}) THEN PERFORM articles_mark_edition(); END IF; RETURN NULL;"


def _raise_if(query: str) -> str:
    return f"IF EXISTS ({query}) THEN PERFORM articles_raise_floor(); END IF; RETURN NULL;"
