"""The formats that pictures are taken in, stored and served in."""

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from PIL import Image

ACCEPTED = ("JPEG", "PNG", "WEBP")  # as the decoders call them


@dataclass(frozen=True)
class Format:
    """How Pillow writes a format, and how files and pages name it."""

    pillow: str
    extension: str
    media_type: str
    options: Mapping[str, Any]


WIDTHS = (480, 800, 1200, 1600)
# Best first, as a browser should choose. AVIF takes about half a second an image: it is made later, in the background.
FORMATS: Mapping[str, Format] = {
    "avif": Format("AVIF", "avif", "image/avif", {"quality": 55}),
    "webp": Format("WEBP", "webp", "image/webp", {"quality": 76, "method": 4}),
    "jpeg": Format("JPEG", "jpg", "image/jpeg", {"quality": 80, "optimize": True, "progressive": True}),
}
AT_ONCE = ("webp", "jpeg")
LATER = ("avif",)
SHARE_SIZE = (1200, 630)  # what social networks show beside a link
ORIGINALS: Mapping[str, Format] = {
    "JPEG": Format("JPEG", "jpg", "image/jpeg", {"quality": 92, "subsampling": 0, "optimize": True}),
    "PNG": Format("PNG", "png", "image/png", {"optimize": True}),
    "WEBP": Format("WEBP", "webp", "image/webp", {"quality": 92, "method": 4}),
}


def encoded(image: Image.Image, written: Format) -> bytes:
    """The image as a file. JPEG shows what is transparent as white."""
    if image.mode == "RGBA" and written.pillow == "JPEG":
        page = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(page, image).convert("RGB")
    target = BytesIO()
    image.save(target, written.pillow, **written.options)
    return target.getvalue()
