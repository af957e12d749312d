"""What the house put right, newest first."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.db.models.functions import JSONObject
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles import coverage, fixing, pathwords
from articles.metadata import Crumb, Metadata, breadcrumb
from articles.models import Article, Correction, Filing
from articles.views import pages, ways
from articles.views.listing import page_of


@require_safe
def corrections(request: HttpRequest, language: str, page: int = 1) -> HttpResponse:
    """The notes on every live story of one language, each with the way to its story."""
    path = pathwords.page("corrections", language)
    title = _("Corrections")
    crumbs = [ways.home(language), Crumb(title)]
    metadata = Metadata(
        title=title,
        path=path,
        language=language,
        description=_("What we got wrong, what could be misread, and what we have added since, newest first."),
        alternates=pages.in_every_language("corrections", language),
        structured=[breadcrumb(crumbs, path)],
    )
    shape = coverage.shape_of(coverage.CORRECTED, language)
    listing = page_of(shape.months, page, path, lambda _place: _notes(shape.filings(page)))
    context = {
        "title": title,
        "crumbs": crumbs,
        "listing": listing,
        "time_to_fix": fixing.time_to_fix(language) if page == 1 else None,
    }
    return pages.render(
        request,
        "articles/corrections.html",
        context,
        language=language,
        metadata=pages.later_page(metadata, page),
    )


def _notes(filings: QuerySet[Filing] | None) -> list[Correction]:
    """The notes on these stories at these moments, each with its story's headline and address. One query."""
    if filings is None:
        return []
    notes = Correction.objects.filter(article=OuterRef("article_id"), made_at=OuterRef("published_at")).order_by("-pk")
    told = notes.values(told=JSONObject(kind="kind", text="text"))
    rows = filings.annotate(notes=ArraySubquery(told)).values_list(
        "article_id", "article__headline", "article__path", "published_at", "notes"
    )
    return [
        Correction(article=Article(pk=pk, headline=headline, path=path, language=""), made_at=made_at, **note)
        for pk, headline, path, made_at, together in rows
        for note in together
    ]
