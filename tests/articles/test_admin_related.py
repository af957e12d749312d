"""Related stories at the desk: what stands there and why, picks, bans, and the answer to "why not this one?"."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client

from articles import related, revising
from articles.models import Article, RelatedBan
from tests import factories
from tests.articles.reading import base, signed_in
from tests.factories import THEN

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(roles: None, once: Callable[..., Any]) -> Article:
    return once(_story)


def _story() -> Article:
    topic = factories.TopicFactory(name_en="Ports").pk
    factories.story(headline="Cranes", topics=(topic,), at=THEN - timedelta(days=1))
    factories.story(headline="Far away", slug="far-away")
    article = factories.story(headline="Docks", topics=(topic,))
    factories.after_commit()
    return article


def page(client: Client, story: Article, why: Any = "") -> str:
    return client.get(f"{base(story)}/related/?why={quote(str(why))}").content.decode()


def do(client: Client, story: Article, deed: str, other: Article) -> str:
    answer = client.post(f"{base(story)}/related/", {"deed": deed, "story": other.pk}, follow=True)
    return answer.content.decode()


def under(story: Article) -> list[str]:
    return [item.article.headline for item in related.for_article(Article.objects.for_page().get(pk=story.pk))]


def test_the_list_has_scores_and_reasons_and_the_form_leads_to_it(story: Article) -> None:
    client = signed_in("Editor")
    shown = page(client, story)
    assert "Cranes" in shown and "Same topic: Ports" in shown and "score " in shown and "Far away" not in shown
    assert f"{base(story)}/related/" in client.get(f"{base(story)}/change/").content.decode()
    draft = factories.draft(headline="A draft", topics=[topic.pk for topic in story.topics.all()])
    assert "if the draft were published now" in page(client, draft) and "Cranes" in page(client, draft)


def test_a_ban_is_lifted_where_it_is_listed(story: Article) -> None:
    client, cranes = signed_in("Editor"), Article.objects.get(headline="Cranes")
    assert "is not shown under this story any more" in do(client, story, "ban", cranes)
    assert under(story) == [] and "Banned by editor" in page(client, story)
    assert "may stand under this story again" in do(client, story, "lift", cranes)
    assert under(story) == ["Cranes"]


def test_a_pick_is_written_in_the_draft_and_taken_out_again(story: Article) -> None:
    client, far = signed_in("Editor"), Article.objects.get(headline="Far away")
    assert "is picked in the draft" in do(client, story, "pick", far)
    assert revising.head_snapshot(Article.objects.get(pk=story.pk)).picks == (far.pk,)
    assert under(story) == ["Cranes"]  # until it is published
    assert ">Unpick<" in page(client, story, far.pk).replace("\n", "").replace(" ", "")
    do(client, story, "unpick", far)
    assert revising.head_snapshot(Article.objects.get(pk=story.pk)).picks == ()
    spanish = factories.story(language="es")
    assert "Only another story in the same language can be picked." in do(client, story, "pick", spanish)


def test_who_may_not_publish_may_not_ban_and_who_may_not_write_may_not_pick(story: Article) -> None:
    cranes = Article.objects.get(headline="Cranes")
    reporter, audience = signed_in("Reporter"), signed_in("Audience")
    assert 'value="ban"' not in page(reporter, story) and 'value="pick"' in page(reporter, story)
    assert 'name="deed"' not in page(audience, story)
    for client, deed in ((reporter, "ban"), (reporter, "lift"), (audience, "pick"), (audience, "ban")):
        answer = client.post(f"{base(story)}/related/", {"deed": deed, "story": cranes.pk})
        assert answer.status_code == 403, deed
    assert not RelatedBan.objects.exists()


@pytest.mark.parametrize("by", ["pk", "path", "headline", "address"])
def test_why_not_this_one_is_asked_by_number_address_or_headline(story: Article, by: str) -> None:
    far = Article.objects.get(headline="Far away")
    typed = {"pk": far.pk, "path": far.path, "headline": "far AWAY", "address": f"https://news.example{far.path}?a=1#b"}
    assert "They have too little in common" in page(signed_in("Editor"), story, typed[by])


def test_words_that_several_headlines_hold_are_asked_back_and_nonsense_is_no_error(story: Article) -> None:
    client = signed_in("Editor")
    factories.story(headline="Far from here")
    shown = page(client, story, "far")
    assert "Which one?" in shown and "Far away" in shown and "Far from here" in shown
    for nonsense in ("nothing", "9" * 40, "/x" * 100, "%", "<script>alert(1)</script>"):
        shown = page(client, story, nonsense)
        assert "No story is called so." in shown and "<script>alert" not in shown, nonsense
    for deed, key in (("ban", "x"), ("burn", "1"), ("", "")):
        answer = client.post(f"{base(story)}/related/", {"deed": deed, "story": key}, follow=True)
        assert "Choose a story and what to do with it." in answer.content.decode()
    assert client.post(f"{base(story)}/related/", {"deed": "ban", "story": "987654321"}).status_code == 404
