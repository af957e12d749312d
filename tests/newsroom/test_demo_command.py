"""`manage.py demo`: what it builds, what it leaves alone, and where it refuses to work."""

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from io import StringIO
from typing import Any
from urllib.parse import urldefrag

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.test import Client, override_settings
from django.utils import timezone

from articles import markup, publishing
from articles.demo import build, house
from articles.demo.corrections import CORRECTIONS
from articles.demo.front import FRONT
from articles.demo.stories import STORIES
from articles.feedback.models import Letter, Message, SavedReply, TriageEvent, Vote
from articles.models import (
    Announcement,
    Article,
    Author,
    Correction,
    EditorialEvent,
    HomeSlot,
    Image,
    Masthead,
    Page,
    Section,
    Topic,
)
from newsroom.management.commands.demo import ACCOUNTS, PASSWORD

#: One worker builds the edition, and runs all that look at it.
pytestmark = pytest.mark.xdist_group("demo")


def demo(*options: str) -> str:
    """What the command says."""
    said = StringIO()
    call_command("demo", *options, stdout=said)
    return said.getvalue()


@pytest.fixture(scope="module")
def built(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The edition, built once for this file (it paints pictures) and rolled back after it."""
    quick = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    folder = tmp_path_factory.mktemp("media")
    with django_db_blocker.unblock(), transaction.atomic():
        with override_settings(DEMONSTRATION=True, PASSWORD_HASHERS=quick, MEDIA_ROOT=folder):
            demo()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def edition(built: None, django_db_blocker: Any, settings: Any) -> Iterator[None]:
    """The edition as it was built, whatever an earlier test made of it."""
    settings.DEMONSTRATION = True
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


def everything() -> dict[str, list[Any]]:
    """Each row of every table that the demonstration writes to."""
    models = (Announcement, Article, Author, Correction, EditorialEvent, HomeSlot, Image, Masthead, Message, Page)
    more = (Section, Topic, TriageEvent, Vote, get_user_model())
    return {model.__name__: list(model._default_manager.order_by("pk").values()) for model in (*models, *more)}


def addresses() -> set[str]:
    """Every address that leads somewhere now."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT path FROM articles_address WHERE current")
        return {path for (path,) in cursor.fetchall()}


class Links(HTMLParser):
    """Notes where the links of a page lead; to read as a browser does would take half as long as making the page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.found.add(urldefrag(dict(attrs).get("href") or "").url)


def links_of(html: str) -> set[str]:
    """The site's own pages that a page links to."""
    links = Links()
    links.feed(html)
    return {link for link in links.found if link.startswith("/") and not link.startswith(("//", "/admin/"))}


def test_the_whole_edition_is_there_and_its_links_answer(edition: None, reader: Client) -> None:
    languages = Counter(Article.objects.published().values_list("language", flat=True))
    assert languages == Counter(story.language for story in STORIES)
    waiting, seen, forms = ["/", "/es/", *sorted(addresses())], set(), set()
    while waiting:
        path = waiting.pop()
        form, _asked, about = path.partition("?page=")
        if path in seen or (about and form in forms):
            continue
        seen.add(path)
        if about:
            forms.add(
                form
            )  # which page it is about is a value in it, and nothing that is looked up: one stands for all
        response = reader.get(path)
        assert response.status_code == 200, f"{path}: {response.status_code}"
        if response["Content-Type"].startswith("text/html"):
            waiting.extend(links_of(response.content.decode()) - seen)
    assert addresses() <= seen
    assert len(forms) == 2


def edit_as_editors_do() -> None:
    """Rename a topic and a section, take a page down, change the masthead and the front page."""
    topic = Topic.objects.get(slug_en="firearms")
    topic.slug_en, topic.name_en = "guns", "Guns"
    topic.save()
    section = Section.objects.get(slug_en="investigations")
    section.slug_en = "inquiries"
    section.save()
    page = Page.objects.get(language="en", slug="privacy")
    page.title, page.published = "Your privacy", False
    page.save()
    Masthead.objects.update(name="Another house")
    HomeSlot.objects.filter(language="es").delete()


def test_a_second_run_writes_nothing_and_leaves_what_editors_changed(edition: None) -> None:
    edit_as_editors_do()
    Announcement.objects.get(language="en", slug="how-we-count").delete()
    before = everything()
    assert "0 stories added" in demo()
    assert everything() == before


def test_a_story_that_an_editor_took_down_stays_down(edition: None) -> None:
    story = Article.objects.get(slug="jamaica-first-special-zone-mount-salem")
    publishing.unpublish(story, by=get_user_model().objects.get(username="paula"))
    before = everything()
    demo()
    assert everything() == before


