"""The pictures of the demonstration edition, painted with Pillow when the edition is built.

Every picture is a pure function of its key: ink, paper and one accent, on a canvas of twice the final size.
Reducing it at the end is what smooths the edges. Painters measure in final pixels (1600 by 900).
"""

import math
import random
from collections.abc import Callable, Iterable
from io import BytesIO

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from .shapes import Both, Drawing

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


def assembly() -> bytes:
    """A conference hall: a row of hanging flags above a horseshoe of tables."""
    sheet = Sheet(tone(0.16))
    sheet.fade((0, 0, WIDTH, 520), tone(0.30), tone(0.14))
    sheet.fade((0, 520, WIDTH, HEIGHT), tone(0.80), tone(0.97))
    shades = [0.62, 0.42, 0.78, 0.52, 0.70, 0.36]
    for place in range(15):
        _flag(sheet, 100 + place * 100, ACCENT if place == 9 else tone(shades[place % len(shades)]))
    sheet.box(0, 512, WIDTH, 522, tone(0.05))
    for grow, colour in ((26, tone(0.70)), (0, tone(0.20))):
        sheet.oval(800, 960 + grow / 2, 690 + grow, 340 + grow / 3, colour)
    sheet.oval(800, 952, 690, 338, tone(0.34))
    sheet.oval(800, 968, 520, 236, tone(0.12))
    sheet.oval(800, 980, 520, 236, tone(0.90))
    for seat in range(17):
        angle = math.radians(190 + seat * 10)
        x, y = 800 + 600 * math.cos(angle), 960 + 290 * math.sin(angle)
        sheet.area([(x - 26, y + 7), (x - 19, y - 9), (x + 19, y - 9), (x + 26, y + 7)], tone(0.93))
        sheet.box(x - 9, y - 24, x + 9, y - 12, ACCENT if seat == 11 else tone(0.62))
        x, y = 800 + 765 * math.cos(angle), 950 + 385 * math.sin(angle)
        sheet.oval(x, y + 22, 30, 9, (*tone(0.5), 150))
        sheet.pen.rounded_rectangle(
            [(x - 24) * SCALE, (y - 34) * SCALE, (x + 24) * SCALE, (y + 20) * SCALE],
            12 * SCALE,
            fill=tone(0.07),
        )
    return sheet.encode()


def _flag(sheet: Sheet, x: float, cloth: Colour) -> None:
    """A flag at rest on its pole, the cloth falling in three folds."""
    foot, top = 512, 96
    sheet.area([(x, top + 20), (x + 46, top + 74), (x + 58, 330), (x + 40, 372), (x + 6, 350)], cloth)
    sheet.area([(x, top + 20), (x + 22, top + 62), (x + 24, 356), (x + 6, 350)], (*INK, 40))
    sheet.area([(x + 36, top + 66), (x + 46, top + 74), (x + 58, 330), (x + 47, 356)], (*INK, 60))
    sheet.line([(x, top), (x, foot)], tone(0.82), 5)
    sheet.oval(x, top - 4, 7, 7, tone(0.95))


def borders() -> bytes:
    """Mountain ridges, one behind the other, and a border line that climbs over them."""
    sheet = Sheet(tone(1))
    sheet.fade((0, 0, WIDTH, 420), tone(0.86), tone(1))
    sheet.oval(1180, 210, 92, 92, tone(0.97))
    draw = seeded(12)
    waves = [(draw.uniform(0.002, 0.011), draw.uniform(0, 6.3), draw.uniform(0.4, 1)) for _ in range(7)]
    ridges = 44
    trail: list[Point] = []
    for ridge in range(ridges):
        depth = ridge / (ridges - 1)
        crest = [(x, _ground(x, depth, waves)) for x in range(-12, WIDTH + 25, 12)]
        sheet.area([*crest, (WIDTH, HEIGHT), (0, HEIGHT)], mix(tone(0.95), tone(0.16), depth**0.8))
        sheet.line(crest, mix(tone(0.55), tone(0.04), depth), 1.2 + 0.8 * depth)
        x = 700 + 330 * math.sin(depth * 3.4 + 0.5) * (0.35 + depth) - 180 * depth
        trail.append((x, _ground(x, depth, waves)))
        if len(trail) > 1 and ridge % 3 != 0:
            sheet.line(trail[-2:], ACCENT, 3 + 5 * depth)
            sheet.oval(*trail[-1], 1.5 + 2.5 * depth, 1.5 + 2.5 * depth, ACCENT)
    return sheet.encode()


