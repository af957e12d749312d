"""SQL of the archive's shelves: how what is counted follows from stories and their relations.

A statement that changes where a story stands leaves a mark (articles/models/filing.py). The trigger that starts the edition,
which fires at commit and holds the edition's row, files the marked stories anew: the difference between what stood
there and what should is written, and counted. Whoever counts holds that one row first, so counting adds no deadlock.
"""

_SHELF = "language, kind, key, other"

# Two rows that a story is filed under: not listed, only counted.
_PAIRS = "('section', 'country'), ('section', 'topic'), ('topic', 'topic'), ('country', 'country')"


def _counted(rows: str) -> str:
    return f"""
        SELECT {_SHELF}, date_trunc('month', published_at AT TIME ZONE zone)::date AS month, count(*) AS n
        FROM {rows} GROUP BY 1, 2, 3, 4, 5
        UNION ALL SELECT {_SHELF}, NULL, count(*) FROM {rows} GROUP BY 1, 2, 3, 4
        UNION ALL SELECT a.language, a.kind || '_' || b.kind, a.key, b.key, NULL, count(*)
        FROM {rows} a JOIN {rows} b USING (article_id)
        WHERE (a.kind, b.kind) IN ({_PAIRS}) AND (a.kind <> b.kind OR a.key <> b.key) GROUP BY 1, 2, 3, 4"""


FILING = f"""
-- Emptied by the transaction that fills it, like the mark of the edition.
CREATE UNLOGGED TABLE articles_filing_mark (transaction_id bigint, article_id bigint, PRIMARY KEY (transaction_id, article_id));

-- Where these stories should stand.
CREATE FUNCTION articles_filings_of(wanted bigint[])
RETURNS TABLE (language varchar, kind varchar, key bigint, other bigint, published_at timestamptz, article_id bigint)
LANGUAGE sql STABLE AS $$
    WITH live AS (
        SELECT a.id, a.language, a.published_at, a.section_id, s.parent_id
        FROM articles_article a JOIN articles_section s ON s.id = a.section_id
        WHERE a.state = 'live' AND a.id = ANY (wanted)
    ), filed (id, kind, key, other) AS (
        SELECT id, 'all', 0, 0 FROM live
        UNION ALL SELECT id, 'section', section_id, 0 FROM live
        UNION ALL SELECT id, 'section', parent_id, 0 FROM live WHERE parent_id IS NOT NULL
        UNION ALL SELECT live.id, 'country', c.country_id, 0 FROM live JOIN articles_articlecountry c ON c.article_id = live.id
        UNION ALL SELECT live.id, 'topic', t.topic_id, 0 FROM live JOIN articles_articletopic t ON t.article_id = live.id
        UNION ALL SELECT live.id, 'author', b.author_id, 0 FROM live JOIN articles_byline b ON b.article_id = live.id
        UNION ALL SELECT live.id, 'tag', t.tag_id, 0 FROM live JOIN articles_articletag t ON t.article_id = live.id
        UNION ALL SELECT live.id, 'country_topic', c.country_id, t.topic_id FROM live
            JOIN articles_articlecountry c ON c.article_id = live.id JOIN articles_articletopic t ON t.article_id = live.id
    )
    SELECT live.language, filed.kind, filed.key, filed.other, live.published_at, live.id FROM filed JOIN live USING (id)
$$;

-- File these stories anew; how many counts changed. Exact only for whoever holds the edition's row.
CREATE FUNCTION articles_file(wanted bigint[]) RETURNS bigint LANGUAGE plpgsql AS $$
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
CREATE FUNCTION articles_refile() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    zone text := coalesce((SELECT c.zone FROM articles_calendar c), 'UTC');
    changed bigint;
    mended_counts bigint;
BEGIN
    PERFORM 1 FROM articles_edition FOR UPDATE;
    WITH new AS MATERIALIZED (
        SELECT * FROM articles_filings_of(ARRAY(SELECT id FROM articles_article WHERE state = 'live'))
    ), gone AS (
        DELETE FROM articles_filing f WHERE NOT EXISTS (
            SELECT 1 FROM new d WHERE (f.language, f.kind, f.key, f.other, f.published_at, f.article_id)
                = (d.language, d.kind, d.key, d.other, d.published_at, d.article_id)) RETURNING 1
    ), arrived AS (
        INSERT INTO articles_filing ({_SHELF}, published_at, article_id) SELECT * FROM new ON CONFLICT DO NOTHING RETURNING 1
    )
    SELECT (SELECT count(*) FROM gone) + (SELECT count(*) FROM arrived) INTO changed;
    WITH right_ones AS MATERIALIZED ({_counted("articles_filing")}
    ), gone AS (
        DELETE FROM articles_filingcount c WHERE NOT EXISTS (
            SELECT 1 FROM right_ones r WHERE (r.language, r.kind, r.key, r.other) = (c.language, c.kind, c.key, c.other)
                AND r.month IS NOT DISTINCT FROM c.month) RETURNING 1
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

CREATE OR REPLACE FUNCTION articles_start_edition() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    marked bigint[];
BEGIN
    INSERT INTO articles_edition AS e (id, incarnation, number, started_at, transaction_id)
    VALUES (1, gen_random_uuid(), 1, clock_timestamp(), NEW.transaction_id)
    ON CONFLICT (id) DO UPDATE
        SET number = e.number + 1, started_at = clock_timestamp(), transaction_id = NEW.transaction_id
        WHERE e.transaction_id <> NEW.transaction_id;
    -- Now this transaction alone may count.
    WITH taken AS (DELETE FROM articles_filing_mark WHERE transaction_id = NEW.transaction_id RETURNING article_id)
    SELECT array_agg(article_id) INTO marked FROM taken;
    IF marked IS NOT NULL THEN
        PERFORM articles_file(marked);
    END IF;
    DELETE FROM articles_edition_mark WHERE transaction_id = NEW.transaction_id;
    PERFORM pg_notify('newsroom_edition', (SELECT number::text FROM articles_edition WHERE id = 1));
    RETURN NULL;
END
$$;
"""

NO_FILING = """
CREATE OR REPLACE FUNCTION articles_start_edition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO articles_edition AS e (id, incarnation, number, started_at, transaction_id)
    VALUES (1, gen_random_uuid(), 1, clock_timestamp(), NEW.transaction_id)
    ON CONFLICT (id) DO UPDATE
        SET number = e.number + 1, started_at = clock_timestamp(), transaction_id = NEW.transaction_id
        WHERE e.transaction_id <> NEW.transaction_id;
    DELETE FROM articles_edition_mark WHERE transaction_id = NEW.transaction_id;
    PERFORM pg_notify('newsroom_edition', (SELECT number::text FROM articles_edition WHERE id = 1));
    RETURN NULL;
END
$$;
DROP FUNCTION articles_refile();
DROP FUNCTION articles_file(bigint[]);
DROP FUNCTION articles_filings_of(bigint[]);
DROP TABLE articles_filing_mark;
"""
