"""The picture beside a shared link: drawn after publication, offered only while it says what the story says."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.test import Client
from PIL import Image as Pillow
from PIL import ImageChops, ImageFont

from articles import library, publishing, sharing
from articles.models import Article, Edition, Image
from articles.sharing import drawing
from articles.sharing.drawing import Sheet, draw
from tests import factories
from tests.articles import photographs
from tests.site.edition import found, parsed

LONG = "The ministers left without an agreement, and those who waited say that another meeting will not bring one " * 2
FONT = ImageFont.truetype(Path(drawing.__file__).parent / "fonts/SourceSerif4Display-Semibold.woff", 60)
GLYPHS = "ÁÉÍÓÚÜÑáéíóúüñ¿¡ÀÂÃÇÊÔÕàâãçêôõÈËÎÏŒÙÛŸèëîïœùûÿ“”‘’«»—–…ªº€"


def opened(data: bytes) -> Pillow.Image:
    image = Pillow.open(BytesIO(data))
    image.load()
    return image


def ink(image: Pillow.Image, box: tuple[int, int, int, int]) -> tuple[int, int, int, int] | None:
    """Where something dark stands on the paper of a part of the image."""
    return image.crop(box).convert("L").point(lambda value: 255 * (value < 100)).getbbox()


@pytest.mark.parametrize("country", ["", "HN", "BB"])
@pytest.mark.parametrize(
    "kicker", ["", "Panamá", "A kicker that is far too long for any column of this picture to hold"]
)
@pytest.mark.parametrize("headline", ["Ports", LONG[:200], "¿Quién vigila?", "W" * 200, "Internationalisation " * 9])
def test_no_word_leaves_its_column(headline: str, kicker: str, country: str) -> None:
    image = opened(draw(Sheet(headline, kicker, "A house with quite a long name " * 3, country=country)))
    assert (image.size, image.format) == ((1200, 630), "JPEG")
    end = 744 if country else 1200
    assert not ink(image, (end - 40, 20, end, 630))
    assert not ink(image, (0, 20, 58, 630))
    assert ink(image, (58, 60, end - 40, 300))  # the headline
    assert not ink(image, (58, 490, end - 40, 512))  # white space between the headline and the rule
    assert ink(image, (58, 530, end - 40, 600))  # the house


def test_a_sheet_always_gives_the_same_bytes_and_they_tell_nothing_else() -> None:
    data = draw(Sheet("Ports", "Trade", "Gazette", country="HN"))
    assert data == draw(Sheet("Ports", "Trade", "Gazette", country="HN"))
    assert not opened(data).getexif()
    assert not set(opened(data).info) - {
        "jfif",
        "jfif_version",
        "jfif_unit",
        "jfif_density",
        "progressive",
        "progression",
    }
    assert len(data) < 150_000


def test_every_letter_of_the_languages_of_the_americas_can_be_set() -> None:
    unknown = bytes(FONT.getmask("\uffff"))
    assert [letter for letter in GLYPHS if bytes(FONT.getmask(letter)) == unknown] == []


def test_lines_are_about_equally_long() -> None:
    lines = drawing.balanced("Honduras extends its state of exception for the twelfth time", FONT, 1000)
    lengths = [FONT.getlength(line) for line in lines]
    assert len(lines) == 2
    assert min(lengths) > 0.75 * max(lengths)
    assert " ".join(lines) == "Honduras extends its state of exception for the twelfth time"


def test_the_picture_is_cut_around_its_focal_point(db: None) -> None:
    wide = Pillow.new("RGB", (1600, 800), "#205080")
    wide.paste("#f0c040", (1300, 0, 1600, 800))
    image = added(photographs.encoded(wide))
    right = opened(draw(Sheet("Ports", "", "Gazette", picture=image.name, focal_point=(1.0, 0.5))))
    left = opened(draw(Sheet("Ports", "", "Gazette", picture=image.name, focal_point=(0.0, 0.5))))
    assert right.getpixel((1150, 300))[0] > 200
    assert left.getpixel((1150, 300))[0] < 80
    assert not ImageChops.difference(right.crop((0, 0, 730, 630)), left.crop((0, 0, 730, 630))).getbbox()


def added(data: bytes) -> Image:
    return library.add(Image(alt_en="x", credit="x", cleared=True), library.read(BytesIO(data)))


def jobs() -> list[int]:
    """The stories that the worker was asked to draw, in this test and in those that committed before it."""
    query = "SELECT (args->>'article_id')::int FROM procrastinate_jobs WHERE task_name = 'draw_share_image' ORDER BY id"
    with connection.cursor() as cursor:
        cursor.execute(query)
        return [article for (article,) in cursor]


def offered(reader: Client, article: Article) -> str:
    """The address of the picture that a story's page names for links to it, or ''."""
    named = found(parsed(reader.get(article.path)), "meta", property="og:image")
    return named[0].get("content") if named else ""


