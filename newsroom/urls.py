"""The site map: the desk, what readers send, and everything that lives at a row of `Address`."""

from importlib import import_module

from django.apps import apps
from django.contrib import admin
from django.contrib.auth import views as accounts
from django.urls import URLPattern, URLResolver, path
from django.urls.resolvers import RoutePattern
from django.views.decorators.http import require_http_methods, require_safe

from articles.urls import Beginning
from articles.urls import urlpatterns as addresses
from newsroom import machines, media
from newsroom.desk.forms import ThrottledResetForm

handler400 = "articles.views.errors.bad_request"
handler403 = "articles.views.errors.forbidden"
handler404 = "articles.views.errors.not_found"
handler500 = "articles.views.errors.broken"

#: Pages with a form, outside the desk's own sign-in.
_form = require_http_methods(["GET", "HEAD", "POST"])

# Below /admin/, where the staff's cookies are; the names are those that Django's own templates ask for.
_own: list[URLPattern | URLResolver] = [
    path(
        "admin/password/forgotten/",
        _form(accounts.PasswordResetView.as_view(form_class=ThrottledResetForm)),
        name="admin_password_reset",
    ),
    path("admin/password/sent/", require_safe(accounts.PasswordResetDoneView.as_view()), name="password_reset_done"),
    path(
        "admin/password/<uidb64>/<token>/",
        _form(accounts.PasswordResetConfirmView.as_view()),
        name="password_reset_confirm",
    ),
    path(
        "admin/password/changed/",
        require_safe(accounts.PasswordResetCompleteView.as_view()),
        name="password_reset_complete",
    ),
    path("admin/", admin.site.urls),
    path("media/<path:path>", media.file),
    path("robots.txt", machines.robots),
    path(".well-known/security.txt", machines.security),
]

if apps.is_installed("articles.feedback"):
    _own += import_module("articles.feedback.urls").urlpatterns

# Last what ends in a pattern that takes every address.
urlpatterns = [Beginning(RoutePattern(""), _own), *addresses]
