"""The image library at the desk: several pictures at once, each described, and where a picture is used."""

from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from articles import library, uses
from articles.models import Announcement, Author, Country, Image, Masthead, Page
from tests import factories
from tests.articles import photographs

pytestmark = pytest.mark.django_db

GRID = "/admin/articles/image/"


@pytest.fixture
def editor(roles: None) -> Client:
    client = Client()
    client.force_login(factories.UserFactory(role="Editor"))
    return client


def drop(client: Client, data: bytes, **words: str) -> Any:
    """What the grid sends for one of several pictures."""
    described = {"alt_en": "A street", "credit": "Staff"} | words
    return client.post(f"{GRID}upload/", {"upload": SimpleUploadedFile("x.jpg", data), **described})


def a_photograph() -> bytes:
    return photographs.encoded(photographs.scene())


def stored() -> Image:
    return library.add(Image(alt_en="A street", credit="Staff", cleared=True), library.read(BytesIO(a_photograph())))


def test_a_dropped_picture_is_stored_with_its_words(editor: Client) -> None:
    answer = drop(editor, a_photograph(), alt_es="Una calle", republishable="on")
    image = Image.objects.get()
    assert answer.json() == {"id": image.pk}
    assert (image.alt_en, image.alt_es, image.credit, image.republishable) == ("A street", "Una calle", "Staff", True)
    assert (image.focal_x, image.focal_y) == (0.5, 0.5)
    assert "is in the library" in editor.get(GRID).content.decode()


@pytest.mark.parametrize(
    ("words", "data", "said"),
    [
        ({"alt_en": ""}, a_photograph(), "Describe the picture"),
        ({"credit": ""}, a_photograph(), "Credit: This field is required."),
        ({}, b"<!doctype html>", "JPEG"),
    ],
    ids=["no description", "no credit", "no picture"],
)
def test_a_picture_that_is_not_described_or_not_a_picture_is_refused_with_the_reason(
    editor: Client, words: dict[str, str], data: bytes, said: str
) -> None:
    answer = drop(editor, data, **words)
    assert answer.status_code == 422
    assert said in " ".join(answer.json()["problems"])
    assert not Image.objects.exists()


def test_the_same_picture_dropped_twice_is_named(editor: Client) -> None:
    drop(editor, a_photograph())
    answer = drop(editor, a_photograph())
    assert f"as number {Image.objects.get().pk}" in answer.json()["problems"][0]


def test_only_those_who_may_add_pictures_can_drop_them(roles: None) -> None:
    client = Client()
    client.force_login(factories.UserFactory(role="Audience"))
    assert drop(client, a_photograph()).status_code == 403
    assert drop(Client(), a_photograph()).status_code == 302
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(factories.chief())
    assert drop(strict, a_photograph()).status_code == 403
    assert not Image.objects.exists()


def test_the_library_is_a_grid_and_a_choice_in_a_popup(editor: Client) -> None:
    image = stored()
    page = editor.get(GRID).content.decode()
    assert "A street" in page
    assert "no Spanish text" in page
    assert "<image-drop hidden" in page
    popup = editor.get(f"{GRID}?_popup=1&_to_field=id").content.decode()
    assert f'data-popup-opener="{image.pk}"' in popup


def test_pictures_without_words_in_a_language_can_be_found(editor: Client) -> None:
    factories.ImageFactory(alt_en="Only English", alt_es="")
    factories.ImageFactory(alt_en="In both", alt_es="En ambos")
    page = editor.get(f"{GRID}?missing=es").content.decode()
    assert "Only English" in page
    assert "In both" not in page
    assert "Only English" not in editor.get(f"{GRID}?missing=en").content.decode()


PLACES = {
    "a live story's lead": lambda image: factories.story(lead_image=image.pk),
    "a draft's lead": lambda image: factories.draft(lead_image=image.pk),
    "a live story's text": lambda image: factories.story(body=f'<figure data-image="{image.pk}"></figure><p>T.</p>'),
    "a newer draft's text": lambda image: factories.rewritten(
        factories.story(), body=f'<figure data-image="{image.pk}"></figure><p>T.</p>'
    ),
    "a portrait": lambda image: factories.AuthorFactory(photo=image),
    "an About page": lambda image: factories.PageFactory(body=f'<figure data-image="{image.pk}"></figure>'),
    "an announcement": lambda image: factories.AnnouncementFactory(body=f'<figure data-image="{image.pk}"></figure>'),
    "a country's profile": lambda image: factories.CountryFactory(profile_es=f"<figure data-image='{image.pk}'>"),
    "the masthead": lambda image: factories.MastheadFactory(about_en=f"<figure data-image={image.pk}></figure>"),
}


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_a_picture_is_kept_while_it_is_used(editor: Client, place: Any) -> None:
    image, other = stored(), factories.ImageFactory(pk=10_000_000)
    row = place(image)
    assert [use.row for use in uses.of(image)] == [row]
    assert uses.of(other) == []
    page = editor.post(f"{GRID}{image.pk}/delete/", {"post": "yes"}).content.decode()
    assert "is in use" in page
    assert f"/admin/articles/{row._meta.model_name}/{row.pk}/change/" in page
    assert str(row) in editor.get(f"{GRID}{image.pk}/change/").content.decode()
    with pytest.raises(library.InUse):
        library.remove(image)
    assert Image.objects.filter(pk=image.pk).exists()


def test_a_number_that_begins_alike_is_another_picture(editor: Client) -> None:
    image = factories.ImageFactory(pk=77)
    factories.story(body='<figure data-image="771"></figure><p>T.</p>')
    factories.CountryFactory(profile_en="<figure data-image=771></figure>")
    assert uses.of(image) == []


def test_the_action_on_many_pictures_deletes_all_or_none(editor: Client) -> None:
    used, free = stored(), factories.ImageFactory()
    story = factories.story(lead_image=used.pk)
    chosen = {"action": "delete_selected", "_selected_action": [used.pk, free.pk], "post": "yes"}
    page = editor.post(GRID, chosen).content.decode()
    assert "nothing was deleted" in page
    assert f"/admin/articles/article/{story.pk}/change/" in page
    assert Image.objects.count() == 2
    editor.post(GRID, chosen | {"_selected_action": [free.pk]})
    assert list(Image.objects.all()) == [used]


def test_every_text_that_may_show_a_picture_is_looked_at() -> None:
    """Whoever adds a table with texts decides here whether they can hold figures."""
    assert set(uses._TEXTS) >= {Page, Announcement, Masthead, Author, Country}


@pytest.mark.parametrize("rows", [1, 60])
def test_the_grid_takes_a_fixed_number_of_queries(
    editor: Client, rows: int, django_assert_max_num_queries: Any
) -> None:
    factories.ImageFactory.create_batch(rows)
    with django_assert_max_num_queries(12):
        editor.get(GRID)
