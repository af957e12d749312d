"""SQL of the archive's counts, in work that grows with the stories and not with their square.

The rows that share a story are paired story by story. As a join of the stories' shelves with themselves, the planner, which knows
nothing of rows that were made a moment before, compared each with each.
"""

from articles.migrations._filing import FILING

_SHELF = "language, kind, key, other"

# Two rows that a story is filed under: not listed, only counted.
_PAIRS = "('section', 'country'), ('section', 'topic'), ('topic', 'topic'), ('country', 'country')"


def _counted(rows: str) -> str:
    return f"""
        SELECT {_SHELF}, date_trunc('month', published_at AT TIME ZONE zone)::date AS month, count(*) AS n
        FROM {rows} GROUP BY 1, 2, 3, 4, 5
        UNION ALL SELECT {_SHELF}, NULL, count(*) FROM {rows} GROUP BY 1, 2, 3, 4
        UNION ALL SELECT s.language, a.kind || '_' || b.kind, a.key, b.key, NULL, count(*)
        FROM (SELECT language, array_agg(kind) AS kinds, array_agg(key) AS keys FROM {rows}
              WHERE kind IN ('section', 'country', 'topic') GROUP BY article_id, language) s,
             unnest(s.kinds, s.keys) a(kind, key), unnest(s.kinds, s.keys) b(kind, key)
        WHERE (a.kind, b.kind) IN ({_PAIRS}) AND (a.kind <> b.kind OR a.key <> b.key) GROUP BY 1, 2, 3, 4"""


COUNTING = f"""
-- File these stories anew; how many counts changed. Exact only for whoever holds the edition's row.
-- Its plan is kept: to make one costs as much as to file one story.
CREATE OR REPLACE FUNCTION articles_file(wanted bigint[]) RETURNS bigint
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    zone text := coalesce((SELECT c.zone FROM articles_calendar c), 'UTC');
    changed bigint;
    empty bigint[];
BEGIN
    WITH old AS MATERIALIZED (
        SELECT {_SHELF}, published_at, article_id FROM articles_filing WHERE article_id = ANY (wanted)
    ), new AS MATERIALIZED (SELECT * FROM articles_filings_of(wanted)
    ), gone AS (
        DELETE FROM articles_filing f USING (SELECT * FROM old EXCEPT SELECT * FROM new) d
        WHERE (f.language, f.kind, f.key, f.other, f.published_at, f.article_id)
            = (d.language, d.kind, d.key, d.other, d.published_at, d.article_id)
    ), arrived AS (
        INSERT INTO articles_filing ({_SHELF}, published_at, article_id) SELECT * FROM new EXCEPT SELECT * FROM old
    ), changes AS (
        SELECT {_SHELF}, month, sum(n) AS n
        FROM (SELECT * FROM ({_counted("new")}) c UNION ALL SELECT {_SHELF}, month, -n FROM ({_counted("old")}) c) both_sides
        GROUP BY 1, 2, 3, 4, 5 HAVING sum(n) <> 0
    ), counted AS (
        INSERT INTO articles_filingcount AS c ({_SHELF}, month, stories) SELECT * FROM changes
        ON CONFLICT ({_SHELF}, month) DO UPDATE SET stories = c.stories + excluded.stories RETURNING c.id, c.stories AS left_over
    )
    SELECT count(*), array_agg(id) FILTER (WHERE left_over = 0) INTO changed, empty FROM counted;
    IF empty IS NOT NULL THEN
        DELETE FROM articles_filingcount WHERE id = ANY (empty);
    END IF;
    RETURN changed;
END
$$;

-- Compare all filings and all counts with the stories, and put right what is wrong; how many rows that was.
CREATE OR REPLACE FUNCTION articles_refile() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    zone text := coalesce((SELECT c.zone FROM articles_calendar c), 'UTC');
    changed bigint;
    mended_counts bigint;
BEGIN
    PERFORM 1 FROM articles_edition FOR UPDATE;
    WITH new AS MATERIALIZED (
        SELECT * FROM articles_filings_of(ARRAY(SELECT id FROM articles_article WHERE state = 'live'))
    ), gone AS (
        DELETE FROM articles_filing f USING (
            SELECT {_SHELF}, published_at, article_id FROM articles_filing EXCEPT SELECT * FROM new) d
        WHERE (f.language, f.kind, f.key, f.other, f.published_at, f.article_id)
            = (d.language, d.kind, d.key, d.other, d.published_at, d.article_id) RETURNING 1
    ), arrived AS (
        INSERT INTO articles_filing ({_SHELF}, published_at, article_id) SELECT * FROM new ON CONFLICT DO NOTHING RETURNING 1
    )
    SELECT (SELECT count(*) FROM gone) + (SELECT count(*) FROM arrived) INTO changed;
    WITH right_ones AS MATERIALIZED ({_counted("articles_filing")}
    ), gone AS (
        DELETE FROM articles_filingcount c USING (
            SELECT {_SHELF}, month FROM articles_filingcount EXCEPT SELECT {_SHELF}, month FROM right_ones) d
        WHERE (c.language, c.kind, c.key, c.other) = (d.language, d.kind, d.key, d.other)
            AND c.month IS NOT DISTINCT FROM d.month RETURNING 1
    ), mended AS (
        INSERT INTO articles_filingcount AS c ({_SHELF}, month, stories) SELECT * FROM right_ones
        ON CONFLICT ({_SHELF}, month) DO UPDATE SET stories = excluded.stories WHERE c.stories <> excluded.stories RETURNING 1
    )
    SELECT (SELECT count(*) FROM gone) + (SELECT count(*) FROM mended) INTO mended_counts;
    changed := changed + mended_counts;
    IF changed > 0 THEN
        PERFORM articles_mark_edition();
    END IF;
    RETURN changed;
END
$$;
"""

#: The functions as they were.
NO_COUNTING = FILING[
    FILING.index("CREATE FUNCTION articles_file(") : FILING.index("CREATE OR REPLACE FUNCTION articles_start_edition")
].replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")
