"""The page of measures."""

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from articles.feedback import measured, metrics, plots
from articles.feedback.admin.readonly import ReadOnlyAdmin
from articles.feedback.models import Measures

PERIODS = {
    "4": gettext_lazy("4 weeks"),
    "13": gettext_lazy("13 weeks"),
    "52": gettext_lazy("52 weeks"),
    "all": gettext_lazy("everything"),
}


@admin.register(Measures)
class MeasuresAdmin(ReadOnlyAdmin):
    """One page in place of a list: there is no single row to look at."""

    class Media:
        css = {"all": ["admin/charts.css"]}

    def get_urls(self) -> list[URLPattern]:
        return [path("", self.admin_site.admin_view(self.measures_view), name="feedback_measures_changelist")]

    @method_decorator(require_safe)
    def measures_view(self, request: HttpRequest) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        asked = scope_of(request.GET)
        times, waits, lists = metrics.by_time(asked), metrics.waits(asked), metrics.lists(asked)
        context = self.admin_site.each_context(request) | {
            "title": _("Measures"),
            "opts": self.opts,
            "media": self.media,
            "period": _period_of(request.GET),
            "choices": _choices(request.GET),
            "totals": (totals := metrics.total(times, lists["sections"])),
            "share": measured.share_in_words(totals.helpful) if totals.helpful else measured.NONE,
            "times": measured.table_of_times(asked, times),
            "plots": [plots.messages(asked, times), plots.helpful(asked, times)],
            "waits": measured.table_of_waits(waits),
            "wait_plots": plots.waits(times, waits),
            "dated_waits": measured.table_of_dated_waits(asked, waits),
            "lists": [measured.table_of_list(name, rows) for name, rows in lists.items()],
            "may_export": request.user.has_perm("feedback.export_message"),
            "query": request.GET.urlencode(),
        }
        return TemplateResponse(request, "admin/feedback/measures.html", context)


def scope_of(params: Any) -> metrics.Scope:
    """What an address of the page asks for."""
    return metrics.scope(params.get("period", ""), params.get("language", ""))


def _period_of(params: Any) -> str:
    asked = params.get("period", "")
    return asked if asked in PERIODS else "13"


def _choices(params: Any) -> list[dict[str, Any]]:
    """The two rows of links: what is looked at, and what else could be."""
    language = scope_of(params).language
    languages = [("", _("all")), *settings.LANGUAGES]
    return [
        {
            "name": _("Time"),
            "links": [(str(words), _query(key, language), key == _period_of(params)) for key, words in PERIODS.items()],
        },
        {
            "name": _("Language"),
            "links": [(_(str(words)), _query(_period_of(params), key), key == language) for key, words in languages],
        },
    ]


def _query(period: str, language: str) -> str:
    return "?" + urlencode({"period": period} | ({"language": language} if language else {}))
