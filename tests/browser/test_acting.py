"""The workflow on the story form as editors meet it: live checks, live preview, hours, notes, links, and keys alone."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from articles import noting, revising, translating
from articles.models import Article, EditorNote, PreviewLink
from tests import factories
from tests.browser.conftest import Problems, sign_in


@pytest.fixture
def editor(roles: None) -> Any:
    return factories.UserFactory(username="editor", role="Editor")


def opened(page: Page, article: Article, user: Any) -> Page:
    sign_in(page, user)
    page.goto(f"/admin/articles/article/{article.pk}/change/")
    expect(page.locator(".ProseMirror")).to_be_visible()
    return page


def tab(page: Page, name: str) -> None:
    page.get_by_role("tab", name=re.compile(f"^{name}")).click()


def verdict(page: Page) -> Locator:
    return page.locator("[data-verdict]")


def test_the_checks_follow_the_keys_and_lead_to_the_field(wide: Page, editor: Any) -> None:
    article = factories.draft(kicker_topic=factories.TopicFactory().pk)
    opened(wide, article, editor)
    expect(verdict(wide)).to_have_text("Ready to publish")
    wide.fill("#id_headline", "")
    expect(verdict(wide)).to_have_text("1 thing stands in the way.")
    expect(wide.get_by_role("tab", name="Checks (1)")).to_be_visible()
    wide.get_by_role("link", name="Give the story a headline.").click()
    expect(wide.locator("#id_headline")).to_be_focused()
    wide.keyboard.type("There it is")
    expect(verdict(wide)).to_have_text("Ready to publish")
    wide.locator(".ProseMirror").click()
    wide.wait_for_timeout(250)
    wide.keyboard.press("Control+End")
    wide.keyboard.type(" And four words more.")
    expect(wide.locator(".counts")).to_contain_text("8 words")
    assert article.revisions.count() == 1


def test_the_checks_lead_into_the_editor_and_to_a_field_that_searches(wide: Page, editor: Any) -> None:
    opened(wide, factories.draft(body="", section=None, bylines=()), editor)
    wide.get_by_role("link", name="Write the story’s text.").click()
    expect(wide.locator(".ProseMirror")).to_be_focused()
    wide.keyboard.type("Words.")
    wide.get_by_role("link", name="Choose a section.").click()
    expect(wide.locator(".field-section .select2-selection")).to_be_focused()
    wide.get_by_role("link", name="Say who signs the story.").click()
    assert wide.evaluate("document.querySelector('#bylines').contains(document.activeElement)")


def test_the_preview_is_live_while_typing_and_turns_to_the_other_language(
    wide: Page, editor: Any, problems: Any
) -> None:
    article = factories.story(headline="Live words")
    twin = translating.start(article, by=factories.chief())
    factories.rewritten(twin, headline="En español")
    # On a slow machine the form may save itself meanwhile; here only the preview could have stored what was typed.
    wide.route("**/autosave/", lambda route: route.abort())
    problems.allow("/autosave/")  # that it fails is told in the console
    opened(wide, article, editor)
    tab(wide, "Preview")
    frame = wide.frame_locator("story-preview iframe")
    expect(frame.locator("h1")).to_have_text("Live words")
    wide.fill("#id_headline", "Typed words")
    expect(frame.locator("h1")).to_have_text("Typed words")
    expect(frame.get_by_text("Preview: readers don’t see this version.")).to_be_visible()
    wide.locator("story-preview").get_by_role("link", name="Spanish").click()
    expect(frame.locator("h1")).to_have_text("En español")
    wide.locator("story-preview").get_by_role("link", name="English").click()
    expect(frame.locator("h1")).to_have_text("Typed words")
    assert Article.objects.get(pk=article.pk).headline == "Live words"
    assert revising.head_snapshot(Article.objects.get(pk=article.pk)).headline == "Live words"


def test_an_hour_is_said_in_utc_while_it_is_typed_and_after_it_is_saved(wide: Page, editor: Any, settings: Any) -> None:
    settings.TIME_ZONE = "America/New_York"
    article = factories.draft()
    opened(wide, article, editor)
    hour = wide.locator(".schedule newsroom-hour")
    expect(hour).to_contain_text("newsroom time (America/New_York)")
    field = hour.locator("input")
    for wall, said in {
        "2027-01-05T09:30": "14:30 UTC",
        "2027-07-05T09:30": "13:30 UTC",
        "2027-11-07T01:30": "comes twice",
        "2027-03-14T02:30": "does not exist",
        "2190-01-05T22:15": "Jan 6, 2190, 03:15 UTC",
    }.items():
        field.fill(wall)
        expect(hour.locator("output")).to_contain_text(said)
    wide.locator(".schedule").get_by_role("button", name="Schedule").click()
    standing = wide.locator(".standing__due")
    expect(standing).to_contain_text("5 Jan 2190, 22:15")
    expect(standing).to_contain_text("America/New_York")
    expect(standing).to_contain_text("6 Jan 2190, 03:15 UTC")
    assert Article.objects.get().draft.due_at == datetime(2190, 1, 6, 3, 15, tzinfo=UTC)


def test_a_note_quotes_what_is_selected_and_is_answered_without_leaving_the_text(wide: Page, editor: Any) -> None:
    article = factories.draft(body="<p>It lasted three days.</p>")
    opened(wide, article, editor)
    wide.fill("#id_headline", "Not saved yet")
    wide.locator(".ProseMirror").click()
    wide.wait_for_timeout(250)
    wide.keyboard.press("Control+a")
    tab(wide, "Notes")
    notes = wide.locator("#notes")
    notes.get_by_label("Note", exact=True).fill("Who says so?")
    expect(notes.get_by_label("About the passage")).to_have_value("It lasted three days.")
    notes.get_by_role("button", name="Add the note").click()
    expect(notes.locator(".note__passage")).to_have_text("It lasted three days.")
    expect(wide.get_by_role("tab", name="Notes (1)")).to_be_visible()
    notes.get_by_role("textbox", name="Answer").fill("The minister.")
    notes.get_by_role("button", name="Answer").click()
    expect(notes.locator(".note__answer")).to_contain_text("The minister.")
    tab(wide, "Checks")
    expect(wide.get_by_role("link", name="Editors’ notes are open: 1. Resolve them.")).to_be_visible()
    wide.get_by_role("link", name="Editors’ notes are open: 1. Resolve them.").click()
    notes.get_by_role("button", name="Resolve").click()
    expect(notes.get_by_text("Resolved by editor")).to_be_visible()
    expect(wide.get_by_role("tab", name="Checks", exact=True)).to_be_visible()
    expect(wide.locator("#id_headline")).to_have_value("Not saved yet")
    assert EditorNote.objects.filter(thread=None).get().resolved_by == editor


def test_a_link_opens_for_somebody_without_an_account_until_it_is_revoked(
    wide: Page, open_page: Callable[..., Page], editor: Any, problems: Problems
) -> None:
    problems.allow("404 (Not Found)")
    article = factories.draft(headline="For the lawyer")
    opened(wide, article, editor)
    tab(wide, "Links")
    links = wide.locator("#links")
    links.get_by_label("For whom").fill("lawyer")
    links.get_by_role("button", name="Make a link").click()
    address = re.sub(r"^https?://[^/]+", "", links.locator("copy-text textarea").input_value())
    outside = open_page()
    outside.goto(address)
    expect(outside.locator("h1")).to_have_text("For the lawyer")
    assert outside.context.cookies() == []
    assert outside.evaluate("document.body.innerHTML").count(address.split("/")[2]) == 0
    with outside.expect_request(lambda asked: asked.is_navigation_request() and asked.url.endswith("/about/")) as asked:
        outside.get_by_role("link", name="About us").first.click()
    assert "referer" not in asked.value.headers
    assert PreviewLink.objects.get().times_opened == 1
    links.get_by_role("button", name="Revoke").click()
    expect(links.get_by_text("revoked")).to_be_visible()
    answer = outside.goto(address)
    assert answer
    assert answer.status == 404


def test_a_story_is_published_by_the_keyboard_alone(wide: Page, editor: Any) -> None:
    article = factories.draft(headline="By mouse or not", body="<p>Words.</p>")
    opened(wide, article, editor)
    wide.focus(".ProseMirror")
    wide.wait_for_timeout(250)
    wide.keyboard.press("Control+End")
    wide.keyboard.type(" More words.")
    wide.keyboard.press("Control+s")
    expect(wide.get_by_text("The draft is saved.")).to_be_visible()
    assert revising.head_snapshot(Article.objects.get()).body == "<p>Words. More words.</p>"
    # The page came anew: a key that is pressed before its scripts are there is nobody's.
    wide.wait_for_function("['desk-keys', 'story-preview'].every((name) => customElements.get(name))")
    wide.keyboard.press("Control+Shift+P")
    expect(wide.frame_locator("story-preview iframe").locator("h1")).to_have_text("By mouse or not")
    wide.focus(".ProseMirror")
    wide.keyboard.press("Control+Enter")
    dialog = wide.get_by_role("dialog")
    expect(dialog).to_contain_text("Ready to publish")
    wide.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    assert not Article.objects.published().exists()
    wide.keyboard.press("Control+Enter")
    expect(dialog.get_by_role("button", name="Publish")).to_be_focused()
    wide.keyboard.press("Enter")
    expect(wide.get_by_text("is published: readers see it now.")).to_be_visible()
    assert Article.objects.published().get().body == "<p>Words. More words.</p>"


def test_a_slash_goes_to_the_search_of_the_list_unless_somebody_writes_or_has_turned_it_off(
    wide: Page, editor: Any
) -> None:
    factories.draft()
    sign_in(wide, editor)
    wide.goto("/admin/articles/article/")
    search = wide.locator("#searchbar")
    search.blur()
    wide.keyboard.press("/")
    expect(search).to_be_focused()
    wide.keyboard.press("/")
    expect(search).to_have_value("/")
    wide.get_by_text("Keyboard", exact=True).click()
    wide.get_by_label("Listen to these keys").uncheck()
    wide.reload()
    search.blur()
    wide.keyboard.press("/")
    expect(search).not_to_be_focused()


def test_all_of_it_works_without_a_script(plain: Page, editor: Any) -> None:
    article = factories.draft(headline="Plain", slug="")
    sign_in(plain, editor)
    plain.goto(f"/admin/articles/article/{article.pk}/change/")
    plain.get_by_role("link", name="What stands in the way of publication").click()
    plain.get_by_role("link", name="Give the story a slug").click()
    plain.locator("#id_slug").fill("plain")
    plain.locator(".desk-buttons [name=_publish]").click()
    expect(plain.get_by_text("is published: readers see it now.")).to_be_visible()
    noting.write(Article.objects.get(), text="Is that so?", by=factories.chief())
    plain.get_by_role("link", name="Read and write notes").click()
    plain.get_by_role("button", name="Resolve").click()
    expect(plain.get_by_text("Resolved by editor")).to_be_visible()
    plain.go_back()
    plain.goto(f"/admin/articles/article/{article.pk}/change/")
    plain.get_by_text("More", exact=True).click()
    plain.get_by_role("button", name="Unpublish").click()
    expect(plain.get_by_text("Readers will get “not found”")).to_be_visible()
    assert Article.objects.published().exists()
    plain.get_by_label("Reason").fill("A mistake")
    plain.get_by_role("button", name="Unpublish").click()
    expect(plain.get_by_text("readers no longer see it")).to_be_visible()
    assert not Article.objects.published().exists()
