"""What tests of the desk's history stand on: who signs in, and pages read as a person reads them."""

from typing import Any

import html5lib
from django.test import Client

from articles import revising
from articles.models import Article
from tests import factories


def signed_in(role: str) -> Client:
    client = Client()
    client.force_login(factories.UserFactory(username=role.lower(), role=role))
    return client


def base(article: Article) -> str:
    return f"/admin/articles/article/{article.pk}"


def autosaved(article: Article, **values: Any) -> Article:
    article = Article.objects.get(pk=article.pk)
    snapshot = revising.head_snapshot(article).changed(**values)
    revising.autosave(article, snapshot, by=factories.chief(), version=article.draft.version)
    return Article.objects.get(pk=article.pk)


def tree(html: str) -> Any:
    return html5lib.parse(html, namespaceHTMLElements=False)


def words(element: Any, *, without: tuple[str, ...] = ()) -> str:
    """The text of an element, but for what stands in elements of these classes."""
    if set((element.get("class") or "").split()) & set(without):
        return ""
    inner = [words(child, without=without) + (child.tail or "") for child in element if isinstance(child.tag, str)]
    return (element.text or "") + "".join(inner)


def squeezed(text: str) -> str:
    return "".join(text.split())


def spaced(text: str) -> str:
    return " ".join(text.split())


def part(page: str, name: str) -> dict[str, str]:
    """What each side of a comparison says of a part, with its signs, as a person who sees the page reads it."""
    (section,) = tree(page).iterfind(f".//section[@data-part='{name}']")
    unseen = ("visually-hidden", "comparison__which")
    return {
        side: spaced(" ".join(words(cell, without=unseen) for cell in section.iterfind(f".//div[@data-side='{side}']")))
        for side in ("one", "other")
    }
