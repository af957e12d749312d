"""Many stories at once: a page that asks, each story through its verb, and a result for each."""

import re
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.test import Client

from articles import binning, bulk, clock, publishing, reviewing, revising
from articles.models import Article, Draft, EditorialEvent
from articles.workflow import Refused
from tests import factories

pytestmark = pytest.mark.django_db

LIST = "/admin/articles/article/"


@pytest.fixture
def editor(roles: None) -> Client:
    return signed_in("Editor")


def signed_in(role: str) -> Client:
    client = Client()
    client.force_login(factories.UserFactory(role=role))
    return client


def ticked(client: Client, *stories: Article, query: str = "") -> dict[str, Any]:
    """What the browser sends when these rows of the list are ticked."""
    page = client.get(LIST + query).content.decode()
    versions = dict(re.findall(r'name="(version-\d+)" value="(\d+)"', page))
    return {"_selected_action": [story.pk for story in stories], "index": "0", **versions}


def confirmed(page: str, **more: Any) -> dict[str, Any]:
    """What the browser sends from the page that asks."""
    return {"row": re.findall(r'name="row" value="([^"]+)"', page), **more}


def rows_of(page: str) -> dict[str, str]:
    """The text of each row of a page's table, by its headline."""
    cells = re.findall(r"<tr>\s*<th scope=\"row\">(.*?)</th>(.*?)</tr>", page, re.DOTALL)
    return {said(head): said(rest) for head, rest in cells}


def said(html: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html))).strip()


def done(client: Client, deed: str, *stories: Article, **more: Any) -> dict[str, str]:
    """Tick, choose, confirm; the results by headline."""
    asked = client.post(LIST, ticked(client, *stories) | {"action": deed})
    assert asked.status_code == 200
    answer = client.post(f"{LIST}bulk/{deed}/", confirmed(asked.content.decode(), **more))
    assert answer.status_code == 200
    return rows_of(answer.content.decode())


def test_each_story_is_published_or_refused_with_its_reason(editor: Client) -> None:
    ready, bare = factories.draft(headline="Ready"), factories.draft(headline="Bare", slug="")
    withdrawn = publishing.withdraw(factories.story(headline="Withdrawn"), by=factories.chief())
    asked = editor.post(LIST, ticked(editor, ready, bare, withdrawn) | {"action": "publish"})
    before = rows_of(asked.content.decode())
    assert "reinstated first" in before["Withdrawn"]
    assert before["Ready"].endswith("–")
    assert not Article.objects.published().exists()  # so far it was only asked
    results = rows_of(editor.post(f"{LIST}bulk/publish/", confirmed(asked.content.decode())).content.decode())
    assert results["Ready"] == "Published"
    assert results["Bare"].startswith("Refused")
    assert "reinstated first" in results["Withdrawn"]
    assert [story.headline for story in Article.objects.published()] == ["Ready"]
    assert EditorialEvent.objects.get(verb="publish", article_id=ready.pk)


def test_a_story_saved_after_the_list_was_shown_is_refused_as_a_conflict(editor: Client) -> None:
    stale, fresh = factories.story(headline="As the list showed it"), factories.draft(headline="Untouched")
    form = ticked(editor, stale, fresh) | {"action": "add_tag"}
    factories.rewritten(stale, headline="Saved meanwhile")
    asked = editor.post(LIST, form).content.decode()
    assert "Somebody saved it" in rows_of(asked)["Saved meanwhile"]
    data = confirmed(asked, said="ports")
    results = rows_of(editor.post(f"{LIST}bulk/add_tag/", data).content.decode())
    assert results["Saved meanwhile"].startswith("Conflict")
    assert results["Untouched"] == "Tagged in the draft"
    stale = Article.objects.get(pk=stale.pk)
    assert revising.head_snapshot(stale).tags == ()
    assert stale.revisions.count() == 2
    assert "publish" not in EditorialEvent.objects.filter(article_id=fresh.pk).values_list("verb", flat=True)


