"""Full-text search."""

from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles import pathwords, search
from articles.markup import single_line
from articles.metadata import Metadata
from articles.views import pages
from articles.views.listing import page_of_answers


@require_safe
def find(request: HttpRequest, language: str) -> HttpResponse:
    """The stories that hold the words of `?q=`, best first, by pages of `&page=`."""
    question = single_line(request.GET.get("q", ""))[: search.QUESTION_LENGTH]
    path = pathwords.page("search", language)
    stories = search.find(question, language=language).for_cards()
    listing = page_of_answers(stories, _number(request.GET.get("page", "1")), f"{path}?{urlencode({'q': question})}")
    found = search.highlighted(listing.rows, question, language=language)
    for story in listing.rows:
        story.found = found.get(story.pk)
    metadata = Metadata(
        title=_("Search: %(question)s") % {"question": question} if question else _("Search"),
        path=path,
        language=language,
        description=_("Every story on this site, found by its words, its places and its names."),
        alternates=pages.in_every_language("search", language),
        noindex=True,
    )
    context = {"question": question, "listing": listing, "longest": search.QUESTION_LENGTH}
    return pages.render(request, "articles/search.html", context, language=language, metadata=metadata)


def _number(text: str) -> int:
    """The number of a page as it stands in an address. Raises Http404 for what no link of ours says."""
    if not (text.isascii() and text.isdigit() and len(text) <= 6) or text.startswith("0"):
        raise Http404
    return int(text)
