"""The public addresses: the fixed pages in each language, and after them everything that is a row of `Address`."""

from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import path, re_path, register_converter
from django.views.decorators.http import require_safe

from articles import pathwords
from articles.views import about, addresses, browse, home, search


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


_PAGES = {
    "countries": browse.countries,
    "topics": browse.topics,
    "authors": browse.authors,
    "about": about.about,
    "updates": about.updates,
    "search": search.find,
}

urlpatterns = [path("favicon.ico", favicon)]

for _language, _prefix in pathwords.PREFIXES.items():
    _said = {"language": _language}
    _tags = f"{pathwords.page('tags', _language)[1:]}<slug:slug>/"
    _updates = pathwords.page("updates", _language)[1:]
    urlpatterns += [
        path(_prefix[1:], home.home, _said, name=f"home-{_language}"),
        *(
            path(pathwords.page(key, _language)[1:], view, _said, name=f"{key}-{_language}")
            for key, view in _PAGES.items()
        ),
        path(f"{_updates}page/<later_page:page>/", about.updates, _said, name=f"updates-page-{_language}"),
        path(_tags, browse.tag, _said, name=f"tag-{_language}"),
        path(f"{_tags}page/<later_page:page>/", browse.tag, _said, name=f"tag-page-{_language}"),
    ]

# Rows of `Address` hold nothing but slugs; any other address is no page, and is told so without asking the database.
urlpatterns += [
    re_path(r"^(?P<path>[-A-Za-z0-9_]+(?:/[-A-Za-z0-9_]+)*)/$", addresses.show, name="address"),
    re_path(r"^(?P<path>[-A-Za-z0-9_]+(?:/[-A-Za-z0-9_]+)*)$", addresses.without_slash),
]
