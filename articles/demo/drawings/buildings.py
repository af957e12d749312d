"""Rooms and buildings of the state: an assembly, a court, a prison."""

import math

from .canvas import ACCENT, HEIGHT, INK, PAPER, SCALE, WIDTH, Colour, Point, Sheet, mix, tone


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
