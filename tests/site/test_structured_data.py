"""What machines read in a page's head: JSON-LD in the words of schema.org, Open Graph, cards, and versions."""

import json
import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client
from PIL import Image as Pillow

from articles import correcting, coverage, library, metadata, publishing
from articles.metadata import PageImage
from articles.models import Article, Author, Image, Masthead, Section
from articles.rendering import Shown
from articles.views import listing
from tests import factories
from tests.articles import photographs
from tests.factories import THEN
from tests.site.edition import every_page, found, parsed, text_of

EN = "/news/briefs/the-summit-ends/"
ES = "/es/noticias/breves/termina-la-cumbre/"


class Type(NamedTuple):
    """What a type of schema.org must say here, and what else it may say."""

    required: str
    allowed: str = ""


_THING = "name url description image"
#: The types that the site uses.
TYPES = {
    "NewsArticle": Type(
        "headline description inLanguage mainEntityOfPage url datePublished dateModified author publisher"
        " isAccessibleForFree articleSection",
        "image keywords about license contributor editor translator correction",
    ),
    "CorrectionComment": Type("text datePublished inLanguage"),
    "BreadcrumbList": Type("itemListElement"),
    "ListItem": Type("position name item"),
    "WebPage": Type("@id"),
    "WebSite": Type("@id name url inLanguage publisher potentialAction"),
    "SearchAction": Type("target query-input"),
    "EntryPoint": Type("urlTemplate"),
    "NewsMediaOrganization": Type("@id name url logo", "description slogan email"),
    "Person": Type("@id name url", "description image knowsLanguage worksFor"),
    "ProfilePage": Type("name url inLanguage isPartOf mainEntity"),
    "CollectionPage": Type("name url inLanguage isPartOf", "description"),
    "ImageObject": Type("url", "width height caption creditText"),
    "Country": Type("name url"),
    "Thing": Type("name url"),
}
#: What schema.org says of these types: what else each of them is, and its properties with their ranges. Written by
#: `python -m bench.audit.vocabulary` from a package that is made from schema.org's own definition.
SCHEMA_ORG: dict[str, Any] = json.loads((Path(__file__).parent / "schema_org.json").read_text())["types"]
#: How values of its data types are written.
WRITTEN = {
    str: {"Text", "URL", "Date", "DateTime", "Distance"},
    int: {"Integer", "Number", "Float"},
    float: {"Number", "Float"},
    bool: {"Boolean"},
}
ADDRESSES = {"@id", "url", "item", "urlTemplate"}
DATES = {"datePublished", "dateModified"}

#: Which objects stand on each kind of page, by its English address.
KINDS = [
    (r"/", {"NewsMediaOrganization", "WebSite"}),
    (r"/news/briefs/[^/]+/", {"NewsArticle", "BreadcrumbList"}),
    (r"/news/briefs/[^/]+/related/", {"BreadcrumbList"}),
    (r"/authors/[^/]+/", {"ProfilePage", "BreadcrumbList"}),
    (r"/(news|news/briefs|countries/[^/]+|topics/[^/]+|tags/[^/]+)/", {"CollectionPage", "BreadcrumbList"}),
    (r"/(explore|explore/.*|archive|archive/.*|countries/[^/]+/topics/[^/]+)/", {"CollectionPage", "BreadcrumbList"}),
    (r"/(countries|topics|authors|corrections|about|about/.*)/", {"BreadcrumbList"}),
    (r"/search/(\?.*)?", set()),
    (r"/news/briefs/[^/]+/republish/", set()),
]


def objects(tree: Any) -> list[dict[str, Any]]:
    return [json.loads(script.text) for script in found(tree, "script", type="application/ld+json")]


