"""The desk's lists and forms of everything but stories and pictures."""

from typing import Any

import pytest
from django.apps import apps
from django.contrib import admin
from django.db.models import ForeignKey, ManyToManyField, ManyToManyRel, ManyToOneRel, Model
from django.test import Client, RequestFactory

from articles import publishing, revising, uses
from articles.models import (
    TARGETS,
    Announcement,
    Article,
    Author,
    Country,
    EditorialEvent,
    Image,
    Masthead,
    Page,
    Section,
    Tag,
    Topic,
)
from articles.snapshots import Snapshot
from tests import factories

pytestmark = pytest.mark.django_db

VOCABULARIES = {
    Section: factories.SectionFactory,
    Country: factories.CountryFactory,
    Topic: factories.TopicFactory,
    Author: factories.AuthorFactory,
    Tag: lambda **values: Tag.objects.get_or_create(name=f"tag {Tag.objects.count()}")[0],
}

#: How a story refers to a row of each vocabulary, by the name of the way.
REFERENCES = [
    (Section, lambda row: {"section": row.pk}),
    (Country, lambda row: {"countries": (row.pk,)}),
    (Country, lambda row: {"countries": (row.pk,), "kicker_country": row.pk}),
    (Topic, lambda row: {"topics": (row.pk,)}),
    (Topic, lambda row: {"topics": (row.pk,), "kicker_topic": row.pk}),
    (Author, lambda row: {"bylines": ((row.pk, "translator"),)}),
    (Tag, lambda row: {"tags": ("another", row.name)}),
]
NAMES = [f"{model.__name__.lower()}-{place}" for place, (model, _refer) in enumerate(REFERENCES)]


@pytest.fixture
def publisher(roles: None) -> Client:
    client = Client()
    client.force_login(factories.UserFactory(role="Publisher"))
    return client


def at(row: Model, page: str) -> str:
    return f"/admin/articles/{row._meta.model_name}/{row.pk}/{page}/"


def exists(row: Model) -> bool:
    return type(row)._default_manager.filter(pk=row.pk).exists()


# Where a row is used


@pytest.mark.parametrize(("model", "refer"), REFERENCES, ids=NAMES)
@pytest.mark.parametrize("standing", ["live", "draft", "newer draft", "unpublished"])
def test_what_a_story_uses_is_kept_and_the_story_is_named(
    publisher: Client, model: type[Model], refer: Any, standing: str
) -> None:
    before = factories.story()
    row, free = VOCABULARIES[model](), VOCABULARIES[model]()
    if standing == "draft":
        story = factories.draft(**refer(row))
    elif standing == "newer draft":
        story = factories.rewritten(before, **refer(row))
    else:
        story = factories.story(**refer(row))
        if standing == "unpublished":
            publishing.unpublish(story, by=factories.chief())
    assert {use.row for use in uses.of(row)} == {story}
    assert all(use.in_draft is (standing in ("draft", "newer draft")) for use in uses.of(row))
    assert list(uses.stories(row)) == [story]
    page = publisher.post(at(row, "delete"), {"post": "yes"}).content.decode()
    assert "is in use" in page
    assert at(story, "change") in page
    assert exists(row)
    assert publisher.post(at(free, "delete"), {"post": "yes"}).status_code == 302
    assert not exists(free)


def test_a_revision_that_is_approved_keeps_what_it_uses(publisher: Client) -> None:
    topic = factories.TopicFactory()
    story = factories.draft(topics=(topic.pk,))
    story.draft.approved_revision = story.draft.head
    story.draft.save()
    factories.rewritten(story, topics=())
    assert [use.row for use in uses.of(topic)] == [story]


def test_what_readers_see_counts_when_the_draft_has_moved_on() -> None:
    topic, country = factories.TopicFactory(), factories.CountryFactory()
    story = factories.story(topics=(topic.pk,), countries=(country.pk,))
    story = factories.rewritten(story, topics=())
    assert [(use.row, use.in_draft) for use in uses.of(topic)] == [(story, False)]
    publishing.publish(story, by=factories.chief())
    assert uses.of(topic) == []
    assert [use.row for use in uses.of(country)] == [story]


def test_a_tag_is_found_under_its_new_name_and_however_a_draft_writes_it() -> None:
    story = factories.story(tags=("Gold",))
    tag = story.tags.get()
    tag.name = "Silver"
    tag.save()
    draft = factories.draft(tags=("SILVER",))
    assert {(use.row, use.in_draft) for use in uses.of(tag)} == {(story, False), (draft, True)}


def test_a_story_that_uses_a_row_in_two_ways_is_named_once(publisher: Client) -> None:
    topic = factories.TopicFactory()
    story = factories.story(topics=(topic.pk,), kicker_topic=topic.pk)
    page = publisher.get(at(topic, "delete")).content.decode()
    assert page.count(at(story, "change")) == 1
    assert "filed under it, kicker (live)" in page


