"""Folded templates mean what Django says they mean."""

import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.template import Context, Engine, NodeList, Template, TemplateDoesNotExist, TemplateSyntaxError
from django.template.loader import get_template
from django.test import Client, override_settings
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy, override

from articles import remembering
from articles.folding.loader import Folded
from articles.folding.nodes import Folding
from tests import factories
from tests.site.edition import every_page


class _Pair(NamedTuple):
    name: str
    path: str


class _Thing:
    """Something with attributes of all kinds."""

    name = "a <thing>"
    safe = mark_safe("<b>safe</b>")

    def __init__(self) -> None:
        self.none = None
        self.values = {"key": "in a dict", "items": "not the method"}

    def called(self) -> str:
        return "called & told"

    def wants_more(self, _more: str) -> str:
        return "never"

    @property
    def absent(self) -> str:
        raise ObjectDoesNotExist

    @property
    def broken(self) -> str:
        raise ZeroDivisionError


_VALUES: Mapping[str, Any] = {
    "text": '<i>it\'s</i> & "that"',
    "safe": mark_safe("<i>safe</i>"),
    "empty": "",
    "number": 1234567,
    "real": 1234.5,
    "moment": datetime(2024, 5, 6, 7, 8),  # noqa: DTZ001 - as a template might be given one
    "lazy": gettext_lazy("Search"),
    "thing": _Thing(),
    "function": lambda: "from <a function>",
    "pair": _Pair("pair's name", "/pair/"),
    "pairs": [_Pair("one", "/1/"), _Pair("two", "/2/")],
    "rows": [["a", "b"], ["c", "d"]],
    "names": ["<first>", "second", "third"],
    "generated": range(3),
    "flags": {True: "yes"},
    "parent": "middle.html",
}

_PARTS = {
    "base.html": "<{% block title %}base{% endblock %}>{% block body %}{% block inner %}deep{% endblock %}{% endblock %}",
    "middle.html": '{% extends "base.html" %}{% block title %}middle of {{ block.super }}{% endblock %}',
    "part.html": '[{{ name }}{% translate "Search" as word %}{{ word }}{{ text }}]',
    "spaced.html": "{% spaceless %}<p> {% block title %}base{% endblock %} </p>{% endspaceless %}",
    "nested.html": "{% block b %}[{% block a %}{% endblock %}]{% endblock %}",
    "bad.html": "{% if %}",
    "asking.html": "{{ block.name }}",
    "own.html": "{% block title %}mine{% endblock %}",
    "loops.html": "{% cycle 'a' 'b' %}{% ifchanged text %}new{% endifchanged %}",
    "again.html": '{% if depth %}{{ depth|length }}{% include "again.html" with depth=depth|slice:"1:" %}{% endif %}',
}

#: Templates for which it would be easy to mean something else, one on each line.
SNIPPETS = Path(__file__).with_name("snippets.txt").read_text().replace("\\n", " ").splitlines()


def _engine(loader: str) -> Engine:
    source = ("django.template.loaders.locmem.Loader", {**_PARTS})
    libraries = {"i18n": "django.templatetags.i18n", "static": "django.templatetags.static"}
    return Engine(loaders=[(loader, [source])], libraries=libraries, builtins=list(libraries.values()), debug=False)


@pytest.mark.parametrize("snippet", SNIPPETS)
def test_a_snippet_means_what_django_says_in_each_language_in_turn(snippet: str) -> None:
    written = []
    for loader in ("django.template.loaders.cached.Loader", "articles.folding.loader.Loader"):
        engine = _engine(loader)
        engine.template_loaders[0].loaders[0].templates_dict["snippet.html"] = snippet
        template = engine.get_template("snippet.html")
        found = []
        for language in ("en", "es", "en"):
            with override(language):
                found.append(template.render(Context(dict(_VALUES))))
                found.append(template.render(Context(dict(_VALUES), autoescape=False)))
        written.append(found)
    plain, folded = written
    assert folded == plain
    assert type(template.nodelist) is Folded


