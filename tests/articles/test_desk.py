"""The desk's story form: the draft beside what is live, and nothing lost between two editors."""

from typing import Any

import pytest
from django.test import Client

from articles import publishing, revising
from articles.models import Article, Author, Country, EditorialEvent, Image, Topic
from articles.snapshots import Snapshot
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(roles: None) -> Client:
    client = Client()
    client.force_login(factories.UserFactory(username="editor", role="Editor"))
    return client


@pytest.fixture
def reporter(roles: None) -> Client:
    client = Client()
    client.force_login(factories.UserFactory(username="reporter", role="Reporter"))
    return client


def filled_in(page: Any) -> dict[str, Any]:
    """What a browser would send back from the story form, untouched."""
    form = page.context["adminform"].form
    data: dict[str, Any] = {}
    for part in (form, *form.byline_rows, *form.pick_rows, *(rows.management_form for rows in form.rows)):
        for bound in part:
            value = bound.value()
            unticked = getattr(bound.field.widget, "input_type", "") == "checkbox" and not value
            if value is None or unticked:
                continue
            data[bound.html_name] = value
    return data


def change(article: Article) -> str:
    return f"/admin/articles/article/{article.pk}/change/"


def new_story(**values: Any) -> dict[str, Any]:
    section, author = factories.SectionFactory(), factories.AuthorFactory()
    return {
        "language": "en",
        "kind": "brief",
        "section": section.pk,
        "headline": "A summit ends",
        "slug": "a-summit-ends",
        "dek": "With few results.",
        "body": "<p>Three days.</p>",
        "republishable": "on",
        "tags": "summits, regional security",
        "bylines-TOTAL_FORMS": "2",
        "bylines-INITIAL_FORMS": "0",
        "bylines-0-author": author.pk,
        "bylines-0-role": "author",
        "bylines-0-ORDER": "1",
        "bylines-1-role": "author",
        "picks-TOTAL_FORMS": "0",
        "picks-INITIAL_FORMS": "0",
    } | values


def test_a_reporter_writes_a_story_that_nobody_reads_yet(reporter: Client) -> None:
    topic = factories.TopicFactory()
    answer = reporter.post("/admin/articles/article/add/", new_story(topics=[topic.pk], kicker_topic=topic.pk))
    article = Article.objects.get()
    assert answer.status_code == 302
    assert answer["Location"] == change(article)
    assert article.state == "unpublished"
    assert article.headline == ""
    draft = revising.head_snapshot(article)
    assert (draft.headline, draft.tags, draft.kicker_topic) == (
        "A summit ends",
        ("regional security", "summits"),
        topic.pk,
    )


def test_a_reporter_has_no_publish_button_and_a_forged_one_does_nothing(reporter: Client) -> None:
    reporter.post("/admin/articles/article/add/", new_story())
    article = Article.objects.get()
    page = reporter.get(change(article))
    assert 'name="_publish"' not in page.content.decode()
    answer = reporter.post(change(article), filled_in(page) | {"_publish": "", "headline": "Forged"}, follow=True)
    assert "your role does not allow it" in answer.content.decode()
    article = Article.objects.get()
    assert article.state == "unpublished"
    assert revising.head_snapshot(article).headline == "Forged"


def test_an_editor_publishes_by_the_button_and_takes_back_by_the_other(editor: Client) -> None:
    editor.post("/admin/articles/article/add/", new_story(_publish=""))
    article = Article.objects.published().get()
    assert article.headline == "A summit ends"
    assert [byline.role for byline in article.bylines.all()] == ["author"]
    page = editor.get(change(article))
    asked = editor.post(change(article), filled_in(page) | {"_unpublish": ""})
    assert Article.objects.published().exists()  # it asks once
    editor.post(asked["Location"])
    assert not Article.objects.published().exists()
    verbs = EditorialEvent.objects.order_by("pk").values_list("verb", "actor_name")
    assert list(verbs) == [("start", "editor"), ("publish", "editor"), ("unpublish", "editor")]


def test_saving_a_live_story_changes_the_draft_only(editor: Client) -> None:
    article = factories.story(headline="Live words")
    page = editor.get(change(article))
    answer = editor.post(change(article), filled_in(page) | {"headline": "Draft words", "_save": ""}, follow=True)
    assert Article.objects.get().headline == "Live words"
    text = answer.content.decode()
    assert "Draft words" in text
    assert "has changes that are not published" in text
    editor.post(change(article), filled_in(editor.get(change(article))) | {"_publish": ""})
    assert Article.objects.get().headline == "Draft words"


