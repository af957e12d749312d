"""No saved word is lost, played: typing, leaving, crashing, two people at one story, and a session that ends."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import BrowserContext, Page, expect

from articles import revising
from articles.models import Article
from tests import factories
from tests.browser.conftest import Problems, sign_in

PASSWORD = "a long enough password"
SAVED = "story-saving [role=status]"
NOTICE = "story-saving [role=alert]"


@pytest.fixture
def staff(roles: None, transactional_db: None) -> dict[str, Any]:
    factories.MastheadFactory()
    return {name: factories.UserFactory(username=name, role="Editor", password=PASSWORD) for name in ("rosa", "beto")}


@pytest.fixture
def article(staff: dict[str, Any]) -> Article:
    return factories.story(
        headline="Ten boats on the river", dek="What was seen.", body="<p>First paragraph.</p><p>Second paragraph.</p>"
    )


@pytest.fixture
def at_the_desk(open_page: Callable[..., Page], staff: dict[str, Any], article: Article) -> Callable[..., Page]:
    """A page of somebody who is signed in, at the form of the story."""

    def at_the_desk(name: str, *, by_form: bool = False, **options: Any) -> Page:
        page = open_page(**options)
        if by_form:  # a cookie that the site set itself: one that a test has set would stay beside the next
            sign_in_by_form(page, name)
        else:
            sign_in(page, staff[name])
        page.goto(f"/admin/articles/article/{article.pk}/change/")
        if options.get("java_script_enabled", True):
            expect(page.locator(".ProseMirror").first).to_be_visible()
        return page

    return at_the_desk


def head(article: Article) -> Any:
    return revising.head_snapshot(Article.objects.get(pk=article.pk))


def type_into_the_text(page: Page, words: str) -> None:
    page.locator(".ProseMirror").first.click()
    page.wait_for_timeout(200)
    page.keyboard.press("Control+End")
    page.keyboard.type(words)


def sign_in_by_form(page: Page, name: str) -> None:
    page.goto("/admin/login/")
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("button", name="Log out")).to_be_visible()


def end_sessions() -> None:
    Session.objects.all().delete()


def sign_in_on_the_spot(page: Page, name: str) -> None:
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Username").fill(name)
    dialog.get_by_label("Password").fill(PASSWORD)
    dialog.get_by_role("button", name="Sign in", exact=True).click()


def test_what_is_typed_is_at_the_server_within_seconds_and_readers_see_nothing_of_it(
    at_the_desk: Callable[..., Page], plain: Page, article: Article
) -> None:
    before = [plain.request.get(path).body() for path in ("/", article.path, "/feed/")]
    page = at_the_desk("rosa")
    type_into_the_text(page, " And a canary.")
    expect(page.locator(SAVED)).to_contain_text("Saved")
    assert "And a canary." in head(article).body
    page.locator("#id_headline").fill("Twelve boats on the river")
    expect(page.locator("#id_version")).to_have_value("3", timeout=20_000)
    assert head(article).headline == "Twelve boats on the river"
    assert [plain.request.get(path).body() for path in ("/", article.path, "/feed/")] == before


def test_opening_a_form_and_looking_at_it_saves_nothing(at_the_desk: Callable[..., Page], article: Article) -> None:
    page = at_the_desk("rosa")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator("h1").click()
    page.wait_for_timeout(4_000)
    assert not [url for url in asked if "autosave" in url]
    assert article.revisions.count() == 1


def test_after_a_crash_the_draft_is_there(at_the_desk: Callable[..., Page], article: Article) -> None:
    page = at_the_desk("rosa")
    type_into_the_text(page, " Written before the lights went out.")
    expect(page.locator(SAVED)).to_contain_text("Saved")
    page.context.close()  # no unload handler runs
    again = at_the_desk("rosa")
    expect(again.locator(".ProseMirror").first).to_contain_text("Written before the lights went out.")


def test_a_new_story_takes_its_address_when_it_is_stored(
    open_page: Callable[..., Page], staff: dict[str, Any], problems: Problems
) -> None:
    problems.allow("422 (Unprocessable Entity)")
    page = open_page()
    sign_in(page, staff["rosa"])
    page.goto("/admin/articles/article/add/")
    page.locator("#id_headline").fill("Nobody has pressed a button")
    expect(page.locator(SAVED)).to_contain_text("choose the language")
    page.locator("#id_language").select_option("en")
    expect(page.locator(SAVED)).to_contain_text("Saved")
    story = Article.objects.get(draft__headline="Nobody has pressed a button")
    assert page.url.endswith(f"/admin/articles/article/{story.pk}/change/")
    page.locator("#id_dek").fill("And goes on writing.")
    page.get_by_role("button", name="Save draft").click()
    expect(page.locator(".messagelist")).to_contain_text("The draft is saved")
    assert head(story).dek == "And goes on writing."
    assert Article.objects.count() == 1


def test_leaving_warns_when_something_is_not_saved_and_only_then(
    at_the_desk: Callable[..., Page], problems: Problems
) -> None:
    problems.allow("ERR_FAILED")
    page = at_the_desk("rosa")
    warned: list[str] = []

    def on_dialog(dialog: Any) -> None:
        warned.append(dialog.type)
        dialog.accept()

    page.on("dialog", on_dialog)
    page.locator("#id_dek").fill("Saved before leaving.")
    expect(page.locator(SAVED)).to_contain_text("Saved")
    page.reload()
    assert warned == []
    page.route("**/autosave/", lambda route: route.abort())
    page.locator("#id_dek").fill("Not saved before leaving.")
    expect(page.locator(SAVED)).to_contain_text("no connection")
    page.reload()
    assert warned == ["beforeunload"]


def test_a_lost_answer_is_asked_for_again_and_counts_once(
    at_the_desk: Callable[..., Page], article: Article, problems: Problems
) -> None:
    problems.allow("ERR_FAILED")
    page = at_the_desk("rosa")
    lost: list[str] = []

    def lose_the_first(route: Any) -> None:
        if lost:
            route.fallback()
            return
        lost.append(route.request.url)
        route.fetch()  # the server stores it
        route.abort()  # and nobody hears of it

    page.route("**/autosave/", lose_the_first)
    page.locator("#id_dek").fill("Sent twice.")
    expect(page.locator(SAVED)).to_contain_text("no connection")
    page.locator("#id_dek").fill("Sent twice, and gone on.")
    expect(page.locator("#id_version")).to_have_value("3", timeout=20_000)
    assert [revision.snapshot["dek"] for revision in article.revisions.order_by("number")] == [
        "What was seen.",
        "Sent twice.",
        "Sent twice, and gone on.",
    ]


def test_a_double_click_makes_one_revision(at_the_desk: Callable[..., Page], article: Article) -> None:
    page = at_the_desk("rosa")
    page.locator("#id_dek").fill("Clicked twice.")
    page.get_by_role("button", name="Save draft").dblclick()
    expect(page.locator(".messagelist")).to_contain_text("The draft is saved")
    assert article.revisions.count() == 2


def test_two_browsers_one_story_and_the_second_chooses_part_by_part(
    at_the_desk: Callable[..., Page], article: Article, problems: Problems
) -> None:
    problems.allow("409 (Conflict)")
    rosa, beto = at_the_desk("rosa"), at_the_desk("beto")
    rosa.locator("#id_headline").fill("Twelve boats on the river")
    rosa.get_by_role("button", name="Save draft").click()
    expect(rosa.locator(".messagelist")).to_contain_text("The draft is saved")
    type_into_the_text(beto, " With a postscript.")
    expect(beto.locator(NOTICE)).to_contain_text("rosa saved this story")
    beto.locator("#id_dek").fill("Typed after the conflict.")
    beto.get_by_role("button", name="Compare and choose").click()
    expect(beto.get_by_role("heading", level=1)).to_contain_text("Somebody else saved this story")
    expect(beto.locator("ins", has_text="With a postscript.").first).to_be_visible()
    expect(beto.locator("del", has_text="Twelve").first).to_be_visible()
    beto.get_by_role("button", name="Save what I chose").click()
    expect(beto.locator(".messagelist")).to_contain_text("The draft is saved")
    made = head(article)
    assert (made.headline, made.dek) == ("Twelve boats on the river", "Typed after the conflict.")
    assert "With a postscript." in made.body


def test_the_choice_works_without_javascript(
    at_the_desk: Callable[..., Page], article: Article, problems: Problems
) -> None:
    problems.allow("409 (Conflict)")
    plain = at_the_desk("beto", java_script_enabled=False)
    factories.rewritten(article, headline="Hers", dek="Hers too")
    plain.locator("#id_headline").fill("His")
    plain.get_by_role("button", name="Save draft").click()
    plain.get_by_role("group", name="Headline").get_by_role("radio", name="Mine").check()
    plain.get_by_role("button", name="Save what I chose").click()
    expect(plain.locator(".messagelist")).to_contain_text("The draft is saved")
    assert (head(article).headline, head(article).dek) == ("His", "Hers too")


def test_the_form_says_who_else_has_the_story_open(at_the_desk: Callable[..., Page]) -> None:
    rosa = at_the_desk("rosa")
    beto = at_the_desk("beto")
    expect(beto.locator("story-presence")).to_contain_text("Also open: rosa")
    expect(rosa.locator("story-presence")).to_contain_text("Also open: beto (since", timeout=15_000)
    beto.goto("/admin/")
    expect(rosa.locator("story-presence")).not_to_contain_text("beto", timeout=15_000)


def test_an_ended_session_is_renewed_on_the_spot_and_the_same_save_goes_through(
    at_the_desk: Callable[..., Page], article: Article, problems: Problems
) -> None:
    problems.allow("401 (Unauthorized)")
    problems.allow("403 (Forbidden)")
    page = at_the_desk("rosa", by_form=True)
    end_sessions()
    type_into_the_text(page, " Nothing of this is lost.")
    expect(page.locator(NOTICE)).to_contain_text("you are signed out")
    page.get_by_role("button", name="Save and preview").click()
    page.get_by_role("dialog").get_by_label("Password").fill("wrong")
    page.get_by_role("dialog").get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("dialog").get_by_role("alert")).to_contain_text("correct username")
    sign_in_on_the_spot(page, "rosa")
    page.wait_for_url("**/preview/")  # the button that was pressed
    expect(page.get_by_text("Nothing of this is lost.").first).to_be_visible()
    assert "Nothing of this is lost." in head(article).body


def test_typing_goes_on_under_a_renewed_session(
    at_the_desk: Callable[..., Page], article: Article, problems: Problems
) -> None:
    problems.allow("401 (Unauthorized)")
    problems.allow("403 (Forbidden)")
    page = at_the_desk("rosa", by_form=True)
    end_sessions()
    page.locator("#id_dek").fill("Typed while signed out.")
    page.get_by_role("button", name="Sign in and save").click()
    sign_in_on_the_spot(page, "rosa")
    expect(page.locator(SAVED)).to_contain_text("Saved")
    assert head(article).dek == "Typed while signed out."


def test_another_person_who_signs_in_is_asked_before_anything_is_saved(
    at_the_desk: Callable[..., Page], article: Article, problems: Problems
) -> None:
    problems.allow("401 (Unauthorized)")
    problems.allow("403 (Forbidden)")
    page = at_the_desk("rosa", by_form=True)
    end_sessions()
    page.locator("#id_dek").fill("Rosa typed this.")
    page.get_by_role("button", name="Sign in and save").click()
    sign_in_on_the_spot(page, "beto")
    expect(page.get_by_role("dialog")).to_contain_text("You are signed in as beto")
    page.wait_for_timeout(3_000)
    assert article.revisions.count() == 1
    page.get_by_role("button", name="Save as beto").click()
    expect(page.locator(SAVED)).to_contain_text("Saved")
    assert Article.objects.get().draft.saved_by.get_username() == "beto"


def test_without_javascript_an_ended_session_holds_the_text(
    at_the_desk: Callable[..., Page], article: Article, staff: dict[str, Any], problems: Problems
) -> None:
    problems.allow("403 (Forbidden)")
    plain = at_the_desk("rosa", by_form=True, java_script_enabled=False)
    end_sessions()
    plain.locator("#id_headline").fill("Written “while” signed <out>")
    plain.get_by_role("button", name="Save draft").click()
    expect(plain.get_by_role("heading", level=1)).to_contain_text("Your text is still here")
    with _tab(plain.context) as tab:
        sign_in_by_form(tab, "rosa")
    plain.get_by_role("button", name="Save now").click()
    expect(plain.get_by_role("heading", level=1)).to_contain_text("save it once more")
    plain.get_by_role("button", name="Save now").click()
    expect(plain.locator(".messagelist")).to_contain_text("The draft is saved")
    assert head(article).headline == "Written “while” signed <out>"


class _tab:  # noqa: N801
    """A second tab of the same browser."""

    def __init__(self, context: BrowserContext) -> None:
        self.page = context.new_page()

    def __enter__(self) -> Page:
        return self.page

    def __exit__(self, *problem: object) -> None:
        self.page.close()
