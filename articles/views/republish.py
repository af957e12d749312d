"""A story for others to publish: the page that says how, and the file."""

from typing import Any

from django.db.models import OuterRef, Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from articles import pathwords, republishing
from articles.metadata import Crumb, Metadata
from articles.models import Article, Masthead
from articles.views import house, pages
from articles.views.articles import crumbs_to


def republish(request: HttpRequest, article: Article, language: str, page: int) -> HttpResponse:
    """The licence in plain words, what to do, and the copy in HTML and in text."""
    masthead = house.of(request).masthead
    article = _offered(article, masthead)
    path = article.path or ""
    context: dict[str, Any] = {
        "article": article,
        "crumbs": [*crumbs_to(article), Crumb(article.headline, path), Crumb(_("Republish"))],
        "copy": republishing.copy_of(article, masthead),
        "download_path": pathwords.aspect(path, "download", language),
    }
    other = article.translated_path  # type: ignore[attr-defined]  # annotated by _offered
    code = pathwords.language_of(other or "")
    about = Metadata(
        title=_("Republish “%(headline)s”") % {"headline": article.headline},
        path=pathwords.aspect(path, "republish", language),
        language=language,
        alternates={code: pathwords.aspect(other, "republish", code)} if other else {},
        noindex=True,  # the whole story is on it; the original is the page to find
    )
    return pages.render(request, "articles/republish.html", context, language=language, metadata=about)


def download(request: HttpRequest, article: Article, language: str, page: int) -> HttpResponse:
    """The copy as an HTML file."""
    masthead = house.of(request).masthead
    article = _offered(article, masthead)
    document = republishing.copy_of(article, masthead).document
    return HttpResponse(
        document,
        content_type="text/html; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="{article.slug}.html"',
            "X-Robots-Tag": "noindex",
        },
    )


def _offered(article: Article, masthead: Masthead) -> Article:
    """The story with all that its copy shows; Http404 if it is not offered."""
    stories = republishing.stories()
    translated = stories.filter(translation_key=OuterRef("translation_key")).exclude(language=OuterRef("language"))
    # Countries, topics and tags are no part of a copy.
    rows = (
        stories.for_page()
        .prefetch_related(None)
        .signed()
        .annotate(translated_path=Subquery(translated.values("path")[:1]))
    )
    article = get_object_or_404(rows, pk=article.pk)
    if not republishing.is_offered(article, masthead):
        raise Http404
    return article
