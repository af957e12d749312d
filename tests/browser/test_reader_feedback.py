"""A reader votes and writes without leaving the page; and without JavaScript the same works by pages."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from articles.feedback import counting, intake
from articles.feedback.models import Message, Vote
from tests.browser.conftest import Problems
from tests.site import edition

STORY = "/news/briefs/the-summit-ends/"


@pytest.fixture
def town(transactional_db: None, problems: Problems) -> None:
    edition.build()
    problems.allow("/media/")  # this edition's picture has no file


def sound(tab: Tab) -> list[str]:
    """What axe finds wrong with what is there now."""
    found = Axe().run(tab, options={"resultTypes": ["violations"]}).response["violations"]
    return [f"{violation['id']}: {violation['nodes'][0]['html']}" for violation in found]


def test_a_vote_is_answered_in_its_place_and_the_focus_goes_to_the_answer(town: None, wide: Tab) -> None:
    wide.goto(STORY)
    question = wide.locator("reader-feedback.helpful")
    question.get_by_role("button", name="No", exact=True).click()
    expect(question.get_by_role("heading", name="Thank you")).to_be_focused()
    expect(question.get_by_role("status")).to_have_text("Your vote was counted.")
    assert wide.url.endswith(STORY)
    assert sound(wide) == []
    question.get_by_role("button", name="It is unclear").click()
    expect(question).to_contain_text("That helps us")
    assert Vote.objects.get().reason == "unclear"
    wide.reload()
    question.get_by_role("button", name="Yes", exact=True).dblclick()
    expect(question).to_contain_text("It counts once a day")
    assert Vote.objects.count() == 1
    assert wide.context.cookies() == []


def test_an_error_is_reported_in_its_place_with_the_story_before_the_eyes(
    town: None, narrow: Tab, problems: Problems
) -> None:
    problems.allow("422")
    narrow.goto(STORY)
    place = narrow.locator("reader-feedback.comments")
    place.get_by_role("link", name="Report an error").click()
    expect(place.get_by_role("heading", name="Write to the newsroom")).to_be_focused()
    expect(place.get_by_role("textbox", name="Your comment")).to_have_count(0)
    place.get_by_label("What is wrong?").fill("It was 2023; ask ana@example.org.")
    place.get_by_label("Where is the proof?").fill("Page 4")
    place.get_by_label("How should it be put right?").fill("Write 2023.")
    place.get_by_role("button", name="Send", exact=True).click()
    warning = place.get_by_role("alert")
    expect(warning).to_be_focused()
    expect(warning).to_contain_text("an e-mail address")
    expect(place.get_by_label("Where is the proof?")).to_have_value("Page 4")
    assert sound(narrow) == []
    assert not Message.objects.exists()
    place.get_by_role("button", name="Send it as it is").click()
    expect(place.get_by_role("heading", name="Thank you")).to_be_focused()
    assert narrow.url.endswith(STORY)
    kept = Message.objects.get()
    assert (kept.kind, kept.proof, kept.remedy, kept.article.path) == ("error", "Page 4", "Write 2023.", STORY)


def test_the_kind_is_changed_and_nothing_typed_is_lost_without_javascript_too(town: None, plain: Tab) -> None:
    plain.goto("/feedback/")
    plain.get_by_label("Your comment").fill("The year is wrong.")
    plain.get_by_label("Report an error").check()
    expect(plain.get_by_label("What is wrong?")).to_have_value("The year is wrong.")
    plain.get_by_label("Where is the proof?").fill("The act itself")
    plain.get_by_role("button", name="Send", exact=True).click()
    expect(plain.get_by_role("heading", level=1)).to_have_text("Thank you")
    plain.go_back()
    expect(plain.get_by_label("What is wrong?")).to_have_value("The year is wrong.")
    plain.get_by_role("button", name="Send", exact=True).click()
    expect(plain.get_by_role("heading", level=1)).to_have_text("Thank you")
    assert list(Message.objects.values_list("kind", "proof")) == [("error", "The act itself")]


def test_a_connection_that_breaks_is_said_and_the_text_stays(town: None, wide: Tab, problems: Problems) -> None:
    problems.allow("Failed to load resource")
    wide.goto("/feedback/")
    wide.get_by_label("Your comment").fill("Written on a train")
    wide.context.set_offline(True)
    wide.get_by_role("button", name="Send", exact=True).click()
    expect(wide.get_by_role("status")).to_contain_text("the connection broke")
    expect(wide.get_by_label("Your comment")).to_have_value("Written on a train")
    wide.context.set_offline(False)
    wide.get_by_role("button", name="Send", exact=True).click()
    expect(wide.get_by_role("heading", level=1)).to_have_text("Thank you")
    assert Message.objects.count() == 1


TEXTS = [
    "",
    "plain",
    "a\r\nb\nc\rd",
    "  edges \n",
    "\u202eturned\u202c \u200b\ufeff\u00ad",
    "e\u0301 \u00e9 q\u0301",
    "q" + "\u0301" * 40,
    "\N{FACE WITH TEARS OF JOY}" * 3,
    "\N{WOMAN}\u200d\N{HEAVY BLACK HEART}\ufe0f\u200d\N{MAN}",
    "\U0001f469\U0001f3fd\u200d\U0001f680 \U0001f1e8\U0001f1f4\U0001f1ea\U0001f1e8",
    "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "한국어 각",
    "สวัสดี नमस्ते",
    "a\u0085b\u2028c\u2029d\x0be\x0cf\x1cg\x1fh",
    "\u00a0inside\u00a0no break\u202f5",
    "1️⃣ ©️",
]


@pytest.mark.parametrize("language", ["en", "es"])
def test_browser_and_server_count_alike(town: None, wide: Tab, language: str) -> None:
    wide.goto("/feedback/" if language == "en" else "/es/comentarios/")
    script = wide.locator("script[src*='reader-feedback']").get_attribute("src")
    counted = wide.evaluate(
        "async ([address, texts]) => { const { characters } = await import(address); return texts.map(characters) }",
        [script, TEXTS],
    )
    assert counted == [counting.characters(intake.readable(text)) for text in TEXTS]
    wide.locator("#feedback-text").fill("x" * 1501)
    hint = wide.locator("#feedback-text-hint")
    expect(hint).to_have_text("1 characters too many." if language == "en" else "Sobran 1 caracteres.")


def test_only_one_form_is_open_on_a_page(town: None, open_page: Callable[..., Tab]) -> None:
    tab = open_page()
    tab.goto(STORY)
    tab.locator("reader-feedback.helpful").get_by_role("button", name="Yes", exact=True).click()
    tab.locator("reader-feedback.helpful").get_by_role("link", name="Send us your comments").click()
    expect(tab.locator("#feedback-text")).to_be_visible()
    tab.locator("reader-feedback.comments").get_by_role("link", name="Report an error").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("Write to the newsroom")
    assert "kind=error" in tab.url
