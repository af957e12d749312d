"""The site map: the desk, what readers send, and everything that lives at a row of `Address`."""

from django.apps import apps
from django.contrib import admin
from django.contrib.auth import views as accounts
from django.urls import include, path

from newsroom import machines, media
from newsroom.desk.forms import ThrottledResetForm

handler400 = "articles.views.errors.bad_request"
handler403 = "articles.views.errors.forbidden"
handler404 = "articles.views.errors.not_found"
handler500 = "articles.views.errors.broken"

# Below /admin/, where the staff's cookies are; the names are those that Django's own templates ask for.
urlpatterns = [
    path(
        "admin/password/forgotten/",
        accounts.PasswordResetView.as_view(form_class=ThrottledResetForm),
        name="admin_password_reset",
    ),
    path("admin/password/sent/", accounts.PasswordResetDoneView.as_view(), name="password_reset_done"),
    path(
        "admin/password/<uidb64>/<token>/",
        accounts.PasswordResetConfirmView.as_view(),
        name="password_reset_confirm",
    ),
    path("admin/password/changed/", accounts.PasswordResetCompleteView.as_view(), name="password_reset_complete"),
    path("admin/", admin.site.urls),
    path("media/<path:path>", media.file),
    path("robots.txt", machines.robots),
    path(".well-known/security.txt", machines.security),
]

if apps.is_installed("articles.feedback"):
    urlpatterns += [path("", include("articles.feedback.urls"))]

# Last: it ends in a pattern that takes every address.
urlpatterns += [path("", include("articles.urls"))]
