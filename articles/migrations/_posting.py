"""SQL of search, written anew: each step for a set of documents, and each document's words in one pass.

    articles_search_tally  adds them to the tallies      articles_search_post   writes their postings
    articles_search_note   adds their words              articles_search_write  all three
    articles_search_renew  postings and words anew       articles_search_rebuild  everything, from all documents

Making a plan costs as much as writing one document, so those that are needed for each are kept (`plan_cache_mode`).
The weights and bounds of BM25F stand here and nowhere else; docs/search.md tells where they come from.
"""

from articles.migrations._search import SEARCH

POSTING = """
-- How many words a document has in its headline, in its dek and names, and in its text.
CREATE FUNCTION articles_search_lengths(vectors tsvector) RETURNS TABLE (headlines bigint, names bigint, texts bigint)
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(sum(k.a), 0)::bigint, coalesce(sum(k.b), 0)::bigint, coalesce(sum(cardinality(u.weights) - k.a - k.b), 0)::bigint
    FROM unnest(vectors) u CROSS JOIN LATERAL (
        SELECT cardinality(array_positions(u.weights, 'A')) AS a, cardinality(array_positions(u.weights, 'B')) AS b) k
$$;

CREATE FUNCTION articles_search_tally(which int[]) RETURNS void
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    INSERT INTO articles_searchtally (language, documents, headlines, names, texts)
    SELECT d.language, count(*), sum(l.headlines), sum(l.names), sum(l.texts)
    FROM articles_searchdocument d CROSS JOIN LATERAL articles_search_lengths(d.vector) l
    WHERE d.id = ANY (which) AND d.article_id IS NOT NULL GROUP BY d.language;
    IF (SELECT count(*) FROM articles_searchtally) > 100 THEN
        PERFORM articles_search_settle();
    END IF;
END
$$;

-- The postings of documents that have none; averages are those of the moment.
CREATE OR REPLACE FUNCTION articles_search_post(which int[]) RETURNS void
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    WITH averages AS MATERIALIZED (
        -- Of stories; before there is one, those that a newsroom has.
        SELECT k.language, CASE WHEN sum(y.documents) > 0 THEN greatest(sum(y.headlines)::float8 / sum(y.documents), 1) ELSE 7 END AS a,
               CASE WHEN sum(y.documents) > 0 THEN greatest(sum(y.names)::float8 / sum(y.documents), 1) ELSE 20 END AS b,
               CASE WHEN sum(y.documents) > 0 THEN greatest(sum(y.texts)::float8 / sum(y.documents), 1) ELSE 300 END AS t
        FROM (VALUES ('en'), ('es')) k(language) LEFT JOIN articles_searchtally y ON y.language = k.language
        GROUP BY k.language
    )
    INSERT INTO articles_searchposting (document, term, impact)
    SELECT d.id, w.term, w.weight / (1.8::float8 + w.weight)
    FROM articles_searchdocument d JOIN averages v ON v.language = d.language
    CROSS JOIN LATERAL (
        SELECT articles_search_term(d.language, c.lexeme) AS term,
               2.0::float8 * c.a / (0.25::float8 + 0.75::float8 * c.all_a / v.a)
               + 1.5::float8 * c.b / (0.25::float8 + 0.75::float8 * c.all_b / v.b)
               + 1.0::float8 * c.t / (0.25::float8 + 0.75::float8 * c.all_t / v.t) AS weight
        FROM (
            SELECT n.*, sum(n.a) OVER () AS all_a, sum(n.b) OVER () AS all_b, sum(n.t) OVER () AS all_t
            FROM (
                SELECT u.lexeme, k.a, k.b, cardinality(u.weights) - k.a - k.b AS t
                FROM unnest(d.vector) u CROSS JOIN LATERAL (
                    SELECT cardinality(array_positions(u.weights, 'A')) AS a,
                           cardinality(array_positions(u.weights, 'B')) AS b) k
            ) n
        ) c
    ) w
    WHERE d.id = ANY (which)
    ON CONFLICT DO NOTHING;  -- two words of one hash: not in a thousand years
END
$$;

-- The words of these documents that are not known yet.
CREATE FUNCTION articles_search_note(which int[]) RETURNS void
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    INSERT INTO articles_searchword (language, word, term)
    SELECT stemmed.language, stemmed.word, articles_search_term(stemmed.language, stemmed.stem)
    FROM (
        SELECT found.language, found.word,
               (ts_lexize(CASE found.language WHEN 'es' THEN 'spanish_stem' ELSE 'english_stem' END::regdictionary,
                          found.word))[1] AS stem
        FROM (
            SELECT written.language, written.word FROM (
                SELECT DISTINCT d.language, w.word
                FROM articles_searchdocument d, unnest(tsvector_to_array(
                    to_tsvector('newsroom_words', concat_ws(' ', d.headline, d.dek, d.names, d.text)))) w(word)
                WHERE d.id = ANY (which)
            ) written
            WHERE length(written.word) BETWEEN 2 AND 40 AND written.word ~ '^[[:alnum:]]+$' AND NOT EXISTS (
                SELECT 1 FROM articles_searchword o WHERE o.word = written.word AND o.language = written.language)
            OFFSET 0  -- so that each word is stemmed once, after it was found to be new
        ) found
        OFFSET 0
    ) stemmed
    WHERE stemmed.stem <> '';
END
$$;

CREATE OR REPLACE FUNCTION articles_search_write(which int[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM articles_search_tally(which);
    PERFORM articles_search_post(which);
    PERFORM articles_search_note(which);
END
$$;

CREATE OR REPLACE FUNCTION articles_search_renew(which int[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM articles_searchposting WHERE document = ANY (which);
    PERFORM articles_search_post(which);
    PERFORM articles_search_note(which);
END
$$;

CREATE OR REPLACE FUNCTION articles_search_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    changed int[] := ARRAY(SELECT id FROM (
        SELECT id, language, vector, headline, dek, names, text FROM new_rows EXCEPT ALL
        SELECT id, language, vector, headline, dek, names, text FROM old_rows) c);
BEGIN
    IF cardinality(changed) = 0 THEN
        RETURN NULL;
    END IF;
    DELETE FROM articles_searchposting WHERE document = ANY (changed);
    INSERT INTO articles_searchtally (language, documents, headlines, names, texts)
    SELECT o.language, -count(*), -sum(l.headlines), -sum(l.names), -sum(l.texts)
    FROM old_rows o CROSS JOIN LATERAL articles_search_lengths(o.vector) l
    WHERE o.id = ANY (changed) AND o.article_id IS NOT NULL GROUP BY o.language;
    PERFORM articles_search_write(changed);
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION articles_search_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM articles_searchposting WHERE document IN (SELECT id FROM old_rows);
    INSERT INTO articles_searchtally (language, documents, headlines, names, texts)
    SELECT o.language, -count(*), -sum(l.headlines), -sum(l.names), -sum(l.texts)
    FROM old_rows o CROSS JOIN LATERAL articles_search_lengths(o.vector) l
    WHERE o.article_id IS NOT NULL GROUP BY o.language;
    RETURN NULL;
END
$$;

DROP FUNCTION articles_search_count(tsvector, text);
"""

#: The functions as they were.
NO_POSTING = (
    SEARCH[SEARCH.index("CREATE FUNCTION articles_search_count") : SEARCH.index("CREATE TRIGGER")].replace(
        "CREATE FUNCTION", "CREATE OR REPLACE FUNCTION"
    )
    + """
DROP FUNCTION articles_search_tally(int[]);
DROP FUNCTION articles_search_note(int[]);
DROP FUNCTION articles_search_lengths(tsvector);
"""
)
