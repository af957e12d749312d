"""Corrections: on the story, on their own page, and at the desk."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from articles import correcting, publishing, reviewing, revising
from articles.models import Article, Correction, Edition, EditorialEvent
from articles.snapshots import ProposedCorrection
from tests import factories
from tests.factories import THEN
from tests.site.edition import found, parsed, read, text_of

EN, ES = "/news/briefs/the-summit-ends/", "/es/noticias/breves/termina-la-cumbre/"
LATER = THEN + timedelta(days=3)


def _corrected(article: Article, text: str = "It was held in Lima, not in Quito.", **values: Any) -> Correction:
    told: dict[str, Any] = {"kind": "correction", "by": factories.chief(), "at": LATER}
    return correcting.correct(article, text=text, **(told | values))


def test_a_correction_stands_on_its_story_and_on_the_page_of_corrections(
    edition: dict[str, Any], reader: Client
) -> None:
    _corrected(edition["stories"]["en"])
    on_story = found(parsed(reader.get(EN)), "section", class_="corrections")[0]
    assert text_of(found(on_story, "div", class_="correction")[0]) == (
        "Correction May 9, 2024 It was held in Lima, not in Quito."
    )
    (entry,) = found(found(parsed(reader.get("/corrections/")), "ol", class_="corrected")[0], "li")
    assert "It was held in Lima, not in Quito." in text_of(entry)
    assert next(next(entry.iter("h2")).iter("a")).get("href") == EN
    assert "not in Quito" not in read(reader, "/es/correcciones/")
    assert "not in Quito" not in read(reader, ES)


def test_a_correction_moves_the_date_of_the_story_and_is_logged(edition: dict[str, Any], reader: Client) -> None:
    _corrected(edition["stories"]["en"])
    assert Article.objects.get(path=EN).changed_at == LATER
    assert "Updated May 9, 2024" in text_of(found(parsed(reader.get(EN)), "p", class_="dates")[0])
    line = EditorialEvent.objects.get(verb="correct")
    assert (line.article_id, line.at) == (edition["stories"]["en"].pk, LATER)
    assert line.details == {"kind": "correction", "text": "It was held in Lima, not in Quito."}


def test_the_date_of_a_story_never_moves_back(edition: dict[str, Any]) -> None:
    before = Article.objects.get(path=EN).changed_at
    _corrected(edition["stories"]["en"], at=THEN - timedelta(days=1))
    assert Article.objects.get(path=EN).changed_at == before


def test_a_correction_is_one_clean_line(edition: dict[str, Any], reader: Client) -> None:
    correction = _corrected(edition["stories"]["en"], "  Not <b>ten</b>\n but\u202e twelve. ")
    assert correction.text == "Not <b>ten</b> but twelve."
    assert "Not &lt;b&gt;ten&lt;/b&gt; but twelve." in read(reader, EN)


@pytest.mark.parametrize(
    ("values", "field"),
    [({"text": " \n "}, "text"), ({"text": "x" * 601}, "text"), ({"kind": "apology"}, "kind")],
)
def test_a_correction_that_says_nothing_or_too_much_is_refused(
    edition: dict[str, Any], values: dict[str, Any], field: str
) -> None:
    with pytest.raises(publishing.Refused) as refused:
        _corrected(edition["stories"]["en"], **values)
    assert [problem.field for problem in refused.value.problems] == [field]
    assert not Correction.objects.exists() and not EditorialEvent.objects.filter(verb="correct").exists()


def test_only_a_live_story_is_corrected(edition: dict[str, Any]) -> None:
    publishing.unpublish(edition["stories"]["en"], by=factories.chief())
    with pytest.raises(publishing.Refused):
        _corrected(edition["stories"]["en"])


def test_a_reporter_does_not_correct(edition: dict[str, Any], roles: None) -> None:
    with pytest.raises(PermissionDenied):
        _corrected(edition["stories"]["en"], by=factories.UserFactory(role="Reporter"))


def test_corrections_of_a_story_that_nobody_sees_are_not_shown(edition: dict[str, Any], reader: Client) -> None:
    _corrected(edition["stories"]["en"])
    publishing.unpublish(edition["stories"]["en"], by=factories.chief())
    html = read(reader, "/corrections/")
    assert "not in Quito" not in html and "No corrections so far." in html


def test_corrections_come_in_pages_of_twenty_newest_first(edition: dict[str, Any], reader: Client) -> None:
    for n in range(21):
        _corrected(edition["stories"]["en"], f"Note {n:02}.", at=LATER + timedelta(hours=n))
    first, second = (
        [text_of(note) for note in found(parsed(reader.get(path)), "p", class_="correction__text")]
        for path in ("/corrections/", "/corrections/page/2/")
    )
    assert (first[0], len(first), second) == ("Note 20.", 20, ["Note 00."])
    assert reader.get("/corrections/page/3/").status_code == 404
    assert reader.get("/es/correcciones/page/2/").status_code == 404


def _reported(article: Article, *hours: float) -> None:
    for number, after in enumerate(hours):
        made = _corrected(article, text=f"Number {number}")
        Correction.objects.filter(pk=made.pk).update(reported_at=made.made_at - timedelta(hours=after))


@pytest.mark.parametrize(
    ("hours", "en", "es"),
    [
        ((1, 2, 3, 4), "", ""),
        ((0.5, 0.5, 1, 4, 90), "within 60 minutes of the first report (5 corrections)", "60 minutos"),
        ((1, 2, 26.5, 40, 50), "within 27 hours of the first report (5 corrections)", "27 horas"),
        ((1, 2, 3, 60, 100, 200), "within 32 hours of the first report (6 corrections)", "32 horas"),
        ((48, 70, 73, 90, 100), "within 4 days of the first report (5 corrections)", "4 días"),
    ],
)
def test_the_page_says_how_long_it_takes_to_put_right_what_readers_report_once_that_is_known(
    edition: dict[str, Any], reader: Client, hours: tuple[float, ...], en: str, es: str
) -> None:
    _corrected(edition["stories"]["en"], text="Nobody reported this one.")
    _reported(edition["stories"]["en"], *hours)
    english, spanish = read(reader, "/corrections/"), read(reader, "/es/correcciones/")
    assert ("Half of what readers reported" in english) is bool(en)
    assert ("La mitad de lo que avisaron" in spanish) is bool(es)
    assert en in english and es in spanish


def test_the_time_counts_corrections_of_both_languages_but_none_that_readers_do_not_see(
    edition: dict[str, Any], reader: Client
) -> None:
    _reported(edition["stories"]["en"], 1, 2, 3)
    _reported(edition["stories"]["es"], 4, 5)
    assert "within 3 hours" in read(reader, "/corrections/")
    publishing.unpublish(edition["stories"]["es"], by=factories.chief())
    assert "Half of what readers reported" not in read(reader, "/corrections/")


@pytest.mark.parametrize("count", [1, 40])
def test_the_page_asks_as_often_for_forty_corrections_as_for_one(
    edition: dict[str, Any], reader: Client, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    for _ in range(count):
        _corrected(edition["stories"]["en"])
    # corrections and their number, masthead, sections
    with django_assert_num_queries(5):
        reader.get("/corrections/")


def test_an_editor_corrects_at_the_desk_once_and_for_all(edition: dict[str, Any], roles: None, reader: Client) -> None:
    desk = Client()
    desk.force_login(factories.UserFactory(role="Editor"))
    form = {"article": edition["stories"]["en"].pk, "kind": "clarification", "text": "Only\nministers met."}
    assert desk.post(reverse("admin:articles_correction_add"), form).status_code == 302
    correction = Correction.objects.get()
    assert (correction.kind, correction.text) == ("clarification", "Only ministers met.")
    assert EditorialEvent.objects.filter(verb="correct").count() == 1
    assert "Only ministers met." in read(reader, EN)
    page = reverse("admin:articles_correction_change", args=[correction.pk])
    assert desk.get(page).status_code == 200
    assert desk.post(page, form | {"text": "Changed"}).status_code == 403
    assert desk.post(reverse("admin:articles_correction_delete", args=[correction.pk])).status_code == 403


def test_the_desk_offers_no_story_that_readers_do_not_see(edition: dict[str, Any], roles: None) -> None:
    draft = factories.draft()
    desk = Client()
    desk.force_login(factories.UserFactory(role="Editor"))
    response = desk.post(
        reverse("admin:articles_correction_add"), {"article": draft.pk, "kind": "update", "text": "Too early."}
    )
    assert response.status_code == 200 and response.context["errors"]
    assert not Correction.objects.exists()


def test_a_reporter_sees_no_form_for_corrections(edition: dict[str, Any], roles: None) -> None:
    desk = Client()
    desk.force_login(factories.UserFactory(role="Reporter"))
    assert desk.get(reverse("admin:articles_correction_add")).status_code == 403


@pytest.mark.parametrize("values", [{"kind": "apology"}, {"text": ""}])
def test_the_database_knows_what_a_correction_is(edition: dict[str, Any], values: dict[str, Any]) -> None:
    correction = _corrected(edition["stories"]["en"])
    with pytest.raises(IntegrityError), transaction.atomic():
        Correction.objects.filter(pk=correction.pk).update(**values)


@pytest.mark.django_db(transaction=True)
def test_a_correction_starts_one_edition() -> None:
    article = factories.story()
    chief = factories.chief()
    before = Edition.number_now()
    _corrected(article, by=chief)
    assert Edition.number_now() == before + 1
    Correction.objects.all().delete()
    assert Edition.number_now() == before + 2


def test_machines_read_the_correction_with_its_day(edition: dict[str, Any], reader: Client) -> None:
    _corrected(edition["stories"]["en"])
    (article,) = [block for block in _structured(reader) if block["@type"] == "NewsArticle"]
    assert article["correction"] == [
        {
            "@type": "CorrectionComment",
            "text": "It was held in Lima, not in Quito.",
            "datePublished": LATER.isoformat(timespec="seconds"),
            "inLanguage": "en",
        }
    ]
    assert article["dateModified"] > article["datePublished"]


def _proposed(article: Article, *notes: tuple[str, str], **words: Any) -> Article:
    """A newer draft of a live story that proposes these notes."""
    told = tuple(ProposedCorrection("", kind, text) for kind, text in notes)
    known = revising.head_snapshot(Article.objects.get(pk=article.pk)).corrections
    return factories.rewritten(article, corrections=(*known, *told), **words)


def test_notes_proposed_in_a_draft_appear_with_its_publication(edition: dict[str, Any], reader: Client) -> None:
    story = edition["stories"]["en"]
    before = Article.objects.get(path=EN)
    _proposed(story, ("correction", "In Lima, not in Quito."), ("update", "It ended."), dek="In Lima.")
    assert "in Quito" not in read(reader, EN) and "in Quito" not in read(reader, "/corrections/")
    assert not Correction.objects.exists()
    publishing.publish(story, by=factories.chief(), at=LATER)
    page = read(reader, EN)
    for text in ("In Lima, not in Quito.", "It ended.", "In Lima."):
        assert text in page
    assert "In Lima, not in Quito." in read(reader, "/corrections/")
    after = Article.objects.get(path=EN)
    assert (after.published_at, after.changed_at) == (before.published_at, LATER)
    (told,) = [block for block in _structured(reader) if block["@type"] == "NewsArticle"]
    assert {note["text"] for note in told["correction"]} == {"In Lima, not in Quito.", "It ended."}
    assert told["dateModified"] == LATER.isoformat(timespec="seconds")
    assert told["datePublished"] == THEN.isoformat(timespec="seconds")
    assert EditorialEvent.objects.filter(verb="publish").latest("pk").details["corrections"] == 2


def test_publishing_again_repeats_no_note_and_takes_none_back(edition: dict[str, Any], reader: Client) -> None:
    story, chief = edition["stories"]["en"], factories.chief()
    first = story.draft.head
    _proposed(story, ("correction", "In Lima."))
    publishing.publish(story, by=chief, at=LATER)
    factories.rewritten(story, dek="Again.")
    publishing.publish(story, by=chief, at=LATER + timedelta(days=1))
    assert Correction.objects.get().made_at == LATER
    publishing.publish(story, revision=first, by=chief, at=LATER + timedelta(days=2))  # knows of no note
    assert Correction.objects.get().text == "In Lima."
    assert "In Lima." in read(reader, EN)


def test_a_scheduled_draft_brings_its_notes_along(edition: dict[str, Any], reader: Client) -> None:
    story, chief = edition["stories"]["en"], factories.chief()
    _proposed(story, ("clarification", "Only ministers met."))
    reviewing.schedule(story, due_at=LATER, by=chief, at=THEN)
    assert "Only ministers met." not in read(reader, EN)
    publishing.publish_due(at=LATER)
    assert Correction.objects.get().made_at == LATER
    assert "Only ministers met." in read(reader, EN)


def test_a_copy_of_a_story_brings_notes_of_its_own(edition: dict[str, Any]) -> None:
    story, chief = edition["stories"]["en"], factories.chief()
    _proposed(story, ("update", "It ended."))
    publishing.publish(story, by=chief)
    words = revising.head_snapshot(Article.objects.get(path=EN))
    copied = {name: value for name, value in words.as_json().items() if name not in ("slug", "translation_key")}
    publishing.publish(factories.draft(**copied | {"slug": "a-copy", "corrections": words.corrections}), by=chief)
    assert Correction.objects.filter(text="It ended.").count() == 2


def _structured(reader: Client) -> list[dict[str, Any]]:
    scripts = found(parsed(reader.get(EN)), "script", type="application/ld+json")
    return [json.loads(script.text) for script in scripts]
