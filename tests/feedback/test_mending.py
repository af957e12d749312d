"""From a reader's message to a correction, and back to the reader: one click, one story form, one publication."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from articles import correcting, publishing, reviewing, revising
from articles.feedback import mending, triage
from articles.feedback.models import Letter, Message, TriageEvent
from articles.models import Article, Correction
from articles.snapshots import ProposedCorrection
from tests import factories
from tests.factories import THEN, UserFactory, chief
from tests.feedback.scenes import message, page, value_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]

LATER = THEN + timedelta(hours=5)


def reported(article: Article, **values: Any) -> Message:
    sent = {"text": "It was 2023.", "kind": "error", "email": "ana@example.org", "at": THEN}
    return message(article=article, **sent | values)


def signed_in(role: str | None) -> Client:
    client = Client()
    client.force_login(UserFactory(role=role))
    return client


def begin_at_the_desk(client: Client, letter: Message) -> Any:
    """Press the button on the message's page; the answer is the story form."""
    return client.post(reverse("admin:feedback_message_correct", args=[letter.pk]), {"deed": "begin"}, follow=True)


def fields_of(document: Any, form: str = "article_form") -> dict[str, Any]:
    """What a browser would send from a form of the desk."""
    sent: dict[str, Any] = {}
    for field in document.find(f".//form[@id='{form}']").iter():
        name = field.get("name")
        if not name:
            continue
        if field.tag == "textarea":
            sent[name] = (field.text or "").removeprefix("\n")
        elif field.tag == "select":
            chosen = [option.get("value") for option in field.findall("option") if option.get("selected") is not None]
            first = [option.get("value") for option in field.findall("option")][:1]
            sent[name] = chosen or ([] if field.get("multiple") is not None else first)
        elif field.tag == "input" and (
            field.get("type") not in ("checkbox", "radio", "submit") or field.get("checked") is not None
        ):
            sent[name] = field.get("value", "on" if field.get("type") == "checkbox" else "")
    return sent


def story_form(client: Client, article: Article) -> Any:
    return page(client.get(reverse("admin:articles_article_change", args=[article.pk])))


def propose(article: Article, key: uuid.UUID, text: str = "It was 2023, not 2022.") -> Article:
    """The draft with this correction, as the story form would save it."""
    return factories.rewritten(article, corrections=(ProposedCorrection(str(key), "correction", text),))


def test_one_click_leads_from_the_message_to_a_row_of_corrections_with_what_the_reader_wrote() -> None:
    article, client = factories.story(headline="The summit"), signed_in("Editor")
    letter = reported(article, text="It was 2023; call 555-123-4567.")
    answer = begin_at_the_desk(client, letter)
    assert answer.redirect_chain[-1][0] == f"/admin/articles/article/{article.pk}/change/#corrections"
    letter.refresh_from_db()
    document = page(answer)
    assert value_of(document, "corrections-0-key") == str(letter.correction)
    assert value_of(document, "corrections-0-text") == ""
    beside = document.find(".//blockquote[@class='desk-report']")
    told = " ".join("".join(beside.itertext()).split())
    assert "It was 2023; call •••." in told
    assert beside.find(".//a").get("href") == f"/admin/feedback/message/{letter.pk}/change/"
    assert letter.status == "in_progress"
    steps = letter.events.exclude(verb__in=["assign", "open"]).order_by("pk")
    assert [step.verb for step in steps] == ["correct", "mark"]


