"""No saved word is lost at the desk: autosaves, two people at one story, ended sessions, and forms sent twice."""

import re
from datetime import timedelta
from typing import Any

import html5lib
import pytest
from django.test import Client

from articles import holding, presence, revising
from articles.models import Article, Presence, Revision
from tests import factories
from tests.articles.test_desk import change, filled_in, new_story

pytestmark = pytest.mark.django_db

ADD = "/admin/articles/article/add/"
NEW = "/admin/articles/article/autosave/"
HERE = {"sec-fetch-site": "same-origin"}


def signed_in(name: str, *, checks_tokens: bool = False) -> Client:
    client = Client(enforce_csrf_checks=checks_tokens, headers=HERE)
    client.force_login(factories.UserFactory(username=name, role="Editor"))
    return client


@pytest.fixture
def rosa(roles: None) -> Client:
    return signed_in("rosa")


@pytest.fixture
def beto(roles: None) -> Client:
    return signed_in("beto")


def opened(client: Client, article: Article | None = None) -> dict[str, Any]:
    """What a browser would send from a form that was just opened."""
    page = client.get(change(article) if article else ADD)
    saving = page.context["saving"]
    return filled_in(page) | {name: saving[name] for name in ("writer", "form", "base")}


def autosave(article: Article) -> str:
    return f"/admin/articles/article/{article.pk}/autosave/"


def head(article: Article) -> Any:
    return revising.head_snapshot(Article.objects.get(pk=article.pk))


# Autosave


def test_an_autosave_stores_the_draft_and_says_as_which_version(rosa: Client) -> None:
    article = factories.draft(headline="As opened")
    data = opened(rosa, article)
    said = rosa.post(autosave(article), data | {"headline": "While writing"}).json()
    assert (said["version"], said["base"], said["problems"]) == (2, 2, [])
    assert said["text"].startswith("Saved ")
    assert head(article).headline == "While writing"
    assert article.revisions.get(number=2).origin == "autosave"
    again = rosa.post(autosave(article), data | {"headline": "And on", "version": said["version"]}).json()
    assert again["version"] == 3


def test_an_autosave_keeps_rows_of_names_and_picks(rosa: Client) -> None:
    author, pick = factories.AuthorFactory(), factories.story()
    article = factories.draft(bylines=(), picks=())
    rows = {"bylines-0-author": author.pk, "bylines-0-ORDER": 1, "picks-0-picked": pick.pk, "picks-0-ORDER": 1}
    rosa.post(autosave(article), opened(rosa, article) | rows)
    assert (head(article).bylines, head(article).picks) == (((author.pk, "author"),), (pick.pk,))


def test_rows_that_an_autosave_has_stored_are_not_lost_by_the_next_save(rosa: Client) -> None:
    """The page that the button belongs to still counts none of them as stored."""
    author, pick = factories.AuthorFactory(), factories.story()
    article = factories.draft(bylines=(), picks=())
    rows = {"bylines-0-author": author.pk, "picks-0-picked": pick.pk}  # without an order, as a new row has none
    data = opened(rosa, article) | rows
    version = rosa.post(autosave(article), data).json()["version"]
    assert rosa.post(change(article), data | {"version": version, "headline": "Later"}).status_code == 302
    kept = head(article)
    assert (kept.headline, kept.bylines, kept.picks) == ("Later", ((author.pk, "author"),), (pick.pk,))


def test_readers_see_nothing_of_an_autosave(rosa: Client, reader: Client) -> None:
    article = factories.story(headline="Live words")
    pages = (article.path, "/", "/feed/")
    before = [reader.get(path).content for path in pages]
    data = opened(rosa, article) | {"headline": "Canary headline", "body": "<p>Canary body</p>", "slug": "canary"}
    assert rosa.post(autosave(article), data).status_code == 200
    assert [reader.get(path).content for path in pages] == before
    assert head(article).body == "<p>Canary body</p>"


