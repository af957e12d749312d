"""Search: what is public is found, without regard to accents and endings; what is not, never; no question is an error."""

import re
from datetime import UTC, datetime

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles import publishing, search
from articles.models import Article, Masthead, Page, SearchDocument, SearchPosting, SearchTally, SearchWord, Tag
from articles.search import answering, suggesting
from tests import factories

pytestmark = pytest.mark.django_db


def found(question: str, language: str = "en", **how) -> list[str]:
    """The headlines of the stories that answer, in their order."""
    hits = search.answer(question, language=language, **how).hits
    return [hit.article.headline for hit in hits if hit.article]


def things(question: str, language: str = "en") -> set[tuple[str, str]]:
    """What answers beside stories: kind and address."""
    return {(hit.kind, hit.path) for hit in search.answer(question, language=language).hits if not hit.article}


def test_words_are_found_in_any_form_and_without_accents() -> None:
    factories.story(headline="Seizures in ports", body="<p>Containers were inspected.</p>")
    factories.story(language="es", headline="La corrupción en Bogotá", body="<p>Puertos inspeccionados.</p>")
    for question in ("seizure", "PORT", "inspecting container", "pórts"):
        assert found(question) == ["Seizures in ports"], question
    for question in ("corrupcion bogota", "puerto", "CORRUPCIÓN"):
        assert found(question, "es") == ["La corrupción en Bogotá"], question


def test_names_of_topics_with_their_aliases_countries_authors_and_tags_are_found() -> None:
    topic = factories.TopicFactory(name_en="Barrio 18", aliases=["18th Street"])
    country = factories.CountryFactory(name_en="Belize", name_es="Belice")
    author = factories.AuthorFactory(name="Inés Prieto")
    factories.story(
        headline="One",
        topics=(topic.pk,),
        countries=(country.pk,),
        bylines=((author.pk, "author"),),
        tags=("zebrafish",),
    )
    for question in ("Barrio 18", "18th Street", "belize", "ines prieto", "zebrafish"):
        assert found(question) == ["One"], question
    assert found("belice") == ["One"]  # the name in the other language


def test_countries_topics_authors_and_pages_are_found_by_their_own_words() -> None:
    country = factories.CountryFactory(name_en="Belize", profile_en="<p>A reef.</p>")
    topic = factories.TopicFactory(name_en="Rackets", name_es="Extorsiones", aliases=["Shakedown"])
    author = factories.AuthorFactory(name="Inés Prieto", bio_en="Writes about lighthouses.")
    factories.PageFactory(title="Our promises", slug="promises", body="<p>Candour.</p>")
    assert things("reef") == {("country", country.path_in("en"))}
    assert things("candour") == {("about us", "/about/promises/")}
    assert things("shakedown") == things("lighthouses") == set()  # no live story names them yet
    story = factories.story(topics=(topic.pk,), bylines=((author.pk, "author"),))
    assert things("shakedown") == {("topic", topic.path_in("en"))}
    assert things("lighthouses") == {("author", author.path_in("en"))}
    assert things("extorsion", "es") == {("tema", topic.path_in("es"))}
    publishing.withdraw(story, by=factories.chief())
    assert things("shakedown") == things("lighthouses") == set()
    Page.objects.get().delete()
    assert things("candour") == set()


def test_a_topic_that_a_new_version_drops_goes_out_of_sight() -> None:
    topic = factories.TopicFactory(name_en="Canary rackets")
    story = factories.story(topics=(topic.pk,))
    assert things("rackets")
    publishing.publish(factories.rewritten(story, topics=()), by=factories.chief())
    assert not things("rackets")


def test_drafts_and_unpublished_stories_are_never_found() -> None:
    factories.draft(headline="canary draft")
    live = factories.story(headline="something", body="<p>canary text</p>")
    factories.rewritten(live, headline="hidden headline")
    assert found("canary") == ["something"]
    assert found("hidden") == found("draft") == []
    publishing.unpublish(live, by=factories.chief())
    assert found("canary") == []