def _ground(x: float, depth: float, waves: list[tuple[float, float, float]]) -> float:
    """How high the land stands at `x`, from the farthest ridge (depth 0) to the nearest (1)."""
    swell = sum(size * math.sin(x * rate + start + depth * 4.73) for rate, start, size in waves)
    rise = 0.35 + math.exp(-(((x - 620 - 260 * depth) / 420) ** 2))
    return float(330 + 600 * depth**1.35 - (58 - 16 * depth) * rise * (1.2 + 0.45 * swell))


def columns() -> bytes:
    """The portico of a court in low sun, its door left open."""
    sheet = Sheet(tone(0.86))
    sheet.fade((0, 150, WIDTH, 760), tone(0.26), tone(0.10))
    sheet.box(690, 300, 910, 760, tone(0.04))
    sheet.box(704, 314, 896, 760, ACCENT)
    sheet.area([(704, 760), (704, 314), (784, 346), (784, 744)], mix(ACCENT, INK, 0.45))
    for step, (top, bottom) in enumerate(((750, 800), (800, 850), (850, 900))):
        sheet.box(0, top, WIDTH, bottom, tone(0.92 - step * 0.07))
        sheet.box(0, bottom - 12, WIDTH, bottom, tone(0.60 - step * 0.07))
    sheet.area([(764, 750), (838, 750), (1010, 900), (830, 900)], (*ACCENT, 105))
    for place in range(8):
        _column(sheet, -5 + place * 230)
    sheet.box(0, 0, WIDTH, 128, tone(0.93))
    sheet.box(0, 84, WIDTH, 92, tone(0.66))
    sheet.box(0, 128, WIDTH, 152, tone(0.48))
    for tooth in range(0, WIDTH, 40):
        sheet.box(tooth + 6, 98, tooth + 28, 122, tone(0.72))
    return sheet.encode()


def _column(sheet: Sheet, x: float) -> None:
    """One fluted column, lit from the left, with its cap and base."""
    for flute in range(12):
        left, right = (x + 52 * math.sin(math.radians(-90 + edge * 15)) for edge in (flute, flute + 1))
        light = 0.98 - 0.70 * (flute / 11) ** 1.3
        sheet.area(
            [(left, 190), (right, 190), (x + (right - x) * 1.12, 716), (x + (left - x) * 1.12, 716)],
            tone(light),
        )
        sheet.line([(right, 196), (x + (right - x) * 1.12, 712)], (*INK, 70), 1.5)
    for half, top, bottom in ((62, 178, 192), (74, 150, 180), (66, 714, 732), (78, 730, 752)):
        sheet.box(x - half, top, x + half, bottom, tone(0.90))
        sheet.box(x + half * 0.35, top, x + half, bottom, tone(0.58))
        sheet.box(x - half, bottom - 3, x + half, bottom, (*INK, 90))


