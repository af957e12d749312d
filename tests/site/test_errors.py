"""Pages that say what is wrong, and help."""

from typing import Any

import pytest
from django.db import OperationalError
from django.test import Client, RequestFactory
from psycopg_pool import PoolTimeout
from pytest_django import DjangoAssertNumQueries

from articles.views import errors
from tests.site.edition import found, parsed, text_of


def _broken_by(error: Exception, path: str = "/") -> Any:
    try:
        raise error
    except Exception:
        return errors.broken(RequestFactory().get(path))


@pytest.mark.parametrize(
    ("path", "language", "title"), [("/nothing/", "en", "Page not found"), ("/es/nada/", "es", "Página no encontrada")]
)
def test_a_missing_page_speaks_the_language_of_its_address_and_helps(
    edition: dict[str, Any], path: str, language: str, title: str
) -> None:
    response = errors.not_found(RequestFactory().get(path))
    tree = parsed(response)
    assert (response.status_code, tree.get("lang")) == (404, language)
    assert text_of(found(tree, "h1")[0]) == title
    (form,) = found(tree, "form", role="search")
    assert form.get("action") == {"en": "/search/", "es": "/es/buscar/"}[language]
    assert found(tree, "meta", name="robots")[0].get("content") == "noindex"
    assert not found(tree, "link", rel="canonical")
    assert "The Test Gazette" in text_of(found(tree, "title")[0])


@pytest.mark.parametrize(
    ("answer", "status"),
    [(errors.bad_request, 400), (errors.forbidden, 403), (errors.not_found, 404), (errors.gone, 410)],
)
def test_each_error_has_its_own_words(edition: dict[str, Any], answer: Any, status: int) -> None:
    response = answer(RequestFactory().get("/es/algo/"))
    assert response.status_code == status
    tree = parsed(response)
    assert f"Error {status}" in text_of(found(tree, "main")[0])
    assert len(found(tree, "h1")) == 1


def test_a_broken_server_asks_the_database_for_nothing(
    edition: dict[str, Any], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        response = _broken_by(RuntimeError("secret detail"))
    assert response.status_code == 500
    assert "secret detail" not in response.content.decode()
    assert text_of(found(parsed(response), "h1")[0]) == "Something went wrong"


@pytest.mark.parametrize("error", [OperationalError("gone"), PoolTimeout("none free")])
def test_without_a_database_readers_are_asked_to_come_back(error: Exception) -> None:
    # No database fixture: a query would fail this test.
    response = _broken_by(error, "/es/noticias/")
    assert (response.status_code, response["Retry-After"]) == (503, "30")
    assert text_of(found(parsed(response), "h1")[0]) == "Volvemos en un momento"


def test_nothing_of_a_hostile_address_comes_back_in_the_page(edition: dict[str, Any], reader: Client) -> None:
    assert "alert(1)" not in reader.get("/<script>alert(1)</script>/").content.decode()
