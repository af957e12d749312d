"""SQL of `Draft.uses`: what a story refers to, live or at the desk, as numbers that one index answers for.

The codes of a story are those of three revisions: the newest one, the approved one, and the one that readers see. A code is the
number of the part in a snapshot (see articles.uses.PARTS) times 10^12 plus the key of the row; a tag's key is made of its name.
"""

USES = """
CREATE FUNCTION articles_key_of_tag(name text) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT ('x' || left(md5(upper(name)), 9))::bit(36)::bigint
$$;

-- No list where a snapshot should have one is an empty one: this must never stand in the way of a save.
CREATE FUNCTION articles_listed(snapshot jsonb, part text) RETURNS SETOF jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT jsonb_array_elements(CASE jsonb_typeof(snapshot -> part) WHEN 'array' THEN snapshot -> part ELSE '[]' END)
$$;

CREATE FUNCTION articles_uses_of(revisions bigint[]) RETURNS bigint[] LANGUAGE sql STABLE AS $$
    SELECT coalesce(array_agg(DISTINCT u.part * 1000000000000 + u.key ORDER BY u.part * 1000000000000 + u.key), '{}')
    FROM articles_revision r CROSS JOIN LATERAL (
        SELECT 1::bigint AS part, (r.snapshot ->> 'section')::bigint AS key
        UNION ALL SELECT 2, (r.snapshot ->> 'lead_image')::bigint
        UNION ALL SELECT 3, found[1]::bigint
            FROM regexp_matches(r.snapshot ->> 'body', 'data-image="([0-9]{1,12})"', 'g') found
        UNION ALL SELECT 4, (r.snapshot ->> 'kicker_topic')::bigint
        UNION ALL SELECT 5, (r.snapshot ->> 'kicker_country')::bigint
        UNION ALL SELECT 6, topic::bigint FROM articles_listed(r.snapshot, 'topics') topic
        UNION ALL SELECT 7, country::bigint FROM articles_listed(r.snapshot, 'countries') country
        UNION ALL SELECT 8, (byline ->> 0)::bigint FROM articles_listed(r.snapshot, 'bylines') byline
        UNION ALL SELECT 9, picked::bigint FROM articles_listed(r.snapshot, 'picks') picked
        UNION ALL SELECT 10, articles_key_of_tag(tag #>> '{}') FROM articles_listed(r.snapshot, 'tags') tag
    ) u
    WHERE r.id = ANY(revisions) AND u.key IS NOT NULL
$$;

CREATE FUNCTION articles_draft_uses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.uses := articles_uses_of(ARRAY[NEW.head_id, NEW.approved_revision_id,
        (SELECT published_revision_id FROM articles_article WHERE id = NEW.article_id)]);
    RETURN NEW;
END
$$;

CREATE FUNCTION articles_live_uses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE articles_draft d SET uses = fresh.uses
    FROM (SELECT articles_uses_of(ARRAY[head_id, approved_revision_id, NEW.published_revision_id]) AS uses
          FROM articles_draft WHERE article_id = NEW.id) fresh
    WHERE d.article_id = NEW.id AND d.uses IS DISTINCT FROM fresh.uses;
    RETURN NULL;
END
$$;

CREATE TRIGGER uses_of_a_draft BEFORE INSERT OR UPDATE OF head_id, approved_revision_id ON articles_draft
    FOR EACH ROW EXECUTE FUNCTION articles_draft_uses();
CREATE TRIGGER uses_of_a_new_story AFTER INSERT ON articles_article
    FOR EACH ROW WHEN (NEW.published_revision_id IS NOT NULL) EXECUTE FUNCTION articles_live_uses();
CREATE TRIGGER uses_of_what_is_public AFTER UPDATE OF published_revision_id ON articles_article
    FOR EACH ROW WHEN (NEW.published_revision_id IS DISTINCT FROM OLD.published_revision_id)
    EXECUTE FUNCTION articles_live_uses();

UPDATE articles_draft d SET uses = articles_uses_of(ARRAY[d.head_id, d.approved_revision_id, a.published_revision_id])
FROM articles_article a WHERE a.id = d.article_id;
"""

NO_USES = """
DROP FUNCTION articles_live_uses() CASCADE;
DROP FUNCTION articles_draft_uses() CASCADE;
DROP FUNCTION articles_uses_of(bigint[]);
DROP FUNCTION articles_listed(jsonb, text);
DROP FUNCTION articles_key_of_tag(text);
"""
