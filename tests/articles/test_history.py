"""The history of a story: what was written, what it changed, and the way back. History never shrinks."""

import re
from datetime import timedelta
from typing import Any

import html5lib
import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st

from articles import differences, markup, publishing, reviewing, revising, telling
from articles.admin.stories.comparison import Pictures, block_pair, folded, sides
from articles.comparing import PARTS
from articles.models import Article, EditorialEvent, Revision
from articles.models.audit import VERBS
from articles.snapshots import ProposedCorrection
from tests import factories

pytestmark = pytest.mark.django_db

HIDDEN = ("visually-hidden", "difference__sign", "comparison__which", "comparison__fact", "comparison__nothing")


def signed_in(role: str) -> Client:
    client = Client()
    client.force_login(factories.UserFactory(username=role.lower(), role=role))
    return client


@pytest.fixture
def editor(roles: None) -> Client:
    return signed_in("Editor")


@pytest.fixture
def reporter(roles: None) -> Client:
    return signed_in("Reporter")


def base(article: Article) -> str:
    return f"/admin/articles/article/{article.pk}"


def autosaved(article: Article, **values: Any) -> Article:
    article = Article.objects.get(pk=article.pk)
    snapshot = revising.head_snapshot(article).changed(**values)
    revising.autosave(article, snapshot, by=factories.chief(), version=article.draft.version)
    return Article.objects.get(pk=article.pk)


def tree(html: str) -> Any:
    return html5lib.parse(html, namespaceHTMLElements=False)


def words(element: Any, *, without: tuple[str, ...] = ()) -> str:
    """The text of an element, but for what stands in elements of these classes."""
    if set((element.get("class") or "").split()) & set(without):
        return ""
    inner = [words(child, without=without) + (child.tail or "") for child in element if isinstance(child.tag, str)]
    return (element.text or "") + "".join(inner)


def squeezed(text: str) -> str:
    return "".join(text.split())


def spaced(text: str) -> str:
    return " ".join(text.split())


def part(page: str, name: str) -> dict[str, str]:
    """What each side of a comparison says of a part, with its signs, as a person who sees the page reads it."""
    (section,) = tree(page).iterfind(f".//section[@data-part='{name}']")
    unseen = ("visually-hidden", "comparison__which")
    return {
        side: spaced(" ".join(words(cell, without=unseen) for cell in section.iterfind(f".//div[@data-side='{side}']")))
        for side in ("one", "other")
    }


# The list


def test_autosaves_are_folded_under_the_milestone_that_they_led_to(editor: Client) -> None:
    article = factories.draft(headline="Zero", by=factories.chief())
    for count in range(3):
        article = autosaved(article, headline=f"Typing {count}")
    article = factories.rewritten(article, dek="Saved.")
    article = autosaved(article, headline="Typing again")
    groups = editor.get(f"{base(article)}/history/").context["revisions"].rows
    told = [
        (group.milestone and group.milestone.revision.number, [entry.revision.number for entry in group.autosaves])
        for group in groups
    ]
    assert told == [(None, [6]), (5, [4, 3, 2]), (1, [])]
    # The milestone answers for what its autosaves changed.
    assert groups[1].milestone.changed == {"headline", "dek"}


def test_a_milestone_answers_for_autosaves_that_are_pruned(editor: Client) -> None:
    article = autosaved(factories.draft(), tags=("early",))
    for count in range(revising.AUTOSAVES + 5):
        article = autosaved(article, headline=f"Typing {count}")
    article = factories.rewritten(article, dek="Saved.")
    newest = editor.get(f"{base(article)}/history/").context["revisions"].rows[0]
    assert len(newest.autosaves) == revising.AUTOSAVES
    assert newest.milestone.changed == {"headline", "dek", "tags"}


def test_what_was_kept_of_a_late_save_takes_no_autosaves_of_others(editor: Client) -> None:
    article = factories.draft()
    mine = revising.head_snapshot(article).changed(headline="Late")
    article = autosaved(article, headline="Typing")
    with pytest.raises(revising.StaleDraft):
        revising.save(article, mine, by=factories.UserFactory(role="Reporter"), version=1)
    article = factories.rewritten(article, headline="Saved")
    groups = editor.get(f"{base(article)}/history/").context["revisions"].rows
    assert [(group.milestone.revision.number, len(group.autosaves)) for group in groups] == [(4, 1), (3, 0), (1, 0)]


