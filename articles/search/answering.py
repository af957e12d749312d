"""From a question to a page of answers: what is found, what it is filed under, and what else could be asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.db import OperationalError, connection, transaction
from django.db.backends.utils import CursorWrapper
from psycopg.errors import QueryCanceled

from articles import pathwords
from articles.search import ranking, reading
from articles.search.questions import Question, parse
from articles.search.reading import Hit
from articles.search.resolving import Resolved, resolve

#: A question that takes the database longer is given up.
PATIENCE = 2_000  # milliseconds

#: Answers on a page.
PAGE_LENGTH = 20

#: A word has to be this like a mistyped one to be proposed in its place, and the best of a few is taken.
LIKENESS = 0.35


class TooSlow(Exception):
    """The database took longer than PATIENCE."""


@dataclass(frozen=True)
class Answer:
    """One page of answers. `total` counts all of them (`more`: at least), of which `reachable` are shown by pages.

    `codes` counts facets over the best answers (`partly`: not all were counted), `names` says what their keys are called
    and the word that a filter knows them by. `correction` is a question with words that are there, `instead_of` the one
    that was asked when only the correction had answers. `elsewhere`: the other language has answers.
    """

    question: Question
    hits: Sequence[Hit] = ()
    total: int = 0
    more: bool = False
    codes: Mapping[int, int] = field(default_factory=dict)
    partly: bool = False
    names: Mapping[int, tuple[str, str]] = field(default_factory=dict)
    correction: str = ""
    instead_of: str = ""
    elsewhere: bool = False

    @property
    def reachable(self) -> int:
        return min(self.total, ranking.CANDIDATES)


def answer(asked: str, *, language: str, sort: str = "best", number: int = 1, length: int = PAGE_LENGTH) -> Answer:
    """Page `number` of the answers to any text. Raises TooSlow: then nothing more can be read in a transaction around it.

    A question that nothing answers, but would with words spelled as they are here, is answered as if it had been.
    """
    question = parse(asked)
    if question.is_empty:
        return Answer(question)
    first = _answer(question, language, sort, number, length)
    if first.total or not first.correction:
        return first
    second = _answer(parse(first.correction), language, sort, number, length)
    return replace(second, instead_of=question.text, correction="") if second.total else first


def _answer(question: Question, language: str, sort: str, number: int, length: int) -> Answer:
    try:
        with transaction.atomic(savepoint=False), connection.cursor() as cursor:
            resolved = resolve(cursor, question, language=language, other=_other(language), patience=PATIENCE)
            ranked = ranking.rank(
                cursor,
                question,
                resolved,
                language=language,
                sort=sort,
                skipped=(number - 1) * length,
                length=length,
            )
            correction = _correction(cursor, question, resolved, language) if resolved.unknown else ""
    except OperationalError as error:
        if isinstance(error.__cause__, QueryCanceled):
            raise TooSlow from error
        raise
    hits, names = reading.read(ranked, resolved, language=language) if ranked.documents else ((), {})
    return Answer(
        question=question,
        hits=hits,
        total=ranked.total,
        more=ranked.more,
        codes=ranked.codes,
        partly=ranked.partly,
        names=names,
        correction=correction,
        elsewhere=resolved.elsewhere,
    )


def _other(language: str) -> str:
    return next(code for code in pathwords.LANGUAGES if code != language)


_ALIKE = """
SELECT a.plain, (
    SELECT w.word FROM articles_searchword w
    WHERE w.word %% a.plain AND w.language = %(language)s
      AND similarity(w.word, a.plain) >= %(likeness)s
      AND EXISTS (SELECT 1 FROM articles_searchposting p WHERE p.term = w.term)
    ORDER BY similarity(w.word, a.plain) DESC, w.word LIMIT 1)
FROM unnest(%(plain)s::text[]) a(plain)
"""


def _correction(cursor: CursorWrapper, question: Question, resolved: Resolved, language: str) -> str:
    """The question with the nearest words that readers can find; "" if there are none."""
    typed = dict(list(resolved.unknown.items())[:3])
    cursor.execute(_ALIKE, {"language": language, "likeness": LIKENESS, "plain": list(typed.values())})
    nearest = {plain: word for plain, word in cursor.fetchall() if word and word != plain}
    words = {text: nearest[plain] for text, plain in typed.items() if plain in nearest}
    return question.corrected(words) if words else ""
