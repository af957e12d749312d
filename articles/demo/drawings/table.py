"""What lies on a desk: accounts, agreements, counts."""

import math
import random

from .canvas import ACCENT, HEIGHT, INK, PAPER, WIDTH, Colour, Sheet, mix, seeded, tone, turned


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
        place = turned(x, 520, turn)
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


def ballots() -> bytes:
    """A ballot box at the end of the day: folded papers in a heap, one more at the slot."""
    sheet = Sheet(tone(0.90))
    sheet.fade((0, 0, WIDTH, 620), tone(0.98), tone(0.84))
    sheet.fade((0, 620, WIDTH, HEIGHT), tone(0.34), tone(0.12))
    sheet.shadow([(420, 660), (1330, 660), (1500, 850), (440, 850)], 170, 36)
    sheet.area([(430, 250), (1170, 250), (1170, 810), (430, 810)], tone(0.97))
    sheet.area([(1170, 250), (1290, 190), (1290, 740), (1170, 810)], tone(0.66))
    draw = seeded(31)
    for row in range(9):  # the heap is seen through the front of the box
        for _ in range(15):
            u, v = draw.uniform(500, 1100), 758 - row * 26 - draw.uniform(0, 18)
            if abs(u - 800) < 350 - row * 22:
                _folded(sheet, u, v, draw.uniform(-50, 50), tone(draw.uniform(0.62, 0.9)))
    _folded(sheet, 860, 560, -12, mix(ACCENT, PAPER, 0.1))
    sheet.area([(430, 250), (1170, 250), (1170, 810), (430, 810)], (*PAPER, 70))
    for left, top, right, bottom in ((430, 250, 444, 810), (1156, 250, 1170, 810), (430, 796, 1170, 810)):
        sheet.box(left, top, right, bottom, tone(0.2))
    sheet.area([(430, 250), (550, 190), (1290, 190), (1170, 250)], tone(0.24))
    sheet.area([(690, 228), (716, 212), (1010, 212), (984, 228)], tone(0.02))
    sheet.area([(760, 220), (790, 60), (980, 66), (950, 220)], tone(1))
    sheet.area([(760, 220), (790, 60), (830, 62), (800, 220)], tone(0.86))
    sheet.line([(868, 132), (890, 158), (938, 96)], ACCENT, 11)
    return sheet.encode()


def _folded(sheet: Sheet, x: float, y: float, degrees: float, paper: Colour) -> None:
    """A ballot folded once, lying with its edge to the viewer."""
    place = turned(x, y, degrees)
    sheet.area([place(-58, -20), place(58, -20), place(58, 20), place(-58, 20)], mix(paper, INK, 0.35))
    sheet.area([place(-58, -20), place(58, -20), place(52, 8), place(-54, 12)], paper)
