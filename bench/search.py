"""python -m bench.search: what a search costs with archives of SIZES stories ("10000 100000" unless told).

A page of answers from request to bytes, with cards, facets and highlights, and what is proposed while somebody types:
milliseconds of processor time of this process and of its session of the database. The table goes to docs/performance.md.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from bench import apart, place, report
from bench.corpus import building

#: What is asked, by what it shows; the words are taken from the archive: see `_words`.
QUESTIONS = {
    "a common word": "{common}",
    "three common words": "{common} {second} {third}",
    "four words of a headline": "{headline}",
    "a rare word": "{rare}",
    "a phrase": '"{phrase}"',
    "a common word in a country": "{common} country:{country}",
    "a country since 2012": "country:{country} after:2012",
    "a common word, newest first": "{common}&sort=newest",
    "a mistyped word": "{mistyped}",
    "six words, widened": "{headline} {second} {third}",
    "typing three letters": "suggest {letters}",
}

BUDGETS = {"a common word": 30, "a rare word": 10, "typing three letters": 20}  # milliseconds

TIMES = 15


def main() -> None:
    if len(sys.argv) > 1:
        _measure(int(sys.argv[1]))
        return
    sizes = [int(size) for size in os.environ.get("SIZES", "10000 100000").split()]
    columns = [apart.measured("bench.search", size) for size in sizes]
    head = " | ".join(f"{size:,} stories: CPU ms | queries" for size in sizes)
    lines = [f"| question | {head} | goal |", f"| --- {'| ---: | ---: ' * len(sizes)}| ---: |"]
    for name in QUESTIONS:
        cells = " | ".join(f"{column[name][0]:.1f} | {column[name][1]}" for column in columns)
        lines.append(f"| {name} | {cells} | {BUDGETS.get(name, '')} |")
        if name in BUDGETS:
            cost = columns[-1][name][0]
            measured, budget = f"{cost:.1f} ms", BUDGETS[name]
            report.goal(f"search: {name}, {sizes[-1]:,} stories", measured, f"{budget} ms", met=cost <= budget)
    print("\n".join(lines))
    report.write("Search", f'SIZES="{" ".join(map(str, sizes))}" python -m bench.search', lines)


def _measure(size: int) -> None:
    with place.database(size) as url:
        building.ensure(url, size)
        from django.conf import settings
        from django.test.utils import override_settings

        plain = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
        with override_settings(STORAGES=settings.STORAGES | plain, ALLOWED_HOSTS=["*"]):
            print(json.dumps(dict(_costs())))


def _costs() -> Iterator[tuple[str, tuple[float, int]]]:
    from django.core.handlers.base import BaseHandler
    from django.db import connection
    from django.test import RequestFactory
    from django.test.utils import CaptureQueriesContext

    from bench.desk import processor

    # Not Django's test client: it keeps a copy of what every template was given, which costs more than the search.
    handler, requests, words = BaseHandler(), RequestFactory(), _words()
    handler.load_middleware()
    for name, form in QUESTIONS.items():
        address = _address(form, words)
        with CaptureQueriesContext(connection) as asked:
            answer = handler.get_response(requests.get(address))
            queries = len(asked)
        if answer.status_code != 200:
            sys.exit(f"{address} answers {answer.status_code}")
        times = []
        for _time in range(TIMES):
            begun, used = time.perf_counter(), processor()
            handler.get_response(requests.get(address))
            times.append(processor() - used or (time.perf_counter() - begun) * 1000)
        yield name, (statistics.median(times), queries)


def _address(form: str, words: dict[str, Any]) -> str:
    asked, _sep, sort = form.format(**words).partition("&sort=")
    if asked.startswith("suggest "):
        return f"/search/suggestions/?{urlencode({'q': asked.removeprefix('suggest ')})}"
    return f"/search/?{urlencode({'q': asked} | ({'sort': sort} if sort else {}))}"


def _words() -> dict[str, Any]:
    """The most frequent words of the archive, one that five documents hold, and four words of a headline."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT min(w.word), p.n FROM (SELECT term, count(*) AS n FROM articles_searchposting GROUP BY term) p"
            " JOIN articles_searchword w USING (term) WHERE w.language = 'en' AND w.word ~ '^[a-z]{4,12}$'"
            " GROUP BY p.term, p.n ORDER BY p.n DESC, 1"
        )
        ranked = cursor.fetchall()
        cursor.execute(
            "SELECT headline FROM articles_searchdocument WHERE language = 'en' AND article_id IS NOT NULL"
            " AND headline ~ '^[A-Za-z]+( [A-Za-z]+){3,}' ORDER BY id LIMIT 1 OFFSET 40"
        )
        headline = " ".join(cursor.fetchone()[0].split()[:4])
        cursor.execute(
            "SELECT c.slug_en FROM articles_country c JOIN articles_articlecountry a ON a.country_id = c.id"
            " GROUP BY 1 ORDER BY count(*) DESC LIMIT 1 OFFSET 3"
        )
        country = cursor.fetchone()[0]
    common, second, third = (word for word, _count in ranked[:3])
    rare = next((word for word, count in ranked if count <= 5), ranked[-1][0])  # generated texts have none that rare
    words = {"common": common, "second": second, "third": third, "rare": rare, "headline": headline}
    mistyped = f"{second[:2]}x{second[2:]}"
    return words | {
        "phrase": " ".join(headline.split()[:2]),
        "country": country,
        "mistyped": mistyped,
        "letters": common[:3],
    }


if __name__ == "__main__":
    main()
