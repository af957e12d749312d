"""Everything a reader can do, with JavaScript off and on a telephone: read, find, change language, vote, write, republish."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from articles.feedback.models import Message, Vote
from tests.site import edition


@pytest.fixture
def plain_telephone(open_page: Callable[..., Tab], problems: Any, transactional_db: None) -> Tab:
    edition.build()
    problems.allow("/media/")  # this edition's picture has no file
    return open_page(viewport={"width": 390, "height": 844}, java_script_enabled=False, accept_downloads=True)


def test_a_reader_finds_a_story_and_reads_it_in_both_languages(plain_telephone: Tab) -> None:
    tab = plain_telephone
    tab.goto("/")
    tab.get_by_role("link", name="Search").first.click()
    tab.get_by_role("searchbox").fill("summit results")
    tab.get_by_role("button", name="Search").click()
    expect(tab.get_by_text("3 results for “summit results”")).to_be_visible()
    tab.get_by_role("link", name="The summit ends").click()
    expect(tab.get_by_text("Opening of the text")).to_be_visible()
    tab.get_by_role("link", name="Note 1").click()
    expect(tab.get_by_text("Where it was said.")).to_be_in_viewport()
    tab.get_by_role("link", name="Español").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("Termina la cumbre")
    tab.get_by_role("navigation", name="Principal").get_by_role("link", name="Países").click()
    tab.get_by_role("link", name="El Salvador").click()
    expect(tab.get_by_role("link", name="Termina la cumbre")).to_be_visible()


def test_a_reader_votes_and_writes(plain_telephone: Tab) -> None:
    tab = plain_telephone
    tab.goto("/es/noticias/breves/termina-la-cumbre/")
    tab.get_by_role("button", name="No", exact=True).click()
    expect(tab.get_by_role("heading", level=1, name="Gracias")).to_be_visible()
    assert not Vote.objects.get().helpful
    tab.get_by_role("link", name="Envíenos sus comentarios").first.click()
    expect(tab.get_by_text("Termina la cumbre")).to_be_visible()
    tab.get_by_label("Su comentario").fill("¿Quién firmó el acta?")
    tab.get_by_role("button", name="Enviar").click()
    expect(tab.get_by_role("heading", level=1, name="Gracias")).to_be_visible()
    message = Message.objects.get()
    assert (message.text, message.article.headline) == ("¿Quién firmó el acta?", "Termina la cumbre")


def test_a_colleague_takes_a_copy_to_republish(plain_telephone: Tab) -> None:
    tab = plain_telephone
    tab.goto("/news/briefs/the-summit-ends/")
    tab.get_by_role("link", name="Republish this story").click()
    text = tab.get_by_role("textbox", name="HTML")
    assert "<h1>The summit ends</h1>" in text.input_value()
    expect(tab.get_by_role("button", name="Copy")).to_have_count(0)
    with tab.expect_download() as download:
        tab.get_by_role("link", name="Download as a file").click()
    assert "<h1>The summit ends</h1>" in Path(download.value.path()).read_text()
