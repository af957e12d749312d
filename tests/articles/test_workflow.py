"""The table of transitions, walked completely: what each role may do to a story in each state and stage."""

from collections.abc import Callable
from datetime import timedelta
from itertools import product
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction

from articles import binning, publishing, reviewing, workflow
from articles.models import Article, Draft, EditorialEvent
from articles.workflow import Refused
from tests import factories
from tests.factories import THEN

pytestmark = pytest.mark.django_db

NOW = THEN + timedelta(days=1)

DEEDS: dict[str, Callable[..., Any]] = {
    "submit": reviewing.submit,
    "send_back": reviewing.send_back,
    "approve": reviewing.approve,
    "schedule": lambda article, **said: reviewing.schedule(article, due_at=NOW + timedelta(hours=1), **said),
    "unschedule": reviewing.unschedule,
    "publish": publishing.publish,
    "unpublish": publishing.unpublish,
    "withdraw": publishing.withdraw,
    "reinstate": publishing.reinstate,
    "bin": binning.throw,
    "restore": binning.restore,
}

ANY = "writing in_review approved scheduled"
DESK = "unpublished live"
ALL, EDITORS, PUBLISHER = "Reporter Editor Publisher", "Editor Publisher", "Publisher"

#: Written out by hand: from which states and stages, by which roles, and the state and stage it leads to ("" for the same).
PROMISED: dict[str, tuple[str, str, str, str, str]] = {
    "submit": (DESK, "writing", ALL, "", "in_review"),
    "send_back": (DESK, "in_review approved", EDITORS, "", "writing"),
    "approve": (DESK, "writing in_review", EDITORS, "", "approved"),
    "schedule": (DESK, ANY, EDITORS, "", "scheduled"),
    "unschedule": (DESK, "scheduled", EDITORS, "", "writing"),
    "publish": (DESK, ANY, EDITORS, "live", "writing"),
    "unpublish": ("live", ANY, EDITORS, "unpublished", ""),
    "withdraw": ("live", ANY, PUBLISHER, "withdrawn", ""),
    "reinstate": ("withdrawn", ANY, PUBLISHER, "live", ""),
    "bin": ("unpublished", "writing in_review approved", PUBLISHER, "binned", "writing"),
    "restore": ("binned", ANY, PUBLISHER, "unpublished", "writing"),
}
ROLES = ("Reporter", "Editor", "Publisher", "Audience")


def stand(article: Article, state: str, stage: str) -> None:
    """Put the rows where a test wants them, as no verb would."""
    head, chief = article.draft.head, factories.chief()
    marked = stage in ("approved", "scheduled")
    Article.objects.filter(pk=article.pk).update(state=state)
    Draft.objects.filter(pk=article.pk).update(
        stage=stage,
        approved_revision=head if marked else None,
        approved_by=chief if marked else None,
        due_at=NOW + timedelta(hours=2) if stage == "scheduled" else None,
        scheduled_by=chief if stage == "scheduled" else None,
        binned_at=NOW if state == "binned" else None,
    )


def standing(article: Article) -> tuple[str, str]:
    found = Article.objects.select_related("draft").get(pk=article.pk)
    return found.state, found.draft.stage


def test_the_promises_speak_of_every_verb_of_the_table() -> None:
    assert set(PROMISED) == set(DEEDS) == set(workflow.TRANSITIONS)


@pytest.mark.parametrize("verb", PROMISED)
def test_a_verb_is_done_or_refused_by_name_wherever_the_story_stands_and_whoever_asks(roles: None, verb: str) -> None:
    states, stages, allowed, to_state, to_stage = PROMISED[verb]
    article = factories.rewritten(factories.story(), headline="Ahead of what readers see")
    people = {role: factories.UserFactory(role=role) for role in ROLES}
    for state, stage, role in product(Article.State.values, Draft.Stage.values, ROLES):
        case = (verb, state, stage, role)
        with transaction.atomic():
            stand(article, state, stage)
            log = EditorialEvent.objects.count()
            try:
                DEEDS[verb](article, by=people[role], at=NOW)
            except PermissionDenied as denial:
                assert role not in allowed.split(), case
                assert workflow.TRANSITIONS[verb].permission in str(denial)
            except Refused as refusal:
                assert role in allowed.split() and not (state in states.split() and stage in stages.split()), case
                assert str(refusal) == str(workflow.TRANSITIONS[verb].refusal)
            else:
                assert role in allowed.split() and state in states.split() and stage in stages.split(), case
                after = to_stage or ("writing" if stage == "scheduled" and to_state != "live" else stage)
                assert standing(article) == (to_state or state, after), case
                line = EditorialEvent.objects.latest("pk")
                assert (line.verb, line.actor_id, line.at) == (verb, people[role].pk, NOW)
                log += 1
                state = stage = ""
            if state:
                assert standing(article) == (state, stage), case
            assert EditorialEvent.objects.count() == log, case
            transaction.set_rollback(True)


def test_the_desk_is_offered_what_the_table_allows() -> None:
    assert workflow.possible("unpublished", "writing") == ["submit", "approve", "schedule", "publish", "bin"]
    assert workflow.possible("live", "scheduled") == ["schedule", "unschedule", "publish", "unpublish", "withdraw"]
    assert workflow.possible("withdrawn", "writing") == ["reinstate"]
    assert workflow.possible("binned", "writing") == ["restore"]


def test_a_story_that_was_deleted_meanwhile_is_refused_in_a_sentence() -> None:
    article = factories.draft()
    binning.throw(article, by=factories.chief(), at=THEN)
    binning.purge(at=THEN + timedelta(days=31))
    with pytest.raises(Refused, match="gone"):
        publishing.publish(article, by=factories.chief())


def test_no_verb_takes_the_revision_of_another_story() -> None:
    article, other = factories.draft(), factories.draft()
    with pytest.raises(ValueError, match="another story"):
        publishing.publish(article, revision=other.draft.head, by=factories.chief())
    with pytest.raises(ValueError, match="another story"):
        reviewing.schedule(article, revision=other.draft.head, due_at=NOW, by=factories.chief(), at=THEN)


def test_a_draft_that_is_off_the_schedule_has_neither_an_hour_nor_an_approval() -> None:
    article, chief = factories.draft(), factories.chief()
    reviewing.schedule(article, due_at=NOW, by=chief, at=THEN)
    reviewing.unschedule(article, by=chief, at=THEN)
    draft = Draft.objects.get()
    assert (draft.due_at, draft.scheduled_by, draft.approved_revision, draft.approved_by) == (None,) * 4


def test_assigning_says_who_works_on_it_next_and_is_told_once(roles: None) -> None:
    article, reporter = factories.draft(), factories.UserFactory(role="Reporter")
    for _ in range(2):
        reviewing.assign(article, to=reporter, by=factories.chief(), at=NOW)
    assert Draft.objects.get().assignee == reporter
    assert EditorialEvent.objects.filter(verb="assign").get().details == {"to": reporter.username}
    reviewing.assign(article, to=None, by=factories.chief())
    assert Draft.objects.get().assignee is None
    with pytest.raises(PermissionDenied):
        reviewing.assign(article, to=reporter, by=factories.UserFactory(role="Audience"))
