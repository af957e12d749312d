"""Small parts that are filled say what their templates say, whatever the texts are."""

import posixpath
from collections.abc import Iterator
from html import escape
from itertools import combinations
from typing import Any

import pytest
from django.core.files.storage import FileSystemStorage, InMemoryStorage, default_storage
from django.template import Engine
from django.test import Client
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy

from articles import remembering, rendering
from articles.folding import filling, loader
from articles.folding.filling import NotOnlyTexts, filled, filled_rows, owned
from articles.folding.loader import render_part
from tests import factories
from tests.site.edition import found, parsed, text_of

HOSTILE = "<script>alert(\"1\")</script> & '100%' %(name)s {{ name }}"

#: The texts and the flags of each part.
_PARTS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "components/card.html": (
        ("path", "kicker.path", "kicker.name", "moment", "day", "headline", "dek", "picture", "level", "reason"),
        (),
    ),
    "components/picture.html": (
        ("picture.alternatives", "picture.src", "picture.srcset", "picture.sizes", "picture.size", "picture.alt"),
        ("lazy", "decorative"),
    ),
    "components/rows/cell.html": (("shade", "path", "label", "stories"), ()),
    "components/rows/companion.html": (("name", "path", "stories"), ()),
    "components/rows/year.html": (("year", "path", "cells", "stories"), ()),
}


