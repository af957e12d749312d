"""A small edition in both languages with a page of every kind, and the ways to look at it."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

import html5lib
from django.db import connection
from django.http import HttpResponse
from django.test import Client

from articles import pathwords
from articles.models import Article, Edition, Image, Section, Tag
from tests import factories
from tests.factories import THEN

LANGUAGES = ("en", "es")

BODY = """
<p>Opening of the text<span class="footnote">Where it was <em>said</em>.</span>.</p>
<h2>A heading</h2>
<blockquote class="pull-quote"><p>In one sentence.</p></blockquote>
<figure data-image="{image}"><figcaption>Seen from the pier.</figcaption></figure>
<figure data-image="987654"><figcaption>Lost for good.</figcaption></figure>
<figure data-embed="https://www.youtube.com/watch?v=abc"></figure>
<table><tbody><tr><td>1</td></tr></tbody></table>
<p><a href="https://elsewhere.example/">Outside</a> and <a href="/news/">inside</a>.</p>
"""


def build(*, image: Image | None = None, text: str = "") -> dict[str, Any]:
    """The edition; what tests need of it by name. `image` stands in its main story, and `text` begins it."""
    factories.MastheadFactory(demonstration_notice_en="Invented, all of it.", demonstration_notice_es="Todo inventado.")
    news = factories.SectionFactory(name_en="News", name_es="Noticias", slug_en="news", slug_es="noticias")
    briefs = Section.objects.create(
        parent=news, name_en="Briefs", name_es="Breves", slug_en="briefs", slug_es="breves", position=1
    )
    country = factories.CountryFactory(code="SV", name_en="El Salvador", name_es="El Salvador")
    topic = factories.TopicFactory(name_en="Summits", name_es="Cumbres", aliases=["Meetings"])
    ana = factories.AuthorFactory(name="Ana Alba", slug="ana-alba", bio_en="Writes.", bio_es="Escribe.")
    luis = factories.AuthorFactory(name="Luis Lima", slug="luis-lima")
    hidden = factories.AuthorFactory(name="Norma Secreta", slug="norma-secreta", protected=True)
    hidden_too = factories.AuthorFactory(name="Pablo Oculto", slug="pablo-oculto", protected=True)
    image = image or factories.ImageFactory()
    shared: dict[str, Any] = {
        "section": briefs.pk,
        "body": text + BODY.format(image=image.pk),
        "lead_image": image.pk,
        "countries": (country.pk,),
        "topics": (topic.pk,),
        "kicker_topic": topic.pk,
        "translation_key": str(uuid.uuid4()),
        "tags": ("Security",),
        "bylines": (
            (ana.pk, "author"),
            (hidden.pk, "author"),
            (hidden_too.pk, "author"),
            (luis.pk, "photographer"),
        ),
    }
    stories = {
        "en": factories.story(headline="The summit ends", dek="With few results.", slug="the-summit-ends", **shared),
        "es": factories.story(
            language="es", headline="Termina la cumbre", dek="Con pocos frutos.", slug="termina-la-cumbre", **shared
        ),
    }
    for language in LANGUAGES:
        factories.story(
            language=language,
            headline=f"Older summit ({language})",
            slug="older-summit",
            section=news.pk,
            topics=(topic.pk,),
            at=THEN - timedelta(days=40),
        )
        factories.PageFactory(language=language, title="Who we are", slug="who-we-are")
        factories.AnnouncementFactory(language=language, title="A prize", slug="a-prize")
    factories.after_commit()
    return {"stories": stories, "image": image, "topic": topic, "country": country, "news": news, "briefs": briefs}


def every_page() -> list[str]:
    """The address of one page of every kind in each language, for the edition that `build` made."""
    tag = Tag.objects.get().slug
    country, topic = (
        Article.objects.get(slug="the-summit-ends").countries.get(),
        Article.objects.get(slug="the-summit-ends").topics.get(),
    )
    return [
        "/",
        "/news/",
        "/news/briefs/",
        "/news/briefs/the-summit-ends/",
        "/news/briefs/the-summit-ends/related/",
        "/news/briefs/the-summit-ends/republish/",
        "/countries/",
        country.path_in("en"),
        "/topics/",
        topic.path_in("en"),
        "/authors/",
        "/authors/ana-alba/",
        f"/tags/{tag}/",
        "/about/",
        "/about/who-we-are/",
        "/about/updates/",
        "/about/updates/a-prize/",
        "/corrections/",
        "/explore/",
        "/explore/news/",
        f"/explore{topic.path_in('en')}",
        pathwords.crossed(country.path_in("en"), "en", topic.slug_en),
        "/archive/",
        "/archive/2024/",
        "/archive/2024/05/",
        "/search/",
        "/search/?q=summit",
        "/es/",
        "/es/noticias/",
        "/es/noticias/breves/",
        "/es/noticias/breves/termina-la-cumbre/",
        "/es/noticias/breves/termina-la-cumbre/relacionados/",
        "/es/noticias/breves/termina-la-cumbre/republicar/",
        "/es/paises/",
        country.path_in("es"),
        "/es/temas/",
        topic.path_in("es"),
        "/es/autores/",
        "/es/autores/ana-alba/",
        f"/es/etiquetas/{tag}/",
        "/es/acerca-de/",
        "/es/acerca-de/who-we-are/",
        "/es/acerca-de/novedades/",
        "/es/acerca-de/novedades/a-prize/",
        "/es/correcciones/",
        "/es/explorar/",
        f"/es/explorar/{topic.path_in('es').removeprefix('/es/')}",
        pathwords.crossed(country.path_in("es"), "es", topic.slug_es),
        "/es/archivo/",
        "/es/archivo/2024/",
        "/es/archivo/2024/05/",
        "/es/buscar/",
        "/es/buscar/?q=cumbre",
    ]


@contextmanager
def started(moment: datetime) -> Iterator[None]:
    """As if the edition had started at this moment: what depends on the time is made for it."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    assert Edition.objects.update(started_at=moment) == 1
    yield


def read(reader: Client, path: str, status: int = 200) -> str:
    """The HTML of a page that answers as it should."""
    response = reader.get(path)
    assert response.status_code == status, f"{path}: {response.status_code}"
    return response.content.decode()


def parsed(response: HttpResponse) -> Any:
    """The tree of a page, to be looked at and not to be changed; html5lib raises at the first error of its syntax."""
    return _tree(response.content.decode())


@lru_cache(maxsize=200)  # one test reads the same page as the other, and to read it takes half as long as to make it
def _tree(html: str) -> Any:
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)


def text_of(element: Any) -> str:
    """The words in an element."""
    return " ".join("".join(element.itertext()).split())


def found(tree: Any, tag: str, **attributes: str) -> list[Any]:
    """The elements of this name whose attributes have these values; `class_` asks for one class among others."""
    wanted = attributes.pop("class_", None)
    return [
        element
        for element in tree.iter(tag)
        if all(element.get(name) == value for name, value in attributes.items())
        and (wanted is None or wanted in (element.get("class") or "").split())
    ]


STATIC = Path(__file__).resolve().parents[2] / "static"
