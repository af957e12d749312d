"""Pictures: what an editor uploads becomes a clean original, and the original the sizes that pages serve.

Nothing that came in is ever stored: the pixels are decoded, turned upright, brought to sRGB, bounded to
``LONGEST_EDGE``, moved to a new image and encoded afresh, so places, cameras, names and comments stay behind.
Original and renditions are named after the content of the clean original, never after the uploaded file.
"""

from .formats import AT_ONCE, FORMATS, LATER, SHARE_SIZE, WIDTHS, Format
from .ingesting import LONGEST_EDGE, MAX_BYTES, MAX_PIXELS, Ingested, UnsafeImage, ingest
from .making import (
    crop_box,
    forget,
    make_set,
    plan,
    render,
    rendition_name,
    store,
    stored_name,
    write,
)
from .picture import Picture, Source, sources

__all__ = [
    "AT_ONCE",
    "FORMATS",
    "LATER",
    "LONGEST_EDGE",
    "MAX_BYTES",
    "MAX_PIXELS",
    "SHARE_SIZE",
    "WIDTHS",
    "Format",
    "Ingested",
    "Picture",
    "Source",
    "UnsafeImage",
    "crop_box",
    "forget",
    "ingest",
    "make_set",
    "plan",
    "render",
    "rendition_name",
    "sources",
    "store",
    "stored_name",
    "write",
]
