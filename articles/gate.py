"""The gate: what stands between a draft and its publication, as one table.

A check that blocks has to be answered before readers see the story. One that warns is shown to the editor, who decides.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet, Value
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from articles import asking, markup, pathwords, snapshots
from articles.models import Address, Article, Draft, EditorNote, Image
from articles.snapshots import Snapshot


class Finding(NamedTuple):
    """One thing that a check found: the check's name, the field of the form, a sentence, and whether it blocks."""

    check: str
    field: str
    text: str
    blocks: bool


@dataclass
class Candidate:
    """A version of a story that wants to be published at a moment. What several checks ask for is read once."""

    article: Article
    snapshot: Snapshot
    at: datetime
    _images: dict[int, Image] | None = field(default=None, init=False)

    @property
    def images(self) -> dict[int, Image]:
        """The pictures that readers would see: the lead and those in the text, by key. One query, or none."""
        if self._images is None:
            wanted = [*([self.snapshot.lead_image] if self.snapshot.lead_image else [])]
            wanted += markup.image_ids(self.snapshot.body) if "data-image" in self.snapshot.body else []
            self._images = Image.objects.in_bulk(wanted) if wanted else {}
        return self._images

    @cached_property
    def known(self) -> list[str]:
        """A word for each thing that stands in the way in tables of their own: "binned", "note". One query."""
        article, snapshot = self.article, self.snapshot
        found = _known(
            story=article.pk or 0, language=article.language, section=snapshot.section or 0, slug=snapshot.slug
        )
        return [word for word, _key in found]

    def field_of(self, image: Image) -> str:
        return "lead_image" if image.pk == self.snapshot.lead_image else "body"


@asking.once(story=int, language=str, section=int, slug=str)
def _known(*, story: int, language: str, section: int, slug: str) -> QuerySet:
    """Stories in the bin that keep the slug, and open notes."""
    binned = Draft.objects.filter(section=section, slug=slug, binned_at__isnull=False, article__language=language)
    notes = EditorNote.objects.filter(article=story, thread=None, resolved_at=None)
    return (
        binned.exclude(article=story)
        .values_list(Value("binned"), "pk")
        .union(notes.values_list(Value("note"), "pk"), all=True)
    )


Found = Iterator[tuple[str, str]]  # the field of the form, and a sentence


class Check(NamedTuple):
    name: str
    blocks: bool
    find: Callable[[Candidate], Found]


def _needed(name: str, sentence: Callable[[], str]) -> Callable[[Candidate], Found]:
    def find(candidate: Candidate) -> Found:
        if not getattr(candidate.snapshot, name):
            yield name, sentence()

    return find


def _slug(candidate: Candidate) -> Found:
    snapshot = candidate.snapshot
    if not snapshot.slug:
        yield "slug", _("Give the story a slug: the last word of its address.")
        return
    try:
        Article._meta.get_field("slug").run_validators(snapshot.slug)
    except ValidationError as error:
        yield "slug", error.messages[0]
    if "binned" in candidate.known:
        yield "slug", _("A story in the bin keeps this slug. Choose another, or take that story out of the bin.")


def _kickers(candidate: Candidate) -> Found:
    if candidate.snapshot.kicker_topic and candidate.snapshot.kicker_country:
        yield "kicker_topic", _("Choose one kicker: a topic or a country, not both.")


def _no_kicker(candidate: Candidate) -> Found:
    if not (candidate.snapshot.kicker_topic or candidate.snapshot.kicker_country):
        yield "kicker_topic", _("No kicker: nothing stands over the headline.")


def _deleted(candidate: Candidate) -> Found:
    for name in snapshots.missing(candidate.snapshot):
        yield name, _("Something chosen here has been deleted since. Choose again.")


def _alternative_text(candidate: Candidate) -> Found:
    for image in candidate.images.values():
        if not image.said_in(candidate.article.language, "alt"):
            yield candidate.field_of(image), _("Picture %(id)s has no alternative text.") % {"id": image.pk}


def _translated_alternative_text(candidate: Candidate) -> Found:
    language = candidate.article.language
    for image in candidate.images.values():
        if image.said_in(language, "alt") and not getattr(image, f"alt_{language}"):
            text = _("Picture %(id)s is described in the other language only.") % {"id": image.pk}
            yield candidate.field_of(image), text


def _credit(candidate: Candidate) -> Found:
    for image in candidate.images.values():
        if not image.credit.strip():
            yield candidate.field_of(image), _("Picture %(id)s has no credit.") % {"id": image.pk}


def _cleared(candidate: Candidate) -> Found:
    for image in candidate.images.values():
        if not image.cleared:
            text = _("The rights of picture %(id)s are not cleared. Its page in the library says how.")
            yield candidate.field_of(image), text % {"id": image.pk}


