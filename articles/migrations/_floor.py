"""SQL of the floor: the edition that took something away from readers raises it (articles/models/edition.py)."""

FLOOR = """
-- Emptied by the transaction that fills it, like the mark of the edition.
CREATE UNLOGGED TABLE articles_floor_mark (transaction_id bigint PRIMARY KEY);

-- The edition's own mark comes first, so that at commit its number is the new one before the floor is raised to it.
CREATE FUNCTION articles_raise_floor() RETURNS void LANGUAGE sql AS $$
    SELECT articles_mark_edition();
    INSERT INTO articles_floor_mark VALUES (pg_current_xact_id()::text::bigint) ON CONFLICT DO NOTHING
$$;

CREATE FUNCTION articles_set_floor() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE articles_edition SET floor = number WHERE floor <> number;
    DELETE FROM articles_floor_mark WHERE transaction_id = NEW.transaction_id;
    RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER set_floor AFTER INSERT ON articles_floor_mark
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION articles_set_floor();
"""

NO_FLOOR = """
DROP TABLE articles_floor_mark;
DROP FUNCTION articles_set_floor();
DROP FUNCTION articles_raise_floor();
"""
