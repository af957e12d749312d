"""One walk over a page of every kind, in both languages: each is loaded once and looked at in many ways.

English pages are loaded on a wide screen and Spanish ones on a telephone; then the window, the colours and the medium
change under the loaded page. What was seen is a `Visit`; the tests say what it should have been.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page as Tab

from articles import correcting, library, publishing
from articles.models import Article, Image
from tests import factories
from tests.articles.photographs import encoded, scene
from tests.site import edition

#: The windows of the walk: the two that pages are loaded in, the narrowest, and a wide one zoomed to 200 %.
WIDE, TELEPHONE, NARROWEST, ZOOMED = (1280, 900), (390, 844), (320, 640), (640, 450)

#: Running text, long enough to count the characters of its lines.
TEXT = {
    "en": "The ministers met for three days in the old customs house and agreed on one register of ships, cargoes and owners. ",
    "es": "Los ministros se reunieron tres días en la antigua aduana y acordaron un solo registro de buques, cargas y dueños. ",
}

#: Everything axe knows, the size of targets too, which it leaves out by itself.
_AXE = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
_AXE_COLOURS = {"resultTypes": ["violations"], "runOnly": ["color-contrast", "link-in-text-block"]}
_SCHEMES: dict[str, dict[str, Any]] = {
    "dark": {"color_scheme": "dark"},
    "more contrast": {"color_scheme": "light", "contrast": "more"},
    "dark, more contrast": {"color_scheme": "dark", "contrast": "more"},
}
#: High contrast changes tokens only: two pages that use all of them are enough.
_IN_EVERY_SCHEME = ("/", "/news/briefs/the-summit-ends/")

_SCRIPTS = Path(__file__).with_suffix(".js").read_text()


@dataclass
class Visit:
    """What was seen on one page."""

    address: str
    language: str
    status: int
    moved: float  # the sum of its layout shifts, from the first paint to the last picture
    pictures: list[dict[str, Any]]
    lines: list[float]  # characters in a full line, for each long paragraph of running text on a wide screen
    violations: list[str] = field(default_factory=list)
    outside: list[str] = field(
        default_factory=list
    )  # what can't be seen without scrolling sideways, and in which window
    lost: list[str] = field(default_factory=list)  # words that a medium takes away
    moving: list[str] = field(default_factory=list)  # what moves though the reader asked for stillness


def build_edition() -> None:
    """The edition of the site's tests with real pictures, long texts, a correction and a story that was withdrawn."""
    picture = library.add(
        Image(
            alt_en="Four colours",
            alt_es="Cuatro colores",
            caption_en="Seen.",
            caption_es="Visto.",
            credit="Staff",
            cleared=True,
        ),
        library.read(BytesIO(encoded(scene(1600, 900)))),
    )
    built = edition.build(image=picture, text=f"<p>{TEXT['en'] * 8}</p><p>{TEXT['es'] * 8}</p>")
    for story in built["stories"].values():
        correcting.correct(
            story,
            kind="correction",
            text="It was held in Lima.",
            by=factories.chief(),
            at=factories.THEN + timedelta(days=1),
        )
    for number in range(6):
        for language in edition.LANGUAGES:
            factories.story(
                language=language, headline=f"Report {number}", slug=f"report-{number}", section=built["news"].pk,
                lead_image=picture.pk if number % 2 else None, countries=(built["country"].pk,),
                topics=(built["topic"].pk,), at=factories.THEN - timedelta(days=number + 1),
            )  # fmt: skip
    for language in edition.LANGUAGES:
        story = factories.story(language=language, slug="withdrawn", section=built["news"].pk)
        publishing.withdraw(story, by=factories.chief(), note="It was another summit.", reason="A test.")


def addresses() -> Iterator[tuple[str, str, int]]:
    """Every address of the tour with its language and the status that it should have."""
    story = Article.objects.get(slug="the-summit-ends").pk
    for path in edition.every_page():
        yield path, "es" if path.startswith("/es/") else "en", 200
    yield f"/feedback/?article={story}", "en", 200
    yield "/feedback/thanks/", "en", 200
    yield "/nothing-here/", "en", 404
    yield "/news/withdrawn/", "en", 410
    yield "/es/comentarios/", "es", 200
    yield "/es/comentarios/gracias/", "es", 200
    yield "/es/nada/", "es", 404
    yield "/es/noticias/withdrawn/", "es", 410


def visit(tab: Tab, address: str, language: str) -> Visit:
    """Load a page once, and look at it from every side. The tab must have `prepare`d."""
    size(tab, WIDE if language == "en" else TELEPHONE)
    tab.emulate_media(color_scheme="light", reduced_motion="reduce", media="screen")
    answer = tab.goto(address)
    assert answer
    seen = tab.evaluate("tour.scrolled()")
    found = Visit(address, language, answer.status, seen["moved"], seen["pictures"], [])
    size(tab, WIDE)
    found.lines = tab.evaluate("tour.lines()")
    found.moving = tab.evaluate("tour.moving()")
    _check_with_axe(tab, found)
    _look_at_other_media(tab, found)
    _look_through_other_windows(tab, found)
    return found


def prepare(tab: Tab) -> None:
    """Give every page of the tab the functions of the tour, and have it load everything anew: what is there at once from a
    cache would not show that it moves the page."""
    tab.add_init_script(_SCRIPTS)
    tab.context.new_cdp_session(tab).send("Network.setCacheDisabled", {"cacheDisabled": True})


def size(tab: Tab, window: tuple[int, int]) -> None:
    tab.set_viewport_size({"width": window[0], "height": window[1]})


def _check_with_axe(tab: Tab, found: Visit) -> None:
    """Everything axe knows, in light; its checks of colours in the other schemes, which no language changes."""
    _note(found, "light", Axe().run(tab, options=_AXE).response)
    if found.language != "en":
        return
    for name, media in _SCHEMES.items():
        if name == "dark" or found.address in _IN_EVERY_SCHEME:
            tab.emulate_media(**media)  # axe is in the page by now
            _note(found, name, tab.evaluate("options => axe.run(options)", _AXE_COLOURS))
    tab.emulate_media(color_scheme="light", contrast="no-preference")


def _note(found: Visit, scheme: str, results: Any) -> None:
    for violation in results["violations"]:
        places = "; ".join(node["html"][:120] for node in violation["nodes"][:3])
        found.violations.append(f"{scheme}: {violation['id']} ({violation['impact']}): {places}")


def _look_at_other_media(tab: Tab, found: Visit) -> None:
    words = tab.evaluate("tour.words('body')")
    tab.emulate_media(forced_colors="active")
    found.lost += [f"forced colours: {word}" for word in set(words) - set(tab.evaluate("tour.words('body')"))]
    tab.emulate_media(forced_colors="none")
    words = tab.evaluate("tour.words(tour.WORTH_PRINTING)")
    tab.emulate_media(media="print")
    found.lost += [f"print: {word}" for word in set(words) - set(tab.evaluate("tour.words(tour.WORTH_PRINTING)"))]
    tab.emulate_media(media="screen")


def _look_through_other_windows(tab: Tab, found: Visit) -> None:
    for name, window, text in (
        ("320 px", NARROWEST, 100),
        ("390 px", TELEPHONE, 100),
        ("1280 px at 200 %", ZOOMED, 100),
        ("text at 200 %", WIDE, 200),
    ):
        size(tab, window)
        found.outside += [f"{name}: {what}" for what in tab.evaluate("size => tour.outside(size)", text)]
