"""What the style guide shows: every public component in its states, with a small cast that is never stored."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles import maps, pathwords, rendering
from articles.cards import Card, Kicker
from articles.folding.filling import owned
from articles.metadata import Crumb, Metadata
from articles.models import Announcement, Article, Correction, Country, Image, Masthead, Section, Topic
from articles.related import Related
from articles.republishing import Copy
from articles.search import Answer, Found, Hit, parse
from articles.templatetags.public import CARD_SIZES, told
from articles.views.articles import Credit
from articles.views.facets import Choice
from articles.views.listing import Listing
from articles.views.pages import switches
from newsroom.desk import archive_specimens

_HOUR = datetime(2026, 3, 4, 14, 30, tzinfo=UTC)

#: The words of the cast in both languages.
_WORDS: Mapping[str, tuple[str, str]] = {
    "headline": ("Three Ministries Agree on One Port Register", "Tres ministerios acuerdan un solo registro portuario"),
    "long": (
        "A Headline That Runs Over Several Lines, Because Some Stories Cannot Be Told in Seven Words",
        "Un titular que ocupa varias líneas, porque hay historias que no caben en siete palabras",
    ),
    "dek": (
        "Customs, police and the harbour authority will keep the same list from next year on.",
        "Aduanas, policía y autoridad portuaria llevarán la misma lista a partir del próximo año.",
    ),
    "caption": ("The harbour at dawn.", "El puerto al amanecer."),
    "why": ("Also about ports", "También sobre puertos"),
    "news": ("Our new corrections page", "Nuestra nueva página de correcciones"),
    "paragraph": ("<p>A paragraph about the house.</p>", "<p>Un párrafo sobre la casa.</p>"),
    "profile": (
        "<p>What a reader should know first.</p><h2>Ports</h2><p>What a reader should know next.</p>",
        "<p>Lo primero que conviene saber.</p><h2>Puertos</h2><p>Lo que conviene saber después.</p>",
    ),
    "wrong": (
        "An earlier version gave the year as 2024. It was 2023.",
        "Una versión anterior decía 2024. Fue en 2023.",
    ),
    "film": ("The minister’s statement.", "La declaración del ministro."),
}

_MASTHEAD = {
    "name": "The Specimen",
    "tagline_en": "Reporting on ports and harbours",
    "tagline_es": "Periodismo sobre puertos y bahías",
    "house_byline_en": "The newsroom",
    "house_byline_es": "La redacción",
    "donation_request_en": "Reporting takes time. Readers pay for it.",
    "donation_request_es": "El periodismo toma tiempo. Lo pagan los lectores.",
    "donation_label_en": "Support our work",
    "donation_label_es": "Apoye nuestro trabajo",
    "donation_url_en": "/about/",
    "donation_url_es": "/es/acerca-de/",
    "comments_invitation_en": "Did we miss something?",
    "comments_invitation_es": "¿Nos faltó algo?",
    "licence_name": "CC BY-NC 4.0",
    "licence_url_en": "https://creativecommons.org/licenses/by-nc/4.0/",
    "licence_url_es": "https://creativecommons.org/licenses/by-nc/4.0/deed.es",
    "licence_notice_en": "Share our stories, name us, and link to the original.",
    "licence_notice_es": "Comparta nuestras notas, nómbrenos y enlace al original.",
    "contact_email": "desk@newsroom.example",
}


@dataclass(frozen=True)
class Cast:
    """The rows that the components show, in one language. `image` is a real one, because its files must be there."""

    language: str
    image: Image | None

    def say(self, key: str) -> str:
        return _WORDS[key][pathwords.LANGUAGES.index(self.language)]

    @property
    def masthead(self) -> Masthead:
        return Masthead(**_MASTHEAD)

    @property
    def topic(self) -> Topic:
        return Topic(pk=1, name_en="Ports", name_es="Puertos", slug_en="ports", slug_es="puertos")

    @property
    def country(self) -> Country:
        return Country(pk=1, code="PA", name_en="Panama", name_es="Panamá", slug_en="panama", slug_es="panama")

    @property
    def section(self) -> Section:
        return Section(pk=1, name_en="News", name_es="Noticias", slug_en="news", slug_es="noticias")

    def story(self, **values: Any) -> Article:
        words = {"headline": self.say("headline"), "dek": self.say("dek"), "kicker_topic": self.topic}
        path = f"{self.section.path_in(self.language)}specimen/"
        article = Article(
            pk=1, language=self.language, path=path, published_at=_HOUR, section=self.section, **words | values
        )
        article.first_country = ""  # type: ignore[attr-defined]  # as `for_cards` would have found: none is stored
        return article

    @property
    def crumbs(self) -> list[Crumb]:
        home = Crumb({"en": "Home", "es": "Portada"}[self.language], pathwords.PREFIXES[self.language])
        return [home, Crumb(self.section.said_in(self.language, "name"), self.section.path_in(self.language))]

    @property
    def announcement(self) -> Announcement:
        return Announcement(
            pk=1, language=self.language, title=self.say("news"), slug="specimen", date=date(2026, 3, 4),
            body=self.say("paragraph"),
        )  # fmt: skip

    @property
    def credits(self) -> list[Credit]:
        people = [("Ana Ruiz", pathwords.below("authors", self.language, "ana-ruiz")), ("Tomás Vega", "")]
        return [Credit("author", people), Credit("translator", people[1:])]

    def correction(self, kind: str) -> Correction:
        return Correction(kind=kind, text=self.say("wrong"), made_at=_HOUR)

    @property
    def shown(self) -> rendering.Shown | None:
        return rendering.picture(self.image, language=self.language) if self.image else None

    def listing(self, *rows: Article, number: int = 1, last: int = 1) -> Listing:
        earlier, later = "#" if number > 1 else "", "#" if number < last else ""
        return Listing(list(rows), len(rows), number, last, earlier, later)


States = list[tuple[str, dict[str, Any]]]


def states(cast: Cast) -> dict[str, States]:
    """The states of each component, by the name of its template. Pictures have none while the library is empty."""
    archive = archive_specimens.states(cast.country, cast.topic, cast.language)
    pictures = _of_pictures(cast) if cast.image else {}
    return _of_stories(cast) | _of_lists(cast) | _of_the_frame(cast) | archive | pictures


def _of_stories(cast: Cast) -> dict[str, States]:
    story, masthead = cast.story(), cast.masthead
    of_a_country = cast.story(kicker_topic=None, kicker_country=cast.country)
    found = cast.story()
    found.found = Found(  # type: ignore[attr-defined]  # as the search page puts it there
        format_html("{} <mark>{}</mark>", story.headline, 18), format_html("… <mark>{}</mark> …", 18)
    )
    corrections = [cast.correction(kind) for kind in Correction.Kind.values]
    metadata = Metadata(title=story.headline, path=story.path or "", language=cast.language)
    tags = [Crumb("harbours", "#"), Crumb("registers")]
    subjects = [
        Crumb(row.said_in(cast.language, "name"), row.path_in(cast.language)) for row in (cast.topic, cast.country)
    ]
    return {
        "kicker": [(name, {"kicker": Kicker.of(one)}) for name, one in (("topic", story), ("country", of_a_country))],
        "card": [
            ("with dek", owned(told(Card.of(story)))),
            ("long headline, no dek", owned(told(Card.of(cast.story(headline=cast.say("long"), dek=""))))),
            ("with a picture", owned(told(Card.of(cast.story(lead_image=cast.image)), CARD_SIZES))),
            ("found by a word", owned(told(Card.of(found)))),
            ("with the reason it is here", owned(told(Card.of(story), reason=cast.say("why")))),
        ],
        "home_lead": [("the lead story", {"lead": Card.of(cast.story(lead_image=cast.image))})],
        "byline": [("author and translator", {"credits": cast.credits})],
        "dates": [
            ("published", {"article": story}),
            ("updated", {"article": story, "updated_at": _HOUR.replace(day=6)}),
        ],
        "embed": [("a page elsewhere", {"url": "https://youtu.be/x", "place": "YouTube", "caption": cast.say("film")})],
        "corrections": [("all kinds", {"corrections": corrections})],
        "corrections_line": [("one line", {"correction": corrections[0]})],
        "subjects": [("topics, countries, tags", {"subjects": subjects, "tags": tags})],
        "share": [("under a story", {"article": story, "metadata": metadata})],
        "helpful": [("under a story", {"article": story}), ("under another page", {"metadata": metadata})],
        "comments_invitation": [("under a story", {"article": story, "masthead": masthead})],
        "donation": [("under a story", {"masthead": masthead})],
        "licence": [("under a story", {"article": story, "masthead": masthead, "republish_path": "#"})],
        "related": [
            ("under a story", {"related": [Related(Card.of(story), cast.say("why"), 1.0)] * 3, "related_path": "#"})
        ],
        "republish_terms": [("with a licence", {"article": story, "masthead": masthead})],
        "republish_copy": [("to copy", {"key": "specimen", "title": "HTML", "text": "<p>…</p>", "download": "#"})],
    }


def _of_lists(cast: Cast) -> dict[str, States]:
    story, pictured = cast.story(), cast.story(lead_image=cast.image)
    profile = rendering.to_page(cast.say("profile"), language=cast.language)
    countries = [cast.country, cast.country]
    for number, country in zip((1, 1234), countries, strict=True):
        country.stories = number  # type: ignore[attr-defined]
    return {
        "stories": [
            ("two stories", {"listing": cast.listing(story, story)}),
            ("the newest leads a section", {"listing": cast.listing(pictured, story), "led": True}),
            ("none yet", {"listing": cast.listing()}),
        ],
        "pagination": [
            ("first page", {"listing": cast.listing(last=3)}),
            ("in between", {"listing": cast.listing(number=2, last=3)}),
            ("last page", {"listing": cast.listing(number=3, last=3)}),
        ],
        "home_river": [("two hours of a day", {"river": [(_HOUR.date(), [Card.of(story)] * 2)]})],
        "home_section": [("a section", {"section": cast.section, "stories": [pictured, story, story]})],
        "country_strip": [("few and many", {"countries": countries})],
        "announcement": [("one", {"announcement": cast.announcement})],
        "about_strip": [("three", {"announcements": [cast.announcement] * 3, "masthead": cast.masthead})],
        "profile": [
            ("of a country", {"profile": profile, "map": maps.locator("HN", cast.language)}),
            ("of a topic, reviewed", {"profile": profile, "reviewed_on": _HOUR.date()}),
        ],
        "search_form": [("empty", {}), ("with a question", {"question": "puertos"})],
        **_of_search(cast),
    }


def _of_search(cast: Cast) -> dict[str, States]:
    answer = Answer(parse("puertos"), total=18)
    row = Choice("Panamá", "#", 12)
    listing = cast.listing(cast.story())
    told = {"question": "puertos", "answer": answer, "listing": listing, "feed_path": "#"}
    told["sorts"] = [Choice(cast.say("why"), ""), Choice(cast.say("news"), "#")]
    misspelt = replace(answer, correction="puertos", total=0)
    hit = Hit(Found(format_html("<mark>{}</mark>", "Panamá"), SafeString("")), cast.say("why"), "#")
    return {
        "search_summary": [
            ("found", told),
            ("narrowed", told | {"chosen": [Choice("country:panama", "#")], "elsewhere_path": "#"}),
            ("spelled otherwise", told | {"answer": misspelt, "correction_path": "#", "listing": cast.listing()}),
        ],
        "search_facets": [
            ("counted", {"answer": answer, "facets": [(cast.say("news"), [row, row])]}),
            ("counted in part", {"answer": replace(answer, partly=True), "facets": [(cast.say("news"), [row])]}),
        ],
        "search_hit": [("a country", {"hit": hit})],
        "search_help": [("before a question", {})],
    }


def _of_the_frame(cast: Cast) -> dict[str, States]:
    home = pathwords.PREFIXES[cast.language]
    frame = {"masthead": cast.masthead, "main_sections": [cast.section], "home_path": home}
    alone = Metadata(title="", path=home, language=cast.language)
    paired = replace(alone, alternates=pathwords.PREFIXES)
    translated, untranslated = ({"switches": switches(page, ""), "metadata": page} for page in (paired, alone))
    return {
        "header": [
            ("of the home page", frame | translated | {"is_home": True}),
            ("of a page in a section", frame | translated | {"crumbs": cast.crumbs}),
        ],
        "language_switch": [
            ("translated", translated),
            ("not translated", untranslated),
        ],
        "breadcrumb": [("two steps", {"crumbs": cast.crumbs, "metadata": alone})],
        "navigation": [
            ("on a page of its first part", {"links": [(home, cast.say("news"), "page"), (home, cast.say("news"), "")]})
        ],
        "footer": [("on every page", frame)],
        "error_title": [(str(status), {"status": status}) for status in (400, 403, 404, 410, 500, 503)],
    }


def _of_pictures(cast: Cast) -> dict[str, States]:
    shown = cast.shown
    assert shown is not None
    return {
        "picture": [("alone", {"picture": shown, "lazy": True})],
        "figure": [("with caption and credit", {"picture": shown, "caption": cast.say("caption"), "lazy": True})],
        "locator_map": [("where there is no picture", {"locator": maps.locator("HN", cast.language)})],
        "republish_pictures": [("staying and travelling", {"copy": Copy("", "", "", [shown], [shown])})],
    }
