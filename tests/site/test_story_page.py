"""The story page has every part, in both languages."""

import json
from datetime import timedelta
from typing import Any
from urllib.parse import quote

import pytest
from django.conf import settings
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles import publishing, revising, snapshots
from articles.models import Article, Byline
from articles.views.articles import credits_of, live_at, story_response
from articles.views.house import House
from tests import factories
from tests.factories import THEN
from tests.site.edition import found, parsed, read, text_of

EN = "/news/briefs/the-summit-ends/"
ES = "/es/noticias/breves/termina-la-cumbre/"

PARTS = {
    EN: {
        "breadcrumb": "Home News Briefs",
        "kicker": "Summits",
        "h1": "The summit ends",
        "dek": "With few results.",
        "bylines": ["By Ana Alba and The Gazette", "Photographs by Luis Lima"],
        "date": "May 6, 2024",
        "caption": "The harbour.",
        "helpful": ("Was this content helpful?", ["Yes", "No"], "/feedback/helpful/"),
        "donation": "Printing costs money.",
        "comments": ("What are your thoughts?", "What did we miss?", "Send The Test Gazette your comments"),
        "licence": "Copy us, and say so.",
        "related": "Same topic: Summits",
        "about": "About The Test Gazette",
        "share": ["Share on X", "Share on Facebook", "Share on WhatsApp", "Share on Telegram", "Send by e-mail"],
    },
    ES: {
        "breadcrumb": "Inicio Noticias Breves",
        "kicker": "Cumbres",
        "h1": "Termina la cumbre",
        "dek": "Con pocos frutos.",
        "bylines": ["Por Ana Alba y La Gaceta", "Fotografías de Luis Lima"],
        "date": "6 de mayo de 2024",
        "caption": "El puerto.",
        "helpful": ("¿Le fue útil este contenido?", ["Sí", "No"], "/es/comentarios/util/"),
        "donation": "Imprimir cuesta dinero.",
        "comments": ("¿Qué opina?", "¿Qué nos faltó?", "Envíe sus comentarios a The Test Gazette"),
        "licence": "Cópienos y dígalo.",
        "related": "Mismo tema: Cumbres",
        "about": "Acerca de The Test Gazette",
        "share": [
            "Compartir en X",
            "Compartir en Facebook",
            "Compartir en WhatsApp",
            "Compartir en Telegram",
            "Enviar por correo electrónico",
        ],
    },
}


@pytest.fixture(params=[EN, ES])
def page(request: Any, edition: dict[str, Any], reader: Client) -> tuple[Any, dict[str, Any]]:
    return parsed(reader.get(request.param)), PARTS[request.param]


def test_the_head_of_a_story(page: tuple[Any, dict[str, Any]]) -> None:
    tree, said = page
    assert text_of(found(tree, "nav", class_="breadcrumb")[0]) == said["breadcrumb"]
    head = found(tree, "header", class_="story__head")[0]
    assert text_of(found(head, "a", class_="kicker")[0]) == said["kicker"]
    assert text_of(found(tree, "h1")[0]) == said["h1"]
    assert text_of(found(tree, "p", class_="story__dek")[0]) == said["dek"]
    assert [text_of(line) for line in found(tree, "p", class_="byline")] == said["bylines"]
    assert text_of(found(tree, "p", class_="dates")[0]) == said["date"]


def test_a_protected_author_is_named_nowhere_and_signs_as_the_house(edition: dict[str, Any], reader: Client) -> None:
    html = read(reader, EN)
    assert "Norma" not in html and "Pablo" not in html and "norma-secreta" not in html
    assert html.count("The Gazette") == 1
    assert [link.get("href") for link in found(parsed(reader.get(EN)), "a", rel="author")] == [
        "/authors/ana-alba/",
        "/authors/luis-lima/",
    ]


def test_the_lead_image_is_described_sized_captioned_and_credited(page: tuple[Any, dict[str, Any]]) -> None:
    tree, said = page
    lead = found(tree, "div", class_="story__lead")[0]
    image = next(lead.iter("img"))
    assert (image.get("width"), image.get("height")) == ("1600", "900")
    assert image.get("alt") in ("A harbour at dawn", "Un puerto al amanecer")
    assert image.get("loading") is None
    assert [source.get("type") for source in lead.iter("source")] == ["image/webp"]
    assert text_of(next(lead.iter("figcaption"))) == f"{said['caption']} Staff"


