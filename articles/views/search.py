"""Full-text search: pages of answers, their feed, and what is proposed while somebody types."""

from urllib.parse import urlencode

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles import pathwords, search
from articles.metadata import Metadata
from articles.search import suggesting
from articles.views import facets, house, pages
from articles.views.listing import BeyondTheEnd, Listing

#: What the orders of answers are called.
_UNAVAILABLE = 503


@require_safe
def find(request: HttpRequest, language: str) -> HttpResponse:
    """The answers to `?q=`, best first or in the order of `&sort=`, by pages of `&page=`."""
    asked, sort, number = _asked(request), _sort(request), _number(request.GET.get("page", "1"))
    house.of(request).read_frame()  # a question that is given up takes the snapshot of this request with it
    try:
        answer = search.answer(asked, language=language, sort=sort, number=number)
    except search.TooSlow:
        return _page(request, language, {"question": asked, "too_slow": True}, asked, status=_UNAVAILABLE)
    context = {
        "question": answer.question.text,
        "answer": answer,
        "listing": _listing(answer, _address(language, answer.question.text, sort), number),
        **facets.shown(answer, language=language, sort=sort),
    }
    return _page(request, language, context, answer.question.text)


@require_safe
def suggest(request: HttpRequest, language: str) -> HttpResponse:
    """What `?q=` may be the beginning of: names and headlines with their addresses, as JSON."""
    response = JsonResponse({"suggestions": suggesting.suggest(_asked(request), language=language)})
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


def _page(request: HttpRequest, language: str, context: dict, question: str, status: int = 200) -> HttpResponse:
    path = pathwords.page("search", language)
    metadata = Metadata(
        title=_("Search: %(question)s") % {"question": question} if question else _("Search"),
        path=path,
        language=language,
        description=_("Every story on this site, found by its words, its places and its names."),
        alternates=pages.in_every_language("search", language),
        noindex=True,
    )
    context |= {"longest": search.QUESTION_LENGTH}
    response = pages.render(
        request, "articles/search.html", context, language=language, metadata=metadata, status=status
    )
    if question:
        response["Cache-Control"] = "no-store"
    return response


def _listing(answer: search.Answer, address: str, number: int) -> Listing:
    last = max(-(-answer.reachable // search.PAGE_LENGTH), 1)
    if number > last:
        raise BeyondTheEnd

    def page(other: int) -> str:
        return address if other == 1 else f"{address}&page={other}"

    return Listing(
        rows=list(answer.hits),
        count=answer.total,
        number=number,
        last=last,
        earlier=page(number - 1) if number > 1 else "",
        later=page(number + 1) if number < last else "",
    )


def _address(language: str, question: str, sort: str) -> str:
    asked = {"q": question} | ({"sort": sort} if sort != search.SORTS[0] else {})
    return f"{pathwords.page('search', language)}?{urlencode(asked)}"


def _asked(request: HttpRequest) -> str:
    """The question. Raises BadRequest for what is too long to be one."""
    asked = request.GET.get("q", "")
    if len(asked) > search.LONGEST:
        raise BadRequest
    return asked


def _sort(request: HttpRequest) -> str:
    """The order asked for; any other word means the first one."""
    sort = request.GET.get("sort", "")
    return sort if sort in search.SORTS else search.SORTS[0]


def _number(text: str) -> int:
    """The number of a page as it stands in an address. Raises Http404 for what no link of ours says."""
    if not (text.isascii() and text.isdigit() and len(text) <= 6) or text.startswith("0"):
        raise Http404
    return int(text)