def test_the_form_gives_back_exactly_what_it_was_given(editor: Client) -> None:
    """Open, save: not a comma may move, and no revision is written for it."""
    topics = [factories.TopicFactory().pk for _ in range(3)]
    authors = [factories.AuthorFactory().pk for _ in range(3)]
    picks = [factories.story().pk for _ in range(2)]
    article = factories.draft(
        topics=tuple(topics),
        countries=(factories.CountryFactory().pk,),
        kicker_topic=topics[1],
        bylines=((authors[2], "author"), (authors[0], "translator"), (authors[1], "data")),
        picks=tuple(reversed(picks)),
        tags=("one", "two words", "with, comma"),
        lead_image=factories.ImageFactory().pk,
        body="<h2>Title</h2><p>A <strong>word</strong> &amp; another.</p>",
        sensitive=True,
        republishable=False,
    )
    before = revising.head_snapshot(article)
    editor.post(change(article), filled_in(editor.get(change(article))))
    article = Article.objects.get(pk=article.pk)
    assert revising.head_snapshot(article) == before
    assert article.revisions.count() == 1


def test_bylines_follow_their_numbers_and_leave_when_struck_out(editor: Client) -> None:
    authors = [factories.AuthorFactory().pk for _ in range(3)]
    article = factories.draft(bylines=tuple((author, "author") for author in authors))
    data = filled_in(editor.get(change(article)))
    data |= {"bylines-0-ORDER": "9", "bylines-1-DELETE": "on"}
    editor.post(change(article), data)
    assert revising.head_snapshot(Article.objects.get()).bylines == ((authors[2], "author"), (authors[0], "author"))


def test_a_story_that_is_not_ready_is_saved_and_the_reasons_are_said(editor: Client) -> None:
    answer = editor.post("/admin/articles/article/add/", new_story(headline="", dek="", _publish=""), follow=True)
    article = Article.objects.get()
    assert article.state == "unpublished"
    assert revising.head_snapshot(article).body == "<p>Three days.</p>"
    text = answer.content.decode()
    assert "The draft is saved, but nothing changed for readers." in text
    assert "Give the story a headline." in text


def test_the_second_editor_gets_both_texts_and_loses_none(editor: Client) -> None:
    article = factories.draft(headline="As opened")
    opened = filled_in(editor.get(change(article)))
    factories.rewritten(article, headline="Saved first")
    answer = editor.post(change(article), opened | {"headline": "Saved second", "_publish": ""})
    assert answer.status_code == 409
    text = answer.content.decode()
    assert "Saved first" in text
    assert "Saved second" in text
    article = Article.objects.get()
    assert article.state == "unpublished"  # the button of a stale form does nothing
    assert revising.head_snapshot(article).headline == "Saved first"
    kept = article.revisions.get(origin="conflict")
    assert kept.snapshot["headline"] == "Saved second"
    # One click makes the losing text the draft.
    fields = {"mine": kept.number, "theirs": article.draft.head.number, "version": article.draft.version}
    editor.post(f"/admin/articles/article/{article.pk}/merge/", fields | {"_mine": ""})
    assert revising.head_snapshot(Article.objects.get()).headline == "Saved second"


def test_an_earlier_revision_can_be_read_and_made_the_draft_again(editor: Client) -> None:
    article = factories.rewritten(factories.draft(headline="Take one"), headline="Take two")
    base = f"/admin/articles/article/{article.pk}"
    assert "Take one" in editor.get(f"{base}/revisions/1/").content.decode()
    assert editor.get(f"{base}/revisions/1/revert/").status_code == 200  # it only asks
    editor.post(f"{base}/revisions/1/revert/", {"version": article.draft.version})
    assert revising.head_snapshot(Article.objects.get()).headline == "Take one"


def test_the_preview_shows_the_draft_in_the_readers_template(editor: Client) -> None:
    author, topic, image = (
        factories.AuthorFactory(name="Inés Prieto"),
        factories.TopicFactory(),
        factories.ImageFactory(),
    )
    article, pick = factories.story(headline="Live words"), factories.story(headline="A picked story")
    article = factories.rewritten(
        article,
        headline="Draft words",
        picks=(pick.pk,),
        bylines=((author.pk, "author"),),
        topics=(topic.pk,),
        kicker_topic=topic.pk,
        tags=("brand new",),
        lead_image=image.pk,
    )
    page = editor.get(f"/admin/articles/article/{article.pk}/preview/")
    text = page.content.decode()
    for part in ("Draft words", "Inés Prieto", topic.name_en, "brand new", "noindex", image.alt_en, "A picked story"):
        assert part in text
    assert "Live words" not in text
    assert "no-store" in page["Cache-Control"]
    assert Client().get(f"/admin/articles/article/{article.pk}/preview/").status_code == 302