def test_the_parts_below_the_text(page: tuple[Any, dict[str, Any]]) -> None:
    tree, said = page
    question, answers, address = said["helpful"]
    helpful = found(tree, "reader-feedback", class_="helpful")[0]
    assert text_of(next(helpful.iter("h2"))) == question
    form = next(helpful.iter("form"))
    assert (form.get("method"), form.get("action")) == ("post", address)
    assert [text_of(button) for button in form.iter("button")] == answers
    assert [(b.get("name"), b.get("value")) for b in form.iter("button")] == [("helpful", "yes"), ("helpful", "no")]
    fields = {field.get("name"): field.get("value") for field in form.iter("input")}
    article = Article.objects.get(pk=int(fields["article"]))
    assert fields["address"] == article.path
    assert said["donation"] in text_of(found(tree, "section", class_="donation")[0])
    comments = found(tree, "reader-feedback", class_="comments")[0]
    assert all(part in text_of(comments) for part in said["comments"])
    assert next(comments.iter("a")).get("href").endswith(f"?article={article.pk}")
    licence = found(tree, "section", class_="licence")[0]
    assert said["licence"] in text_of(licence)
    assert (
        found(licence, "a", rel="license noopener external")[0].get("href").startswith("https://creativecommons.org/")
    )
    assert "mailto:desk@gazette.example" in [link.get("href") for link in licence.iter("a")]
    related = found(tree, "section", class_="related")[0]
    assert said["related"] in text_of(related)
    assert [text_of(h3) for h3 in related.iter("h3")] == [f"Older summit ({article.language})"]
    about = found(tree, "section", class_="about-strip")[0]
    assert text_of(next(about.iter("h2"))) == said["about"] and "A prize" in text_of(about)
    assert text_of(found(tree, "ul", class_="subjects")[0]).endswith("Security")


def test_a_story_is_shared_by_plain_links_with_names(page: tuple[Any, dict[str, Any]]) -> None:
    tree, said = page
    links = list(found(tree, "div", class_="share")[0].iter("a"))
    assert [link.get("aria-label") for link in links][:-1] == said["share"]
    assert all("noopener" in link.get("rel") for link in links[:4])
    canonical = found(tree, "link", rel="canonical")[0].get("href")
    assert links[-1].get("href") == canonical
    assert all(canonical.replace(":", "%3A").replace("/", "%2F") in link.get("href") for link in links[:4])


def test_a_headline_of_any_characters_is_passed_on_whole(edition: dict[str, Any], reader: Client) -> None:
    headline = '{url} & {text}: “100 %” <ñ> "~_.-" \\ 😀+'
    story = factories.rewritten(edition["stories"]["en"], headline=headline)
    publishing.publish(story, by=factories.chief(), at=THEN)
    tree = parsed(reader.get(Article.objects.get(pk=story.pk).path))
    url = found(tree, "link", rel="canonical")[0].get("href")
    links = [link.get("href") for link in found(tree, "div", class_="share")[0].iter("a")]
    assert links[0] == f"https://x.com/intent/post?url={quote(url, '')}&text={quote(headline, '')}"
    assert links[4] == f"mailto:?subject={quote(headline, '')}&body={quote(url, '')}"


def test_a_section_that_the_house_does_not_know_yet_is_asked_for(edition: dict[str, Any]) -> None:
    about = House()
    about.sections = []
    story = live_at(EN, about)
    assert story is not None and story.section == edition["stories"]["en"].section


def test_a_licence_notice_stands_only_where_it_applies(edition: dict[str, Any], reader: Client) -> None:
    story = factories.rewritten(edition["stories"]["en"], republishable=False)
    publishing.publish(story, by=factories.chief(), at=THEN)
    tree = parsed(reader.get(EN))
    assert not found(tree, "section", class_="licence")
    assert "license" not in _structured(tree)["NewsArticle"]


@pytest.mark.parametrize(("later", "updated"), [(timedelta(hours=11), False), (timedelta(hours=13), True)])
def test_updated_is_said_only_when_it_was_on_a_later_day(
    edition: dict[str, Any], reader: Client, later: timedelta, updated: bool
) -> None:
    story = factories.rewritten(edition["stories"]["en"], dek="Changed.")
    publishing.publish(story, by=factories.chief(), at=THEN + later)
    said = text_of(found(parsed(reader.get(EN)), "p", class_="dates")[0])
    assert said == ("May 6, 2024 Updated May 7, 2024" if updated else "May 6, 2024")


def test_days_are_those_of_the_newsroom(edition: dict[str, Any], reader: Client, settings: Any) -> None:
    settings.TIME_ZONE = "Asia/Tokyo"
    story = factories.rewritten(edition["stories"]["en"], dek="Changed.")
    publishing.publish(story, by=factories.chief(), at=THEN + timedelta(hours=4))
    assert "Updated May 7, 2024" in text_of(found(parsed(reader.get(EN)), "p", class_="dates")[0])


