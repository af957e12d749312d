"""The admin site that editors and staff work in."""

from collections.abc import Callable
from functools import update_wrapper, wraps
from typing import Any

from django.contrib.admin import AdminSite, ModelAdmin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext_lazy as _

from articles import holding
from newsroom.desk import dashboard, naming, styleguide

#: What the desk's pages answer to, and those of Django's that only ever show something.
METHODS = ("GET", "HEAD", "POST")
READING = ("GET", "HEAD")
ONLY_READ = frozenset({"index", "app_list", "autocomplete", "jsi18n", "view_on_site", "history"})


class _MissingIsMissing:
    """An address of a row that is not there answers 404, instead of leading to the desk's first page."""

    def _get_obj_does_not_exist_redirect(self, request: HttpRequest, opts: Any, object_id: str) -> HttpResponse:
        raise Http404(f"No {opts.label} {object_id}.")


class DeskSite(AdminSite):
    """Django's admin at /admin/, under the newsroom's name."""

    site_header = _("The desk")
    site_title = _("The desk")
    index_title = _("Stories, the archive and what readers send")
    index_template = "admin/dashboard.html"
    enable_nav_sidebar = True

    #: Apps whose own admin pages would only confuse: machinery, and taggit's table that our tags don't use.
    left_out = frozenset({"procrastinate", "taggit"})

    def register(self, model_or_iterable: Any, admin_class: Any = None, **options: Any) -> None:
        models: Any = [model_or_iterable] if isinstance(model_or_iterable, type) else model_or_iterable
        ours = [model for model in models if model._meta.app_label not in self.left_out]
        wanted = admin_class or ModelAdmin
        super().register(ours, type(wanted.__name__, (_MissingIsMissing, wanted), {}), **options)

    def admin_view(self, view: Callable[..., Any], cacheable: bool = False) -> Any:
        """Every view of the desk; a method that a page doesn't know is refused before anything else, whoever asks.

        A page that is told to act on rows by what can't be keys is not asked. A form that comes after the session has ended
        is held, not answered with a redirect.
        """

        @wraps(view)
        def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            chosen = request.POST.getlist(ACTION_CHECKBOX_NAME) if request.method == "POST" else []
            # Longer numbers than the database's own would be its error too.
            if not all(key.isdecimal() and len(key) < 19 for key in chosen):
                raise BadRequest("Rows of the desk have numbers.")
            return view(request, *args, **kwargs)

        inner = super().admin_view(checked, cacheable)

        def held(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            name = (request.resolver_match and request.resolver_match.url_name) or ""
            allowed = READING if {name, name.rpartition("_")[2]} & ONLY_READ else METHODS
            if request.method not in allowed:
                return HttpResponseNotAllowed(allowed)
            if request.user.is_anonymous and holding.can_hold(request):
                return holding.signed_out(request)
            return inner(request, *args, **kwargs)

        return update_wrapper(held, inner)

    def get_urls(self) -> list[Any]:
        def desk(view: Any) -> Any:
            return self.admin_view(view)

        return [
            path("styleguide/", desk(styleguide.show), name="styleguide"),
            path("views/keep/", desk(naming.keep), name="saved_view_keep"),
            path("views/<int:pk>/", desk(naming.change), name="saved_view_change"),
            *super().get_urls(),
        ]

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """The one page of the desk that is not behind the sign-in, because it is the sign-in."""
        if request.method not in METHODS:
            return HttpResponseNotAllowed(METHODS)
        return super().login(request, extra_context)

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        context = super().each_context(request)
        if request.user.is_authenticated and self.has_permission(request):
            context["saved_views"] = naming.strip(request)
        return context

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """Asked for several times on a page, and some admins ask the database what they may do."""
        kept: dict[str | None, list[Any]] = request.__dict__.setdefault("_desk_app_lists", {})
        if app_label not in kept:
            kept[app_label] = super().get_app_list(request, app_label)
        return kept[app_label]

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        """The dashboard, with the list of lists below it."""
        added = {"waiting": dashboard.waiting(self, request), "faults": dashboard.faults(self, request)}
        found = dashboard.parts(request.user) | added
        return super().index(request, found | (extra_context or {}))
