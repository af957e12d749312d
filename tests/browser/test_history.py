"""The history of a story in a browser: choose two revisions, see what changed, go back."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from articles import revising
from articles.models import Article
from tests import factories
from tests.browser.conftest import Problems, sign_in


@pytest.fixture
def article(roles: None, transactional_db: None) -> Article:
    """A live story whose draft has moved on twice."""
    chief = factories.chief()
    peru, chile = factories.CountryFactory(name_en="Peru"), factories.CountryFactory(name_en="Chile")
    article = factories.story(
        headline="Police seize 10 boats",
        countries=(peru.pk,),
        body="<p>The harbour at night</p><p>Ten boats lay there.</p><p>Nobody spoke.</p>",
    )
    article = factories.rewritten(article, headline="Police seize 12 boats", countries=(peru.pk, chile.pk))
    article = Article.objects.get(pk=article.pk)
    typed = revising.head_snapshot(article).changed(
        body="<h2>The harbour at night</h2><p>Twelve boats lay there.</p><p>Nobody spoke.</p>"
    )
    revising.autosave(article, typed, by=chief, version=article.draft.version)
    return Article.objects.get(pk=article.pk)


def test_an_editor_compares_and_goes_back_without_javascript(plain: Page, article: Article) -> None:
    sign_in(plain, factories.UserFactory(role="Reporter"))
    plain.goto(f"/admin/articles/article/{article.pk}/history/")
    plain.get_by_label("from revision 1", exact=True).check()
    plain.get_by_label("to revision 3", exact=True).check()
    plain.get_by_role("button", name="Compare the two chosen").click()
    expect(plain).to_have_url(re.compile(r"/compare/1/3/$"))
    expect(plain.locator("[data-part=headline] [data-side=one] del")).to_contain_text("10")
    expect(plain.locator("[data-part=headline] [data-side=other] ins")).to_contain_text("12")
    expect(plain.locator("[data-part=body]")).to_contain_text("Changed: heading")
    plain.get_by_role("link", name="Make it the draft again… revision 1").click()
    plain.get_by_role("button", name="Yes, make revision 1 the draft").click()
    assert revising.head_snapshot(Article.objects.get(pk=article.pk)).headline == "Police seize 10 boats"
    assert article.revisions.count() == 4


def test_sides_stand_beside_each_other_or_below_where_there_is_no_room(
    open_page: Callable[..., Page], article: Article, problems: Problems
) -> None:
    editor = factories.UserFactory(role="Editor")
    for width in (1280, 390):
        page = open_page(viewport={"width": width, "height": 900})
        sign_in(page, editor)
        page.goto(f"/admin/articles/article/{article.pk}/change/")
        page.get_by_role("link", name="What readers don’t see yet").click()
        page.wait_for_url("**/compare/**", wait_until="load")
        # Both in one look: a font that arrives between two looks would move one of them.
        one, other = page.evaluate(
            """() => ['one', 'other'].map((side) =>
                 document.querySelector(`[data-part=headline] [data-side=${side}]`).getBoundingClientRect().toJSON())"""
        )
        if width > 1000:
            assert one["y"] == other["y"]
        else:
            assert one["x"] == other["x"]
            assert one["y"] + one["height"] <= other["y"]
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
