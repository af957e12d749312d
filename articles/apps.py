"""The domain as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = _("Stories and archive")

    def ready(self) -> None:
        from articles import receivers  # noqa: F401  connects the handlers
