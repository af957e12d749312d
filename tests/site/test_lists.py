"""The front page, the lists and the indexes."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, TypeAlias

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.models import Announcement, Author
from articles.views.collation import key
from tests import factories
from tests.factories import THEN
from tests.site.edition import found, parsed, read, text_of

Once: TypeAlias = Callable[..., Any]


def _many(edition: dict[str, Any], count: int) -> None:
    for n in range(count):
        factories.story(
            headline=f"Report {n:02}",
            slug=f"report-{n:02}",
            section=edition["news"].pk,
            topics=(edition["topic"].pk,),
            countries=(edition["country"].pk,),
            kicker_country=edition["country"].pk,
            bylines=((Author.objects.get(slug="ana-alba").pk, "author"),),
            tags=("Security",),
            at=THEN - timedelta(days=1, hours=n),
        )


def test_a_story_stands_on_the_front_page_once(edition: dict[str, Any], once: Once, reader: Client) -> None:
    once(_many, 30)
    tree = parsed(reader.get("/"))
    links = [link.get("href") for h in ("h2", "h3", "h4") for heading in tree.iter(h) for link in heading.iter("a")]
    stories = [link for link in links if link.startswith("/news/") and link.count("/") > 2]
    assert len(stories) == len(set(stories)) == 1 + 4 + 10 + 4
    assert stories[0] == "/news/briefs/the-summit-ends/"


def test_the_river_runs_by_day_from_the_newest_hour(edition: dict[str, Any], once: Once, reader: Client) -> None:
    once(_many, 30)
    river = found(parsed(reader.get("/")), "section", class_="river")[0]
    assert [text_of(day) for day in found(river, "h3")] == ["May 5, 2024", "May 4, 2024"]
    moments = [time.get("datetime") for time in river.iter("time")]
    assert moments == sorted(moments, reverse=True)
    assert text_of(next(river.iter("time"))) == "8:00 AM"


def test_the_front_page_is_in_one_language(edition: dict[str, Any], reader: Client) -> None:
    assert "The summit ends" in read(reader, "/") and "Termina la cumbre" not in read(reader, "/")
    assert "Termina la cumbre" in read(reader, "/es/") and "The summit ends" not in read(reader, "/es/")


@pytest.mark.parametrize(
    "path",
    [
        "/news/",
        "/topics/{topic}/",
        "/countries/{country}/",
        "/countries/{country}/topics/{topic}/",
        "/authors/ana-alba/",
        "/tags/security/",
        "/archive/2024/",
    ],
)
def test_a_list_has_pages_of_twenty(edition: dict[str, Any], once: Once, reader: Client, path: str) -> None:
    once(_many, 41)
    path = path.format(topic=edition["topic"].slug_en, country=edition["country"].slug_en)
    seen: list[str] = []
    pages = [path, f"{path}page/2/", f"{path}page/3/"]
    for number, address in enumerate(pages):
        tree = parsed(reader.get(address))
        # Where the coverage has a heading of its own, its stories stand a level lower.
        level = "h3" if found(tree, "h2", class_="rubric") else "h2"
        seen += [next(heading.iter("a")).get("href") for heading in found(tree, level, class_="card__headline")]
        onward = {link.get("rel"): link.get("href") for link in found(tree, "nav", class_="pagination")[0].iter("a")}
        assert onward.get("next") == (pages[number + 1] if number < 2 else None)
        assert onward.get("prev") == (pages[number - 1] if number else None)
        assert found(tree, "link", rel="canonical")[0].get("href").endswith(address)
        versions = [link for link in found(tree, "link", rel="alternate") if link.get("hreflang")]
        assert bool(versions) is (number == 0)
    assert len(seen) == len(set(seen)) >= 42
    assert reader.get(f"{path}page/4/").status_code == 404


@pytest.mark.parametrize(
    ("path", "queries"),  # two of them read the house, which they need not within one edition: see test_cost.py
    [
        ("/", 7),
        ("/news/", 5),
        ("/topics/{topic}/", 4),  # one for what it is covered together with
        ("/countries/{country}/", 4),
        ("/authors/ana-alba/", 6),
        ("/tags/security/", 5),
        ("/explore/", 8),
        ("/explore/news/", 7),
        ("/explore/topics/{topic}/", 8),
        ("/countries/{country}/topics/{topic}/", 5),
        ("/archive/", 3),
        ("/archive/2024/", 5),  # one for whether the other language has it
        ("/archive/2024/05/", 5),
        ("/search/?q=summit", 6),
        ("/countries/", 3),
        ("/topics/", 3),
        ("/authors/", 3),
        ("/about/", 4),
        ("/about/updates/", 4),
        ("/about/who-we-are/", 5),
        ("/about/updates/a-prize/", 4),
        ("/news/briefs/the-summit-ends/related/", 6),
    ],
)
def test_a_list_asks_as_often_for_forty_stories_as_for_one(
    edition: dict[str, Any],
    once: Once,
    reader: Client,
    django_assert_num_queries: DjangoAssertNumQueries,
    path: str,
    queries: int,
) -> None:
    path = path.format(topic=edition["topic"].slug_en, country=edition["country"].slug_en)
    with django_assert_num_queries(queries):
        assert reader.get(path).status_code == 200
    once(_many, 41)
    with django_assert_num_queries(queries):
        assert reader.get(path).status_code == 200


def test_a_section_holds_the_stories_of_its_parts(edition: dict[str, Any], reader: Client) -> None:
    assert "The summit ends" in read(reader, "/news/")
    assert "Older summit" not in read(reader, "/news/briefs/")


def test_names_stand_in_the_order_that_readers_expect() -> None:
    names = ["Ópalo", "Zeta", "Ñato", "oro", "Nube", "Árbol", "azul", "Nz"]
    assert sorted(names, key=key("es")) == ["Árbol", "azul", "Nube", "Nz", "Ñato", "Ópalo", "oro", "Zeta"]
    assert sorted(names, key=key("en")) == ["Árbol", "azul", "Ñato", "Nube", "Nz", "Ópalo", "oro", "Zeta"]


def test_plain_letters_are_ordered_as_all_others() -> None:
    names = [
        "A",
        "a",
        "Á",
        "Ab",
        "ab",
        "áb",
        "ÁB",
        "",
        "-",
        "straße",
        "strasse",
        "STRASSE",
        "ﬁn",
        "fin",
        "n~",
        "ñ",
        "Øl",
        "日",
    ]
    for language in ("en", "es"):
        whole = {name: key(language)(name + "日")[0][:-1] for name in names}  # no shorter way is open for these
        assert {name: key(language)(name)[0] for name in names} == whole


def test_the_index_of_countries_is_sorted_in_the_language_of_the_page(edition: dict[str, Any], reader: Client) -> None:
    factories.CountryFactory(code="ES", name_en="Spain", name_es="España")
    factories.CountryFactory(code="EE", name_en="Estonia", name_es="Estonia")
    for path, expected in {
        "/countries/": ["El Salvador", "Estonia", "Spain"],
        "/es/paises/": ["El Salvador", "España", "Estonia"],
    }.items():
        names = found(parsed(reader.get(path)), "ul", class_="atlas")[0]
        assert [text_of(name) for name in names.iter("li")] == expected


def test_protected_authors_are_not_among_the_authors(edition: dict[str, Any], reader: Client) -> None:
    html = read(reader, "/authors/")
    assert "Ana Alba" in html and "Norma" not in html


def test_a_draft_announcement_is_nowhere(edition: dict[str, Any], reader: Client) -> None:
    Announcement.objects.filter(language="en").update(published=False)
    for path in ("/", "/about/", "/about/updates/", "/news/briefs/the-summit-ends/"):
        assert "A prize" not in read(reader, path)


def test_search_finds_counts_and_keeps_the_question(edition: dict[str, Any], once: Once, reader: Client) -> None:
    once(_many, 25)
    tree = parsed(reader.get("/search/?q=report"))
    assert "25 results for “report”" in text_of(found(tree, "main")[0])
    assert found(tree, "input", name="q")[0].get("value") == "report"
    assert found(tree, "meta", name="robots")[0].get("content") == "noindex"
    (onward,) = found(tree, "nav", class_="pagination")[0].iter("a")
    assert onward.get("href") == "/search/?q=report&page=2"
    assert len(found(parsed(reader.get(onward.get("href"))), "h2", class_="card__headline")) == 5
    spanish = parsed(reader.get("/es/buscar/?q=termina"))
    assert "1 resultado para “termina”" in text_of(found(spanish, "main")[0])


@pytest.mark.parametrize(
    "query", ["page=2", "q=summit&page=9", "q=summit&page=x", "q=summit&page=0", "q=summit&page=-1"]
)
def test_search_has_no_page_beyond_its_answers(edition: dict[str, Any], reader: Client, query: str) -> None:
    assert reader.get(f"/search/?{query}").status_code == 404


@pytest.mark.parametrize(
    "question", ["", "   ", "%00", "%22", "%27%3B--", "-", "OR", "%22unclosed", "a" * 900, "%F0%9F%98%80"]
)
def test_search_answers_any_question(edition: dict[str, Any], reader: Client, question: str) -> None:
    assert reader.get(f"/search/?q={question}").status_code == 200


def test_a_question_is_text_and_never_markup(edition: dict[str, Any], reader: Client) -> None:
    tree = parsed(reader.get('/search/?q=<script>"%26x'))
    assert found(tree, "input", name="q")[0].get("value") == '<script>"&x'


@pytest.mark.parametrize("kind", ["country", "topic"])
def test_a_profile_has_its_sections_and_the_day_of_its_last_review(
    edition: dict[str, Any], reader: Client, kind: str
) -> None:
    row = edition[kind]
    row.profile_en = '<p>First of all.</p><h2>What came before</h2><p>Later.</p><script>alert("x")</script>'
    row.profile_es = "Antes que nada."
    row.reviewed_on = date(2024, 2, 29)
    row.save()
    tree = parsed(reader.get(row.path_in("en")))
    (profile,) = found(tree, "div", class_="profile")
    assert [text_of(heading) for heading in profile.iter("h2")] == ["What came before"]
    assert "alert" not in text_of(profile)
    assert text_of(found(profile, "p", class_="profile__reviewed")[0]) == "Last reviewed February 29, 2024"
    assert bool(found(profile, "div", class_="profile__map")) is (kind == "country")
    spanish = found(parsed(reader.get(row.path_in("es"))), "div", class_="profile")[0]
    assert "Antes que nada." in [text_of(p) for p in spanish.iter("p")]
    assert text_of(found(spanish, "p", class_="profile__reviewed")[0]) == "Última revisión: 29 de febrero de 2024"


@pytest.mark.parametrize(("kind", "line"), [("actor", ["Also known as Meetings"]), ("theme", [])])
def test_another_name_is_shown_for_an_organisation_and_only_searched_by_for_a_theme(
    edition: dict[str, Any], reader: Client, kind: str, line: list[str]
) -> None:
    topic = edition["topic"]
    topic.kind = kind
    topic.save()
    tree = parsed(reader.get(topic.path_in("en")))
    assert [text_of(p) for p in found(tree, "p", class_="aliases")] == line


def test_a_picture_in_a_profile_costs_one_query_and_is_shown(
    edition: dict[str, Any], reader: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    topic = edition["topic"]
    topic.profile_en = f'<figure data-image="{edition["image"].pk}"></figure>'
    topic.save()
    with django_assert_num_queries(5):
        tree = parsed(reader.get(topic.path_in("en")))
    assert found(found(tree, "div", class_="profile")[0], "img")