@pytest.mark.parametrize(
    ("wrong", "named", "kept"),
    [
        ({"slug": "not a slug!"}, "slug", "slug"),
        ({"section": "99999"}, "section", "section"),
        ({"body": "x" * 600_000}, "body", "body"),
        ({"bylines-0-author": "99999"}, "bylines-0-author", "bylines"),
        ({"bylines-0-role": "emperor"}, "bylines-0-role", "bylines"),
        ({"picks-0-picked": "99999"}, "picks-0-picked", "picks"),
        ({"translation_of": "99999"}, "translation_of", "translation_key"),
    ],
)
def test_what_is_wrong_keeps_its_last_value_and_all_the_rest_is_stored(
    rosa: Client, wrong: dict[str, str], named: str, kept: str
) -> None:
    twin = factories.draft(language="es")
    article = factories.draft(translation_key=str(twin.translation_key), picks=(factories.story().pk,))
    before = head(article)
    said = rosa.post(autosave(article), opened(rosa, article) | wrong | {"headline": "Stored all the same"}).json()
    assert [problem["field"] for problem in said["problems"]] == [named]
    assert "but not this" in said["text"]
    assert head(article) == before.changed(headline="Stored all the same")
    assert getattr(head(article), kept) == getattr(before, kept)


def test_two_kickers_are_one_problem_and_leave_the_kicker_that_was_there(rosa: Client) -> None:
    topic, country = factories.TopicFactory(), factories.CountryFactory()
    article = factories.draft(topics=(topic.pk,), kicker_topic=topic.pk)
    said = rosa.post(autosave(article), opened(rosa, article) | {"kicker_country": country.pk, "dek": "New"}).json()
    assert [problem["field"] for problem in said["problems"]] == ["kicker_country"]
    assert (head(article).dek, head(article).kicker_topic, head(article).kicker_country) == ("New", topic.pk, None)


def test_a_new_story_is_made_by_its_first_autosave_and_saved_by_the_next(rosa: Client) -> None:
    data = opened(rosa) | new_story(headline="First words")
    said = rosa.post(NEW, data).json()
    article = Article.objects.get()
    assert said["addresses"]["form"] == change(article)
    assert article.state == "unpublished"
    rosa.post(said["addresses"]["autosave"], data | {"headline": "More words", "version": said["version"]})
    assert head(article).headline == "More words"


def test_a_new_story_without_a_language_says_what_is_missing(rosa: Client) -> None:
    answer = rosa.post(NEW, opened(rosa) | new_story(language=""))
    assert (answer.status_code, answer.json()["field"]) == (422, "language")
    assert not Article.objects.exists()


def test_an_autosave_is_refused_to_those_who_may_not_write(roles: None) -> None:
    article = factories.draft()
    client = Client(headers=HERE)
    client.force_login(factories.UserFactory(role="Audience"))
    assert client.post(autosave(article), {"headline": "x"}).status_code == 403
    assert client.post(NEW, new_story()).status_code == 403
    assert client.post(f"/admin/articles/article/{article.pk}/presence/").status_code == 403
    assert Revision.objects.count() == 1


# Sent twice


@pytest.mark.parametrize("address", [ADD, NEW])
def test_a_new_story_sent_twice_is_one_story_with_one_revision(rosa: Client, address: str) -> None:
    source = factories.draft(language="es")
    data = opened(rosa) | new_story(translation_of=source.pk)
    for _time in range(2):
        assert rosa.post(address, data).status_code in (200, 302)
    article = Article.objects.get(language="en")
    assert article.revisions.count() == 1
    assert str(article.translation_key) == str(source.translation_key)


def test_what_was_typed_after_a_lost_answer_goes_to_the_story_that_was_begun(rosa: Client) -> None:
    data = opened(rosa) | new_story(headline="The answer to this was lost")
    rosa.post(NEW, data)
    rosa.post(ADD, data | {"headline": "Then the button was pressed"})
    assert head(Article.objects.get()).headline == "Then the button was pressed"


def test_two_forms_make_two_stories_and_so_do_two_people(rosa: Client, beto: Client) -> None:
    data = opened(rosa) | new_story()
    rosa.post(ADD, data)
    rosa.post(ADD, opened(rosa) | new_story() | {"form": "another"})
    mine = opened(beto)
    beto.post(ADD, mine | new_story() | {"form": data["form"]})
    assert Article.objects.count() == 3


