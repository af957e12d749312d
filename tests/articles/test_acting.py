"""The workflow on the story form: what each role is offered, what the buttons do, and what stands beside the text."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.utils import timezone

from articles import noting, previewing, publishing, reviewing, revising, translating
from articles.admin.stories.deeds import DEEDS
from articles.models import Article, Correction, EditorialEvent, EditorNote, Image, PreviewLink
from articles.workflow import TRANSITIONS
from tests import factories
from tests.articles.test_desk import change, filled_in, new_story

pytestmark = pytest.mark.django_db

PART = {"X-Part": "1"}


def signed_in(role: str) -> Client:
    client = Client()
    client.user = factories.UserFactory(username=role.lower(), role=role)  # type: ignore[attr-defined]
    client.force_login(client.user)  # type: ignore[attr-defined]
    return client


@pytest.fixture
def reporter(roles: None) -> Client:
    return signed_in("Reporter")


@pytest.fixture
def editor(roles: None) -> Client:
    return signed_in("Editor")


@pytest.fixture
def publisher(roles: None) -> Client:
    return signed_in("Publisher")


def at(article: Article, what: str) -> str:
    return f"/admin/articles/article/{article.pk}/{what}/"


def press(client: Client, article: Article, verb: str, **typed: Any) -> str:
    """Open the form, press a button, and follow to the page that answers."""
    data = filled_in(client.get(change(article))) | {f"_{verb}": ""} | typed
    return client.post(change(article), data, follow=True).content.decode()


def offered(client: Client, article: Article) -> set[str]:
    return set(re.findall(r'name="_(\w+)"', client.get(change(article)).content.decode())) & set(DEEDS)


def stage(article: Article) -> str:
    return Article.objects.select_related("draft").get(pk=article.pk).draft.stage


def state(article: Article) -> str:
    return Article.objects.get(pk=article.pk).state


def test_every_verb_of_the_table_has_a_button() -> None:
    assert set(DEEDS) == set(TRANSITIONS)


@pytest.mark.parametrize(
    ("role", "verbs"),
    [
        ("Reporter", {"submit"}),
        ("Editor", {"submit", "approve", "schedule", "publish"}),
        ("Publisher", {"submit", "approve", "schedule", "publish", "bin"}),
    ],
)
def test_the_form_offers_what_is_possible_and_allowed(roles: None, role: str, verbs: set[str]) -> None:
    assert offered(signed_in(role), factories.draft()) == verbs


def test_what_is_offered_follows_the_story(publisher: Client) -> None:
    live, chief = factories.story(), factories.chief()
    assert offered(publisher, live) == {"submit", "approve", "schedule", "publish", "unpublish", "withdraw"}
    assert "Publish changes" in publisher.get(change(live)).content.decode()
    publishing.withdraw(live, by=chief)
    assert offered(publisher, live) == {"reinstate"}
    waiting = factories.draft()
    reviewing.submit(waiting, by=chief)
    assert offered(publisher, waiting) == {"send_back", "approve", "schedule", "publish", "bin"}


def test_a_draft_goes_from_the_reporter_to_the_editor_and_back_and_on(reporter: Client, editor: Client) -> None:
    reporter.post("/admin/articles/article/add/", new_story(_submit=""))
    article = Article.objects.get()
    assert stage(article) == "in_review"
    assert "What has to change" in press(editor, article, "send_back")  # it asks why
    assert stage(article) == "in_review"
    assert "This field is required" in editor.post(at(article, "do/send_back"), {}).content.decode()
    editor.post(at(article, "do/send_back"), {"do-reason": "Who says so?"})
    assert stage(article) == "writing"
    page = reporter.get(change(article)).content.decode()
    assert "editor sent the draft back" in page
    assert "Who says so?" in page
    press(reporter, article, "submit", headline="Now with a source")
    assert "Who says so?" not in reporter.get(change(article)).content.decode().split("desk-history")[0]
    press(editor, article, "approve")
    assert stage(article) == "approved"
    assert state(article) == "unpublished"


def test_a_button_that_is_not_yours_saves_and_says_so(reporter: Client) -> None:
    article = factories.draft()
    for verb in sorted({"approve", "schedule", "publish"}):
        assert "your role does not allow it" in press(reporter, article, verb, headline=f"Forged {verb}")
        assert reporter.post(at(article, f"do/{verb}")).status_code == 403
    assert revising.head_snapshot(Article.objects.get()).headline == "Forged schedule"
    assert (stage(article), state(article)) == ("writing", "unpublished")


def test_a_refusal_links_to_the_field_and_keeps_what_was_typed(editor: Client) -> None:
    article = factories.draft(slug="", bylines=())
    page = press(editor, article, "publish", headline="Typed just now")
    assert f'<a href="{change(article)}#id_slug">Give the story a slug' in page
    assert f'<a href="{change(article)}#bylines">Say who signs the story' in page
    assert 'id="bylines"' in page
    assert "Typed just now" in page
    assert state(article) == "unpublished"


@pytest.mark.parametrize("verb", ["unpublish", "withdraw", "bin"])
def test_what_takes_away_asks_once_without_any_script(publisher: Client, verb: str) -> None:
    article = factories.draft() if verb == "bin" else factories.story()
    before = state(article)
    page = press(publisher, article, verb)
    assert state(article) == before
    assert str(DEEDS[verb].warning) in page
    publisher.post(at(article, f"do/{verb}"), {"do-reason": "A mistake", "do-note": "We were wrong."})
    assert state(article) == TRANSITIONS[verb].to_state
    assert EditorialEvent.objects.filter(verb=verb, details__reason="A mistake").exists()
    if verb == "withdraw":
        gone = Client().get(article.path)
        assert gone.status_code == 410
        publisher.post(at(article, "do/reinstate"))
        assert Client().get(article.path).status_code == 200
    if verb == "bin":
        publisher.post(at(article, "do/restore"))
        assert state(article) == "unpublished"


def test_a_story_in_use_does_not_go_to_the_bin_and_the_uses_are_listed(publisher: Client) -> None:
    article = factories.draft(headline="Wanted elsewhere")
    factories.draft(headline="It leans on the other", picks=(article.pk,))
    answer = publisher.post(at(article, "do/bin"), {"do-reason": "Kept words"}).content.decode()
    assert "Used by “It leans on the other”" in answer
    assert "Kept words" in answer
    assert state(article) == "unpublished"


def test_an_urgent_verb_does_not_wait_for_a_form_with_errors(publisher: Client) -> None:
    topic, country = factories.TopicFactory(), factories.CountryFactory()
    article = factories.story()
    page = press(publisher, article, "unpublish", kicker_topic=topic.pk, kicker_country=country.pk, headline="Kept")
    assert "Kept" in page
    assert f'href="{at(article, "do/unpublish")}"' in page


def test_what_is_no_longer_possible_is_refused_in_the_words_of_the_table(publisher: Client) -> None:
    article = factories.draft()
    answer = publisher.get(at(article, "do/withdraw"), follow=True).content.decode()
    assert str(TRANSITIONS["withdraw"].refusal) in answer
    assert publisher.get(at(article, "do/nonsense")).status_code == 404


def test_assigning_is_one_step_and_in_the_log(editor: Client) -> None:
    article, colleague = factories.draft(), factories.UserFactory(username="inés", role="Reporter")
    editor.post(at(article, "assign"), {"to": colleague.pk})
    assert "inés" in editor.get(change(article)).content.decode()
    assert EditorialEvent.objects.filter(verb="assign", details__to="inés").exists()
    gone = factories.UserFactory(is_active=False)
    editor.post(at(article, "assign"), {"to": gone.pk})
    assert Article.objects.get().draft.assignee == colleague


# Hours


def test_a_schedule_is_in_the_newsrooms_zone_and_says_utc(editor: Client, settings: Any) -> None:
    settings.TIME_ZONE = "America/Bogota"
    article = factories.draft()
    page = press(editor, article, "schedule", **{"do-due_at": "2190-03-04T09:30"})
    draft = Article.objects.get().draft
    assert draft.due_at == datetime(2190, 3, 4, 14, 30, tzinfo=UTC)
    assert "America/Bogota" in page
    assert "4 Mar 2190, 09:30" in page
    assert "4 Mar 2190, 14:30 UTC" in page
    assert "later changes don’t come along" in page
    page = press(editor, article, "save", headline="Later words")
    assert "schedule again to take it in" in page
    editor.post(at(article, "do/unschedule"))
    assert stage(article) == "writing"


def test_a_schedule_without_an_hour_asks_for_it_and_a_past_one_is_refused_with_the_hour_kept(editor: Client) -> None:
    article = factories.draft()
    assert 'name="do-due_at"' in press(editor, article, "schedule")
    page = press(editor, article, "schedule", **{"do-due_at": "2020-01-01T10:00"})
    assert "That moment has passed" in page
    assert 'value="2020-01-01T10:00"' in page
    assert stage(article) == "writing"


@pytest.mark.parametrize(
    ("wall", "sentence"),
    [("2027-11-07T01:30", "this hour comes twice"), ("2027-03-14T02:30", "this hour does not exist")],
)
def test_an_hour_that_comes_twice_or_never_is_refused_with_a_sentence(
    editor: Client, settings: Any, wall: str, sentence: str
) -> None:
    settings.TIME_ZONE = "America/New_York"
    article = factories.draft()
    assert sentence in editor.post(at(article, "do/schedule"), {"do-due_at": wall}).content.decode()
    data = filled_in(editor.get(change(article))) | {"embargo_until": wall, "headline": "Not lost"}
    answer = editor.post(change(article), data).content.decode()
    assert sentence in answer
    assert "Not lost" in answer
    assert stage(article) == "writing"


# New parts of the form


def test_embargo_translation_and_corrections_are_part_of_the_draft(editor: Client, settings: Any) -> None:
    settings.TIME_ZONE = "America/Bogota"
    article = factories.story(headline="A summit")
    data = filled_in(editor.get(change(article))) | {
        "embargo_until": "2190-03-04T09:30",
        "translation_required": "on",
        "corrections-0-kind": "clarification",
        "corrections-0-text": "It was the third day.",
    }
    editor.post(change(article), data)
    head = revising.head_snapshot(Article.objects.get())
    assert head.embargo_until == "2190-03-04T14:30:00+00:00"
    assert head.translation_required
    assert [(told.kind, told.text) for told in head.corrections] == [("clarification", "It was the third day.")]
    assert not Correction.objects.exists()
    page = editor.get(change(article))
    assert 'value="2190-03-04T09:30:00"' in page.content.decode()
    again = filled_in(page) | {
        "corrections-0-key": head.corrections[0].key,
        "corrections-0-kind": "clarification",
        "corrections-0-text": "It was the third day.",
    }
    editor.post(change(article), again)
    assert Article.objects.get().revisions.count() == 2  # the start and one save: nothing moved
    editor.post(change(article), again | {"embargo_until": "", "translation_required": "", "_publish": ""})
    assert Correction.objects.get().kind == "clarification"
    page = editor.get(change(article)).content.decode()
    assert "Readers have these already" in page
    assert "It was the third day." in page.split("Readers have these already")[1]


def test_a_correction_that_is_public_stays_in_the_draft_when_others_are_proposed(editor: Client) -> None:
    article = factories.story()
    first = filled_in(editor.get(change(article))) | {"corrections-0-kind": "update", "corrections-0-text": "One."}
    editor.post(change(article), first | {"_publish": ""})
    second = filled_in(editor.get(change(article))) | {"corrections-0-kind": "update", "corrections-0-text": "Two."}
    editor.post(change(article), second)
    assert [told.text for told in revising.head_snapshot(Article.objects.get()).corrections] == ["One.", "Two."]
    press(editor, article, "publish", **{"corrections-0-text": "Two.", "corrections-0-kind": "update"})
    assert sorted(Correction.objects.values_list("text", flat=True)) == ["One.", "Two."]


def test_a_form_opened_before_there_were_such_rows_loses_no_proposal(editor: Client) -> None:
    article = factories.story()
    data = filled_in(editor.get(change(article))) | {"corrections-0-kind": "update", "corrections-0-text": "Kept."}
    editor.post(change(article), data)
    old = {name: value for name, value in filled_in(editor.get(change(article))).items() if "corrections-" not in name}
    editor.post(change(article), old | {"headline": "From an old page"})
    head = revising.head_snapshot(Article.objects.get())
    assert head.headline == "From an old page"
    assert [told.text for told in head.corrections] == ["Kept."]


# The checks


def checks(client: Client, article: Article, **typed: Any) -> str:
    """What the panel says of the form as it is typed."""
    data = filled_in(client.get(change(article))) | typed
    return client.post(at(article, "checks"), data, headers=PART).content.decode()


def test_the_checks_follow_what_is_typed_and_save_nothing(editor: Client) -> None:
    article = factories.draft(kicker_topic=factories.TopicFactory().pk)
    assert "Ready to publish" in checks(editor, article)
    said = checks(editor, article, headline="", dek="", body="<p>" + "word " * 461 + "</p>")
    assert '<a href="#id_headline">Give the story a headline.</a>' in said
    assert "1 thing stands in the way" in said
    assert "No dek" in said
    assert "461 words" in said
    assert "3 minutes to read" in said
    assert Article.objects.get().revisions.count() == 1


def test_the_checks_read_every_part_of_the_form(editor: Client) -> None:
    silent = factories.ImageFactory(alt_en="", alt_es="", credit="", cleared=False)
    article = factories.draft()
    gone = factories.AuthorFactory()
    key = gone.pk
    gone.delete()
    said = checks(
        editor,
        article,
        **{
            "section": "",
            "slug": "about",
            "lead_image": silent.pk,
            "bylines-0-author": key,
            "embargo_until": "2190-01-01T00:00",
            "translation_required": "on",
            "body": '<p><a href="/nowhere/at-all/">here</a></p>',
        },
    )
    for place in ("section", "slug", "lead_image", "embargo_until", "translation_of", "body"):
        assert f'href="#id_{place}"' in said
    assert 'href="#bylines"' in said


def test_a_form_that_is_wrong_all_over_is_checked_all_the_same(editor: Client) -> None:
    article = factories.draft()
    wrong = dict.fromkeys(
        ("section", "lead_image", "kicker_topic", "translation_of", "kind", "embargo_until"), "a\x00b"
    )
    said = checks(editor, article, **wrong, **{"bylines-0-author": "x", "bylines-0-ORDER": "y", "tags": '"'})
    assert "stand in the way" in said


def test_without_a_script_the_checks_are_a_page_of_the_last_save(editor: Client) -> None:
    article = factories.draft(headline="")
    page = editor.get(at(article, "checks")).content.decode()
    assert "<title>" in page
    assert f'<a href="{change(article)}#id_headline">' in page


def test_a_new_story_is_checked_before_its_first_save(editor: Client) -> None:
    data = new_story(headline="")
    said = editor.post("/admin/articles/article/add/checks/", data, headers=PART).content.decode()
    assert "Give the story a headline." in said
    assert not Article.objects.exists()


def test_the_writer_of_a_sensitive_story_is_told_that_a_second_person_is_needed(
    editor: Client, publisher: Client
) -> None:
    article = factories.draft(sensitive=True, by=editor.user)  # type: ignore[attr-defined]
    assert "second person" in checks(editor, article)
    assert "second person" not in checks(publisher, article)
    assert "second person" in checks(publisher, article, headline="Words of my own")


def test_an_open_note_stands_in_the_way(editor: Client) -> None:
    article = factories.draft()
    noting.write(article, text="Is that so?", by=factories.chief())
    assert 'href="#notes"' in checks(editor, article)
    assert "Editors’ notes are open: 1" in press(editor, article, "publish")
    assert state(article) == "unpublished"


# Notes


def test_notes_are_written_answered_resolved_and_reopened(reporter: Client, editor: Client) -> None:
    article = factories.draft()
    address = at(article, "notes")
    said = {
        "verb": "write",
        "note-text": "Is that so?",
        "note-passage": "three days",
        "note-assignee": reporter.user.pk,
    }  # type: ignore[attr-defined]
    assert editor.post(address, said).status_code == 302
    note = EditorNote.objects.get()
    assert (note.passage, note.assignee) == ("three days", reporter.user)  # type: ignore[attr-defined]
    part = reporter.post(address, {"verb": "answer", "note": note.pk, "text": "Yes."}, headers=PART).content.decode()
    assert "Yes." in part
    assert "<title>" not in part
    assert "1 note is open" in part
    part = editor.post(address, {"verb": "resolve", "note": note.pk}, headers=PART).content.decode()
    assert "No note is open." in part
    assert "Resolved by editor" in part
    part = editor.post(address, {"verb": "reopen", "note": note.pk}, headers=PART).content.decode()
    assert "1 note is open" in part


def test_a_note_that_is_refused_is_not_lost(editor: Client) -> None:
    article = factories.draft()
    long = "x" * (noting.LENGTH + 1)
    page = editor.post(at(article, "notes"), {"verb": "write", "note-text": long}).content.decode()
    assert "Say it in 4000 characters." in page
    assert long in page
    note = noting.write(article, text="A note", by=factories.chief())
    page = editor.post(at(article, "notes"), {"verb": "answer", "note": note.pk, "text": long}).content.decode()
    assert long in page
    assert EditorNote.objects.count() == 1


def test_a_note_of_another_story_can_not_be_touched_from_here(editor: Client) -> None:
    article, note = factories.draft(), noting.write(factories.draft(), text="Elsewhere", by=factories.chief())
    for key in (note.pk, "9" * 30, "a\0"):
        assert editor.post(at(article, "notes"), {"verb": "resolve", "note": key}).status_code == 404
    assert EditorNote.objects.get().resolved_at is None


# Previews


def test_the_live_preview_shows_what_is_typed_and_saves_nothing(editor: Client) -> None:
    article = factories.story(headline="Live words")
    data = filled_in(editor.get(change(article))) | {
        "headline": "Typed words",
        "corrections-0-kind": "update",
        "corrections-0-text": "A note to come.",
    }
    answer = editor.post(at(article, "preview/live"), data)
    text = answer.content.decode()
    assert "Typed words" in text
    assert "A note to come." in text
    assert "Preview: readers don’t see this version." in text
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in answer["Content-Security-Policy"]
    assert "no-store" in answer["Cache-Control"]
    assert Article.objects.get().revisions.count() == 1


def made_link(client: Client, article: Article, **typed: Any) -> str:
    """The path of a new link, read off the page that shows it once."""
    data = {"link-purpose": "lawyer", "link-days": "7", "link-pinned": ""} | typed
    page = client.post(at(article, "links"), data).content.decode()
    found = re.search(r"/preview/[-\w]+/", page)
    assert found, page
    return found[0]


def test_a_link_shows_the_draft_to_somebody_without_an_account(editor: Client) -> None:
    article = factories.story(headline="Live words")
    article = factories.rewritten(article, headline="Words for the lawyer")
    path = made_link(editor, article)
    answer = Client(headers={"cookie": "desk_session=x"}).get(path)
    text = answer.content.decode()
    assert answer.status_code == 200
    assert "Words for the lawyer" in text
    assert "Live words" not in text
    assert "Preview: readers don’t see this version." in text
    assert '<meta name="robots" content="noindex">' in text
    assert "noindex" in answer["X-Robots-Tag"]
    assert answer["Cache-Control"] == "no-store"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert not answer.cookies
    assert path not in text  # nothing on the page gives the token away
    link = PreviewLink.objects.get()
    assert link.times_opened == 1
    page = editor.get(at(article, "links")).content.decode()
    assert "Opened 1 time" in page
    assert path not in page  # it was shown once


def test_a_link_speaks_the_language_of_the_story(editor: Client) -> None:
    path = made_link(editor, factories.draft(language="es", headline="Palabras"))
    answer = Client().get(path)
    assert '<html lang="es">' in answer.content.decode()
    assert "Vista previa" in answer.content.decode()


def test_a_pinned_link_shows_the_words_of_its_day(editor: Client) -> None:
    article = factories.draft(headline="As it was")
    newest, pinned = made_link(editor, article), made_link(editor, article, **{"link-pinned": "pinned"})
    factories.rewritten(article, headline="As it is")
    assert "As it was" in Client().get(pinned).content.decode()
    assert "As it is" in Client().get(newest).content.decode()


def test_links_that_do_not_open_all_say_the_same(editor: Client) -> None:
    article = factories.draft()
    revoked, binned = made_link(editor, article), made_link(editor, factories.draft())
    key = PreviewLink.objects.get(article=article).pk
    editor.post(at(article, f"links/{key}/revoke"))
    _link, token = previewing.make(
        article,
        purpose="source",
        lasts=timedelta(days=1),
        by=factories.chief(),
        at=timezone.now() - timedelta(days=2),
    )
    other = PreviewLink.objects.exclude(article=article).get().article
    Article.objects.filter(pk=other.pk).update(state="binned")
    answers = [Client().get(path) for path in (revoked, binned, f"/preview/{token}/", "/preview/nonsense/")]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1
    page = editor.get(at(article, "links")).content.decode()
    assert "revoked" in page
    assert "expired" in page
    assert EditorialEvent.objects.filter(verb="revoke").exists()


def test_a_link_says_for_whom_it_is(editor: Client) -> None:
    article = factories.draft()
    page = editor.post(at(article, "links"), {"link-purpose": "", "link-days": "7"}).content.decode()
    assert "Say for whom the link is" in page
    page = editor.post(at(article, "links"), {"link-purpose": "source", "link-days": "400"}).content.decode()
    assert "Choose one of the times" in page
    assert not PreviewLink.objects.exists()


# Translations


def test_the_other_version_is_started_from_the_form(editor: Client) -> None:
    article = factories.draft(headline="Two ports", dek="Typed")
    assert "Start the Spanish version" in editor.get(change(article)).content.decode()
    data = filled_in(editor.get(change(article))) | {"_translate": "", "headline": "Three ports"}
    answer = editor.post(change(article), data)
    twin = Article.objects.get(language="es")
    assert answer["Location"] == change(twin)
    assert revising.head_snapshot(twin).headline == "Three ports"
    page = editor.get(change(article)).content.decode()
    assert "Start the Spanish version" not in page
    assert at(twin, "preview") in page  # the switch of the preview
    assert "has a version in the other language already" in press(editor, article, "translate")


def test_a_translation_says_that_its_source_moved_on(editor: Client) -> None:
    source = factories.story(headline="First words")
    twin = translating.start(source, by=factories.chief())
    assert "published again" not in editor.get(change(twin)).content.decode()
    publishing.publish(factories.rewritten(source, headline="Second words"), by=factories.chief())
    assert "The source was published again since this translation." in editor.get(change(twin)).content.decode()
    page = editor.get(at(twin, "follow")).content.decode()
    assert "First words" in page
    assert "Second words" in page
    editor.post(at(twin, "follow"))
    assert "published again" not in editor.get(change(twin)).content.decode()
    assert EditorialEvent.objects.filter(verb="follow").exists()


# Protected bylines


def test_the_switch_of_a_protected_byline_is_in_the_log_and_says_where_the_name_is_left(editor: Client) -> None:
    author = factories.AuthorFactory(name="Inés Prieto", slug="ines-prieto")
    story = factories.story(body="<p>Inés Prieto was there.</p>", bylines=((author.pk, "author"),))
    image = factories.ImageFactory(credit="Photo: Inés Prieto")
    factories.MastheadFactory()
    address = f"/admin/articles/author/{author.pk}/change/"
    data = {"name": author.name, "slug": author.slug, "bio_en": "New words", "bio_es": "", "photo": ""}
    page = editor.post(address, data | {"protected": "on"}, follow=True).content.decode()
    author.refresh_from_db()
    assert author.protected
    assert author.bio_en == "New words"
    assert Image.objects.get(pk=image.pk).credit == "Photo: The Gazette"
    assert "still written out in 1 text" in page
    form = editor.get(address).content.decode()
    assert 'href="?named=1">Look for the name in all public texts' in form
    assert change(story) not in form
    assert change(story) in editor.get(f"{address}?named=1").content.decode()
    assert EditorialEvent.objects.get(verb="protect").actor_name == "editor"
    editor.post(address, data | {"protected": "on", "bio_en": "Other words"})
    assert EditorialEvent.objects.filter(verb="protect").count() == 1
    editor.post(address, data)
    author.refresh_from_db()
    assert not author.protected
    assert EditorialEvent.objects.filter(verb="unprotect").count() == 1


# Who may


PANELS = ("checks", "notes", "links", "assign", "follow", "preview/live", "do/submit", "do/publish")


@pytest.mark.parametrize("panel", PANELS)
def test_the_panels_are_for_those_who_write(roles: None, panel: str) -> None:
    article = factories.draft()
    assert Client().post(at(article, panel)).status_code == 302  # to the sign-in
    outsider = signed_in("Audience")
    reads_only = panel in ("checks", "preview/live")
    assert outsider.post(at(article, panel)).status_code == (200 if reads_only else 403)
    assert not EditorNote.objects.exists()
    assert signed_in("Reporter").post(f"/admin/articles/article/0/{panel}/").status_code == 404


@pytest.mark.parametrize("panel", ["change", "checks", "notes", "links", "assign", "do/schedule"])
def test_the_form_and_every_panel_ask_at_most_twelve_questions(
    publisher: Client, panel: str, django_assert_max_num_queries: Any
) -> None:
    article = full_story()
    ContentType.objects.get_for_model(Article)  # asked for once in the life of a process
    with django_assert_max_num_queries(12):
        publisher.get(at(article, panel))


def test_the_live_checks_ask_twelve_questions_and_a_preview_those_of_a_readers_page_too(
    publisher: Client, django_assert_max_num_queries: Any
) -> None:
    article = full_story()
    data = filled_in(publisher.get(change(article))) | {"headline": "Typed"}
    with django_assert_max_num_queries(12):
        publisher.post(at(article, "checks"), data, headers=PART)
    # The house is read anew, and what would be related to these words is looked for and not in a list yet.
    with django_assert_max_num_queries(21):
        publisher.post(at(article, "preview/live"), data)


def full_story() -> Article:
    """A translation with everything, and with twenty notes and links."""
    chief = factories.chief()
    topics = tuple(factories.TopicFactory().pk for _ in range(3))
    source = factories.story(
        topics=topics,
        kicker_topic=topics[0],
        countries=(factories.CountryFactory().pk,),
        bylines=tuple((factories.AuthorFactory().pk, "author") for _ in range(3)),
        lead_image=factories.ImageFactory().pk,
        body='<p><a href="/nowhere/">A link</a> and words.</p>',
        tags=("one", "two"),
    )
    twin = translating.start(source, by=chief)
    publishing.publish(factories.rewritten(source, headline="Again"), by=chief)
    twin = factories.rewritten(twin, slug="otra", picks=(factories.story(language="es").pk,))
    for number in range(20):
        note = noting.write(twin, text=f"Note {number}", by=chief)
        noting.answer(note, text="Answer", by=chief)
        noting.resolve(note, by=chief)
        previewing.make(twin, purpose="lawyer", lasts=timedelta(days=1), by=chief)
    return publishing.publish(twin, by=chief)