def test_a_preview_of_an_almost_empty_draft_works(editor: Client) -> None:
    article = factories.draft(headline="", slug="", body="", dek="", section=None, bylines=())
    assert editor.get(f"/admin/articles/article/{article.pk}/preview/").status_code == 200


def test_the_language_of_a_story_does_not_change(editor: Client) -> None:
    article = factories.draft(language="es")
    editor.post(change(article), filled_in(editor.get(change(article))) | {"language": "en", "headline": "Otro"})
    assert Article.objects.get().language == "es"


def test_a_translation_is_linked_on_the_form(editor: Client) -> None:
    source = factories.story(slug="source")
    twin = factories.draft(language="es", slug="fuente")
    page = editor.get(change(twin))
    editor.post(change(twin), filled_in(page) | {"translation_of": source.pk, "_publish": ""})
    assert Article.objects.get(pk=twin.pk).translation_key == source.translation_key
    page = editor.get(change(twin))
    assert page.context["adminform"].form.initial["translation_of"] == source.pk
    second = factories.draft(language="es")
    answer = editor.post(change(second), filled_in(editor.get(change(second))) | {"translation_of": source.pk})
    assert "already has a version in this language" in answer.content.decode()


def test_the_list_shows_drafts_and_what_is_waiting(editor: Client) -> None:
    factories.draft(headline="Only a draft")
    live = factories.story(headline="Live and same")
    factories.rewritten(factories.story(), headline="Live and ahead")
    text = editor.get("/admin/articles/article/").content.decode()
    for headline in ("Only a draft", "Live and same", "Live and ahead"):
        assert headline in text
    ahead = editor.get("/admin/articles/article/?draft=ahead").content.decode()
    assert "Live and ahead" in ahead
    assert "Live and same" not in ahead
    publishing.unpublish(live, by=factories.chief())
    assert "Live and same" in editor.get("/admin/articles/article/?q=Live+and+same").content.decode()


@pytest.mark.parametrize("many", [1, 20])
def test_the_story_form_asks_at_most_twelve_questions(
    editor: Client, many: int, django_assert_max_num_queries: Any
) -> None:
    def made(factory: Any, most: int = 20) -> tuple[int, ...]:
        return tuple(factory().pk for _ in range(min(many, most)))

    topics, countries, section = (
        made(factories.TopicFactory),
        made(factories.CountryFactory),
        factories.SectionFactory(),
    )
    article = factories.story(
        topics=topics,
        kicker_topic=topics[0],
        countries=countries,
        bylines=tuple((author, "author") for author in made(factories.AuthorFactory)),
        picks=made(factories.story, most=10),
        lead_image=factories.ImageFactory().pk,
        section=factories.SectionFactory(parent=section).pk,
        tags=tuple(f"tag {number}" for number in range(many)),
    )
    factories.draft(language="es", translation_key=str(article.translation_key), headline="Su par")
    for number in range(many):
        article = factories.rewritten(article, headline=f"Take {number}")
    editor.get(change(article))  # content types are asked for once in the life of a process
    with django_assert_max_num_queries(12):
        page = editor.get(change(article))
    text = page.content.decode()
    for model, keys in (
        (Topic, topics),
        (Country, countries),
        (Author, [key for key, _role in _head(article).bylines]),
    ):
        assert all(f">{row}</option>" in text for row in model.objects.filter(pk__in=keys))
    data = filled_in(page) | {"headline": "", "kicker_country": countries[0]}  # two kickers: the form comes back
    again = editor.post(change(article), data)
    assert again.status_code == 200
    assert all(f">{topic}</option>" in again.content.decode() for topic in Topic.objects.filter(pk__in=topics))


@pytest.mark.parametrize("many", [1, 40])
@pytest.mark.parametrize(
    "query", ["", "?q=draft", "?author={author}", "?country={country}&state=unpublished", "?section={section}"]
)
def test_the_list_of_stories_asks_at_most_twelve_questions(
    editor: Client, many: int, query: str, django_assert_max_num_queries: Any
) -> None:
    author, country, main = factories.AuthorFactory(), factories.CountryFactory(), factories.SectionFactory()
    for number in range(many):
        section = factories.SectionFactory(parent=main)
        words = {"section": section.pk, "bylines": ((author.pk, "author"),), "countries": (country.pk,)}
        factories.draft(headline=f"Draft {number}", **words)
    with django_assert_max_num_queries(12):
        page = editor.get(
            "/admin/articles/article/" + query.format(author=author.pk, country=country.pk, section=main.pk)
        )
    assert page.context["cl"].result_count == many


