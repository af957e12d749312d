"""The counterpart in the other language: started from the source, linked with it, and told when it lags behind."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from articles import publishing, revising, translating
from articles.models import Article, Draft, EditorialEvent
from articles.workflow import Refused
from tests import factories

pytestmark = pytest.mark.django_db


def saved(article: Article, **words: Any) -> Article:
    return factories.rewritten(article, **words)


def stale(article: Article) -> bool:
    return translating.is_stale(Draft.objects.get(article=article))


def test_structure_and_relations_are_copied_and_the_pair_is_linked() -> None:
    topic, country, image = factories.TopicFactory(), factories.CountryFactory(), factories.ImageFactory()
    source = factories.story(
        headline="The summit ends",
        topics=(topic.pk,),
        countries=(country.pk,),
        kicker_topic=topic.pk,
        lead_image=image.pk,
        tags=("summits",),
        picks=(factories.story().pk,),
    )
    twin = translating.start(source, by=factories.chief())
    words, copied = revising.head_snapshot(source), revising.head_snapshot(twin)
    assert (twin.language, twin.state) == ("es", "unpublished")
    assert str(twin.translation_key) == str(source.translation_key)
    assert copied == words.changed(slug="", picks=())
    assert translating.counterpart(source, words) == twin
    assert Draft.objects.get(article=twin).based_on == source.published_revision
    line = EditorialEvent.objects.get(verb="translate")
    assert (line.article_id, line.details) == (source.pk, {"into": "es", "story": twin.pk})


def test_corrections_of_the_source_are_not_those_of_the_translation() -> None:
    source = factories.draft(corrections=(revising.ProposedCorrection("", "update", "In English."),))
    twin = translating.start(source, by=factories.chief())
    assert revising.head_snapshot(twin).corrections == ()


def test_a_spanish_story_is_translated_into_english() -> None:
    assert translating.start(factories.draft(language="es"), by=factories.chief()).language == "en"


def test_there_is_one_counterpart() -> None:
    source = factories.draft()
    translating.start(source, by=factories.chief())
    with pytest.raises(Refused, match="other language already"):
        translating.start(source, by=factories.chief())
    assert Article.objects.count() == 2


def test_a_twin_is_stale_once_readers_see_newer_words_of_its_source() -> None:
    chief = factories.chief()
    source = factories.story()
    twin = translating.start(source, by=chief)
    assert not stale(twin)
    saved(source, dek="Not published yet.")
    assert not stale(twin)
    publishing.publish(source, by=chief)
    assert stale(twin)
    assert [draft.article for draft in translating.stale()] == [twin]
    assert not stale(source)
    newest = translating.follow(twin, by=chief)
    assert newest == Article.objects.get(pk=source.pk).published_revision
    assert not stale(twin)
    assert EditorialEvent.objects.get(verb="follow").details == {"source": source.pk, "revision": newest.number}


def test_following_never_goes_back_to_older_words() -> None:
    chief = factories.chief()
    source = saved(factories.story(), dek="Ahead of what readers see.")
    twin = translating.start(source, by=chief)
    assert translating.follow(twin, by=chief) == source.draft.head
    assert Draft.objects.get(article=twin).based_on == source.draft.head
    publishing.publish(source, by=chief)
    assert not stale(twin)


def test_following_twice_is_told_once() -> None:
    source = factories.story()
    twin = translating.start(source, by=factories.chief())
    publishing.publish(saved(source, dek="New."), by=factories.chief())
    for _ in range(2):
        translating.follow(twin, by=factories.chief())
    assert EditorialEvent.objects.filter(verb="follow").count() == 1


def test_a_story_that_was_made_from_no_other_has_nothing_to_follow() -> None:
    with pytest.raises(Refused, match="not made from another"):
        translating.follow(factories.story(), by=factories.chief())


def test_translating_takes_the_right_to_write(roles: None) -> None:
    source = factories.story()
    with pytest.raises(PermissionDenied):
        translating.start(source, by=factories.UserFactory(role="Audience"))
    twin = translating.start(source, by=factories.UserFactory(role="Reporter"))
    with pytest.raises(PermissionDenied):
        translating.follow(twin, by=factories.UserFactory(role="Audience"))


def test_the_revision_that_a_twin_was_made_from_is_never_pruned() -> None:
    chief = factories.chief()
    source = factories.draft()
    words = revising.head_snapshot(source)
    made_from = revising.autosave(source, words.changed(headline="Made from"), by=chief, version=1)
    twin = translating.start(Article.objects.get(pk=source.pk), by=chief)
    for number in range(2, 2 * revising.AUTOSAVES):
        revising.autosave(source, words.changed(headline=f"Take {number}"), by=chief, version=number)
    assert Draft.objects.get(article=twin).based_on == made_from
