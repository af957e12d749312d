"""Pictures: nothing but pixels is taken in, nothing unsafe is decoded, nothing half is left behind."""

import os
import random
import stat
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.base import ContentFile, File
from django.core.files.storage import FileSystemStorage, InMemoryStorage, Storage
from django.utils import translation
from PIL import Image, ImageChops, ImageColor, ImageStat

from articles import renditions
from tests.articles import photographs

_SAMPLES = Path(os.environ.get("SAMPLE_DATA") or Path(__file__).resolve().parents[3] / "shared" / "data")
_ORIENTATIONS = _SAMPLES / "images" / "orientation"


@pytest.fixture
def storage(tmp_path: Path) -> FileSystemStorage:
    return FileSystemStorage(location=tmp_path)


def ingest(data: bytes) -> renditions.Ingested:
    return renditions.ingest(BytesIO(data))


def opened(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    return image


def files(storage: FileSystemStorage) -> list[str]:
    root = Path(storage.location)
    return sorted(str(path.relative_to(root)) for path in root.rglob("*") if path.is_file())


def assert_shows_the_scene(image: Image.Image) -> None:
    image = image.convert("RGB")
    for (x, y), colour in photographs.CORNERS.items():
        pixel = image.getpixel((int(image.width * x), int(image.height * y)))
        assert isinstance(pixel, tuple)
        wanted = ImageColor.getrgb(colour)
        assert all(abs(one - other) < 40 for one, other in zip(pixel, wanted, strict=True)), (colour, pixel)


# --- what is taken in ---


def assert_only_pixels(data: bytes) -> None:
    assert not [secret for secret in photographs.SECRETS if secret in data]
    assert data.count(b"\xff\xd8\xff") <= 1, "no thumbnail inside"
    image = opened(data)
    assert not image.getexif()
    assert not {"exif", "xmp", "comment", "Comment", "icc_profile", "photoshop", "XML:com.adobe.xmp"} & set(image.info)


@pytest.mark.parametrize("profile", [None, photographs.another_profile()], ids=["plain", "with a colour profile"])
def test_a_gps_photograph_loses_its_position_and_every_other_note(
    storage: FileSystemStorage, profile: bytes | None
) -> None:
    upload = photographs.with_a_position(photographs.scene(2000, 1200), profile)
    notes = opened(upload)
    assert notes.getexif().get_ifd(0x8825)[2] == (13, 41, 0), "the camera's position can be read from the upload"
    assert {"comment", "xmp", "photoshop"} <= set(notes.info)
    assert all(secret in upload for secret in photographs.SECRETS if profile or secret != b"ICC_PROFILE")
    assert upload.count(b"\xff\xd8\xff") == 2, "a thumbnail is in the upload"

    name = renditions.store(storage, ingest(upload))
    written = renditions.make_set(storage, name, renditions.FORMATS)
    assert len(files(storage)) == 1 + len(written) == 1 + 4 * 3
    for path in files(storage):
        assert_only_pixels((Path(storage.location) / path).read_bytes())


@pytest.mark.parametrize("format", ["PNG", "WEBP"])
def test_a_picture_with_transparency_loses_its_notes_too(format: str) -> None:
    upload = photographs.see_through_with_a_position(format)
    assert opened(upload).getexif().get_ifd(0x8825)[2] == (13, 41, 0)
    assert b"SECRET" in upload
    original = ingest(upload)
    assert original.format == format
    assert_only_pixels(original.data)
    for rendition in renditions.FORMATS:
        assert_only_pixels(renditions.render(original.data, 480, rendition))


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photograph_stands_upright_however_the_camera_was_held(orientation: int) -> None:
    original = ingest(photographs.turned(orientation))
    assert (original.format, original.width, original.height) == ("JPEG", 1000, 600)
    assert_shows_the_scene(opened(original.data))
    assert_shows_the_scene(opened(renditions.render(original.data, 480, "webp")))


@pytest.mark.parametrize("kind", ["Landscape", "Portrait"])
def test_real_photographs_in_all_orientations_become_the_same_upright_picture(kind: str) -> None:
    paths = [_ORIENTATIONS / f"{kind}_{orientation}.jpg" for orientation in range(1, 9)]
    if not all(path.is_file() for path in paths):
        pytest.skip("the photographs are not there: SAMPLE_DATA must name the folder that holds images/orientation/")
    originals = [ingest(path.read_bytes()) for path in paths]
    assert len({(original.width, original.height) for original in originals}) == 1
    assert (originals[0].width > originals[0].height) == (kind == "Landscape")
    small = [opened(renditions.render(original.data, 480, "jpeg")).resize((32, 32)) for original in originals]
    for image in small[1:]:
        assert max(ImageStat.Stat(ImageChops.difference(small[0], image)).mean) < 6
        upside_down = image.transpose(Image.Transpose.ROTATE_180)
        assert max(ImageStat.Stat(ImageChops.difference(small[0], upside_down)).mean) > 12


TAKEN: dict[str, tuple[Callable[[], bytes], str]] = {
    "JPEG": (lambda: photographs.encoded(photographs.scene()), "JPEG"),
    "CMYK JPEG": (lambda: photographs.encoded(photographs.scene(mode="CMYK")), "JPEG"),
    "progressive JPEG": (lambda: photographs.encoded(photographs.scene(), progressive=True), "JPEG"),
    "two pictures in one JPEG": (
        lambda: photographs.encoded(
            photographs.scene(), "MPO", save_all=True, append_images=[Image.new("RGB", (1000, 600))]
        ),
        "JPEG",
    ),
    "JPEG with a tail": (lambda: photographs.encoded(photographs.scene()) + b"<html><script>SECRET</script>", "JPEG"),
    "PNG": (lambda: photographs.encoded(photographs.scene(), "PNG"), "JPEG"),
    "PNG with a palette": (lambda: photographs.encoded(photographs.scene(mode="P"), "PNG"), "JPEG"),
    "PNG with an alpha that hides nothing": (
        lambda: photographs.encoded(photographs.scene(mode="RGBA"), "PNG"),
        "JPEG",
    ),
    "PNG with alpha": (lambda: photographs.see_through("PNG"), "PNG"),
    "PNG with one transparent colour": (
        lambda: photographs.encoded(photographs.scene(mode="RGB"), "PNG", transparency=(0, 255, 0)),
        "PNG",
    ),
    "WebP": (lambda: photographs.encoded(photographs.scene(), "WEBP"), "JPEG"),
    "WebP with alpha": (lambda: photographs.see_through("WEBP"), "WEBP"),
    "animated WebP": (lambda: photographs.animated("WEBP"), "JPEG"),
    "animated PNG": (lambda: photographs.animated("PNG"), "JPEG"),
}


@pytest.mark.parametrize(("upload", "format"), TAKEN.values(), ids=TAKEN.keys())
def test_pictures_of_the_accepted_formats_are_taken_in(upload: Callable[[], bytes], format: str) -> None:
    original = ingest(upload())
    image = opened(original.data)
    assert (original.format, image.format) == (format, format)
    assert original.extension == {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}[format]
    assert (original.width, original.height) == image.size == (1000, 600)
    assert getattr(image, "n_frames", 1) == 1
    assert image.mode == ("RGB" if format == "JPEG" else "RGBA")
    assert b"SECRET" not in original.data
    assert_shows_the_scene(image)


def test_transparency_is_kept_and_white_where_a_format_has_none() -> None:
    original = ingest(photographs.see_through("PNG"))
    middle = (500, 300)
    assert opened(original.data).getchannel("A").getpixel(middle) < 10
    assert opened(renditions.render(original.data, 480, "webp")).getchannel("A").getpixel((240, 144)) < 10
    assert min(opened(renditions.render(original.data, 480, "jpeg")).getpixel((240, 144))) > 240


def test_a_picture_with_16_bits_keeps_its_greys() -> None:
    deep = Image.new("I;16", (3, 1))
    for place, value in enumerate((0, 0x8000, 0xFFFF)):
        deep.putpixel((place, 0), value)
    image = opened(ingest(photographs.encoded(deep.resize((300, 100), Image.Resampling.NEAREST), "PNG")).data)
    greys = [image.getpixel((x, 50))[0] for x in (20, 150, 280)]
    assert [abs(grey - wanted) < 6 for grey, wanted in zip(greys, (0, 128, 255), strict=True)] == [True] * 3


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_colours_are_brought_to_srgb(format: str) -> None:
    red = Image.new("RGB", (50, 50), "red")
    pixel = opened(ingest(photographs.encoded(red, format, icc_profile=photographs.another_profile())).data).getpixel(
        (9, 9)
    )
    assert pixel[2] > 200 > 60 > pixel[0], "in this profile, red is what sRGB calls blue"


@pytest.mark.parametrize("mode", ["CMYK", "L", "RGB"])
def test_a_profile_that_does_not_fit_is_passed_over(mode: str) -> None:
    for profile in (
        photographs.another_profile()[:200],
        b"rubbish",
        photographs.another_profile() if mode != "RGB" else b"x",
    ):
        original = ingest(photographs.encoded(photographs.scene(mode=mode), icc_profile=profile))
        assert opened(original.data).mode == "RGB"


@pytest.mark.parametrize(
    ("size", "stored"), [((5000, 3000), (2560, 1536)), ((300, 4000), (192, 2560)), ((9, 9), (9, 9))]
)
def test_an_original_is_bounded_and_never_enlarged(size: tuple[int, int], stored: tuple[int, int]) -> None:
    for format in ("JPEG", "PNG"):
        original = ingest(photographs.encoded(photographs.scene(*size), format))
        assert (original.width, original.height) == opened(original.data).size == stored


# --- what is refused ---

JPEG = photographs.encoded(photographs.scene())
REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "900 megapixels": (lambda: photographs.png_of_any_size(30_000, 30_000), "80 million pixels"),
    "a little too many pixels": (lambda: photographs.png_of_any_size(8_000, 10_001), "80 million pixels"),
    "a WebP of 16 thousand squared": (lambda: photographs.webp_of_any_size(16_383, 16_383), "80 million pixels"),
    "more pixels than a number holds": (lambda: photographs.png_of_any_size(2**31 - 1, 2**31 - 1), "80 million pixels"),
    "truncated JPEG": (lambda: JPEG[: len(JPEG) // 2], "damaged or incomplete"),
    "truncated PNG": (lambda: photographs.encoded(photographs.scene(), "PNG")[:600], "damaged or incomplete"),
    "truncated WebP": (lambda: photographs.encoded(photographs.scene(), "WEBP")[:600], "damaged or incomplete"),
    "PNG without its pixels": (lambda: photographs.png_of_any_size(2000, 2000), "damaged or incomplete"),
    "PNG with a bomb in its comment": (photographs.png_with_a_bomb_in_its_comment, "damaged or incomplete"),
    "header of a JPEG": (lambda: JPEG[:20], "damaged or incomplete"),
    "SVG": (
        lambda: b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>x</script></svg>',
        "SVG file",
    ),
    "bare SVG": (lambda: b"\xef\xbb\xbf <svg onload=alert(1)>", "SVG file"),
    "HTML": (lambda: b"<!DOCTYPE html><script>alert(1)</script>", "HTML file"),
    "GIF": (lambda: photographs.animated("GIF"), "GIF file"),
    "TIFF": (lambda: photographs.encoded(photographs.scene(), "TIFF"), "TIFF file"),
    "AVIF": (lambda: photographs.encoded(photographs.scene(60, 40), "AVIF"), "AVIF file"),
    "BMP": (lambda: photographs.encoded(photographs.scene(60, 40), "BMP"), "BMP file"),
    "PDF": (lambda: photographs.encoded(photographs.scene(60, 40), "PDF"), "PDF file"),
    "PostScript": (lambda: photographs.encoded(photographs.scene(60, 40), "EPS"), "not a picture"),
    "text": (lambda: b"hello", "not a picture"),
    "nothing": (lambda: b"", "not a picture"),
    "words of HTML before a JPEG": (lambda: b"<html>" + JPEG, "HTML file"),
}


@pytest.mark.parametrize(("upload", "reason"), REFUSED.values(), ids=REFUSED.keys())
def test_everything_else_is_refused_by_name(upload: Callable[[], bytes], reason: str) -> None:
    with translation.override("en"), pytest.raises(renditions.UnsafeImage) as refusal:
        renditions.ingest(File(BytesIO(upload()), name="photograph.jpg"))
    assert reason in str(refusal.value)


def test_a_file_beyond_the_limit_is_refused_without_being_read_to_its_end() -> None:
    class Endless(BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            assert size is not None
            assert 0 < size <= renditions.MAX_BYTES + 1
            return b"\xff" * size

    with translation.override("en"), pytest.raises(renditions.UnsafeImage, match="larger than 40 MB"):
        renditions.ingest(Endless())


def test_limits_can_be_narrower() -> None:
    with pytest.raises(renditions.UnsafeImage):
        renditions.ingest(BytesIO(JPEG), max_pixels=1000 * 600 - 1)
    with pytest.raises(renditions.UnsafeImage):
        renditions.ingest(BytesIO(JPEG), max_bytes=len(JPEG) - 1)
    assert renditions.ingest(BytesIO(JPEG), max_pixels=1000 * 600, max_bytes=len(JPEG)).width == 1000


def test_damaged_files_are_refused_or_read_but_nothing_else_happens() -> None:
    chance = random.Random(41)
    whole = [
        photographs.with_a_position(photographs.scene(120, 80), photographs.another_profile()),
        photographs.turned(6),
    ]
    whole += [photographs.encoded(photographs.scene(120, 80), format) for format in ("PNG", "WEBP")]
    whole += [photographs.animated("WEBP"), photographs.see_through("PNG", icc_profile=photographs.another_profile())]
    outcomes = set()
    for _round in range(60):
        for data in whole:
            damaged = bytearray(data)
            for _byte in range(chance.randint(1, 30)):
                damaged[chance.randrange(min(len(damaged), 4000))] = chance.randrange(256)
            try:
                outcomes.add(type(ingest(bytes(damaged))))
            except renditions.UnsafeImage as refusal:
                outcomes.add(type(refusal))
    assert outcomes == {renditions.Ingested, renditions.UnsafeImage}


# --- sizes and crops ---


@pytest.mark.parametrize(
    ("size", "planned"),
    [
        ((2560, 1440), [(480, 270), (800, 450), (1200, 675), (1600, 900)]),
        ((1600, 900), [(480, 270), (800, 450), (1200, 675), (1600, 900)]),
        ((1000, 600), [(480, 288), (800, 480), (1000, 600)]),
        ((300, 4), [(300, 4)]),
        ((2560, 1), [(480, 1), (800, 1), (1200, 1), (1600, 1)]),
    ],
)
def test_a_picture_is_never_served_larger_than_it_is(size: tuple[int, int], planned: list[tuple[int, int]]) -> None:
    assert renditions.plan(*size) == planned


@pytest.mark.parametrize("format", renditions.FORMATS)
def test_a_rendition_has_its_format_and_its_size(format: str) -> None:
    image = opened(renditions.render(ingest(JPEG).data, 480, format))
    assert image.format == renditions.FORMATS[format].pillow
    assert image.size == (480, 288)
    assert_shows_the_scene(image)


@pytest.mark.parametrize(
    ("size", "focus", "box"),
    [
        ((2000, 1000), (0.5, 0.5), (500, 0, 1500, 1000)),
        ((2000, 1000), (0.0, 0.9), (0, 0, 1000, 1000)),
        ((2000, 1000), (0.7, 0.2), (900, 0, 1900, 1000)),
        ((1000, 2000), (0.3, 1.0), (0, 1000, 1000, 2000)),
        ((1000, 2000), (0.3, 0.4), (0, 300, 1000, 1300)),
        ((1, 3000), (0.5, 0.5), (0, 1500, 1, 1501)),
    ],
)
def test_a_crop_holds_the_focal_point(
    size: tuple[int, int], focus: tuple[float, float], box: tuple[int, int, int, int]
) -> None:
    assert renditions.crop_box(*size, 1.0, *focus) == box


def test_crops_keep_their_ratio_and_stay_inside_for_any_focal_point() -> None:
    for width, height in ((2560, 1440), (1440, 2560), (1201, 631), (640, 630)):
        for step in range(21):
            left, top, right, bottom = renditions.crop_box(width, height, 1200 / 630, step / 20, 1 - step / 20)
            assert 0 <= left < right <= width
            assert 0 <= top < bottom <= height
            assert abs((right - left) / (bottom - top) - 1200 / 630) < 0.01
            assert left <= width * step / 20 <= right
            assert top <= height * (1 - step / 20) <= bottom


# --- files ---


def test_names_come_from_the_content_alone() -> None:
    name = renditions.stored_name(b"x", "jpg")
    assert name == "images/2d/2d711642b726b04401627ca9fbac32f5c8530fb1.jpg"
    assert renditions.rendition_name(name, 800, "webp") == name.removesuffix(".jpg") + "-800.webp"
    assert renditions.rendition_name(name, 800, "jpeg") == name.removesuffix(".jpg") + "-800.jpg"


@pytest.mark.parametrize("make", [lambda path: FileSystemStorage(location=path), lambda path: InMemoryStorage()])
def test_a_set_is_made_once_and_forgotten_whole(make: Callable[[Path], Storage], tmp_path: Path) -> None:
    storage = make(tmp_path)
    other = renditions.store(storage, ingest(photographs.encoded(photographs.scene(20, 20))))
    name = renditions.store(storage, ingest(JPEG))
    neighbour = storage.save(f"{name[:10]}{'0' * 40}.jpg", ContentFile(b"another picture in the same folder"))
    assert renditions.store(storage, ingest(JPEG)) == name, "the same picture is stored once"
    made = renditions.make_set(storage, name)
    assert made == [renditions.rendition_name(name, w, f) for w in (480, 800, 1000) for f in ("webp", "jpeg")]
    assert renditions.make_set(storage, name) == []
    assert len(renditions.make_set(storage, name, renditions.LATER)) == 3
    storage.delete(made[0])
    assert renditions.make_set(storage, name, renditions.FORMATS) == [made[0]]
    for path in (name, *made):
        with storage.open(path) as stored:
            opened(stored.read())

    renditions.forget(storage, name)
    renditions.forget(storage, name)
    renditions.forget(storage, renditions.stored_name(b"never stored", "jpg"))
    assert not any(storage.exists(path) for path in (name, *made))
    assert storage.exists(other)
    assert storage.exists(neighbour)


def test_files_can_be_read_by_the_web_server(storage: FileSystemStorage) -> None:
    name = renditions.store(storage, ingest(JPEG))
    renditions.make_set(storage, name)
    modes = {stat.S_IMODE((Path(storage.location) / path).stat().st_mode) for path in files(storage)}
    assert modes == {storage.file_permissions_mode or 0o644}


class FullDisk(FileSystemStorage):
    """A disk with room for a few files and half of another."""

    room = 3

    def _save(self, name: str, content: File) -> str:
        if self.room:
            self.room -= 1
            return super()._save(name, content)
        data = content.read()
        super()._save(name, ContentFile(data[: len(data) // 2]))
        assert name.endswith(".part"), "half a file never has the name that readers ask for"
        raise OSError("No space left on device")


def test_a_full_disk_leaves_nothing_of_a_set(tmp_path: Path) -> None:
    name = renditions.store(FileSystemStorage(location=tmp_path), ingest(JPEG))
    full = FullDisk(location=tmp_path)
    with pytest.raises(OSError, match="No space left"):
        renditions.make_set(full, name)
    assert files(full) == [name]
    full.room = 0
    with pytest.raises(OSError, match="No space left"):
        renditions.store(full, ingest(photographs.encoded(photographs.scene(30, 30))))
    assert files(full) == [name]


def test_a_failed_run_keeps_what_an_earlier_one_made(tmp_path: Path) -> None:
    whole = FileSystemStorage(location=tmp_path)
    name = renditions.store(whole, ingest(JPEG))
    earlier = renditions.make_set(whole, name, ["jpeg"])
    with pytest.raises(OSError, match="No space left"):
        renditions.make_set(FullDisk(location=tmp_path), name, ["avif", "webp"])
    assert files(whole) == sorted([name, *earlier])


# --- what a template is told ---


def test_a_picture_offers_the_best_format_first_and_one_that_everyone_can_show() -> None:
    name = "images/ab/abc.png"
    picture = renditions.sources(name, 1000, 600, ["jpeg", "webp", "avif"], sizes="(min-width: 60rem) 40rem, 100vw")
    assert [source.media_type for source in picture.sources] == ["image/avif", "image/webp"]
    assert picture.sources[1].srcset(lambda path: f"/media/{path}") == (
        "/media/images/ab/abc-480.webp 480w, /media/images/ab/abc-800.webp 800w, /media/images/ab/abc-1000.webp 1000w"
    )
    assert picture.fallback.media_type == "image/jpeg"
    assert (picture.src, picture.width, picture.height) == ("images/ab/abc-1000.jpg", 1000, 600)
    assert picture.sizes == "(min-width: 60rem) 40rem, 100vw"


def test_a_picture_without_renditions_falls_back_on_its_original() -> None:
    picture = renditions.sources("images/ab/abc.png", 2560, 1440, [])
    assert picture.sources == ()
    assert (picture.src, picture.fallback.media_type) == ("images/ab/abc.png", "image/png")
    assert (picture.width, picture.height) == (1600, 900)


def test_every_name_that_a_picture_offers_is_one_that_a_set_makes(storage: FileSystemStorage) -> None:
    original = ingest(photographs.see_through("WEBP"))
    name = renditions.store(storage, original)
    made = renditions.make_set(storage, name, renditions.FORMATS)
    picture = renditions.sources(name, original.width, original.height, renditions.FORMATS)
    offered = [path for source in (*picture.sources, picture.fallback) for path, _width in source.candidates]
    assert sorted(offered) == sorted(made)
    for path in made:
        with storage.open(path) as stored:
            assert f"-{opened(stored.read()).width}." in path


def test_a_file_of_no_known_kind_breaks_no_page() -> None:
    found = renditions.sources("images/ab/abcd.damaged", 800, 600, ("webp",))
    assert found.src == "images/ab/abcd.damaged"
    assert found.sources[0].candidates[0][0].endswith(".webp")
