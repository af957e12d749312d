"""The image library through the admin: what is taken in is clean, what is refused leaves nothing behind."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from PIL import Image as Pillow

from articles import library, renditions, uses
from articles.models import Edition, Image
from tests import factories
from tests.articles import photographs

pytestmark = pytest.mark.django_db

SECRETS = (b"SECRET", b"Exif", b"GPS", b"ns.adobe.com", b"xmpmeta")


@pytest.fixture
def reporter(roles: None) -> Client:
    client = Client()
    client.force_login(factories.UserFactory(role="Reporter"))
    return client


@pytest.fixture
def written(settings: Any) -> Iterator[Any]:
    """All files below the media folder, when asked."""
    settings.MEDIA_ROOT.mkdir()
    yield lambda: sorted(path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file())


def upload(client: Client, data: bytes, name: str = "IMG_2041 informant house.jpg", **words: str) -> Any:
    described = {"alt_en": "A street", "alt_es": "", "credit": "Staff", "focal_x": "0.5", "focal_y": "0.5"} | words
    file = SimpleUploadedFile(name, data, content_type="image/jpeg")
    return client.post("/admin/articles/image/add/", {"upload": file, **described})


def test_a_photograph_loses_its_position_original_included(reporter: Client, written: Any) -> None:
    data = photographs.with_a_position(photographs.scene())
    assert all(secret in data for secret in (b"SECRET", b"Exif", b"ns.adobe.com"))
    assert upload(reporter, data).status_code == 302
    image = Image.objects.get()
    files = written()
    assert default_storage.exists(image.file.name)
    assert len(files) >= 3
    for path in files:
        content = path.read_bytes()
        assert not [secret for secret in SECRETS if secret in content], path
        assert "informant" not in path.name
        with Pillow.open(BytesIO(content)) as stored:
            assert not stored.getexif()
    assert (image.width, image.height) == (1000, 600)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("bomb.png", photographs.png_of_any_size(30_000, 30_000)),
        ("cut.jpg", photographs.encoded(photographs.scene())[:2000]),
        ("drawing.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
        ("page.jpg", b"<!doctype html><script>alert(1)</script>"),
        ("empty.jpg", b""),
        ("moving.gif", photographs.animated("GIF")),
    ],
    ids=["900 megapixels", "truncated", "svg", "html named jpg", "empty", "gif"],
)
def test_a_bad_file_gets_a_form_error_and_leaves_nothing(
    reporter: Client, written: Any, name: str, data: bytes
) -> None:
    answer = upload(reporter, data, name)
    assert answer.status_code == 200
    errors = answer.context["adminform"].form.errors
    assert list(errors) == ["upload"]
    assert len(str(errors["upload"][0])) > 10
    assert not Image.objects.exists()
    assert written() == []


def test_words_that_are_wrong_leave_no_file_either(reporter: Client, written: Any) -> None:
    answer = upload(reporter, photographs.encoded(photographs.scene()), credit="")
    assert "credit" in answer.context["adminform"].form.errors
    answer = upload(reporter, photographs.encoded(photographs.scene()), alt_en="")
    assert "alt_en" in answer.context["adminform"].form.errors
    assert written() == []


def test_a_database_that_fails_leaves_no_file(written: Any) -> None:
    original = library.read(BytesIO(photographs.encoded(photographs.scene())))
    with pytest.raises(Exception, match="image_focal_point_is_inside"):
        library.add(Image(alt_en="x", credit="x", focal_x=7), original)
    assert written() == []


def test_the_same_picture_twice_is_said_to_be_there(reporter: Client) -> None:
    data = photographs.encoded(photographs.scene())
    upload(reporter, data)
    answer = upload(reporter, data, "again.jpg")
    assert f"as number {Image.objects.get().pk}" in answer.content.decode()
    assert Image.objects.count() == 1


def test_the_worker_adds_what_takes_long(reporter: Client, written: Any) -> None:
    upload(reporter, photographs.encoded(photographs.scene()))
    image = Image.objects.get()
    with connection.cursor() as cursor:
        # Tests that commit leave jobs of their own in the queue.
        cursor.execute("SELECT task_name FROM procrastinate_jobs WHERE args->>'image_id' = %s", [str(image.pk)])
        assert cursor.fetchall() == [("finish_image",)]
    assert not [path for path in written() if path.suffix == ".avif"]
    library.finish(image.pk)
    image.refresh_from_db()
    assert image.has_avif
    assert len([path for path in written() if path.suffix == ".avif"]) == len(
        renditions.plan(image.width, image.height)
    )
    library.finish(image.pk)  # a job that runs twice does no harm
    library.finish(image.pk + 1)  # nor one that comes too late


def test_a_picture_in_use_can_not_be_deleted(roles: None, reporter: Client) -> None:
    upload(reporter, photographs.encoded(photographs.scene()))
    image = Image.objects.get()
    client = Client()
    client.force_login(factories.UserFactory(role="Editor"))
    draft = factories.draft(body=f'<figure data-image="{image.pk}"></figure><p>Text.</p>')
    client.post(f"/admin/articles/image/{image.pk}/delete/", {"post": "yes"})
    assert Image.objects.exists()
    assert list(uses.stories(image)) == [draft]
    factories.rewritten(draft, body="<p>Text.</p>")
    assert not uses.stories(image)


@pytest.mark.django_db(transaction=True)
def test_an_unused_picture_goes_with_all_its_files(roles: None, written: Any) -> None:
    image = library.add(Image(alt_en="x", credit="x"), library.read(BytesIO(photographs.encoded(photographs.scene()))))
    assert written()
    client = Client()
    client.force_login(factories.UserFactory(role="Editor"))
    before = Edition.number_now()
    assert client.post(f"/admin/articles/image/{image.pk}/delete/", {"post": "yes"}).status_code == 302
    assert not Image.objects.exists()
    assert written() == []
    assert Edition.number_now() == before  # no reader could see it
