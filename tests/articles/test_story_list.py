"""The list of stories at the desk: every order and page of it, and what its rows lead to."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from articles import binning
from tests import factories
from tests.articles.reading import signed_in, tree, words

pytestmark = pytest.mark.django_db

STORIES = "/admin/articles/article/"


@pytest.fixture
def editor(roles: None) -> Client:
    return signed_in("Editor")


def rows(page: Any) -> list[Any]:
    return tree(page.content.decode()).findall(".//*[@id='result_list']/tbody/tr")


@pytest.mark.parametrize("order", ["", "o=1", "o=-1", "o=2", "o=-2", "o=3", "o=4", "o=5", "q=draft&o=-1"])
def test_every_order_shows_each_story_once_over_its_pages(
    editor: Client, monkeypatch: pytest.MonkeyPatch, order: str
) -> None:
    monkeypatch.setattr("articles.admin.stories.listing.StoryListing.list_per_page", 2)
    monkeypatch.setattr("articles.admin.stories.listing.StoryListing.list_max_show_all", 2)
    drafts = [factories.draft(headline=f"Draft {number}") for number in (2, 1, 3)]
    live = [factories.story(headline=f"Draft {number}") for number in (5, 4)]
    listed = [
        story for number in (1, 2, 3) for story in editor.get(f"{STORIES}?{order}&p={number}").context["cl"].result_list
    ]
    assert len(listed) == 5
    assert {story.pk for story in listed} == {story.pk for story in [*drafts, *live]}
    headlines = [story.draft.headline for story in listed]
    if "o=1" in order:
        assert headlines == sorted(headlines)
    elif "o=-1" in order:
        assert headlines == sorted(headlines, reverse=True)
    elif order == "o=2":
        assert [story.state for story in listed] == ["live"] * 2 + ["unpublished"] * 3
    elif not order:
        assert headlines == ["Draft 4", "Draft 5", "Draft 3", "Draft 1", "Draft 2"]  # the last saved first


def test_the_bin_is_a_filter_of_its_own(editor: Client) -> None:
    kept, gone = factories.draft(headline="Kept"), factories.draft(headline="Gone")
    binning.throw(gone, by=factories.chief())
    for query, shown in (
        ("", [kept]),
        ("state__exact=binned", [gone]),
        ("q=gone", []),
        ("q=gone&state__exact=binned", [gone]),
    ):
        assert list(editor.get(f"{STORIES}?{query}").context["cl"].result_list) == shown


def test_a_row_leads_to_its_story_with_the_filters_and_can_be_ticked_by_name(editor: Client) -> None:
    story = factories.draft(headline="Five & a “half” <b>")
    [row] = rows(editor.get(f"{STORIES}?q=five+%26&language__exact=en"))
    link = row.find(".//th//a")
    address = urlsplit(link.get("href"))
    assert address.path == f"{STORIES}{story.pk}/change/"
    assert parse_qs(address.query) == {"_changelist_filters": ["q=five+%26&language__exact=en"]}
    assert words(link) == "Five & a “half” <b>"
    box = row.find("./td[@class='action-checkbox']/input[@class='action-select']")
    assert box.attrib == {
        "type": "checkbox",
        "name": "_selected_action",
        "value": str(story.pk),
        "class": "action-select",
        "aria-label": "Select this object for an action - Five & a “half” <b>",
    }
    [row] = rows(editor.get(STORIES))
    assert row.find(".//th//a").get("href") == f"{STORIES}{story.pk}/change/"
