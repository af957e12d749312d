"""Two people, one story: both texts on one page, and the ways to make one of them."""

from collections.abc import Iterator
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles import comparing, markup, revising
from articles.comparing import BOTH, MINE, THEIRS, Comparison, PartChange
from articles.differences import BlockChange, Kind
from articles.models import Article, Revision
from articles.revising import StaleDraft
from articles.snapshots import Snapshot


class StoryMerging(admin.ModelAdmin):
    """What the desk answers when somebody else was first."""

    def get_urls(self) -> list:
        merge = self.admin_site.admin_view(self.merge)
        return [path("<int:pk>/merge/", merge, name="articles_article_merge"), *super().get_urls()]

    def conflict(self, request: HttpRequest, stale: StaleDraft) -> HttpResponse:
        """Somebody else saved first: both texts on one page, and neither is lost."""
        return self._both(request, stale.draft.article_id, mine=stale.kept, base=request.POST.get("base", ""))

    @method_decorator(require_POST)
    def merge(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Save what was made of both texts, on the version that the page showed. Somebody may have been faster again."""
        article = get_object_or_404(Article.objects.select_related("draft__head"), pk=pk)
        if not self.has_change_permission(request, article):
            raise PermissionDenied
        mine = get_object_or_404(Revision, article=article, number=_number(request.POST.get("mine")))
        if "_theirs" in request.POST:
            said = _("The draft stays as it is. Your text is kept as revision %(number)s.")
            messages.success(request, said % {"number": mine.number})
            return _to_form(article)
        theirs = Revision.objects.filter(article=article, number=_number(request.POST.get("theirs"))).first()
        chosen = {name.removeprefix("part-"): str(value) for name, value in request.POST.items()}
        if "_mine" in request.POST:
            made: Snapshot = _read(mine)
        elif theirs is None or [name for name in comparing.wanted(_read(theirs), _read(mine)) if name not in chosen]:
            messages.error(request, _("Nothing is saved yet: choose for each part that both of you changed."))
            return self._both(request, article.pk, mine=mine, base=request.POST.get("base", ""), chosen=chosen)
        else:
            made = comparing.merged(_read(theirs), _read(mine), chosen)
        try:
            version = _number(request.POST.get("version"))
            revising.save(article, made, by=request.user, version=version, origin="merge")
        except StaleDraft as stale:
            base = str(theirs.number) if theirs else ""
            return self._both(request, article.pk, mine=stale.kept, base=base)
        messages.success(request, _("The draft is saved. Readers don't see it yet."))
        return _to_form(article)

    def _both(
        self, request: HttpRequest, pk: int, *, mine: Revision, base: str, chosen: dict[str, str] | None = None
    ) -> HttpResponse:
        article = Article.objects.select_related("draft__head__created_by").get(pk=pk)
        theirs = article.draft.head
        opened = Revision.objects.filter(article=article, number=_number(base)).first()
        choices = _choices(_read(theirs), _read(mine), _read(opened) if opened else None, chosen or {})
        context = {
            **self.admin_site.each_context(request),
            "title": _("Somebody else saved this story while you were writing"),
            "opts": self.opts,
            "article": article,
            "mine": mine,
            "theirs": theirs,
            "base": opened,
            "choices": choices,
            "told": _told(choices),
        }
        return TemplateResponse(request, "admin/articles/article/conflict.html", context, status=409)


def _to_form(article: Article) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))


def _number(value: str | None) -> int:
    return int(value) if value and value.isdecimal() and len(value) < 10 else 0


def _read(revision: Revision) -> Snapshot:
    return Snapshot.from_json(revision.snapshot, revision.schema)


# What the page shows


def _choices(theirs: Snapshot, mine: Snapshot, base: Snapshot | None, chosen: dict[str, str]) -> list[dict[str, Any]]:
    """Each part that differs with what may be chosen for it; the text comes as one part with a choice for each block."""
    compared = Comparison(theirs, mine)
    return [
        _text_choice(change, base, chosen)
        if change.part.shape == "body"
        else _choice(
            change.part.name,
            chosen,
            comparing.changed_by(change.part, theirs, mine, base),
            label=change.part.label,
            change=change,
            one=change.one,
            other=change.other,
            joins=change.part.shape == "rows",
        )
        for change in compared.changes(theirs, mine)
    ]


def _choice(name: str, chosen: dict[str, str], who: str, **values: Any) -> dict[str, Any]:
    # What only one of the two has changed is that one's by default; where both have, somebody has to decide.
    picked = chosen.get(name, "" if who == BOTH else who)
    return {"name": f"part-{name}", "who": who, "chosen": picked, "options": (THEIRS, MINE), **values}


def _text_choice(change: PartChange, base: Snapshot | None, chosen: dict[str, str]) -> dict[str, Any]:
    blocks = list(_blocks(change.blocks, base, chosen))
    who = {block["who"] for block in blocks if "who" in block}
    return {
        "label": change.part.label,
        "blocks": blocks,
        "who": who.pop() if len(who) == 1 else BOTH if who else "",
    }


def _blocks(
    changes: tuple[BlockChange, ...], base: Snapshot | None, chosen: dict[str, str]
) -> Iterator[dict[str, Any]]:
    alike: list[BlockChange] = []
    for place, change in enumerate(changes):
        if change.kind == Kind.SAME:
            alike.append(change)
            continue
        if alike:
            yield {"alike": alike}
            alike = []
        yield _choice(
            f"body-{place}",
            chosen,
            comparing.block_changed_by(change, base),
            block=change,
            one=markup.to_text(change.one),
            other=markup.to_text(change.other),
        )
    if alike:
        yield {"alike": alike}


def _told(choices: list[dict[str, Any]]) -> dict[str, list[Any]]:
    """The labels of the parts by who changed them."""
    return {
        who: [capfirst(choice["label"]) for choice in choices if choice["who"] == who] for who in (THEIRS, MINE, BOTH)
    }
