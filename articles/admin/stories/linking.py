"""Links that show a draft to somebody without an account: made, listed and revoked beside the story form."""

from datetime import timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_POST

from articles import clock, previewing
from articles.admin.stories.panels import PART_HEADER
from articles.admin.stories.talking import StoryNotes
from articles.models import Article, PreviewLink
from articles.workflow import Refused

#: The lives of links that are offered, in days.
DAYS = (1, 3, 7, 14, 30)


class LinkForm(forms.Form):
    """A new link."""

    purpose = forms.CharField(
        label=gettext_lazy("For whom"),
        required=False,  # the verb says what is missing
        max_length=120,
        help_text=gettext_lazy("A role, not a name: “lawyer”, “source”."),
    )
    days = forms.TypedChoiceField(label=gettext_lazy("Ends after"), coerce=int, initial=7)
    pinned = forms.ChoiceField(
        label=gettext_lazy("Shows"),
        choices=[("", gettext_lazy("whatever is newest")), ("pinned", gettext_lazy("the draft as it is saved now"))],
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        lives = [(days, ngettext("%(days)d day", "%(days)d days", days) % {"days": days}) for days in DAYS]
        self.fields["days"].choices = lives  # type: ignore[attr-defined]


class StoryLinks(StoryNotes):
    """The preview links of a story."""

    def get_urls(self) -> list:
        def at(route: str, view: Any, name: str) -> Any:
            return path(route, self.admin_site.admin_view(view), name=f"articles_article_{name}")

        return [
            at("<int:pk>/links/", self.links, "links"),
            at("<int:pk>/links/<int:key>/revoke/", self.revoke, "revoke"),
            *super().get_urls(),
        ]

    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def links(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The links of a story; a POST makes one and shows it, this once."""
        article = self._story(request, pk, change=True)
        form, made, problem = LinkForm(prefix="link"), "", ""
        if request.method == "POST":
            form = LinkForm(request.POST, prefix="link")
            made, problem = self._make(request, article, form)
            if made:
                form = LinkForm(prefix="link")
        return self._list(request, article, form=form, made=made, problem=problem)

    def _make(self, request: HttpRequest, article: Article, form: LinkForm) -> tuple[str, str]:
        """The new link, or why there is none."""
        if not form.is_valid():
            return "", _("Choose one of the times that are offered.")
        told = form.cleaned_data
        try:
            _link, token = previewing.make(
                article,
                purpose=told["purpose"],
                lasts=timedelta(days=told["days"]),
                revision=article.draft.head if told["pinned"] else None,
                by=request.user,
            )
        except Refused as refusal:
            return "", str(refusal)
        return f"{settings.SITE_URL}{reverse('preview', args=[token])}", ""

    @method_decorator(require_POST)
    def revoke(self, request: HttpRequest, pk: int, key: int) -> HttpResponse:
        """End a link at once."""
        article = self._story(request, pk, change=True)
        previewing.revoke(get_object_or_404(PreviewLink, pk=key, article=article), by=request.user)
        if PART_HEADER not in request.headers:
            return HttpResponseRedirect(reverse("admin:articles_article_links", args=[article.pk]))
        return self._list(request, article, form=LinkForm(prefix="link"))

    def _list(self, request: HttpRequest, article: Article, **shown: Any) -> HttpResponse:
        now = clock.now()
        links = article.preview_links.select_related("made_by", "revision").order_by("-pk")
        rows = [(link, link.is_open(now)) for link in links.defer("revision__snapshot")]
        return self.part(request, article, "links", _("Preview links"), {"links": rows, **shown})
