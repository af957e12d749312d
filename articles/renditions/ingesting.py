"""From an uploaded file to a clean original, or to a refusal that an editor understands."""

import re
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import IO

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from .formats import ACCEPTED, ORIGINALS, encoded

MAX_BYTES = 40 * 1024 * 1024
MAX_PIXELS = 80_000_000
LONGEST_EDGE = 2560  # pixels: sharp across any page at twice the density of an ordinary screen

# The limit of the decoders themselves, for the whole process: they ask before they reserve memory.
Image.MAX_IMAGE_PIXELS = MAX_PIXELS
warnings.simplefilter("error", Image.DecompressionBombWarning)

_SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
_DAMAGED = _("The picture is damaged or incomplete and can't be read.")
_ACCEPTED_STARTS = (b"\xff\xd8\xff", b"\x89PNG", b"RIFF")
# What else editors try to upload, by its first bytes, so that the refusal can name it.
_OTHER_KINDS: Mapping[str, str] = {
    "HTML": r"\W*<(!doctype html|html|head|body|script)\b",
    "SVG": r"(?=.*<svg)\W*<",
    "GIF": r"GIF8",
    "TIFF": r"II\*\0|MM\0\*",
    "AVIF": r"....ftypavi[fs]",
    "HEIC": r"....ftyp(hei|hev|mif|msf)",
    "PDF": r"%PDF",
    "BMP": r"BM",
}


class UnsafeImage(ValueError):
    """A picture that is not taken in. Its text says why, to an editor and in the editor's language."""

    def __init__(self, reason: str | Promise) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Ingested:
    """A clean original, ready to be stored. Width and height are in pixels, upright."""

    data: bytes
    format: str
    extension: str
    width: int
    height: int


def ingest(uploaded: IO[bytes], *, max_bytes: int = MAX_BYTES, max_pixels: int = MAX_PIXELS) -> Ingested:
    """The clean original of an uploaded JPEG, PNG or WebP; of an animation, its first frame.

    A picture with transparency stays what it was, any other becomes a JPEG. Raises UnsafeImage for everything else:
    other formats whatever they are called, damaged files, and pictures beyond the limits. Pixels are counted from
    the header, before any are decoded.
    """
    uploaded.seek(0)
    data = uploaded.read(max_bytes + 1)
    if len(data) > max_bytes:
        raise UnsafeImage(format_lazy(_("The file is larger than {limit} MB."), limit=max_bytes // 1024**2))
    try:
        return _ingest(data, max_pixels)
    except UnsafeImage:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_many_pixels(max_pixels) from error
    except UnidentifiedImageError as error:
        raise UnsafeImage(_name_the_kind(data)) from error
    # Decoders answer hostile bytes with almost any exception, MemoryError and struct.error among them; whichever it
    # is, the picture can't be read.
    except Exception as error:
        raise UnsafeImage(_DAMAGED) from error


def _ingest(data: bytes, max_pixels: int) -> Ingested:
    with Image.open(BytesIO(data), formats=ACCEPTED) as image:
        width, height = image.size
        if width * height > max_pixels:
            raise _too_many_pixels(max_pixels)
        source = "JPEG" if image.format == "MPO" else str(image.format)
        scale = min(1, LONGEST_EDGE / max(width, height))
        image.draft(None, (round(width * scale), round(height * scale)))  # lets a JPEG decode fewer pixels
        image.load()
        clean = fresh(_bounded(_continuous(ImageOps.exif_transpose(image)), image.info.get("icc_profile")))
    original = ORIGINALS[source if clean.mode == "RGBA" and source != "JPEG" else "JPEG"]
    return Ingested(encoded(clean, original), original.pillow, original.extension, *clean.size)


def _continuous(image: Image.Image) -> Image.Image:
    """The image in a mode that can be scaled and matched: no palette, no 16-bit channel, transparency as alpha."""
    if image.mode.startswith("I"):
        image = image.point(lambda value: value * (1 / 256)).convert("L")
    if image.has_transparency_data:
        return image.convert("RGBA")
    return image if image.mode in ("RGB", "L", "CMYK") else image.convert("RGB")


def _bounded(image: Image.Image, profile: bytes | None) -> Image.Image:
    """The image within LONGEST_EDGE, in sRGB. A profile that doesn't fit the pixels is passed over, as browsers do."""
    image.thumbnail((LONGEST_EDGE, LONGEST_EDGE), Image.Resampling.LANCZOS)
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    if profile:
        try:
            own = ImageCms.ImageCmsProfile(BytesIO(profile))
            return ImageCms.profileToProfile(image, own, _SRGB, outputMode=mode) or image
        except (ImageCms.PyCMSError, OSError):
            pass
    return image.convert(mode)


def fresh(image: Image.Image) -> Image.Image:
    """The same pixels and nothing else; an alpha channel that hides nothing goes too."""
    if image.mode == "RGBA" and image.getchannel("A").getextrema()[0] == 255:
        image = image.convert("RGB")
    fresh = Image.new(image.mode, image.size)
    fresh.paste(image)
    return fresh


def _too_many_pixels(limit: int) -> UnsafeImage:
    reason = _("The picture has more than {limit} million pixels. Make it smaller before you upload it.")
    return UnsafeImage(format_lazy(reason, limit=limit // 1_000_000))


def _name_the_kind(data: bytes) -> str | Promise:
    if data.startswith(_ACCEPTED_STARTS):
        return _DAMAGED
    start = data[:1024].decode("utf-8", "replace")
    for kind, pattern in _OTHER_KINDS.items():
        if re.match(pattern, start, re.IGNORECASE | re.DOTALL):
            return format_lazy(_("This is a {kind} file. Upload a JPEG, PNG or WebP picture."), kind=kind)
    return _("This is not a picture that can be read. Upload a JPEG, PNG or WebP picture.")