def test_a_story_without_its_translation_says_so_and_leads_to_the_section(
    edition: dict[str, Any], reader: Client
) -> None:
    tree = parsed(reader.get("/news/older-summit/"))
    switch = found(tree, "nav", class_="languages")[0]
    assert "This page exists only in English." in text_of(switch)
    assert next(switch.iter("a")).get("href") == "/es/noticias/"
    assert not found(tree, "link", rel="alternate")
    switch = found(parsed(reader.get(EN)), "nav", class_="languages")[0]
    assert "only" not in text_of(switch) and next(switch.iter("a")).get("href") == ES


def test_an_unpublished_translation_is_no_way_to_switch(edition: dict[str, Any], reader: Client) -> None:
    publishing.unpublish(edition["stories"]["es"], by=factories.chief())
    tree = parsed(reader.get(EN))
    assert not found(tree, "link", rel="alternate")
    assert ES not in read(reader, EN)


def _structured(tree: Any) -> dict[str, Any]:
    objects = [json.loads(script.text) for script in found(tree, "script", type="application/ld+json")]
    return {value["@type"]: value for value in objects}


def test_machines_read_the_same_story(edition: dict[str, Any], reader: Client) -> None:
    tree = parsed(reader.get(EN))
    news = _structured(tree)["NewsArticle"]
    assert news["headline"] == "The summit ends"
    assert news["datePublished"] == "2024-05-06T12:00:00+00:00"
    assert [author["name"] for author in news["author"]] == ["Ana Alba", "The Test Gazette"]
    crumbs = _structured(tree)["BreadcrumbList"]["itemListElement"]
    assert [crumb["name"] for crumb in crumbs] == ["Home", "News", "Briefs"]
    properties = {meta.get("property"): meta.get("content") for meta in tree.iter("meta")}
    assert properties["og:url"] == settings.SITE_URL + EN
    assert properties["og:image"].startswith(f"{settings.SITE_URL}/media/images/")
    assert properties["article:published_time"].startswith("2024-05-06T12:00:00")


def test_a_headline_can_not_break_out_of_the_structured_data(edition: dict[str, Any], reader: Client) -> None:
    hostile = "</script><script>alert(1)</script><!--"
    story = factories.rewritten(edition["stories"]["en"], headline=hostile)
    publishing.publish(story, by=factories.chief(), at=THEN)
    tree = parsed(reader.get(EN))
    assert _structured(tree)["NewsArticle"]["headline"] == hostile
    assert "alert" not in "".join(script.text or "" for script in tree.iter("script") if not script.get("type"))


def test_a_preview_shows_the_draft_with_a_banner_and_asks_nothing_of_readers(edition: dict[str, Any], rf: Any) -> None:
    story = factories.rewritten(edition["stories"]["es"], headline="Un titular nuevo", tags=("Novísima",))
    draft = snapshots.in_memory(story, revising.head_snapshot(story))
    response = story_response(rf.get("/admin/preview/"), draft, preview=True)
    tree = parsed(response)
    assert text_of(found(tree, "h1")[0]) == "Un titular nuevo"
    assert "Novísima" in text_of(found(tree, "ul", class_="subjects")[0])
    assert "Vista previa" in text_of(found(tree, "p", class_="preview")[0])
    assert found(tree, "meta", name="robots")[0].get("content") == "noindex"
    assert not list(tree.iter("form"))


def test_a_story_that_was_never_published_can_be_previewed(edition: dict[str, Any], rf: Any) -> None:
    story = factories.draft(headline="", slug="", section=None, bylines=(), body="")
    draft = snapshots.in_memory(story, revising.head_snapshot(story))
    assert story_response(rf.get("/admin/preview/"), draft, preview=True).status_code == 200


def test_the_names_of_a_story_are_listed_by_what_they_did() -> None:
    def byline(name: str, role: str) -> Byline:
        return Byline(author=factories.AuthorFactory.build(name=name, slug=name), role=role)

    credits = credits_of([byline("c", "translator"), byline("a", "author"), byline("b", "author")], "en", "The House")
    assert [(credit.role, [name for name, _path in credit.people]) for credit in credits] == [
        ("author", ["a", "b"]),
        ("translator", ["c"]),
    ]


def test_a_story_page_asks_the_database_six_times(
    edition: dict[str, Any], reader: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    # sections, story with its relations, masthead, body pictures, related, announcements
    with django_assert_num_queries(6):
        reader.get(EN)
