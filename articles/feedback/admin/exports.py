"""What was taken out of the house, and the pages that take it."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import Http404, HttpRequest, QueryDict
from django.http.response import HttpResponseBase, StreamingHttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.decorators import method_decorator
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control

from articles.feedback import exporting, measured, queue
from articles.feedback.admin.measures import PERIODS, scope_of
from articles.feedback.admin.readonly import ReadOnlyAdmin
from articles.feedback.models import Export, Vote


@admin.register(Export)
class ExportAdmin(ReadOnlyAdmin):
    """The log, which nobody changes; the database refuses it too."""

    list_display = ("at", "by", "what", "form", "filters", "rows")
    list_filter = ("form", "at")
    list_select_related = ("by",)
    list_per_page = 100
    ordering = ("-at", "-pk")
    show_full_result_count = False
    fields = readonly_fields = ("at", "by", "what", "form", "filters", "rows")

    def get_urls(self) -> list[URLPattern]:
        ours = [
            path(f"{what}/", self.admin_site.admin_view(view), name=f"feedback_export_{what}")
            for what, view in (
                ("messages", self.messages_view),
                ("votes", self.votes_view),
                ("measures", self.measures_view),
            )
        ]
        return [*ours, *super().get_urls()]

    @method_decorator(cache_control(no_store=True))
    def messages_view(self, request: HttpRequest) -> HttpResponseBase:
        """The messages that the queue shows at the address with the same query."""
        _require(request, "feedback.view_message")
        found = queue.filtered(request.GET, person=request.user)
        return self._answer(request, exporting.messages(found, queue.describe(request.GET)), _("Export messages"))

    @method_decorator(cache_control(no_store=True))
    def votes_view(self, request: HttpRequest) -> HttpResponseBase:
        """The votes that their list shows at the address with the same query."""
        _require(request, "feedback.view_vote")
        try:
            found = self.admin_site.get_model_admin(Vote).get_changelist_instance(request).queryset
        except IncorrectLookupParameters as wrong:
            raise BadRequest("The list knows no such filter.") from wrong
        return self._answer(request, exporting.votes(found, _pairs(request.GET)), _("Export votes"))

    @method_decorator(cache_control(no_store=True))
    def measures_view(self, request: HttpRequest) -> HttpResponseBase:
        """One table of the page of measures."""
        _require(request, "feedback.view_measures")
        tables = measured.every_table(scope_of(request.GET))
        chosen = request.POST.get("table") or request.GET.get("table") or "times"
        if chosen not in tables:
            raise Http404(f"No table {chosen!r}.")
        table = tables[chosen]()
        language = scope_of(request.GET).language
        words = [str(PERIODS.get(request.GET.get("period", ""), PERIODS["13"])), language]
        listing = exporting.measures(table, ", ".join(filter(None, words)))
        return self._answer(request, listing, _("Export measures"), tables=measured.TITLES, chosen=chosen)

    def _answer(self, request: HttpRequest, listing: exporting.Listing, title: str, **context: Any) -> HttpResponseBase:
        """To GET what would leave, and buttons; to POST the file."""
        if request.method == "POST":
            form = request.POST.get("form", "")
            if form not in Export.Form.values:
                raise BadRequest("Choose a form of the file.")
            file = exporting.export(listing, form, by=request.user)
            response = StreamingHttpResponse(file.pieces, content_type=file.type)
            response["Content-Disposition"] = content_disposition_header(True, file.name)
            return response
        context |= self.admin_site.each_context(request) | {
            "title": title,
            "opts": self.opts,
            "media": self.media,
            "listing": listing,
            "forms": Export.Form.choices,
        }
        return TemplateResponse(request, "admin/feedback/export/take.html", context)


def _require(request: HttpRequest, seeing: str) -> None:
    if not (request.user.has_perm(seeing) and request.user.has_perm(exporting.PERMISSION)):
        raise PermissionDenied


def _pairs(params: QueryDict) -> str:
    """The filters of a list as its address has them, without the page."""
    return ", ".join(f"{name}: {value}" for name, value in params.items() if value and name not in ("p", "o"))
