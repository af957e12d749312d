"""The rows of one story, table by table, as the verbs would have left them."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from django.utils.text import slugify

from articles.feedback.models import Message, Vote
from articles.models import (
    Address,
    Article,
    ArticleCountry,
    ArticleTag,
    ArticleTopic,
    Byline,
    Correction,
    Draft,
    EditorialEvent,
    RelatedPick,
    Revision,
    SearchDocument,
)
from articles.search import facets
from articles.snapshots import SCHEMA, Snapshot
from bench.corpus import BATCH
from bench.corpus.copying import Table
from bench.corpus.texts import Text, Texts, as_html
from bench.corpus.vocabulary import Vocabulary

#: The archive ends here and is as long as a newsroom's can be.
END = datetime(2026, 1, 1, 6, 0, tzinfo=UTC)
YEARS = timedelta(days=15 * 365)

#: A story has fewer revisions than this; its number times this is where their keys begin.
_REVISIONS = 8

#: How an archive is made up: the share of stories up to each bound that stand like this.
_STANDINGS = ((0.84, "live"), (0.90, "ahead"), (0.97, "draft"), (1.0, "unpublished"))

_KINDS = tuple(Article.Kind)

TABLES = {
    "article": Table(Article),
    "revision": Table(Revision),
    "draft": Table(Draft),
    "address": Table(Address, without=("id",)),
    "country": Table(ArticleCountry, without=("id",)),
    "topic": Table(ArticleTopic, without=("id",)),
    "byline": Table(Byline, without=("id",)),
    "tag": Table(ArticleTag, without=("id",)),
    "pick": Table(RelatedPick, without=("id",)),
    "search": Table(SearchDocument, without=("id",)),
    "event": Table(EditorialEvent, without=("id",)),
    "correction": Table(Correction, without=("id",)),
    "vote": Table(Vote, without=("id",)),
    "message": Table(Message, without=("id",)),
}


class Story:
    """One story of the archive; everything about it follows from its number and the size of the archive."""

    def __init__(self, number: int, stories: int, words: Vocabulary, texts: Texts) -> None:
        self.number, self.words = number, words
        self.rng = rng = Random(f"story {number}")  # noqa: S311  the same archive every time
        self.language = _language(number)
        self.text: Text = texts.text(number, self.language, rng)
        draw = rng.random()
        self.standing = next(name for bound, name in _STANDINGS if draw <= bound)
        self.at = END - YEARS * ((stories - number) / stories)
        self.section, paths = rng.choice(words.sections)
        self.slug = f"{slugify(self.text.headline)[:80].strip('-') or 'story'}-{number}"
        self.path = f"{paths[self.language]}{self.slug}/"
        self.image = rng.choice(words.images) if rng.random() < 0.8 else None
        self.body = as_html(self.text, rng.choice(words.images) if rng.random() < 0.3 else None)
        self.countries = self._countries()
        self.topics = rng.sample(words.topics, rng.randrange(1, 4))
        self.authors = rng.sample(words.authors, rng.choice((1, 1, 1, 2)))
        self.tags = rng.sample(words.tags, rng.randrange(0, 4))
        self.picks = self._picks()
        self.kind = str(rng.choice(_KINDS))
        self.staff = rng.choice(words.staff)
        # The eldest half of its revisions was saved before it was published, and one after if the draft is ahead.
        self.revisions = rng.choice((1, 1, 1, 2, 3)) + (self.standing == "ahead")
        self.public = self.standing in ("live", "ahead")

    def _countries(self) -> list[tuple[int, dict[str, str]]]:
        named = {self.words.places[place] for place in self.text.places if place in self.words.places}
        found = [row for row in self.words.countries if row[0] in named][:4]
        return found or self.rng.sample(self.words.countries, self.rng.choice((1, 1, 2)))

    def _picks(self) -> list[int]:
        first = self.number - (self.number - 1) % BATCH
        near = range(max(first, self.number - 60), self.number)
        if len(near) < 20 or self.rng.random() > 0.1:
            return []
        return self.rng.sample([other for other in near if _language(other) == self.language], 2)

    def rows(self) -> Iterator[tuple[str, tuple]]:
        """The rows with the name of their table in TABLES, in an order that foreign keys checked at commit allow."""
        yield from self._desk()
        if self.standing != "draft":
            yield from self._relations()
            yield "address", TABLES["address"].row(path=self.path, language=self.language, article_id=self.number)
            if self.number % 50 == 0:
                former = f"{self.path[:-1]}-first/"
                yield (
                    "address",
                    TABLES["address"].row(path=former, language=self.language, article_id=self.number, current=False),
                )
        yield "article", self._article()
        if self.public:
            yield "search", self._search()
            yield from self._readers()

    def _snapshot(self, revision: int) -> str:
        headline = self.text.headline if revision < self.revisions else f"{self.text.headline} (2)"
        snapshot = Snapshot(
            kind=self.kind,
            section=self.section,
            headline=self.text.headline if self.standing != "ahead" else headline,
            slug=self.slug,
            dek=self.text.dek,
            body=self.body,
            lead_image=self.image,
            kicker_country=self.countries[0][0],
            translation_key=str(_key(self.number)),
            bylines=tuple((author, "author") for author, _name in self.authors),
            countries=tuple(sorted(country for country, _names in self.countries)),
            topics=tuple(sorted(topic for topic, _names in self.topics)),
            tags=tuple(sorted(name for _tag, name in self.tags)),
            picks=tuple(self.picks),
        )
        return json.dumps(vars(snapshot))

    def _desk(self) -> Iterator[tuple[str, tuple]]:
        user, name = self.staff
        for number in range(1, self.revisions + 1):
            saved = self.at + timedelta(hours=number - self.revisions)
            yield (
                "revision",
                TABLES["revision"].row(
                    id=self.number * _REVISIONS + number,
                    article_id=self.number,
                    number=number,
                    schema=SCHEMA,
                    snapshot=self._snapshot(number),
                    origin="save" if number > 1 else "start",
                    created_at=saved,
                    created_by_id=user,
                ),
            )
            yield self._event("save" if number > 1 else "start", saved, user, name)
        if self.standing != "draft":
            yield self._event("publish", self.at, user, name)
        if self.standing == "unpublished":
            yield self._event("unpublish", self.at + timedelta(days=1), user, name)
        yield (
            "draft",
            TABLES["draft"].row(
                article_id=self.number,
                head_id=self.number * _REVISIONS + self.revisions,
                version=self.revisions,
                headline=self.text.headline + (" (2)" if self.standing == "ahead" else ""),
                section_id=self.section,
                kind=self.kind,
                saved_at=self.at,
                saved_by_id=user,
            ),
        )

    def _event(self, verb: str, at: datetime, user: int, name: str) -> tuple[str, tuple]:
        words = {"article_id": self.number, "headline": self.text.headline[:200], "details": "{}"}
        return "event", TABLES["event"].row(verb=verb, at=at, actor_id=user, actor_name=name, **words)

    def _article(self) -> tuple:
        row: dict[str, Any] = {"id": self.number, "language": self.language, "translation_key": _key(self.number)}
        if self.standing != "draft":
            row |= {
                "state": "live" if self.public else "unpublished",
                "path": self.path,
                "kind": self.kind,
                "section_id": self.section,
                "headline": self.text.headline,
                "slug": self.slug,
                "dek": self.text.dek,
                "body": self.body,
                "lead_image_id": self.image,
                "kicker_country_id": self.countries[0][0],
                "published_at": self.at,
                "changed_at": self.at,
                "published_revision_id": self.number * _REVISIONS
                + (self.revisions - 1 if self.standing == "ahead" else self.revisions),
            }
        return TABLES["article"].row(**row)

    def _relations(self) -> Iterator[tuple[str, tuple]]:
        story = {"article_id": self.number}
        for country, _names in self.countries:
            yield "country", TABLES["country"].row(country_id=country, **story)
        for topic, _names in self.topics:
            yield "topic", TABLES["topic"].row(topic_id=topic, **story)
        for position, (author, _name) in enumerate(self.authors):
            yield "byline", TABLES["byline"].row(author_id=author, position=position, **story)
        for tag, _name in self.tags:
            yield "tag", TABLES["tag"].row(tag_id=tag, **story)
        for position, picked in enumerate(self.picks):
            yield "pick", TABLES["pick"].row(picked_id=picked, position=position, **story)

    def _search(self) -> tuple:
        both = [(names[self.language], *names.values()) for _key_, names in (*self.topics, *self.countries)]
        names = [name for names in both for name in dict.fromkeys(names)]
        names += [name for _key_, name in (*self.authors, *self.tags)]
        return TABLES["search"].row(
            article_id=self.number,
            language=self.language,
            date=self.at,
            facets=sorted(self._facets()),
            headline=self.text.headline,
            dek=self.text.dek,
            names=", ".join(names),
            text="\n".join(self.text.paragraphs),
        )

    def _facets(self) -> Iterator[int]:
        yield facets.kind(self.kind)
        yield facets.code("section", self.section)
        yield facets.code("year", self.at.year)
        for field, rows in (("country", self.countries), ("topic", self.topics), ("author", self.authors)):
            for key, _name in rows:  # type: ignore[misc]
                yield facets.code(field, key)

    def _readers(self) -> Iterator[tuple[str, tuple]]:
        page = {"address": self.path, "article_id": self.number, "language": self.language}
        if self.number % 10 == 0:
            for hour in range(self.rng.randrange(1, 6)):
                sent = self.at + timedelta(hours=hour)
                yield "vote", TABLES["vote"].row(helpful=self.rng.random() < 0.8, sent_at=sent, **page)
        if self.number % 50 == 1:
            text, sent = self.text.paragraphs[0][:500], self.at + timedelta(hours=5)
            status = self.rng.choice(("new", "in_progress", "resolved", "resolved", "spam"))
            outcome = self.rng.choice(("corrected", "answered", "no_action")) if status == "resolved" else ""
            closed = sent + timedelta(days=1) if status in ("resolved", "spam") else None
            yield (
                "message",
                TABLES["message"].row(
                    text=text, sent_at=sent, status=status, outcome=outcome, closed_at=closed, **page
                ),
            )
        if self.number % 100 == 2:
            made = self.at + timedelta(days=2)
            yield (
                "correction",
                TABLES["correction"].row(text=self.text.dek, made_at=made, article_id=self.number),
            )


def _language(number: int) -> str:
    return "es" if number % 3 == 0 else "en"


def _key(number: int) -> uuid.UUID:
    """Every third Spanish story is the counterpart of the English one before it."""
    return uuid.uuid5(uuid.NAMESPACE_OID, f"story {number - 1 if number % 9 == 0 else number}")
