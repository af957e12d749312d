"""A story's own list is found before the transaction that publishes it, and stands when that commits."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection

from articles import publishing, related, reviewing
from articles.models import Article, RelatedLink, RelatedText
from articles.related import finding, preparing
from tests import factories
from tests.articles.test_related_lists import _archive, about, listed, words
from tests.factories import THEN

pytestmark = pytest.mark.django_db


@pytest.fixture
def archive(once: Callable[..., Any]) -> list[Article]:
    """Stories of other matters, so that words can be rare."""
    return once(_archive)


def _docks(**values: Any) -> Article:
    return factories.draft(headline="Docks", dek="", body=f"<p>{words('harbor')}.</p>", **values)


def _stands(article: Article) -> tuple[Any, ...]:
    """A story's words and list as they are stored."""
    links = (
        RelatedLink.objects.filter(article=article).order_by("other").values_list("other", "score", "worth", "reasons")
    )
    text = RelatedText.objects.values_list("terms", "weights", "headline", "rarities").get(pk=article.pk)
    return (*map(tuple, text), list(links))


def test_what_is_prepared_is_what_the_transaction_would_have_found(archive: list[Article]) -> None:
    topic, country = factories.TopicFactory().pk, factories.CountryFactory().pk
    about("harbor", "Cranes", topics=(topic,), tags=("ports",))
    about("harbor", "Quays", countries=(country,))
    factories.after_commit()
    article = _docks(topics=(topic,), countries=(country,), tags=("ports", "unheard of"))
    publishing.publish(article, by=factories.chief())
    prepared = _stands(article)
    assert set(listed(article)) == {"Cranes", "Quays"}
    related.refresh([article])
    factories.after_commit()
    assert _stands(article)[0] == prepared[0]
    assert [link[0] for link in _stands(article)[-1]] == [link[0] for link in prepared[-1]]
    assert [link[3] for link in _stands(article)[-1]] == [link[3] for link in prepared[-1]]


def test_a_draft_saved_in_between_is_published_with_its_own_list(
    archive: list[Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    about("harbor", "Cranes")
    about("forest", "Trees")
    article = _docks()
    factories.after_commit()

    def meanwhile(*given: Any, **named: Any) -> Any:
        prepared = preparing.prepare(*given, **named)
        factories.rewritten(article, body=f"<p>{words('forest')}.</p>")
        return prepared

    monkeypatch.setattr(related, "prepare", meanwhile)
    publishing.publish(article, by=factories.chief())
    assert listed(article) == ["Trees"]


def test_a_story_that_is_gone_in_between_is_left_out(archive: list[Article], monkeypatch: pytest.MonkeyPatch) -> None:
    about("harbor", "Quays")
    article = _docks()
    factories.after_commit()

    def meanwhile(*given: Any, **named: Any) -> Any:
        prepared = preparing.prepare(*given, **named)
        gone = replace(prepared.chosen[0], article=10**9)
        return replace(prepared, chosen=[gone, *prepared.chosen])

    monkeypatch.setattr(related, "prepare", meanwhile)
    publishing.publish(article, by=factories.chief())
    assert listed(article) == ["Quays"]


def test_nothing_is_prepared_for_what_is_not_there(archive: list[Article]) -> None:
    article, other = _docks(), _docks(slug="other-docks")
    assert preparing.prepare(0, None) is None
    assert preparing.prepare(article.pk, other.draft.head_id) is None


@pytest.mark.django_db(transaction=True)
def test_nobody_waits_while_the_archive_is_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    _archive()
    about("harbor", "Cranes")
    searched: list[bool] = []
    find = finding.find

    def noted(*given: Any, **named: Any) -> Any:
        searched.append(connection.in_atomic_block)
        return find(*given, **named)

    monkeypatch.setattr(finding, "find", noted)
    article = _docks()
    publishing.publish(article, by=factories.chief())
    assert searched == [False] and listed(article) == ["Cranes"]
    article = _docks(slug="at-an-hour")
    reviewing.schedule(article, due_at=THEN + timedelta(hours=1), by=factories.chief(), at=THEN)
    [outcome] = publishing.publish_due(at=THEN + timedelta(hours=2))
    assert searched == [False, False] and not outcome.failure
    assert "Cranes" in listed(article)
