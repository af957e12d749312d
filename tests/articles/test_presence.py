"""Who else has a story open: told while they are there, forgotten after a minute, never in the way."""

from datetime import timedelta

import pytest

from articles import presence
from articles.models import Presence
from tests import factories
from tests.factories import THEN

pytestmark = pytest.mark.django_db

SECOND = timedelta(seconds=1)


def test_each_sees_the_others_and_not_themselves() -> None:
    article, other = factories.draft(), factories.draft()
    ana, luis, eva = (factories.UserFactory() for _ in range(3))
    assert presence.here(article, by=ana, at=THEN) == []
    assert [row.user for row in presence.here(article, by=luis, at=THEN + SECOND)] == [ana]
    assert [row.user for row in presence.here(article, by=eva, at=THEN + 2 * SECOND)] == [luis, ana]
    assert presence.here(other, by=ana, at=THEN) == []


def test_one_is_gone_after_a_minute_of_silence_or_at_once_by_leaving() -> None:
    article, ana, luis = factories.draft(), factories.UserFactory(), factories.UserFactory()
    presence.here(article, by=ana, at=THEN)
    presence.here(article, by=ana, at=THEN + 10 * SECOND)  # still one row
    assert len(presence.others(article, by=luis, at=THEN + 69 * SECOND)) == 1
    assert presence.others(article, by=luis, at=THEN + 70 * SECOND) == []
    presence.here(article, by=ana, at=THEN + 80 * SECOND)
    presence.gone(article, by=ana)
    assert presence.others(article, by=luis, at=THEN + 80 * SECOND) == []


def test_what_counts_for_nothing_is_forgotten() -> None:
    article = factories.draft()
    presence.here(article, by=factories.UserFactory(), at=THEN)
    presence.here(article, by=factories.UserFactory(), at=THEN + 30 * SECOND)
    assert presence.forget(at=THEN + 60 * SECOND) == 1
    assert Presence.objects.count() == 1