def on(reader: Client, path: str) -> dict[str, dict[str, Any]]:
    """The objects on a page by type, each type once."""
    values = objects(parsed(reader.get(path)))
    by_type = {value["@type"]: value for value in values}
    assert len(by_type) == len(values), path
    return by_type


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """An object and every object in it."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from nodes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from nodes(inner)


def not_to_be_found(tree: Any) -> bool:
    return bool(found(tree, "meta", name="robots", content="noindex"))


def properties(tree: Any) -> dict[str, str]:
    named = {meta.get("property") or meta.get("name"): meta.get("content") for meta in tree.iter("meta")}
    return {name: content for name, content in named.items() if name}


@pytest.fixture(scope="module")
def _read() -> dict[str, Any]:
    return {}


@pytest.fixture
def pages(
    _read: dict[str, Any], edition: dict[str, Any], reader: Client, monkeypatch: pytest.MonkeyPatch
) -> dict[str, Any]:
    """One page of every kind, and the later page of a list; a story has a correction. Read once for all who look at them."""
    if not _read:
        correcting.correct(edition["stories"]["en"], kind="correction", text="It was 2023.", by=factories.chief())
        for module in (coverage, listing):
            monkeypatch.setattr(module, "PAGE_LENGTH", 1)
        paths = [*every_page(), "/news/page/2/", "/es/noticias/page/2/"]
        _read.update({path: parsed(reader.get(path)) for path in paths})
    return _read


def test_every_object_says_what_its_type_must_and_nothing_that_it_can_not(pages: dict[str, Any]) -> None:
    met = set()
    for path, tree in pages.items():
        for value in objects(tree):
            assert value["@context"] == "https://schema.org", path
            for node in nodes(value):
                if set(node) == {"@id"}:
                    continue
                type = TYPES[node["@type"]]
                met.add(node["@type"])
                said = set(node) - {"@type", "@context"}
                assert set(type.required.split()) <= said, (path, node)
                assert said <= {*type.required.split(), *type.allowed.split(), "@id"}, (path, node)
                assert all(content not in ("", None, [], {}) for content in node.values()), (path, node)
    assert met == set(TYPES)


def is_in(value: Any, ranges: set[str]) -> bool:
    """Whether a property with these ranges may have this value."""
    if isinstance(value, list):
        return all(is_in(one, ranges) for one in value)
    if isinstance(value, dict):
        return set(value) == {"@id"} or bool(ranges & set(SCHEMA_ORG[value["@type"]]["is"]))
    # An address may stand for the thing that lives there: Google's documentation has `item` so.
    return bool(ranges & WRITTEN[type(value)]) or (ranges == {"Thing"} and str(value).startswith("http"))


def test_every_word_is_schema_orgs_and_every_value_in_its_range(pages: dict[str, Any]) -> None:
    for path, tree in pages.items():
        for node in nodes(objects(tree)):
            if set(node) == {"@id"}:
                continue
            for name, value in node.items():
                # `query-input` says what the query of an action must be; its value is a template, not a query.
                property, _, constraint = name.partition("-")
                if name.startswith("@"):
                    continue
                ranges = SCHEMA_ORG[node["@type"]]["may"].get(property)
                assert ranges, f"{path}: schema.org has no {name} in {node['@type']}"
                fits = is_in(value, {"Text"} if constraint else set(ranges.split()))
                assert fits, f"{path}: {name} of {node['@type']} is {value!r}, not {ranges}"


def test_every_address_and_date_is_whole(pages: dict[str, Any]) -> None:
    for path, tree in pages.items():
        for node in nodes(objects(tree)):
            for name in ADDRESSES & set(node):
                assert node[name].startswith(f"{settings.SITE_URL}/"), (path, name, node)
            for name in DATES & set(node):
                assert datetime.fromisoformat(node[name]).tzinfo is not None, (path, node)
            if "license" in node:
                assert node["license"].startswith("https://creativecommons.org/"), path


def test_every_object_that_is_only_named_is_described_somewhere(pages: dict[str, Any]) -> None:
    every = [node for tree in pages.values() for node in nodes(objects(tree))]
    described = {node["@id"] for node in every if "name" in node and "@id" in node}
    assert {node["@id"] for node in every if set(node) == {"@id"}} <= described


def test_each_kind_of_page_says_what_it_is(pages: dict[str, Any]) -> None:
    for path, tree in pages.items():
        if path.startswith("/es/"):
            (english,) = [link.get("href") for link in found(tree, "link", rel="alternate", hreflang="en")] or [""]
            if not english:
                continue
            said = {value["@type"] for value in objects(pages[english.removeprefix(settings.SITE_URL)])}
        elif "/page/" in path:
            said = {"BreadcrumbList"}
        else:
            said = next(types for pattern, types in KINDS if re.fullmatch(pattern, path))
        assert {value["@type"] for value in objects(tree)} == said, path


def test_the_way_to_a_page_is_the_one_that_readers_see(pages: dict[str, Any]) -> None:
    for path, tree in pages.items():
        shown = found(tree, "nav", class_="breadcrumb")
        told = [value for value in objects(tree) if value["@type"] == "BreadcrumbList"]
        if not_to_be_found(tree):
            assert not objects(tree), path
            continue
        assert len(told) == len(shown), path
        if not shown:
            continue
        steps = told[0]["itemListElement"]
        assert [step["position"] for step in steps] == list(range(1, len(steps) + 1)), path
        seen = [text_of(item) for item in shown[0].iter("li")]
        assert [step["name"] for step in steps][: len(seen)] == seen, path
        links = [link.get("href") for link in shown[0].iter("a")]
        assert [step["item"] for step in steps][: len(links)] == [settings.SITE_URL + link for link in links], path


def test_no_text_can_end_the_element_it_stands_in(edition: dict[str, Any], reader: Client) -> None:
    hostile = "</script><!-- & \u2028 "
    Masthead.objects.update(name=hostile, tagline_en=hostile, about_en=hostile)
    Section.objects.update(name_en=hostile, description_en=hostile)
    Author.objects.filter(slug="ana-alba").update(name=hostile, bio_en=hostile)
    for path in ("/", "/news/", EN, "/authors/ana-alba/"):
        html = reader.get(path).content.decode()
        texts = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
        assert len(texts) == 2, path
        for text in texts:
            assert "<" not in text and ">" not in text and json.loads(text), path
        assert hostile.strip() in json.dumps([json.loads(text) for text in texts], ensure_ascii=False), path


def test_a_story_is_told_whole(edition: dict[str, Any], reader: Client) -> None:
    story = factories.rewritten(edition["stories"]["es"], dek="Con algunos frutos.")
    publishing.publish(story, by=factories.chief(), at=THEN + timedelta(days=2))
    told = on(reader, ES)["NewsArticle"]
    site = settings.SITE_URL
    assert told["headline"] == "Termina la cumbre" and told["description"] == "Con algunos frutos."
    assert told["inLanguage"] == "es" and told["articleSection"] == "Breves"
    assert told["url"] == told["mainEntityOfPage"]["@id"] == site + ES
    assert datetime.fromisoformat(told["datePublished"]) == THEN
    assert datetime.fromisoformat(told["dateModified"]) == THEN + timedelta(days=2)
    ana, house = told["author"]
    assert (ana["@type"], ana["name"], ana["url"]) == ("Person", "Ana Alba", f"{site}/es/autores/ana-alba/")
    assert house == told["publisher"] and house["name"] == "The Test Gazette"
    assert [person["name"] for person in told["contributor"]] == ["Luis Lima"]
    assert told["isAccessibleForFree"] is True
    assert told["license"] == "https://creativecommons.org/licenses/by-nc/4.0/deed.es"
    assert told["keywords"] == ["Security"]
    assert {(thing["@type"], thing["name"]) for thing in told["about"]} == {
        ("Country", "El Salvador"),
        ("Thing", "Cumbres"),
    }
    assert told["image"][0]["creditText"] == "Staff"
    assert finders.find(house["logo"]["url"].removeprefix(f"{site}/static/"))


def test_the_images_of_a_story_are_files_of_the_size_they_claim(edition: dict[str, Any], reader: Client) -> None:
    upload = BytesIO(photographs.encoded(photographs.scene(2000, 1000)))
    image = library.add(Image(alt_en="A pier", credit="Staff", cleared=True), library.read(upload))
    path = factories.story(headline="Pictured", slug="pictured", lead_image=image.pk).path or ""
    tree = parsed(reader.get(path))
    (told,) = on(reader, path)["NewsArticle"]["image"]
    file = b"".join(reader.get(told["url"].removeprefix(settings.SITE_URL)).streaming_content)  # type: ignore[attr-defined]
    with Pillow.open(BytesIO(file)) as opened:
        assert opened.format == "JPEG"
        assert (told["width"], told["height"]) == tuple(f"{side} px" for side in opened.size)
    said = properties(tree)
    assert said["twitter:card"] == "summary_large_image"
    assert int(said["og:image:width"]) > 0 and said["og:image:alt"]


def test_a_story_that_is_not_for_others_has_no_licence(edition: dict[str, Any], reader: Client) -> None:
    assert "license" not in on(reader, factories.story(slug="ours", republishable=False).path or "")["NewsArticle"]


def test_a_long_headline_is_cut_at_a_word(edition: dict[str, Any], reader: Client) -> None:
    headline = "Word " * 30 + "end"
    told = on(reader, factories.story(headline=headline, slug="long").path or "")["NewsArticle"]["headline"]
    assert len(told) <= 110 and told.endswith("Word…")


def test_nobody_protected_is_told_of(pages: dict[str, Any]) -> None:
    for path, tree in pages.items():
        assert "Norma" not in json.dumps(objects(tree)) and "norma" not in json.dumps(objects(tree)), path


def test_the_front_page_tells_who_the_house_is_and_how_to_search_it(edition: dict[str, Any], reader: Client) -> None:
    told = on(reader, "/es/")
    house, site = told["NewsMediaOrganization"], told["WebSite"]
    assert (house["name"], house["slogan"], house["email"]) == (
        "The Test Gazette",
        "En letras de molde",
        "desk@gazette.example",
    )
    assert site["publisher"] == {"@id": house["@id"]}
    search = site["potentialAction"]["target"]["urlTemplate"]
    path = search.removeprefix(settings.SITE_URL).replace("{search_term_string}", "cumbre")
    assert "Termina la <mark>cumbre</mark>" in reader.get(path).content.decode()


def test_the_page_of_an_author_tells_who_it_is(edition: dict[str, Any], reader: Client) -> None:
    Author.objects.filter(slug="ana-alba").update(languages=["en", "es"], photo=edition["image"])
    person = on(reader, "/authors/ana-alba/")["ProfilePage"]["mainEntity"]
    assert (person["name"], person["description"], person["knowsLanguage"]) == ("Ana Alba", "Writes.", ["en", "es"])
    assert person["image"]["url"].startswith(f"{settings.SITE_URL}/media/images/")
    (author, _house) = on(reader, EN)["NewsArticle"]["author"]
    assert author["@id"] == person["@id"]


def test_what_other_sites_show_of_a_page(pages: dict[str, Any]) -> None:
    for path, tree in pages.items():
        said = properties(tree)
        assert said["og:type"] == ("article" if path in (EN, ES) else "website"), path
        assert said["og:title"] and said["og:site_name"] == "The Test Gazette", path
        assert said["og:locale"] == ("es_419" if path.startswith("/es/") else "en_US"), path
        canonical = found(tree, "link", rel="canonical")[0].get("href")
        assert said["og:url"] == canonical, path
        pictured = said["twitter:card"] == "summary_large_image"
        assert pictured == ("og:image" in said), path
        if pictured:
            assert said["og:image"].startswith(f"{settings.SITE_URL}/"), path


def test_a_share_image_takes_the_place_of_the_picture(edition: dict[str, Any]) -> None:
    article = Article.objects.for_page().get(path=EN)
    lead = Shown((), "", "/media/images/aa/a-1600.jpg", "100vw", 1600, 900, "A pier", "", "Staff")
    share = PageImage("https://news.example/media/share/1.jpg", 1200, 630, "The summit ends")

    def told(image: Shown | None, share: PageImage | None) -> metadata.Metadata:
        return metadata.of_story(
            article, masthead=Masthead.current(), crumbs=[], image=image, alternates={}, share=share
        )

    image = told(lead, None).image
    assert image and image.url == f"{settings.SITE_URL}{lead.src}"
    assert told(None, None).image is None and "image" not in told(None, None).structured[0]
    assert told(lead, share).image == share
    assert [picture["url"] for picture in told(lead, share).structured[0]["image"]] == [
        f"{settings.SITE_URL}{lead.src}",
        share.url,
    ]


def test_only_first_pages_name_their_other_languages(pages: dict[str, Any]) -> None:
    for path, tree in pages.items():
        versions = [link for link in found(tree, "link", rel="alternate") if link.get("hreflang")]
        if "/page/" in path:
            assert not versions, path
            assert [link for link in found(tree, "link", rel="alternate") if link.get("type")], path
    first = found(pages["/news/"], "link", rel="alternate")
    assert {link.get("hreflang") for link in first if link.get("hreflang")} == {"en", "es"}


def test_a_standing_text_in_html_is_described_in_words(edition: dict[str, Any], reader: Client) -> None:
    edition["news"].description_en = "<p>What <em>happened</em> today.</p>"
    edition["news"].save()
    assert properties(parsed(reader.get("/news/")))["description"] == "What happened today."
