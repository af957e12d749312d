"""The picture that social networks show beside a link to a story: drawn by the worker, and used only while it is right.

Its name is the digest of all that it shows. So a page knows, without looking, whether the drawn one is still right: a
new headline, a renamed topic or another crop gives another name, and until that is drawn the page has none to offer.
"""

import hashlib
import json
from typing import NamedTuple

from django.core.files.storage import default_storage
from django.db import transaction

from articles import rendering, renditions
from articles.models import Article, Masthead
from articles.sharing.drawing import DESIGN, Sheet, draw

__all__ = ["SharedPicture", "refresh", "shared_picture"]


class SharedPicture(NamedTuple):
    """An absolute address, the size in pixels, and the words for those who can't see it."""

    url: str
    width: int
    height: int
    alt: str


def shared_picture(article: Article, masthead: Masthead) -> SharedPicture | None:
    """The share image of a live story as it now is; None until the worker has drawn it.

    Asks the database for nothing if the article was read with `for_page`.
    """
    if not article.share_image or article.share_image != _name(article, _sheet(article, masthead)):
        return None
    url = rendering.absolute(default_storage.url(article.share_image))
    return SharedPicture(url, *renditions.SHARE_SIZE, article.headline)


def refresh(article_id: int) -> None:
    """Draw a live story's share image if it has none or a wrong one; take it from a story that is not live.

    Old files go after the commit. A story that was published again meanwhile is left to the job that came with that.
    """
    article = Article.objects.for_page().filter(pk=article_id).first()
    if not article:
        return
    name = ""
    if article.state == Article.State.LIVE:
        sheet = _sheet(article, Masthead.current())
        name = _name(article, sheet)
        if not default_storage.exists(name):
            renditions.write(default_storage, name, draw(sheet))
    same = Article.objects.filter(
        pk=article_id, state=article.state, published_revision_id=article.published_revision_id
    )
    with transaction.atomic():
        before = same.select_for_update(of=("self",)).values_list("share_image", flat=True).first()
        if before is not None and before != name:
            same.update(share_image=name)
        old = name if before is None else before
        transaction.on_commit(lambda: _forget(old))


def _forget(name: str) -> None:
    """Delete a share image unless a story shows it."""
    if name and not Article.objects.filter(share_image=name).exists():
        default_storage.delete(name)


def _sheet(article: Article, masthead: Masthead) -> Sheet:
    """What the article's share image shows, without reading its picture."""
    kicker, image = article.kicker, article.lead_image
    return Sheet(
        headline=article.headline,
        kicker=kicker.said_in(article.language, "name") if kicker else "",
        house=masthead.name,
        picture=image.name if image else "",
        focal_point=(image.focal_x, image.focal_y) if image else (0.5, 0.5),
        country="" if image else rendering.country_shown(article),
    )


def _name(article: Article, sheet: Sheet) -> str:
    shown = json.dumps([DESIGN, article.pk, *sheet], ensure_ascii=False)
    digest = hashlib.sha256(shown.encode()).hexdigest()[:40]
    return f"share/{digest[:2]}/{digest}.jpg"
