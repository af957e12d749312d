"""Makers of the pictures that tests upload: honest, awkward and hostile ones, all made on the spot."""

import struct
import zlib
from io import BytesIO
from typing import Any

from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

# What a picture may carry beside its pixels; none of it may be found in anything that is stored.
SECRETS = (b"Exif", b"GPS", b"http://ns.adobe.com", b"Photoshop", b"ICC_PROFILE", b"SECRET")
CORNERS = {(0.1, 0.1): "red", (0.9, 0.1): "lime", (0.1, 0.9): "blue", (0.9, 0.9): "white"}

_TRANSPOSED = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def scene(width: int = 1000, height: int = 600, mode: str = "RGB") -> Image.Image:
    """A picture whose four quarters have the colours of CORNERS."""
    image = Image.new("RGB", (width, height))
    for (x, y), colour in CORNERS.items():
        left, top = (0 if x < 0.5 else width // 2), (0 if y < 0.5 else height // 2)
        image.paste(colour, (left, top, left + (width + 1) // 2, top + (height + 1) // 2))
    return image.convert(mode)


def encoded(image: Image.Image, format: str = "JPEG", **options: Any) -> bytes:
    target = BytesIO()
    image.save(target, format, **options)
    return target.getvalue()


def turned(orientation: int) -> bytes:
    """The scene as a camera held that way stores it: pixels turned, with a note of how to turn them back."""
    image = scene()
    if orientation in _TRANSPOSED:
        image = image.transpose(_TRANSPOSED[orientation])
    exif = Image.Exif()
    exif[0x0112] = orientation
    return encoded(image, exif=exif)


def with_a_position(image: Image.Image, profile: bytes | None = None) -> bytes:
    """A JPEG that says where it was taken, by whom and with what, in every place where cameras and editors write."""
    packet = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf exif:GPSLatitude="13,41N" dc:creator="SECRET-XMP"/></x:xmpmeta>'
    segments = (
        (0xE1, b"Exif\0\0" + _camera_notes()),
        (0xE1, b"http://ns.adobe.com/xap/1.0/\0" + packet),
        (0xED, b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x10\x1c\x02\x50\0\x0bSECRET-IPTC"),
        (0xFE, b"SECRET-COMMENT"),
    )
    picture = encoded(image, icc_profile=profile)
    written = b"".join(b"\xff" + bytes([kind]) + struct.pack(">H", len(body) + 2) + body for kind, body in segments)
    return picture[:2] + written + picture[2:]


def see_through_with_a_position(format: str) -> bytes:
    """A PNG or WebP with transparency and the same notes, where these formats have room for them."""
    words = PngInfo()
    words.add_text("Comment", "SECRET-TEXT")
    words.add_itxt("XML:com.adobe.xmp", "SECRET-XMP")
    notes = {"exif": b"Exif\0\0" + _camera_notes(), "xmp": b"SECRET-XMP", "icc_profile": another_profile()}
    return see_through(format, **notes, **({"pnginfo": words} if format == "PNG" else {}))


def _camera_notes() -> bytes:
    """A TIFF block with a maker, a position (13° 41' N, 89° 11' W) and a thumbnail with a comment of its own."""
    thumbnail = encoded(scene(80, 60), comment=b"SECRET-THUMBNAIL")
    maker = b"SECRET-CAMERA\0"
    first, gps = 8, 8 + 2 + 12 * 2 + 4
    second = gps + 2 + 12 * 4 + 4
    data = second + 2 + 12 * 2 + 4
    latitude, longitude, preview = data + len(maker), data + len(maker) + 24, data + len(maker) + 48

    def entry(tag: int, kind: int, count: int, value: bytes) -> bytes:
        return struct.pack(">HHI", tag, kind, count) + value.ljust(4, b"\0")

    def directory(entries: list[bytes], following: int) -> bytes:
        return struct.pack(">H", len(entries)) + b"".join(entries) + struct.pack(">I", following)

    def at(offset: int) -> bytes:
        return struct.pack(">I", offset)

    return b"".join(
        [
            b"MM\0*" + at(first),
            directory([entry(0x010F, 2, len(maker), at(data)), entry(0x8825, 4, 1, at(gps))], second),
            directory(
                [
                    entry(1, 2, 2, b"N\0"),
                    entry(2, 5, 3, at(latitude)),
                    entry(3, 2, 2, b"W\0"),
                    entry(4, 5, 3, at(longitude)),
                ],
                0,
            ),
            directory([entry(0x0201, 4, 1, at(preview)), entry(0x0202, 4, 1, at(len(thumbnail)))], 0),
            maker,
            struct.pack(">6I", 13, 1, 41, 1, 0, 1),
            struct.pack(">6I", 89, 1, 11, 1, 0, 1),
            thumbnail,
        ]
    )


def another_profile() -> bytes:
    """A colour profile in which red and blue have changed places, so that passing it over is plain to see."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return profile.replace(b"rXYZ", b"????", 1).replace(b"bXYZ", b"rXYZ", 1).replace(b"????", b"bXYZ", 1)


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png_with_a_bomb_in_its_comment() -> bytes:
    """A small PNG with a comment that unpacks to a thousand times its size."""
    picture = encoded(scene(60, 40), "PNG")
    header = 8 + 25
    return picture[:header] + _chunk(b"zTXt", b"Comment\0\0" + zlib.compress(b"x" * 20_000_000)) + picture[header:]


def png_of_any_size(width: int, height: int) -> bytes:
    """A PNG of a few dozen bytes whose header claims this size."""
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", header)
        + _chunk(b"IDAT", zlib.compress(b"\0" * 9))
        + _chunk(b"IEND", b"")
    )


def webp_of_any_size(width: int, height: int) -> bytes:
    """A WebP whose canvas claims this size around a picture of 8 × 8."""
    frame = encoded(Image.new("RGB", (8, 8)), "WEBP", lossless=True)[12:]
    canvas = (
        b"VP8X" + struct.pack("<II", 10, 0) + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    )
    body = b"WEBP" + canvas + frame
    return b"RIFF" + struct.pack("<I", len(body)) + body


def see_through(format: str, **options: Any) -> bytes:
    """The scene with a round hole of half transparency in its middle."""
    image = scene(mode="RGBA")
    image.putalpha(Image.radial_gradient("L").resize(image.size))
    return encoded(image, format, **options)


def animated(format: str) -> bytes:
    """Three frames: the scene, then black, then white."""
    frames = [Image.new("RGB", (1000, 600), colour) for colour in ("black", "white")]
    return encoded(scene(), format, save_all=True, append_images=frames, duration=100)