def test_the_row_outlives_saves_without_a_text_autosaves_and_errors_and_publishes_nothing_by_itself() -> None:
    article, client = factories.story(), signed_in("Editor")
    letter = reported(article)
    begin_at_the_desk(client, letter)
    key = str(Message.objects.get().correction)
    address = reverse("admin:articles_article_change", args=[article.pk])
    sent = fields_of(story_form(client, article))
    assert client.post(address, sent | {"dek": "Changed."}).status_code == 302
    assert value_of(story_form(client, article), "corrections-0-key") == key
    # A form that is wrong comes back with the row and what the reader wrote.
    sent = fields_of(story_form(client, article))
    wrong = page(client.post(address, sent | {"kicker_topic": "987654321"}))
    assert value_of(wrong, "corrections-0-key") == key
    assert wrong.find(".//blockquote[@class='desk-report']") is not None
    # An autosave stores the text under the key.
    sent |= {"corrections-0-text": "It was 2023.", "writer": ""}
    assert client.post(reverse("admin:articles_article_autosave", args=[article.pk]), sent).status_code == 200
    assert [told.key for told in revising.head_snapshot(Article.objects.get(pk=article.pk)).corrections] == [key]
    again = story_form(client, article)
    assert value_of(again, "corrections-0-key") == key
    assert value_of(again, "corrections-1-key") == ""
    assert again.find(".//blockquote[@class='desk-report']") is not None
    # Without a text there is nothing to publish.
    sent = fields_of(again) | {"corrections-0-text": "", "_publish": "1"}
    client.post(address, sent)
    assert not Correction.objects.exists()
    assert Message.objects.get().status == "in_progress"


def test_publishing_it_resolves_the_message_dates_the_report_and_owes_the_reader_a_letter() -> None:
    article, client = factories.story(headline="The summit"), signed_in("Editor")
    letter = reported(article)
    begin_at_the_desk(client, letter)
    sent = fields_of(story_form(client, article)) | {"corrections-0-text": "It was 2023.", "_publish": "1"}
    client.post(reverse("admin:articles_article_change", args=[article.pk]), sent)
    correction = Correction.objects.get()
    letter.refresh_from_db()
    assert (correction.text, correction.key, correction.reported_at) == ("It was 2023.", letter.correction, THEN)
    assert (letter.status, letter.outcome) == ("resolved", "corrected")
    owed = Letter.objects.get()
    assert (owed.key, owed.kind, owed.state) == (f"told:{letter.pk}", "told", "waiting")
    assert "The summit" in owed.subject
    assert "It was 2023." in owed.body and article.path in owed.body
    assert story_form(client, article).find(".//blockquote[@class='desk-report']") is None


def test_a_second_click_and_a_second_editor_go_on_with_the_same_correction() -> None:
    article = factories.story()
    letter = reported(article)
    first = mending.begin(letter, by=UserFactory(role="Editor"))
    assert mending.begin(letter, by=UserFactory(role="Editor")) == first
    assert TriageEvent.objects.filter(verb="correct").count() == 1


def test_copies_share_the_correction_even_those_that_come_in_after_it_was_begun() -> None:
    article = factories.story()
    head = reported(article, text="It was 2023!", email="a@example.org", at=THEN + timedelta(hours=1))
    before = reported(article, text="It was 2023.", email="b@example.org", at=THEN)
    Message.objects.filter(pk=before.pk).update(folded_into=head)
    key = mending.begin(Message.objects.get(pk=before.pk), by=chief())
    after = reported(article, text="It was in 2023.", email="c@example.org", at=THEN + timedelta(hours=2))
    Message.objects.filter(pk=after.pk).update(folded_into=head, status="in_progress")
    publishing.publish(propose(article, key), by=chief(), at=LATER)
    assert set(Message.objects.values_list("status", "outcome", "correction")) == {("resolved", "corrected", key)}
    assert Correction.objects.get().reported_at == THEN
    assert set(Letter.objects.values_list("key", flat=True)) == {f"told:{one.pk}" for one in (head, before, after)}


def test_who_wrote_twice_about_the_same_error_is_told_once() -> None:
    article = factories.story()
    letters = [
        reported(article, text=text, email=email) for text, email in (("a b", "x@y.example"), ("c", "X@Y.example"))
    ]
    key = mending.begin(letters[0], by=chief())
    Message.objects.update(correction=key)
    publishing.publish(propose(article, key), by=chief(), at=LATER)
    assert Letter.objects.count() == 1


