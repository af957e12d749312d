"""What a reader on a slow line has to wait for."""

import gzip
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.test import Client

from articles.demo.stories import STORIES
from tests import factories
from tests.site.edition import STATIC, found, parsed

LIMIT = 60_000  # bytes


def _packed(data: bytes) -> int:
    return len(gzip.compress(data, compresslevel=6))


def _linked(tree: Any) -> list[Path]:
    """The files of the style sheets and scripts that a page asks for."""
    addresses = [link.get("href") for link in found(tree, "link", rel="stylesheet")]
    addresses += [script.get("src") for script in tree.iter("script") if script.get("src")]
    return [STATIC / urlsplit(address).path.removeprefix(settings.STATIC_URL) for address in addresses]


def test_a_story_weighs_less_than_60_kilobytes_with_its_styles_and_scripts(
    edition: dict[str, Any], reader: Client
) -> None:
    # As long as an investigation: some 3,000 words, none of them twice.
    bodies = [story.body for story in STORIES if story.language == "en"]
    long = factories.story(body="".join(bodies[:8]), countries=(edition["country"].pk,))
    assert len(long.body.split()) > 2_500
    for story in (long, *edition["stories"].values()):
        page = reader.get(story.path)
        files = _linked(parsed(page))
        assert {".css", ".js"} == {file.suffix for file in files}
        weight = _packed(page.content) + sum(_packed(file.read_bytes()) for file in files)
        assert weight < LIMIT, f"{story.path}: {weight}"
