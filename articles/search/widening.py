"""Questions of many words: terms that their best answers have in common are asked for too, with a part of the weight.

RM3, see docs/search.md. Nothing is found by these terms alone.
"""

#: Questions of so many words and more are widened: by ADDED terms that at least two of the FEEDBACK best answers have in
#: common, with this SHARE of the weight.
MANY_WORDS = 5
FEEDBACK, ADDED, SHARE = 10, 20, 0.3

# `gathered` are the documents that hold words of the question, `asked` all terms with their weights.
WIDENED = """WITH typed AS MATERIALIZED (
    SELECT * FROM unnest(%(terms)s::bigint[], %(weights)s::real[]) a(term, weight)
), gathered AS MATERIALIZED (
    SELECT h.document, sum(h.impact * t.weight)::float8 AS score FROM typed t CROSS JOIN LATERAL (
        SELECT document, impact FROM articles_searchposting WHERE term = t.term ORDER BY impact DESC LIMIT %(head)s) h
    GROUP BY h.document
), first AS MATERIALIZED (
    SELECT * FROM gathered ORDER BY score DESC, document DESC LIMIT %(feedback)s
), common AS MATERIALIZED (
    SELECT p.term, sum(p.impact * f.score) AS mass FROM first f JOIN articles_searchposting p ON p.document = f.document
    GROUP BY p.term HAVING count(*) > 1 ORDER BY mass DESC, p.term LIMIT 3 * %(added)s
), frequent AS MATERIALIZED (SELECT * FROM articles_search_frequent()
), rare AS MATERIALIZED (
    SELECT c.term, c.mass, ln(1 + (%(documents)s - n.documents + 0.5) / (n.documents + 0.5)) AS rarity
    FROM common c LEFT JOIN frequent f USING (term) CROSS JOIN LATERAL (
        SELECT least(coalesce(f.documents, (SELECT count(*) FROM (
            SELECT 1 FROM articles_searchposting p WHERE p.term = c.term LIMIT 20000) k)), %(documents)s) AS documents OFFSET 0) n
), added AS (
    SELECT term, mass / sum(mass) OVER () * rarity AS weight
    FROM (SELECT * FROM rare ORDER BY mass * rarity DESC, term LIMIT %(added)s) r
), asked AS MATERIALIZED (
    SELECT term, sum(weight)::real AS weight, bool_or(typed) AS typed FROM (
        SELECT term, weight / %(words)s * (1 - %(share)s) AS weight, true AS typed FROM typed
        UNION ALL SELECT term, weight * %(share)s, false FROM added) w
    GROUP BY term
)"""