def test_who_left_no_address_is_owed_nothing_and_spam_is_left_alone() -> None:
    article = factories.story()
    letter, spam = reported(article, email=""), reported(article, text="Buy this", email="spam@example.org")
    key = mending.begin(letter, by=chief())
    triage.mark(spam, to="spam", by=chief())
    Message.objects.filter(pk=spam.pk).update(correction=key)
    publishing.publish(propose(article, key), by=chief(), at=LATER)
    assert not Letter.objects.exists()
    spam.refresh_from_db()
    assert spam.status == "spam"


def test_a_publication_that_is_refused_tells_nobody() -> None:
    article = factories.story()
    letter = reported(article)
    key = mending.begin(letter, by=chief())
    draft = factories.rewritten(propose(article, key), headline="")
    with pytest.raises(publishing.Refused):
        publishing.publish(draft, by=chief(), at=LATER)
    assert not Letter.objects.exists()
    assert Message.objects.get().status == "in_progress"


def test_a_scheduled_correction_tells_its_reader_in_its_hour_and_once() -> None:
    article = factories.story()
    letter = reported(article)
    key = mending.begin(letter, by=chief())
    reviewing.schedule(propose(article, key), due_at=LATER, by=chief(), at=THEN)
    assert not Letter.objects.exists()
    publishing.publish_due(at=LATER)
    assert Letter.objects.get().message == letter
    publishing.publish(factories.rewritten(article, dek="Again."), by=chief(), at=LATER + timedelta(hours=1))
    assert Letter.objects.count() == 1
    assert mending.follow(Correction.objects.get()) != []
    assert Letter.objects.count() == 1


def test_a_correction_that_was_made_directly_can_be_named_on_the_message() -> None:
    article = factories.story()
    letter, client = reported(article), signed_in("Editor")
    made = correcting.correct(article, kind="correction", text="It was 2023.", by=chief(), at=LATER)
    address = reverse("admin:feedback_message_correct", args=[letter.pk])
    client.post(address, {"deed": "link", "correction": made.pk})
    letter.refresh_from_db()
    made.refresh_from_db()
    assert (letter.status, letter.outcome, letter.correction) == ("resolved", "corrected", made.key)
    assert made.reported_at == THEN
    assert Letter.objects.get().key == f"told:{letter.pk}"
    shown = page(client.get(f"/admin/feedback/message/{letter.pk}/change/")).find(".//section[@id='correcting']")
    assert "It was 2023." in "".join(shown.itertext())


def test_a_correction_of_another_story_or_from_before_the_message_is_not_taken() -> None:
    article, other = factories.story(), factories.story()
    letter = reported(article, at=LATER)
    old = correcting.correct(article, kind="correction", text="Old.", by=chief(), at=THEN)
    foreign = correcting.correct(other, kind="correction", text="Foreign.", by=chief(), at=LATER + timedelta(days=1))
    for correction in (old, foreign):
        with pytest.raises(triage.Refusal):
            mending.link(letter, correction, by=chief())
    assert Message.objects.get().status == "new"


def test_a_correction_that_was_begun_can_be_let_go() -> None:
    article, client = factories.story(), signed_in("Editor")
    letter = reported(article)
    key = mending.begin(letter, by=chief())
    client.post(reverse("admin:feedback_message_correct", args=[letter.pk]), {"deed": "let go"})
    assert Message.objects.get().correction is None
    assert story_form(client, article).find(".//blockquote[@class='desk-report']") is None
    publishing.publish(propose(article, key), by=chief(), at=LATER)
    assert Message.objects.get().status == "in_progress"
    assert Correction.objects.get().reported_at is None