def test_a_save_or_autosave_sent_twice_is_one_revision(rosa: Client) -> None:
    article = factories.draft()
    data = opened(rosa, article) | {"headline": "Twice"}
    for _time in range(2):
        assert rosa.post(change(article), data).status_code == 302
    assert article.revisions.count() == 2
    data = opened(rosa, article) | {"headline": "And again"}
    assert [rosa.post(autosave(article), data).json()["version"] for _time in range(2)] == [3, 3]
    assert article.revisions.count() == 3


# Two people


def met(rosa: Client, beto: Client, article: Article, theirs: dict[str, Any], mine: dict[str, Any]) -> Any:
    """The page that Beto gets who opened a story together with Rosa and saves after her."""
    data = opened(beto, article)
    assert rosa.post(change(article), opened(rosa, article) | theirs).status_code == 302
    answer = beto.post(change(article), data | mine)
    assert answer.status_code == 409
    return answer


def asked(page: Any) -> dict[str, str]:
    """What the form of that page sends without anybody choosing anything."""
    tree = html5lib.parse(page.content.decode(), namespaceHTMLElements=False)
    form = tree.find(".//form[@class='merge']")
    fields = {}
    for field in form.iter("input"):
        if field.get("type") == "hidden" or field.get("checked") is not None:
            fields[field.get("name")] = field.get("value")
    return fields


def merge(article: Article) -> str:
    return f"/admin/articles/article/{article.pk}/merge/"


def test_a_late_save_gets_both_texts_and_what_the_other_changed(rosa: Client, beto: Client) -> None:
    article = factories.draft(headline="Ten boats", dek="As it was", body="<p>One line.</p>")
    page = met(
        rosa, beto, article, {"headline": "Twelve boats", "body": "<p>One more line.</p>"}, {"dek": "Beto was here"}
    )
    # Each word that differs has a sign and says aloud what it is; here its text is enough.
    signs = r'<span class="(?:difference__sign|visually-hidden)"[^>]*>[^<]*</span>'
    text = re.sub(signs, "", page.content.decode())
    for part in ("rosa", "Twelve boats", "Beto was here", "<ins>Ten </ins>", "<del>Twelve </del>", "<del>more </del>"):
        assert part in text
    assert {who: [str(label) for label in labels] for who, labels in page.context["told"].items()} == {
        "theirs": ["Headline", "Text"],
        "mine": ["Dek"],
        "both": [],
    }
    assert article.revisions.get(origin="conflict").snapshot["dek"] == "Beto was here"
    assert head(article).headline == "Twelve boats"


def test_changes_to_different_parts_are_merged_as_the_page_proposes(rosa: Client, beto: Client) -> None:
    first, second = factories.AuthorFactory(), factories.AuthorFactory()
    body = "<p>The first paragraph.</p><p>The second paragraph.</p>"
    article = factories.draft(headline="H", dek="D", body=body, bylines=((first.pk, "author"),))
    theirs = {"headline": "Hers", "body": body.replace("first", "opening")}
    mine = {"dek": "His", "body": body.replace("second", "closing"), "bylines-0-author": second.pk}
    page = met(rosa, beto, article, theirs, mine)
    answer = beto.post(merge(article), asked(page) | {"_merge": ""})
    assert answer["Location"] == change(article)
    made = head(article)
    assert (made.headline, made.dek, made.bylines) == ("Hers", "His", ((second.pk, "author"),))
    assert made.body == "<p>The opening paragraph.</p><p>The closing paragraph.</p>"
    assert Article.objects.get().draft.head.origin == "merge"


def test_where_both_changed_the_same_part_somebody_has_to_choose(rosa: Client, beto: Client) -> None:
    one, two, three = (factories.story().pk for _ in range(3))
    article = factories.draft(headline="H", picks=(one,))
    rows = {"picks-1-picked": two, "picks-1-ORDER": 2}
    page = met(rosa, beto, article, {"headline": "Hers"} | rows, {"headline": "His"} | rows | {"picks-1-picked": three})
    assert not [name for name in asked(page) if name.startswith("part-")]
    again = beto.post(merge(article), asked(page) | {"part-headline": "mine", "_merge": ""})
    assert again.status_code == 409
    assert "choose for each part" in again.content.decode()
    assert asked(again)["part-headline"] == "mine"  # what was chosen already stays
    assert head(article).headline == "Hers"
    beto.post(merge(article), asked(again) | {"part-picks": "both", "_merge": ""})
    assert (head(article).headline, head(article).picks) == ("His", (one, two, three))