def test_words_of_what_was_withdrawn_are_neither_proposed_nor_completed() -> None:
    story = factories.story(headline="The zanzibarite affair")
    assert search.answer("zanzibarits", language="en").correction or found("zanzibarits")
    assert suggesting.suggest("zanz", language="en")
    publishing.withdraw(story, by=factories.chief())
    for question in ("zanzibarite", "zanzibarits", "zanz", "zanz*", '"zanzibarite affair"'):
        answer = search.answer(question, language="en")
        assert not answer.total and not answer.correction, question
    assert suggesting.suggest("zanz", language="en") == []


def test_a_renamed_topic_a_protected_author_and_a_deleted_tag_change_what_is_found() -> None:
    topic, author = factories.TopicFactory(name_en="Oldname"), factories.AuthorFactory(name="Rosa Luz")
    factories.story(headline="One", topics=(topic.pk,), bylines=((author.pk, "author"),), tags=("zebrafish",))
    topic.name_en = "Newname"
    topic.save()
    author.protected = True
    author.save()
    Tag.objects.get(name="zebrafish").delete()
    assert found("newname") == ["One"]
    assert found("oldname") == found("rosa luz") == found("zebrafish") == []
    assert found("author:rosa-luz") == []


def test_phrases_exclusions_alternatives_and_beginnings() -> None:
    factories.story(headline="Port of call", body="<p>Harbour police.</p>")
    factories.story(headline="Call of duty", body="<p>No port here.</p>")
    factories.story(headline="Airfields", body="<p>Runways.</p>")
    assert found('"port of call"') == found("“port of call”") == ["Port of call"]
    assert found("port -police") == ["Call of duty"]
    assert found('call -"port of call"') == ["Call of duty"]
    assert sorted(found("police OR runways")) == ["Airfields", "Port of call"]
    assert found("airf*") == found("airf") == ["Airfields"]  # a word that is nowhere is the beginning of one
    assert found('"call port"') == []


def test_a_phrase_with_quotes_has_to_be_there_beside_other_words() -> None:
    factories.story(headline="Port of call", body="<p>Police.</p>")
    factories.story(headline="Police", body="<p>Police.</p>")
    assert found('police "port of call"') == ["Port of call"]


def test_filters_narrow_in_the_words_of_both_languages() -> None:
    honduras = factories.CountryFactory(
        code="HN", name_en="Honduras", name_es="Honduras", slug_en="honduras", slug_es="honduras"
    )
    topic = factories.TopicFactory(name_en="Extortion", slug_en="extortion", slug_es="extorsion", aliases=["Racket"])
    author = factories.AuthorFactory(name="Inés Prieto", slug="ines-prieto")
    at = datetime(2012, 3, 4, tzinfo=UTC)
    factories.story(
        headline="Here",
        kind="brief",
        body="<p>report</p>",
        countries=(honduras.pk,),
        topics=(topic.pk,),
        bylines=((author.pk, "author"),),
        at=at,
    )
    other = factories.AuthorFactory()
    factories.story(
        headline="There",
        kind="analysis",
        body="<p>report</p>",
        bylines=((other.pk, "author"),),
        at=datetime(2015, 1, 1, tzinfo=UTC),
    )
    for kept in (
        "country:honduras", "pais:HN", "topic:extortion", "tema:extorsion", "topic:racket", "author:prieto",
        "autor:ines-prieto", "kind:brief", "tipo:breve", "kind:brief,profile", "year:2012", "before:2013",
        "after:2011 before:2013", "hasta:2012-03-05", "after:2012-03-04 before:2012-03-05", 'country:"honduras"',
    ):  # fmt: skip
        assert found(f"report {kept}") == ["Here"], kept
        assert found(kept) == ["Here"], kept  # a filter alone lists what it leaves
    for kept in (
        "country:atlantis",
        "kind:nonsense",
        "year:2011",
        "before:2012",
        "author:pri",
        "country:honduras kind:analysis",
    ):
        assert found(f"report {kept}") == [], kept
    assert sorted(found("report after:2011")) == ["Here", "There"]
    section = Article.objects.first().section
    assert len(found(f"report section:{section.slug_en}")) == 2


