"""A reader reports an error in the page and ticks that an answer is welcome; an editor corrects the story; the reader is told."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from articles.feedback import letters
from articles.feedback.models import Letter, Message
from articles.models import Article, Correction
from tests import factories
from tests.browser.conftest import Problems, sign_in
from tests.feedback import mailserver
from tests.feedback.scenes import message


def test_the_tick_is_part_of_the_form_in_its_place_and_outlives_a_warning(
    transactional_db: None, narrow: Tab, problems: Problems
) -> None:
    problems.allow("422")
    factories.MastheadFactory()
    article = factories.story(headline="The port")
    narrow.goto(article.get_absolute_url())
    place = narrow.locator("reader-feedback.comments")
    place.get_by_role("link", name="Report an error").click()
    box = place.get_by_role("checkbox", name="The newsroom may also answer me at this address")
    expect(box).not_to_be_checked()
    place.get_by_label("What is wrong?").fill("It was 2023; ask 555-123-4567.")
    place.get_by_label("Your e-mail").fill("ana@example.org")
    box.check()
    place.get_by_role("button", name="Send", exact=True).click()
    expect(place.get_by_role("alert")).to_contain_text("Nothing was sent yet")
    expect(box).to_be_checked()
    place.get_by_role("button", name="Send it as it is").click()
    expect(place.get_by_role("heading", name="Thank you")).to_be_focused()
    kept = Message.objects.get()
    assert (kept.email, kept.answer_welcome, kept.kind) == ("ana@example.org", True, "error")


def test_from_the_message_to_the_correction_to_the_letter(
    transactional_db: None, roles: None, open_page: Callable[..., Tab], settings: Any
) -> None:
    factories.MastheadFactory()
    article = factories.story(headline="The port", dek="Opened in 2022.")
    letter = message(article=article, kind="error", text="It opened in 2023.", email="ana@example.org")
    desk = open_page()
    sign_in(desk, factories.UserFactory(username="edith", role="Editor"))
    desk.goto(f"/admin/feedback/message/{letter.pk}/change/")
    desk.get_by_role("button", name="Correct the story").click()
    row = desk.locator("#corrections .desk-row").first
    expect(row.locator(".desk-report")).to_contain_text("It opened in 2023.")
    expect(desk.locator(".ProseMirror").first).to_be_visible()
    desk.get_by_label("Dek").fill("Opened in 2023.")
    row.locator("textarea").fill("The port opened in 2023, not in 2022.")
    # What was typed is stored by itself, and the row is the same one after a reload.
    expect(desk.locator("story-saving [role=status]")).to_contain_text("Saved")
    desk.reload()
    expect(desk.locator("#corrections .desk-row").first.locator("textarea")).to_have_value(
        "The port opened in 2023, not in 2022."
    )
    desk.get_by_role("button", name="Publish", exact=False).first.click()
    expect(desk.locator(".messagelist")).to_contain_text("readers see it now")
    letter.refresh_from_db()
    correction = Correction.objects.get()
    assert (letter.status, letter.outcome, correction.key) == ("resolved", "corrected", letter.correction)
    assert Article.objects.get().dek == "Opened in 2023."
    with mailserver.running(settings) as post:
        letters.send(Letter.objects.get().pk)
        (mail,) = post.taken
    assert "The port opened in 2023, not in 2022." in mail.get_content()
    desk.goto(f"/admin/feedback/message/{letter.pk}/change/#answer")
    expect(desk.locator("#answer")).to_contain_text("news of a correction")
    expect(desk.locator("#correcting")).to_contain_text("The port opened in 2023")
