"""SQL of search: how many documents hold a frequent word, without counting them."""

FREQUENT = """
-- The words that more than 2,000 documents hold, and about how many hold each: what ANALYZE has sampled. To count such a word
-- for every question would cost more than all that follows.
ALTER TABLE articles_searchposting ALTER COLUMN term SET STATISTICS 1000;

CREATE FUNCTION articles_search_frequent() RETURNS TABLE (term bigint, documents bigint) LANGUAGE sql STABLE AS $$
    SELECT u.term, (u.share * c.reltuples)::bigint
    FROM pg_class c
    JOIN pg_stats s ON s.schemaname = c.relnamespace::regnamespace::text AND s.tablename = c.relname AND s.attname = 'term'
    CROSS JOIN LATERAL unnest(s.most_common_vals::text::bigint[], s.most_common_freqs) u(term, share)
    WHERE c.oid = 'articles_searchposting'::regclass AND u.share * c.reltuples > 2000
$$;
"""

NO_FREQUENT = """
DROP FUNCTION articles_search_frequent();
ALTER TABLE articles_searchposting ALTER COLUMN term SET STATISTICS -1;
"""