def test_one_click_keeps_mine_and_another_takes_theirs(rosa: Client, beto: Client) -> None:
    article = factories.draft(headline="H", dek="D")
    page = met(rosa, beto, article, {"headline": "Hers", "dek": "Hers"}, {"headline": "His"})
    taken = beto.post(merge(article), asked(page) | {"_theirs": ""}, follow=True)
    assert "Your text is kept as revision 3" in taken.content.decode()
    assert (head(article).headline, article.revisions.count()) == ("Hers", 3)
    beto.post(merge(article), asked(page) | {"_mine": ""})
    assert (head(article).headline, head(article).dek) == ("His", "D")


def test_a_third_person_who_saved_meanwhile_is_not_overwritten(rosa: Client, beto: Client) -> None:
    article = factories.draft(headline="H", dek="D")
    page = met(rosa, beto, article, {"headline": "Hers"}, {"dek": "His"})
    factories.rewritten(article, headline="A third one")
    answer = beto.post(merge(article), asked(page) | {"_merge": ""})
    assert answer.status_code == 409
    assert head(article).headline == "A third one"
    # What was merged is now "mine", so the second try has to choose only what is new.
    assert asked(answer)["part-headline"] == "theirs"
    beto.post(merge(article), asked(answer) | {"_merge": ""})
    assert (head(article).headline, head(article).dek) == ("A third one", "His")


def test_a_late_autosave_is_told_by_whom_and_its_text_is_kept(rosa: Client, beto: Client) -> None:
    article = factories.draft()
    data = opened(beto, article)
    rosa.post(change(article), opened(rosa, article) | {"headline": "Hers"})
    answer = beto.post(autosave(article), data | {"headline": "His"})
    assert answer.status_code == 409
    assert "rosa saved this story at" in answer.json()["text"]
    assert article.revisions.get(number=answer.json()["kept"]).snapshot["headline"] == "His"
    assert head(article).headline == "Hers"


def test_who_may_not_write_can_not_merge(rosa: Client, beto: Client) -> None:
    article = factories.draft()
    page = met(rosa, beto, article, {"headline": "Hers"}, {"headline": "His"})
    client = Client(headers=HERE)
    client.force_login(factories.UserFactory(role="Audience"))
    assert client.post(merge(article), asked(page) | {"_mine": ""}).status_code == 403
    assert beto.get(merge(article)).status_code == 405
    assert beto.post(merge(article), asked(page) | {"mine": "99", "_mine": ""}).status_code == 404
    assert head(article).headline == "Hers"


# Presence


def test_presence_names_the_others_and_ends_with_the_page(rosa: Client, beto: Client) -> None:
    article = factories.draft()
    place = f"/admin/articles/article/{article.pk}/presence/"
    assert rosa.post(place).json()["others"] == []
    assert beto.post(place).json()["others"] == ["rosa"]
    assert rosa.post(place, {"gone": "1"}).status_code == 204
    assert beto.post(place).json()["others"] == []
    rosa.post(place)
    Presence.objects.filter(user__username="rosa").update(
        seen_at=Presence.objects.get(user__username="rosa").seen_at - presence.GONE_AFTER - timedelta(seconds=1)
    )
    assert beto.post(place).json()["others"] == []


def test_presence_never_blocks_a_save_and_tells_of_a_newer_version(rosa: Client, beto: Client) -> None:
    article = factories.draft()
    place = f"/admin/articles/article/{article.pk}/presence/"
    rosa.post(place)
    assert beto.post(change(article), opened(beto, article) | {"headline": "His"}).status_code == 302
    said = rosa.post(place).json()
    assert said["version"] == 2
    assert said["text"].startswith("beto saved a newer version at")


# Sessions


