"""The admin site that editors and staff work in."""

from functools import update_wrapper, wraps
from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import BadRequest
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import path
from django.utils.translation import gettext_lazy as _

from articles import holding
from newsroom.desk import styleguide


class DeskSite(AdminSite):
    """Django's admin at /admin/, under the newsroom's name."""

    site_header = _("The desk")
    site_title = _("The desk")
    index_title = _("Stories, the archive and what readers send")
    enable_nav_sidebar = True

    #: Apps whose own admin pages would only confuse: machinery, and taggit's table that our tags don't use.
    left_out = frozenset({"procrastinate", "taggit"})

    def register(self, model_or_iterable: Any, admin_class: Any = None, **options: Any) -> None:
        models: Any = [model_or_iterable] if isinstance(model_or_iterable, type) else model_or_iterable
        ours = [model for model in models if model._meta.app_label not in self.left_out]
        super().register(ours, admin_class, **options)

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        """Every view of the desk; one that is told to act on rows by what can't be keys is not asked.

        A form that comes after the session has ended is held, not answered with a redirect.
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
            if request.user.is_anonymous and holding.can_hold(request):
                return holding.signed_out(request)
            return inner(request, *args, **kwargs)

        return update_wrapper(held, inner)

    def get_urls(self) -> list[Any]:
        return [path("styleguide/", self.admin_view(styleguide.show), name="styleguide"), *super().get_urls()]
