"""No link dies: addresses are added and redirected, never removed, never given to something else."""

import pytest
from django.db import Error, transaction

from articles import addressing, pathwords, publishing
from articles.addressing import AddressTaken
from articles.models import Address, Article, Tag
from articles.publishing import Refused
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def news():
    return factories.SectionFactory(name_en="News", name_es="Noticias", slug_en="news", slug_es="noticias")


@pytest.fixture
def briefs(news):
    return factories.SectionFactory(parent=news, slug_en="briefs", slug_es="breves")


def test_a_story_lives_under_its_sections(briefs) -> None:
    assert factories.story(section=briefs.pk, slug="summit").path == "/news/briefs/summit/"
    assert factories.story(section=briefs.pk, slug="cumbre", language="es").path == "/es/noticias/breves/cumbre/"


def test_a_new_slug_adds_an_address_and_keeps_the_old_one(briefs) -> None:
    article = factories.story(section=briefs.pk, slug="old")
    article = publishing.publish(factories.rewritten(article, slug="new"), by=factories.chief())
    rows = dict(Address.objects.filter(article=article).values_list("path", "current"))
    assert rows == {"/news/briefs/old/": False, "/news/briefs/new/": True}
    assert article.path == "/news/briefs/new/"


def test_going_back_to_an_old_slug_makes_it_current_again(briefs) -> None:
    article = factories.story(section=briefs.pk, slug="old")
    for slug in ("new", "old"):
        article = publishing.publish(factories.rewritten(article, slug=slug), by=factories.chief())
    assert Address.objects.get(article=article, current=True).path == "/news/briefs/old/"
    assert Address.objects.filter(article=article).count() == 2


def test_an_address_is_never_given_to_another_story(briefs) -> None:
    first = factories.story(section=briefs.pk, slug="taken")
    publishing.publish(factories.rewritten(first, slug="elsewhere"), by=factories.chief())
    publishing.unpublish(first, by=factories.chief())
    with pytest.raises(Refused) as refusal:
        factories.story(section=briefs.pk, slug="taken")
    assert refusal.value.problems[0].field == "slug"
    assert Article.objects.published().count() == 0


def test_renaming_a_section_moves_its_stories_and_those_of_its_subsections(news, briefs) -> None:
    inner = factories.story(section=briefs.pk, slug="inner")
    outer = factories.story(section=news.pk, slug="outer", language="es")
    news.slug_en, news.slug_es = "reports", "reportes"
    news.save()
    assert Article.objects.get(pk=inner.pk).path == "/reports/briefs/inner/"
    assert Article.objects.get(pk=outer.pk).path == "/es/reportes/outer/"
    old = addressing.lookup("/news/briefs/inner/")
    assert old and not old.current and old.article == inner
    for article in Article.objects.all():
        assert Address.objects.get(article=article, current=True).path == article.path


def test_a_section_can_not_take_the_address_of_a_story(news) -> None:
    factories.story(section=news.pk, slug="briefs")
    with pytest.raises(AddressTaken), transaction.atomic():
        factories.SectionFactory(parent=news, slug_en="briefs", slug_es="breves")


def test_vocabularies_have_an_address_in_each_language() -> None:
    country = factories.CountryFactory(slug_en="brazil", slug_es="brasil")
    assert set(Address.objects.filter(country=country).values_list("path", flat=True)) == {
        "/countries/brazil/",
        "/es/paises/brasil/",
    }


def test_the_address_of_a_deleted_row_stays_taken() -> None:
    topic = factories.TopicFactory(slug_en="gone", slug_es="ido")
    topic.delete()
    row = Address.objects.get(path="/topics/gone/")
    assert row.kind == ""
    with pytest.raises(AddressTaken), transaction.atomic():
        factories.TopicFactory(slug_en="gone", slug_es="otro")


def test_an_address_can_not_be_deleted() -> None:
    factories.TopicFactory()
    with pytest.raises(Error, match="addresses_are_for_ever"), transaction.atomic():
        Address.objects.all().delete()


def test_sections_have_two_levels_at_most(briefs) -> None:
    with pytest.raises(Error, match="two levels"), transaction.atomic():
        factories.SectionFactory(parent=briefs)


@pytest.mark.parametrize(
    ("path", "parts"),
    [
        ("/news/briefs/summit/", ("/news/briefs/summit/", "", 1)),
        ("/news/briefs/summit/related/", ("/news/briefs/summit/", "related", 1)),
        ("/es/noticias/breves/cumbre/relacionados/", ("/es/noticias/breves/cumbre/", "related", 1)),
        ("/es/noticias/related/", ("/es/noticias/related/", "", 1)),
        ("/news/page/2/", ("/news/", "", 2)),
        ("/news/page/1/", ("/news/page/1/", "", 1)),
        ("/news/page/02/", ("/news/page/02/", "", 1)),
        ("/news/page/٣/", ("/news/page/٣/", "", 1)),
        ("/related/", ("/related/", "", 1)),
    ],
)
def test_addresses_are_taken_apart(path: str, parts: tuple[str, str, int]) -> None:
    assert tuple(pathwords.split(path)) == parts


@pytest.mark.parametrize("tag", ["corrupción", "日本", "Niños & Niñas", "U.N."])
def test_a_tag_in_any_script_has_a_page(client, tag: str) -> None:
    factories.story(language="es", tags=(tag,))
    slug = Tag.objects.get(name=tag).slug
    assert client.get(f"/es/etiquetas/{slug}/").status_code == 200


def test_a_page_whose_language_changes_redirects_from_its_old_address(client) -> None:
    page = factories.PageFactory(slug="how-we-work")
    page.language = "es"
    page.save()
    answer = client.get("/about/how-we-work/")
    assert (answer.status_code, answer["Location"]) == (301, "/es/acerca-de/how-we-work/")


def test_a_topic_or_author_comes_into_sight_with_the_first_live_story(client) -> None:
    topic, author = factories.TopicFactory(), factories.AuthorFactory()
    draft = factories.draft(topics=(topic.pk,), bylines=((author.pk, "author"),))
    for path, index in ((topic.path_in("en"), "/topics/"), (author.path_in("en"), "/authors/")):
        assert client.get(path).status_code == 404
        assert path not in client.get(index).content.decode()
    publishing.publish(draft, by=factories.chief())
    for path, index in ((topic.path_in("en"), "/topics/"), (author.path_in("en"), "/authors/")):
        assert client.get(path).status_code == 200
        assert path in client.get(index).content.decode()
