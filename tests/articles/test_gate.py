"""The gate: what blocks a publication, what only warns, and which field each is told at."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from articles import gate, noting, protecting, publishing, reviewing, revising
from articles.models import Address, Article, Image
from articles.workflow import Refused
from tests import factories
from tests.factories import THEN

pytestmark = pytest.mark.django_db

Words = dict[str, Any]


def image(**values: Any) -> int:
    return factories.ImageFactory(**values).pk


def shown_in_text(**values: Any) -> Words:
    return {"body": f'<p>Look.</p><figure data-image="{image(**values)}"></figure>'}


def deleted_country() -> Words:
    country = factories.CountryFactory()
    words = {"countries": (country.pk,)}
    country.delete()
    return words


def two_kickers() -> Words:
    return {"kicker_topic": factories.TopicFactory().pk, "kicker_country": factories.CountryFactory().pk}


#: Each check: the words that it finds fault with, the field it is told at, and whether it blocks.
FAULTS: dict[str, tuple[Callable[[], Words], str, bool]] = {
    "headline": (lambda: {"headline": " \n "}, "headline", True),
    "slug": (lambda: {"slug": ""}, "slug", True),
    "section": (lambda: {"section": None}, "section", True),
    "body": (lambda: {"body": "<p> </p>"}, "body", True),
    "bylines": (lambda: {"bylines": ()}, "bylines", True),
    "one kicker": (two_kickers, "kicker_topic", True),
    "deleted": (deleted_country, "countries", True),
    "lost pictures": (lambda: {"body": '<p>Look.</p><figure data-image="987654"></figure>'}, "body", False),
    "alternative text": (lambda: {"lead_image": image(alt_en="", alt_es="")}, "lead_image", True),
    "credit": (lambda: shown_in_text(credit=" "), "body", True),
    "cleared": (lambda: {"lead_image": image(cleared=False)}, "lead_image", True),
    "translation": (lambda: {"translation_required": True}, "translation_of", True),
    "embargo": (lambda: {"embargo_until": (THEN + timedelta(hours=1)).isoformat()}, "embargo_until", True),
    "dek": (lambda: {"dek": ""}, "dek", False),
    "kicker": (lambda: {"kicker_topic": None}, "kicker_topic", False),
    "links": (lambda: {"body": '<p><a href="/news/nowhere/">There</a></p>'}, "body", False),
    "translated alternative text": (lambda: {"lead_image": image(alt_en="")}, "lead_image", False),
}


def whole(**values: Any) -> Article:
    """A draft that the gate finds no fault with, but for `values`."""
    return factories.draft(**({"kicker_topic": factories.TopicFactory().pk} | values))


def found(article: Article) -> list[tuple[str, str, bool]]:
    findings = gate.inspect(article, revising.head_snapshot(article), at=THEN)
    return [(finding.check, finding.field, finding.blocks) for finding in findings]


def test_every_check_of_the_table_has_a_fault_to_find() -> None:
    assert {check.name for check in gate.CHECKS} == {*FAULTS, "notes"}


def test_a_whole_story_passes_without_a_word() -> None:
    assert found(whole(lead_image=image())) == []


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_found_at_its_field_and_blocks_or_warns(name: str) -> None:
    words, field, blocks = FAULTS[name]
    article = whole(**words())
    assert found(article) == [(name, field, blocks)]
    if not blocks:
        assert publishing.publish(article, by=factories.chief(), at=THEN).state == "live"
        return
    for deed in (publishing.publish, _scheduled):
        with pytest.raises(Refused) as refusal:
            deed(article, by=factories.chief(), at=THEN)
        assert [problem.field for problem in refusal.value.problems] == [field]
    assert not Article.objects.published().exists()


def _scheduled(article: Article, *, by: Any, at: Any) -> Any:
    return reviewing.schedule(article, due_at=at + timedelta(minutes=1), by=by, at=at)


def test_open_notes_block_until_they_are_resolved() -> None:
    article, chief = whole(), factories.chief()
    note = noting.write(article, text="Says who?", by=chief)
    noting.answer(note, text="The minister.", by=chief)
    assert found(article) == [("notes", "notes", True)]
    with pytest.raises(Refused, match="notes are open: 1"):
        publishing.publish(article, by=chief)
    noting.resolve(note, by=chief)
    publishing.publish(article, by=chief)


def test_all_faults_are_told_at_once() -> None:
    article = factories.draft(headline="", slug="", bylines=(), body="", lead_image=image(credit="", cleared=False))
    with pytest.raises(Refused) as refusal:
        publishing.publish(article, by=factories.chief())
    fields = [problem.field for problem in refusal.value.problems]
    assert fields == ["headline", "slug", "body", "bylines", "lead_image", "lead_image"]


@pytest.mark.parametrize("slug", ["related", "feed", "two words", "á", "x/y", "?"])
def test_a_slug_that_makes_no_address_is_refused(slug: str) -> None:
    assert found(whole(slug=slug)) == [("slug", "slug", True)]


def test_a_required_translation_is_waited_for_until_it_is_ready() -> None:
    chief = factories.chief()
    source = whole(translation_required=True)
    key = revising.head_snapshot(source).translation_key
    twin = factories.draft(language="es", translation_key=key)
    assert found(source) == [("translation", "translation_of", True)]
    reviewing.approve(twin, by=chief)
    assert found(source) == []
    publishing.withdraw(publishing.publish(twin, by=chief), by=chief)
    assert found(source) == [("translation", "translation_of", True)]
    publishing.reinstate(twin, by=chief)
    assert found(source) == []


def test_two_translations_that_wait_for_each_other_appear_at_one_hour() -> None:
    chief = factories.chief()
    source = whole(translation_required=True)
    words = revising.head_snapshot(source)
    twin = factories.draft(language="es", translation_required=True, translation_key=words.translation_key)
    for article in (source, twin):
        reviewing.approve(article, by=chief)
    for article in (source, twin):
        reviewing.schedule(article, due_at=THEN + timedelta(hours=1), by=chief, at=THEN)
    publishing.publish_due(at=THEN + timedelta(hours=1))
    assert Article.objects.published().count() == 2


def test_an_embargo_ends_by_itself() -> None:
    end = THEN + timedelta(hours=1)
    article = whole(embargo_until=end.isoformat())
    with pytest.raises(Refused, match="Under embargo until"):
        reviewing.schedule(article, due_at=end - timedelta(seconds=1), by=factories.chief(), at=THEN)
    reviewing.schedule(article, due_at=end, by=factories.chief(), at=THEN)
    with pytest.raises(Refused, match="Under embargo until"):
        publishing.publish(article, by=factories.chief(), at=end - timedelta(seconds=1))
    assert [outcome.failure for outcome in publishing.publish_due(at=end)] == [""]


def test_a_moment_without_a_zone_is_no_embargo() -> None:
    with pytest.raises(ValueError, match="time zone"):
        factories.draft(embargo_until="2024-05-06T12:00:00")


def test_links_are_looked_up_as_readers_would_follow_them(settings: Any) -> None:
    live = factories.story(slug="here")
    gone = publishing.unpublish(factories.story(slug="gone"), by=factories.chief())
    author, page = factories.AuthorFactory(slug="known"), factories.PageFactory(published=False, slug="later")
    hidden = factories.AuthorFactory(slug="hidden")
    protecting.protect(hidden, by=factories.chief())
    factories.rewritten(live, slug="moved")
    publishing.publish(live, by=factories.chief())
    former = Address.objects.get(article=live, current=False).path
    good = [former, f"{former}related/", f"{settings.SITE_URL}{former}#part", "/", "/es/", "/about/", "/media/a.pdf"]
    good += [author.path_in("en"), "https://elsewhere.example/news/", "#note", "mailto:desk@gazette.example"]
    bad = [gone.path, hidden.path_in("en"), page.path_in("en"), f"{settings.SITE_URL}/news/nowhere/", "/nowhere/?a=b"]
    body = "".join(f'<p><a href="{href}">There</a></p>' for href in (*good, *bad))
    assert gate.broken_links(body) == bad


def test_looking_takes_a_bounded_number_of_queries(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    pictures = "".join(f'<figure data-image="{image()}"></figure>' for _ in range(5))
    links = "".join(f'<p><a href="/news/{n}/">There</a></p>' for n in range(20))
    article = whole(body=pictures + links, lead_image=image(), countries=(factories.CountryFactory().pk,))
    snapshot = revising.head_snapshot(article)
    with django_assert_max_num_queries(9):
        gate.inspect(article, snapshot, at=THEN)


def test_an_unsaved_story_can_be_looked_at() -> None:
    snapshot = factories.snapshot(lead_image=image(cleared=False))
    findings = gate.inspect(Article(language="en"), snapshot, at=THEN)
    assert [finding.check for finding in findings if finding.blocks] == ["cleared"]
    assert Image.objects.exists()
