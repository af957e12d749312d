"""SQL of two more shelves of the archive: what a section has about a country, and what was put right.

Where stories stand follows from `articles_filings_of` alone, so files and counts follow when it says more than before.
"""

from articles.migrations._filing import FILING

MORE_SHELVES = """
CREATE OR REPLACE FUNCTION articles_filings_of(wanted bigint[])
RETURNS TABLE (language varchar, kind varchar, key bigint, other bigint, published_at timestamptz, article_id bigint)
LANGUAGE sql STABLE AS $$
    WITH live AS (
        SELECT a.id, a.language, a.published_at, a.section_id, s.parent_id
        FROM articles_article a JOIN articles_section s ON s.id = a.section_id
        WHERE a.state = 'live' AND a.id = ANY (wanted)
    ), sectioned AS (
        SELECT id, section_id FROM live UNION ALL SELECT id, parent_id FROM live WHERE parent_id IS NOT NULL
    ), filed (id, kind, key, other) AS (
        SELECT id, 'all', 0, 0 FROM live
        UNION ALL SELECT id, 'section', section_id, 0 FROM sectioned
        UNION ALL SELECT live.id, 'country', c.country_id, 0 FROM live JOIN articles_articlecountry c ON c.article_id = live.id
        UNION ALL SELECT live.id, 'topic', t.topic_id, 0 FROM live JOIN articles_articletopic t ON t.article_id = live.id
        UNION ALL SELECT live.id, 'author', b.author_id, 0 FROM live JOIN articles_byline b ON b.article_id = live.id
        UNION ALL SELECT live.id, 'tag', t.tag_id, 0 FROM live JOIN articles_articletag t ON t.article_id = live.id
        UNION ALL SELECT live.id, 'country_topic', c.country_id, t.topic_id FROM live
            JOIN articles_articlecountry c ON c.article_id = live.id JOIN articles_articletopic t ON t.article_id = live.id
        UNION ALL SELECT s.id, 'country_section', c.country_id, s.section_id FROM sectioned s
            JOIN articles_articlecountry c ON c.article_id = s.id
    )
    SELECT live.language, filed.kind, filed.key, filed.other, live.published_at, live.id FROM filed JOIN live USING (id)
    -- Notes of one moment on one story stand together.
    UNION ALL SELECT DISTINCT live.language, 'corrected', 0, 0, n.made_at, live.id
    FROM live JOIN articles_correction n ON n.article_id = live.id
$$;
"""

_FORMER = FILING[FILING.index("CREATE FUNCTION articles_filings_of") : FILING.index("-- File these stories anew")]

FEWER_SHELVES = _FORMER.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")