def test_a_section_with_sections_in_it_is_kept(publisher: Client) -> None:
    section = factories.SectionFactory()
    child = factories.SectionFactory(parent=section)
    assert at(child, "change") in publisher.post(at(section, "delete"), {"post": "yes"}).content.decode()
    assert exists(section)


def test_the_action_on_many_rows_deletes_all_or_none(publisher: Client) -> None:
    used, free = factories.TopicFactory(), factories.TopicFactory()
    story = factories.story(topics=(used.pk,))
    chosen = {"action": "delete_selected", "_selected_action": [used.pk, free.pk], "post": "yes"}
    page = publisher.post("/admin/articles/topic/", chosen).content.decode()
    assert at(story, "change") in page
    assert Topic.objects.count() == 2
    publisher.post("/admin/articles/topic/", chosen | {"_selected_action": [free.pk]})
    assert list(Topic.objects.all()) == [used]


def test_every_relation_of_a_row_counts_as_use() -> None:
    """A new relation to a picture or a vocabulary needs its line in `uses`, or deleting forgets it."""
    known = {
        "article", "articlecountry", "articletopic", "byline", "articletag", "draft", "author", "section", "address",
    }  # fmt: skip
    # A story has parts that go with it, and three relations that come from elsewhere: each is asked for.
    parts = {
        "articletag", "byline", "articlecountry", "articletopic", "relatedpick", "correction", "draft", "revision",
        "address", "searchdocument", "searchposting",
        "searchword", "searchtally", "filing", "editornote", "presence", "previewlink", "homeslot", "message", "vote",
        "relatedban", "relatedlink",
    }  # fmt: skip
    story = {field.related_model._meta.model_name for field in Article._meta.get_fields() if field.one_to_many}
    assert story <= parts
    for model in set(uses.WAYS) - {Article}:
        relations = [field for field in model._meta.get_fields() if isinstance(field, ManyToOneRel | ManyToManyRel)]
        assert {field.related_model._meta.model_name for field in relations} <= known, model
    assert set(TARGETS) - {"article", "page", "announcement"} <= {model._meta.model_name for model in uses.WAYS}


def test_every_key_in_a_snapshot_is_looked_for() -> None:
    """What a revision can refer to: each part of it is found by one of the ways."""
    parts = {
        "section",
        "lead_image",
        "kicker_topic",
        "kicker_country",
        "bylines",
        "countries",
        "topics",
        "tags",
        "body",
        "picks",
    }
    looked_for = {way.part for ways in uses.WAYS.values() for way in ways}
    assert looked_for == parts == set(uses.PARTS)
    assert parts <= set(Snapshot().as_json())


# Forged keys


@pytest.mark.parametrize("key", ["abc", "", "9" * 30, "²"])
@pytest.mark.parametrize("model", ["topic", "image", "page"])
def test_an_action_on_what_can_not_be_a_row_is_refused(publisher: Client, model: str, key: str) -> None:
    forged = {"action": "delete_selected", "_selected_action": [key]}
    assert publisher.post(f"/admin/articles/{model}/", forged).status_code == 400


@pytest.mark.parametrize(
    ("address", "field"), [("author", "photo"), ("homeslot", "story"), ("correction", "article"), ("section", "parent")]
)
@pytest.mark.parametrize("key", ["abc", "9" * 30])
def test_a_choice_that_can_not_be_a_row_is_an_error_of_the_form(
    publisher: Client, address: str, field: str, key: str
) -> None:
    answer = publisher.post(f"/admin/articles/{address}/add/", {field: key})
    assert answer.status_code == 200
    assert field in answer.context["adminform"].form.errors


# Lists


@pytest.mark.parametrize(("model", "refer"), REFERENCES, ids=NAMES)
def test_lists_count_the_live_stories_of_each_row(publisher: Client, model: type[Model], refer: Any) -> None:
    row = VOCABULARIES[model]()
    for _ in range(2):
        factories.story(**refer(row))
    publishing.unpublish(factories.story(**refer(row)), by=factories.chief())
    rows = publisher.get(f"/admin/articles/{model._meta.model_name}/").context["cl"].result_list
    assert {found.pk: found.live_stories for found in rows}[row.pk] == 2


def test_a_main_section_counts_the_stories_of_its_sections(publisher: Client) -> None:
    section = factories.SectionFactory()
    factories.story(section=factories.SectionFactory(parent=section).pk)
    rows = publisher.get("/admin/articles/section/").context["cl"].result_list
    assert {row.live_stories for row in rows} == {1}


@pytest.mark.parametrize("rows", [1, 60])
@pytest.mark.parametrize("name", ["section", "country", "topic", "author", "tag", "page", "announcement", "log"])
def test_a_list_takes_at_most_twelve_queries(
    publisher: Client, name: str, rows: int, django_assert_max_num_queries: Any
) -> None:
    made = {
        **{model._meta.model_name: make for model, make in VOCABULARIES.items()},
        "page": factories.PageFactory,
        "announcement": factories.AnnouncementFactory,
        "log": lambda: EditorialEvent.objects.record(
            "publish", article=factories.Article(pk=1), by=factories.chief(), at=factories.THEN, headline="A"
        ),
    }
    for _ in range(rows):
        made[name]()
    with django_assert_max_num_queries(12):
        page = publisher.get(f"/admin/articles/{'editorialevent' if name == 'log' else name}/")
    assert len(page.context["cl"].result_list) >= min(rows, 50)