def test_each_revision_says_who_when_what_and_which_parts(editor: Client) -> None:
    article = factories.rewritten(
        factories.draft(), by=factories.UserFactory(username="nora", is_superuser=True), headline="Two", tags=("ports",)
    )
    page = spaced(words(tree(editor.get(f"{base(article)}/history/").content.decode())))
    assert "nora: saved" in page
    assert "Changed: headline, tags" in page
    assert "chief: first version" in page


def test_marks_say_what_readers_see_and_what_is_approved_scheduled_or_newest(editor: Client) -> None:
    chief = factories.chief()
    article = factories.story(headline="One")
    article = factories.rewritten(article, headline="Two")
    reviewing.schedule(article, due_at=factories.THEN + timedelta(days=40_000), by=chief)
    article = factories.rewritten(article, headline="Three")

    def marks() -> list[list[str]]:
        rows = editor.get(f"{base(article)}/history/").context["revisions"].rows
        return [[mark.name for mark in group.milestone.marks] for group in rows]

    assert marks() == [["newest"], ["scheduled"], ["live"]]
    reviewing.unschedule(article, by=chief)
    reviewing.approve(article, by=chief)
    assert marks() == [["newest", "approved"], [], ["live"]]
    publishing.unpublish(article, by=chief)
    assert marks() == [["newest", "approved"], [], []]


def test_the_history_says_when_a_revision_was_published(editor: Client) -> None:
    article = factories.rewritten(factories.story(headline="One"), headline="Two")
    rows = editor.get(f"{base(article)}/history/").context["revisions"].rows
    assert [group.milestone.published_at for group in rows] == [[], [factories.THEN]]


# Ten thousand revisions


def long_story() -> Article:
    article = factories.draft(headline="Long")
    chief, first = factories.chief(), article.revisions.get()
    Revision.objects.bulk_create(
        Revision(
            article=article, number=number, schema=first.schema, origin="save", created_by=chief,
            created_at=factories.THEN + timedelta(minutes=number), snapshot=first.snapshot,
        )
        for number in range(2, 10_001)
    )  # fmt: skip
    EditorialEvent.objects.bulk_create(
        EditorialEvent(
            article_id=article.pk, verb="save", at=factories.THEN, actor_id=chief.pk, actor_name="chief",
            headline=f"Take {number}", details={"revision": number, "changed": ["body"]},
        )
        for number in range(2, 10_001)
    )  # fmt: skip
    article.draft.head = article.revisions.get(number=10_000)
    article.draft.save()
    return article


def test_a_page_of_ten_thousand_revisions_costs_no_more_than_one_of_ten(editor: Client) -> None:
    article = long_story()
    seen: list[int] = []
    for page in (1, 2, 100, 200):
        with CaptureQueriesContext(
            connection,
        ) as asked:
            answer = editor.get(f"{base(article)}/history/?p={page}&d={page}")
        seen += [group.milestone.revision.number for group in answer.context["revisions"].rows]
        assert len(asked) <= 12
        assert not [query for query in asked if '"snapshot"' in query["sql"]]
    assert seen == [*range(10_000, 9_900, -1), *range(5_050, 5_000, -1), *range(50, 0, -1)]
    assert editor.get(f"{base(article)}/history/?p=201").status_code == 404
    with CaptureQueriesContext(connection) as asked:
        assert editor.get(f"{base(article)}/compare/3/9999/").status_code == 200
    assert len(asked) <= 12


@pytest.mark.parametrize("nonsense", ["0", "-1", "x", "²", "9" * 40])
def test_a_page_number_that_makes_no_sense_is_no_error(editor: Client, nonsense: str) -> None:
    assert editor.get(f"{base(factories.draft())}/history/", {"p": nonsense}).status_code in (200, 404)


# The comparison


