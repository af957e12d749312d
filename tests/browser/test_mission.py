"""The mission, played: a brief goes from an editor's hands to a reader, and a reader's words come back."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from articles import related
from articles.feedback.models import Message, Vote
from articles.models import Article
from tests import factories
from tests.articles import photographs
from tests.browser.conftest import Problems

PASSWORD = "a long enough password"

HEADLINE = "OAS meets for three days and puts its plan off"
PARAGRAPHS = (
    "The 41st General Assembly of the Organization of American States ended in El Salvador on Tuesday.",
    "Its theme was citizen security in the Americas.",
)


@pytest.fixture
def town(roles: None, transactional_db: None) -> Any:
    """A house with a section, a topic, an author and one older story; nobody has written about the summit yet."""
    factories.MastheadFactory()
    news = factories.SectionFactory(name_en="News", slug_en="news", slug_es="noticias")
    briefs = factories.SectionFactory(parent=news, name_en="Briefs", slug_en="briefs", slug_es="breves")
    topic = factories.TopicFactory(name_en="Regional security", slug_en="regional-security")
    author = factories.AuthorFactory(name="Inés Prieto")
    for role in ("Reporter", "Editor", "Audience"):
        factories.UserFactory(username=role.lower(), role=role, password=PASSWORD)
    return factories.story(
        section=briefs.pk,
        slug="an-older-story",
        headline="An older story",
        topics=(topic.pk,),
        bylines=((author.pk, "author"),),
    )


def sign_in_by_form(page: Page, name: str) -> None:
    page.goto("/admin/")
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Stories")


def press(page: Page, name: str) -> None:
    """Press a button of the story form and wait for what comes: the form sends itself when its autosave is through."""
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).click()


def choose(page: Page, field: str, text: str) -> None:
    """Choose a row in one of the admin's fields that search as you type."""
    page.locator(f"#id_{field} + .select2-container").click()
    page.locator(".select2-container--open .select2-search__field").fill(text)
    page.locator(".select2-results__option", has_text=text).first.click()


def upload_a_picture(page: Page, folder: Path) -> None:
    photograph = folder / "IMG_0042.jpg"
    photograph.write_bytes(photographs.with_a_position(photographs.scene()))
    page.goto("/admin/articles/image/add/")
    page.get_by_label("File").set_input_files(photograph)
    page.locator("#id_alt_en").fill("Flags in front of the assembly")
    page.locator("#id_credit").fill("Staff")
    page.get_by_label("Rights are cleared").check()
    page.locator("[name=_save]").click()
    expect(page.locator(".messagelist")).to_contain_text("added successfully")


def write_the_brief(page: Page) -> None:
    page.goto("/admin/articles/article/add/")
    page.locator("#id_headline").fill(HEADLINE)
    page.locator("#id_dek").fill("A regional plan against organised crime waits for a later meeting.")
    editor = page.locator(".ProseMirror").first
    editor.click()
    page.wait_for_timeout(200)
    for paragraph in PARAGRAPHS:
        page.keyboard.type(paragraph)
        page.keyboard.press("Enter")
    page.locator("#id_language").select_option("en")
    choose(page, "section", "Briefs")
    page.locator("#id_slug").fill("oas-meets")
    choose(page, "lead_image", "Flags")
    choose(page, "topics", "Regional security")
    page.keyboard.press("Escape")
    choose(page, "kicker_topic", "Regional security")
    page.locator("#id_tags").fill("summits, OAS")
    choose(page, "bylines-0-author", "Inés")
    choose(page, "picks-0-picked", "An older story")
    press(page, "Save draft")
    expect(page.locator(".messagelist")).to_contain_text("Readers don't see it yet")
    expect(page.get_by_role("button", name="Publish")).to_have_count(0)


