"""What is proposed while somebody types: names of places, topics and people first, then headlines."""

import re

from django.db import connection, transaction
from django.utils import translation

from articles import markup
from articles.search import highlighting
from articles.search.facets import KIND_NAMES, KINDS, keys

#: Less than this is the beginning of anything.
SHORTEST = 2  # characters

LONGEST = 80  # characters

NAMES, HEADLINES = 5, 4

# A name counts if each of these words begins one of its words, or of its other names; those that begin with them first.
_NAMES = """
SELECT n.headline, n.path, n.facets FROM (
    SELECT headline, path, facets, unaccent(lower(headline)) AS plain, unaccent(lower(names)) AS others
    FROM articles_searchdocument WHERE language = %(language)s AND article_id IS NULL OFFSET 0
) n
WHERE NOT EXISTS (SELECT 1 FROM unnest(%(patterns)s::text[]) t WHERE (n.plain || ', ' || n.others) !~ t)
ORDER BY n.plain !~ %(beginning)s, length(n.plain), n.plain LIMIT %(names)s
"""

# The longest word leads to the documents in whose headlines it weighs most.
_HEADLINES = """
WITH terms AS (
    SELECT DISTINCT term FROM (
        SELECT term FROM articles_searchword
        WHERE word ~>=~ %(longest)s AND word ~<~ (%(longest)s || chr(1114111)) AND language = %(language)s
        ORDER BY word LIMIT 30) w
), heads AS (
    SELECT DISTINCT p.document FROM terms CROSS JOIN LATERAL (
        SELECT document FROM articles_searchposting p WHERE p.term = terms.term ORDER BY impact DESC LIMIT 40) p
)
SELECT a.headline, a.path FROM heads h
JOIN articles_searchdocument d ON d.id = h.document JOIN articles_article a ON a.id = d.article_id
WHERE a.state = 'live' AND NOT EXISTS (
    SELECT 1 FROM unnest(%(patterns)s::text[]) t WHERE unaccent(lower(d.headline)) !~ t)
ORDER BY d.date DESC, a.id DESC LIMIT %(headlines)s
"""


def suggest(asked: str, *, language: str) -> list[dict[str, str]]:
    """At most NAMES names and HEADLINES headlines, each as `name`, `kind` and `path`. Two queries."""
    words = re.findall(r"\w+", highlighting.fold(markup.single_line(asked)[:LONGEST]))[:6]
    if not words or len(max(words, key=len)) < SHORTEST:
        return []
    parameters = {
        "language": language,
        "patterns": [f"(^|[^[:alnum:]]){word}" for word in words],
        "beginning": f"^{words[0]}",
        "longest": max(words, key=len),
        "names": NAMES,
        "headlines": HEADLINES,
    }
    with transaction.atomic(savepoint=False), connection.cursor() as cursor, translation.override(language):
        cursor.execute("SET LOCAL enable_sort = off")  # as in `resolving`
        cursor.execute(_NAMES, parameters)
        found = [
            {"name": name, "kind": str(KIND_NAMES[KINDS[min(keys(codes, "kind"))]]), "path": path}
            for name, path, codes in cursor.fetchall()
        ]
        cursor.execute(_HEADLINES, parameters)
        found += [{"name": headline, "kind": "", "path": path} for headline, path in cursor.fetchall()]
    return found