def test_any_two_revisions_are_compared_at_an_address_of_their_own(editor: Client) -> None:
    article = factories.draft(headline="Police seize 10 boats", dek="Same.")
    article = factories.rewritten(article, headline="Police seize 12 boats")
    article = factories.rewritten(article, headline="Navy seizes 12 boats")
    answer = editor.get(f"{base(article)}/compare/", {"one": "3", "other": "1"})
    assert answer["Location"] == f"{base(article)}/compare/1/3/"
    page = editor.get(f"{base(article)}/compare/1/2/").content.decode()
    assert part(page, "headline") == {"one": "Police seize −10 boats", "other": "Police seize +12 boats"}
    assert 'data-part="dek"' not in page
    swapped = editor.get(f"{base(article)}/compare/2/1/").content.decode()
    assert part(swapped, "headline") == {"one": "Police seize −12 boats", "other": "Police seize +10 boats"}


@pytest.mark.parametrize("asked", [{}, {"one": "1"}, {"one": "1", "other": "1"}, {"one": "x", "other": "²"}])
def test_a_choice_that_is_no_pair_is_explained(editor: Client, asked: dict[str, str]) -> None:
    page = editor.get(f"{base(factories.draft())}/compare/", asked, follow=True)
    assert page.redirect_chain[-1][0].endswith("/history/")
    assert "Choose two different revisions" in page.content.decode()


def test_a_revision_of_another_story_or_of_none_is_not_found(editor: Client) -> None:
    article = factories.draft()
    factories.rewritten(factories.draft(), headline="Other")
    for address in ("compare/1/2/", "compare/1/9999999999/", "revisions/2/revert/"):
        assert editor.get(f"{base(article)}/{address}").status_code == 404
    assert editor.post(f"{base(article)}/revisions/2/revert/", {"version": 1}).status_code == 404


def test_the_structure_of_the_text_is_compared(editor: Client) -> None:
    article = factories.draft(
        body="<p>The harbour at night</p><p>First words on ships.</p><p>Second words on roads.</p><p>Gone for good.</p>"
    )
    article = factories.rewritten(
        article,
        body="<h2>The harbour at night</h2><p>Second words on roads.</p><p>First words on ships.</p><ul><li>A list</li></ul>",
    )
    page = editor.get(f"{base(article)}/compare/1/2/").content.decode()
    told = part(page, "body")
    assert "Form: −paragraph" in told["one"]
    assert "Form: +heading" in told["other"]
    kinds = [spaced(words(kind)) for kind in tree(page).iterfind(".//p[@class='comparison__kind']")]
    assert kinds[0] == "Changed: heading"
    assert {"Moved away from here: paragraph", "Moved to here: paragraph"} <= set(kinds)
    assert {"Taken out: paragraph", "Added: bulleted list"} <= set(kinds)


def test_swapped_pictures_are_shown_side_by_side_with_their_words(editor: Client) -> None:
    harbour = factories.ImageFactory(alt_en="A harbour at dawn")
    road = factories.ImageFactory(alt_en="A road in the hills")
    figure = '<p>Before.</p><figure data-image="{}"></figure>'
    article = factories.draft(body=figure.format(harbour.pk), lead_image=harbour.pk)
    article = factories.rewritten(article, body=figure.format(road.pk), lead_image=road.pk)
    page = editor.get(f"{base(article)}/compare/1/2/").content.decode()
    assert part(page, "lead_image") == {"one": "−A harbour at dawn", "other": "+A road in the hills"}
    told = part(page, "body")
    assert "Alternative text: −A harbour at dawn" in told["one"]
    assert "Alternative text: +A road in the hills" in told["other"]
    pictures = tree(page).findall(".//img[@class='comparison__picture']")
    assert len(pictures) == 4
    assert len({picture.get("src") for picture in pictures}) == 2


