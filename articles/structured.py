"""What machines read in a page's JSON-LD, in the words of schema.org. Every address in it is absolute."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.utils import timezone

from articles import gathering, markup, pathwords
from articles.models import Article, Author, Byline, Correction, Masthead
from articles.rendering import Shown, absolute

#: Search engines show about this much of a description.
DESCRIPTION_LENGTH = 200  # characters
#: Longer headlines are cut where results show them, so they are cut here, at a word.
_HEADLINE_LENGTH = 110  # characters

_CONTEXT = "https://schema.org"


class Crumb(NamedTuple):
    """A step on the way from the home page to where the reader is; without a path it is the page itself."""

    name: str
    path: str = ""


def described(text: str) -> str:
    """A standing text, plain or HTML, as a description: one line, not too long."""
    if text.lstrip().startswith("<"):
        return markup.excerpt(text, DESCRIPTION_LENGTH)
    return _shortened(markup.single_line(text), DESCRIPTION_LENGTH)


def _shortened(line: str, length: int) -> str:
    """A line of at most `length` characters, ending with a whole word."""
    if len(line) <= length:
        return line
    words = line[:length].rpartition(" ")[0] or line[: length - 1]
    return words.rstrip(" ,;:.") + "…"


def breadcrumb(crumbs: Sequence[Crumb], path: str) -> dict[str, Any]:
    """The way to a page as a BreadcrumbList."""
    return {
        "@context": _CONTEXT,
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": crumb.name, "item": absolute(crumb.path or path)}
            for place, crumb in enumerate(crumbs, start=1)
        ],
    }


def of_house(masthead: Masthead, language: str) -> list[dict[str, Any]]:
    """What the front page tells of the house: who it is, and how its site is searched."""
    home = absolute(pathwords.PREFIXES[language])
    search = f"{absolute(pathwords.page('search', language))}?q={{search_term_string}}"
    website = {
        "@context": _CONTEXT,
        "@type": "WebSite",
        "@id": _website(language),
        "name": masthead.name,
        "url": home,
        "inLanguage": language,
        "publisher": {"@id": _organization()},
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": search},
            "query-input": "required name=search_term_string",
        },
    }
    house = {
        "@context": _CONTEXT,
        **_house(masthead, language),
        "slogan": masthead.said_in(language, "tagline"),
        "description": described(masthead.said_in(language, "about")),
        "email": masthead.contact_email,
    }
    return [_filled(house), website]


def of_author(author: Author, *, language: str, image: Shown | None = None) -> dict[str, Any]:
    """An author's page as a ProfilePage. Never asked for a protected author, who has no page."""
    url = absolute(author.path_in(language))
    person = {
        "@type": "Person",
        "@id": f"{url}#person",
        "name": author.name,
        "url": url,
        "description": described(author.said_in(language, "bio")),
        "image": image_of(image) if image else None,
        "knowsLanguage": list(author.languages),
        "worksFor": {"@id": _organization()},
    }
    return {
        "@context": _CONTEXT,
        "@type": "ProfilePage",
        "url": url,
        "name": author.name,
        "inLanguage": language,
        "isPartOf": {"@id": _website(language)},
        "mainEntity": _filled(person),
    }


def of_collection(title: str, path: str, language: str, description: str = "") -> dict[str, Any]:
    """A list of stories as a CollectionPage."""
    return _filled(
        {
            "@context": _CONTEXT,
            "@type": "CollectionPage",
            "name": title,
            "url": absolute(path),
            "description": description,
            "inLanguage": language,
            "isPartOf": {"@id": _website(language)},
        }
    )


