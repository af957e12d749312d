"""Related stories at the desk: what readers are shown under a story and why, picks, bans, and "why not this one?"."""

from typing import Any
from urllib.parse import urlencode, urlsplit

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from articles import related, revising, snapshots
from articles.admin.stories.linking import StoryLinks
from articles.models import Article, RelatedBan
from articles.related import banning, choosing, explaining
from articles.revising import StaleDraft
from articles.workflow import Problem, Refused

#: As many stories are proposed for what was typed.
PROPOSED = 8


class StoryRelated(StoryLinks):
    """The page of a story's related stories."""

    def get_urls(self) -> list:
        view = self.admin_site.admin_view(self.related)
        return [path("<int:pk>/related/", view, name="articles_article_related"), *super().get_urls()]

    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def related(self, request: HttpRequest, pk: int) -> HttpResponse:
        """What stands under a story. A POST picks or bans one; `?why=` asks why another one stands there, or does not."""
        if request.method == "POST":
            article = self._story(request, pk, change=True)
            _do(request, article)
            asked = request.POST.get("why", "")
            address = reverse("admin:articles_article_related", args=[article.pk])
            return HttpResponseRedirect(f"{address}?{urlencode({'why': asked})}" if asked else address)
        article = self._story(request, pk)
        shown = _as_shown(article)
        asked = request.GET.get("why", "").strip()[:300]
        found = _found(asked, article) if asked else []
        other = found[0] if len(found) == 1 else None
        picked = revising.head_snapshot(article).picks
        context = {
            **self.admin_site.each_context(request),
            "title": _("Related stories"),
            "opts": self.opts,
            "article": article,
            "items": [(item, _score(item)) for item in related.for_article(shown, choosing.LENGTH)],
            "bans": RelatedBan.objects.filter(article=article).select_related("banned__draft", "by").order_by("-pk"),
            "asked": asked,
            "found": found,
            "other": other,
            "verdict": explaining.explain(shown, other) if other else None,
            "picked": picked,
            "may_pick": self.has_change_permission(request, article),
            "may_ban": request.user.has_perm(banning.PERMISSION),
        }
        if context["verdict"] and context["verdict"].score is not None:
            context["score"] = explaining.shown(context["verdict"].score)
        return TemplateResponse(request, "admin/articles/article/related.html", context)


def _as_shown(article: Article) -> Article:
    """The story as readers see it; one that they don't see, as its draft would be."""
    if article.state == Article.State.LIVE:
        return Article.objects.for_page().get(pk=article.pk)
    return snapshots.in_memory(article, revising.head_snapshot(article))


def _score(item: related.Related) -> str:
    return "" if item.score is None else explaining.shown(item.score)


def _found(asked: str, article: Article) -> list[Article]:
    """The stories that somebody means by a number, an address or words of a headline; those in the story's language first."""
    stories = Article.objects.exclude(state=Article.State.BINNED).select_related("draft")
    if asked.isdecimal() and len(asked) < 19:
        return list(stories.filter(pk=int(asked)))
    if "/" in asked:
        return list(stories.filter(path=urlsplit(asked).path))
    named = stories.filter(draft__headline__icontains=asked).exclude(pk=article.pk)
    exact = list(named.filter(draft__headline__iexact=asked, language=article.language)[:2])
    return exact if len(exact) == 1 else list(named.filter(language=article.language).order_by("-pk")[:PROPOSED])


def _do(request: HttpRequest, article: Article) -> None:
    """What the button that was pressed says; the answer is a message."""
    deed, key = request.POST.get("deed", ""), request.POST.get("story", "")
    if deed not in _DEEDS or not (key.isdecimal() and len(key) < 19):
        messages.error(request, _("Choose a story and what to do with it."))
        return
    other = get_object_or_404(Article.objects.select_related("draft"), pk=int(key))
    try:
        messages.success(request, _DEEDS[deed](article, other, request.user))
    except Refused as refusal:
        messages.error(request, str(refusal))
    except StaleDraft:
        messages.error(request, _("Somebody has just saved this story. Look at it again, then pick."))


def _pick(article: Article, other: Article, by: Any) -> str:
    """A pick is a part of the draft, like one that is written in the form."""
    snapshot = revising.head_snapshot(article)
    if other.language != article.language or other.pk == article.pk:
        raise Refused([Problem("picks", _("Only another story in the same language can be picked."))])
    if other.pk not in snapshot.picks:
        picks = snapshot.changed(picks=(*snapshot.picks, other.pk))
        revising.save(article, picks, by=by, version=article.draft.version)
    return _("“%(headline)s” is picked in the draft. Readers see it there with the next publication.") % _named(other)


def _unpick(article: Article, other: Article, by: Any) -> str:
    snapshot = revising.head_snapshot(article)
    left = tuple(key for key in snapshot.picks if key != other.pk)
    if left != snapshot.picks:
        revising.save(article, snapshot.changed(picks=left), by=by, version=article.draft.version)
    return _("“%(headline)s” is no longer picked in the draft.") % _named(other)


def _ban(article: Article, other: Article, by: Any) -> str:
    banning.ban(article, other, by=by)
    return _("“%(headline)s” is not shown under this story any more.") % _named(other)


def _lift(article: Article, other: Article, by: Any) -> str:
    banning.lift(article, other, by=by)
    return _("“%(headline)s” may stand under this story again.") % _named(other)


def _named(other: Article) -> dict[str, str]:
    return {"headline": str(other)}


_DEEDS = {"pick": _pick, "unpick": _unpick, "ban": _ban, "lift": _lift}
