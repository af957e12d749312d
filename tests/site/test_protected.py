"""A protected byline: one switch, and the name is gone everywhere readers and machines look."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from articles import correcting, protecting, publishing
from articles.models import Author, Edition, EditorialEvent, Image
from tests import factories
from tests.factories import THEN
from tests.site import edition as editions
from tests.site.test_feeds import every_feed
from tests.site.test_sitemaps import parts

NAME = "Ana Alba"
EN = "/news/briefs/the-summit-ends/"


@pytest.fixture
def ana(edition: dict[str, Any]) -> Author:
    Image.objects.filter(pk=edition["image"].pk).update(credit=f"{NAME}, for the Gazette / ANA ALBA")
    correcting.correct(edition["stories"]["en"], kind="update", text="A date.", by=factories.chief())
    return Author.objects.get(slug="ana-alba")


def answers(reader: Client, paths: list[str]) -> dict[str, str]:
    return {path: reader.get(path).content.decode() for path in paths}


def test_the_name_is_gone_from_every_page_feed_search_and_picture_at_once(ana: Author, reader: Client) -> None:
    paths = [*editions.every_page(), *every_feed(), "/sitemap.xml", *parts(reader), f"/search/?q={NAME}"]
    before = answers(reader, paths)
    for place in (EN, f"{EN}republish/", "/feed/", "/authors/", "/authors/ana-alba/", f"/search/?q={NAME}"):
        assert NAME in before[place], place
    assert "/authors/ana-alba/" in "".join(before[path] for path in parts(reader))
    protecting.protect(ana, by=factories.chief(), at=THEN)
    for path, html in answers(reader, paths).items():
        if "?q=" not in path:
            assert "ana alba" not in html.lower() and "ana-alba" not in html, path
    assert "the-summit-ends" not in reader.get(f"/search/?q={NAME}").content.decode()
    for path in ("/authors/ana-alba/", "/es/autores/ana-alba/", "/authors/ana-alba/feed/"):
        assert reader.get(path).status_code == 404
    assert "The Gazette" in reader.get(EN).content.decode()
    assert Image.objects.get().credit == "The Gazette, for the Gazette / The Gazette"


def test_a_name_that_only_begins_alike_is_left(ana: Author) -> None:
    other = factories.ImageFactory(credit="Ana Albarracín")
    protecting.protect(ana, by=factories.chief())
    other.refresh_from_db()
    assert other.credit == "Ana Albarracín"


def test_the_deed_is_in_the_log_once_with_the_pictures_it_changed(ana: Author) -> None:
    for _ in range(2):
        protecting.protect(ana, by=factories.chief(), at=THEN)
    line = EditorialEvent.objects.get(verb="protect")
    assert (line.actor_name, line.at, line.headline) == ("chief", THEN, NAME)
    assert line.details == {"author": ana.pk, "credits": [Image.objects.get().pk]}
    for _ in range(2):
        protecting.unprotect(ana, by=factories.chief())
    assert EditorialEvent.objects.filter(verb="unprotect").count() == 1


def test_words_that_name_the_author_are_pointed_out_to_a_person(ana: Author) -> None:
    named = [
        factories.story(body=f"<p>Said {NAME}.</p>"),
        factories.story(dek=f"By {NAME}, who was there."),
        factories.story(headline=f"{NAME} replies"),
    ]
    corrected = factories.story()
    correcting.correct(corrected, kind="correction", text=f"{NAME} wrote this.", by=factories.chief())
    publishing.unpublish(factories.story(body=f"<p>Said {NAME}.</p>"), by=factories.chief())
    page = factories.PageFactory(body=f"<p>{NAME} founded it.</p>")
    left = protecting.protect(ana, by=factories.chief())
    assert set(left.stories) == {*named, corrected}
    assert list(left.pages) == [page]


def test_the_name_comes_back_and_the_credits_stay_with_the_house(ana: Author, reader: Client) -> None:
    protecting.protect(ana, by=factories.chief())
    protecting.unprotect(ana, by=factories.chief())
    assert NAME in reader.get(EN).content.decode()
    assert NAME in reader.get("/authors/").content.decode()
    assert "Gazette" in Image.objects.get().credit


def test_it_takes_the_right_to_change_authors(ana: Author, roles: None) -> None:
    with pytest.raises(PermissionDenied):
        protecting.protect(ana, by=factories.UserFactory(role="Reporter"))
    protecting.protect(ana, by=factories.UserFactory(role="Editor"))
    with pytest.raises(PermissionDenied):
        protecting.unprotect(ana, by=factories.UserFactory(role="Reporter"))
    assert Author.objects.get(pk=ana.pk).protected


@pytest.mark.django_db(transaction=True)
def test_it_is_one_edition() -> None:
    author, image, chief = factories.AuthorFactory(name=NAME), factories.ImageFactory(credit=NAME), factories.chief()
    factories.MastheadFactory()
    factories.story(lead_image=image.pk, bylines=((author.pk, "author"),))
    before = Edition.number_now()
    protecting.protect(author, by=chief)
    assert Edition.number_now() == before + 1
