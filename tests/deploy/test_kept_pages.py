"""What nginx keeps of the pages that pass, alone: under which edition, for whom, and what it never keeps."""

import gzip
import re
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from articles import pathwords
from tests.deploy.standin import GZIP, Standin, files, kept_pages, key, standing_in
from tests.deploy.test_compose import NGINX
from tests.deploy.topology import HOST, Place

pytestmark = pytest.mark.xdist_group("kept-pages")

#: Pages that say something about who asks, or about what was asked.
ASKING = ("search", "search-suggestions", "feedback", "feedback-thanks", "feedback-helpful")
UNSTORED = [pathwords.page(name, language) for name in ASKING for language in pathwords.LANGUAGES]
UNSTORED += ["/admin/", "/preview/token/", "/healthz", "/readyz"]


@pytest.fixture(scope="module")
def front(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    with kept_pages(tmp_path_factory.mktemp("kept")) as place:
        yield place


@pytest.fixture
def app(front: Place) -> Iterator[Standin]:
    with standing_in(front) as standin:
        yield standin


def test_a_page_is_asked_for_once_in_an_edition_whatever_stands_behind_its_address(app: Standin, front: Place) -> None:
    answers = [front.ask(f"/news/story/{query}", headers=GZIP) for query in ("", "?a=1", "?utm_source=x", "?")]
    assert {answer.body for answer in answers} == {answers[0].body}
    assert [path for path, _ in app.asked] == ["/news/story/"]
    app.publish()
    assert gzip.decompress(front.ask("/news/story/", headers=GZIP).body).startswith(f"edition {app.number} ".encode())
    assert app.times == 2


def test_a_page_without_compression_is_the_same_page_and_costs_one_more_question(app: Standin, front: Place) -> None:
    packed = front.ask("/news/", headers=GZIP)
    plain = [front.ask("/news/", headers={"Accept-Encoding": taken}) for taken in ("", "br", "gzip;q=0", "identity")]
    assert packed.headers["Content-Encoding"] == "gzip"
    assert {gzip.decompress(packed.body)} == {answer.body for answer in plain}
    assert {answer.headers["Content-Encoding"] for answer in plain} == {None}
    for answer in (packed, *plain):
        assert answer.headers.get_all("Vary") == ["Accept-Encoding"]
        assert answer.headers["ETag"] == f'W/"{app.number}"'
    # The application is always asked for gzip: it is what the last good copy is kept in.
    assert [headers["Accept-Encoding"] for _, headers in app.asked] == ["gzip", "gzip"]
    assert len(files(front, "kept")) == 1


def test_a_reader_who_has_the_page_is_told_so_and_head_is_answered_from_it(app: Standin, front: Place) -> None:
    page = front.ask("/news/", headers=GZIP)
    known = GZIP | {"If-None-Match": page.headers["ETag"]}
    unchanged, head = front.ask("/news/", headers=known), front.ask("/news/", "HEAD", headers=GZIP)
    assert (unchanged.status, unchanged.body) == (304, b"")
    assert (head.status, head.body, head.headers["Content-Length"]) == (200, b"", str(len(page.body)))
    assert app.times == 1
    app.publish()
    assert front.ask("/news/", headers=known).status == 200
    first = front.ask("/first-asked-by-head/", "HEAD", headers=GZIP)
    assert (first.status, first.body, app.times) == (200, b"", 3)
    assert front.ask("/first-asked-by-head/", headers=GZIP).body and app.times == 3


@pytest.mark.parametrize(
    ("path", "status", "kept"),
    [
        ("/news/", 200, True),
        ("/feed/", 200, True),
        ("/withdrawn/", 410, True),
        ("/moved/", 301, True),
        ("/missing-slash", 301, False),
        ("/unknown/", 404, False),
        ("/broken/", 500, False),
        ("/away/", 503, False),
    ],
)
def test_only_what_cannot_be_had_without_end_is_kept(
    app: Standin, front: Place, path: str, status: int, kept: bool
) -> None:
    app.status, app.headers = status, {"Location": "/elsewhere/"}
    assert [front.ask(path, headers=GZIP).status for _ in range(3)] == [status] * 3
    assert app.times == (1 if kept else 3)
    assert [len(files(front, store)) for store in ("pages", "kept")] == [kept, kept]


@pytest.mark.parametrize(
    "said",
    [{"X-Edition": ""}, {"X-Edition": key(1)}, {"X-Edition": key(10**9)}, {"Set-Cookie": "a=b"}],
    ids=["of no edition", "of an older edition", "of a newer edition", "with a cookie"],
)
def test_what_is_not_of_the_edition_that_was_asked_for_is_never_kept(
    app: Standin, front: Place, said: dict[str, str]
) -> None:
    app.headers = said
    assert [front.ask("/news/", headers=GZIP).status for _ in range(2)] == [200, 200]
    assert app.times == 2
    assert files(front, "pages") == files(front, "kept") == []


@pytest.mark.parametrize("path", UNSTORED)
def test_what_depends_on_more_than_the_address_is_never_kept(app: Standin, front: Place, path: str) -> None:
    for question in ("?q=one", "?q=two"):
        assert front.ask(path + question, headers=GZIP).status == 200
    assert [asked for asked, _ in app.asked] == [f"{path}?q=one", f"{path}?q=two"]
    assert files(front, "pages") == []


def test_whatever_is_never_kept_is_listed_in_the_configuration() -> None:
    listed = tuple(re.findall(r"location (?:\^~|=) (/\S+) ", NGINX))
    assert [path for path in UNSTORED if not path.startswith(listed)] == []
    others = {
        pathwords.page(name, language) for name in set(pathwords.PAGES) - {*ASKING} for language in pathwords.LANGUAGES
    }
    assert [path for path in others if path.startswith(listed)] == []


def test_without_the_link_every_page_is_asked_for_and_nobody_is_written_down(app: Standin, front: Place) -> None:
    (front.prefix / "edition/current").unlink()
    for _ in range(2):
        assert front.ask("/news/", headers=GZIP | {"X-Edition": app.answer(False)[0]["X-Edition"]}).status == 200
    assert app.times == 2
    assert not any("X-Edition" in headers or "X-Floor" in headers for _, headers in app.asked)
    assert files(front, "pages") == files(front, "kept") == []
    assert "127.0.0.1" not in (front.prefix / "run/error.log").read_text()


def test_the_application_hears_the_edition_from_nginx_and_never_from_a_reader(app: Standin, front: Place) -> None:
    claimed = {"X-Edition": key(7), "X-Floor": "7", "X-Real-IP": "203.0.113.9", "X-Forwarded-For": "203.0.113.9"}
    for path in ("/news/", "/search/", "/admin/"):
        front.ask(path, headers=claimed)
    assert [headers["X-Edition"] for _, headers in app.asked] == [key(app.number)] * 3
    for _, headers in app.asked:
        assert (headers["Host"], headers["X-Real-IP"], headers["X-Forwarded-Proto"]) == (HOST, "127.0.0.1", "https")
        assert "203.0.113.9" not in str(headers) and "X-Forwarded-For" not in headers
    assert "X-Floor" not in app.asked[0][1]


def test_another_host_never_gets_what_was_kept_for_ours(app: Standin, front: Place) -> None:
    front.ask("/news/")
    app.status, app.headers = 400, {"X-Edition": ""}
    assert front.ask("/news/", headers={"Host": "evil.example"}).status == 400
    assert front.ask("/news/").status == 200


def test_an_address_cannot_carry_a_second_request(app: Standin, front: Place) -> None:
    for path in ("/a%0d%0aX-Edition:%20b/", "/a%0d%0a%0d%0aGET%20/admin/", "/%3Fq=1/", "/a//b/", "/a%2fb/"):
        front.ask(path)
    assert [path for path, _ in app.asked] == [
        "/a%0D%0AX-Edition:%20b/",
        "/a%0D%0A%0D%0AGET%20/admin/",
        "/%3Fq=1/",
        "/a//b/",
        "/a/b/",
    ]
    assert {headers["X-Edition"] for _, headers in app.asked} == {key(app.number)}


def test_while_editions_follow_one_another_nobody_goes_back(app: Standin, front: Place) -> None:
    ended = threading.Event()

    def read() -> list[int]:
        seen = []
        while not ended.is_set():
            seen.append(int(front.ask("/news/").body.split()[1]))
        return seen

    with ThreadPoolExecutor(8) as pool:
        readers = [pool.submit(read) for _ in range(8)]
        for _ in range(60):
            app.publish()
            last = app.number
            assert int(front.ask("/news/").body.split()[1]) == last
        ended.set()
        for reader in readers:
            assert reader.result() == sorted(reader.result())