def test_relations_are_compared_row_by_row(editor: Client) -> None:
    peru, chile = factories.CountryFactory(name_en="Peru"), factories.CountryFactory(name_en="Chile")
    mining, ports = factories.TopicFactory(name_en="Mining"), factories.TopicFactory(name_en="Ports")
    ana, beto, caro = (factories.AuthorFactory(name=name) for name in ("Ana", "Beto", "Caro"))
    near, far = factories.story(headline="Near"), factories.story(headline="Far")
    article = factories.draft(
        countries=(peru.pk,), topics=(mining.pk,), kicker_topic=mining.pk, tags=("gold",), picks=(near.pk, far.pk),
        bylines=((ana.pk, "author"), (beto.pk, "author"), (caro.pk, "author")),
    )  # fmt: skip
    told = ProposedCorrection("7b0a3c1e-4d5f-4a6b-8c7d-9e0f1a2b3c4d", "correction", "It was May.")
    article = factories.rewritten(
        article,
        countries=(peru.pk, chile.pk), topics=(ports.pk,), kicker_topic=None, kicker_country=chile.pk,
        tags=("silver",), picks=(far.pk, near.pk), sensitive=True, corrections=(told,),
        embargo_until="2030-01-01T12:00:00+00:00",
        bylines=((beto.pk, "author"), (ana.pk, "photographer"), ),
    )  # fmt: skip
    page = editor.get(f"{base(article)}/compare/1/2/").content.decode()
    assert part(page, "countries") == {"one": "Peru", "other": "Peru +Chile"}
    assert part(page, "topics") == {"one": "−Mining", "other": "+Ports"}
    assert part(page, "kicker") == {"one": "−Mining", "other": "+Chile"}
    assert part(page, "tags") == {"one": "−gold", "other": "+silver"}
    assert part(page, "sensitive") == {"one": "−no", "other": "+yes"}
    assert part(page, "corrections") == {"one": "Nothing.", "other": "+It was May."}
    assert part(page, "embargo_until")["one"] == "Nothing."
    assert re.match(r"\+.*2030", part(page, "embargo_until")["other"])
    picks = part(page, "picks")
    assert picks["other"].startswith("↕Far (moved)") or picks["other"].endswith("↕Near (moved)")
    bylines = part(page, "bylines")
    assert "−Caro" in bylines["one"]
    assert re.search(r"−Ana \(.*\) ↕?Beto", bylines["one"])
    assert re.search(r"Beto .* \+Ana \(", bylines["other"])


def test_every_part_of_a_story_has_its_place_in_the_comparison() -> None:
    named = {field for part in PARTS for field in part.fields}
    assert named == set(revising.Snapshot().as_json())


TEXT = st.text(st.sampled_from('ab é.,<&"[]+−\n'), max_size=40)
BLOCK = st.builds(
    str.format,
    st.sampled_from(
        [
            "<p>{}</p>",
            "<h2>{}</h2>",
            "<ul><li>{}</li><li>x</li></ul>",
            "<blockquote><p>{}</p></blockquote>",
            "<p><em>{}</em></p>",
        ]
    ),
    TEXT.map(lambda text: text.replace("&", "&amp;").replace("<", "&lt;")),
)
BODY = st.lists(BLOCK, max_size=6).map(lambda blocks: markup.clean("".join(blocks)))


def shown_body(one: str, other: str) -> dict[str, str]:
    pairs = [block_pair(change, Pictures({}, "en")) for change in differences.blocks(one, other)]
    html = "".join(
        render_to_string("admin/articles/history/pair.html", {"pair": pair, "in_body": True})
        for run in folded(pairs)
        for pair in run.pairs
    )
    return read(html)


def read(html: str) -> dict[str, str]:
    page = tree(html)
    return {
        side: squeezed("".join(words(cell, without=HIDDEN) for cell in page.iterfind(f".//div[@data-side='{side}']")))
        for side in ("one", "other")
    }


@settings(deadline=None)
@given(BODY, BODY)
def test_the_shown_difference_of_two_texts_reads_as_both(one: str, other: str) -> None:
    assert shown_body(one, other) == {
        "one": squeezed(markup.to_text(one)),
        "other": squeezed(markup.to_text(other)),
    }


@settings(deadline=None)
@given(TEXT, TEXT)
def test_the_shown_difference_of_two_headlines_reads_as_both(one: str, other: str) -> None:
    cells = sides(differences.words(one, other))
    html = "".join(
        render_to_string("admin/articles/history/cell.html", {"cell": cell, "side": side, "number": 1})
        for cell, side in zip(cells, ("one", "other"), strict=True)
    )
    assert read(html) == {"one": squeezed(one), "other": squeezed(other)}


def test_unchanged_blocks_far_from_a_change_are_folded() -> None:
    body = "".join(f"<p>Paragraph {count} of the text.</p>" for count in range(9))
    pairs = [
        block_pair(change, Pictures({}, "en")) for change in differences.blocks(body, body.replace("h 4 of", "h 44 of"))
    ]
    assert [(run.folded, len(run.pairs)) for run in folded(pairs)] == [(True, 3), (False, 3), (True, 3)]