def news_article(
    article: Article,
    *,
    masthead: Masthead,
    path: str,
    description: str,
    pictures: Sequence[Mapping[str, Any]],
    corrections: Sequence[Correction] = (),
) -> dict[str, Any]:
    """A story as a NewsArticle with its corrections; its bylines, subjects and tags are taken from the caches."""
    language = article.language
    house = _house(masthead, language)
    return _filled(
        {
            "@context": _CONTEXT,
            "@type": "NewsArticle",
            "@id": f"{absolute(path)}#article",
            "headline": _shortened(article.headline, _HEADLINE_LENGTH),
            "description": description,
            "inLanguage": language,
            "mainEntityOfPage": {"@type": "WebPage", "@id": absolute(path)},
            "url": absolute(path),
            "datePublished": _moment(article.published_at),
            "dateModified": _moment(article.changed_at),
            **_credits(article, house),
            "publisher": house,
            "isAccessibleForFree": True,
            "image": list(pictures),
            "articleSection": article.section.said_in(language, "name") if article.section else None,
            "keywords": sorted([tag.name for tag in gathering.rows(article, "tags")]),
            "about": _subjects(article),
            "license": masthead.said_in(language, "licence_url") if article.republishable else None,
            "correction": [
                {
                    "@type": "CorrectionComment",
                    "text": note.text,
                    "datePublished": _moment(note.made_at),
                    "inLanguage": language,
                }
                for note in corrections
            ],
        }
    )


#: The property that names those who did each kind of work.
_CREDITS = {
    Byline.Role.AUTHOR: "author",
    Byline.Role.CONTRIBUTOR: "contributor",
    Byline.Role.PHOTOGRAPHER: "contributor",
    Byline.Role.DATA: "contributor",
    Byline.Role.EDITOR: "editor",
    Byline.Role.TRANSLATOR: "translator",
}


def _credits(article: Article, house: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """Who made a story, by property. The house stands once in each for all who are protected, and for nobody's story."""
    found: dict[str, list[dict[str, Any]]] = {}
    for byline in gathering.rows(article, "bylines"):
        people = found.setdefault(_CREDITS[Byline.Role(byline.role)], [])
        author = byline.author
        url = absolute(author.path_in(article.language))
        if not author.protected:
            people.append({"@type": "Person", "@id": f"{url}#person", "name": author.name, "url": url})
        elif house not in people:
            people.append(house)
    found.setdefault("author", [house])
    # Those who are named come first: the house's place among them could tell whose it is.
    return {name: sorted(people, key=lambda person: person is house) for name, people in found.items()}


def _subjects(article: Article) -> list[dict[str, Any]]:
    language = article.language
    return [
        {"@type": kind, "name": row.said_in(language, "name"), "url": absolute(row.path_in(language))}
        for kind, relation in (("Country", "countries"), ("Thing", "topics"))
        for row in gathering.rows(article, relation)
    ]


def _house(masthead: Masthead, language: str) -> dict[str, Any]:
    return {
        "@type": "NewsMediaOrganization",
        "@id": _organization(),
        "name": masthead.name,
        "url": absolute(pathwords.PREFIXES[language]),
        "logo": {"@type": "ImageObject", "url": absolute(staticfiles_storage.url("icon.svg"))},
    }


def image_of(shown: Shown) -> dict[str, Any]:
    """A picture of the library as an ImageObject: its largest rendition that every machine can read."""
    return _filled(
        {
            "@type": "ImageObject",
            "url": absolute(shown.src),
            **size_of(shown.width, shown.height),
            "caption": shown.caption,
            "creditText": shown.credit,
        }
    )


def size_of(width: int, height: int) -> dict[str, str]:
    """A size in pixels; schema.org knows no bare number as a distance."""
    return {"width": f"{width} px", "height": f"{height} px"}


def _organization() -> str:
    return f"{settings.SITE_URL}/#organization"


def _website(language: str) -> str:
    return f"{absolute(pathwords.PREFIXES[language])}#website"


def _filled(data: dict[str, Any]) -> dict[str, Any]:
    """Without the properties that there is nothing to say about."""
    return {name: value for name, value in data.items() if value not in (None, "", [])}


def _moment(moment: datetime | None) -> str | None:
    return moment.astimezone(timezone.get_default_timezone()).isoformat(timespec="seconds") if moment else None
