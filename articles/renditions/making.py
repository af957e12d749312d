"""From a stored original to the files that pages serve, and the names of all of these."""

import hashlib
import posixpath
import uuid
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path, PurePosixPath

from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, Storage
from PIL import Image

from .formats import ACCEPTED, AT_ONCE, FORMATS, WIDTHS, encoded
from .ingesting import Ingested, fresh


def plan(width: int, height: int) -> list[tuple[int, int]]:
    """The sizes in pixels that a picture is served in, from the smallest; never larger than it is."""
    widths = [candidate for candidate in WIDTHS if candidate < width]
    if width <= WIDTHS[-1]:
        widths.append(width)
    return [(candidate, max(1, round(height * candidate / width))) for candidate in widths]


def render(data: bytes, width: int, format: str) -> bytes:
    """A stored original, ``width`` pixels wide, in one of FORMATS. JPEG shows transparency as white."""
    with Image.open(BytesIO(data), formats=ACCEPTED) as image:
        return encoded(_resized(image, width), FORMATS[format])


def _resized(image: Image.Image, width: int) -> Image.Image:
    size = (width, max(1, round(image.height * width / image.width)))
    return fresh(image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0))


def crop_box(width: int, height: int, ratio: float, focal_x: float, focal_y: float) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of the largest part of this ratio (width / height), as near the focal point as
    the edges allow. The focal point is in fractions of the width and the height."""
    box_width = max(1, min(width, round(height * ratio)))
    box_height = max(1, min(height, round(width / ratio)))
    left = min(max(0, round(width * focal_x - box_width / 2)), width - box_width)
    top = min(max(0, round(height * focal_y - box_height / 2)), height - box_height)
    return left, top, left + box_width, top + box_height


def stored_name(data: bytes, extension: str) -> str:
    """Where a clean original is stored: its own digest, so the same picture has the same name."""
    digest = hashlib.sha256(data).hexdigest()[:40]
    return f"images/{digest[:2]}/{digest}.{extension}"


def rendition_name(name: str, width: int, format: str) -> str:
    """Where the rendition of a stored original is: ``images/ab/abcd-800.webp``."""
    return f"{stem_of(name)}-{width}.{FORMATS[format].extension}"


def stem_of(name: str) -> str:
    """What the names of all renditions of a stored original begin with."""
    return posixpath.splitext(name)[0]


def store(storage: Storage, original: Ingested) -> str:
    """Write a clean original unless it is there already. Its name."""
    name = stored_name(original.data, original.extension)
    if not storage.exists(name):
        write(storage, name, original.data)
    return name


def make_set(storage: Storage, name: str, formats: Iterable[str] = AT_ONCE) -> list[str]:
    """Write the renditions of a stored original that aren't there yet. The names of those written.

    Each file appears whole or not at all; if one fails, those written by this call go too, and the error is raised.
    """
    wanted = tuple(formats)
    written: list[str] = []
    with storage.open(name) as stored, Image.open(BytesIO(stored.read()), formats=ACCEPTED) as image:
        try:
            for width, _height in plan(*image.size):
                names = {rendition_name(name, width, format): FORMATS[format] for format in wanted}
                missing = {target: format for target, format in names.items() if not storage.exists(target)}
                resized = _resized(image, width) if missing else image
                for target, format in missing.items():
                    write(storage, target, encoded(resized, format))
                    written.append(target)
        except BaseException:
            for target in written:
                storage.delete(target)
            raise
    return written


def forget(storage: Storage, name: str) -> None:
    """Delete a stored original with everything made from it. Not an error if some or all of it is gone."""
    path = PurePosixPath(name)
    try:
        _folders, files = storage.listdir(str(path.parent))
    except FileNotFoundError:
        return
    for file in files:
        if file.startswith((f"{path.stem}.", f"{path.stem}-")):
            storage.delete(str(path.parent / file))


def write(storage: Storage, name: str, data: bytes) -> None:
    """Write one whole file. A file system takes it under another name first, so no reader meets half of it."""
    if not isinstance(storage, FileSystemStorage):
        saved = storage.save(name, ContentFile(data))
        if saved != name:  # someone else has just written the same content under this name
            storage.delete(saved)
        return
    partial = f"{name}.{uuid.uuid4().hex}.part"
    try:
        storage.save(partial, ContentFile(data))
        Path(storage.path(partial)).replace(storage.path(name))
    except BaseException:
        storage.delete(partial)
        raise
