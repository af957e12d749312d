"""The archive explored: maps, timelines, countries against topics, dates."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.test import Client

from articles import publishing, timelines
from articles.coverage import Month
from articles.models import Address, Article, Country, Section, Topic
from articles.models.taxonomy import FACTS, fact_in_each_line
from articles.pathwords import RESERVED
from tests import factories
from tests.site.edition import found, parsed, read, text_of

SVG = "{http://www.w3.org/2000/svg}"
BOTH = "/countries/honduras/topics/extortion/"
IN_NEWS = "/countries/honduras/news/"


@pytest.fixture
def archive(edition: dict[str, Any], once: Callable[..., Any]) -> dict[str, Any]:
    """Beside the edition of all tests, three stories about Honduras and extortion, in three months of two years."""
    return edition | once(_honduras)


def _honduras(edition: dict[str, Any]) -> dict[str, Any]:
    honduras = factories.CountryFactory(
        code="HN", name_en="Honduras", name_es="Honduras", slug_en="honduras", slug_es="honduras"
    )
    extortion = factories.TopicFactory(
        name_en="Extortion", name_es="Extorsión", slug_en="extortion", slug_es="extorsion"
    )
    shared: dict[str, Any] = {"countries": (honduras.pk,), "topics": (extortion.pk,), "section": edition["news"].pk}
    for number, at in enumerate(("2011-06-30T23:00", "2011-12-01T00:00", "2012-01-01T00:00")):
        moment = datetime.fromisoformat(at).replace(tzinfo=UTC)
        factories.story(headline=f"Honduras {number}", slug=f"honduras-{number}", at=moment, **shared)
    return {"honduras": honduras, "extortion": extortion}


def _headlines(tree: Any) -> list[str]:
    return [text_of(heading) for level in ("h2", "h3") for heading in found(tree, level, class_="card__headline")]


def test_the_map_and_the_table_beside_it_say_the_same(archive: dict[str, Any], reader: Client) -> None:
    tree = parsed(reader.get("/explore/"))
    on_maps = {
        link.get("href"): link.get("aria-label")
        for svg in found(tree, f"{SVG}svg", class_="americas")
        for link in svg.iter(f"{SVG}a")
    }
    assert on_maps == {
        "/countries/honduras/": "Honduras: 3 stories",
        archive["country"].path_in("en"): "El Salvador: 1 story",
    }
    (table,) = found(tree, "table", class_="counted")
    assert [[text_of(cell) for cell in row] for row in list(table)[1]] == [["El Salvador", "1"], ["Honduras", "3"]]
    assert "Honduras: 3 artículos" not in read(reader, "/es/explorar/")  # nobody wrote about it in Spanish
    assert "El Salvador: 1 artículo" in read(reader, "/es/explorar/")


def test_a_timeline_is_the_same_from_either_end_of_its_months() -> None:
    for years in (range(2011, 2024), range(2023, 2025), range(2024, 2025)):
        months = [Month(date(year, month, 1), year - month) for year in years for month in (2, 3, 11)]
        timeline = timelines.of_months(months)
        assert timeline and timeline == timelines.of_months(months[::-1])
        assert (timeline.since, timeline.count) == (months[0].first, sum(month.stories for month in months))


def test_every_cell_of_the_table_leads_to_so_many_stories(archive: dict[str, Any], reader: Client) -> None:
    (table,) = found(parsed(reader.get("/explore/")), "table", class_="matrix")
    cells = {link.get("href"): int(text_of(link)) for cell in table.iter("td") for link in cell.iter("a")}
    assert cells[BOTH] == 3 and len(cells) == 2
    for path, stories in cells.items():
        assert len(_headlines(parsed(reader.get(path)))) == stories


def test_the_timeline_and_its_table_lead_to_every_month(archive: dict[str, Any], reader: Client) -> None:
    tree = parsed(reader.get("/explore/"))
    table = found(tree, "table", class_="calendar")[0]
    months = {link.get("href"): int(text_of(link)) for cell in table.iter("td") for link in cell.iter("a")}
    assert months["/archive/2011/06/"] == months["/archive/2011/12/"] == months["/archive/2012/01/"] == 1
    for path, stories in months.items():
        assert len(_headlines(parsed(reader.get(path)))) == stories, path
    bars = [bar for svg in found(tree, f"{SVG}svg", class_="timeline__bars") for bar in svg.iter(f"{SVG}rect")]
    assert len(bars) == len(months)


@pytest.mark.parametrize(
    ("path", "there", "absent"),
    [
        ("/explore/topics/extortion/", "Honduras: 3 stories", "El Salvador"),
        ("/explore/news/", "Honduras: 3 stories", "nothing"),
        ("/es/explorar/noticias/", "El Salvador: 1 artículo", "Honduras"),
        ("/explore/news/briefs/", "El Salvador: 1 story", "Honduras: "),
    ],
)
def test_a_view_shows_what_is_filed_there_and_names_its_feed(
    archive: dict[str, Any], reader: Client, path: str, there: str, absent: str
) -> None:
    tree = parsed(reader.get(path))
    maps = [
        link.get("aria-label") for svg in found(tree, f"{SVG}svg", class_="americas") for link in svg.iter(f"{SVG}a")
    ]
    assert there in maps and not [name for name in maps if name.startswith(absent)]
    (feed,) = found(tree, "link", type="application/rss+xml")
    assert reader.get(feed.get("href").removeprefix(settings.SITE_URL)).status_code == 200
    list_path = path.replace("/explore", "", 1).replace("/explorar", "", 1)
    assert feed.get("href") == f"{settings.SITE_URL}{list_path}feed/"


@pytest.mark.parametrize("path", ["/explore/", "/es/explorar/", "/archive/", "/archive/2011/06/", BOTH, IN_NEWS])
def test_every_view_of_the_archive_names_a_feed_that_is_there(
    archive: dict[str, Any], reader: Client, path: str
) -> None:
    (feed,) = found(parsed(reader.get(path)), "link", type="application/rss+xml")
    answer = reader.get(feed.get("href").removeprefix(settings.SITE_URL))
    assert answer.status_code == 200 and b"<item>" in answer.content


def _drawn(tree: Any, heading: str) -> dict[str, list[int]]:
    """The heights of the steps of each small drawing under a heading, by the address that its name leads to."""
    (block,) = (part for part in found(tree, "section", class_="block") if part.get("aria-labelledby") == heading)
    heights = {}
    for item in found(block, "ul", class_="timelines__lines")[0].iter("li"):
        outline = next(item.iter(f"{SVG}path")).get("d")
        heights[next(item.iter("a")).get("href")] = [
            round(100 - float(step)) for step in re.findall(r"V([\d.]+)h10", outline)
        ]
    return heights


def test_sections_and_topics_are_drawn_over_the_same_months_by_one_scale(
    archive: dict[str, Any], reader: Client
) -> None:
    opinion = factories.SectionFactory(name_en="Opinion", slug_en="opinion")
    for number in (1, 2):
        factories.story(slug=f"o-{number}", section=opinion.pk, at=datetime(2011, 7, number, tzinfo=UTC))
    tree = parsed(reader.get("/explore/"))
    sections = _drawn(tree, "by-month-and-section")
    assert list(sections) == ["/explore/news/", "/explore/opinion/"]
    assert {len(months) for months in sections.values()} == {13 * 12}  # June 2011 to May 2024
    assert sections["/explore/opinion/"][:3] == [0, 100, 0]
    assert sections["/explore/news/"][:2] == [50, 0]
    assert list(_drawn(tree, "by-month-and-topic")) == [
        "/explore/topics/extortion/",
        f"/explore{archive['topic'].path_in('en')}",
    ]
    table = next(table for table in found(tree, "table", class_="calendar--several"))
    rows = [[text_of(cell) for cell in row] for row in list(table)[1]]
    assert rows == [["2024", "2", ""], ["2012", "1", ""], ["2011", "2", "2"]]


def test_the_parts_of_a_section_are_drawn_in_its_view(archive: dict[str, Any], reader: Client) -> None:
    part = Section.objects.create(
        parent=archive["news"], name_en="Notes", name_es="Notas", slug_en="notes", slug_es="notas", position=2
    )
    assert not found(parsed(reader.get("/explore/news/")), "ul", class_="timelines__lines")
    factories.story(slug="noted", section=part.pk)
    tree = parsed(reader.get("/explore/news/"))
    assert list(_drawn(tree, "by-month-and-section")) == ["/explore/news/briefs/", "/explore/news/notes/"]


def test_an_empty_section_has_no_view_and_nothing_leads_to_it(archive: dict[str, Any], reader: Client) -> None:
    factories.SectionFactory(name_en="Empty", slug_en="empty")
    assert reader.get("/empty/").status_code == 200
    assert reader.get("/explore/empty/").status_code == 404
    for path in ("/explore/", "/explore/news/", "/explore/topics/extortion/"):
        (nav,) = (nav for nav in found(parsed(reader.get(path)), "nav", class_="parts"))
        assert [link.get("href") for link in nav.iter("a")] == ["/explore/", "/explore/news/"], path


def test_what_a_section_has_about_a_country_is_a_list_with_a_feed(archive: dict[str, Any], reader: Client) -> None:
    tree = parsed(reader.get("/explore/news/"))
    (table,) = found(tree, "table", class_="counted")
    counted = {link.get("href"): int(text_of(row[-1])) for row in list(table)[1] for link in row.iter("a")}
    assert counted[IN_NEWS] == 3
    for path, stories in counted.items():
        assert len(_headlines(parsed(reader.get(path)))) == stories, path
    listed = parsed(reader.get(IN_NEWS))
    assert text_of(found(listed, "h1")[0]) == "Honduras: News"
    assert "All our stories about Honduras in News." in text_of(found(listed, "main")[0])
    assert reader.get(f"{IN_NEWS}feed/").content.decode().count("<item>") == 3
    part = f"{archive['country'].path_in('en')}news/briefs/"
    assert _headlines(parsed(reader.get(part))) == ["The summit ends"]
    assert _headlines(parsed(reader.get(f"/es/paises/{archive['country'].slug_es}/noticias/breves/"))) == [
        "Termina la cumbre"
    ]
    archive["news"].slug_en = "reports"
    archive["news"].save()
    for path in (IN_NEWS, f"{IN_NEWS}feed/"):
        answer = reader.get(path)
        assert (answer.status_code, answer["Location"]) == (301, path.replace("/news/", "/reports/"))


def test_an_address_below_a_country_still_leads_where_it_did(archive: dict[str, Any], reader: Client) -> None:
    story = Article.objects.get(slug="honduras-0")
    Address.objects.create(path="/countries/honduras/long-ago/", language="en", current=False, article=story)
    answer = reader.get("/countries/honduras/long-ago/")
    assert (answer.status_code, answer["Location"]) == (301, "/news/honduras-0/")


def test_what_is_about_both_has_a_feed_and_a_way_up(archive: dict[str, Any], reader: Client) -> None:
    tree = parsed(reader.get(BOTH))
    assert text_of(found(tree, "h1")[0]) == "Honduras: Extortion"
    assert _headlines(tree) == ["Honduras 2", "Honduras 1", "Honduras 0"]
    way = [link.get("href") for link in found(tree, "nav", class_="breadcrumb")[0].iter("a")]
    assert way == ["/", "/countries/", "/countries/honduras/"]
    feed = reader.get(f"{BOTH}feed/")
    assert feed.status_code == 200 and feed.content.decode().count("<item>") == 3
    assert reader.get("/es/paises/honduras/temas/extorsion/").status_code == 404


def test_former_names_of_a_country_and_a_topic_lead_to_the_present_ones(
    archive: dict[str, Any], reader: Client
) -> None:
    for row, slug in ((archive["honduras"], "republic-of-honduras"), (archive["extortion"], "rackets")):
        row.slug_en = slug
        row.save()
    for path, present in {
        BOTH: "/countries/republic-of-honduras/topics/rackets/",
        f"{BOTH}feed/": "/countries/republic-of-honduras/topics/rackets/feed/",
        "/explore/topics/extortion/": "/explore/topics/rackets/",
    }.items():
        answer = reader.get(path)
        assert (answer.status_code, answer["Location"]) == (301, present)
        assert reader.get(present).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/archive/2013/",
        "/archive/2011/07/",
        "/archive/2011/13/",
        "/archive/2011/6/",
        "/archive/2011/06/page/2/",
        "/archive/2011/06/page/1/",
        "/explore/countries/honduras/",
        "/explore/nothing/",
        "/explore/topics/nobody-knows/",
        "/countries/honduras/topics/nobody-knows/",
        "/countries/honduras/topics/",
        f"{BOTH}page/2/",
        f"{IN_NEWS}page/2/",
        "/countries/honduras/news/briefs/",
        "/countries/honduras/nothing/",
        "/countries/honduras/nothing/feed/",
        "/es/archivo/2011/06/",
    ],
)
def test_where_there_is_no_story_there_is_no_page(
    archive: dict[str, Any], reader: Client, path: str, django_assert_max_num_queries: Any
) -> None:
    factories.TopicFactory(name_en="Secret", slug_en="nobody-knows")
    # An address of rows that are there: these, the months of their stories, the masthead, and the sections (stories are below).
    with django_assert_max_num_queries(4 if "honduras" in path or "nobody-knows" in path else 3):
        answer = reader.get(path)
    assert answer.status_code == 404


def test_a_story_that_goes_takes_its_pages_with_it(archive: dict[str, Any], reader: Client) -> None:
    for slug in ("honduras-0", "honduras-1", "honduras-2"):
        story = Article.objects.get(slug=slug)
        publishing.unpublish(story, by=factories.chief())
    for path in (BOTH, "/archive/2011/", "/archive/2011/06/", "/explore/topics/extortion/"):
        assert reader.get(path).status_code == 404, path
    assert "Honduras" not in text_of(found(parsed(reader.get("/explore/")), "main")[0])


def test_the_day_of_a_story_leads_to_its_month(archive: dict[str, Any], reader: Client) -> None:
    (dates,) = found(parsed(reader.get("/news/honduras-0/")), "p", class_="dates")
    assert [link.get("href") for link in dates.iter("a")] == ["/archive/2011/06/"]


def test_months_without_stories_are_passed_over(archive: dict[str, Any], reader: Client) -> None:
    tree = parsed(reader.get("/archive/2011/12/"))
    ways = {link.get("href") for nav in found(tree, "nav", class_="parts") for link in nav.iter("a")}
    assert ways == {"/archive/2011/06/", "/archive/2012/01/"}


def test_a_site_without_stories_can_be_explored_all_the_same(db: None, reader: Client) -> None:
    for path in ("/explore/", "/es/explorar/", "/archive/", "/es/archivo/"):
        assert reader.get(path).status_code == 200


def test_a_country_tells_its_facts_and_what_it_is_covered_with(archive: dict[str, Any], reader: Client) -> None:
    honduras = Country.objects.get(code="HN")
    honduras.facts_en, honduras.facts_es = "Capital: Tegucigalpa\nRatio: 1:2", "Capital: Tegucigalpa"
    honduras.save()
    tree = parsed(reader.get("/countries/honduras/"))
    (facts,) = found(tree, "section", class_="facts")
    assert [(text_of(part[0]), text_of(part[1])) for part in facts.iter("div")] == [
        ("Capital", "Tegucigalpa"),
        ("Ratio", "1:2"),
    ]
    (companions,) = found(tree, "div", class_="companions")
    assert [(link.get("href"), text_of(link)) for link in companions.iter("a")] == [(BOTH, "Extortion")]
    (years,) = found(tree, "table", class_="calendar")
    assert [text_of(row[-1]) for row in list(years)[1]] == ["1", "2"]
    spanish = found(parsed(reader.get("/es/paises/honduras/")), "section", class_="facts")[0]
    assert [text_of(term) for term in spanish.iter("dt")] == ["Capital"]


def test_a_topic_names_the_topics_and_countries_of_the_same_stories(archive: dict[str, Any], reader: Client) -> None:
    other = Topic.objects.get(name_en="Summits")
    factories.story(slug="both", countries=(archive["honduras"].pk,), topics=(archive["extortion"].pk, other.pk))
    (companions,) = found(parsed(reader.get("/topics/extortion/")), "div", class_="companions")
    assert [text_of(item) for item in companions.iter("li")] == ["Summits 1", "Honduras 4"]
    (beside,) = found(parsed(reader.get("/explore/topics/extortion/")), "ul", class_="explore__topics")
    links = [(link.get("href"), text_of(item)) for item in beside for link in item.iter("a")]
    assert links == [(f"/explore{other.path_in('en')}", "Summits 1")]


@pytest.mark.parametrize("text", ["No colon", ": no label", "No value:", "\n".join(["a: b"] * (FACTS + 1))])
def test_a_fact_is_a_label_and_a_value(text: str) -> None:
    with pytest.raises(ValidationError):
        fact_in_each_line(text)
    fact_in_each_line("Capital: Lima\n\nCurrency: sol")


def test_the_words_of_the_archive_are_no_slugs() -> None:
    assert {"archive", "archivo", "explore", "explorar"} <= RESERVED
