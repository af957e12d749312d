"""Every address of the desk, asked by everybody with every method, answers what the table says.

The addresses are found by walking the site's URLs, so none can be forgotten: one without a line in
`tests/newsroom/permission_table.py` fails the build, and the failure is the line to look at and paste.
"""

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, get_resolver

from articles import binning, bulk, correcting, previewing
from articles.feedback.models import Export, Forgetting, Letter, Message, Notice, SavedReply, Vote
from articles.models import Article, Correction, EditorialEvent, HomeSlot, Tag
from tests import factories
from tests.newsroom.permission_table import LINES, Line, expanded

pytestmark = pytest.mark.django_db

ROLES = ("anonymous", "Reporter", "Editor", "Publisher", "Audience", "superuser")

#: No row has this key.
MISSING = 987_654_321

_PLACE = re.compile(r"<(?:(\w+):)?(\w+)>")


def routes() -> list[str]:
    """Every address below /admin/, as it is written in the URLs; those of regular expressions by their name."""
    return [
        _called(route, pattern) for route, pattern in _walk(get_resolver().url_patterns) if route.startswith("admin/")
    ]


def _walk(patterns: Any, before: str = "") -> Iterator[tuple[str, URLPattern]]:
    for pattern in patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield route, pattern
        else:
            yield from _walk(pattern.url_patterns, route)


def _called(route: str, pattern: URLPattern) -> str:
    if "(?P" not in route:
        return route
    return {"app_list": "admin/<app_label>/", None: "admin/<url>"}[pattern.name]


def _letter(message: Message) -> Letter:
    values = {"key": "told:1", "kind": "told", "language": "en", "next_try_at": factories.THEN}
    return Letter.objects.create(message=message, made_at=factories.THEN, **values)