def canopy() -> bytes:
    """Forest from above, with a logging road and its spurs cut into it."""
    sheet = Sheet(tone(0.04))
    draw = seeded(41)
    road: list[Point] = [
        (x, 610 - 0.16 * x + 95 * math.sin(x / 260) + 22 * math.sin(x / 95)) for x in range(-20, WIDTH + 40, 20)
    ]
    spurs = [_spur(road[start], 1 if start % 2 else -1, draw) for start in (17, 28, 37, 48, 57, 66)]
    cleared = [(x, y, 30.0) for x, y in road] + [(x, y, 20.0) for spur in spurs for x, y in spur]
    spots = sorted((draw.uniform(-30, 930), draw.uniform(-30, 1630)) for _ in range(2100))
    grid: dict[tuple[int, int], list[tuple[float, float, float]]] = {}
    for x, y, reach in cleared:
        for column in range(int(x // 50) - 1, int(x // 50) + 2):
            for row in range(int(y // 50) - 1, int(y // 50) + 2):
                grid.setdefault((column, row), []).append((x, y, reach))
    paths: list[tuple[list[Point], float]] = [(road, 32.0), *((spur, 17.0) for spur in spurs)]
    for path, width in paths:
        sheet.line(path, tone(0.02), width + 30)
    for path, width in paths:
        sheet.line(path, ACCENT, width)
    for y, x in spots:
        size = draw.uniform(15, 36)
        near = grid.get((int(x // 50), int(y // 50)), [])
        if all(math.hypot(x - a, y - b) > reach + size * 0.45 for a, b, reach in near):
            _crown(sheet, x, y, size, draw)
    return sheet.encode()


def _spur(start: Point, side: int, draw: random.Random) -> list[Point]:
    """A side track that leaves the road at `start`, upwards (-1) or downwards (1)."""
    x, y = start
    lean, length = draw.uniform(2, 9), draw.randint(12, 21)
    return [(x + lean * step + 7 * math.sin(step / 2), y + side * 15 * step) for step in range(length)]


def _crown(sheet: Sheet, x: float, y: float, size: float, draw: random.Random) -> None:
    """A tree seen from above: shadow, crown, and the side that the sun reaches."""
    light = draw.uniform(0.10, 0.27)
    sheet.oval(x + size * 0.25, y + size * 0.32, size * 1.1, size * 1.1, (*tone(0), 130))
    start = draw.uniform(0, 60)
    for part, lift, shift in ((0.62, 0.0, 0.0), (0.44, 0.06, -0.16), (0.26, 0.15, -0.30)):
        for lobe in range(7):
            angle = math.radians(start + lobe * 51.4)
            across, down = part * math.cos(angle) + shift, part * math.sin(angle) + shift
            sheet.oval(x + size * across, y + size * down, size * part * 0.66, size * part * 0.66, tone(light + lift))


def port() -> bytes:
    """A container terminal across the water, with three gantry cranes against a low sun."""
    sheet = Sheet(tone(0.95))
    sheet.fade((0, 0, WIDTH, 640), tone(0.80), tone(1))
    sheet.oval(1130, 430, 150, 150, mix(PAPER, ACCENT, 0.16))
    draw = seeded(5)
    for x, high in ((170, 420), (560, 470), (1250, 440)):
        _crane(sheet, x, high)
    shades = (0.08, 0.14, 0.22, 0.32, 0.45, 0.58, 0.70)
    stacks = (2, 3, 4, 4, 3, 4, 5, 5, 4, 2, 1, 3, 4, 5, 4, 3, 3, 4, 5, 4, 4, 3, 2, 3, 2)
    for place, high in enumerate(stacks):
        for level in range(high):
            start, foot = place * 66 - 20, 690 - level * 34
            colour = ACCENT if (place, level) == (13, 3) else tone(draw.choice(shades))
            sheet.box(start - 2, foot - 34, start + 66, foot, tone(0.92))
            sheet.box(start, foot - 33, start + 64, foot, colour)
            for rib in range(start + 6, start + 60, 8):
                sheet.line([(rib, foot - 29), (rib, foot - 4)], (*INK, 45), 1.5)
    sheet.box(0, 690, WIDTH, 716, tone(0.04))
    sheet.fade((0, 716, WIDTH, HEIGHT), tone(0.34), tone(0.72))
    for _ in range(260):  # light on the water
        depth = draw.random() ** 1.4
        left, y, length = draw.uniform(-60, WIDTH), 722 + depth * 176, draw.uniform(20, 60) + depth * 110
        lit = abs(left + length / 2 - 1130) < 170 * (0.6 + depth)
        glint = (*mix(PAPER, ACCENT, 0.25), 190) if lit else (*tone(draw.choice((0.12, 0.2, 0.9))), 90)
        sheet.line([(left, y), (left + length, y)], glint, 1.2 + 2.4 * depth)
    return sheet.encode()


def _crane(sheet: Sheet, x: float, high: float) -> None:
    """A ship-to-shore crane: legs, boom over the water to the right, stays and a hanging load."""
    top, iron = 690 - high, tone(0.20)
    for leg in (x, x + 120):
        sheet.line([(leg, 690), (leg + 8, top + 90)], iron, 11)
    sheet.line([(x, 560), (x + 124, 560)], iron, 8)
    sheet.line([(x + 2, 680), (x + 126, 562)], iron, 4)
    sheet.line([(x - 130, top + 90), (x + 330, top + 90)], iron, 12)
    sheet.line([(x + 60, top + 84), (x + 74, top - 30)], iron, 8)
    for end in (x - 120, x + 190, x + 322):
        sheet.line([(x + 74, top - 28), (end, top + 86)], iron, 3)
    sheet.box(x - 60, top + 96, x - 8, top + 122, iron)
    for cable in (x + 226, x + 254):
        sheet.line([(cable, top + 96), (cable, top + 170)], iron, 2)
    sheet.box(x + 206, top + 170, x + 274, top + 202, tone(0.12))


def ledger() -> bytes:
    """An open account book: two ruled pages of entries, one of them ringed."""
    sheet = Sheet(tone(0.20))
    sheet.fade((0, 0, WIDTH, HEIGHT), tone(0.26), tone(0.10))
    sheet.shadow([(120, 100), (1530, 100), (1530, 960), (120, 960)], 210, 40)
    for edge in range(5, 0, -1):
        sheet.box(100 - edge * 5, 74 + edge * 3, 1500 + edge * 5, HEIGHT, tone(0.86 - edge * 0.05))
    sheet.box(100, 74, 1500, HEIGHT, tone(0.99))
    draw = seeded(23)
    for left in (100, 800):
        for row in range(19):
            y = 176 + row * 42
            sheet.line([(left + 26, y), (left + 674, y)], (*tone(0.45), 130), 1.5)
            _entry(sheet, left + 56, y - 8, draw.uniform(120, 250), draw)
            for column in (400, 530):
                if draw.random() < 0.72 or row == 7:
                    _entry(sheet, left + column + draw.uniform(0, 24), y - 8, 1, draw)
        for column in (384, 514, 640):
            sheet.line([(left + column, 104), (left + column, HEIGHT)], (*ACCENT, 150), 1.6)
        sheet.line([(left + 26, 134), (left + 674, 134)], tone(0.2), 3)
    for reach in range(6, 90, 7):
        sheet.box(800 - reach, 74, 800 + reach, HEIGHT, (*INK, 8))
    turn = [math.radians(angle) for angle in range(-40, 352, 4)]
    ring = [(1376 + (60 + 4 * a) * math.cos(a), 453 + (27 + 2 * a) * math.sin(a)) for a in turn]
    sheet.line(ring, ACCENT, 5)
    return sheet.encode()


def _entry(sheet: Sheet, x: float, y: float, length: float, draw: random.Random) -> None:
    """Handwriting that says nothing: words are added until they fill `length`, one at least."""
    end = x + length
    while x < end:
        letters, tall = draw.randint(3, 8), draw.randint(0, 2)
        word = []
        for step in range(letters * 6 + 1):
            reach = 15 if step // 6 == tall else 7.5
            turn = step / 6 * math.tau
            word.append((x + step * 1.45 + 3.2 * math.sin(turn), y - reach * (0.5 - 0.5 * math.cos(turn))))
        sheet.line(word, tone(0.16), 2)
        x += letters * 8.7 + 15


def treaty() -> bytes:
    """Sheets of an agreement on a dark table, signed, with ribbon and seal."""
    sheet = Sheet(tone(0.12))
    sheet.fade((0, 0, WIDTH, HEIGHT), tone(0.22), tone(0.08))
    draw = seeded(3)
    for turn, x, light in ((-13, 700, 0.74), (9, 900, 0.86), (-3, 800, 1.0)):
        place = _page(x, 520, turn)
        corners = [place(u, v) for u, v in ((-330, -430), (330, -430), (330, 470), (-330, 470))]
        sheet.shadow([(a + 12, b + 16) for a, b in corners], 190, 26)
        sheet.area(corners, tone(light))
    for row in range(13):
        v = -300 + row * 30 + (26 if row > 5 else 0)
        end = 250 if row not in (5, 12) else draw.uniform(-40, 120)
        sheet.line([place(-250, v), place(end, v)], tone(0.62), 6)
    sheet.line([place(-110, -358), place(110, -358)], tone(0.22), 13)
    for column, u in enumerate((-250, -60)):
        sheet.line([place(u, 262), place(u + 150, 262)], tone(0.35), 2)
        strokes = range(0, 130 - column * 14)
        wave = [
            (u + 8 + s + 9 * math.cos(s * 0.31), 246 - 22 * math.sin(s * 0.31 + column) * (1 - s / 150))
            for s in strokes
        ]
        sheet.line([place(a, b) for a, b in wave], tone(0.06), 3)
    for lean in (-34, 26):
        tail = ((175, 210), (205, 210), (205 + lean, 372), (188 + lean, 352), (168 + lean, 372))
        sheet.area([place(u, v) for u, v in tail], mix(ACCENT, INK, 0.28))
    cx, cy = place(190, 205)
    for lobe in range(20):
        angle = math.radians(lobe * 18)
        sheet.oval(cx + 52 * math.cos(angle), cy + 52 * math.sin(angle), 12, 12, ACCENT)
    for radius, colour in ((54, ACCENT), (40, mix(ACCENT, INK, 0.25)), (36, mix(ACCENT, PAPER, 0.12))):
        sheet.oval(cx, cy, radius, radius, colour)
    return sheet.encode()


def _page(x: float, y: float, degrees: float) -> Callable[[float, float], Point]:
    """How a point of a page (u to the right, v down, from its middle) lies on the table."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return lambda u, v: (x + u * cos - v * sin, y + u * sin + v * cos)


def streets() -> bytes:
    """A city at night from the air: blocks, lit lots, and one avenue."""
    sheet = Sheet(tone(0.34))
    draw = seeded(18)
    place = _page(800, 450, -24)
    for column in range(-13, 13):
        for row in range(-12, 12):
            left, top = column * 92 + (14 if column >= 2 else 0), row * 70 + (10 if row >= -1 else 0)
            lots = draw.randint(2, 4)
            for lot in range(lots):
                start, end = left + 78 * lot / lots, left + 78 * (lot + 1) / lots - 3
                for upper, lower in ((top, top + 27), (top + 30, top + 57)):
                    light = draw.choice((0.04, 0.07, 0.10, 0.14, 0.18, 0.24))
                    if draw.random() < 0.05:
                        light = 0.88
                    sheet.area(
                        [place(u, v) for u, v in ((start, upper), (end, upper), (end, lower), (start, lower))],
                        tone(light),
                    )
    sheet.line([place(185, -1200), place(185, 1200)], ACCENT, 13)
    sheet.line([place(-1500, -72), place(1500, -72)], tone(0.62), 7)
    return sheet.encode()


def tally() -> bytes:
    """A field of dots, a few of them coloured: so many in so many thousand."""
    sheet = Sheet(tone(0.98))
    draw = seeded(100)
    across, down, step = 48, 26, 31
    marked = set(draw.sample(range(across * down), 37))
    for dot in range(across * down):
        x, y = 71 + (dot % across) * step, 62 + (dot // across) * step
        if dot in marked:
            sheet.oval(x, y, 11.5, 11.5, ACCENT)
        else:
            size = 6.2 + 1.6 * math.sin(x / 170) * math.cos(y / 140)
            sheet.oval(x, y, size, size, tone(0.42 + 0.22 * math.sin(x / 230 + y / 310)))
    return sheet.encode()


def cells() -> bytes:
    """A prison gallery: two tiers of barred doors that run towards the light."""
    sheet = Sheet(tone(0.08))
    near, far = 0.7, 9.0
    corners = ((-900, -520), (900, -520), (900, 560), (-900, 560))
    for (ax, ay), (bx, by), light in zip(corners, corners[1:] + corners[:1], (0.05, 0.20, 0.42, 0.30), strict=True):
        sheet.area(
            [_recede(ax, ay, near), _recede(bx, by, near), _recede(bx, by, far), _recede(ax, ay, far)],
            tone(light),
        )
    floor = ((-300, far), (300, far), (210, near), (-210, near))
    sheet.area([_recede(x, 560, distance) for x, distance in floor], (*PAPER, 105))
    for step in range(26, 0, -1):
        distance = near * 1.104**step
        sheet.line([_recede(-900, 560, distance), _recede(900, 560, distance)], (*INK, 60), 1 + 3 / distance)
    for door in range(10, -1, -1):
        start, end = 0.78 * 1.26**door, 0.78 * 1.26 ** (door + 0.66)
        for side in (-900, 900):
            for top, foot in ((40, 556), (-500, -60)):
                open_cell = side == 900 and top == 40 and door == 3
                _door(sheet, side, (top, foot), (start, end), ACCENT if open_cell else tone(0.03))
    for side in (-1, 1):
        ledge = ((900, -12, near), (900, -12, far), (700, -12, far), (700, -12, near))
        sheet.area([_recede(side * x, y, distance) for x, y, distance in ledge], tone(0.14))
        for y, width in ((-12, 7), (-62, 2.5), (-112, 3.5)):
            sheet.line([_recede(side * 700, y, near), _recede(side * 700, y, far)], tone(0.62), width)
        for post in range(14):
            distance = near * 1.2**post
            sheet.line(
                [_recede(side * 700, -12, distance), _recede(side * 700, -112, distance)],
                tone(0.62),
                4 / distance,
            )
    sheet.area([_recede(x, y, far) for x, y in corners], tone(1))
    return sheet.encode()


def _recede(x: float, y: float, distance: float) -> Point:
    """Where a point of the gallery falls on the sheet; the vanishing point is a little above the middle."""
    return 800 + x / distance, 430 + y / distance


def _door(
    sheet: Sheet, side: float, heights: tuple[float, float], distances: tuple[float, float], inside: Colour
) -> None:
    """One barred opening in a side wall, between two heights and two distances."""
    (top, foot), (start, end) = heights, distances
    quad = ((top, start), (top, end), (foot, end), (foot, start))
    sheet.area([_recede(side, y, distance) for y, distance in quad], inside)
    for bar in range(1, 8):
        distance = 1 / (1 / start + (1 / end - 1 / start) * bar / 8)
        sheet.line([_recede(side, top, distance), _recede(side, foot, distance)], tone(0.55), 4.5 / distance)
    for y in (top, top + (foot - top) * 0.45, foot):
        sheet.line([_recede(side, y, start), _recede(side, y, end)], tone(0.55), 5 / start)


CREDIT = Both(en="Drawing: Tres Linderos", es="Dibujo: Tres Linderos")


def _drawing(paint: Callable[[], bytes], alt: Both, caption: Both) -> Drawing:
    return Drawing(paint.__name__, alt, caption, CREDIT, paint)


_ALL = (
    _drawing(
        assembly,
        Both(
            "A horseshoe of empty seats and papers under a row of fifteen flags, one of them red",
            "Una mesa en herradura con asientos vacíos y papeles bajo quince banderas, una de ellas roja",
        ),
        Both(
            "Regional meetings end in texts; the texts need budgets.",
            "Las cumbres terminan en textos; los textos necesitan presupuesto.",
        ),
    ),
    _drawing(
        borders,
        Both(
            "Grey mountain ridges crossed by a broken red line",
            "Sierras grises atravesadas por una línea roja discontinua",
        ),
        Both(
            "A border on the map is a line; on the ground it is a range of hills.",
            "En el mapa la frontera es una línea; en el terreno es una sierra.",
        ),
    ),
    _drawing(
        columns,
        Both(
            "The columns of a court building, with an open red door between two of them",
            "Las columnas de un tribunal y, entre dos de ellas, una puerta roja abierta",
        ),
        Both(
            "Courts outlast the missions that come to help them.",
            "Los tribunales permanecen cuando se van las misiones que llegan a apoyarlos.",
        ),
    ),
    _drawing(
        treaty,
        Both(
            "A signed document with a red seal and ribbon, on top of two other sheets",
            "Un documento firmado, con sello y cinta rojos, sobre otras dos hojas",
        ),
        Both(
            "A signature is the beginning of a treaty’s life, not its effect.",
            "La firma abre la vida de un tratado; sus efectos vienen después.",
        ),
    ),
    _drawing(
        canopy,
        Both(
            "Dense forest seen from above, cut by a red road with six side tracks",
            "Selva densa vista desde arriba, cortada por un camino rojo con seis ramales",
        ),
        Both(
            "Side tracks branch from a logging road towards single trees.",
            "De un camino maderero salen ramales hacia árboles aislados.",
        ),
    ),
    _drawing(
        port,
        Both(
            "Three cranes above stacked containers at the water’s edge; one container is red",
            "Tres grúas sobre pilas de contenedores junto al agua; un contenedor es rojo",
        ),
        Both(
            "Most cargo is cleared on its papers alone.",
            "La mayor parte de la carga se despacha solo con sus papeles.",
        ),
    ),
    _drawing(
        ledger,
        Both(
            "An open account book with handwritten entries, one of them ringed in red",
            "Un libro de cuentas abierto con asientos a mano, uno de ellos encerrado en un círculo rojo",
        ),
        Both(
            "Rules against laundering ask who stands behind an entry.",
            "Las normas contra el lavado preguntan quién está detrás de cada asiento.",
        ),
    ),
    _drawing(
        streets,
        Both(
            "City blocks at night from the air, crossed by one red avenue",
            "Manzanas de una ciudad vistas desde el aire en la noche, atravesadas por una avenida roja",
        ),
        Both(
            "The gangs of Central America took their names from the streets of another city.",
            "Las pandillas de Centroamérica tomaron su nombre de las calles de otra ciudad.",
        ),
    ),
    _drawing(
        tally,
        Both(
            "A field of more than a thousand grey dots, thirty-seven of them red",
            "Un campo de más de mil puntos grises, treinta y siete de ellos rojos",
        ),
        Both(
            "A rate counts people: so many for every hundred thousand.",
            "Una tasa cuenta personas: tantas por cada cien mil.",
        ),
    ),
    _drawing(
        cells,
        Both(
            "Two tiers of barred cells on either side of a corridor; one cell is lit red",
            "Dos pisos de celdas con barrotes a ambos lados de un pasillo; una celda está iluminada de rojo",
        ),
        Both(
            "A prison holds more than one kind of detainee behind the same bars.",
            "Una misma reja encierra a personas en situaciones jurídicas distintas.",
        ),
    ),
)

DRAWINGS: dict[str, Drawing] = {drawing.key: drawing for drawing in _ALL}


def paint(key: str) -> bytes:
    """The drawing `key` as a JPEG of 1600 by 900 pixels, the same bytes each time; KeyError if unknown."""
    return DRAWINGS[key].paint()
