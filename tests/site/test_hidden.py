"""Nothing of a story that readers may not see reaches any anonymous answer: a word that nothing else holds is looked for."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from articles import binning, clock, correcting, pathwords, publishing, reviewing, translating
from articles.models import Address, Article, Author, Section, Topic
from tests import factories
from tests.factories import THEN
from tests.site import edition as editions
from tests.site.test_feeds import every_feed
from tests.site.test_sitemaps import parts

#: In every text of each hidden story, and in the names of what only hidden stories are filed under.
CANARY = "Xochicanary"
#: Beside it, so that a search can ask for the story without saying the canary itself.
BESIDE = "axolotl"
#: In what the draft of a live story says and its page doesn't yet.
AHEAD = "Ajolocanary"

Scene = dict[str, Any]


def hidden(slug: str, scene: Scene, **values: Any) -> dict[str, Any]:
    words = {
        "headline": f"{CANARY} {BESIDE} {slug}",
        "slug": f"{CANARY.lower()}-{slug}",
        "dek": f"The dek of {CANARY} {BESIDE}.",
        "body": f'<p>Where {CANARY} {BESIDE} was.</p><figure data-image="{scene["picture"]}"></figure>',
        "section": scene["section"],
        "lead_image": scene["picture"],
        "countries": (scene["country"].pk,),
        "topics": (scene["topic"].pk, scene["shared"].pk),
        "kicker_topic": scene["topic"].pk,
        "bylines": ((scene["author"].pk, "author"),),
        "tags": (f"{CANARY} tag", "Security"),
        "corrections": (),
    }
    return words | values


def hide_everything(scene: Scene) -> dict[str, Article]:
    """A story in every state that readers see nothing of, made by the verbs."""
    chief, soon = factories.chief(), clock.now() + timedelta(days=1)
    live = {name: factories.story(**hidden(name, scene)) for name in ("unpublished", "withdrawn", "binned-after-all")}
    found = {
        "draft": factories.draft(**hidden("draft", scene)),
        "approved": reviewing.approve(factories.draft(**hidden("approved", scene)), by=chief),
        "scheduled": reviewing.schedule(factories.draft(**hidden("scheduled", scene)), due_at=soon, by=chief),
        "embargoed": factories.draft(**hidden("embargoed", scene, embargo_until=soon.isoformat())),
        "binned": binning.throw(factories.draft(**hidden("binned", scene)), by=chief),
        "unpublished": publishing.unpublish(live["unpublished"], by=chief, reason=f"{CANARY} threatened us"),
        "withdrawn": publishing.withdraw(live["withdrawn"], by=chief, note="Wrong.", reason=f"{CANARY} sued"),
    }
    publishing.unpublish(live["binned-after-all"], by=chief)
    found["binned-after-all"] = binning.throw(live["binned-after-all"], by=chief)
    found["translation"] = translating.start(found["withdrawn"], by=chief)
    return found


@pytest.fixture
def scene(edition: dict[str, Any]) -> Scene:
    made: Scene = {
        "pages": [*editions.every_page(), *every_feed()],
        "picture": factories.ImageFactory(
            file=f"images/00/{CANARY.lower()}.jpg", caption_en=CANARY, caption_es=CANARY, alt_en=CANARY, credit=CANARY
        ).pk,
        "section": edition["briefs"].pk,
        "country": edition["country"],
        "shared": edition["topic"],
        "topic": factories.TopicFactory(
            name_en=f"{CANARY} ring", name_es=f"Red {CANARY}", slug_en="ring", slug_es="red"
        ),
        "author": factories.AuthorFactory(name=f"{CANARY} Reporter", slug="the-reporter"),
    }
    made["hidden"] = hide_everything(made)
    live = edition["stories"]["en"]
    factories.rewritten(live, headline=f"{AHEAD} headline", dek=AHEAD, tags=("Security", AHEAD), slug=AHEAD.lower())
    reviewing.schedule(live, due_at=clock.now() + timedelta(days=1), by=factories.chief())
    correcting.correct(live, kind="update", text="A live one.", by=factories.chief())
    return made


def every_address(reader: Client, scene: Scene) -> Iterator[str]:
    """All that an anonymous visitor can ask for: pages, feeds, maps, searches, what was public once, what has a number."""
    yield from scene["pages"]
    yield from ("/sitemap.xml", "/news-sitemap.xml", "/robots.txt", "/.well-known/security.txt", "/explore/")
    yield from parts(reader)
    for address in Address.objects.all():
        yield address.path
        for aspect in ("related", "republish", "download", "feed"):
            yield pathwords.aspect(address.path, aspect, address.language)
    for path in ("/search/", "/es/buscar/"):
        for question in (BESIDE, "Where was", f"{BESIDE} -nothing", "ring", "Reporter", "tag"):
            yield f"{path}?q={question.replace(' ', '+')}"
    for article in scene["hidden"].values():
        draft = article.draft
        section = Section.objects.get(pk=scene["section"])
        yield f"{section.path_in(article.language)}{draft.slug or 'none'}/"
        yield f"/feedback/?article={article.pk}"
        yield f"/es/comentarios/?article={article.pk}"
    for row in (*Topic.objects.all(), *Author.objects.all()):
        yield from (row.path_in(language) for language in pathwords.LANGUAGES)
    for name in (f"{CANARY}-tag", AHEAD):
        yield from (f"/tags/{name.lower()}/", f"/tags/{name.lower()}/feed/", f"/es/etiquetas/{name.lower()}/")


def test_no_anonymous_answer_holds_a_word_of_what_is_hidden(scene: Scene, reader: Client) -> None:
    asked = set(every_address(reader, scene))
    assert len(asked) > 150
    for path in asked:
        answer = reader.get(path)
        told = f"{answer.content.decode()} {answer.headers}".lower().replace(path.lower(), "")
        assert CANARY.lower() not in told, path
        assert AHEAD.lower() not in told, path
        assert answer.status_code in (200, 301, 404, 410), path


def test_the_same_words_are_everywhere_once_they_are_published(scene: Scene, reader: Client) -> None:
    """So the test above would see them."""
    publishing.publish(scene["hidden"]["draft"], by=factories.chief())
    publishing.publish(Article.objects.get(slug="the-summit-ends"), by=factories.chief())
    holding = {path for path in (
        "/", "/news/briefs/", "/feed/", "/sitemap-stories-en-1.xml", "/news-sitemap.xml", f"/search/?q={BESIDE}", "/topics/",
        "/authors/",
    ) if CANARY.lower() in reader.get(path).content.decode().lower()}  # fmt: skip
    assert len(holding) == 8
    assert AHEAD in reader.get("/").content.decode()


@pytest.mark.parametrize(
    ("verb", "status"), [(publishing.unpublish, 404), (publishing.withdraw, 410)], ids=["unpublished", "withdrawn"]
)
def test_what_is_taken_away_is_gone_from_everywhere_in_the_same_transaction(
    edition: dict[str, Any], reader: Client, verb: Any, status: int
) -> None:
    story = edition["stories"]["en"]
    path, headline = story.path, "The summit ends"
    places = ["/", "/news/", "/news/briefs/", "/feed/", "/news/feed/", "/search/?q=summit", "/authors/ana-alba/"]
    places += ["/sitemap-stories-en-1.xml", edition["topic"].path_in("en"), edition["country"].path_in("en")]
    before = {place: reader.get(place).content.decode() for place in places}
    assert all(headline in page or path in page for page in before.values())
    verb(story, by=factories.chief(), at=THEN + timedelta(days=1))
    for place in places:
        page = reader.get(place).content.decode()
        assert headline not in page and path not in page, place
    assert reader.get(path).status_code == status
    for aspect in ("related", "republish"):
        assert reader.get(f"{path}{aspect}/").status_code == status
    assert path not in reader.get(edition["stories"]["es"].path).content.decode()


NOTE = "We could not stand by it: <b>the source</b> took it back."


@pytest.mark.parametrize(
    ("language", "heading"), [("en", "Note from the newsroom"), ("es", "Nota de la redacción")], ids=["en", "es"]
)
def test_a_withdrawn_story_says_why_and_a_reinstated_one_is_as_it_was(
    edition: dict[str, Any], reader: Client, language: str, heading: str
) -> None:
    story, chief = edition["stories"][language], factories.chief()
    before = reader.get(story.path).content
    publishing.withdraw(story, by=chief, note=f"  {NOTE}\n", reason="For the log alone")
    answer = reader.get(story.path)
    tree = editions.parsed(answer)
    assert answer.status_code == 410
    assert tree.get("lang") == language
    assert editions.text_of(editions.found(tree, "h2")[0]) == heading
    main = editions.text_of(editions.found(tree, "main")[0])
    assert NOTE in main and "For the log alone" not in main
    assert editions.found(tree, "meta", name="robots")[0].get("content") == "noindex"
    publishing.reinstate(story, by=chief)
    assert reader.get(story.path).content == before
    assert Article.objects.get(pk=story.pk).withdrawal_note == ""


def test_a_story_withdrawn_without_a_note_says_nothing_more(edition: dict[str, Any], reader: Client) -> None:
    story = edition["stories"]["en"]
    publishing.withdraw(story, by=factories.chief())
    assert "Note from the newsroom" not in reader.get(story.path).content.decode()


def test_a_note_that_is_too_long_is_refused(edition: dict[str, Any]) -> None:
    with pytest.raises(publishing.Refused) as refusal:
        publishing.withdraw(edition["stories"]["en"], by=factories.chief(), note="x" * 601)
    assert [problem.field for problem in refusal.value.problems] == ["note"]
