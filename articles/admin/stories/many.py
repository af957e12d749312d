"""Many stories at once: chosen in the list, confirmed on a page, and answered row by row."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from articles import bulk
from articles.admin.rows import PlainRows
from articles.admin.widgets import keys
from articles.models import Article
from articles.workflow import TRANSITIONS, Refused, possible

Rows = list[tuple[int, int]]  # keys of stories with the versions that the list showed


class PersonField(forms.ModelChoiceField):
    def label_from_instance(self, person: Any) -> str:
        return person.get_full_name() or person.get_username()


def _asking(asks: str) -> dict[str, forms.Field]:
    """The one field of the confirmation page, by what the deed asks for."""
    match asks:
        case "person":
            staff = get_user_model()._default_manager.filter(is_staff=True, is_active=True).order_by("username")
            return {"said": PersonField(staff, required=False, label=_("To"), empty_label=_("nobody"))}
        case "tag":
            return {"said": forms.CharField(label=_("Tag"), max_length=100)}
        case "reason":
            return {"said": forms.CharField(label=_("Reason, for the log"), max_length=300, required=False)}
    return {}


def _form(deed: bulk.Deed, data: QueryDict | None = None) -> forms.Form:
    made: type[forms.Form] = type("DeedForm", (forms.Form,), _asking(deed.asks))
    return made(data)


def _of_the_list(request: HttpRequest) -> Rows:
    """What was ticked, each with the version that stood beside it."""
    chosen = keys(request.POST.getlist("_selected_action"))
    return [(key, *(keys([request.POST.get(f"version-{key}", "")]) or [0])) for key in chosen]  # type: ignore[misc]


def _of_the_page(request: HttpRequest) -> Rows:
    rows = [keys(text.split("-")) for text in request.POST.getlist("row")]
    return [(row[0], row[1]) for row in rows if len(row) == 2]


def _action(name: str, deed: bulk.Deed) -> Callable[..., HttpResponse | None]:
    """The list's action: the page that asks whether to go on."""

    def ask(model_admin: "ManyStories", request: HttpRequest, _queryset: QuerySet) -> HttpResponse | None:
        # Not the queryset: a story that has left the filter since would be missing without a word.
        return model_admin.ask(request, name, _of_the_list(request), _form(deed), request.GET.urlencode())

    return ask


class ManyStories(PlainRows):
    """The bulk actions of the list. `articles.bulk` has the deeds and does them."""

    def get_urls(self) -> list:
        doing = path("bulk/<slug:name>/", self.admin_site.admin_view(self.do_many), name="articles_article_bulk")
        return [doing, *super().get_urls()]

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        if "_popup" in request.GET:
            return {}
        return {
            name: (_action(name, deed), name, str(deed.label))
            for name, deed in bulk.DEEDS.items()
            if request.user.has_perm(deed.permission)
        }

    @admin.display(description=gettext_lazy("choose"))
    def action_checkbox(self, obj: Article) -> SafeString:
        box = super().action_checkbox(obj)
        return format_html('{}<input type="hidden" name="version-{}" value="{}">', box, obj.pk, obj.draft.version)

    def ask(self, request: HttpRequest, name: str, rows: Rows, form: forms.Form, filters: str) -> HttpResponse:
        """What is about to be done, to which stories, and which of them will be refused."""
        deed = bulk.DEEDS[name]
        versions = dict(rows[: bulk.MOST])
        found = Article.objects.filter(pk__in=versions).select_related("draft").defer("body").in_bulk()
        lines = [
            {"article": found[key], "row": f"{key}-{version}", "hindrance": _hindrance(deed, found[key], version)}
            for key, version in versions.items()
            if key in found
        ]
        context = self._many_context(request, name, filters) | {
            "title": ngettext("%(deed)s: %(count)d story", "%(deed)s: %(count)d stories", len(lines))
            % {"deed": deed.label, "count": len(lines)},
            "lines": lines,
            "going": sum(not line["hindrance"] for line in lines),
            "beyond": len(rows) - len(versions),
            "form": form,
        }
        return TemplateResponse(request, "admin/articles/article/bulk.html", context)

    @method_decorator(require_POST)
    def do_many(self, request: HttpRequest, name: str) -> HttpResponse:
        """Do it, and say of each story what became of it."""
        deed = bulk.DEEDS.get(name)
        if deed is None:
            raise Http404
        if not request.user.has_perm(deed.permission):
            raise PermissionDenied
        rows, filters = _of_the_page(request), QueryDict(request.POST.get("filters", "")).urlencode()
        form = _form(deed, request.POST)
        if not form.is_valid():
            return self.ask(request, name, rows, form, filters)
        try:
            results = bulk.do(name, rows, by=request.user, said=form.cleaned_data.get("said", ""))
        except Refused as refusal:
            form.add_error(None, str(refusal))
            return self.ask(request, name, rows, form, filters)
        done = sum(result.done for result in results)
        context = self._many_context(request, name, filters) | {
            "title": _("%(deed)s: %(done)d of %(count)d done")
            % {"deed": deed.label, "done": done, "count": len(results)},
            "results": results,
            "refused": len(results) - done,
        }
        return TemplateResponse(request, "admin/articles/article/bulk_results.html", context)

    def _many_context(self, request: HttpRequest, name: str, filters: str) -> dict[str, Any]:
        own = {"opts": self.opts, "name": name, "deed": bulk.DEEDS[name], "filters": filters}
        return self.admin_site.each_context(request) | own


def _hindrance(deed: bulk.Deed, article: Article, version: int) -> str:
    """Why this story will be refused, as far as that can be seen before trying; "" if nothing is in the way."""
    draft = article.draft
    if draft.version != version:
        return _("Somebody saved it after your list was shown.")
    if deed.verb and deed.verb not in possible(article.state, draft.stage):
        return str(TRANSITIONS[deed.verb].refusal)
    return ""
