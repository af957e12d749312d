"""The page at an address of the table `Address`: what lives there, whether readers may see it, and which view shows it."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import Resolver404, resolve
from django.views.decorators.http import require_safe

from articles import addressing, asking, feeds, pathwords, profiles
from articles.models import Address, Article, Author, Country, Topic
from articles.querysets import in_sight_alone
from articles.views import about, articles, browse, errors, house, republish

PageView = Callable[[HttpRequest, Any, str, int], HttpResponse]

#: What shows each kind of row, by what is asked of it. A combination that is not here is no page.
VIEWS: dict[tuple[str, str], PageView] = {
    ("article", ""): articles.story,
    ("article", "related"): articles.related_content,
    ("article", "republish"): republish.republish,
    ("article", "download"): republish.download,
    ("section", ""): browse.section,
    ("country", ""): browse.country,
    ("topic", ""): browse.topic,
    ("author", ""): browse.author,
    ("page", ""): about.page,
    ("announcement", ""): about.announcement,
    **{(kind, "feed"): feeds.of_row for kind in ("section", "country", "topic", "author")},
}

#: The pages that come in several pages.
LISTS = frozenset({"section", "country", "topic", "author"})

_ARTICLE_STATUSES = {Article.State.LIVE: 200, Article.State.WITHDRAWN: 410}


@require_safe
def show(request: HttpRequest, path: str) -> HttpResponse:
    """The page at `/<path>/`, or one redirect to where it lives now.

    A story, country or topic that is there costs no query but its own; all else one for the address, and one more right below
    a section, or the folder of countries or topics.
    """
    return _answer(request, f"/{path}/")


@require_safe
def without_slash(request: HttpRequest, path: str) -> HttpResponse:
    """An address whose last slash is missing: one redirect, straight to where the page lives now."""
    full = f"/{path}/"
    try:
        if resolve(full).func is not show:
            return HttpResponsePermanentRedirect(full)
    except Resolver404:
        raise Http404 from None
    return _answer(request, full, moved=True)


def _answer(request: HttpRequest, path: str, *, moved: bool = False) -> HttpResponse:
    base, aspect, number = pathwords.split(path)
    if number == 1 and not aspect and not moved:
        page = _at_home(request, base)
        if page:
            return page
    address = addressing.lookup(base)
    kind = address.kind if address else ""
    view = VIEWS.get((kind, aspect))
    if address is None or (kind and not view) or (number > 1 and (aspect or kind not in LISTS)):
        raise Http404
    target = _target(request, address, kind)
    status = status_of(target)
    if status == 410:
        return errors.gone(request, note=getattr(target, "withdrawal_note", ""))
    if status == 404 or view is None:
        raise Http404
    if moved or not address.current:
        if isinstance(target, Topic | Author) and not in_sight_alone(target):
            raise Http404
        return HttpResponsePermanentRedirect(_current(address, target, aspect, number))
    return view(request, target, address.language, number)


def _at_home(request: HttpRequest, path: str) -> HttpResponse | None:
    """The page of a story, a country or a topic where it has always been, as most are: what leads there is then read with it."""
    about_it = house.of(request)
    story = articles.live_at(path, about_it) if about_it.may_hold(path) else None
    if story:
        return articles.story_response(request, story)
    row = profiles.lives_at(path)
    if isinstance(row, Country):
        return browse.country(request, row, pathwords.language_of(path), 1)
    return browse.topic(request, row, pathwords.language_of(path), 1) if row else None


def _target(request: HttpRequest, address: Address, kind: str) -> Any:
    """What an address leads to; None if that is gone. Sections are at hand, anything but a story costs a query."""
    if address.section_id:
        return house.of(request).section(address.section_id)
    if kind in _ROWS:
        return next(iter(_ROWS[kind](pk=getattr(address, f"{kind}_id"))), None)
    return getattr(address, kind) if kind else None


def _row(model: type[Country | Topic | Author]) -> Callable[..., Any]:
    return asking.once(pk=int)(lambda pk: model._default_manager.filter(pk=pk))


#: How the rows of the vocabularies are read.
_ROWS = {"country": _row(Country), "topic": _row(Topic), "author": _row(Author)}


def status_of(target: Any) -> int:
    """Whether readers may see what an address leads to: 200, 404, or 410 for what was public and will not come back."""
    if target is None:
        return 410
    if isinstance(target, Article):
        return _ARTICLE_STATUSES.get(Article.State(target.state), 404)
    if isinstance(target, Author):
        return 404 if target.protected else 200
    return 200 if getattr(target, "published", True) else 404


def _current(address: Address, target: Any, aspect: str, number: int) -> str:
    base = target.get_absolute_url() if isinstance(target, Article) else target.path_in(address.language)
    if aspect:
        base = pathwords.aspect(base, aspect, address.language)
    return pathwords.numbered(base, number)
