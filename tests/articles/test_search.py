"""Plain full-text search: what is live is found, without regard to accents and endings; what is not, never."""

import re

import pytest
from django.core.management import call_command
from django.utils.html import escape

from articles import publishing, search
from articles.models import Article, SearchDocument, Tag
from tests import factories

pytestmark = pytest.mark.django_db


def found(question: str, language: str = "en") -> set[str]:
    return {article.headline for article in search.find(question, language=language)}


def test_words_are_found_in_any_form_and_without_accents() -> None:
    factories.story(headline="Seizures in ports", body="<p>Containers were inspected.</p>")
    factories.story(language="es", headline="La corrupción en Bogotá", body="<p>Puertos inspeccionados.</p>")
    assert found("seizure") == found("PORT") == found("inspecting container") == {"Seizures in ports"}
    assert found("corrupcion bogota", "es") == found("puerto", "es") == {"La corrupción en Bogotá"}
    assert found("corrupcion") == set()  # the other language


def test_names_of_topics_with_their_aliases_countries_authors_and_tags_are_found() -> None:
    topic = factories.TopicFactory(name_en="Barrio 18", aliases=["18th Street"])
    country = factories.CountryFactory(name_en="Belize")
    author = factories.AuthorFactory(name="Inés Prieto")
    factories.story(
        headline="One",
        topics=(topic.pk,),
        countries=(country.pk,),
        bylines=((author.pk, "author"),),
        tags=("zebrafish",),
    )
    for question in ("Barrio 18", "18th Street", "belize", "ines prieto", "zebrafish"):
        assert found(question) == {"One"}, question


def test_drafts_and_unpublished_stories_are_never_found() -> None:
    factories.draft(headline="canary draft")
    live = factories.story(headline="something", body="<p>canary text</p>")
    factories.rewritten(live, headline="canary headline")
    assert found("canary") == {"something"}
    assert found("canary headline") == set()
    publishing.unpublish(live, by=factories.chief())
    assert found("canary") == set()


def test_a_renamed_topic_a_protected_author_and_a_deleted_tag_change_what_is_found() -> None:
    topic, author = factories.TopicFactory(name_en="Oldname"), factories.AuthorFactory(name="Rosa Luz")
    factories.story(headline="One", topics=(topic.pk,), bylines=((author.pk, "author"),), tags=("zebrafish",))
    topic.name_en = "Newname"
    topic.save()
    author.protected = True
    author.save()
    Tag.objects.get(name="zebrafish").delete()
    assert found("newname") == {"One"}
    assert found("oldname") == found("rosa luz") == found("zebrafish") == set()


@pytest.mark.parametrize(
    "question", ["", "   ", "\x00", "'", '"', "a & | ! ( ) : *", "-", "<script>", "%", "x" * 20_000, "日本"]
)
def test_no_question_is_an_error(client, question: str) -> None:
    factories.story()
    assert client.get("/search/", {"q": question}).status_code in (200, 400)
    list(search.find(question, language="es"))


def test_reindex_writes_the_same_documents_anew() -> None:
    factories.story(headline="One")
    stray = factories.story(headline="Two")
    before = list(SearchDocument.objects.order_by("pk").values())
    SearchDocument.objects.filter(headline="One").delete()
    SearchDocument.objects.filter(headline="Two").update(text="wrong")
    call_command("reindex", verbosity=0)
    assert list(SearchDocument.objects.order_by("pk").values()) == before
    Article.objects.filter(pk=stray.pk).update(state="withdrawn")
    call_command("reindex", verbosity=0)
    assert found("One") == {"One"}
    assert found("Two") == set()


def test_the_words_of_a_question_are_marked_where_they_stand_in_any_form() -> None:
    story = factories.story(
        headline="Seizures in two ports",
        body="<p>Nothing here.</p>" * 30 + "<p>Containers were inspected at a port.</p>",
    )
    (found,) = search.highlighted([story], "port inspecting", language="en").values()
    assert found.headline == "Seizures in two <mark>ports</mark>"
    assert "Containers were <mark>inspected</mark> at a <mark>port</mark> …" in found.passage


def test_accents_make_no_difference_to_what_is_marked() -> None:
    story = factories.story(language="es", headline="La corrupción en Bogotá", body="<p>En Bogotá.</p>")
    (found,) = search.highlighted([story], "corrupcion bogota", language="es").values()
    assert found.headline == "La <mark>corrupción</mark> en <mark>Bogotá</mark>"


def test_a_story_found_by_its_names_alone_shows_no_passage() -> None:
    country = factories.CountryFactory(name_en="Belize")
    story = factories.story(headline="One", countries=(country.pk,))
    assert search.highlighted([story], "belize", language="en")[story.pk].passage == ""


@pytest.mark.parametrize(
    "hostile", ["<script>alert(1)</script> port", "port <b>&amp;</b> \x02mark\x03", '"><img src=x> port']
)
def test_what_is_marked_is_text_and_never_markup(hostile: str) -> None:
    story = factories.story(headline=hostile, body=f"<p>{escape(hostile)}</p>")
    (found,) = search.highlighted([story], "port", language="en").values()
    for html in (found.headline, found.passage):
        assert set(re.findall(r"<[^>]*>", html)) == {"<mark>", "</mark>"}


def test_a_question_without_words_marks_nothing() -> None:
    story = factories.story()
    assert search.highlighted([story], "  ", language="en") == search.highlighted([], "port", language="en") == {}
