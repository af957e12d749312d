"""The site map: the desk, what readers send, and everything that lives at a row of `Address`."""

from django.apps import apps
from django.conf import settings
from django.conf.urls.static import static
from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    *static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT),
]

if apps.is_installed("articles.feedback"):
    urlpatterns += [path("", include("articles.feedback.urls"))]

# Last: it ends in a pattern that takes every address.
urlpatterns += [path("", include("articles.urls"))]