def test_a_form_that_comes_without_a_session_is_held_and_goes_through_after_signing_in(roles: None) -> None:
    article, rosa = factories.draft(), signed_in("rosa")
    data = opened(rosa, article) | {"headline": "Not lost <at all>", "_save": ""}
    rosa.logout()
    page = rosa.post(change(article), data)
    assert page.status_code == 403
    assert article.revisions.count() == 1
    assert "no-store" in page["Cache-Control"]
    held = dict(page.context["fields"])
    assert held == {name: str(value) for name, value in data.items() if not isinstance(value, list)}
    assert "Not lost &lt;at all&gt;" in page.content.decode()
    rosa.force_login(article.draft.saved_by.__class__.objects.get(username="rosa"))
    assert rosa.post(page.context["address"], held).status_code == 302
    assert head(article).headline == "Not lost <at all>"


def test_a_held_form_speaks_the_language_that_it_was_in(roles: None) -> None:
    visitor = Client(headers=HERE)
    page = visitor.post(ADD, {"headline": "Palabras", "spoken": "es"})
    assert "Su texto sigue aquí" in page.content.decode()
    assert page["Content-Language"] == "es"
    assert "still here" in visitor.post(ADD, {"headline": "Words", "spoken": "xx"}).content.decode()


def test_a_form_with_an_old_token_is_held_with_a_new_one(roles: None) -> None:
    article, rosa = factories.draft(), signed_in("rosa", checks_tokens=True)
    data = opened(rosa, article) | {"headline": "Kept", "csrfmiddlewaretoken": "x" * 64}
    page = rosa.post(change(article), data)
    assert page.status_code == 403
    fields = dict(page.context["fields"]) | {"csrfmiddlewaretoken": str(page.context["csrf_token"])}
    assert rosa.post(change(article), fields).status_code == 302
    assert head(article).headline == "Kept"


def test_no_other_site_can_have_its_words_held(roles: None) -> None:
    article = factories.draft()
    stranger = Client(enforce_csrf_checks=True, headers={"sec-fetch-site": "cross-site"})
    assert "Canary" not in stranger.post(change(article), {"headline": "Canary"}).content.decode()
    assert Client().post(change(article), {"headline": "Canary"}).status_code == 302


def test_passwords_and_endless_texts_are_not_sent_back(roles: None) -> None:
    visitor = Client(headers=HERE)
    secret = {"old_password": "canary", "new_password1": "canary"}
    assert visitor.post("/admin/password_change/", secret).status_code == 302
    endless = {"body": "x" * (holding.LONGEST + 1)}
    assert visitor.post(ADD, endless).status_code == 302


def test_other_forms_of_the_desk_are_held_too(roles: None) -> None:
    page = Client(headers=HERE).post("/admin/articles/page/add/", {"title": "About", "body": "<p>Words</p>"})
    assert (page.status_code, dict(page.context["fields"])["body"]) == (403, "<p>Words</p>")


def test_scripts_are_told_of_an_ended_session_and_of_an_old_token(roles: None) -> None:
    article, rosa = factories.draft(), signed_in("rosa", checks_tokens=True)
    data = opened(rosa, article) | {"headline": "Later"}
    stale = rosa.post(autosave(article), data, headers=HERE | {"accept": "application/json"})
    assert (stale.status_code, stale.json()) == (403, {"stale_token": True})
    session = rosa.get("/admin/articles/article/session/").json()
    assert (session["user"], session["name"]) == (data["writer"], "rosa")
    data["csrfmiddlewaretoken"] = session["token"]
    assert rosa.post(autosave(article), data).status_code == 200
    visitor = Client(headers=HERE)
    assert visitor.get("/admin/articles/article/session/").json()["user"] is None
    assert visitor.post(autosave(article), data).status_code == 401
    assert visitor.post(NEW, data).status_code == 401


def test_another_person_does_not_save_as_the_first_without_noticing(rosa: Client, beto: Client) -> None:
    article = factories.draft()
    data = opened(rosa, article) | {"headline": "Rosa wrote this"}
    page = beto.post(change(article), data)
    assert page.status_code == 403
    assert "opened as “rosa”" in page.content.decode()
    assert beto.post(autosave(article), data).json()["other_writer"] == "rosa"
    assert article.revisions.count() == 1
    asked_for = dict(page.context["fields"]) | {"writer": page.context["writer"]}
    assert beto.post(change(article), asked_for).status_code == 302
    assert article.revisions.get(number=2).created_by.get_username() == "beto"
