"""SQL of search: what the database does by itself when a search document is written, changed or taken away.

The weights and bounds of BM25F stand here and nowhere else; docs/search.md tells where they come from.
"""

SEARCH = """
CREATE TEXT SEARCH CONFIGURATION newsroom_words (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION newsroom_words
    ALTER MAPPING FOR asciiword, word, asciihword, hword, hword_asciipart, hword_part WITH unaccent, simple;

-- Texts and vectors lie beside the rows, so that thousands of rows can be looked at for their date and facets.
ALTER TABLE articles_searchdocument SET (toast_tuple_target = 256);

CREATE FUNCTION articles_search_term(language text, stem text) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT hashtextextended(stem, CASE language WHEN 'es' THEN 2 ELSE 1 END)
$$;

CREATE FUNCTION articles_search_count(vectors tsvector, weight text) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(sum(cardinality(array_positions(u.weights, weight))), 0)::bigint FROM unnest(vectors) u
$$;

-- The words of these documents; averages are those of the moment.
CREATE FUNCTION articles_search_post(which int[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    WITH counted AS MATERIALIZED (
        SELECT d.id, d.language, articles_search_term(d.language, u.lexeme) AS term,
               cardinality(array_positions(u.weights, 'A')) AS a,
               cardinality(array_positions(u.weights, 'B')) AS b,
               cardinality(array_positions(u.weights, 'D')) AS t
        FROM articles_searchdocument d, unnest(d.vector) u WHERE d.id = ANY(which)
    ), lengths AS (
        SELECT id, sum(a) AS a, sum(b) AS b, sum(t) AS t FROM counted GROUP BY id
    ), averages AS (
        -- Of stories; before there is one, those that a newsroom has.
        SELECT k.language, CASE WHEN sum(y.documents) > 0 THEN greatest(sum(y.headlines)::float8 / sum(y.documents), 1) ELSE 7 END AS a,
               CASE WHEN sum(y.documents) > 0 THEN greatest(sum(y.names)::float8 / sum(y.documents), 1) ELSE 20 END AS b,
               CASE WHEN sum(y.documents) > 0 THEN greatest(sum(y.texts)::float8 / sum(y.documents), 1) ELSE 300 END AS t
        FROM (VALUES ('en'), ('es')) k(language) LEFT JOIN articles_searchtally y ON y.language = k.language
        GROUP BY k.language
    ), weighed AS (
        SELECT c.id, c.term, sum(
            2.0 * c.a / (0.25 + 0.75 * l.a / v.a) + 1.5 * c.b / (0.25 + 0.75 * l.b / v.b) + c.t / (0.25 + 0.75 * l.t / v.t)
        ) AS weight
        FROM counted c JOIN lengths l USING (id) JOIN averages v USING (language) GROUP BY c.id, c.term
    )
    INSERT INTO articles_searchposting (document, term, impact)
    SELECT id, term, weight / (1.8 + weight) FROM weighed;

    INSERT INTO articles_searchword (language, word, term)
    SELECT found.language, found.word, articles_search_term(found.language, found.stem)
    FROM (
        SELECT written.language, written.word,
               (ts_lexize(CASE written.language WHEN 'es' THEN 'spanish_stem' ELSE 'english_stem' END::regdictionary,
                          written.word))[1] AS stem
        FROM (
            SELECT DISTINCT d.language, w.word
            FROM articles_searchdocument d, unnest(tsvector_to_array(
                to_tsvector('newsroom_words', concat_ws(' ', d.headline, d.dek, d.names, d.text)))) w(word)
            WHERE d.id = ANY(which) AND length(w.word) BETWEEN 2 AND 40 AND w.word ~ '^[[:alnum:]]+$'
        ) written
        WHERE NOT EXISTS (
            SELECT 1 FROM articles_searchword o WHERE o.word = written.word AND o.language = written.language)
    ) found
    WHERE found.stem <> '';
END
$$;

-- Many rows of tallies become few; a row that another transaction has in hand is left to it.
CREATE FUNCTION articles_search_settle() RETURNS void LANGUAGE sql AS $$
    WITH gone AS (
        DELETE FROM articles_searchtally WHERE id IN (SELECT id FROM articles_searchtally FOR UPDATE SKIP LOCKED)
        RETURNING *
    )
    INSERT INTO articles_searchtally (language, documents, headlines, names, texts)
    SELECT language, sum(documents), sum(headlines), sum(names), sum(texts) FROM gone GROUP BY language
$$;

-- Adds what these documents hold to the tallies, then to the postings.
CREATE FUNCTION articles_search_write(which int[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO articles_searchtally (language, documents, headlines, names, texts)
    SELECT d.language, count(*), sum(articles_search_count(d.vector, 'A')),
           sum(articles_search_count(d.vector, 'B')), sum(articles_search_count(d.vector, 'D'))
    FROM articles_searchdocument d WHERE d.id = ANY(which) AND d.article_id IS NOT NULL GROUP BY d.language;
    IF (SELECT count(*) FROM articles_searchtally) > 100 THEN
        PERFORM articles_search_settle();
    END IF;
    PERFORM articles_search_post(which);
END
$$;

-- The postings of these documents anew, with the averages of now.
CREATE FUNCTION articles_search_renew(which int[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM articles_searchposting WHERE document = ANY(which);
    PERFORM articles_search_post(which);
END
$$;

-- All of it anew, from the documents that are there.
CREATE FUNCTION articles_search_rebuild() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM articles_searchposting;
    DELETE FROM articles_searchtally;
    DELETE FROM articles_searchword;
    PERFORM articles_search_write(ARRAY(SELECT id FROM articles_searchdocument));
    PERFORM articles_search_settle();
END
$$;

CREATE FUNCTION articles_search_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM articles_search_write(ARRAY(SELECT id FROM new_rows));
    RETURN NULL;
END
$$;

CREATE FUNCTION articles_search_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    changed int[] := ARRAY(SELECT id FROM (
        SELECT id, language, vector, headline, dek, names, text FROM new_rows EXCEPT ALL
        SELECT id, language, vector, headline, dek, names, text FROM old_rows) c);
BEGIN
    IF cardinality(changed) = 0 THEN
        RETURN NULL;
    END IF;
    DELETE FROM articles_searchposting WHERE document = ANY(changed);
    INSERT INTO articles_searchtally (language, documents, headlines, names, texts)
    SELECT o.language, -count(*), -sum(articles_search_count(o.vector, 'A')),
           -sum(articles_search_count(o.vector, 'B')), -sum(articles_search_count(o.vector, 'D'))
    FROM old_rows o WHERE o.id = ANY(changed) AND o.article_id IS NOT NULL GROUP BY o.language;
    PERFORM articles_search_write(changed);
    RETURN NULL;
END
$$;

CREATE FUNCTION articles_search_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM articles_searchposting WHERE document IN (SELECT id FROM old_rows);
    INSERT INTO articles_searchtally (language, documents, headlines, names, texts)
    SELECT o.language, -count(*), -sum(articles_search_count(o.vector, 'A')),
           -sum(articles_search_count(o.vector, 'B')), -sum(articles_search_count(o.vector, 'D'))
    FROM old_rows o WHERE o.article_id IS NOT NULL GROUP BY o.language;
    RETURN NULL;
END
$$;

-- Not TRUNCATE: when all tables are emptied at once, these may be among them already.
CREATE FUNCTION articles_search_emptied() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM articles_searchposting;
    DELETE FROM articles_searchtally;
    DELETE FROM articles_searchword;
    RETURN NULL;
END
$$;

CREATE TRIGGER search_added AFTER INSERT ON articles_searchdocument
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION articles_search_added();
CREATE TRIGGER search_changed AFTER UPDATE ON articles_searchdocument
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION articles_search_changed();
CREATE TRIGGER search_removed AFTER DELETE ON articles_searchdocument
    REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION articles_search_removed();
CREATE TRIGGER search_emptied AFTER TRUNCATE ON articles_searchdocument
    FOR EACH STATEMENT EXECUTE FUNCTION articles_search_emptied();
"""

NO_SEARCH = """
DROP FUNCTION articles_search_added() CASCADE;
DROP FUNCTION articles_search_changed() CASCADE;
DROP FUNCTION articles_search_removed() CASCADE;
DROP FUNCTION articles_search_emptied() CASCADE;
DROP FUNCTION articles_search_rebuild();
DROP FUNCTION articles_search_renew(int[]);
DROP FUNCTION articles_search_write(int[]);
DROP FUNCTION articles_search_post(int[]);
DROP FUNCTION articles_search_settle();
DROP FUNCTION articles_search_count(tsvector, text);
DROP FUNCTION articles_search_term(text, text);
DROP TEXT SEARCH CONFIGURATION newsroom_words;
"""
