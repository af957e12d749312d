"""The triggers that count for each page what readers sent, a statement at a time.

A statement that adds a million rows touches each page's count once. Subjects are taken in order, so that two statements
never wait for one another in a circle. Nothing here follows an update: what is counted of a row never changes.
"""

import pgtrigger

_COUNTS = ("yes", "no", "comments", "errors")


def tallying(yes: str, no: str, comments: str, errors: str) -> list[pgtrigger.Trigger]:
    """Count rows that come and go. Each argument is an SQL aggregate over rows named `r`."""
    aggregates = (yes, no, comments, errors)
    return [
        pgtrigger.Trigger(
            name="tally_insert",
            level=pgtrigger.Statement,
            when=pgtrigger.After,
            operation=pgtrigger.Insert,
            referencing=pgtrigger.Referencing(new="changed"),
            func=_add(aggregates),
        ),
        pgtrigger.Trigger(
            name="tally_delete",
            level=pgtrigger.Statement,
            when=pgtrigger.After,
            operation=pgtrigger.Delete,
            referencing=pgtrigger.Referencing(old="changed"),
            func=_take_away(aggregates),
        ),
    ]


def _counted(aggregates: tuple[str, ...]) -> str:
    columns = ", ".join(f"{aggregate} AS {name}" for name, aggregate in zip(_COUNTS, aggregates, strict=True))
    subject = "coalesce(r.article_id::text, r.address) AS subject, min(r.article_id) AS article_id"
    return f"SELECT {subject}, {columns} FROM changed r GROUP BY 1 ORDER BY 1"  # noqa: S608  no value is in it


def _add(aggregates: tuple[str, ...]) -> str:
    names = ", ".join(_COUNTS)
    changes = ", ".join(f"{name} = t.{name} + excluded.{name}" for name in _COUNTS)
    return (
        f"INSERT INTO feedback_pagetally AS t (subject, article_id, {names}) {_counted(aggregates)}"
        f" ON CONFLICT (subject) DO UPDATE SET {changes}; RETURN NULL;"
    )


def _take_away(aggregates: tuple[str, ...]) -> str:
    # What is taken away was counted before; should it not have been, zero is the least.
    changes = ", ".join(f"{name} = greatest(t.{name} - c.{name}, 0)" for name in _COUNTS)
    counted = _counted(aggregates)
    return f"UPDATE feedback_pagetally t SET {changes} FROM ({counted}) c WHERE c.subject = t.subject; RETURN NULL;"  # noqa: S608
