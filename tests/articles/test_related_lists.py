"""The lists of related stories: what stands in them, and how they follow what is published, changed and taken back."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import translation
from procrastinate.contrib.django import app
from pytest_django import DjangoAssertNumQueries

from articles import publishing, related
from articles.models import (
    Article,
    ArticleTopic,
    EditorialEvent,
    RelatedLink,
    RelatedMark,
    RelatedText,
    RelatedWord,
    Tag,
    Topic,
)
from articles.publishing import Refused
from articles.related import banning, choosing, explaining, texts
from tests import factories
from tests.factories import THEN

pytestmark = pytest.mark.django_db


def words(theme: str, first: int = 0, count: int = 24) -> str:
    """Words that belong to a theme, the same ones each time."""
    letters = [a + b for a in "bdfgklmnpr" for b in "aou"]
    return " ".join(f"{theme}{pair}k" for pair in letters[first : first + count])


def about(theme: str, headline: str, *, own: str = "", **values: Any) -> Article:
    """A live story that says the words of a theme, and some that only this one says."""
    body = f"<p>{words(theme)}. {words(own or headline.lower().replace(' ', '')[:6], 0, 16)}.</p>"
    return factories.story(headline=headline, dek="", body=body, **values)


def listed(article: Article, limit: int = 5) -> list[str]:
    """The headlines under a story, as its page reads them now."""
    found = related.for_article(Article.objects.for_page().get(pk=article.pk), limit)
    return [item.article.headline for item in found]


def settled(article: Article) -> list[str]:
    """The same, after the lists have followed all that was published."""
    factories.after_commit()
    return listed(article)


@pytest.fixture
def archive(once: Callable[..., Any]) -> list[Article]:
    """Stories of other matters, so that words can be rare."""
    return once(_archive)


def _archive() -> list[Article]:
    return [about(theme, theme.title()) for theme in ("quarry", "violin", "meadow", "tunnel")]


def marks() -> set[int]:
    return set(RelatedMark.objects.values_list("article_id", flat=True))


def test_stories_that_say_the_same_rare_words_are_related_without_a_subject_in_common(archive: list[Article]) -> None:
    about("harbor", "Cranes")
    story = about("harbor", "Docks")
    assert settled(story) == ["Cranes"]
    factories.MastheadFactory()
    for language, said in (("en", "On a similar matter"), ("es", "Sobre un asunto parecido")):
        with translation.override(language):
            (item,) = related.for_article(Article.objects.for_page().get(pk=story.pk))
            assert item.reason == said and item.score is not None


def test_there_is_no_filler(archive: list[Article]) -> None:
    alone = about("harbor", "Docks")
    assert settled(alone) == []
    common = factories.TopicFactory().pk
    for number in range(70):
        ArticleTopic.objects.create(article_id=_bare(number), topic_id=common)
    Article.objects.filter(pk=alone.pk)[0].topics.add(common)
    assert settled(alone) == []  # what everything is about says nothing


def _bare(number: int) -> int:
    """A live row without words, made the short way: only its place in the archive matters."""
    first = Article.objects.published().order_by("pk")[0]
    values = {field.attname: getattr(first, field.attname) for field in Article._meta.concrete_fields}
    del values["id"], values["translation_key"]
    values |= {"slug": f"bare-{number}", "path": f"/bare-{number}/", "headline": f"Bare {number}"}
    return Article.objects.create(**values).pk


def told(headline: str, days: int) -> Article:
    """One story, told again under another headline."""
    body = "".join(f"<p>{words(theme, 0, 30)}.</p>" for theme in ("harbor", "wharf", "pier"))
    return factories.story(headline=headline, dek="", body=body, at=THEN - timedelta(days=days))


def test_of_stories_told_again_the_newest_stands_and_the_one_before_returns_with_its_withdrawal(
    archive: list[Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("articles.related.finding.TELLING", 100)  # all of these words tell as much
    told("First", 2)
    newest = told("Second", 1)
    story = about("harbor", "Docks")
    assert settled(story) == ["Second"]
    publishing.withdraw(newest, by=factories.chief())
    assert listed(story) == []  # left out at once, whatever the list says
    assert settled(story) == ["First"]
    publishing.reinstate(newest, by=factories.chief())
    assert settled(story) == ["Second"]


def test_a_story_is_not_listed_under_itself_told_again_later(archive: list[Article]) -> None:
    first, second = told("First", 2), told("Second", 1)
    assert settled(second) == [] and listed(first) == ["Second"]


def test_five_versions_of_one_event_do_not_fill_a_list(archive: list[Article]) -> None:
    for number in range(5):
        own = words("abcde"[number] * 5, 0, 4)
        body = f"<p>{words('harbor')}. {words('wharf', 0, 30)}. {words('pier', 0, 30)}. {own}.</p>"
        factories.story(headline=f"Version {number}", dek="", body=body, at=THEN - timedelta(hours=number))
    about("harbor", "Elsewhere", at=THEN - timedelta(days=20))
    about("harbor", "Another", at=THEN - timedelta(days=30))
    story = factories.story(headline="Docks", dek="", body=f"<p>{words('harbor')}. {words('wharf', 0, 12)}.</p>")
    found = settled(story)
    assert {"Elsewhere", "Another"} <= set(found)
    assert 1 <= sum(headline.startswith("Version") for headline in found) <= 3


def test_a_story_has_its_list_when_it_appears_and_the_others_follow_after_the_commit(archive: list[Article]) -> None:
    older = about("harbor", "Cranes")
    factories.after_commit()
    story = about("harbor", "Docks")
    assert listed(story) == ["Cranes"]
    assert listed(older) == [] and story.pk in marks()
    related.work_off()
    assert listed(older) == ["Docks"] and not marks()


def test_only_what_readers_see_leaves_a_mark_and_whoever_changes_it_does(archive: list[Article]) -> None:
    story = about("harbor", "Docks")
    topic = factories.TopicFactory()
    factories.after_commit()
    factories.rewritten(story, headline="A draft", topics=(topic.pk,))
    factories.draft(topics=(topic.pk,))
    Article.objects.filter(pk=story.pk).update(share_image="drawn.png")
    topic.name_en = "Another name"
    topic.save()
    assert not marks()
    for statement in (
        "INSERT INTO articles_articletopic (article_id, topic_id) SELECT %s, max(id) FROM articles_topic",
        "DELETE FROM articles_articletopic WHERE article_id = %s",
        "UPDATE articles_article SET headline = headline || '!' WHERE id = %s",
        "UPDATE articles_article SET state = 'unpublished' WHERE id = %s",
    ):
        with connection.cursor() as cursor:
            cursor.execute(statement, [story.pk])
        assert marks() == {story.pk}, statement
        factories.after_commit()


@pytest.mark.parametrize("way", ["published anew", "the table", "the tag"])
def test_the_lists_of_others_follow_a_change_of_subjects(archive: list[Article], way: str) -> None:
    topic, other = factories.TopicFactory(), factories.TopicFactory()
    first = about("harbor", "Cranes", topics=(topic.pk,), tags=("Ports",))
    second = about("forest", "Trees", topics=(topic.pk,), tags=("Ports",))
    third = about("desert", "Dunes", topics=(other.pk,))
    assert settled(first) == ["Trees"] and listed(third) == []
    if way == "published anew":
        changed = factories.rewritten(second, topics=(other.pk,), tags=())
        publishing.publish(changed, by=factories.chief())
    else:
        ArticleTopic.objects.filter(article=second).update(topic=other)
        Tag.objects.all().delete()
    assert settled(first) == [] and listed(third) == ["Trees"] and listed(second) == ["Dunes"]


def test_a_story_that_is_gone_leaves_the_lists_and_others_take_its_place(
    archive: list[Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choosing, "LENGTH", 2)
    monkeypatch.setattr("articles.related.keeping.LENGTH", 2)
    stories = [about("harbor", f"Port {name}", own=name) for name in ("alder", "birch", "cedar")]
    story = about("harbor", "Docks")
    assert len(settled(story)) == 2
    shown = Article.objects.get(headline=listed(story)[0])
    publishing.unpublish(shown, by=factories.chief())
    assert len(listed(story)) == 1
    assert set(settled(story)) == {one.headline for one in stories} - {shown.headline}
    left = Article.objects.get(headline=listed(story)[0])
    with connection.cursor() as cursor:  # as nothing of ours does
        for table in ("articletopic", "byline", "searchdocument", "relatedtext", "relatedlink"):
            cursor.execute(f"DELETE FROM articles_{table} WHERE article_id = %s", [left.pk])
        cursor.execute("UPDATE articles_article SET state = 'binned' WHERE id = %s", [left.pk])
    assert left.headline not in settled(story) and len(listed(story)) == 1
    assert not RelatedLink.objects.filter(other=left.pk).exists()


def test_what_investigations_share_by_a_tag_holds_together(archive: list[Article]) -> None:
    topic = factories.TopicFactory(name_en="Ports").pk
    about("forest", "Same topic", topics=(topic,))
    about("desert", "Part one", tags=("The ledger",), kind="investigation")
    story = about("harbor", "Part two", topics=(topic,), tags=("The ledger",))
    factories.after_commit()
    found = related.for_article(Article.objects.for_page().get(pk=story.pk))
    assert [(item.article.headline, item.reason) for item in found] == [
        ("Part one", "Same investigation: The ledger"),
        ("Same topic", "Same topic: Ports"),
    ]


def test_reasons_name_the_rarest_subject_first_in_the_language_of_the_page(archive: list[Article]) -> None:
    actor = factories.TopicFactory(name_en="MS13", name_es="MS-13", kind=Topic.Kind.ACTOR).pk
    house = factories.TopicFactory(name_en="The court", name_es="La corte", kind=Topic.Kind.INSTITUTION).pk
    country = factories.CountryFactory(name_en="Belize", name_es="Belice").pk
    cases: list[tuple[dict[str, Any], str]] = [
        ({"topics": (actor,), "countries": (country,)}, "Mismo actor: MS-13 · Belice"),
        ({"topics": (house,)}, "Misma institución: La corte"),
        ({"tags": ("Puertos",)}, "Misma etiqueta: Puertos"),
    ]
    themes = [("alder", "birch"), ("cedar", "poplar"), ("willow", "hazel")]
    for (filed, _said), pair in zip(cases, themes, strict=True):
        for theme in pair:
            about(theme, theme, language="es", **filed)
    factories.after_commit()
    with translation.override("es"):
        for (_filed, said), (theme, _other) in zip(cases, themes, strict=True):
            story = Article.objects.for_page().get(headline=theme)
            assert [item.reason for item in related.for_article(story)] == [said]


def test_a_ban_holds_at_once_even_against_a_pick_and_is_logged(archive: list[Article]) -> None:
    other = about("harbor", "Cranes")
    story = about("harbor", "Docks", picks=(other.pk,))
    assert settled(story) == ["Cranes"]
    with pytest.raises(PermissionDenied):
        banning.ban(story, other, by=factories.UserFactory())
    with pytest.raises(Refused):
        banning.ban(story, story, by=factories.chief())
    for _twice in range(2):
        banning.ban(story, other, by=factories.chief())
    assert listed(story) == [] and settled(story) == [] and listed(other) == ["Docks"]
    banning.lift(story, other, by=factories.chief())
    assert listed(story) == ["Cranes"]
    told = EditorialEvent.objects.filter(verb__in=("ban", "lift_ban")).order_by("pk")
    assert [(event.verb, event.details["told"]) for event in told] == [("ban", "Cranes"), ("lift_ban", "Cranes")]


def test_a_preview_shows_what_readers_would_get(archive: list[Article]) -> None:
    from articles import revising, snapshots

    topic = factories.TopicFactory().pk
    about("harbor", "Cranes")
    about("forest", "Trees", topics=(topic,))
    picked = about("desert", "Dunes")
    draft = factories.draft(
        headline="Docks", dek="", body=f"<p>{words('harbor')}.</p>", topics=(topic,), picks=(picked.pk,)
    )
    factories.after_commit()
    preview = snapshots.in_memory(draft, revising.head_snapshot(draft))
    shown = [(item.article.headline, item.reason) for item in related.for_article(preview)]
    publishing.publish(draft, by=factories.chief())
    factories.after_commit()
    story = Article.objects.for_page().get(pk=draft.pk)
    assert shown == [(item.article.headline, item.reason) for item in related.for_article(story)]
    assert {headline for headline, _reason in shown} == {"Dunes", "Cranes", "Trees"}


def rows() -> list[tuple[Any, ...]]:
    links = RelatedLink.objects.order_by("article", "other").values_list(
        "article", "other", "score", "worth", "reasons", "alike"
    )
    return [*links, *RelatedText.objects.order_by("pk").values_list()]


def test_making_all_lists_anew_gives_the_same_rows_and_starts_no_edition(
    archive: list[Article], capsys: pytest.CaptureFixture[str]
) -> None:
    topic = factories.TopicFactory().pk
    stories = [about("harbor", f"Port {name}", own=name, topics=(topic,)) for name in ("alder", "birch", "cedar")]
    factories.after_commit()
    RelatedMark.objects.bulk_create(RelatedMark(article_id=story.pk) for story in (*archive, *stories))
    factories.after_commit()  # by the words of now, as the command weighs them
    before = rows()
    assert before
    call_command("relate", all=True)
    assert rows() == before
    assert "[##############################]" in capsys.readouterr().out
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM articles_edition_mark")
        assert cursor.fetchone() == (0,)
    RelatedLink.objects.all().delete()
    call_command("relate", all=True, after=f"lists:{stories[0].pk}", verbosity=0)
    assert not RelatedLink.objects.filter(article=stories[0].pk).exists()
    assert RelatedLink.objects.filter(article=stories[1].pk).exists()
    call_command("relate", all=True, verbosity=0)
    assert rows() == before
    with pytest.raises(CommandError, match=r"There is no lists:0\."):
        call_command("relate", all=True, after="lists:0")


def test_the_command_without_all_works_off_what_has_changed(archive: list[Article]) -> None:
    story = about("harbor", "Docks")
    assert story.pk in marks()
    call_command("relate", verbosity=0)
    assert not marks()


def test_words_are_as_rare_whether_they_were_counted_ahead_or_not(
    archive: list[Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    story = about("harbor", "Docks")
    before = texts.write([story.pk])
    monkeypatch.setattr(texts, "COMMON", 2)
    texts.count_words()
    assert RelatedWord.objects.exists()
    assert texts.write([story.pk]) == before
    for gone in archive:
        publishing.unpublish(gone, by=factories.chief())
    texts.count_words()
    assert set(RelatedWord.objects.values_list("documents", flat=True)) <= {2, 3, 4, 5}


def test_common_words_are_counted_once_a_day(archive: list[Article], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "COMMON", 2)
    [daily] = [p for p in app.periodic_registry.periodic_tasks.values() if p.task.name == "count_words"]
    assert daily.cron == "37 4 * * *"
    daily.task(timestamp=0)
    assert RelatedWord.objects.exists()


def test_publishing_asks_no_more_often_when_there_is_more_to_relate(
    archive: list[Article], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    about("harbor", "Cranes")
    about("harbor", "Quays")
    story = about("harbor", "Docks")
    with django_assert_num_queries(5):
        related.refresh([story])
    for name in ("alder", "birch", "cedar"):
        about("harbor", f"Port {name}", own=name)
    with django_assert_num_queries(5):
        related.refresh([story])


def test_a_lot_of_lists_is_changed_in_turns_and_none_is_forgotten(
    archive: list[Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("articles.related.keeping.AT_ONCE", 1)
    monkeypatch.setattr("articles.related.keeping.INBOUND", 1)
    others = [about("harbor", f"Port {name}", own=name) for name in ("alder", "birch", "cedar", "poplar")]
    factories.after_commit()
    story = about("harbor", "Docks")
    factories.after_commit()
    assert all("Docks" in listed(other) for other in others)
    publishing.withdraw(story, by=factories.chief())
    factories.after_commit()
    assert not RelatedLink.objects.filter(other=story.pk).exists() and not marks()


@pytest.fixture
def verdict(archive: list[Article]) -> Callable[[Article, Article], explaining.Verdict]:
    def asked(article: Article, other: Article) -> explaining.Verdict:
        factories.after_commit()
        return explaining.explain(Article.objects.for_page().get(pk=article.pk), Article.objects.get(pk=other.pk))

    return asked


def test_it_is_explained_why_a_story_is_listed_or_not(
    archive: list[Article], verdict: Callable[[Article, Article], explaining.Verdict], monkeypatch: pytest.MonkeyPatch
) -> None:
    topic = factories.TopicFactory(name_en="Ports").pk
    picked = about("desert", "Dunes")
    story = about("harbor", "Docks", topics=(topic,), picks=(picked.pk,))
    cranes = about("harbor", "Cranes", topics=(topic,), at=THEN - timedelta(days=1))
    before = about("harbor", "Docks", own="docks", at=THEN - timedelta(days=9))
    again = about("harbor", "Cranes too", own="cranes", at=THEN - timedelta(days=5))
    hidden = publishing.unpublish(about("harbor", "Hidden"), by=factories.chief())
    spanish = about("harbor", "Grúas", language="es")
    answers = {
        "listed": cranes, "itself": story, "language": spanish, "hidden": hidden, "picked": picked,
        "too_little": archive[0], "told_again": before, "says_the_same": again,
    }  # fmt: skip
    assert {verdict(story, other).rule for other in answers.values()} == set(answers)
    for rule, other in answers.items():
        found = verdict(story, other)
        assert (found.rule, "%(" in found.words) == (rule, False)
    told = verdict(story, cranes)
    assert told.reason == "Same topic: Ports" and told.score and len(told.common) == 6
    assert all(word.startswith("harbor") for word in told.common)
    assert "Cranes" in verdict(story, again).words
    monkeypatch.setattr(choosing, "LENGTH", 1)
    weaker = about("harbor", "Weaker", at=THEN - timedelta(days=900))
    assert verdict(story, weaker).rule == "full" and "Cranes" in verdict(story, weaker).words
    banning.ban(story, cranes, by=factories.chief())
    assert verdict(story, cranes).rule == "banned"