@pytest.mark.parametrize(
    ("snippet", "error"),
    [
        ("{{ thing.broken }}", ZeroDivisionError),
        ("{% if thing.broken %}{% endif %}", ZeroDivisionError),
        ("{% firstof nothing thing.broken %}", ZeroDivisionError),
        ("{% for a, b in names %}{% endfor %}", ValueError),
        ('{% include "missing.html" %}', TemplateDoesNotExist),
        ("{% block title %}{{ block.super }}{% endblock %}", TemplateSyntaxError),
        ('{% extends "own.html" %}{% block title %}{{ thing.broken }}{% endblock %}', ZeroDivisionError),
    ],
)
def test_what_django_refuses_is_refused_and_leaves_the_values_as_they_were(
    snippet: str, error: type[Exception]
) -> None:
    engine = _engine("articles.folding.loader.Loader")
    engine.template_loaders[0].loaders[0].templates_dict["snippet.html"] = (
        f"{{% with own=text %}}{snippet}{{% endwith %}}"
    )
    if snippet.startswith("{% extends"):
        engine.template_loaders[0].loaders[0].templates_dict["snippet.html"] = snippet
    context = Context(dict(_VALUES))
    before = len(context.dicts)
    with pytest.raises(error):
        engine.get_template("snippet.html").render(context)
    assert len(context.dicts) == before


def test_a_template_that_is_debugged_is_not_folded() -> None:
    engine = _engine("articles.folding.loader.Loader")
    engine.debug = True
    assert type(engine.get_template("part.html").nodelist) is NodeList


def test_an_address_that_depends_on_settings_follows_them() -> None:
    template = Template("{% load static %}{% static 'icon.svg' %}")
    template.nodelist = Folded(template)
    written = []
    for url in ("/static/", "/elsewhere/"):
        with override_settings(STATIC_URL=url, STORAGES=_PLAIN_FILES):
            written.append(template.render(Context()))
    assert written == ["/static/icon.svg", "/elsewhere/icon.svg"]


_PLAIN_FILES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}


def test_a_broken_template_is_refused_when_it_is_loaded() -> None:
    engine = _engine("articles.folding.loader.Loader")
    engine.template_loaders[0].loaders[0].templates_dict["snippet.html"] = "{% if %}"
    with pytest.raises(TemplateSyntaxError):
        engine.get_template("snippet.html")


@pytest.mark.parametrize(
    "path", sorted((settings.BASE_DIR / "templates" / "articles").glob("*.html")), ids=lambda path: path.name
)
def test_no_public_page_is_left_to_django(path: Path) -> None:
    step = Folding(get_template(f"articles/{path.name}").template).whole()
    assert "as_django_does" not in step.__qualname__


@pytest.mark.usefixtures("edition")
def test_every_page_is_what_django_makes_of_it(reader: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in every_page():
        remembering.forget()
        folded = reader.get(path)
        with monkeypatch.context() as plainly:
            plainly.setattr(Folded, "render", NodeList.render)
            remembering.forget()
            plain = reader.get(path)
        assert folded.content == plain.content, path


def test_the_desk_is_what_django_makes_of_it(
    edition: dict[str, Any], roles: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = Client()
    editor.force_login(factories.UserFactory(username="editor", role="Editor"))
    story, topic = edition["stories"]["en"].pk, edition["topic"].pk
    pages = ["", "articles/article/", "articles/article/add/", f"articles/article/{story}/change/"]
    pages += [f"articles/article/{story}/history/", f"articles/topic/{topic}/change/", "articles/country/", "nothing/"]
    pages += ["feedback/message/", "articles/image/", "articles/homeslot/add/"]
    for path in pages:
        folded = editor.get(f"/admin/{path}")
        with monkeypatch.context() as plainly:
            plainly.setattr(Folded, "render", NodeList.render)
            plain = editor.get(f"/admin/{path}")
        assert folded.status_code == plain.status_code, path
        assert _DRAWN.sub(b"", folded.content) == _DRAWN.sub(b"", plain.content), path


#: What is drawn anew for each answer.
_DRAWN = re.compile(rb'name="csrfmiddlewaretoken" value="\w+"|nonce="[^"]*"|name="form" value="[-0-9a-f]+"')
