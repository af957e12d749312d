"""The page of a country or a topic: all that it shows beside the stories themselves, in one query."""

from typing import Any

from django.db.models import QuerySet

from articles import asking, companions, coverage, pathwords
from articles.models import Country, Topic

#: What lives right below a folder of the site, in which language.
_FOLDERS: dict[str, tuple[type[Country | Topic], str]] = {
    pathwords.page(folder, language): (model, language)
    for folder, model in (("countries", Country), ("topics", Topic))
    for language in pathwords.LANGUAGES
}


def lives_at(path: str) -> Country | Topic | None:
    """The country or topic whose current address this is, with its companions and the shape of its list in the language of the
    address; None if there is none. One query, none for an address that could not be one's."""
    folder = path[: path.rstrip("/").rfind("/") + 1]
    found = _FOLDERS.get(folder)
    return next(iter(_rows(*found, path=path)), None) if found else None


@asking.once(path=str)
def _rows(model: type[Country | Topic], language: str, *, path: str) -> QuerySet[Any]:
    here = model._default_manager.filter(addresses__path=path, addresses__language=language, addresses__current=True)
    return companions.with_companions(coverage.with_shapes(here, language), language)