# What readers see and the newest draft


def test_one_click_compares_what_readers_see_with_the_newest_draft(editor: Client) -> None:
    article = factories.rewritten(factories.story(headline="Seen"), headline="Middle")
    article = factories.rewritten(article, headline="Newest")
    form = editor.get(f"{base(article)}/change/").content.decode()
    assert f"{base(article)}/compare/readers/newest/" in form
    answer = editor.get(f"{base(article)}/compare/readers/newest/", follow=True)
    assert answer.redirect_chain == [(f"{base(article)}/compare/1/3/", 302)]
    assert part(answer.content.decode(), "headline") == {"one": "−Seen", "other": "+Newest"}


def test_without_a_difference_the_one_click_says_so(editor: Client) -> None:
    for article, said in (
        (factories.story(), "exactly the newest draft"),
        (factories.draft(), "nothing of this story"),
    ):
        assert "compare/readers" not in editor.get(f"{base(article)}/change/").content.decode()
        page = editor.get(f"{base(article)}/compare/readers/newest/", follow=True)
        assert said in page.content.decode()


# The way back


def test_going_back_asks_once_and_adds_a_revision(reporter: Client) -> None:
    article = factories.rewritten(factories.draft(headline="One"), headline="Two")
    asked = reporter.get(f"{base(article)}/revisions/1/revert/")
    assert part(asked.content.decode(), "headline") == {"one": "−Two", "other": "+One"}
    assert article.revisions.count() == 2
    version = re.search(r'name="version" value="(\d+)"', asked.content.decode())
    assert version
    page = reporter.post(f"{base(article)}/revisions/1/revert/", {"version": version[1]}, follow=True)
    assert "This is revision 3." in page.content.decode()
    article = Article.objects.get(pk=article.pk)
    assert [kept.snapshot["headline"] for kept in article.revisions.order_by("number")] == ["One", "Two", "One"]
    history = spaced(words(tree(reporter.get(f"{base(article)}/history/").content.decode())))
    assert "reporter went back to revision 1, as revision 3. Changed: headline." in history


def test_going_back_too_late_overwrites_nothing(reporter: Client) -> None:
    article = factories.rewritten(factories.draft(headline="One"), headline="Two")
    version = article.draft.version
    factories.rewritten(article, headline="Three")
    answer = reporter.post(f"{base(article)}/revisions/1/revert/", {"version": version})
    assert answer.status_code == 409
    assert revising.head_snapshot(Article.objects.get(pk=article.pk)).headline == "Three"


def test_going_back_to_the_same_words_changes_nothing(reporter: Client) -> None:
    article = factories.rewritten(factories.rewritten(factories.draft(headline="One"), headline="Two"), headline="One")
    assert "same as the draft does now" in reporter.get(f"{base(article)}/revisions/1/revert/").content.decode()
    page = reporter.post(f"{base(article)}/revisions/1/revert/", {"version": article.draft.version}, follow=True)
    assert "so nothing was changed" in page.content.decode()
    assert article.revisions.count() == 3


@pytest.mark.parametrize("role", ["Reporter", "Audience"])
def test_who_may_read_may_compare_but_only_writers_go_back(roles: None, role: str) -> None:
    client = signed_in(role)
    article = factories.rewritten(factories.draft(headline="One"), headline="Two")
    writes = role == "Reporter"
    for address in ("history/", "compare/1/2/"):
        page = client.get(f"{base(article)}/{address}")
        assert page.status_code == 200
        assert ("/revert/" in page.content.decode()) == writes
    address = f"{base(article)}/revisions/1/revert/"
    assert client.get(address).status_code == (200 if writes else 403)
    answer = client.post(address, {"version": article.draft.version})
    assert answer.status_code == (302 if writes else 403)
    assert article.revisions.count() == (3 if writes else 2)


def test_a_stranger_is_asked_to_sign_in() -> None:
    article = factories.draft()
    for address in ("history/", "compare/", "compare/1/1/", "compare/readers/newest/", "revisions/1/revert/"):
        assert Client().get(f"{base(article)}/{address}").status_code == 302


# Deeds in sentences


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
