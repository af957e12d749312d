"""Land and water: hills, forest, a port, a city from the air."""

import math
import random

from .canvas import ACCENT, HEIGHT, INK, PAPER, WIDTH, Point, Sheet, mix, seeded, tone, turned


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


def streets() -> bytes:
    """A city at night from the air: blocks, lit lots, and one avenue."""
    sheet = Sheet(tone(0.34))
    draw = seeded(18)
    place = turned(800, 450, -24)
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


def river() -> bytes:
    """A river that winds through forest, its banks turned over where somebody washes for gold."""
    sheet = Sheet(tone(0.10))
    draw = seeded(77)
    middle = [(x, 450 + 170 * math.sin(x / 210 + 0.6) + 40 * math.sin(x / 67)) for x in range(-40, WIDTH + 60, 20)]
    for _ in range(1500):
        x, y, size = draw.uniform(-20, 1620), draw.uniform(-20, 920), draw.uniform(10, 26)
        sheet.oval(x + 4, y + 6, size, size, tone(0.02))
        sheet.oval(x, y, size, size, tone(draw.uniform(0.12, 0.27)))
    for width, colour in ((150, tone(0.07)), (132, tone(0.46)), (108, tone(0.74)), (60, tone(0.80))):
        sheet.line(middle, colour, width)
    for start in (13, 34, 58):
        for _ in range(60):
            x, y = middle[start + draw.randint(-4, 4)]
            x, y = x + draw.uniform(-24, 24), y + draw.choice((-1, 1)) * draw.uniform(70, 122)
            across = draw.uniform(9, 24)
            sheet.oval(x, y, across, across * 0.8, tone(draw.uniform(0.52, 0.78)))
            if draw.random() < 0.4:
                sheet.oval(x, y, across * 0.6, across * 0.45, mix(ACCENT, PAPER, draw.uniform(0, 0.35)))
    for x, y in (middle[16], middle[37], middle[55]):
        sheet.box(x - 20, y - 9, x + 20, y + 9, tone(0.05))
        sheet.box(x - 12, y - 5, x + 8, y + 5, ACCENT)
    return sheet.encode()
