"""The editorial log in sentences."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from articles import reviewing, telling
from articles.models import EditorialEvent
from articles.models.audit import VERBS
from tests import factories
from tests.articles.reading import autosaved, base, signed_in, spaced, tree, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(roles: None) -> Client:
    return signed_in("Editor")


def event(verb: str, **details: Any) -> str:
    return telling.sentence(EditorialEvent(verb=verb, actor_name="nora", at=factories.THEN, details=details))


def test_every_verb_of_the_log_has_a_sentence_with_and_without_its_details() -> None:
    assert telling.SENTENCES.keys() == VERBS.keys()
    for verb, alternatives in telling.SENTENCES.items():
        assert alternatives[-1][0] == ()
        assert event(verb).endswith(".")
        assert "%(" not in event(verb)


@pytest.mark.parametrize(
    ("verb", "details", "said"),
    [
        ("save", {"revision": 4, "changed": ["kicker_topic", "kicker_country", "body"]},
         "nora saved the draft as revision 4. Changed: text, kicker."),
        ("publish", {"revision": 4, "first": True, "path": "/news/a/", "corrections": 0},
         "nora published the story with revision 4. Address: /news/a/"),
        ("publish", {"revision": 5, "first": False, "corrections": 2},
         "nora published the changes up to revision 5. Corrections told to readers: 2."),
        ("send_back", {"reason": "Who says so?"}, "nora sent the draft back to its writer. Reason: “Who says so?”"),
        ("withdraw", {"withdrawal_note": "We were wrong.", "reason": ""},
         "nora withdrew the story. Note to readers: “We were wrong.”"),
        ("assign", {"to": ""}, "nora gave the draft to nobody in particular."),
        ("assign", {"to": "100% ana"}, "nora gave the draft to 100% ana."),
        ("correct", {"kind": "clarification", "text": "It was May."},
         "nora told readers of a clarification: “It was May.”"),
        ("unheard of", {}, "nora: unheard of."),
    ],
)  # fmt: skip
def test_a_deed_is_told_in_a_sentence(verb: str, details: dict[str, Any], said: str) -> None:
    assert event(verb, **details) == said


def test_the_deeds_of_a_real_story_are_told_on_its_history(editor: Client) -> None:
    chief = factories.chief()
    article = factories.draft()
    reviewing.submit(article, by=chief)
    reviewing.send_back(article, by=chief, reason="Who says so?")
    reviewing.assign(article, to=chief, by=chief)
    article = autosaved(article, headline="Being typed")
    reviewing.schedule(article, due_at=factories.THEN + timedelta(days=40_000), by=chief)
    page = spaced(words(tree(editor.get(f"{base(article)}/history/").content.decode())))
    for said in (
        "chief started the story.",
        "chief asked for a review of revision 1.",
        "chief sent the draft back to its writer. Reason: “Who says so?”",
        "chief gave the draft to chief.",
        "chief scheduled revision 2 for",
    ):
        assert said in page
    assert "was saved by itself" not in page.replace("What was saved by itself is left out here.", "")


def test_the_history_leads_to_every_line_of_the_log(editor: Client) -> None:
    article, other = factories.draft(headline="Ours"), factories.draft(headline="Theirs")
    autosaved(article, headline="Being typed")
    assert f"?article_id={article.pk}" in editor.get(f"{base(article)}/history/").content.decode()
    rows = editor.get(f"/admin/articles/editorialevent/?article_id={article.pk}").context["cl"].queryset
    assert sorted(row.verb for row in rows) == ["autosave", "start"]
    assert other.pk not in {row.article_id for row in rows}
