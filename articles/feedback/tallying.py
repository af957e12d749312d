"""The triggers that count for each page, and each week of it, what readers sent, a statement at a time.

A statement that adds a million rows touches each page's count once. Subjects are taken in order, so that two statements
never wait for one another in a circle.
"""

import pgtrigger

_COUNTS = ("yes", "no", "comments", "errors")

#: The tables that hold counts, and what their rows are known by.
_TABLES = {"feedback_pagetally": "subject", "feedback_weektally": "week, subject"}

#: The Monday of a row, whatever the time zone of the session.
_WEEK = "date_trunc('week', r.sent_at AT TIME ZONE 'UTC')::date"


def tallying(yes: str, no: str, comments: str, errors: str, *, follow_updates: bool = False) -> list[pgtrigger.Trigger]:
    """Count rows that come and go. Each argument is an SQL aggregate over rows named `r`.

    With `follow_updates` also rows that change, such as a message that turns out to be spam.
    """
    aggregates = dict(zip(_COUNTS, (yes, no, comments, errors), strict=True))
    triggers = [
        pgtrigger.Trigger(
            name="tally_insert",
            level=pgtrigger.Statement,
            when=pgtrigger.After,
            operation=pgtrigger.Insert,
            referencing=pgtrigger.Referencing(new="arrived"),
            func=_changing(aggregates, arrived=True),
        ),
        pgtrigger.Trigger(
            name="tally_delete",
            level=pgtrigger.Statement,
            when=pgtrigger.After,
            operation=pgtrigger.Delete,
            referencing=pgtrigger.Referencing(old="gone"),
            func=_changing(aggregates, gone=True),
        ),
    ]
    if follow_updates:
        triggers.append(
            pgtrigger.Trigger(
                name="tally_update",
                level=pgtrigger.Statement,
                when=pgtrigger.After,
                operation=pgtrigger.Update,
                referencing=pgtrigger.Referencing(old="gone", new="arrived"),
                func=_changing(aggregates, arrived=True, gone=True),
            )
        )
    return triggers


def _changing(aggregates: dict[str, str], *, arrived: bool = False, gone: bool = False) -> str:
    """The body of a trigger: what arrived is added and what is gone is taken away, in each table."""
    parts = [
        _counted(aggregates, table, sign)
        for table, sign, there in (("arrived", "", arrived), ("gone", "-", gone))
        if there
    ]
    changes = " UNION ALL ".join(parts)
    body = ""
    for table, keys in _TABLES.items():
        sums = ", ".join(f"sum({name})::integer AS {name}" for name in _COUNTS)
        change = (
            f"SELECT {keys}, min(article_id) AS article_id, {sums} FROM ({changes}) c GROUP BY {keys} ORDER BY {keys}"  # noqa: S608  no value is in it
        )
        if arrived:
            body += _add(table, keys, change)
        if gone:
            body += _take_away(table, keys, change)
    return body + " RETURN NULL;"


def _counted(aggregates: dict[str, str], rows: str, sign: str) -> str:
    counts = ", ".join(f"{sign}({aggregate}) AS {name}" for name, aggregate in aggregates.items())
    subject = f"coalesce(r.article_id::text, r.address) AS subject, {_WEEK} AS week, min(r.article_id) AS article_id"
    return f"SELECT {subject}, {counts} FROM {rows} r GROUP BY 1, 2"  # noqa: S608  no value is in it


def _add(table: str, keys: str, change: str) -> str:
    names = ", ".join(_COUNTS)
    grown = ", ".join(f"greatest({name}, 0)" for name in _COUNTS)
    sums = ", ".join(f"{name} = t.{name} + excluded.{name}" for name in _COUNTS)
    return (
        f"INSERT INTO {table} AS t ({keys}, article_id, {names}) SELECT {keys}, article_id, {grown} FROM ({change}) d"  # noqa: S608
        f" WHERE {' OR '.join(f'{name} > 0' for name in _COUNTS)} ON CONFLICT ({keys}) DO UPDATE SET {sums};"
    )


def _take_away(table: str, keys: str, change: str) -> str:
    # What is taken away was counted before; should it not have been, zero is the least.
    sums = ", ".join(f"{name} = greatest(t.{name} + least(d.{name}, 0), 0)" for name in _COUNTS)
    same = " AND ".join(f"t.{key} = d.{key}" for key in keys.split(", "))
    some = " OR ".join(f"d.{name} < 0" for name in _COUNTS)
    return f" UPDATE {table} t SET {sums} FROM ({change}) d WHERE {same} AND ({some});"  # noqa: S608