def test_a_filter_finds_live_stories_and_newer_drafts_and_forged_ones_nothing(editor: Client) -> None:
    topic, other = factories.TopicFactory(), factories.TopicFactory()
    live = factories.story(topics=(topic.pk,))
    ahead = factories.rewritten(factories.story(topics=(other.pk,)), topics=(topic.pk,))
    factories.story(topics=(other.pk,))

    def found(query: str) -> set[Article]:
        return set(editor.get(f"/admin/articles/article/?{query}").context["cl"].result_list)

    assert found(f"topic={topic.pk}") == {live, ahead}
    assert found("topic=abc") == found("topic=" + "9" * 30) == found("section=abc") == set()


def test_a_story_is_found_by_its_address_and_by_the_beginning_of_its_slug(editor: Client) -> None:
    article, _other = factories.story(slug="the-harbour-report", headline="Nights"), factories.story(headline="Days")
    for words in (article.path, f"https://newsroom.example{article.path}", "the-harbour", "The harbour", "night"):
        assert list(editor.get("/admin/articles/article/", {"q": words}).context["cl"].result_list) == [article]


def _head(article: Article) -> Snapshot:
    return revising.head_snapshot(article)


def test_a_story_that_was_never_live_is_called_by_its_draft_where_it_is_chosen(editor: Client) -> None:
    source = factories.draft(headline="Written, not published", language="es")
    article = factories.draft(translation_key=str(source.translation_key))
    assert ">Written, not published</option>" in editor.get(change(article)).content.decode()


@pytest.mark.parametrize("role", ["Audience", None])
def test_others_can_not_write(roles: None, role: str | None) -> None:
    article = factories.draft()
    client = Client()
    client.force_login(factories.UserFactory(role=role))
    assert client.post("/admin/articles/article/add/", new_story()).status_code == 403
    assert client.post(change(article), {}).status_code == 403
    assert client.post(f"/admin/articles/article/{article.pk}/revisions/1/revert/", {"version": 1}).status_code == 403
    assert Article.objects.count() == 1


def test_deleting_is_not_offered(editor: Client) -> None:
    article = factories.story()
    assert editor.post(f"/admin/articles/article/{article.pk}/delete/", {"post": "yes"}).status_code == 403


def test_a_taken_slug_of_a_country_is_refused_with_a_sentence(roles: None) -> None:
    client = Client()
    client.force_login(factories.chief())
    factories.CountryFactory(code="XA", slug_en="here", slug_es="aqui")
    gone = factories.CountryFactory(code="XB", slug_en="there", slug_es="alla")
    gone.delete()
    answer = client.post(
        "/admin/articles/country/add/",
        {"code": "XC", "name_en": "C", "name_es": "C", "slug_en": "there", "slug_es": "c"},
        follow=True,
    )
    assert "already belongs to something else" in answer.content.decode()
    assert not Image.objects.exists()


def test_a_translation_chosen_before_either_was_published_is_linked(editor: Client) -> None:
    editor.post("/admin/articles/article/add/", new_story(slug="source"))
    source = Article.objects.get()
    editor.post("/admin/articles/article/add/", new_story(slug="fuente", language="es", translation_of=source.pk))
    for article in Article.objects.all():
        editor.post(change(article), filled_in(editor.get(change(article))) | {"_publish": ""})
    assert Article.objects.published().values("translation_key").distinct().count() == 1


def test_a_wrong_translation_link_can_be_undone(editor: Client) -> None:
    source = factories.story(slug="source")
    twin = factories.story(language="es", slug="fuente", translation_key=str(source.translation_key))
    editor.post(change(twin), filled_in(editor.get(change(twin))) | {"translation_of": "", "_publish": ""})
    assert Article.objects.get(pk=twin.pk).translation_key != source.translation_key


def test_a_story_can_not_be_its_own_related_story_nor_one_of_another_language(editor: Client) -> None:
    article, foreign = factories.draft(), factories.story(language="es")
    for wrong in (article, foreign):
        data = filled_in(editor.get(change(article))) | {"picks-0-picked": wrong.pk, "_publish": ""}
        assert "errornote" in editor.post(change(article), data).content.decode()
    assert not Article.objects.filter(language="en").published().exists()


def test_a_sensitive_story_is_published_by_somebody_else_than_its_writer(editor: Client) -> None:
    editor.post("/admin/articles/article/add/", new_story(sensitive="on", _publish=""))
    article = Article.objects.get()
    assert article.state == "unpublished"
    publishing.publish(article, by=factories.chief())


