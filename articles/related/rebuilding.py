"""All lists anew, while the site goes on serving: first the words of every story, then every list."""

from collections.abc import Sequence

from django.db import transaction

from articles.models import Article, RelatedText
from articles.related import keeping, texts

#: The two rounds, in their order, and how many stories are dealt with in one transaction.
ROUNDS = {"words": 200, "lists": 20}


def places() -> list[tuple[str, int]]:
    """Everything there is to do, by round and story: every story that is live, and every one that still has words of its own."""
    live = set(Article.objects.published().order_by().values_list("pk", flat=True))
    keys = sorted(live | set(RelatedText.objects.values_list("pk", flat=True)))
    return [(name, key) for name in ROUNDS for key in keys]


def begin() -> None:
    """What both rounds need to know."""
    texts.count_words()


def rebuild(name: str, keys: Sequence[int]) -> None:
    """One round for these stories, in one transaction. Each list is held while it is made."""
    with transaction.atomic():
        if name == "words":
            texts.write(keys)
            return
        list(RelatedText.objects.filter(pk__in=keys).order_by("pk").select_for_update().values_list("pk"))
        for key in keys:
            keeping.relist(key)