def test_a_section_holds_the_sections_within_it() -> None:
    above = factories.SectionFactory(slug_en="news")
    below = factories.SectionFactory(parent=above, slug_en="briefs")
    factories.story(headline="One", section=below.pk)
    assert found("section:news") == found("section:briefs") == ["One"]


def test_a_headline_weighs_more_than_a_dek_and_a_dek_more_than_the_text() -> None:
    for place in ("body", "dek", "headline"):
        words = {"headline": f"By {place}", "dek": "What it says.", "body": "<p>Plain talk of other things.</p>"}
        said = words[place].replace("</p>", " zebra</p>") if place == "body" else f"{words[place]} zebra"
        factories.story(**(words | {place: said}))
    assert [headline.split()[1] for headline in found("zebra", sort="relevance")] == ["headline", "dek", "body"]


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    for number in range(6):
        factories.story(headline=f"Common {number}", body="<p>ordinary</p>")
    factories.story(headline="Rare", body="<p>zebra</p>")
    assert found("ordinary zebra")[0] == "Rare"


def test_the_recent_one_of_two_equals_comes_first_unless_it_is_switched_off() -> None:
    old = datetime(2010, 1, 1, tzinfo=UTC)
    factories.story(headline="Zebra", slug="a", body="<p>zebra and much more to say about it</p>", at=factories.THEN)
    factories.story(headline="Zebra zebra", slug="b", body="<p>zebra zebra</p>", at=old)
    assert found("zebra", sort="relevance")[0] == "Zebra zebra"
    assert found("zebra", sort="newest") == ["Zebra", "Zebra zebra"]
    assert found("zebra", sort="oldest") == ["Zebra zebra", "Zebra"]
    twin = {"headline": "Okapi", "body": "<p>okapi</p>"}
    factories.story(**twin, slug="c", at=old)
    newer = factories.story(**twin, slug="d", at=factories.THEN)
    assert search.answer("okapi", language="en").hits[0].path == newer.path


def test_by_date_a_story_has_to_hold_all_words() -> None:
    factories.story(headline="Zebra", slug="a", body="<p>crossing</p>")
    factories.story(headline="Zebra alone", slug="b")
    assert len(found("zebra crossing")) == 2
    assert found("zebra crossing", sort="newest") == ["Zebra"]


def test_a_mistyped_word_leads_to_the_nearest_that_is_there() -> None:
    factories.story(headline="Trouble in Honduras")
    answer = search.answer("hondurass", language="en")
    assert (answer.instead_of, answer.total) == ("hondurass", 1)
    answer = search.answer("trouble hondurass", language="en")
    assert (answer.correction, answer.total, answer.instead_of) == ("trouble honduras", 1, "")


def test_the_other_language_is_named_when_it_has_answers() -> None:
    factories.story(language="es", headline="MS13 en Bogotá")
    assert search.answer("MS13", language="en").elsewhere
    assert not search.answer("zebra", language="en").elsewhere


def test_many_words_find_what_only_some_of_them_stand_in() -> None:
    factories.story(headline="Zebra crossing", body="<p>stripes hooves savannah plains</p>")
    factories.story(headline="Stripes", body="<p>zebra stripes hooves</p>")
    factories.story(headline="Unrelated", body="<p>harbour</p>")
    names = found("which zebra stripes hooves savannah plains were described somewhere")
    assert names[0] == "Zebra crossing" and set(names) == {"Zebra crossing", "Stripes"}