def read_vote_and_comment(page: Page) -> None:
    """With JavaScript off: from the home page to the story, a vote, a comment."""
    page.goto("/")
    page.get_by_role("link", name=HEADLINE).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(HEADLINE)
    for text in (*PARAGRAPHS, "Inés Prieto", "Regional security", "Printing costs money.", "Copy us, and say so."):
        expect(page.get_by_text(text).first).to_be_visible()
    crumbs = page.get_by_role("navigation", name="You are here")
    expect(crumbs).to_contain_text("Home")
    expect(crumbs).to_contain_text("Briefs")
    expect(page.get_by_role("img", name="Flags in front of the assembly")).to_be_visible()
    expect(page.get_by_role("link", name="An older story")).to_be_visible()

    page.get_by_role("button", name="Yes").click()
    assert "/feedback/thanks/" in page.url
    expect(page.get_by_text("Printing costs money.").first).to_be_visible()

    page.goto("/news/briefs/oas-meets/")
    page.get_by_role("link", name="comments").first.click()
    expect(page.get_by_text(HEADLINE)).to_be_visible()
    page.get_by_label("Your comment").fill("Who hosted the assembly?")
    page.get_by_role("button", name="Send").click()
    assert "/feedback/thanks/" in page.url


def find_and_resolve(page: Page) -> None:
    page.goto("/admin/feedback/message/")
    page.get_by_role("link", name="Who hosted the assembly?").click()
    expect(page.get_by_text(HEADLINE).first).to_be_visible()
    page.get_by_role("button", name="No action needed").click()
    page.goto("/admin/feedback/message/?show=closed")
    expect(page.locator("#result_list")).to_contain_text("resolved")


def open_in_the_desk(page: Page, article: Article) -> None:
    page.goto(f"/admin/articles/article/{article.pk}/change/")


def test_the_mission(
    town: Article, open_page: Callable[..., Page], plain: Page, problems: Problems, tmp_path: Path
) -> None:
    reporter, editor, staff = open_page(), open_page(), open_page()

    sign_in_by_form(reporter, "reporter")
    upload_a_picture(reporter, tmp_path)
    write_the_brief(reporter)
    article = Article.objects.latest("pk")
    problems.allow("404 (Not Found)")
    assert plain.goto("/news/briefs/oas-meets/").status == 404

    sign_in_by_form(editor, "editor")
    open_in_the_desk(editor, article)
    press(editor, "Publish")
    expect(editor.locator(".messagelist")).to_contain_text("readers see it now")

    read_vote_and_comment(plain)
    assert list(Vote.objects.values_list("article", "helpful")) == [(article.pk, True)]
    assert Message.objects.get().article == article
    assert plain.context.cookies() == []

    sign_in_by_form(staff, "audience")
    find_and_resolve(staff)
    assert Message.objects.get().status == "resolved"

    # A new headline is a draft first, and readers see it when it is published.
    open_in_the_desk(editor, article)
    editor.locator("#id_headline").fill("OAS ends its assembly without a plan")
    press(editor, "Save draft")
    plain.goto("/news/briefs/oas-meets/")
    expect(plain.get_by_role("heading", level=1)).to_have_text(HEADLINE)
    press(editor, "Publish changes")
    plain.reload()
    expect(plain.get_by_role("heading", level=1)).to_have_text("OAS ends its assembly without a plan")

    # A new slug: the old address answers with one redirect.
    editor.locator("#id_slug").fill("oas-ends")
    press(editor, "Publish changes")
    expect(editor.locator(".messagelist")).to_contain_text("readers see it now")
    answer = plain.request.get("/news/briefs/oas-meets/", max_redirects=0)
    assert (answer.status, answer.headers["location"]) == (301, "/news/briefs/oas-ends/")
    assert plain.request.get("/news/briefs/oas-ends/", max_redirects=0).status == 200

    # Unpublished: gone from its addresses, the home page, search and what is related.
    assert "oas-ends" in plain.request.get("/search/?q=assembly").text()
    related.work_off(seconds=None)  # as the press does, which no server of a test has
    assert "oas-ends" in plain.request.get("/news/briefs/an-older-story/").text()
    editor.get_by_text("More", exact=True).click()
    press(editor, "Unpublish…")
    press(editor, "Unpublish")  # asked once more
    expect(editor.locator(".messagelist")).to_contain_text("no longer see it")
    for path in ("/news/briefs/oas-ends/", "/news/briefs/oas-meets/"):
        assert plain.request.get(path, max_redirects=0).status == 404
    for path in (
        "/",
        "/news/briefs/",
        "/search/?q=assembly",
        "/news/briefs/an-older-story/",
        "/topics/regional-security/",
    ):
        assert "oas-ends" not in plain.request.get(path).text(), path
