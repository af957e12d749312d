"""Links that show a draft: guessed by nobody, ended by time or by hand, counted, and in the log."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from articles import binning, previewing
from articles.models import EditorialEvent, PreviewLink
from articles.workflow import Refused
from tests import factories
from tests.factories import THEN

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


def made(**said: Any) -> tuple[PreviewLink, str]:
    told: dict[str, Any] = {"purpose": "lawyer", "lasts": DAY, "by": factories.chief(), "at": THEN}
    return previewing.make(said.pop("article", None) or factories.draft(), **(told | said))


def test_its_token_opens_a_link_until_it_expires() -> None:
    link, token = made()
    assert previewing.opened(token, at=THEN) == link
    assert previewing.opened(token, at=THEN + DAY - timedelta(seconds=1)) == link
    assert previewing.opened(token, at=THEN + DAY) is None
    link.refresh_from_db()
    assert (link.times_opened, link.last_opened_at) == (2, THEN + DAY - timedelta(seconds=1))


def test_the_database_does_not_hold_what_opens_it() -> None:
    link, token = made()
    stored = " ".join(str(value) for value in PreviewLink.objects.values().get(pk=link.pk).values())
    told = str(EditorialEvent.objects.get(verb="share").details)
    assert token not in stored and token not in told
    assert previewing.opened(link.digest, at=THEN) is None
    assert previewing.opened("", at=THEN) is None
    assert made()[1] != token and len(token) >= 43


def test_a_revoked_link_opens_nothing_at_once_and_is_revoked_once() -> None:
    link, token = made()
    assert previewing.revoke(link, by=factories.chief(), at=THEN)
    assert previewing.opened(token, at=THEN) is None
    assert not previewing.revoke(link, by=factories.chief())
    assert EditorialEvent.objects.filter(verb="revoke").count() == 1


def test_a_story_in_the_bin_is_shown_to_nobody() -> None:
    article = factories.draft()
    _link, token = made(article=article)
    binning.throw(article, by=factories.chief(), at=THEN)
    assert previewing.opened(token, at=THEN) is None
    binning.restore(article, by=factories.chief(), at=THEN)
    assert previewing.opened(token, at=THEN) is not None


def test_it_shows_one_revision_or_whatever_is_newest() -> None:
    article = factories.draft()
    assert made(article=article)[0].revision is None
    assert made(article=article, revision=article.draft.head)[0].revision == article.draft.head
    with pytest.raises(ValueError, match="another story"):
        made(revision=article.draft.head)


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"purpose": " "}, "purpose"),
        ({"lasts": timedelta()}, "lasts"),
        ({"lasts": -DAY}, "lasts"),
        ({"lasts": previewing.LONGEST + timedelta(seconds=1)}, "lasts"),
    ],
)
def test_a_link_for_nobody_or_for_ever_is_refused(said: dict[str, Any], field: str) -> None:
    with pytest.raises(Refused) as refusal:
        made(**said)
    assert [problem.field for problem in refusal.value.problems] == [field]
    assert not PreviewLink.objects.exists()


def test_making_and_revoking_are_in_the_log() -> None:
    link, _token = made(article=factories.draft(headline="Unpublished words"))
    previewing.revoke(link, by=factories.chief(), at=THEN + DAY)
    share, revoke = EditorialEvent.objects.filter(verb__in=["share", "revoke"]).order_by("pk")
    assert share.details == {"link": link.pk, "purpose": "lawyer", "until": (THEN + DAY).isoformat()}
    assert (revoke.details, revoke.at) == ({"link": link.pk, "purpose": "lawyer"}, THEN + DAY)
    assert share.headline == revoke.headline == "Unpublished words"


def test_links_take_the_right_to_write(roles: None) -> None:
    link, _token = made(by=factories.UserFactory(role="Reporter"))
    with pytest.raises(PermissionDenied):
        made(by=factories.UserFactory(role="Audience"))
    with pytest.raises(PermissionDenied):
        previewing.revoke(link, by=factories.UserFactory(role="Audience"))
