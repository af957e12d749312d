"""What a process keeps is bounded, and what readers ask for stays."""

from django.http import HttpResponse

from newsroom.pagecache.editions import Edition
from newsroom.pagecache.memory import Memory
from newsroom.pagecache.pages import Page

EDITION = Edition("1" * 32, 1, 0)
PLACE = f"{EDITION.key}.0"
MOST = 1_000_000


def page(path: str, status: int = 200, length: int = 10_000, edition: Edition = EDITION) -> Page:
    made = Page.of(HttpResponse(b"x" * length, status=status), path, edition)
    assert made
    return made


def kept(memory: Memory) -> set[str]:
    return {*memory.shelf.pages, *memory.shelf.others}


def weight(memory: Memory) -> int:
    return sum(page.weight for row in (memory.shelf.pages, memory.shelf.others) for page in row.values())


def test_it_never_takes_more_than_it_may_and_counts_right() -> None:
    memory = Memory(MOST, lambda: PLACE)
    for number in range(500):
        memory.keep(page(f"/{number % 150}/", length=number * 37 % 20_000))
        assert weight(memory) == memory.shelf.pages.weight <= MOST
    assert len(kept(memory)) > 20


def test_all_forms_of_a_page_weigh_no_more_than_was_counted() -> None:
    one = page("/", length=100_000)
    forms = [one.form(accepts, knows) for accepts in (None, "gzip", "br") for knows in (None, one.etag)]
    bodies = {id(form.body[0]): form.body[0] for form in forms}
    assert sum(map(len, bodies.values())) <= one.weight


def test_who_reads_everything_once_does_not_push_out_what_others_ask_for() -> None:
    memory = Memory(MOST, lambda: PLACE)
    memory.keep(page("/"))
    for number in range(1000):
        found = memory.find("/")
        assert found, number
        found.asked = True
        memory.keep(page(f"/{number}/"))


def test_addresses_without_a_page_push_out_no_page() -> None:
    memory = Memory(MOST, lambda: PLACE)
    pages = {f"/{number}/" for number in range(30)}
    for path in pages:
        memory.keep(page(path))
    for number in range(2000):
        memory.keep(page(f"/missing-{number}/", status=(404, 301)[number % 2], length=3_000))
    assert pages <= kept(memory)
    assert 0 < memory.shelf.others.weight <= MOST / 10


def test_a_page_of_another_edition_is_not_kept_and_a_new_edition_begins_empty() -> None:
    shown = [PLACE]
    memory = Memory(MOST, lambda: shown[0])
    memory.keep(page("/"))
    memory.keep(page("/old/", edition=EDITION._replace(number=0)))
    memory.keep(page("/new/", edition=EDITION._replace(number=2)))
    assert kept(memory) == {"/"}
    shown[0] = f"{EDITION._replace(number=2).key}.0"
    memory.keep(page("/late/"))
    assert kept(memory) == {"/"}
    memory.keep(page("/new/", edition=EDITION._replace(number=2)))
    assert kept(memory) == {"/new/"}
    shown[0] = ""
    memory.keep(page("/never/", edition=EDITION._replace(number=3)))
    assert kept(memory) == {"/new/"}


def test_a_page_that_would_fill_it_is_not_kept() -> None:
    memory = Memory(MOST, lambda: PLACE)
    memory.keep(page("/", length=MOST))
    assert kept(memory) == set()