def files() -> list[str]:
    return sorted(path.name for path in Path(default_storage.path("share")).rglob("*.*"))


@pytest.fixture
def story(transactional_db: None) -> Article:
    factories.MastheadFactory()
    return factories.story(headline="The summit ends", slug="summit")


def published_again(article: Article, **words: Any) -> Article:
    return publishing.publish(factories.rewritten(article, **words), by=factories.chief())


def test_publishing_asks_for_the_picture_and_the_page_offers_it_once_drawn(reader: Client, story: Article) -> None:
    assert jobs()[-1] == story.pk
    assert offered(reader, story) == ""
    before = Edition.number_now()
    sharing.refresh(story.pk)
    assert Edition.number_now() == before + 1
    address = offered(reader, story)
    story.refresh_from_db()
    assert address.endswith(story.share_image)
    assert address.startswith("http")
    with default_storage.open(story.share_image) as drawn:
        assert opened(drawn.read()).size == (1200, 630)
    sizes = {
        name: found(parsed(reader.get(story.path)), "meta", property=f"og:image:{name}")[0].get("content")
        for name in ("width", "height", "alt")
    }
    assert sizes == {"width": "1200", "height": "630", "alt": "The summit ends"}


def test_a_second_run_changes_nothing_and_a_late_one_does_no_harm(story: Article) -> None:
    sharing.refresh(story.pk)
    before, there = Edition.number_now(), files()
    sharing.refresh(story.pk)
    sharing.refresh(story.pk + 1)
    assert (Edition.number_now(), files()) == (before, there)


def test_a_new_headline_is_never_offered_with_the_old_picture(reader: Client, story: Article) -> None:
    sharing.refresh(story.pk)
    old = offered(reader, story)
    published_again(story, headline="The summit fails")
    assert offered(reader, story) == ""
    sharing.refresh(story.pk)
    new = offered(reader, story)
    assert new and new != old
    assert files() == [Path(new).name]  # the old file is gone


def test_a_new_text_keeps_the_picture(reader: Client, story: Article) -> None:
    sharing.refresh(story.pk)
    old = offered(reader, story)
    published_again(story, body="<p>Another text.</p>")
    assert offered(reader, story) == old


def test_a_story_that_readers_do_not_see_leaves_no_picture(story: Article) -> None:
    sharing.refresh(story.pk)
    before = len(jobs())
    publishing.unpublish(story, by=factories.chief())
    assert jobs()[before:] == [story.pk]
    sharing.refresh(story.pk)
    assert files() == []
    assert Article.objects.get(pk=story.pk).share_image == ""


def test_a_picture_drawn_for_a_version_that_is_no_longer_public_is_dropped(
    story: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slowly(sheet: Sheet) -> bytes:
        published_again(story, headline="Meanwhile")
        return draw(sheet)

    monkeypatch.setattr(sharing, "draw", slowly)
    sharing.refresh(story.pk)
    assert Article.objects.get(pk=story.pk).share_image == ""
    assert files() == []


def test_a_story_with_a_photograph_is_shared_with_it_until_its_own_picture_is_drawn(
    reader: Client, transactional_db: None
) -> None:
    image = added(photographs.encoded(photographs.scene()))
    story = factories.story(lead_image=image.pk)
    assert "/images/" in offered(reader, story)
    sharing.refresh(story.pk)
    assert "/share/" in offered(reader, story)
    Image.objects.filter(pk=image.pk).update(focal_x=1.0, focal_y=0.0)
    sharing.refresh(story.pk)
    assert "/share/" in offered(reader, story)
    Image.objects.filter(pk=image.pk).update(focal_x=0.1)
    assert "/images/" in offered(reader, story)  # the crop is another now


def test_the_job_of_the_worker_draws_it(story: Article) -> None:
    from articles import tasks

    tasks.draw_share_image(story.pk)
    assert len(files()) == 1
