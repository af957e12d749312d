"""Why a story stands in another one's list, or why it does not: the rule that decides, the score, and what it lost against."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import connection
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles import clock
from articles.models import Article, RelatedBan, RelatedPick
from articles.related import choosing, finding, keeping, reasons, texts
from articles.related.choosing import Entry
from articles.related.finding import Story
from articles.related.scoring import ENOUGH, Shared

#: What is said of each verdict.
VERDICTS: Mapping[str, str | Promise] = {
    "itself": _("A story is not related to itself."),
    "translation": _("It is this story in the other language."),
    "language": _("It is in another language."),
    "hidden": _("Readers don’t see it."),
    "banned": _("It is banned from this list."),
    "picked": _("It is picked by the editors, at place %(place)d."),
    "listed": _("It stands in the list, at place %(place)d of those that the site finds."),
    "told_again": _("It is this story told before, almost word for word."),
    "too_little": _("They have too little in common: the score is %(score)s, and it takes %(enough)s."),
    "says_the_same": _("“%(against)s” stands above it and says much the same."),
    "full": _("The list is full: the last story in it, “%(against)s”, is worth %(least)s, this one %(worth)s."),
}


@dataclass(frozen=True)
class Verdict:
    """Why a story is in a list or not, by a key of VERDICTS and in words; `shared` is what both have in common."""

    rule: str
    words: str
    score: float | None = None
    reason: str = ""
    shared: Shared | None = None
    common: tuple[str, ...] = ()


def explain(article: Article, other: Article) -> Verdict:
    """Why `other` stands under `article` for readers, or does not. A story that is not live is taken as if it were published now.

    The subjects of `article` are taken from its caches. At most eight queries.
    """
    rule = _plain_rule(article, other)
    if rule:
        return Verdict(rule, str(VERDICTS[rule]))
    story = _described(article)
    found = finding.find(story, besides=[other.pk])
    shared = next((one for one in found if one.article == other.pk), None)
    if shared is None:
        return Verdict("hidden", str(VERDICTS["hidden"]))
    score = shared.score(story.published_at)
    rule, told = _ruled(article, story, other, found, shared, score)
    return Verdict(
        rule,
        str(VERDICTS[rule]) % told,
        score,
        reasons.said(reasons.of(shared), reasons.known(article), reasons.words())[1],
        shared,
        common_words(article.language, story.text, other),
    )


def _plain_rule(article: Article, other: Article) -> str:
    if other.pk == article.pk:
        return "itself"
    if other.language != article.language:
        return "translation" if other.translation_key == article.translation_key else "language"
    return "" if other.state == Article.State.LIVE else "hidden"


def _described(article: Article) -> Story:
    if article.state == Article.State.LIVE and (story := finding.live(article.pk, texts.stored(article.pk))):
        return story
    return finding.described(article, texts.of_draft(article), at=clock.now())


def _ruled(
    article: Article, story: Story, other: Article, found: Iterable[Shared], shared: Shared, score: float
) -> tuple[str, dict[str, object]]:
    if RelatedBan.objects.filter(article=article.pk, banned=other.pk).exists():
        return "banned", {}
    picked = list(RelatedPick.objects.filter(article=article.pk).order_by("position").values_list("picked", flat=True))
    if other.pk in picked:
        return "picked", {"place": picked.index(other.pk) + 1}
    if not shared.is_enough(score):
        return "too_little", {"score": shown(score), "enough": shown(ENOUGH)}
    compared = choosing.compare(keeping.entries(story, found), choosing.pairs)
    chosen, left = choosing.choose(compared)
    return _placed(other.pk, chosen, left, score)


def _placed(key: int, chosen: list[Entry], left: choosing.Left, score: float) -> tuple[str, dict[str, object]]:
    places = {entry.article: place for place, entry in enumerate(chosen, start=1)}
    if key in places:
        return "listed", {"place": places[key]}
    if key in left:
        return "says_the_same", {"against": _headline(left[key])}
    if len(chosen) < choosing.LENGTH:
        return "told_again", {}
    last = chosen[-1]
    return "full", {"against": _headline(last.article), "least": shown(last.worth), "worth": shown(score)}


def shown(score: float) -> str:
    """A score as staff read it: of 100."""
    return f"{score * 100:.1f}"


def _headline(key: int) -> str:
    return Article.objects.values_list("headline", flat=True).get(pk=key)


_COMMON = """
SELECT w.word FROM (
    SELECT m.term, m.weight::float8 * t.weight AS weight FROM unnest(%(terms)s::bigint[], %(weights)s::real[]) m(term, weight)
    JOIN (SELECT u.* FROM articles_relatedtext r CROSS JOIN LATERAL unnest(r.terms, r.weights) u(term, weight)
          WHERE r.article_id = %(other)s) t USING (term)
    ORDER BY 2 DESC LIMIT %(length)s) k
CROSS JOIN LATERAL (SELECT word FROM articles_searchword s WHERE s.term = k.term AND s.language = %(language)s
                    ORDER BY length(word), word LIMIT 1) w
ORDER BY k.weight DESC, w.word
"""


def common_words(language: str, text: texts.Text, other: Article, length: int = 6) -> tuple[str, ...]:
    """The words that make two stories alike, the most telling first, without accents. One query."""
    with connection.cursor() as cursor:
        cursor.execute(
            _COMMON,
            {
                "terms": list(text.terms),
                "weights": list(text.weights),
                "other": other.pk,
                "length": length,
                "language": language,
            },
        )
        return tuple(word for (word,) in cursor.fetchall())
