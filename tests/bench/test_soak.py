"""The soak finds what it looks for: an old page, a step back, a page that says two things."""

from bench.soak.reading import Published, Seen, _check


def looked_at(*bodies: str, begun: float = 10.0) -> Seen:
    published, seen, known = Published(), Seen(), dict[int, int]()
    for at, version in ((5.0, 1), (8.0, 2), (9.5, 3)):
        published.add({"story": 7, "version": version, "at": at, "path": "/news/seven/"})
    for body in bodies:
        _check("/news/seven/", body.encode(), begun, published, known, seen)
    return seen


def page(*versions: int) -> str:
    return "".join(f"<h1>Soak story 7 version {version}</h1>" for version in versions)


def test_a_page_of_before_a_commit_a_second_ago_is_stale() -> None:
    assert looked_at(page(1)).stale
    assert not looked_at(page(2)).stale, "version 3 is half a second old"
    assert not looked_at(page(3)).stale
    assert looked_at(page(2), begun=10.6).stale


def test_an_older_version_after_a_newer_one_is_a_step_back() -> None:
    assert looked_at(page(3), page(2)).back
    assert not looked_at(page(2), page(3), page(3)).back


def test_a_page_with_two_versions_of_a_story_is_a_mixture() -> None:
    assert looked_at(page(2, 3)).mixed
    assert not looked_at(page(3, 3)).mixed
