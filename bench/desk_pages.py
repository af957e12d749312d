"""Every page of the desk that is worth measuring, found from what is registered and from what the archive holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from django.contrib import admin
from django.urls import reverse

from articles.models import Article, Author, Country, Tag, Topic

#: A common word, a rare one, and one that no story has.
WORDS = ("the", "inspections", "xylophone")


def pages() -> Iterator[tuple[str, str]]:
    """Names and addresses."""
    yield "the desk", reverse("admin:index")
    for model in sorted(admin.site._registry, key=lambda model: model._meta.label):
        yield from _of(model)
    yield from _stories()


def _of(model: Any) -> Iterator[tuple[str, str]]:
    name, listed = model._meta.label, _address(model, "changelist")
    yield f"{name}: list", listed
    if admin.site._registry[model].search_fields:
        yield from ((f"{name}: search “{word}”", f"{listed}?q={word}") for word in WORDS)
        yield from _found_by_typing(model)
    if hasattr(admin.site._registry[model], "measures_view"):
        return  # a page in place of a list: it has no rows to open
    yield f"{name}: add", _address(model, "add")
    if row := model._default_manager.order_by("-pk").first():
        yield f"{name}: form", _address(model, "change", row.pk)
        yield f"{name}: history", _address(model, "history", row.pk)


def _address(model: Any, page: str, *keys: Any) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=keys)


#: For each model that is chosen by typing, a field that chooses it.
_FIELDS = {
    "article": ("articles", "relatedpick", "picked"),
    "author": ("articles", "byline", "author"),
    "country": ("articles", "articlecountry", "country"),
    "topic": ("articles", "articletopic", "topic"),
    "image": ("articles", "article", "lead_image"),
    "section": ("articles", "article", "section"),
}


def _found_by_typing(model: Any) -> Iterator[tuple[str, str]]:
    name = model._meta.model_name
    if name in _FIELDS:
        app, choosing, field = _FIELDS[name]
        for term in ("", *WORDS):
            query = urlencode({"app_label": app, "model_name": choosing, "field_name": field, "term": term})
            yield f"{model._meta.label}: typing “{term}”", f"{reverse('admin:autocomplete')}?{query}"


def _stories() -> Iterator[tuple[str, str]]:
    listed = _address(Article, "changelist")
    first = {model: model._default_manager.order_by("pk").first() for model in (Author, Country, Topic, Tag)}
    filters: dict[str, Any] = {
        "state": {"state__exact": "live"},
        "not published": {"state__exact": "unpublished"},
        "stage": {"draft__stage__exact": "writing"},
        "language": {"language__exact": "es"},
        "kind": {"draft__kind__exact": "profile"},
        "section": {"section": Article.objects.filter(section__isnull=False)[0].section_id},
        "changes waiting": {"draft": "ahead"},
        "author": {"author": first[Author].pk},
        "country": {"country": first[Country].pk},
        "topic": {"topic": first[Topic].pk},
        "mine": {"whose": "mine"},
        "assigned to nobody": {"whose": "nobody"},
        "in the bin": {"state__exact": "binned"},
        "page 1,000": {"p": 1000},
        "by headline": {"o": "1"},
        "by state": {"o": "2"},
    }
    for name, query in filters.items():
        yield f"stories: {name}", f"{listed}?{urlencode(query)}"
    filtered = {"q": "inspections", "language__exact": "en", "state__exact": "live"}
    yield "stories: search and two filters", f"{listed}?{urlencode(filtered)}"
    for standing, found in (("live", {"state": "live"}), ("draft", {"state": "unpublished"})):
        story = Article.objects.filter(**found).order_by("-pk")[10]
        yield f"stories: form of a story, {standing}", _address(Article, "change", story.pk)
        yield f"stories: history, {standing}", _address(Article, "history", story.pk)
        yield f"stories: preview, {standing}", _address(Article, "preview", story.pk)
    if hidden := Author.objects.filter(protected=True).first():
        yield "articles.Author: where a protected name stands", f"{_address(Author, 'change', hidden.pk)}?named=1"
    for model, row in first.items():
        yield f"{model._meta.label}: delete", _address(model, "delete", row.pk)
