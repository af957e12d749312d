"""The public addresses: the fixed pages in each language, and after them everything that is a row of `Address`."""

import re
from functools import cached_property
from typing import Any

from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import ResolverMatch, URLPattern, URLResolver, path, re_path, register_converter
from django.urls.resolvers import RoutePattern
from django.views.decorators.http import require_safe

from articles import feeds, pathwords, sitemaps
from articles.views import about, addresses, archive, browse, corrections, crossings, explore, home, previews, search


class LaterPage:
    """The number of a page after the first: page 1 has one address, that of the list itself."""

    regex = "[2-9]|[1-9][0-9]{1,5}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return str(value)


register_converter(LaterPage, "later_page")


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """For browsers that ask for it without having read a page."""
    return HttpResponsePermanentRedirect(staticfiles_storage.url("icon.svg"))


class Beginning(URLResolver):
    """Patterns that are tried only for addresses which begin as one of them does: most addresses are rows of `Address`, and
    to try sixty patterns takes as long as to read one. What begins like rows of `Address` has a group of its own."""

    @cached_property
    def _whole(self) -> frozenset[str]:
        """Those that are an address as they stand."""
        return frozenset(one for one, whole in map(_begins, self.url_patterns) if whole)

    @cached_property
    def _beginnings(self) -> tuple[str, ...]:
        return tuple({one for one, whole in map(_begins, self.url_patterns) if not whole})

    def resolve(self, path: str) -> ResolverMatch | None:  # type: ignore[override]  # Django takes None from patterns alone
        return super().resolve(path) if path in self._whole or path.startswith(self._beginnings) else None


def _begins(pattern: Any) -> tuple[str, bool]:
    """How the addresses of a pattern begin, and whether that is all of them. Raises ValueError if any address may be one."""
    route = str(pattern.pattern)
    if isinstance(pattern.pattern, RoutePattern):
        begins, place, _rest = route.partition("<")
        whole = not place and isinstance(pattern, URLPattern)  # else others follow it
    else:
        begins, whole = route[: _literal_end(route)].removeprefix("^"), False
    if not (whole or begins):
        raise ValueError(f"Any address may begin as {route!r} does: it belongs below the others.")
    return begins, whole


def _literal_end(expression: str) -> int:
    found = re.match(r"\^?[\w/-]*", expression)
    return found.end() if found else 0


_PAGES = {
    "countries": browse.countries,
    "topics": browse.topics,
    "authors": browse.authors,
    "about": about.about,
    "updates": about.updates,
    "corrections": corrections.corrections,
    "search": search.find,
    "explore": explore.explore,
    "archive": archive.archive,
    "search-suggestions": search.suggest,
}

_fixed: list[URLPattern] = [
    path("favicon.ico", favicon),
    path("preview/<slug:token>/", previews.show, name="preview"),
]

_parts = rf"^sitemap-(?P<kind>{'|'.join(sitemaps.KINDS)})-(?P<language>{'|'.join(pathwords.LANGUAGES)})"
_fixed += [
    path("sitemap.xml", sitemaps.index),
    re_path(rf"{_parts}-(?P<number>[1-9][0-9]{{0,5}})\.xml$", sitemaps.part),
    path("news-sitemap.xml", sitemaps.news),
]

for _language, _prefix in pathwords.PREFIXES.items():
    _said = {"language": _language}
    _tags = f"{pathwords.page('tags', _language)[1:]}<slug:slug>/"
    _updates = pathwords.page("updates", _language)[1:]
    _corrections = pathwords.page("corrections", _language)[1:]
    _fixed += [
        path(_prefix[1:], home.home, _said, name=f"home-{_language}"),
        *(
            path(pathwords.page(key, _language)[1:], view, _said, name=f"{key}-{_language}")
            for key, view in _PAGES.items()
        ),
        path(f"{_updates}page/<later_page:page>/", about.updates, _said, name=f"updates-page-{_language}"),
        path(
            f"{_corrections}page/<later_page:page>/",
            corrections.corrections,
            _said,
            name=f"corrections-page-{_language}",
        ),
        path(_tags, browse.tag, _said, name=f"tag-{_language}"),
        path(pathwords.aspect(_tags, "feed", _language), feeds.tag, _said),
        path(pathwords.aspect(_prefix, "feed", _language)[1:], feeds.home, _said),
        path(pathwords.aspect(pathwords.page("search", _language), "feed", _language)[1:], feeds.search, _said),
        path(f"{_tags}page/<later_page:page>/", browse.tag, _said, name=f"tag-page-{_language}"),
    ]

# The archive by date, by country and topic, and seen from one section or topic: lists without a row of `Address`.
_LATER = "(?:page/(?P<page>[2-9]|[1-9][0-9]{1,5})/)?"
_SLUG = "[-a-zA-Z0-9_]+"
# A section; what may follow the address of a country or of a list has words that no section takes.
_PLAIN = rf"(?!(?:{'|'.join(sorted(pathwords.ENDINGS))})/){_SLUG}"
_groups: list[list[URLPattern]] = [_fixed]
for _language in pathwords.LANGUAGES:
    _said = {"language": _language}
    _archive, _explore, _countries = (pathwords.page(key, _language)[1:] for key in ("archive", "explore", "countries"))
    _year, _month = "(?P<year>[12][0-9]{3})", "(?P<month>0[1-9]|1[0-2])"
    _country = f"{_countries}(?P<country>{_SLUG})/"
    _of_both = [
        pathwords.crossed(_country, _language, f"(?P<topic>{_SLUG})"),
        f"{_country}(?P<section>{_PLAIN}(?:/{_PLAIN})?)/",
    ]
    _fixed += [
        re_path(rf"^{_archive}{_year}/{_LATER}$", archive.of_year, _said),
        re_path(rf"^{_archive}{_year}/{_month}/{_LATER}$", archive.of_month, _said),
        re_path(rf"^{_explore}(?P<filed>{_SLUG}(?:/{_SLUG})?)/$", explore.explore_one, _said),
    ]
    _groups.append(
        [
            *(re_path(rf"^{both}{_LATER}$", crossings.show, _said) for both in _of_both),
            *(
                re_path(rf"^{pathwords.aspect(both, 'feed', _language)}$", feeds.of_crossing, _said)
                for both in _of_both
            ),
        ]
    )

# Rows of `Address` hold nothing but slugs; any other address is no page, and is told so without asking the database.
urlpatterns = [
    *(Beginning(RoutePattern(""), patterns) for patterns in _groups),
    re_path(r"^(?P<path>[-A-Za-z0-9_]+(?:/[-A-Za-z0-9_]+)*)/$", addresses.show, name="address"),
    re_path(r"^(?P<path>[-A-Za-z0-9_]+(?:/[-A-Za-z0-9_]+)*)$", addresses.without_slash),
]