@pytest.mark.django_db
@pytest.mark.usefixtures("roles")
def test_a_later_run_adds_the_missing_stories_and_nothing_else(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.DEMONSTRATION = True
    briefs = [story for story in STORIES if story.kind == "brief"]
    monkeypatch.setattr(build, "STORIES", briefs[:-2])
    assert f"{len(briefs) - 2} stories added" in demo()
    edit_as_editors_do()
    before = everything()
    monkeypatch.setattr(build, "STORIES", briefs)
    assert "2 stories added" in demo()
    after = everything()
    assert len(after["Article"]) == len(briefs)
    for name in ("Announcement", "Author", "Masthead", "Page", "Section", "Topic", "User"):
        assert after[name] == before[name], name
    texts = [message["text"] for message in after["Message"]]
    assert len(texts) == len(set(texts))


def test_every_text_is_stored_as_cleaning_would_leave_it(edition: None) -> None:
    bodies = [row.body for model in (Article, Page, Announcement) for row in model._default_manager.all()]
    assert len(bodies) == len(STORIES) + 2 * (len(house.PAGES) + len(house.ANNOUNCEMENTS))
    assert [body for body in bodies if markup.clean(body) != body] == []
    assert not any("data-drawing" in body for body in bodies)
    images = set(Image.objects.values_list("pk", flat=True))
    assert {number for body in bodies for number in markup.image_ids(body)} <= images


def test_the_donation_link_leads_to_the_page_on_funding(edition: None) -> None:
    masthead = Masthead.objects.get()
    for language in ("en", "es"):
        page = Page.objects.get(language=language, slug={"en": "funding", "es": "financiamiento"}[language])
        assert getattr(masthead, f"donation_url_{language}") == page.path_in(language)


def test_corrections_and_front_pages_are_there(edition: None) -> None:
    made = Counter(Correction.objects.values_list("article__language", flat=True))
    assert made == {"en": len(CORRECTIONS), "es": len(CORRECTIONS)}
    for language, keys in FRONT.items():
        placed = HomeSlot.objects.filter(language=language).order_by("position")
        assert [slot.position for slot in placed] == list(range(len(keys)))
    assert not HomeSlot.objects.exclude(story__state="live").exists()


def test_what_readers_sent_is_there_once_and_as_far_as_staff_have_come(edition: None) -> None:
    assert Message.objects.count() >= 25
    assert set(Message.objects.values_list("status", flat=True)) == {"new", "in_progress", "resolved", "spam"}
    marked = Message.objects.exclude(status="new")
    assert TriageEvent.objects.filter(verb="mark").count() == marked.count() > 0
    # What was resolved because its correction was published, nobody resolved.
    assert set(TriageEvent.objects.values_list("by__username", flat=True)) == {"ana", "paula", None}
    pages = {"/about/privacy/", "/es/", "/es/acerca-de/privacidad/"}
    assert set(Message.objects.filter(article=None).values_list("address", flat=True)) == pages
    assert Vote.objects.filter(helpful=True).count() > Vote.objects.filter(helpful=False).count() > 50


def test_readers_reported_enough_to_say_how_long_it_takes_and_were_written_to(edition: None, reader: Client) -> None:
    assert Correction.objects.filter(reported_at__isnull=False).count() == 6
    for path, words in (
        ("/corrections/", "Half of what readers reported"),
        ("/es/correcciones/", "La mitad de lo que"),
    ):
        assert words in reader.get(path).content.decode()
    assert set(Letter.objects.values_list("kind", "state")) == {
        ("told", "sent"),
        *(("answer", state) for state in ("sent", "waiting", "failed")),
    }
    assert not Letter.objects.filter(state="waiting", next_try_at__lte=timezone.now()).exists()
    assert not Letter.objects.filter(subject__contains="{").exists()
    assert SavedReply.objects.count() >= 3


def test_the_accounts_have_their_roles_and_are_marked(edition: None) -> None:
    users = get_user_model().objects.filter(username__in=ACCOUNTS)
    assert {user.username: user.groups.get().name for user in users} == ACCOUNTS
    assert all(user.demonstration and user.is_staff and not user.is_superuser for user in users)
    assert all(user.check_password(PASSWORD) for user in users)


@pytest.mark.django_db
def test_it_refuses_a_database_that_is_not_for_demonstrations(settings: Any) -> None:
    settings.DEMONSTRATION = False
    with pytest.raises(CommandError, match="not for demonstrations"):
        demo()
    assert demo("--if-empty") == ""
    assert not Article.objects.exists()
    assert not get_user_model().objects.exists()


def test_if_empty_leaves_a_site_with_stories_alone(edition: None) -> None:
    before = everything()
    assert demo("--if-empty") == ""
    assert everything() == before


def test_sign_ins_are_printed_for_the_accounts_that_are_there(edition: None) -> None:
    get_user_model().objects.filter(username="rosa").update(is_active=False)
    said = demo("--sign-ins")
    listed = {name: role for role, name in re.findall(r"^  (\w+) +(\w+) +demonstration$", said, re.M)}
    assert listed == {name: role for name, role in ACCOUNTS.items() if name != "rosa"}


@pytest.mark.django_db
def test_without_the_accounts_no_sign_ins_are_printed(settings: Any) -> None:
    settings.DEMONSTRATION = True
    assert demo("--sign-ins") == ""