class Scene:
    """One row of everything, and stories in each standing; the actor's own among them."""

    def __init__(self, role: str) -> None:
        self.actor = None if role == "anonymous" else self._staff(role)
        chief = factories.chief()
        writer = self.actor if self.actor and self.actor.has_perm("articles.add_article") else chief
        live = factories.story(headline="Live")
        self.stories = {
            "own": factories.draft(headline="Own", by=writer),
            "foreign": factories.draft(headline="Foreign"),
            "live": factories.rewritten(live, headline="Live, changed"),
            "binned": binning.throw(factories.draft(headline="Binned"), by=chief),
        }
        correcting.correct(live, kind="correction", text="It was 2023.", by=chief)
        HomeSlot.objects.create(language="en", position=1, story=live)
        tag = Tag.objects.create(name="ports", slug="ports")
        message = Message.objects.create(address="/", language="en", text="Hello", sent_at=factories.THEN)
        vote = Vote.objects.create(address="/", language="en", helpful=True, sent_at=factories.THEN)
        self.keys: dict[str, Any] = {
            "article": self.stories["live"].pk,
            "announcement": factories.AnnouncementFactory().pk,
            "author": factories.AuthorFactory(name="Unused").pk,
            "correction": Correction.objects.get().pk,
            "country": factories.CountryFactory().pk,
            "editorialevent": EditorialEvent.objects.latest("pk").pk,
            "export": Export.objects.create(at=factories.THEN, by=chief, what="votes", form="csv", rows=1).pk,
            "forgetting": Forgetting.objects.create(at=factories.THEN, contacts=1, texts=1).pk,
            "group": Group.objects.get(name="Reporter").pk,
            "homeslot": HomeSlot.objects.get().pk,
            "image": factories.ImageFactory().pk,
            "letter": _letter(message).pk,
            "masthead": factories.MastheadFactory().pk,
            "message": message.pk,
            "notice": Notice.objects.create(pk=1).pk,
            "page": factories.PageFactory().pk,
            "savedreply": SavedReply.objects.create(title="Thanks").pk,
            "section": factories.SectionFactory().pk,
            "tag": tag.pk,
            "topic": factories.TopicFactory().pk,
            "user": factories.UserFactory(role="Reporter").pk,
            "vote": vote.pk,
        }

    @staticmethod
    def _staff(role: str) -> Any:
        return factories.chief() if role == "superuser" else factories.UserFactory(role=role)

    def objects(self, route: str) -> tuple[str, ...]:
        """The objects that an address has to be asked for."""
        if not _PLACE.search(route):
            return ("-",)
        if "articles/article/" in route and "bulk" not in route:
            return ("own", "foreign", "live", "binned", "missing")
        if "<slug:name>" in route:
            return (*bulk.DEEDS, "missing")
        return ("there", "missing")

    def address(self, route: str, name: str) -> str:
        """An address with its places filled in for one object."""
        return "/" + _PLACE.sub(lambda place: str(self._standing_for(place[2], route, name)), route)

    def _standing_for(self, place: str, route: str, name: str) -> Any:
        """What stands in one place of an address. A new kind of place gets its line here."""
        missing = name == "missing"
        match place:
            case "pk" | "id" | "object_id" if "views/" in route:
                return MISSING if missing else self.saved_view
            case "pk" | "id" | "object_id" if "/r/" not in route:
                model = route.split("/")[2]
                there = self.stories[name].pk if name in self.stories else self.keys[model]
                return MISSING if missing else there
            case "object_id":
                return MISSING if missing else self.stories["live"].pk
            case "content_type_id":
                return ContentType.objects.get_for_model(Article).pk
            case "number" | "one" | "other":
                return 1
            case "key":
                return self.preview_link(name)
            case "verb":
                return "submit"
            case "name":
                return "nothing" if missing else name
            case "app_label":
                return "nowhere" if missing else "articles"
            case "url":
                return "nowhere/" if missing else "articles/article/99/nowhere"
            case "uidb64" | "token":
                return "forged"
        pytest.fail(f"Say in Scene._standing_for what stands for <{place}> in {route}.")

    def preview_link(self, name: str) -> int:
        story = self.stories.get(name)
        if story is None:
            return MISSING
        return previewing.make(story, purpose="A lawyer", lasts=timedelta(days=1), by=factories.chief())[0].pk

    @property
    def saved_view(self) -> int:
        from newsroom.desk.models import SavedView

        owner = self.actor or factories.chief()
        view, _new = SavedView.objects.get_or_create(owner=owner, list="articles.article", name="Mine", query="q=a")
        return view.pk


class Browser:
    """Asks for one address after the other; what a request changes is undone before the next."""

    def __init__(self, scene: Scene) -> None:
        self.client = Client(raise_request_exception=False)
        if scene.actor:
            self.client.force_login(scene.actor)
        session = self.client.cookies.get(settings.SESSION_COOKIE_NAME)
        self.session = session.value if session else None

    def status(self, method: str, address: str) -> int:
        if self.session:
            self.client.cookies[settings.SESSION_COOKIE_NAME] = self.session
        with transaction.atomic():
            answer = self.client.generic(method, address)
            transaction.set_rollback(True)
        return answer.status_code

    def cell(self, address: str) -> str:
        """What GET and POST are answered with, once if it is the same."""
        get, post = self.status("GET", address), self.status("POST", address)
        return str(get) if get == post else f"{get}/{post}"


def test_every_address_of_the_desk_is_in_the_table(roles: None) -> None:
    known = {line.route for line in LINES}
    missing = [route for route in routes() if route not in known]
    if missing:
        pytest.fail(
            "These addresses have no line in TABLE of tests/newsroom/permission_table.py. This is how they answer now; look"
            " at every cell, correct the code where it is wrong, and put the lines into the table:\n\n"
            + "\n".join(proposed(missing))
        )
    gone = sorted(known - set(routes()))
    assert not gone, (
        f"Take these addresses out of tests/newsroom/permission_table.py: the site has none of them: {gone}"
    )