def test_a_message_that_was_opened_again_gets_a_new_correction() -> None:
    article = factories.story()
    letter = reported(article)
    key = mending.begin(letter, by=chief())
    publishing.publish(propose(article, key), by=chief(), at=LATER)
    letter.refresh_from_db()
    with pytest.raises(triage.Refusal):
        mending.begin(letter, by=chief())
    triage.mark(letter, to="in_progress", by=chief())
    assert mending.begin(letter, by=chief()) not in (key, None)


def test_two_messages_about_two_errors_open_two_rows() -> None:
    article, client = factories.story(), signed_in("Editor")
    for text in ("The year is wrong.", "The name is wrong."):
        mending.begin(reported(article, text=text), by=chief())
    beside = story_form(client, article).findall(".//blockquote[@class='desk-report']/p")
    assert [told.text for told in beside] == ["The year is wrong.", "The name is wrong."]


@pytest.mark.parametrize("deed", ["unpublished", "general", "spam"])
def test_there_is_nothing_to_begin_without_a_live_story_or_for_spam(deed: str) -> None:
    article = factories.story()
    letter = reported(article) if deed != "general" else message(text="In general")
    if deed == "unpublished":
        publishing.unpublish(article, by=chief())
    if deed == "spam":
        triage.mark(letter, to="spam", by=chief())
    client = signed_in("Editor")
    document = page(client.get(f"/admin/feedback/message/{letter.pk}/change/"))
    assert document.find(".//section[@id='correcting']") is None
    client.post(reverse("admin:feedback_message_correct", args=[letter.pk]), {"deed": "begin"})
    assert Message.objects.get().correction is None


@pytest.mark.parametrize(
    ("role", "allowed"), [("Editor", True), ("Publisher", True), ("Audience", False), ("Reporter", False)]
)
def test_beginning_takes_both_permissions(role: str, allowed: bool) -> None:
    article = factories.story()
    letter, by = reported(article), UserFactory(role=role)
    if allowed:
        mending.begin(letter, by=by)
    else:
        with pytest.raises(PermissionDenied):
            mending.begin(letter, by=by)
        client = Client()
        client.force_login(by)
        address = reverse("admin:feedback_message_correct", args=[letter.pk])
        assert client.post(address, {"deed": "begin"}).status_code == 403
    assert (Message.objects.get().correction is not None) is allowed


def test_who_may_not_read_messages_does_not_see_them_in_the_story_form() -> None:
    article = factories.story()
    mending.begin(reported(article), by=chief())
    assert story_form(signed_in("Reporter"), article).find(".//blockquote[@class='desk-report']") is None


def test_the_story_form_and_the_message_take_few_queries(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    article, client = factories.story(), signed_in("Publisher")
    letters = [reported(article, text=f"Error {number}") for number in range(8)]
    for letter in letters:
        mending.begin(letter, by=chief())
    with django_assert_max_num_queries(12):
        assert story_form(client, article).find(".//blockquote[@class='desk-report']") is not None
    with django_assert_max_num_queries(12):
        assert client.get(f"/admin/feedback/message/{letters[0].pk}/change/").status_code == 200


def test_a_merge_of_two_editors_texts_keeps_the_key() -> None:
    article, client = factories.story(), signed_in("Editor")
    letter = reported(article)
    begin_at_the_desk(client, letter)
    mine = fields_of(story_form(client, article)) | {"corrections-0-text": "It was 2023."}
    factories.rewritten(article, dek="Meanwhile.")
    answer = client.post(reverse("admin:articles_article_change", args=[article.pk]), mine)
    assert answer.status_code == 409
    form = next(form for form in page(answer).findall(".//form") if "merge" in (form.get("action") or ""))
    form.set("id", "merge")
    document = page(answer)
    next(one for one in document.findall(".//form") if one.get("action") == form.get("action")).set("id", "merge")
    sent = fields_of(document, "merge") | {"_mine": "1"}
    client.post(form.get("action"), sent)
    letter.refresh_from_db()
    (told,) = revising.head_snapshot(Article.objects.get(pk=article.pk)).corrections
    assert (told.key, told.text) == (str(letter.correction), "It was 2023.")