def _some(names: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Every choice among some names."""
    for length in range(len(names) + 1):
        yield from combinations(names, length)


@pytest.mark.parametrize("text", [HOSTILE, SafeString("<b>50%</b>")], ids=["hostile", "safe"])
@pytest.mark.parametrize("part", _PARTS)
def test_a_part_that_is_filled_is_what_its_template_makes_of_the_same_texts(part: str, text: str) -> None:
    names, flags = _PARTS[part]
    for there in _some(names):
        texts = {name: text if name in there else "" for name in names}
        for chosen in _some(flags):
            written = render_part(part, {**owned(dict.fromkeys(there, text)), **dict.fromkeys(chosen, True)})
            assert filled(part, texts, *chosen) == written
            assert "<script" not in written


@pytest.mark.parametrize("part", [part for part in _PARTS if "/rows/" in part])
def test_rows_are_each_what_the_part_is_with_its_texts(part: str) -> None:
    names, _flags = _PARTS[part]
    rows = [tuple(f"{name} {number}" for name in names) for number in range(3)]
    some_empty = [
        tuple(text if place != number else "" for place, text in enumerate(rows[0])) for number in range(len(names))
    ]
    for more in ([], [(HOSTILE,) * len(names)], [(SafeString("<b>50%</b>"),) * len(names)], some_empty):
        written = filled_rows(part, names, iter([*rows, *more]))
        assert written == "\n".join(filled(part, dict(zip(names, row, strict=True))) for row in [*rows, *more])
        assert "<script" not in written
    assert filled_rows(part, names, []) == ""
    some = names[::-1][:2]
    assert filled_rows(part, some, [("1", "2")]) == filled(part, dict(zip(some, ("1", "2"), strict=True)))


@pytest.mark.parametrize(
    "name",
    [
        "images/ab/abcd0123.jpg",
        "images/ab/Abcd_0123.png",
        'images/ab/a b%26<&"é.jpg',
        "images/ab/__stem__.jpg",
        "images/__stem__/__stem____stem__.webp",
        "../images/ab/abcd.jpg",
        "images//ab/./abcd.jpg",
        "http://elsewhere.example/abcd.jpg",
        "abcd",
        "images.d/abcd",
    ],
)
@pytest.mark.parametrize("sizes", [("(min-width: 40rem) 20rem, 30vw", True), ("100vw", False)])
@pytest.mark.parametrize("has_avif", [True, False])
def test_a_picture_is_drawn_as_one_of_its_size(name: str, sizes: tuple[str, bool], has_avif: bool) -> None:
    for width, height in ((1600, 900), (640, 480), (2560, 1440)):
        shown = rendering._shown(name, width, height, has_avif, sizes[0])
        context = {"picture": shown, "decorative": True, "lazy": sizes[1]}
        assert rendering.drawn(name, width, height, has_avif, *sizes) == render_part("components/picture.html", context)
        stem, extension = posixpath.splitext(name)
        if extension in (".jpg", ".png", ".webp"):
            assert shown.src == default_storage.url(f"{stem}-{min(width, 1600)}.jpg")


@pytest.mark.parametrize("kind", [InMemoryStorage, FileSystemStorage])
def test_a_storage_that_signs_its_addresses_is_asked_for_each(kind: type, monkeypatch: pytest.MonkeyPatch) -> None:
    class Signing(kind):
        def url(self, name: str | None) -> str:
            return f"https://files.example/{name}?signature={sum(map(ord, name or ''))}"

    monkeypatch.setattr(rendering, "default_storage", Signing())
    remembering.forget()
    try:
        drawn = [rendering.drawn(f"images/ab/{stem}.jpg", 1600, 900, False, "100vw") for stem in ("one", "two")]
        for stem, picture in zip(("one", "two"), drawn, strict=True):
            assert escape(rendering.default_storage.url(f"images/ab/{stem}-480.webp")) in picture
    finally:
        remembering.forget()


def test_what_is_no_text_is_written_as_one() -> None:
    for name, written in (
        (5, "5"),
        (gettext_lazy("Home"), "Home"),
        (mark_safe("<b>5</b>"), "<b>5</b>"),
        ("<b>", "&lt;b&gt;"),
    ):
        assert f">{written}</a>" in filled(
            "components/rows/companion.html", {"name": name, "path": "/", "stories": "'"}
        )


@pytest.mark.parametrize(
    "source",
    [
        "{{ text|upper }}",
        '{% if text == "one" %}one{% endif %}',
        "{% if text|length %}one{% endif %}",
        "{% for letter in text %}{{ letter }}{% endfor %}",
        '{% load i18n %}{% translate "Search" %}',
        '{% include "part.html" with text="other" %}',
        '{% include "louder.html" %}',
        "{% include text %}",
        '{% extends "part.html" %}',
    ],
)
def test_a_part_that_makes_something_of_its_texts_is_refused(source: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NotOnlyTexts):
        _fill(source, monkeypatch)


def test_a_part_may_ask_what_is_there_and_hold_others(monkeypatch: pytest.MonkeyPatch) -> None:
    source = '100%{# said #}{% if text and not other or more %}{% include "part.html" %}{% elif text %}x{% endif %}'
    assert _fill(source, monkeypatch) == "100%[&lt;i&gt;]"


def _fill(source: str, monkeypatch: pytest.MonkeyPatch) -> str:
    sources = {"snippet.html": source, "part.html": "[{{ text }}]", "louder.html": "{{ text|upper }}"}
    engine = Engine(
        loaders=[("articles.folding.loader.Loader", [("django.template.loaders.locmem.Loader", sources)])],
        libraries={"i18n": "django.templatetags.i18n"},
    )
    monkeypatch.setattr(Engine, "get_default", staticmethod(lambda: engine))
    monkeypatch.setattr(loader, "_parts", {})
    filling.forget()
    try:
        return filled("snippet.html", {"text": "<i>", "other": "", "more": ""})
    finally:
        filling.forget()


@pytest.mark.parametrize("language", ["en", "es"])
def test_names_are_text_and_never_markup(edition: dict[str, Any], reader: Client, language: str) -> None:
    told = {"name_en": f"{HOSTILE} one", "name_es": f"{HOSTILE} uno"}
    country, other = (factories.CountryFactory(code=code, **told) for code in ("HN", "GT"))
    topic, beside = (factories.TopicFactory(**told) for _number in range(2))
    section = factories.SectionFactory(**told)
    for number in range(2):
        factories.story(
            language=language,
            headline=HOSTILE,
            dek=HOSTILE,
            slug=f"hostile-{number}",
            section=section.pk,
            countries=(country.pk, other.pk),
            topics=(topic.pk, beside.pk),
            **({"kicker_topic": topic.pk} if number else {"kicker_country": country.pk}),
        )
    name = told[f"name_{language}"]
    for row in (country, topic, section):
        tree = parsed(reader.get(row.path_in(language)))
        assert not [script for script in tree.iter("script") if (script.text or "").startswith("alert")]
        cards = found(tree, "article", class_="card")
        for card in cards:
            assert text_of(next(card.iter("h3" if row is not section else "h2"))) == HOSTILE
            assert text_of(found(card, "p", class_="card__dek")[0]) == HOSTILE
            assert text_of(found(card, "a", class_="kicker")[0]) == name
        assert len(cards) == 2
        companions = found(tree, "div", class_="companions")
        links = [text_of(link) for block in companions for link in block.iter("a")]
        assert links == ([name] * (0 if row is section else 3))
