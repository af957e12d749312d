"""What the pictures are painted on: ink, paper and one accent, on a canvas of twice the final size.

Reducing it at the end is what smooths the edges. Painters measure in final pixels (1600 by 900).
"""

import math
import random
from collections.abc import Callable, Iterable
from io import BytesIO

from PIL import Image, ImageChops, ImageDraw, ImageFilter

WIDTH, HEIGHT = 1600, 900
SCALE = 2
QUALITY = 84

Colour = tuple[int, int, int]
Point = tuple[float, float]

INK: Colour = (24, 31, 40)
PAPER: Colour = (243, 238, 227)
ACCENT: Colour = (184, 62, 40)


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """The colour `share` (0 to 1) of the way from `first` to `second`."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue


def tone(lightness: float) -> Colour:
    """A grey of the house: 0 is ink, 1 is paper."""
    return mix(INK, PAPER, lightness)


def seeded(seed: int) -> random.Random:
    """Chance that falls the same way each time."""
    return random.Random(seed)  # noqa: S311 - it scatters leaves and windows, it guards nothing


class Sheet:
    """A canvas measured in final pixels. Colours may carry an opacity from 0 to 255 as a fourth number."""

    def __init__(self, background: Colour) -> None:
        self.image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), background)
        self.pen = ImageDraw.Draw(self.image, "RGBA")

    def area(self, points: Iterable[Point], colour: tuple[int, ...]) -> None:
        self.pen.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=colour)

    def line(self, points: Iterable[Point], colour: tuple[int, ...], width: float) -> None:
        path = [(x * SCALE, y * SCALE) for x, y in points]
        # Rounded joints cost more than the line itself, and on a thin one nobody sees them.
        joint = "curve" if width > 3 else None
        self.pen.line(path, fill=colour, width=max(1, round(width * SCALE)), joint=joint)

    def box(self, left: float, top: float, right: float, bottom: float, colour: tuple[int, ...]) -> None:
        self.pen.rectangle([left * SCALE, top * SCALE, right * SCALE - 1, bottom * SCALE - 1], fill=colour)

    def oval(self, x: float, y: float, across: float, down: float, colour: tuple[int, ...]) -> None:
        """An ellipse by its centre and its two radii."""
        corners = [(x - across) * SCALE, (y - down) * SCALE, (x + across) * SCALE, (y + down) * SCALE]
        self.pen.ellipse(corners, fill=colour)

    def fade(self, box: tuple[int, int, int, int], top: Colour, bottom: Colour) -> None:
        """A smooth change of colour from the top of `box` (left, top, right, bottom) to its foot."""
        left, upper, right, lower = (side * SCALE for side in box)
        size = (right - left, lower - upper)
        mask = Image.linear_gradient("L").resize(size)
        self.image.paste(
            Image.composite(Image.new("RGB", size, bottom), Image.new("RGB", size, top), mask), (left, upper)
        )

    def shadow(self, points: Iterable[Point], opacity: int, blur: float) -> None:
        """A soft shadow in the shape of a polygon; drawn small, because blurring a large canvas is slow."""
        small = Image.new("L", (WIDTH // 4, HEIGHT // 4), 0)
        ImageDraw.Draw(small).polygon([(x / 4, y / 4) for x, y in points], fill=opacity)
        mask = small.filter(ImageFilter.GaussianBlur(blur / 4)).resize(self.image.size, Image.Resampling.BILINEAR)
        self.image.paste(INK, (0, 0), mask)

    def encode(self) -> bytes:
        """The finished picture as JPEG, with a trace of grain so that flat areas don't look like plastic."""
        final = self.image.reduce(SCALE)
        noise = Image.frombytes("L", (WIDTH // 2, HEIGHT // 2), seeded(7).randbytes(WIDTH * HEIGHT // 4))
        grain = noise.resize(final.size, Image.Resampling.BICUBIC).point([128 + (n - 128) // 24 for n in range(256)])
        final = ImageChops.add(final, Image.merge("RGB", [grain] * 3), 1, -128)
        out = BytesIO()
        final.save(out, "JPEG", quality=QUALITY, optimize=True, progressive=True)
        return out.getvalue()


def turned(x: float, y: float, degrees: float) -> Callable[[float, float], Point]:
    """How a point of a page (u to the right, v down, from its middle) lies on the table."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return lambda u, v: (x + u * cos - v * sin, y + u * sin + v * cos)
