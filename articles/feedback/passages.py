"""The passage of a story that a message is about: paragraphs that it quotes, or that have most words in common with it."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from math import log
from typing import NamedTuple
from urllib.parse import quote

from articles import markup

#: How many paragraphs are shown.
MOST = 3

#: So many words in the order of the story are a quotation.
RUN = 4

#: A paragraph is shown if it has something quoted, or so many words in common that say something.
_LEAST = 2

#: What a quoted word is worth, compared with one that is merely there too.
_QUOTED = 3.0

_WORD = re.compile(r"\w+")
_QUOTATION = re.compile(r"[“\"«„]([^“”\"«»„]{3,300})[”\"»“]")

#: Words of both languages that tell nothing of what a text is about; shorter ones never do.
_NOTHING_SAID = """
    about above after again also although among another because been before being below between both could does
    done down during each even every from have here into just like made make many more most much must only other
    over same says should since some still such than that their them then there these they this those through
    under until very were what when where which while whose will with within without would write wrote your antes
    aquel aquella aqui asi aunque cada casi como contra cual cuales cuando cuanto debe desde despues dice donde
    durante ella ellas ellos entonces entre eran esos esta estaba estan estar estas este esto estos fueron haber
    habia hace hacer hacia hasta luego mientras mismo misma mucho muchos nada ninguna ninguno otra otras otro
    otros para pero poco porque puede pueden pues quien quienes segun seria sido siempre siendo sino sobre solo
    suyo tambien tanto tenia tiene tienen toda todas todo todos unas unos ustedes
"""
_SAYS_NOTHING = frozenset(_NOTHING_SAID.split())

#: More of a story is not looked through.
_LONGEST = 200_000  # characters of HTML


class Piece(NamedTuple):
    """A part of a paragraph; `marked` if the message has it too."""

    text: str
    marked: bool


class Passage(NamedTuple):
    """One paragraph: its number in the story, counted from 1, and its text in pieces."""

    number: int
    pieces: list[Piece]

    @property
    def fragment(self) -> str:
        """What makes a browser scroll to it, at the end of the story's address."""
        words = "".join(piece.text for piece in self.pieces).split()[:8]
        return f"#:~:text={quote(' '.join(words), safe='')}".replace("-", "%2D")


class _Token(NamedTuple):
    word: str
    start: int
    end: int


def passages(body: str, *texts: str) -> list[Passage]:
    """The paragraphs of a body that these texts are about, in the order of the story; none if they have nothing in common."""
    paragraphs = [line for line in markup.to_text(body[:_LONGEST]).split("\n") if line]
    tokens = [list(_tokens(paragraph)) for paragraph in paragraphs]
    said = [[token.word for token in _tokens(text)] for text in texts]
    words, runs = {word for one in said for word in one}, _runs(said, texts)
    weights = _weights(tokens)
    found = []
    for number, own in enumerate(tokens):
        quoted = _covered([token.word for token in own], runs)
        shared = {token.word for token in own if token.word in words}
        weight = sum(weights[word] for word in shared) / (1 + log(1 + len(own)) / 8)
        weight += _QUOTED * sum(weights[own[place].word] for place in quoted)
        if quoted or sum(map(_tells, shared)) >= _LEAST:
            found.append((weight, number, quoted, shared))
    best = sorted(found, key=lambda one: (-one[0], one[1]))[:MOST]
    least = best[0][0] / 4 if best else 0
    return [
        Passage(
            number + 1,
            list(_pieces(paragraphs[number], tokens[number], quoted or _telling(shared, tokens[number]))),
        )
        for weight, number, quoted, shared in sorted(best, key=lambda one: one[1])
        if weight >= least
    ]


def _tokens(text: str) -> Iterator[_Token]:
    for match in _WORD.finditer(text):
        plain = unicodedata.normalize("NFKD", match[0]).casefold()
        yield _Token("".join(letter for letter in plain if not unicodedata.combining(letter)), *match.span())


def _weights(paragraphs: list[list[_Token]]) -> dict[str, float]:
    """What a word tells: the fewer paragraphs have it, the more."""
    counts = Counter(word for tokens in paragraphs for word in {token.word for token in tokens})
    return {word: log(1 + len(paragraphs) / count) if _tells(word) else 0.1 for word, count in counts.items()}


def _tells(word: str) -> bool:
    return word.isdigit() or (len(word) > 3 and word not in _SAYS_NOTHING)


def _runs(said: list[list[str]], texts: Iterable[str]) -> set[tuple[str, ...]]:
    """What would be a quotation where a story has it: several words in a row, or anything in quotation marks."""
    runs = {tuple(one[place : place + RUN]) for one in said for place in range(len(one) - RUN + 1)}
    for text in texts:
        for quotation in _QUOTATION.findall(text):
            words = tuple(token.word for token in _tokens(quotation))
            if 1 < len(words) < RUN:
                runs.add(words)
    return runs


def _covered(words: list[str], runs: set[tuple[str, ...]]) -> set[int]:
    """The places of a paragraph's words that belong to one of the runs."""
    return {
        place + step
        for length in {len(run) for run in runs}
        for place in range(len(words) - length + 1)
        if tuple(words[place : place + length]) in runs
        for step in range(length)
    }


def _telling(shared: set[str], tokens: list[_Token]) -> set[int]:
    """The places of shared words that say something."""
    return {place for place, token in enumerate(tokens) if token.word in shared and _tells(token.word)}


def _pieces(paragraph: str, tokens: list[_Token], marked: set[int]) -> Iterator[Piece]:
    """The paragraph, cut where marked words begin and end; neighbours go together."""
    place = 0
    ordered = sorted(marked)
    while ordered:
        first = last = ordered.pop(0)
        while ordered and ordered[0] == last + 1:
            last = ordered.pop(0)
        start, end = tokens[first].start, tokens[last].end
        if start > place:
            yield Piece(paragraph[place:start], False)
        yield Piece(paragraph[start:end], True)
        place = end
    if place < len(paragraph):
        yield Piece(paragraph[place:], False)
