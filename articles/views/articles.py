"""The story page and the page of its related content."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import asking, gathering, metadata, pathwords, related, rendering, republishing, sharing
from articles.cards import Kicker
from articles.metadata import Crumb
from articles.models import Article, Byline, Correction, Masthead
from articles.views import house, pages, ways
from articles.views.collation import key
from articles.views.house import House
from articles.views.speaking import speaking

#: How many announcements stand under a story.
ANNOUNCEMENTS = 3
#: How many stories the page of related content lists.
RELATED_PAGE_LENGTH = 20

LEAD_SIZES = "(min-width: 80rem) 59rem, 100vw"


_ROLES = tuple(Byline.Role.values)


class Signature(Protocol):
    """Who did what on a story."""

    @property
    def role(self) -> str: ...
    @property
    def author(self) -> Any: ...


@dataclass
class Credit:
    """Everybody who did one kind of work on a story: names with the addresses of their pages."""

    role: str
    people: list[tuple[str, str]] = field(default_factory=list)


def story(request: HttpRequest, article: Article, language: str, page: int) -> HttpResponse:
    """A live story."""
    return story_response(request, _found(article, house.of(request)))


def live_at(path: str, about: House) -> Article | None:
    """The live story that is at an address now, with all that its page shows; None if there is none. One query."""
    found = next(iter(_story_at(path=path)), None)
    return _settled(found, about) if found else None


def story_response(request: HttpRequest, article: Article, *, preview: bool = False) -> HttpResponse:
    """A story in the real template. A preview takes an unsaved Article whose relations are in its caches."""
    language = article.language
    with speaking(language):
        context = story_context(article, house.of(request), preview=preview)
        section = article.section
        other = next(code for code in pathwords.LANGUAGES if code != language)
        return pages.render(
            request,
            "articles/story.html",
            context,
            language=language,
            metadata=context["metadata"],
            elsewhere=section.path_in(other) if section else "",
        )


def story_context(article: Article, about: House, *, preview: bool = False) -> dict[str, Any]:
    """All that the story's template shows, in the active language; the template asks the database for nothing."""
    language = article.language
    masthead = about.masthead
    crumbs = crumbs_to(article)
    corrections = _corrections(article)
    lead = rendering.picture(article.lead_image, language=language, sizes=LEAD_SIZES) if article.lead_image else None
    return {
        "masthead": masthead,
        "article": article,
        "preview": preview,
        "crumbs": crumbs,
        "kicker": Kicker.of(article),
        "credits": credits_of(gathering.rows(article, "bylines"), language, masthead.said_in(language, "house_byline")),
        "lead": lead,
        "locator": rendering.locator(article),
        "body": rendering.to_page(article.body, language=language),
        "updated_at": article.changed_at if _changed_on_a_later_day(article) else None,
        "subjects": _subjects(article),
        "tags": _tags(article),
        "corrections": corrections,
        "republish_path": _republish_path(article, masthead),
        "related": related.for_article(article),
        "related_path": pathwords.aspect(article.path, "related", language) if article.path else "",
        "announcements": about.announcements(language, ANNOUNCEMENTS),
        "metadata": metadata.of_story(
            article,
            masthead=masthead,
            crumbs=crumbs,
            image=lead,
            alternates=_translations(article),
            share=_share(article, masthead),
            corrections=corrections,
            noindex=preview,
        ),
    }


def related_content(request: HttpRequest, article: Article, language: str, page: int) -> HttpResponse:
    """What else to read after a story, at greater length."""
    article = _found(article, house.of(request))
    path = pathwords.aspect(article.path or "", "related", language)
    title = _("Related to “%(headline)s”") % {"headline": article.headline}
    crumbs = [*crumbs_to(article), Crumb(article.headline, article.path or ""), Crumb(_("Related content"))]
    found, later = related.for_article(article, RELATED_PAGE_LENGTH), related.afterwards(article)
    shown = {story.pk for story in later}
    context = {
        "article": article,
        "crumbs": crumbs,
        "groups": related.grouped([item for item in found if item.score is None or item.article.pk not in shown]),
        "later": later,
    }
    about = metadata.Metadata(
        title=title,
        path=path,
        language=language,
        alternates={code: pathwords.aspect(other, "related", code) for code, other in _translations(article).items()},
        structured=[metadata.breadcrumb(crumbs, path)],
    )
    return pages.render(request, "articles/related.html", context, language=language, metadata=about)


