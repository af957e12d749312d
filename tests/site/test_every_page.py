"""What holds for every public page, whatever its kind."""

import re
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.test import Client

from tests.site.edition import every_page, found, parsed, read

#: Elements that make a browser fetch something by themselves, and the attribute that says what.
_LOADING = {"img": "src", "script": "src", "iframe": "src", "source": "src", "embed": "src", "object": "data"}
#: Relations of `link` that only say something.
_SAYING = {"canonical", "alternate", "license"}

VISITORS = [
    {},
    {"HTTP_COOKIE": "desk_session=0123456789abcdef0123456789abcdef; theme=dark"},
    {"HTTP_ACCEPT_LANGUAGE": "es-MX,es;q=0.9"},
    {"HTTP_USER_AGENT": "Mozilla/5.0 (a telephone)", "HTTP_SEC_FETCH_SITE": "cross-site"},
]


@pytest.mark.usefixtures("edition")
def test_every_page_says_what_it_is(reader: Client) -> None:
    for path in every_page():
        response = reader.get(path)
        assert response.status_code == 200, path
        tree = parsed(response)
        language = "es" if path.startswith("/es/") else "en"
        assert tree.get("lang") == language, path
        assert response["Content-Language"] == language, path
        assert len(found(tree, "h1")) == 1, path
        assert found(tree, "title")[0].text.strip(), path
        (canonical,) = found(tree, "link", rel="canonical")
        assert canonical.get("href") == settings.SITE_URL + path.partition("?")[0], path
        for landmark in ("header", "main", "footer"):
            assert found(tree, landmark), f"{path}: {landmark}"


@pytest.mark.usefixtures("edition")
def test_no_page_leaves_a_trace_or_depends_on_the_visitor(reader: Client) -> None:
    for path in every_page():
        answers = [reader.get(path, **headers) for headers in VISITORS]
        answers.append(reader.get(path + ("&" if "?" in path else "?") + "utm_source=mail&fbclid=1"))
        for answer in answers:
            assert answer.content == answers[0].content, path
            assert "Set-Cookie" not in answer, path
            assert not {"cookie", "accept-language"} & set(re.split(r"[\s,]+", answer.get("Vary", "").lower())), path


@pytest.mark.usefixtures("edition")
def test_no_page_carries_a_style_a_script_or_a_handler_of_its_own(reader: Client) -> None:
    for path in every_page():
        for element in parsed(reader.get(path)).iter():
            if not isinstance(element.tag, str):
                continue
            attributes = [name for name in element.keys() if isinstance(name, str)]  # noqa: SIM118 - not a dict
            assert not [name for name in attributes if name == "style" or name.startswith("on")], path
            assert element.tag != "style", path
            if element.tag == "script":
                assert element.get("src") or element.get("type") == "application/ld+json", path


@pytest.mark.usefixtures("edition")
def test_no_page_loads_anything_from_another_host(reader: Client) -> None:
    own = urlsplit(settings.SITE_URL).netloc
    for path in every_page():
        for element in parsed(reader.get(path)).iter():
            addresses = [element.get(_LOADING.get(element.tag, ""), "")]
            addresses += re.split(r"[\s,]+", element.get("srcset", ""))
            if element.tag == "link" and element.get("rel") not in _SAYING:
                addresses.append(element.get("href"))
            if element.tag == "form":
                addresses.append(element.get("action", ""))
            assert all(urlsplit(address).netloc in ("", own) for address in addresses), path


@pytest.mark.usefixtures("edition")
def test_every_link_within_the_site_leads_to_a_page(reader: Client) -> None:
    asked = set()
    for path in every_page():
        for link in parsed(reader.get(path)).iter("a"):
            href = (link.get("href") or "").removeprefix(settings.SITE_URL).partition("#")[0]
            if href.startswith("/") and href not in asked:
                asked.add(href)
                assert reader.get(href).status_code == 200, f"{path} links to {href}"
    assert len(asked) > 30


@pytest.mark.usefixtures("edition")
def test_the_language_switch_leads_there_and_back(reader: Client) -> None:
    for path in every_page():
        tree = parsed(reader.get(path))
        versions = _versions(tree)
        if not versions:
            continue
        assert set(versions) == {"en", "es"}, path
        for address in versions.values():
            other = parsed(reader.get(address.removeprefix(settings.SITE_URL)))
            assert _versions(other) == versions, path


def _versions(tree: Any) -> dict[str, str]:
    links = found(tree, "link", rel="alternate")
    return {link.get("hreflang"): link.get("href") for link in links if link.get("hreflang")}


@pytest.mark.usefixtures("edition")
def test_a_reader_can_skip_to_the_content(reader: Client) -> None:
    for path in every_page():
        tree = parsed(reader.get(path))
        assert next(tree.iter("a")).get("href") == "#content", path
        assert found(tree, "main", id="content"), path


@pytest.mark.usefixtures("edition")
@pytest.mark.parametrize(("path", "notice"), [("/", "Invented, all of it."), ("/es/", "Todo inventado.")])
def test_a_demonstration_says_so_on_its_pages(reader: Client, path: str, notice: str) -> None:
    assert notice in read(reader, path)


def test_a_new_site_without_a_single_row_has_a_front_page(db: None, reader: Client) -> None:
    for path in ("/", "/es/", "/about/", "/es/temas/", "/search/"):
        assert len(found(parsed(reader.get(path)), "h1")) == 1


@pytest.mark.usefixtures("edition")
def test_pages_are_only_read(reader: Client) -> None:
    for path in ("/", "/news/", "/news/briefs/the-summit-ends/", "/about/"):
        assert (
            Client(enforce_csrf_checks=False, headers={"sec-fetch-site": "same-origin"}).post(path).status_code == 405
        )
        answer: Any = reader.head(path)
        assert answer.status_code == 200
