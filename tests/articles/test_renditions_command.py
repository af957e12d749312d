"""`manage.py renditions` puts back what is missing, and names what it cannot."""

from io import BytesIO, StringIO
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command

from articles import library, renditions
from articles.models import Article, Image
from tests import factories
from tests.articles import photographs


def _picture(**values: Any) -> Image:
    scene = photographs.encoded(photographs.scene(900, 600))
    return library.add(Image(alt_en="A pier", credit="Staff", **values), library.read(BytesIO(scene)))


@pytest.mark.django_db
def test_lost_files_are_made_again() -> None:
    image = _picture()
    names = [renditions.rendition_name(image.name, width, "webp") for width in (480, 800)]
    for name in names:
        default_storage.delete(name)
    call_command("renditions", stdout=StringIO())
    assert all(default_storage.exists(name) for name in names)
    assert default_storage.exists(renditions.rendition_name(image.name, 480, "avif"))
    image.refresh_from_db()
    assert image.has_avif


@pytest.mark.django_db
def test_a_share_image_that_was_lost_is_drawn_again() -> None:
    story = factories.story(headline="Ports agree", slug="ports-agree")
    call_command("renditions", stdout=StringIO())
    drawn = Article.objects.get(pk=story.pk).share_image
    assert drawn
    default_storage.delete(drawn)
    call_command("renditions", stdout=StringIO())
    assert default_storage.exists(drawn)


@pytest.mark.django_db
def test_an_original_that_is_gone_is_named_and_the_others_are_made_all_the_same() -> None:
    lost, kept = _picture(), factories.ImageFactory()
    default_storage.delete(lost.name)
    with pytest.raises(CommandError, match="2 originals are gone") as refusal:
        call_command("renditions", stdout=StringIO())
    assert lost.name in str(refusal.value) and kept.name in str(refusal.value)