def _found(article: Article, about: House) -> Article:
    """The live story with its relations, the address of its translation and its corrections. One query.

    Raises Http404 if it has just been unpublished.
    """
    found = next(iter(_story(pk=article.pk)), None)
    if found is None:
        raise Http404
    return _settled(found, about)


def _settled(found: Article, about: House) -> Article:
    return gathering.settle(found, about.section(found.section_id or 0))


@asking.once(pk=int)
def _story(*, pk: int) -> QuerySet[Article]:
    return _whole(pk=pk)


@asking.once(path=str)
def _story_at(*, path: str) -> QuerySet[Article]:
    return _whole(path=path)


def _whole(**which: Any) -> QuerySet[Article]:
    notes = Correction.objects.filter(article=OuterRef("pk")).order_by("-made_at", "-pk")
    told = ArraySubquery(notes.values(told=JSONObject(kind="kind", text="text", made_at="made_at")))
    translated = Article.objects.published().exclude(language=OuterRef("language"))
    translated = translated.filter(translation_key=OuterRef("translation_key"))
    rows = gathering.for_page(Article.objects.published().filter(**which))
    return rows.annotate(translated_path=Subquery(translated.values("path")[:1]), corrections_as_json=told)


def _share(article: Article, masthead: Masthead) -> metadata.PageImage | None:
    """The picture for links to a story, if it is drawn."""
    shared = sharing.shared_picture(article, masthead)
    return metadata.PageImage(*shared) if shared else None


def _translations(article: Article) -> dict[str, str]:
    """The live counterparts of a story by language; none for a preview."""
    path = getattr(article, "translated_path", None)
    return {pathwords.language_of(path): path} if path else {}


def crumbs_to(article: Article) -> list[Crumb]:
    """The way to a story: the home page, its main section, its section."""
    way = [article.section.parent, article.section] if article.section else []
    language = article.language
    return [
        ways.home(language),
        *(Crumb(section.said_in(language, "name"), section.path_in(language)) for section in way if section),
    ]


def credits_of(bylines: Iterable[Signature], language: str, house: str) -> list[Credit]:
    """Who signs a story, by the kind of work. The byline of the house stands once for all who are protected."""
    found: dict[str, Credit] = {}
    protected = False
    for byline in bylines:
        author = byline.author
        if author.protected and protected:
            continue
        protected = protected or author.protected
        person = (house, "") if author.protected else (author.name, author.path_in(language))
        found.setdefault(byline.role, Credit(byline.role)).people.append(person)
    return [found[role] for role in _ROLES if role in found]


def _changed_on_a_later_day(article: Article) -> bool:
    if not article.published_at or not article.changed_at:
        return False
    zone = timezone.get_default_timezone()
    return article.changed_at.astimezone(zone).date() > article.published_at.astimezone(zone).date()


def _corrections(article: Article) -> list[Correction]:
    """The notes on a story, newest first, as `_found` read them; none for a preview."""
    notes = getattr(article, "corrections_as_json", [])
    return [Correction(**note | {"made_at": datetime.fromisoformat(note["made_at"])}) for note in notes]


def _republish_path(article: Article, masthead: Masthead) -> str:
    offered = article.path and republishing.is_offered(article, masthead)
    return pathwords.aspect(article.path or "", "republish", article.language) if offered else ""


def _subjects(article: Article) -> list[Crumb]:
    """The topics, then the countries that a story is filed under, in the order of their names."""
    language = article.language
    order = key(language)
    rows = [gathering.rows(article, name) for name in ("topics", "countries")]
    named = [[Crumb(row.said_in(language, "name"), row.path_in(language)) for row in same] for same in rows]
    return [crumb for same in named for crumb in sorted(same, key=lambda crumb: order(crumb.name))]


def _tags(article: Article) -> list[Crumb]:
    """The tags of a story in the order of their names; one that is typed and not stored yet leads nowhere."""
    order, language = key(article.language), article.language
    tags = sorted(gathering.rows(article, "tags"), key=lambda tag: order(tag.name))
    return [Crumb(tag.name, pathwords.below("tags", language, tag.slug) if tag.slug else "") for tag in tags]
