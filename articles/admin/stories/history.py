"""The history of a story: its revisions, what any two of them say differently, and the way back to one of them."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from articles import history, markup, revising, telling
from articles.admin.stories import comparison
from articles.admin.stories.beside import StoryPages
from articles.comparing import Comparison
from articles.models import Article, Image, Revision
from articles.revising import StaleDraft
from articles.snapshots import Snapshot


class StoryHistory(StoryPages):
    """What was written and done, what it changed, and how to go back."""

    def get_urls(self) -> list:
        def at(route: str, view: Any, name: str) -> Any:
            return path(f"<int:pk>/{route}", self.admin_site.admin_view(view), name=f"articles_article_{name}")

        return [
            at("compare/", self.choose, "choose_comparison"),
            at("compare/readers/newest/", self.ahead, "ahead"),
            at("compare/<int:one>/<int:other>/", self.compare, "compare"),
            at("revisions/<int:number>/revert/", self.revert, "revert"),
            *super().get_urls(),
        ]

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """The milestones of a story with their autosaves, and its deeds in sentences; each newest first, by pages."""
        article = self._outline(request, int(object_id) if object_id.isdecimal() and len(object_id) < 19 else 0)
        revisions = history.revisions(article, history.page_number(request.GET.get("p")))
        deeds = history.deeds(article, history.page_number(request.GET.get("d")))
        if (revisions.number > 1 and not revisions.rows) or (deeds.number > 1 and not deeds.rows):
            raise Http404
        context = self._context(request, article, _("History")) | {
            "revisions": revisions,
            "groups": revisions.rows,
            "deeds": deeds,
            "sentences": [(event, telling.sentence(event)) for event in deeds.rows],
            "chosen": _chosen(article, revisions.rows),
            "may_read_log": request.user.has_perm("articles.view_editorialevent"),
        }
        return TemplateResponse(request, "admin/articles/article/all_history.html", context)

    @method_decorator(require_safe)
    def choose(self, request: HttpRequest, pk: int) -> HttpResponse:
        """From the two revisions that were chosen in the list to the page that compares them, the earlier one first."""
        article = self._outline(request, pk)
        numbers = {_number(request.GET.get(name, "")) for name in ("one", "other")} - {None}
        if len(numbers) == 2:
            pair = sorted(filter(None, numbers))
            return HttpResponseRedirect(reverse("admin:articles_article_compare", args=[article.pk, *pair]))
        messages.warning(request, _("Choose two different revisions to compare."))
        return HttpResponseRedirect(reverse("admin:articles_article_history", args=[article.pk]))

    @method_decorator(require_safe)
    def ahead(self, request: HttpRequest, pk: int) -> HttpResponse:
        """From a story to the comparison of what readers see with its newest draft."""
        article = self._outline(request, pk)
        live = article.published_revision_id if article.state == Article.State.LIVE else None
        found = Revision.objects.filter(pk__in=[live or 0, article.draft.head_id])
        numbers = dict(found.values_list("pk", "number"))
        if len(numbers) == 2 and live:
            pair = [numbers[live], numbers[article.draft.head_id]]
            return HttpResponseRedirect(reverse("admin:articles_article_compare", args=[article.pk, *pair]))
        said = _("Readers see exactly the newest draft.") if live else _("Readers see nothing of this story.")
        messages.info(request, said)
        return HttpResponseRedirect(reverse("admin:articles_article_history", args=[article.pk]))

    @method_decorator(require_safe)
    def compare(self, request: HttpRequest, pk: int, one: int, other: int) -> HttpResponse:
        """What two revisions say differently. The address can be given to others; 404 once an autosave of it is pruned."""
        article = self._outline(request, pk)
        title = _("Revisions %(one)s and %(other)s") % {"one": one, "other": other}
        context = self._context(request, article, title) | _compared(article, one, other)
        return TemplateResponse(request, "admin/articles/article/comparison.html", context)

    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def revert(self, request: HttpRequest, pk: int, number: int) -> HttpResponse:
        """Make an earlier revision the newest draft; who comes by a link is asked first, with what it would change."""
        article = self._outline(request, pk, change=True)
        if request.method != "POST":
            newest = Revision.objects.values_list("number", flat=True).get(pk=article.draft.head_id)
            if newest == number:
                messages.info(request, _("Revision %(number)s is the draft already.") % {"number": number})
                return HttpResponseRedirect(reverse("admin:articles_article_history", args=[pk]))
            title = _("Make revision %(number)s the draft again?") % {"number": number}
            context = self._context(request, article, title) | _compared(article, newest, number) | {"asks": True}
            return TemplateResponse(request, "admin/articles/article/comparison.html", context)
        kept = _found(article, number)[0]
        version = _number(request.POST.get("version", "")) or 0
        before = article.draft.head_id
        try:
            written = revising.revert(article, to=kept, by=request.user, version=version)
        except StaleDraft as stale:
            return self.conflict(request, stale)
        if written.pk == before:
            messages.info(
                request, _("The draft says what revision %(number)s says, so nothing was changed.") % {"number": number}
            )
        else:
            said = _("The draft says again what revision %(number)s said. This is revision %(new)s.")
            messages.success(request, said % {"number": number, "new": written.number})
        return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))

    def _context(self, request: HttpRequest, article: Article, title: str) -> dict[str, Any]:
        return {
            **self.admin_site.each_context(request),
            "title": title,
            "opts": self.opts,
            "article": article,
            "draft": article.draft,
            "original": article,
            "has_change_permission": self.has_change_permission(request, article),
            "is_ahead": article.state == Article.State.LIVE and article.draft.is_ahead,
        }

    def _outline(self, request: HttpRequest, pk: int, *, change: bool = False) -> Article:
        """The story with its draft but without any of its text. Raises Http404, PermissionDenied."""
        article = get_object_or_404(Article.objects.select_related("draft").defer("body"), pk=pk)
        allowed = self.has_change_permission if change else self.has_view_permission
        if not allowed(request, article):
            raise PermissionDenied
        return article


def newest(article: Article) -> dict[str, Any]:
    """What the story form shows of the history."""
    groups, events = history.newest(article)
    return {"groups": groups, "sentences": [(event, telling.sentence(event)) for event in events]}


def _chosen(article: Article, groups: list[history.Group]) -> tuple[int, int]:
    """The keys of the revisions that the list proposes to compare: what readers see, else the one before, and the newest."""
    listed = [group.milestone or group.autosaves[0] for group in groups]
    keys = [entry.revision.pk for entry in listed]
    newest = keys[0] if keys else 0
    live = article.published_revision_id
    if article.state == Article.State.LIVE and live in keys and live != newest:
        return live or 0, newest
    return keys[1] if len(keys) > 1 else newest, newest


def _number(text: str) -> int | None:
    """The number that somebody sent, if it is one."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None


def _found(article: Article, *numbers: int) -> list[Revision]:
    """These revisions of a story, in this order. Raises Http404."""
    found = {kept.number: kept for kept in article.revisions.select_related("created_by").filter(number__in=numbers)}
    if missing := set(numbers) - found.keys():
        raise Http404(f"Story {article.pk} has no revision {sorted(missing)}.")
    return [found[number] for number in numbers]


def _compared(article: Article, one: int, other: int) -> dict[str, Any]:
    """What the page of a comparison shows."""
    kept = _found(article, one, other)
    before, after = (Snapshot.from_json(revision.snapshot, revision.schema) for revision in kept)
    found = Comparison(before, after)
    shown = {
        before.lead_image or 0,
        after.lead_image or 0,
        *markup.image_ids(before.body),
        *markup.image_ids(after.body),
    }
    pictures = comparison.Pictures(Image.objects.in_bulk(shown - {0}), article.language)
    changes = found.changes(before, after)
    return {
        "one": history.Entry(kept[0], history.marks(article, kept[0]), before.headline),
        "other": history.Entry(kept[1], history.marks(article, kept[1]), after.headline),
        "parts": comparison.shown(changes, before, after, pictures),
        "part_names": telling.joined(str(change.part.label) for change in changes),
    }
