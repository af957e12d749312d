"""What the house put right, newest first."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles import fixing, pathwords
from articles.metadata import Crumb, Metadata, breadcrumb
from articles.models import Article, Correction
from articles.views import pages
from articles.views.listing import masthead_and_length, page_of


@require_safe
def corrections(request: HttpRequest, language: str, page: int = 1) -> HttpResponse:
    """The notes on every live story of one language, each with the way to its story."""
    path = pathwords.page("corrections", language)
    live = Article.objects.published().in_language(language)
    rows = Correction.objects.filter(article__in=live).select_related("article").defer("article__body")
    title = _("Corrections")
    crumbs = [Crumb(_("Home"), pathwords.PREFIXES[language]), Crumb(title)]
    metadata = Metadata(
        title=title,
        path=path,
        language=language,
        description=_("What we got wrong, what could be misread, and what we have added since, newest first."),
        alternates=pages.in_every_language("corrections", language),
        structured=[breadcrumb(crumbs, path)],
    )
    masthead = masthead_and_length(rows, **fixing.measured())
    listing = page_of(rows.order_by("-made_at", "-pk"), page, path, masthead)
    context = {
        "title": title,
        "crumbs": crumbs,
        "listing": listing,
        "time_to_fix": fixing.time_to_fix(masthead, language),
    }
    return pages.render(
        request,
        "articles/corrections.html",
        context,
        language=language,
        metadata=pages.later_page(metadata, page),
        masthead=masthead,
    )