@pytest.mark.parametrize(
    "question",
    [
        "", "   ", "\x00", "'", '"', "a & | ! ( ) : *", "-", "<script>", "%", "x" * 3_900, "日本", "country:", "country:%",
        "after:9999-99", "-OR -", "OR", "OR OR", '"" -""', "*", "a* b*", "the", '"the"', "-the", "\\", "covid-19 U.N. 1,200",
        "year:99999999999", "country:honduras " * 40, "zebra -zebra", "topic:- -topic:x", "a:b:c",
    ],
)  # fmt: skip
def test_no_question_is_an_error(client, question: str) -> None:
    factories.story()
    for sort in search.SORTS:
        assert client.get("/search/", {"q": question, "sort": sort}).status_code == 200
    assert client.get("/es/buscar/sugerencias/", {"q": question}).status_code == 200
    assert client.get("/search/feed/", {"q": question}).status_code == 200


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.one_of(
            st.text(max_size=12),
            st.sampled_from(
                ['"', "-", "OR", "*", "country:", "after:2011", "year:", "story", "kind:brief", "'", "\\", "%"]
            ),
        ),
        max_size=12,
    ).map("".join),
    st.sampled_from(search.SORTS),
)
def test_any_text_at_all_is_a_question(db, question: str, sort: str) -> None:
    for language in ("en", "es"):
        answer = search.answer(question, language=language, sort=sort)
        assert len(answer.hits) <= answer.total
        suggesting.suggest(question, language=language)


def test_ten_kilobytes_are_no_question(client) -> None:
    for path in ("/search/", "/es/buscar/", "/search/suggestions/", "/search/feed/"):
        assert client.get(path, {"q": "word " * 2_000}).status_code == 400


@pytest.mark.django_db(transaction=True)
def test_a_question_that_takes_too_long_is_given_up_with_a_page_that_says_so(client, monkeypatch) -> None:
    factories.story()
    slow = answering.ranking._ANSWER.replace("FROM {matched} m", "FROM {matched} m, pg_sleep(1)")
    monkeypatch.setattr(answering, "PATIENCE", 100)
    monkeypatch.setattr(answering.ranking, "_ANSWER", slow)
    page = client.get("/search/", {"q": "story"})
    assert page.status_code == 503
    assert "took too long" in page.content.decode()
    assert client.get("/search/feed/", {"q": "story"}).status_code == 503


@pytest.mark.django_db(transaction=True)
def test_the_frame_of_answers_is_read_once_in_an_edition_and_anew_in_the_next(client) -> None:
    def ask() -> tuple[str, int]:
        with CaptureQueriesContext(connection) as asked:
            page = client.get("/search/", {"q": "okapi"}).content.decode()
        return page, len(asked)

    factories.story(headline="Okapi")
    ask()
    masthead = Masthead.current()
    masthead.name = "The Other Gazette"
    masthead.save()
    (first, queries), (again, fewer) = ask(), ask()
    assert first == again and "Okapi" in first and "The Other Gazette" in first
    assert fewer == queries - 2  # masthead and sections


def _index() -> tuple:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT language, sum(documents), sum(headlines), sum(names), sum(texts) FROM articles_searchtally"
            " GROUP BY language HAVING sum(documents) <> 0 ORDER BY 1"
        )
        tallies = cursor.fetchall()
    words = set(SearchWord.objects.values_list("language", "word", "term"))
    return (
        list(SearchPosting.objects.order_by("document", "term").values_list("document", "term", "impact")),
        words,
        tallies,
    )


def _without_key(row: dict) -> str:
    return str(row | {"id": 0})


def test_reindex_writes_the_same_rows_anew() -> None:
    factories.story(headline="One", topics=(factories.TopicFactory().pk,), body="<p>Many words of a text.</p>")
    stray = factories.story(headline="Two")
    factories.PageFactory()
    call_command("reindex", verbosity=0)  # with the averages of now
    before, index = list(SearchDocument.objects.order_by("pk").values()), _index()
    SearchDocument.objects.filter(headline="Two").update(text="wrong")
    SearchPosting.objects.filter(document=before[0]["id"]).delete()
    call_command("reindex", verbosity=0)
    assert list(SearchDocument.objects.order_by("pk").values()) == before
    assert _index() == index
    SearchDocument.objects.filter(headline="One").delete()
    call_command("reindex", verbosity=0)
    after = SearchDocument.objects.values()
    assert sorted(map(_without_key, after)) == sorted(map(_without_key, before))
    Article.objects.filter(pk=stray.pk).update(state="withdrawn")
    call_command("reindex", verbosity=0)
    assert found("One") == ["One"]
    assert found("Two") == []


