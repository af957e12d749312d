"""The site map: the desk, the reader's feedback, and everything that lives at a row of `Address`."""

from django.conf import settings
from django.conf.urls.static import static
from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
]
