"""Reader feedback as an app of its own: without it the site still publishes."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FeedbackConfig(AppConfig):
    name = "articles.feedback"
    label = "feedback"
    verbose_name = _("Reader feedback")

    def ready(self) -> None:
        from articles.feedback import receivers  # noqa: F401  connects them; models are there only by now
