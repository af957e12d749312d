"""Drafts in the readers' template: for the desk, and for whoever holds a signed link."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles import previewing, snapshots
from articles.models import Article, Correction
from articles.snapshots import Snapshot
from articles.views.articles import story_response


def preview_response(request: HttpRequest, article: Article, snapshot: Snapshot) -> HttpResponse:
    """A story as it would be with this snapshot, with the corrections that it proposes and the way to its live counterpart."""
    draft = snapshots.in_memory(article, snapshot)
    public = list(Correction.objects.filter(article=article.pk).order_by("-made_at", "-pk"))
    known = {str(note.key) for note in public}
    now = timezone.now().isoformat()
    proposed = [told for told in snapshot.corrections if told.key not in known]
    draft.corrections_as_json = [  # type: ignore[attr-defined]
        *({"kind": told.kind, "text": told.text, "made_at": now} for told in proposed),
        *({"kind": note.kind, "text": note.text, "made_at": note.made_at.isoformat()} for note in public),
    ]
    twins = Article.objects.published().exclude(language=article.language)
    twins = twins.filter(translation_key=snapshot.translation_key)
    draft.translated_path = twins.values_list("path", flat=True).first()  # type: ignore[attr-defined]
    return story_response(request, draft, preview=True)


@require_safe
def show(request: HttpRequest, token: str) -> HttpResponse:
    """The draft that a link shows. A link that is unknown, expired or revoked answers like any page that isn't there.

    Nothing keeps the page: no cache, no search engine; and no address that it leads to learns where it was followed.
    """
    link = previewing.opened(token)
    if link is None:
        raise Http404
    article = Article.objects.select_related("draft__head").get(pk=link.article_id)
    if article.state == Article.State.BINNED:
        raise Http404
    revision = link.revision or article.draft.head
    response = preview_response(request, article, Snapshot.from_json(revision.snapshot, revision.schema))
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    response["Referrer-Policy"] = "no-referrer"
    return response