def proposed(asked: list[str]) -> list[str]:
    """The lines of the table for these addresses as the code is now."""
    cells: dict[tuple[str, str], list[str]] = {}
    for role in ROLES:
        sid = transaction.savepoint()
        scene = Scene(role)
        browser = Browser(scene)
        for route in asked:
            for name in scene.objects(route):
                cells.setdefault((route, name), []).append(browser.cell(scene.address(route, name)))
        transaction.savepoint_rollback(sid)
    grouped: dict[tuple[str, ...], list[str]] = {}
    for (route, name), row in cells.items():
        grouped.setdefault((route, *row), []).append(name)
    return [
        f"{route.removeprefix('admin/') or '/'} {','.join(names)} {' '.join(row)}"
        for (route, *row), names in grouped.items()
    ]


@pytest.mark.parametrize("role", ROLES)
def test_everybody_gets_what_the_table_says(roles: None, role: str) -> None:
    scene = Scene(role)
    browser = Browser(scene)
    wrong = [
        f"{line.route} ({line.name}): {found}, and not {line.cells[ROLES.index(role)]}"
        for line in LINES
        if (found := browser.cell(scene.address(line.route, line.name))) != line.cells[ROLES.index(role)]
    ]
    assert not wrong, f"As {role}:\n" + "\n".join(wrong)


@pytest.mark.parametrize("role", ["anonymous", "superuser"])
def test_head_is_answered_like_get_and_other_methods_by_405(roles: None, role: str) -> None:
    scene = Scene(role)
    browser = Browser(scene)
    wrong = []
    for line in _one_a_route(LINES):
        # Django sends a signed-in visitor of the sign-in on for GET alone; everywhere else HEAD is GET without its text.
        address, get = scene.address(line.route, line.name), int(line.cells[ROLES.index(role)].split("/")[0])
        if (found := browser.status("HEAD", address)) != get and line.route != "admin/login/":
            wrong.append(f"HEAD {line.route}: {found}, and GET {get}")
        # 401: what a signed-out editor sends is held until the sign-in.
        refused = (401, 405) if role == "anonymous" else (405,)
        wrong += [
            f"{method} {line.route}: {found}, and not 405"
            for method in ("PUT", "DELETE")
            if (found := browser.status(method, address)) not in refused
        ]
    assert not wrong, f"As {role}:\n" + "\n".join(wrong)


def _one_a_route(lines: list[Line]) -> list[Line]:
    return list({line.route: line for line in reversed(lines)}.values())


@pytest.mark.parametrize(
    "forged", ["0", "-1", "abc", "9" * 40, "1%27--", "%F0%9F%93%B0", "..%2F..", "999_999_999", "%C3%28"]
)
def test_a_forged_key_is_missing_and_never_an_error(roles: None, forged: str) -> None:
    browser = Browser(Scene("superuser"))
    wrong = []
    for route in dict.fromkeys(line.route for line in LINES):
        places = _PLACE.findall(route)
        if not places or route.endswith("<path:object_id>/"):
            continue
        address = "/" + _PLACE.sub(forged, route)
        for method in ("GET", "POST"):
            found = browser.status(method, address)
            # 302: what is no number is taken for the key of a form, and led on to it; there it is missing.
            if found not in _NOTHING_THERE.get(route, (302, 403, 404, 405)):
                wrong.append(f"{method} {address}: {found}")
    assert not wrong, "\n".join(wrong)


#: Pages that say in their own way that there is nothing.
_NOTHING_THERE = {
    "admin/password/<uidb64>/<token>/": (200, 404),  # the link is no longer valid
}


def test_the_table_names_each_object_once() -> None:
    said = [(line.route, line.name) for line in LINES]
    assert len(said) == len(set(said))
    assert list(expanded("a/{b,c}/d/")) == ["a/b/d/", "a/c/d/"]