def test_reindex_goes_on_where_it_was_stopped(capsys) -> None:
    stories = [factories.story(headline=f"Number {number}") for number in range(3)]
    SearchDocument.objects.filter(article__isnull=False).delete()
    call_command("reindex", after=f"article:{stories[1].pk}")
    assert found("number") == ["Number 2"]
    assert f"up to article:{stories[2].pk}" in capsys.readouterr().out
    with pytest.raises(CommandError):
        call_command("reindex", after="article:999999")


def test_the_database_keeps_the_index_by_itself_whoever_changes_a_document() -> None:
    factories.story(headline="Zebra")
    SearchDocument.objects.update(headline="Okapi", dek="", names="", text="")
    assert found("zebra") == []
    assert found("okapi") == ["Zebra"]
    SearchDocument.objects.all().delete()
    assert not SearchPosting.objects.exists()
    assert sum(SearchTally.objects.values_list("documents", flat=True)) == 0


def test_tallies_stay_few() -> None:
    story = factories.story()
    for number in range(70):
        SearchDocument.objects.filter(article=story).update(text=f"text {number}")
    assert SearchTally.objects.count() <= 105


def marked(question: str, language: str = "en") -> search.Found:
    (hit,) = (hit for hit in search.answer(question, language=language).hits if hit.article)
    return hit.found


def test_the_words_of_a_question_are_marked_where_they_stand_in_any_form() -> None:
    factories.story(
        headline="Seizures in two ports",
        body="<p>Nothing here.</p>" * 30 + "<p>Containers were inspected at a port.</p>",
    )
    told = marked("port inspecting")
    assert told.headline == "Seizures in two <mark>ports</mark>"
    assert "Containers were <mark>inspected</mark> at a <mark>port</mark>." in told.passage
    assert len(told.passage) < 500


def test_accents_make_no_difference_to_what_is_marked() -> None:
    factories.story(language="es", headline="La corrupción en Bogotá", body="<p>En Bogotá.</p>")
    assert marked("corrupcion bogota", "es").headline == "La <mark>corrupción</mark> en <mark>Bogotá</mark>"


def test_a_story_found_by_its_names_alone_shows_no_passage() -> None:
    country = factories.CountryFactory(name_en="Belize")
    factories.story(headline="One", countries=(country.pk,))
    assert marked("belize").passage == ""


@pytest.mark.parametrize(
    "hostile",
    ["<script>alert(1)</script> port", "port <b>&amp;</b> \x02mark\x03", '"><img src=x> port', "&lt;port <port>"],
)
def test_what_is_marked_is_text_and_never_markup(client, hostile: str) -> None:
    factories.story(headline=hostile, body=f"<p>{escape(hostile)}</p>")
    told = marked("port")
    for html in (told.headline, told.passage):
        assert set(re.findall(r"<[^>]*>", html)) == {"<mark>", "</mark>"}
    page = client.get("/search/", {"q": f"port {hostile}"}).content.decode()
    assert "<script>alert" not in page and "<img src=x" not in page


def test_suggestions_are_names_first_then_headlines() -> None:
    country = factories.CountryFactory(name_en="Honduras", slug_en="honduras")
    topic = factories.TopicFactory(name_en="Hidden hondas", slug_en="hidden-hondas")
    story = factories.story(headline="A calm week in Honduras", countries=(country.pk,))
    told = suggesting.suggest("hondu", language="en")
    assert told == [
        {"name": "Honduras", "kind": "country", "path": country.path_in("en")},
        {"name": "A calm week in Honduras", "kind": "", "path": story.path},
    ]
    assert [row["path"] for row in suggesting.suggest("week hond", language="en")] == [story.path]
    assert topic.path_in("en") not in [row["path"] for row in suggesting.suggest("hond", language="en")]
    assert suggesting.suggest("h", language="en") == suggesting.suggest("", language="en") == []
