"""The library's files without nginx: kept for a day by browsers, and unable to run anything."""

from typing import Any

from django.test import Client


def test_a_file_of_the_library_is_kept_for_a_day_and_sandboxed(settings: Any, db: None) -> None:
    (settings.MEDIA_ROOT / "images").mkdir(parents=True)
    (settings.MEDIA_ROOT / "images" / "a.svg").write_text("<svg onload='alert(1)'/>")
    answer = Client().get("/media/images/a.svg")
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "public, max-age=86400"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert not answer.cookies
    answer.close()


def test_nothing_outside_the_library_is_served(settings: Any, db: None) -> None:
    settings.MEDIA_ROOT.mkdir()
    (settings.MEDIA_ROOT.parent / "secret").write_text("what nobody may read")
    for path in ("/media/../secret", "/media/%2e%2e/secret", "/media/", "/media/none.jpg"):
        answer = Client().get(path)
        assert answer.status_code == 404, path
        assert b"what nobody may read" not in answer.content
