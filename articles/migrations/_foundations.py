"""SQL that the first migration starts with: what the tables stand on."""

# Search configurations that ignore accents, and the mark that each public change leaves.
# (What the triggers do with it is told in articles/models/edition.py.)
FOUNDATIONS = """
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TEXT SEARCH CONFIGURATION newsroom_en (COPY = english);
ALTER TEXT SEARCH CONFIGURATION newsroom_en
    ALTER MAPPING FOR asciiword, word, asciihword, hword, hword_asciipart, hword_part WITH unaccent, english_stem;
CREATE TEXT SEARCH CONFIGURATION newsroom_es (COPY = spanish);
ALTER TEXT SEARCH CONFIGURATION newsroom_es
    ALTER MAPPING FOR asciiword, word, asciihword, hword, hword_asciipart, hword_part WITH unaccent, spanish_stem;

-- Emptied by the transaction that fills it, so it need not survive a crash.
CREATE UNLOGGED TABLE articles_edition_mark (transaction_id bigint PRIMARY KEY);

CREATE FUNCTION articles_mark_edition() RETURNS void LANGUAGE sql AS $$
    INSERT INTO articles_edition_mark VALUES (pg_current_xact_id()::text::bigint) ON CONFLICT DO NOTHING
$$;

CREATE FUNCTION articles_start_edition() RETURNS trigger LANGUAGE plpgsql AS $$
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

-- Deferred: the one row of the edition is locked only while its transaction commits.
CREATE CONSTRAINT TRIGGER start_edition AFTER INSERT ON articles_edition_mark
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION articles_start_edition();
"""

NO_FOUNDATIONS = """
DROP TABLE articles_edition_mark;
DROP FUNCTION articles_start_edition();
DROP FUNCTION articles_mark_edition();
DROP TEXT SEARCH CONFIGURATION newsroom_en;
DROP TEXT SEARCH CONFIGURATION newsroom_es;
"""