def test_going_back_to_a_revision_whose_section_is_gone_works(editor: Client) -> None:
    gone = factories.SectionFactory()
    article = factories.draft(section=gone.pk)
    article = factories.rewritten(article, section=factories.SectionFactory().pk)
    gone.delete()
    editor.post(f"/admin/articles/article/{article.pk}/revisions/1/revert/", {"version": article.draft.version})
    assert Article.objects.get().draft.section is None


def test_an_endless_text_is_refused_in_words_and_a_very_long_one_is_published(editor: Client) -> None:
    words = " ".join(f"{number:032x}" for number in range(9000))
    answer = editor.post("/admin/articles/article/add/", new_story(body=f"<p>{words} {words}</p>"))
    assert "too long" in answer.content.decode()
    editor.post("/admin/articles/article/add/", new_story(body=f"<p>{words}</p>", _publish=""))
    assert Article.objects.published().exists()


@pytest.mark.parametrize(
    "field",
    ["section", "lead_image", "countries", "topics", "kicker_topic", "translation_of", "bylines-0-author"],
)
@pytest.mark.parametrize("value", ["abc", "a\0b", "9" * 30, "-1"])
def test_a_forged_choice_gets_a_form_error(editor: Client, field: str, value: str) -> None:
    answer = editor.post("/admin/articles/article/add/", new_story(**{field: value}))
    assert answer.status_code == 200
    assert not Article.objects.exists()


def test_every_revision_can_be_reached(editor: Client) -> None:
    article = factories.draft()
    for number in range(12):
        article = factories.rewritten(article, headline=f"Take {number}")
    page = editor.get(f"/admin/articles/article/{article.pk}/history/").content.decode()
    for number in range(1, 14):
        assert f"/revisions/{number}/" in page


def test_who_may_only_look_is_shown_the_draft(roles: None) -> None:
    client = Client()
    client.force_login(factories.UserFactory(role="Audience"))
    page = client.get(change(factories.draft(headline="For your eyes")), follow=True)
    assert page.redirect_chain[-1][0].endswith("/preview/")
    assert "For your eyes" in page.content.decode()


@pytest.mark.parametrize("kind", ["page", "announcement"])
def test_the_former_slug_of_a_page_is_refused_on_the_form_with_the_text_kept(roles: None, kind: str) -> None:
    client = Client()
    client.force_login(factories.UserFactory(role="Publisher"))
    row = {"page": factories.PageFactory, "announcement": factories.AnnouncementFactory}[kind](slug="first")
    row.slug = "second"
    row.save()
    data = {"language": "en", "title": "Again", "slug": "first", "body": "<p>Kept words</p>", "published": "on"}
    answer = client.post(f"/admin/articles/{kind}/add/", data | {"position": "0", "date": "2024-05-06"})
    assert answer.status_code == 200
    text = answer.content.decode()
    assert "already belongs to something else" in text
    assert "Kept words" in text


@pytest.mark.parametrize("sparse", [4, 3_000])
def test_a_word_that_many_headlines_have_is_listed_as_far_as_anybody_turns_pages(
    editor: Client, monkeypatch: pytest.MonkeyPatch, sparse: int
) -> None:
    monkeypatch.setattr("articles.admin.stories.listing.SPARSE", sparse)
    for number in range(5):
        factories.draft(headline=f"The summit {number}", slug=f"summit-{number}", language="en" if number else "es")
    monkeypatch.setattr("articles.admin.stories.listing.FOUND", 4)
    monkeypatch.setattr("articles.admin.stories.listing.StoryListing.list_per_page", 2)
    monkeypatch.setattr("articles.admin.stories.listing.StoryListing.list_max_show_all", 2)
    listed = []
    for page in (1, 2):
        many = editor.get(f"/admin/articles/article/?q=the+summit&p={page}")
        assert many.context["cl"].result_count == 4
        listed += [story.draft.slug for story in many.context["cl"].result_list]
    assert listed == ["summit-4", "summit-3", "summit-2", "summit-1"]  # the last saved
    assert "More than 4 stories are like that" in many.content.decode()
    for asked, slugs in {"q=the+summit&language__exact=es": ["summit-0"], "q=summit+2": ["summit-2"]}.items():
        few = editor.get(f"/admin/articles/article/?{asked}")
        assert [story.draft.slug for story in few.context["cl"].result_list] == slugs
        assert "More than" not in few.content.decode()
    typed = "app_label=articles&model_name=relatedpick&field_name=picked&term=the+summit"
    assert len(editor.get(f"/admin/autocomplete/?{typed}").json()["results"]) >= 4