@pytest.mark.parametrize("model", [Section, Country, Topic, Author, Tag, Image, Page, Announcement, EditorialEvent])
def test_lists_can_be_searched(publisher: Client, model: type[Model]) -> None:
    assert admin.site.get_model_admin(model).search_fields
    assert publisher.get(f"/admin/articles/{model._meta.model_name}/?q=harbour").status_code == 200


def test_texts_that_wait_for_their_translation_can_be_found(publisher: Client) -> None:
    waiting = factories.TopicFactory(profile_en="Words")
    done = factories.TopicFactory(profile_en="Words", profile_es="Palabras")
    found = publisher.get("/admin/articles/topic/?missing=es").context["cl"].queryset
    assert waiting in found
    assert done not in found


def test_the_log_speaks_in_words_and_can_be_filtered(publisher: Client) -> None:
    story = factories.story(headline="A summit ends")
    page = publisher.get("/admin/articles/editorialevent/?verb=publish")
    assert len(page.context["cl"].result_list) == 1
    assert at(story, "change") in page.content.decode()
    assert "started the story" in page.content.decode()  # among the filters


# Forms


@pytest.mark.parametrize("model", [Section, Country, Topic, Author, Tag, Image, Masthead, Page, Announcement])
def test_every_field_is_on_its_form_and_both_languages_stand_side_by_side(roles: None, model: type[Model]) -> None:
    request = RequestFactory().get("/admin/")
    request.user = factories.chief()
    desk = admin.site.get_model_admin(model)
    rows = [row for _title, part in desk.get_fieldsets(request, model(pk=1)) for row in part["fields"]]
    shown = {name for row in rows for name in ((row,) if isinstance(row, str) else row)}
    translated = set(getattr(getattr(desk, "trans_opts", None), "all_fields", ()))
    columns = {
        field.name
        for field in (*model._meta.concrete_fields, *model._meta.many_to_many)
        if field.editable and not field.primary_key
    }
    assert columns - translated - shown - {"file"} == set()
    for name in translated:
        assert (f"{name}_en", f"{name}_es") in rows


def test_the_form_of_a_country_says_which_box_is_in_which_language(publisher: Client) -> None:
    page = publisher.get(at(factories.CountryFactory(), "change")).content.decode()
    assert "Name · English" in page
    assert "Name · Español" in page
    assert 'lang="es"' in page
    assert "A new one redirects the old one." in page


def test_a_country_is_named_by_its_code(publisher: Client) -> None:
    publisher.post("/admin/articles/country/add/", {"code": "mx"})
    country = Country.objects.get()
    assert (country.code, country.name_en, country.name_es) == ("MX", "Mexico", "México")
    assert (country.slug_en, country.slug_es) == ("mexico", "mexico")


def test_a_name_that_was_typed_stays(publisher: Client) -> None:
    publisher.post("/admin/articles/country/add/", {"code": "US", "name_en": "The United States", "slug_es": "eeuu"})
    country = Country.objects.get()
    assert (country.name_en, country.slug_en) == ("The United States", "the-united-states")
    assert (country.name_es, country.slug_es) == ("Estados Unidos", "eeuu")


@pytest.mark.parametrize("code", ["ZZ", "QQ", "1A", "M", "MEX", ""])
def test_a_code_of_no_country_is_refused(publisher: Client, code: str) -> None:
    answer = publisher.post("/admin/articles/country/add/", {"code": code})
    assert answer.status_code == 200
    assert answer.context["errors"]
    assert not Country.objects.exists()


def test_an_existing_country_keeps_its_names(publisher: Client) -> None:
    country = factories.CountryFactory(code="MX")
    data = {"code": "MX", "name_en": "", "name_es": "México", "slug_en": "m", "slug_es": "m"}
    assert publisher.post(at(country, "change"), data).status_code == 200
    assert Country.objects.get().name_en == country.name_en


def test_relations_of_vocabularies_are_found_by_typing() -> None:
    for model in apps.get_app_config("articles").get_models():
        desk = admin.site._registry.get(model)
        if desk is None or model.__name__ == "Article":
            continue
        relations = {
            field.name
            for field in (*model._meta.fields, *model._meta.many_to_many)
            if isinstance(field, ForeignKey | ManyToManyField) and field.editable
        }
        assert relations <= {*desk.autocomplete_fields, *desk.readonly_fields}, model


def test_a_draft_keeps_working_when_its_tag_is_renamed(publisher: Client) -> None:
    tag = Tag.objects.create(name="old words")
    story = factories.draft(tags=("old words",))
    publisher.post(at(tag, "change"), {"name": "new words", "slug": "new-words"})
    assert revising.head_snapshot(story).tags == ("old words",)
