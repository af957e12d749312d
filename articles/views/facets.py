"""What stands beside the answers of a search: how to narrow them, what narrows them now, in which order they come."""

from collections.abc import Mapping
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from articles import pathwords
from articles.search import SORTS, Answer, facets

_TITLES: Mapping[str, Any] = {
    "country": _("Country"),
    "topic": _("Topic"),
    "section": _("Section"),
    "kind": _("Kind"),
    "author": _("Author"),
    "year": _("Year"),
}

_SORT_NAMES: Mapping[str, Any] = {
    "best": _("Best, recent preferred"),
    "relevance": _("Best"),
    "newest": _("Newest"),
    "oldest": _("Oldest"),
}


class Choice(NamedTuple):
    """A link that narrows the answers, widens them or orders them; `path` is empty for what is chosen already."""

    name: str
    path: str
    number: int | None = None


def shown(answer: Answer, *, language: str, sort: str) -> dict[str, Any]:
    """The context of a page: `facets`, `chosen`, `sorts`, `correction_path`, `elsewhere_path`."""
    path = pathwords.page("search", language)
    question = answer.question

    def to(text: str, order: str = sort) -> str:
        return f"{path}?{urlencode({'q': text} | ({'sort': order} if order != SORTS[0] else {}))}"

    filters = sorted([*question.filters, *question.dated], key=lambda kept: kept.part)
    other = next(code for code in pathwords.LANGUAGES if code != language)
    return {
        "facets": [(title, choices) for title, choices in _facets(answer, language, to) if choices],
        "chosen": [Choice(question.parts[kept.part], to(question.without(kept.part))) for kept in filters],
        "sorts": [Choice(str(_SORT_NAMES[name]), "" if name == sort else to(question.text, name)) for name in SORTS],
        "correction_path": to(answer.correction) if answer.correction else "",
        "elsewhere_path": f"{pathwords.page('search', other)}?{urlencode({'q': question.text})}"
        if answer.elsewhere
        else "",
        "feed_path": f"{pathwords.aspect(path, 'feed', language)}?{urlencode({'q': question.text})}",
    }


def _facets(answer: Answer, language: str, to: Any) -> list[tuple[str, list[Choice]]]:
    groups: dict[str, list[Choice]] = {name: [] for name in facets.FIELDS}
    for code in sorted(answer.codes, key=lambda code: (-answer.codes[code], code)):
        field, key = facets.decoded(code)
        if answer.codes[code] == answer.total and not answer.partly:
            continue  # every answer has it: it would narrow nothing
        if field == "year":
            name, word = str(key), str(key)
        elif field == "kind":
            name = str(facets.KIND_NAMES[facets.KINDS[key]])
            word = slugify(name)
        elif code in answer.names:
            name, word = answer.names[code]
        else:
            continue
        groups[field].append(Choice(name, to(answer.question.narrowed(field, word, language)), answer.codes[code]))
    groups["year"].sort(key=lambda choice: choice.name, reverse=True)
    return [(str(_TITLES[name]), choices) for name, choices in groups.items()]
