"""nginx and the application say the same of every page: status, headers and body, fresh and kept, whole, changed or not."""

import gzip
import http.client
from contextlib import closing

import pytest

from tests.deploy.printed import GZIP, Printed
from tests.deploy.readers import House, Reader
from tests.deploy.topology import HOST, Answer

# Of the group that shares the site.
pytestmark = pytest.mark.xdist_group("readers")

#: Of the connection and the hour, not of the page. nginx doesn't know the length of what it unpacks while it sends it.
OF_THE_WAY = {"date", "server", "connection", "keep-alive", "transfer-encoding"}


def directly(house: House, method: str, path: str, headers: dict[str, str]) -> Answer:
    """What the application itself answers to a request as nginx sends it."""
    as_nginx = {"Host": HOST, "X-Real-IP": "198.51.100.1", "X-Forwarded-Proto": "https", "Accept-Encoding": "identity"}
    with closing(http.client.HTTPConnection("127.0.0.1", house.place.app, timeout=20)) as connection:
        connection.request(method, path, headers=as_nginx | headers)
        answer = connection.getresponse()
        return Answer(answer.status, answer.headers, answer.read())


def said(answer: Answer, *but: str) -> list[tuple[str, str]]:
    headers = [(name.lower(), value) for name, value in answer.headers.items()]
    return sorted(pair for pair in headers if pair[0] not in OF_THE_WAY | {*but})


def test_every_page_is_the_same_from_nginx_and_from_the_application(open_house: House, printed: Printed) -> None:
    reader = Reader(open_house.place, "198.51.100.91")
    open_house.write(f"UPDATE articles_article SET state = 'withdrawn' WHERE id = {printed.other}")
    printed.change()
    with_others = (*printed.pages, "/es/temas/", "/unknown/", "/Unknown", printed.path.rstrip("/"), "/favicon.ico")
    statuses = set()
    for path in with_others:
        for headers in (GZIP, {}):
            fresh, kept = (reader.ask("GET", f"{path}?{turn}", headers=headers) for turn in ("first", "again"))
            # Another process may not have made the page yet: ask often enough to meet all, from memory too.
            own = [directly(open_house, "GET", path, {"Accept-Encoding": "gzip"} if headers else {}) for _ in range(6)]
            statuses.add(own[0].status)
            length = () if headers else ("content-length",)
            assert {(other.status, other.body) for other in (fresh, kept, *own[1:])} == {
                (own[0].status, own[0].body)
            }, path
            for other in (fresh, kept, *own):
                assert said(other, *length) == said(own[0], *length), path
            if own[0].headers["Content-Encoding"]:
                assert gzip.decompress(own[0].body)
    assert statuses == {200, 301, 404, 410}
    open_house.write(f"UPDATE articles_article SET state = 'live' WHERE id = {printed.other}")
    open_house.settle()


@pytest.mark.parametrize("headers", [GZIP, {}], ids=["compressed", "plain"])
def test_who_knows_a_page_and_who_asks_for_its_head_hears_the_same(
    open_house: House, printed: Printed, headers: dict[str, str]
) -> None:
    reader = Reader(open_house.place, "198.51.100.92")
    plainly = {"Accept-Encoding": "gzip"} if headers else {}
    printed.change()
    first_asked_by_head = reader.ask("HEAD", printed.path, headers=headers)
    page = reader.ask("GET", printed.path, headers=headers)
    head, own_head = (
        reader.ask("HEAD", printed.path, headers=headers),
        directly(open_house, "HEAD", printed.path, plainly),
    )
    for answer in (first_asked_by_head, head, own_head):
        assert (answer.status, answer.body) == (200, b"")
        assert said(answer, "content-length") == said(page, "content-length")
    if headers:
        assert head.headers["Content-Length"] == own_head.headers["Content-Length"] == str(len(page.body))
    knows = {"If-None-Match": f'"other", {page.headers["ETag"]}'}
    unchanged = reader.ask("GET", printed.path, headers=headers | knows)
    own = directly(open_house, "GET", printed.path, plainly | knows)
    assert (unchanged.status, own.status, unchanged.body, own.body) == (304, 304, b"", b"")
    of_the_body = ("content-type", "content-length", "content-encoding", "content-language")
    assert said(unchanged, *of_the_body) == said(own, *of_the_body)
    assert own.headers["ETag"] == page.headers["ETag"]
