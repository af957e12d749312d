"""What an address answers when there is something at it, was something, or never was."""

from collections.abc import Callable
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles import publishing
from articles.models import Address, Announcement, Article, Author, Page, Tag
from tests import factories
from tests.factories import THEN

EN = "/news/briefs/the-summit-ends/"
ES = "/es/noticias/breves/termina-la-cumbre/"


def _moved(story: Article, slug: str) -> Article:
    story = factories.rewritten(story, slug=slug)
    return publishing.publish(story, by=factories.chief(), at=THEN)


def _leads(response: HttpResponse) -> tuple[int, str]:
    return response.status_code, response.get("Location", "")


@pytest.mark.parametrize(
    ("asked", "final"),
    [
        (EN, "/news/briefs/a-newer-slug/"),
        (EN.rstrip("/"), "/news/briefs/a-newer-slug/"),
        (f"{EN}related/", "/news/briefs/a-newer-slug/related/"),
        (f"{EN}related", "/news/briefs/a-newer-slug/related/"),
        (f"{EN}?utm_source=mail", "/news/briefs/a-newer-slug/"),
    ],
)
def test_an_old_address_answers_with_one_redirect(
    edition: dict[str, Any], reader: Client, asked: str, final: str
) -> None:
    _moved(_moved(edition["stories"]["en"], "a-new-slug"), "a-newer-slug")
    assert _leads(reader.get(asked)) == (301, final)
    assert reader.get(final).status_code == 200


def test_a_moved_section_takes_its_lists_and_stories_along(edition: dict[str, Any], reader: Client) -> None:
    edition["news"].slug_en = "reports"
    edition["news"].save()
    assert _leads(reader.get("/news/")) == (301, "/reports/")
    assert _leads(reader.get("/news/briefs/")) == (301, "/reports/briefs/")
    assert _leads(reader.get(EN)) == (301, "/reports/briefs/the-summit-ends/")
    assert _leads(reader.get("/news/page/2/")) == (301, "/reports/page/2/")


@pytest.mark.parametrize(
    ("asked", "final"),
    [
        ("/countries", "/countries/"),
        ("/es", "/es/"),
        ("/es/temas", "/es/temas/"),
        ("/feedback?article=1", "/feedback/"),
        ("/about/who-we-are", "/about/who-we-are/"),
        ("/admin", "/admin/"),
    ],
)
def test_a_missing_last_slash_costs_one_redirect(
    edition: dict[str, Any], reader: Client, asked: str, final: str
) -> None:
    assert _leads(reader.get(asked)) == (301, final)


def test_an_unpublished_story_is_not_found_at_any_of_its_addresses(edition: dict[str, Any], reader: Client) -> None:
    story = _moved(edition["stories"]["en"], "a-new-slug")
    publishing.unpublish(story, by=factories.chief())
    for path in (EN, EN.rstrip("/"), "/news/briefs/a-new-slug/", f"{EN}related/"):
        assert reader.get(path).status_code == 404


def test_a_withdrawn_story_is_gone(edition: dict[str, Any], reader: Client) -> None:
    Article.objects.filter(pk=edition["stories"]["en"].pk).update(state="withdrawn")
    response = reader.get(EN)
    assert response.status_code == 410
    assert "This page is gone" in response.content.decode()


def test_the_address_of_something_deleted_is_gone(edition: dict[str, Any], reader: Client) -> None:
    factories.TopicFactory(name_en="Brief fame", slug_en="brief-fame").delete()
    assert Address.objects.get(path="/topics/brief-fame/").kind == ""
    assert reader.get("/topics/brief-fame/").status_code == 410


def test_what_is_not_public_has_no_page(edition: dict[str, Any], reader: Client) -> None:
    Author.objects.filter(slug="luis-lima").update(protected=True)
    Page.objects.update(published=False)
    Announcement.objects.update(published=False)
    for path in (
        "/authors/luis-lima/",
        "/authors/norma-secreta/",
        "/es/autores/norma-secreta/",
        "/about/who-we-are/",
        "/about/updates/a-prize/",
    ):
        assert reader.get(path).status_code == 404, path


@pytest.mark.parametrize(
    "path",
    [
        "/nothing/",
        "/nothing",
        "/es/nada/",
        "/news/nothing/",
        "/news/page/1/",
        "/news/page/0/",
        "/news/page/02/",
        f"{EN}page/2/",
        f"{EN}related/page/2/",
        "/news/related/",
        "/page/2/",
        "/about/updates/page/2/",
        "/tags/security/page/2/",
        "/tags/unheard-of/",
        "/tags/",
        "/News/",
        "/es/news/",
        "/index.php",
        "/news/briefs/the-summit-ends//",
        "/wp-login.php",
        "/%00/",
        "/" + "a" * 5000 + "/",
        "/noticias/",
        "/es/countries/",
    ],
)
def test_a_page_that_does_not_exist_costs_two_queries_at_most(
    edition: dict[str, Any],
    reader: Client,
    edition_known: Callable[[int], None],
    django_assert_max_num_queries: DjangoAssertNumQueries,
    path: str,
) -> None:
    edition_known(1)
    reader.get("/news/")  # what every page says of the house is read once in an edition
    with django_assert_max_num_queries(2):
        assert reader.get(path).status_code == 404


def test_a_page_beyond_the_end_of_a_list_costs_the_address_the_row_and_the_length(
    edition: dict[str, Any],
    reader: Client,
    edition_known: Callable[[int], None],
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    edition_known(1)
    reader.get("/news/")
    tag = f"/tags/{Tag.objects.get().slug}/page/2/"
    for path, queries in {
        "/news/page/2/": 2,
        "/corrections/page/2/": 1,
        tag: 2,
        f"{edition['topic'].path_in('es')}page/3/": 3,
    }.items():
        with django_assert_max_num_queries(queries):
            assert reader.get(path).status_code == 404


def test_what_is_at_an_address_is_found_by_one_query_and_what_has_moved_by_two(
    edition: dict[str, Any],
    reader: Client,
    django_assert_num_queries: DjangoAssertNumQueries,
    edition_known: Callable[[int], None],
) -> None:
    _moved(edition["stories"]["es"], "otra-cumbre")
    edition_known(1)
    reader.get("/es/noticias/")  # the house is known
    with django_assert_num_queries(2):  # no story is there any more; where it is
        assert _leads(reader.get(ES)) == (301, "/es/noticias/breves/otra-cumbre/")
    with django_assert_num_queries(2):  # no country is there; nothing is
        assert reader.get("/es/paises/nada/").status_code == 404
    with django_assert_num_queries(1):  # right below no section, and no folder of countries or topics
        assert reader.get("/es/nada/nada/").status_code == 404


def test_browsers_find_an_icon_where_they_look_for_one(db: None, reader: Client) -> None:
    assert _leads(reader.get("/favicon.ico")) == (301, "/static/icon.svg")