@pytest.mark.parametrize("deed", list(bulk.DEEDS))
def test_no_deed_touches_a_story_in_another_version_than_the_one_seen(deed: str) -> None:
    chief = factories.chief()
    story = factories.story() if deed == "unpublish" else factories.draft(tags=("ports",))
    asked = {"person": chief, "tag": "ports"}.get(bulk.DEEDS[deed].asks, "")
    events = EditorialEvent.objects.count()
    (result,) = bulk.do(deed, [(story.pk, 2)], by=chief, said=asked)
    assert result.conflict
    assert EditorialEvent.objects.count() == events
    assert Draft.objects.get(pk=story.pk).version == 1


def test_unpublish_submit_approve_and_bin_go_through_their_verbs(roles: None) -> None:
    editor, publisher = signed_in("Editor"), signed_in("Publisher")
    live, draft = factories.story(headline="Live"), factories.draft(headline="Draft")
    assert done(editor, "submit", draft, live)["Draft"] == "Handed in for review"
    assert done(editor, "approve", draft) == {"Draft": "Approved"}
    results = done(editor, "unpublish", live, draft, said="A wrong name")
    assert results["Live"] == "Unpublished"
    assert "nothing to take away" in results["Draft"]
    assert EditorialEvent.objects.get(verb="unpublish").details["reason"] == "A wrong name"
    assert done(publisher, "bin", draft, live) == {"Draft": "Put in the bin", "Live": "Put in the bin"}
    assert set(Article.objects.values_list("state", flat=True)) == {"binned"}


def test_stories_are_assigned_to_a_person_or_to_nobody(editor: Client) -> None:
    nora = factories.UserFactory(username="nora", first_name="Nora", last_name="Paz")
    gone = factories.UserFactory(username="gone", is_active=False)
    story = factories.draft(headline="One")
    asked = editor.post(LIST, ticked(editor, story) | {"action": "assign"}).content.decode()
    assert "Nora Paz" in asked
    assert ">gone<" not in asked
    data = confirmed(asked)
    editor.post(f"{LIST}bulk/assign/", data | {"said": nora.pk})
    assert Draft.objects.get().assignee == nora
    again = editor.post(f"{LIST}bulk/assign/", data | {"said": gone.pk})
    assert "One" in rows_of(again.content.decode())  # the page that asks, with what is wrong
    assert Draft.objects.get().assignee == nora
    assert done(editor, "assign", story, said="") == {"One": "Assigned"}
    assert Draft.objects.get().assignee is None


def test_a_tag_is_put_on_and_taken_off_in_the_drafts_alone(editor: Client) -> None:
    live, tagged = factories.story(headline="Live"), factories.draft(headline="Tagged", tags=("Ports", "sea"))
    results = done(editor, "add_tag", live, tagged, said="ports")
    assert results["Live"] == "Tagged in the draft"
    assert "has this tag already" in results["Tagged"]
    live = Article.objects.get(pk=live.pk)
    assert revising.head_snapshot(live).tags == ("ports",)
    assert not live.tags.exists()
    assert done(editor, "remove_tag", tagged, said="PORTS") == {"Tagged": "Tag taken off in the draft"}
    assert revising.head_snapshot(Article.objects.get(pk=tagged.pk)).tags == ("sea",)
    asked = editor.post(LIST, ticked(editor, live) | {"action": "add_tag"}).content.decode()
    wrong = editor.post(f"{LIST}bulk/add_tag/", confirmed(asked, said="one, two"))
    assert "Write one tag" in wrong.content.decode()


def test_a_list_offers_only_what_the_role_may_do_and_a_forged_deed_is_refused(roles: None) -> None:
    story = factories.draft()
    offered = {
        role: set(re.findall(r'<option value="(\w+)"', signed_in(role).get(LIST).content.decode())) & set(bulk.DEEDS)
        for role in ("Reporter", "Editor", "Publisher", "Audience")
    }
    write = {"submit", "assign", "add_tag", "remove_tag"}
    edit = write | {"publish", "unpublish", "approve"}
    assert offered == {"Reporter": write, "Editor": edit, "Publisher": edit | {"bin"}, "Audience": set()}
    forged = {"row": f"{story.pk}-1"}
    assert signed_in("Reporter").post(f"{LIST}bulk/publish/", forged).status_code == 403
    assert signed_in("Audience").post(f"{LIST}bulk/submit/", forged).status_code == 403
    assert signed_in("Publisher").post(f"{LIST}bulk/destroy/", forged).status_code == 404
    assert signed_in("Publisher").get(f"{LIST}bulk/publish/").status_code == 405
    assert Article.objects.get().state == "unpublished"


