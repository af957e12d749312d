"""The editorial log: read by story and as a whole, in words; written by the verbs, changed by nobody."""

from typing import Any

import pytest
from django.db import ProgrammingError, transaction
from django.test import Client

from articles import binning, publishing, reviewing, translating
from articles.models import EditorialEvent
from articles.models.audit import DETAILS, PARTS, VERBS
from articles.snapshots import Snapshot
from tests import factories

pytestmark = pytest.mark.django_db

LOG = "/admin/articles/editorialevent/"


@pytest.fixture
def editor(roles: None) -> Client:
    client = Client()
    client.force_login(factories.UserFactory(role="Editor"))
    return client


def listed(client: Client, query: str = "") -> list[str]:
    """Verbs and headlines of the lines that the log shows."""
    page = client.get(f"{LOG}?{query}")
    assert page.status_code == 200
    return [f"{event.verb} {event.headline}" for event in page.context["cl"].result_list]


def test_the_log_is_narrowed_down_by_who_what_when_and_story(editor: Client) -> None:
    nora = factories.UserFactory(username="nora", role="Editor")
    one, two = factories.draft(headline="One", by=nora), factories.draft(headline="Two")
    publishing.publish(one, by=nora)
    assert listed(editor, f"actor_id={nora.pk}") == ["publish One", "start One"]
    assert listed(editor, "verb=start") == ["start Two", "start One"]
    assert listed(editor, f"article_id={two.pk}") == ["start Two"]
    assert listed(editor, "at__gte=2024-05-06+00:00:00%2B00:00&at__lt=2024-05-07+00:00:00%2B00:00") == [
        "start Two",
        "start One",
    ]
    assert listed(editor, "q=nora") == ["publish One", "start One"]
    for forged in ("abc", "9" * 40, "-1"):
        assert listed(editor, f"article_id={forged}") == listed(editor, f"actor_id={forged}") == []


def test_a_line_says_in_words_what_changed(editor: Client) -> None:
    chief = factories.chief()
    story = factories.rewritten(factories.draft(headline="Before"), headline="After", tags=("ports",))
    reviewing.assign(story, to=factories.UserFactory(username="nora"), by=chief)
    reviewing.submit(story, by=chief)
    reviewing.send_back(story, by=chief, reason="Name the source")
    text = editor.get(f"{LOG}?article_id={story.pk}").content.decode()
    for words in ("saved the draft", "changed: headline, tags", "to nora", "reason: Name the source"):
        assert words in text, words
    event = EditorialEvent.objects.get(verb="save")
    assert "changed: headline, tags" in editor.get(f"{LOG}{event.pk}/change/").content.decode()


def test_every_verb_every_part_of_a_story_and_every_detail_has_words() -> None:
    assert set(PARTS) == set(Snapshot().as_json())
    story = translating.start(factories.story(), by=factories.chief())
    binning.throw(story, by=factories.chief(), reason="Twice")
    events = EditorialEvent.objects.all()
    assert {event.verb for event in events} <= set(VERBS)
    assert all(event.details_in_words or not (event.details.keys() & DETAILS.keys()) for event in events)


@pytest.mark.parametrize("action", ["update", "delete"])
def test_the_database_lets_nobody_change_the_log(action: str) -> None:
    factories.draft()
    lines: Any = EditorialEvent.objects.all()
    with pytest.raises(ProgrammingError, match="Cannot update or delete"), transaction.atomic():
        lines.update(verb="publish") if action == "update" else lines.delete()
    assert EditorialEvent.objects.get().verb == "start"


def test_a_story_that_is_gone_keeps_its_lines_without_a_link(editor: Client) -> None:
    story = factories.draft(headline="Gone for good")
    EditorialEvent.objects.record("purge", by=factories.chief(), at=factories.THEN, headline="Gone for good")
    lost = EditorialEvent.objects.create(
        at=factories.THEN, verb="start", actor_id=1, actor_name="x", article_id=987654, headline="Never there"
    )
    text = editor.get(LOG).content.decode()
    assert f"/admin/articles/article/{story.pk}/change/" in text
    assert "/admin/articles/article/987654/change/" not in text
    assert editor.get(f"{LOG}{lost.pk}/change/").status_code == 200
    assert "Never there" in text
