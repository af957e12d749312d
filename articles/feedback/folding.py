"""Folding: a message that says what an open one says already goes under it, so that staff deal with both at once.

Nothing is lost by it: each text is kept whole and listed under its head. Two texts say the same when they

- are equal but for accents, case, punctuation and spaces (`suspicion.fingerprint`): on the same page whatever their length, on
  any page from ENOUGH_LETTERS letters on, because "There is a typo" means another typo on another page; or
- are nearly equal, on the same page: the trigrams that they share are at least LIKENESS of all that they have.

and in both cases hold the same numbers: "It was 2019" and "It was 2020" are two reports, however alike they look.
"""

import re
from collections import Counter
from datetime import datetime, timedelta

from django.contrib.postgres.search import TrigramSimilarity
from django.db import connection
from django.db.models import Q, QuerySet, TextField, Value
from django.db.models.functions import Concat

from articles.feedback.models import Message
from articles.models import Article

#: Heads that arrived within this time are looked at.
REMEMBERED = timedelta(days=30)

#: Of two that come at once, the one that is stored first may have the later hour, and the clocks of two hosts differ.
_ASKEW = timedelta(minutes=5)

#: The least similarity (pg_trgm, 0 to 1) of two texts that say nearly the same. "There is a typo in the second paragraph" and
#: "… in the third paragraph" have 0.72; one sentence with its words put in another order, or with one word more, 0.8 and up.
LIKENESS = 0.75

#: So many of the newest heads of a page are compared with.
COMPARED = 200

ENOUGH_LETTERS = 60

#: More that are as like as this are not opened to compare their numbers.
_OPENED = 10

_NUMBER = re.compile(r"\d+")

_WHOLE = Concat("text", Value("\n"), "proof", Value("\n"), "remedy", output_field=TextField())


def head_for(
    whole: str, *, fingerprint: bytes, kind: str, article: Article | None, address: str, at: datetime
) -> Message | None:
    """The open message that a new one goes under, locked until the transaction ends; None if it says something new.

    `whole` is its text, proof and remedy, a line break between them. Call it in the transaction that stores the message:
    whoever closes the head waits for that, or has closed it already, and then it takes no copies. Of equal texts that come
    at the same moment, the second waits for the first.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [int.from_bytes(fingerprint, signed=True)])
    heads = Message.objects.filter(folded_into=None, status__in=Message.OPEN, kind=kind)
    recent = heads.filter(sent_at__range=(at - REMEMBERED, at + _ASKEW))
    here = recent.filter(Q(article=article) if article else Q(article=None, address=address))
    long_enough = sum(map(str.isalpha, whole)) >= ENOUGH_LETTERS
    same = (recent if long_enough else here).filter(fingerprint=fingerprint)
    key = _with_the_numbers_of(whole, same.order_by("-sent_at", "-pk")) or _nearly(whole, here)
    # Waits for whoever is about to close it, and looks again.
    return heads.select_for_update(no_key=True).filter(pk=key).first() if key else None


def _nearly(whole: str, here: QuerySet[Message]) -> int | None:
    newest = here.order_by("-sent_at", "-pk").values("pk")[:COMPARED]
    alike = Message.objects.filter(pk__in=newest).annotate(likeness=TrigramSimilarity(_WHOLE, whole))
    return _with_the_numbers_of(whole, alike.filter(likeness__gte=LIKENESS).order_by("-likeness", "-sent_at", "-pk"))


def _with_the_numbers_of(whole: str, heads: QuerySet[Message]) -> int | None:
    numbers = _numbers(whole)
    found = heads.annotate(whole=_WHOLE).values_list("pk", "whole")[:_OPENED]
    return next((key for key, text in found if _numbers(text) == numbers), None)


def _numbers(text: str) -> Counter[str]:
    return Counter(_NUMBER.findall(text))
