"""Filters of lists under a name: kept by a person, shared with the newsroom, renamed, deleted."""

import re
from typing import Any

import pytest
from django.test import Client

from newsroom.desk import savedviews
from newsroom.desk.models import SavedView
from tests.newsroom.test_dashboard import Desk

pytestmark = pytest.mark.django_db

LIST = "/admin/articles/article/"


def keep(desk: Client, name: str, query: str = "language__exact=es", **more: Any) -> Any:
    data = {"list": "articles.article", "name": name, "query": query} | more
    return desk.post("/admin/views/keep/", data, follow=True)


def above(desk: Client, query: str = "") -> list[str]:
    """The names that stand above the list."""
    page = desk.get(f"{LIST}?{query}").content.decode()
    strip = re.search(r'<nav class="desk-views".*?</nav>', page, re.DOTALL)
    return re.findall(r"<li>\s*<a[^>]*>([^<]+)</a>", strip[0]) if strip else []


def test_a_person_names_the_present_filter_and_finds_it_above_the_list(roles: None) -> None:
    desk, other = Desk("Reporter"), Desk("Editor")
    page = desk.get(f"{LIST}?language__exact=es&p=1").content.decode()
    assert "Keep this filter" in page
    assert "Keep this filter" not in desk.get(LIST).content.decode()
    (query,) = re.findall(r'name="query" value="([^"]+)"', page)
    answer = keep(desk, "  In  Spanish ", query)
    assert answer.redirect_chain == [(f"{LIST}?language__exact=es", 302)]
    assert above(desk) == ["In Spanish"]
    assert above(other) == []
    page = desk.get(f"{LIST}?language__exact=es").content.decode()
    assert re.search(r'<a href="\?language__exact=es"\s*aria-current="page">In Spanish</a>', page)


def test_a_shared_filter_is_above_everybodys_list_and_only_its_owner_changes_it(roles: None) -> None:
    owner, reader, publisher = Desk("Reporter", username="nora"), Desk("Reporter"), Desk("Publisher")
    keep(owner, "Ours", shared="on")
    assert above(reader) == ["Ours"]
    view = SavedView.objects.get()
    address = f"/admin/views/{view.pk}/"
    assert "Change “Ours”" not in reader.get(f"{LIST}?{view.query}").content.decode()
    assert reader.post(address, {"delete": ""}).status_code == 403
    assert reader.post(address, {"rename": "", "name": "Mine"}).status_code == 403
    # Who keeps the newsroom's filters in order may, because people leave.
    publisher.post(address, {"rename": "", "name": "Put in order"})
    assert above(owner) == ["Put in order"]
    owner.post(address, {"unshare": ""})
    assert above(reader) == []
    assert reader.post(address, {"share": ""}).status_code == 404
    assert publisher.post(address, {"delete": ""}).status_code == 404
    owner.post(address, {"share": ""})
    owner.post(address, {"delete": ""})
    assert above(owner) == above(reader) == []


def test_what_can_not_be_kept_is_refused_with_a_sentence(roles: None) -> None:
    desk = Desk("Reporter")
    for name, query, words in (
        ("", "q=ports", "Give the filter a name."),
        ("Nothing", "p=3", "shows everything"),
        ("x" * 61, "q=ports", "at most 60"),
        ("Long", "q=" + "x" * 1200, "too long"),
    ):
        assert words in keep(desk, name, query).content.decode(), name
    assert not SavedView.objects.exists()
    keep(desk, "One", "q=one")
    keep(desk, "Two", "q=two")
    two = SavedView.objects.get(name="Two")
    answer = desk.post(f"/admin/views/{two.pk}/", {"rename": "", "name": "One"}, follow=True)
    assert "There is a filter called" in answer.content.decode()
    keep(desk, "One", "q=one+again")  # the same name means the new filter
    assert SavedView.objects.get(name="One").query == "q=one+again"
    for number in range(savedviews.MOST - 2):
        savedviews.keep(list_name="articles.article", name=f"N{number}", query=f"q={number}", by=desk.user)
    assert "Delete one first" in keep(desk, "Too many", "q=too+many").content.decode()


def test_a_filter_belongs_to_a_list_that_its_owner_may_see(roles: None) -> None:
    desk = Desk("Reporter")
    assert keep(desk, "Letters", list="feedback.message").status_code == 403
    assert keep(desk, "Nowhere", list="auth.secrets").status_code == 404
    assert keep(desk, "Forged", list="//elsewhere.example/").status_code == 404
    editor = Desk("Editor")
    keep(editor, "New ones", "status__exact=new", list="feedback.message")
    assert above(editor) == []
    assert "New ones" in editor.get("/admin/feedback/message/").content.decode()


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ("q=a&p=2", "q=a"),
        ("b=2&a=1", "a=1&b=2"),
        ("q=&language__exact=es", "language__exact=es"),
        ("_popup=1&e=1&all=", ""),
        ("a=1&a=2", "a=1&a=2"),
        ("q=caf%C3%A9", "q=caf%C3%A9"),
        ("q=a%00b", "q=ab"),
    ],
)
def test_one_filter_has_one_spelling(asked: str, kept: str) -> None:
    assert savedviews.canonical(asked) == kept
    assert savedviews.canonical(kept) == kept


def test_a_nul_in_a_filter_is_no_error_of_the_server(roles: None) -> None:
    answer = keep(Desk("Reporter"), "N\0ul", "q=a%00b")
    assert answer.status_code == 200
    assert SavedView.objects.get().query == "q=ab"
    assert SavedView.objects.get().name == "Nul"