def test_one_failing_story_holds_back_no_other(editor: Client) -> None:
    first, broken, last = (factories.draft(headline=name, slug=f"row-{name.lower()}") for name in ("A", "B", "C"))
    revising.save(broken, revising.head_snapshot(broken).changed(slug="row-a"), by=factories.chief(), version=1)
    results = done(editor, "publish", first, broken, last)
    assert results["A"] == results["C"] == "Published"
    assert results["B"].startswith("Refused")


def test_forged_rows_are_told_apart_and_too_many_are_refused(editor: Client) -> None:
    story = factories.draft(headline="Real")
    rows = [f"{story.pk}-1", "999999-1", "x-1", "5", f"{'9' * 30}-1", "-"]
    answer = editor.post(f"{LIST}bulk/submit/", {"row": rows})
    results = rows_of(answer.content.decode())
    assert results["Real"] == "Handed in for review"
    assert "emptied the bin" in results["Untitled story 999999"]
    assert len(results) == 2
    with pytest.raises(Refused):
        bulk.do("submit", [(key, 1) for key in range(bulk.MOST + 1)], by=factories.chief())


def test_a_row_costs_the_same_however_many_there_are(roles: None, django_assert_max_num_queries: Any) -> None:
    chief = factories.chief()
    stories = [factories.draft() for _ in range(20)]
    rows = [(story.pk, 1) for story in stories]
    with django_assert_max_num_queries(1 + 20 * 12):
        assert all(result.done for result in bulk.do("submit", rows, by=chief))


def test_the_bin_is_out_of_the_list_until_it_is_asked_for(editor: Client) -> None:
    factories.draft(headline="On the desk")
    binning.throw(factories.draft(headline="In the bin"), by=factories.chief())
    assert "In the bin</a>" not in editor.get(LIST).content.decode()
    assert "In the bin</a>" not in editor.get(f"{LIST}?q=In+the+bin").content.decode()
    binned = editor.get(f"{LIST}?state__exact=binned").content.decode()
    assert "In the bin</a>" in binned
    assert "On the desk</a>" not in binned


def test_the_list_says_the_stage_the_hour_and_whose_turn_it_is(editor: Client, settings: Any) -> None:
    chief, nora = factories.chief(), factories.UserFactory(username="nora", role="Reporter")
    story = factories.draft(headline="Planned")
    due = (clock.now() + timedelta(days=1)).replace(microsecond=0)
    reviewing.schedule(story, due_at=due, by=chief)
    reviewing.assign(story, to=nora, by=chief)
    reviewing.assign(factories.draft(headline="For nobody"), to=None, by=chief)
    page = editor.get(LIST).content.decode()
    assert f'<time datetime="{due.isoformat()}">' in page
    assert " UTC</time>" in page
    assert '<span class="desk-turn">nora</span>' in page
    assert "Planned</a>" not in editor.get(f"{LIST}?whose=nobody").content.decode()
    client = Client()
    client.force_login(nora)
    for whose in ("mine", "assigned"):
        mine = client.get(f"{LIST}?whose={whose}").content.decode()
        assert "Planned</a>" in mine
        assert "For nobody</a>" not in mine


@pytest.mark.parametrize("query", ["", "?whose=mine", "?state__exact=live&q=story", "?draft__stage__exact=writing"])
def test_the_list_asks_at_most_twelve_questions(roles: None, query: str, django_assert_max_num_queries: Any) -> None:
    desk = signed_in("Publisher")
    for number in range(30):
        section = factories.SectionFactory(parent=factories.SectionFactory())
        story = factories.draft(headline=f"story {number}", section=section.pk)
        reviewing.assign(story, to=factories.UserFactory(), by=factories.chief())
    with django_assert_max_num_queries(12):
        assert desk.get(LIST + query).status_code == 200
