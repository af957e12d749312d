"""One deed for many stories: each goes through its verb in a transaction of its own, and each has a result of its own.

A list shows the version of every story. What somebody has saved since then is refused as a conflict, never acted upon unseen.
"""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import binning, clock, markup, publishing, reviewing, revising
from articles.models import Article, Draft, hold_the_map
from articles.revising import StaleDraft
from articles.workflow import TRANSITIONS, Problem, Refused, require

log = logging.getLogger(__name__)

MOST = 100
"""How many stories one deed takes at a time: every row costs a transaction."""


@dataclass(frozen=True, kw_only=True)
class Deed:
    """Something that can be done to many stories. `verb` names its row in the table of the workflow, if it has one.

    `asks` is what has to be said besides: a person, a tag, a reason.
    """

    label: str | Promise
    permission: str
    do: Callable[..., Any]
    said: str | Promise
    verb: str = ""
    asks: str = ""
    warning: str | Promise = ""


def _tagged(article: Article, tag: str, by: Any, at: datetime) -> None:
    tags = revising.head_snapshot(article).tags
    if tag.casefold() in {one.casefold() for one in tags}:
        raise Refused([Problem("tags", _("It has this tag already."))])
    _retag(article, (*tags, tag), by, at)


def _untagged(article: Article, tag: str, by: Any, at: datetime) -> None:
    tags = revising.head_snapshot(article).tags
    left = tuple(one for one in tags if one.casefold() != tag.casefold())
    if left == tags:
        raise Refused([Problem("tags", _("It doesn’t have this tag."))])
    _retag(article, left, by, at)


def _retag(article: Article, tags: tuple[str, ...], by: Any, at: datetime) -> None:
    snapshot = revising.head_snapshot(article).changed(tags=tags)
    revising.save(article, snapshot, by=by, version=article.draft.version, at=at)


def _move(verb: str, do: Callable[..., Any], said: str | Promise, **more: Any) -> Deed:
    """A verb of the workflow as a deed for many."""
    rule = TRANSITIONS[verb]
    return Deed(label=rule.label, permission=rule.permission, verb=verb, do=do, said=said, **more)


_IN_DRAFTS = gettext_lazy(
    "The drafts are changed. Readers of a live story see it once its changes are published; what was approved is in review again."
)

DEEDS: dict[str, Deed] = {
    "publish": _move(
        "publish",
        lambda article, _said, by, at: publishing.publish(article, by=by, at=at),
        gettext_lazy("published"),
        warning=gettext_lazy("Readers see these stories at once, each as its draft stands in the list."),
    ),
    "unpublish": _move(
        "unpublish",
        lambda article, said, by, at: publishing.unpublish(article, by=by, reason=said, at=at),
        gettext_lazy("unpublished"),
        asks="reason",
        warning=gettext_lazy("The addresses of these stories answer “not found” until they are published again."),
    ),
    "submit": _move(
        "submit",
        lambda article, _said, by, at: reviewing.submit(article, by=by, at=at),
        gettext_lazy("handed in for review"),
    ),
    "approve": _move(
        "approve",
        lambda article, _said, by, at: reviewing.approve(article, by=by, at=at),
        gettext_lazy("approved"),
        warning=gettext_lazy("You say of each of these drafts that it may be published as it is."),
    ),
    "assign": Deed(
        label=gettext_lazy("Assign"),
        permission="articles.change_article",
        do=lambda article, said, by, at: reviewing.assign(article, to=said, by=by, at=at),
        said=gettext_lazy("assigned"),
        asks="person",
    ),
    "add_tag": Deed(
        label=gettext_lazy("Add a tag"),
        permission="articles.change_article",
        do=_tagged,
        said=gettext_lazy("tagged in the draft"),
        asks="tag",
        warning=_IN_DRAFTS,
    ),
    "remove_tag": Deed(
        label=gettext_lazy("Take a tag off"),
        permission="articles.change_article",
        do=_untagged,
        said=gettext_lazy("tag taken off in the draft"),
        asks="tag",
        warning=_IN_DRAFTS,
    ),
    "bin": _move(
        "bin",
        lambda article, said, by, at: binning.throw(article, by=by, reason=said, at=at),
        gettext_lazy("put in the bin"),
        asks="reason",
        warning=format_lazy(gettext_lazy("They can be taken out of the bin for {days} days."), days=binning.KEPT.days),
    ),
}


@dataclass(frozen=True)
class Result:
    """What became of one story: done, or refused with the reasons. `conflict`: somebody saved it meanwhile."""

    key: int
    headline: str
    refused: list[str] = field(default_factory=list)
    conflict: bool = False

    @property
    def done(self) -> bool:
        return not self.refused


def do(
    name: str, rows: Iterable[tuple[int, int]], *, by: Any, said: Any = "", at: datetime | None = None
) -> list[Result]:
    """Do a deed to stories, given as keys with the versions that the person saw; a result for each, in their order.

    Raises PermissionDenied, and Refused for more than MOST stories or a tag that says nothing: then nothing is done at all.
    """
    deed, wanted = DEEDS[name], list(dict.fromkeys(rows))
    require(by, deed.permission)
    if len(wanted) > MOST:
        raise Refused([Problem("", _("Choose at most %(most)d stories at a time.") % {"most": MOST})])
    if deed.asks == "tag":
        said = markup.single_line(str(said))[:100]
        if not said or "," in said:
            raise Refused([Problem("tag", _("Write one tag, without a comma."))])
    headlines = dict(Draft.objects.filter(pk__in=[key for key, _version in wanted]).values_list("pk", "headline"))
    return [_done(deed, key, version, headlines.get(key, ""), said, by, at) for key, version in wanted]


def _done(deed: Deed, key: int, version: int, headline: str, said: Any, by: Any, at: datetime | None) -> Result:
    try:
        with transaction.atomic():
            if deed.verb == "publish":
                hold_the_map()
            article = _as_shown(key, version)
            deed.do(article, said, by, at or clock.now())
    except StaleDraft:
        return Result(key, headline, [_conflict()], conflict=True)
    except Refused as refusal:
        return Result(key, headline, [str(problem.text) for problem in refusal.problems])
    except PermissionDenied:
        return Result(key, headline, [_("Your role does not allow it.")])
    except DatabaseError:
        log.exception("%s of story %s failed", deed.verb or deed.asks, key)
        return Result(key, headline, [_("It failed, and the story is as it was. Try again, and tell your engineers.")])
    return Result(key, headline)


def _as_shown(key: int, version: int) -> Article:
    """The story with its draft, locked, if the draft is at the version that the person saw. Raises Refused, StaleDraft."""
    article = Article.objects.select_for_update(no_key=True).filter(pk=key).first()
    if article is None:
        raise Refused([Problem("", _("This story is gone: somebody emptied the bin."))])
    article.draft = Draft.locked(article)
    if article.draft.version != version:
        raise StaleDraft(article.draft, article.draft.head)
    return article


def _conflict() -> str:
    return _("Somebody saved this story after your list was shown, so it was left alone. Look at it, and try again.")
