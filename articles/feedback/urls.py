"""The addresses of feedback in each language, named `<page>-<language>` after the table of path words."""

from django.urls import path

from articles import pathwords
from articles.feedback import views

_VIEWS = {"feedback": views.write, "feedback-thanks": views.thanks, "feedback-helpful": views.helpful}

urlpatterns = [
    path(pathwords.page(key, language).lstrip("/"), view, {"language": language}, name=f"{key}-{language}")
    for key, view in _VIEWS.items()
    for language in pathwords.LANGUAGES
]
