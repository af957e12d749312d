"""Specimens of what shows the archive: maps, timelines, tables of counts."""

from datetime import date
from typing import Any

from articles import timelines
from articles.companions import Companion, Links
from articles.coverage import ALL, Month, Shape
from articles.models import Country, Topic
from articles.views.explore import Shaded, spots

_MONTHS = [Month(date(2026, 3, 1), 1234), Month(date(2025, 11, 1), 3), Month(date(2024, 1, 1), 410)]
_LONG = [Month(date(year, 5, 1), year % 7 + 1) for year in range(2026, 2010, -1)]


def states(country: Country, topic: Topic, language: str) -> dict[str, list[tuple[str, dict[str, Any]]]]:
    """The states of each component, by the name of its template."""
    by_month = timelines.of(Shape(ALL, language, _MONTHS))
    by_year = timelines.of(Shape(ALL, language, _LONG))
    several = timelines.of_several([(topic, _LONG[::-1]), (topic, _MONTHS[::-1])])
    few, many = (Shaded(country, stories, country.path_in(language), shade) for stories, shade in ((3, 1), (1234, 5)))
    names = [
        (row.said_in(language, "name"), row.path_in(language), stories) for row, stories in ((topic, 410), (country, 3))
    ]
    companions = Links((names[0],) * 3, (names[1],) * 2)
    cells = Shaded(topic, 12, "#", 4)
    facts = {
        "en": [("Capital", "Panama City"), ("Currency", "Balboa")],
        "es": [("Capital", "Ciudad de Panamá"), ("Moneda", "balboa")],
    }
    return {
        "timeline": [
            ("by month, with links", {"timeline": by_month, "is_dated": True, "opened": True}),
            ("by year", {"timeline": by_year}),
        ],
        "timelines": [("two topics", {"several": several, "kind_of_line": topic.said_in(language, "name")})],
        "calendar": [("without links", {"timeline": by_month})],
        "americas": [
            (name, {"map": spots(name, [many]), "name": country.said_in(language, "name")})
            for name in ("americas", "middle")
        ],
        "counted": [("few and many", {"countries": [few, many]})],
        "matrix": [("two topics", {"columns": [Companion(topic, 410)] * 2, "lines": [(country, [cells, None])]})],
        "companions": [
            ("of a country", {"companions": companions, "country": country}),
            ("of a topic", {"companions": companions}),
        ],
        "facts": [("two", {"facts": facts[language]})],
    }