def _lost_pictures(candidate: Candidate) -> Found:
    for key in markup.image_ids(candidate.snapshot.body) if "data-image" in candidate.snapshot.body else ():
        if key not in candidate.images:
            yield "body", _("Picture %(id)s in the text is no longer in the library.") % {"id": key}


def _translation(candidate: Candidate) -> Found:
    if not candidate.snapshot.translation_required:
        return
    twins = Article.objects.exclude(language=candidate.article.language).exclude(pk=candidate.article.pk)
    twins = twins.filter(state__in=[Article.State.UNPUBLISHED, Article.State.LIVE])
    ready = Q(state=Article.State.LIVE) | Q(draft__stage__in=[Draft.Stage.APPROVED, Draft.Stage.SCHEDULED])
    if not twins.filter(ready, translation_key=candidate.snapshot.translation_key).exists():
        yield "translation_of", _("The translation is required, and is neither approved, scheduled nor live.")


def _open_notes(candidate: Candidate) -> Found:
    open_notes = candidate.known.count("note")
    if open_notes:
        yield "notes", _("Editors’ notes are open: %(count)d. Resolve them.") % {"count": open_notes}


def _embargo(candidate: Candidate) -> Found:
    until = candidate.snapshot.embargo_until
    if until and datetime.fromisoformat(until) > candidate.at:
        moment = date_format(timezone.localtime(datetime.fromisoformat(until)), "DATETIME_FORMAT")
        yield "embargo_until", _("Under embargo until %(moment)s.") % {"moment": moment}


def _links(candidate: Candidate) -> Found:
    for href in broken_links(candidate.snapshot.body):
        yield "body", _("The link to %(address)s leads nowhere on this site.") % {"address": href}


#: Every check, in the order of the form.
CHECKS: tuple[Check, ...] = (
    Check("headline", True, _needed("headline", lambda: _("Give the story a headline."))),
    Check("slug", True, _slug),
    Check("section", True, _needed("section", lambda: _("Choose a section."))),
    Check("body", True, _needed("body", lambda: _("Write the story’s text."))),
    Check("bylines", True, _needed("bylines", lambda: _("Say who signs the story."))),
    Check("one kicker", True, _kickers),
    Check("deleted", True, _deleted),
    Check("lost pictures", False, _lost_pictures),
    Check("alternative text", True, _alternative_text),
    Check("credit", True, _credit),
    Check("cleared", True, _cleared),
    Check("translation", True, _translation),
    Check("notes", True, _open_notes),
    Check("embargo", True, _embargo),
    Check("dek", False, _needed("dek", lambda: _("No dek: cards, feeds and search results show the first lines instead."))),
    Check("kicker", False, _no_kicker),
    Check("links", False, _links),
    Check("translated alternative text", False, _translated_alternative_text),
)  # fmt: skip


def inspect(article: Article, snapshot: Snapshot, *, at: datetime) -> list[Finding]:
    """All that the checks find in a version of a story that would be published at `at`, in the order of the table.

    `article` gives language and key; an unsaved one will do. At most seven queries.
    """
    candidate = Candidate(article, snapshot, at)
    return [
        Finding(check.name, field_name, text, check.blocks)
        for check in CHECKS
        for field_name, text in check.find(candidate)
    ]


def broken_links(body: str) -> list[str]:
    """The links of a body to pages of this site that no reader can open, as they are written. One query, or none."""
    wanted = {href: path for href in markup.links(body) if (path := _own_path(href)) and not _is_fixed(path)}
    if not wanted:
        return []
    live = Address.objects.filter(path__in={pathwords.split(path).base for path in wanted.values()})
    found = {
        address.path for address in live.select_related("article", "page", "announcement", "author") if _leads(address)
    }
    return [href for href, path in wanted.items() if pathwords.split(path).base not in found]


def _leads(address: Address) -> bool:
    if address.article:
        return address.article.state == Article.State.LIVE
    if not address.kind:
        return False
    target = getattr(address, address.kind)
    return getattr(target, "published", True) and not getattr(target, "protected", False)


def _own_path(href: str) -> str:
    """The path of a link into this site; empty for one that leads elsewhere or within its own page."""
    parts = urlsplit(href)
    if parts.scheme in ("http", "https"):
        return parts.path if f"{parts.scheme}://{parts.netloc}" == settings.SITE_URL else ""
    return parts.path if href.startswith("/") and not href.startswith("//") else ""


def _is_fixed(path: str) -> bool:
    """Whether this is a page that exists without a row of its own, or a file."""
    fixed: Iterable[str] = (pathwords.page(key, code) for key in pathwords.PAGES for code in pathwords.LANGUAGES)
    files = tuple({settings.MEDIA_URL, settings.STATIC_URL})
    tags = tuple(pathwords.page("tags", code) for code in pathwords.LANGUAGES)
    return path in {*fixed, *pathwords.PREFIXES.values()} or path.startswith((*files, *tags))
