"""What the house put right, newest first."""

from datetime import datetime
from typing import Any, NamedTuple

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.db.models.functions import JSONObject
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles import asking, coverage, fixing, pathwords
from articles.coverage import Stretch
from articles.metadata import Crumb, Metadata, breadcrumb
from articles.models import Correction
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
    listing = page_of(shape.months, page, path, lambda place: _notes(place, language))
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


class Note(NamedTuple):
    """A correction with what is said of its story."""

    kind: str
    text: str
    made_at: datetime
    headline: str
    path: str


def _notes(place: Stretch, language: str) -> list[Note]:
    """The notes on the stories of a stretch of the list, at the moments that it holds them at. One query."""
    end = coverage.midnight(place.end)
    return [
        Note(note["kind"], note["text"], made_at, headline, path)
        for headline, path, made_at, together in _page(place.length, language, before=end, skipped=place.skipped)
        for note in together
    ]


@asking.once(before=datetime, skipped=int)
def _page(length: int, language: str, *, before: datetime, skipped: int) -> QuerySet[Any, Any]:
    notes = Correction.objects.filter(article=OuterRef("article_id"), made_at=OuterRef("published_at")).order_by("-pk")
    told = notes.values(told=JSONObject(kind="kind", text="text"))
    filings = coverage.filings(coverage.CORRECTED, language).filter(published_at__lt=before)[skipped : skipped + length]
    shown = ("article__headline", "article__path", "published_at", "notes")
    return filings.annotate(notes=ArraySubquery(told)).values_list(*shown)
