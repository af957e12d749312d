"""What the verbs promise: readers see the last published revision, and every deed is in the log."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DataError, Error, connection, transaction

from articles import connections, publishing, related, revising
from articles.models import Article, EditorialEvent, Revision, SearchDocument
from articles.publishing import Refused
from articles.related import preparing
from tests import factories

pytestmark = pytest.mark.django_db


def verbs(article: Article) -> list[str]:
    return list(EditorialEvent.objects.filter(article_id=article.pk).order_by("pk").values_list("verb", flat=True))


def test_a_new_story_is_at_the_desk_only() -> None:
    draft = factories.draft(headline="Nobody knows yet")
    assert draft.headline == ""
    assert draft.state == "unpublished"
    assert not Article.objects.published().exists()
    assert not SearchDocument.objects.exists()


def test_publishing_shows_the_words_and_relations_of_the_head_revision() -> None:
    topic, country, image = factories.TopicFactory(), factories.CountryFactory(), factories.ImageFactory()
    first, second = factories.AuthorFactory(), factories.AuthorFactory()
    pick = factories.story()
    article = factories.story(
        headline="A summit ends",
        topics=(topic.pk,),
        countries=(country.pk,),
        kicker_country=country.pk,
        lead_image=image.pk,
        bylines=((second.pk, "author"), (first.pk, "contributor")),
        tags=("summits", "security"),
        picks=(pick.pk,),
    )
    live = Article.objects.published().for_page().get(pk=article.pk)
    assert live.headline == "A summit ends"
    assert live.kicker == country
    assert [(byline.author, byline.role) for byline in live.bylines.all()] == [
        (second, "author"),
        (first, "contributor"),
    ]
    assert {tag.name for tag in live.tags.all()} == {"summits", "security"}
    assert live.lead_image == image
    assert [row.picked for row in live.picks.all()] == [pick]
    assert live.published_at == live.changed_at == factories.THEN


def test_a_tag_is_one_tag_however_its_letters_are_written() -> None:
    first = factories.story(tags=("Gold", "Ríos"))
    second = factories.story(tags=("gold", "RÍOS", "new"))
    assert {tag.name for tag in second.tags.all()} == {"Gold", "Ríos", "new"}
    second = factories.rewritten(second, tags=("gold",))
    publishing.publish(second, by=factories.chief())
    assert list(second.tags.values_list("pk")) == list(first.tags.filter(name="Gold").values_list("pk"))


def test_relations_that_change_are_written_and_no_others() -> None:
    topics = [factories.TopicFactory().pk for _number in range(3)]
    article = factories.story(
        topics=tuple(topics[:2]), tags=("kept",), bylines=((factories.AuthorFactory().pk, "author"),)
    )
    kept = list(article.tagged.values_list("pk")), list(article.bylines.values_list("pk"))
    article = factories.rewritten(article, topics=tuple(topics[1:]))
    publishing.publish(article, by=factories.chief())
    assert set(article.topics.values_list("pk", flat=True)) == set(topics[1:])
    assert (list(article.tagged.values_list("pk")), list(article.bylines.values_list("pk"))) == kept


def test_a_live_story_can_be_edited_without_a_reader_seeing_a_comma() -> None:
    article = factories.story(headline="First words", tags=("first",))
    before = Article.objects.values().get(pk=article.pk)
    article = factories.rewritten(article, headline="Second words", tags=("second",), slug="another")
    assert Article.objects.values().get(pk=article.pk) == before
    assert {tag.name for tag in article.tags.all()} == {"first"}
    assert article.draft.is_ahead
    publishing.publish(article, by=factories.chief())
    article = Article.objects.get(pk=article.pk)
    assert (article.headline, article.slug) == ("Second words", "another")
    assert {tag.name for tag in article.tags.all()} == {"second"}
    assert not article.draft.is_ahead


def test_publishing_again_keeps_the_first_date() -> None:
    article = factories.story()
    article = factories.rewritten(article, dek="Better said.")
    article = publishing.publish(article, by=factories.chief())
    assert article.published_at == factories.THEN
    assert article.changed_at > factories.THEN


def test_publishing_what_readers_see_already_is_refused() -> None:
    article = factories.story()
    with pytest.raises(Refused):
        publishing.publish(article, by=factories.chief())


@pytest.mark.parametrize("field", ["headline", "slug", "section", "body", "bylines"])
def test_a_story_without_a_needed_part_is_refused_and_the_field_is_named(field: str) -> None:
    empty = {"section": None, "bylines": ()}
    draft = factories.draft(**{field: empty.get(field, "")})
    with pytest.raises(Refused) as refusal:
        publishing.publish(draft, by=factories.chief())
    assert [problem.field for problem in refusal.value.problems] == [field]
    assert Article.objects.get(pk=draft.pk).state == "unpublished"


def test_two_kickers_are_refused() -> None:
    draft = factories.draft(kicker_topic=factories.TopicFactory().pk, kicker_country=factories.CountryFactory().pk)
    with pytest.raises(Refused):
        publishing.publish(draft, by=factories.chief())


def test_a_draft_that_names_a_deleted_picture_is_refused_by_name() -> None:
    image = factories.ImageFactory()
    draft = factories.draft(lead_image=image.pk)
    image.delete()
    with pytest.raises(Refused) as refusal:
        publishing.publish(draft, by=factories.chief())
    assert refusal.value.problems[0].field == "lead_image"


def test_a_reserved_slug_is_refused() -> None:
    with pytest.raises(Refused):
        publishing.publish(factories.draft(slug="related"), by=factories.chief())


def test_an_unpublished_story_can_come_back() -> None:
    article = factories.story()
    publishing.unpublish(article, by=factories.chief(), reason="A doubt")
    assert not Article.objects.published().exists()
    assert not SearchDocument.objects.exists()
    publishing.publish(article, by=factories.chief())
    assert Article.objects.published().get() == article
    assert SearchDocument.objects.exists()


def test_only_a_live_story_can_be_unpublished() -> None:
    with pytest.raises(Refused):
        publishing.unpublish(factories.draft(), by=factories.chief())


def test_every_verb_is_in_the_log_with_who_and_when() -> None:
    article = factories.story()
    chief = factories.chief()
    article = factories.rewritten(article, headline="Changed")
    first = Revision.objects.get(article=article, number=1)
    revising.revert(article, to=first, by=chief, version=article.draft.version)
    publishing.publish(article, by=chief)
    publishing.unpublish(article, by=chief, reason="A doubt")
    assert verbs(article) == ["start", "publish", "save", "revert", "publish", "unpublish"]
    last = EditorialEvent.objects.latest("pk")
    assert (last.actor_name, last.details) == ("chief", {"reason": "A doubt"})


def test_the_log_can_be_neither_changed_nor_shortened() -> None:
    factories.story()
    for deed in (lambda: EditorialEvent.objects.update(verb="x"), lambda: EditorialEvent.objects.all().delete()):
        with pytest.raises(Error, match="append_only"), transaction.atomic():
            deed()


def test_a_revision_can_not_be_rewritten() -> None:
    factories.story()
    with pytest.raises(Error, match="revisions_never_change"), transaction.atomic():
        Revision.objects.update(number=9)


@pytest.mark.parametrize(
    ("role", "may"),
    [("Reporter", False), ("Audience", False), ("Editor", True), ("Publisher", True)],
)
def test_publishing_takes_an_editor(roles: None, role: str, may: bool) -> None:
    person = factories.UserFactory(role=role)
    draft, live = factories.draft(), factories.story()
    for verb, article in ((publishing.publish, draft), (publishing.unpublish, live)):
        if may:
            verb(article, by=person)
        else:
            with pytest.raises(PermissionDenied):
                verb(article, by=person)


def test_a_reporter_saves_and_an_audience_editor_does_not(roles: None) -> None:
    draft = factories.draft()
    changed = revising.head_snapshot(draft).changed(headline="Changed")
    with pytest.raises(PermissionDenied):
        revising.save(draft, changed, by=factories.UserFactory(role="Audience"), version=1)
    revising.save(draft, changed, by=factories.UserFactory(role="Reporter"), version=1)
    assert draft.draft.headline == "Changed"


def test_a_live_story_can_not_be_half_there() -> None:
    article = factories.story()
    for wrong in ({"headline": ""}, {"section": None}, {"path": None}, {"published_at": None}):
        with pytest.raises(Error, match="a_live_story_is_whole"), transaction.atomic():
            Article.objects.filter(pk=article.pk).update(**wrong)


def test_a_story_has_one_version_in_each_language() -> None:
    key = "7b9e1d5c-51f8-4d55-8f0e-1d0a3f2a9a11"
    factories.story(translation_key=key, slug="one")
    factories.story(language="es", translation_key=key, slug="uno")
    with pytest.raises(Refused) as refusal:
        factories.story(translation_key=key, slug="two")
    assert refusal.value.problems[0].field == "translation_of"


def test_publishing_takes_a_bounded_number_of_statements(django_assert_max_num_queries, monkeypatch) -> None:
    chief, pick = factories.chief(), factories.story()
    chief.get_all_permissions()
    filed = {
        "topics": (factories.TopicFactory().pk, factories.TopicFactory().pk),
        "countries": (factories.CountryFactory().pk,),
        "bylines": ((factories.AuthorFactory().pk, "author"), (factories.AuthorFactory().pk, "contributor")),
        "tags": ("summits", "security"),
    }
    # Tags, topics and authors that readers know already: new ones are rarer than stories.
    factories.story(**filed)
    article = factories.draft(**filed, lead_image=factories.ImageFactory().pk, picks=(pick.pk,))
    with django_assert_max_num_queries(6):  # before the transaction
        prepared = [related.prepare(article.pk, None, at=factories.THEN)]
    monkeypatch.setattr(related, "prepare", lambda *_of, **_at: prepared[0])
    with django_assert_max_num_queries(24):
        publishing.publish(article, by=chief)
    changed = factories.rewritten(article, headline="Changed")
    prepared[0] = preparing.prepare(article.pk, None)
    with django_assert_max_num_queries(21):
        publishing.publish(changed, by=chief)
    assert connection.in_atomic_block


def test_relations_are_written_in_one_statement_and_only_where_they_differ(django_assert_num_queries) -> None:
    topics = [factories.TopicFactory().pk for _time in range(3)]
    country, author = factories.CountryFactory().pk, factories.AuthorFactory().pk
    article = factories.draft()
    wanted: dict = {
        "countries": [country],
        "topics": topics[:2],
        "tags": [],
        "bylines": [(author, "author")],
        "picks": [],
    }
    with django_assert_num_queries(2):
        connections.write(article, **wanted)
    kept = dict(article.topics.through.objects.filter(article=article).values_list("topic", "pk"))
    with django_assert_num_queries(1):
        connections.write(article, **wanted)
    connections.write(article, **wanted | {"topics": topics[1:]})
    after = dict(article.topics.through.objects.filter(article=article).values_list("topic", "pk"))
    assert set(after) == set(topics[1:])
    assert after[topics[1]] == kept[topics[1]]


def test_a_role_that_is_too_long_is_refused_and_not_cut_short() -> None:
    author = factories.AuthorFactory().pk
    with pytest.raises(DataError):
        connections.write(
            factories.draft(), countries=(), topics=(), tags=(), bylines=[(author, "contributor" * 9)], picks=()
        )
