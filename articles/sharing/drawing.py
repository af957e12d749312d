"""What a link to a story looks like on social networks: headline and kicker set in type, beside its picture or its map."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from django.core.files.storage import default_storage
from PIL import Image, ImageDraw, ImageFont

from articles import maps, renditions
from articles.renditions.formats import ACCEPTED, FORMATS, SHARE_SIZE, encoded

#: Raise it with every change of the design, so that all stories get new pictures under new addresses.
DESIGN = 1

_PAPER, _SEA, _INK, _MUTED, _RULE, _ACCENT = "#fbfaf7", "#e7e5de", "#17191d", "#595c63", "#cbc7bc", "#a3241a"
_WIDTH, _HEIGHT = SHARE_SIZE
_MARGIN = 64
_SIDE = 456  # width of the picture or of the map at the right
_BAR = 14  # height of the accent along the top
_SIZES = range(104, 35, -2)  # of the headline, in pixels; the first that fits is used
_BREATH = 34  # pixels that stay free below the headline
_LEADING = 1.1
_TRACKING = 2.5  # pixels between the capitals of the kicker
_SHARPER = 3  # maps are drawn this much larger, then scaled down, because Pillow's lines have no soft edges


class Sheet(NamedTuple):
    """All that a share image shows. `picture` names a stored original; `country`, an ISO code, puts a map in its place."""

    headline: str
    kicker: str
    house: str
    picture: str = ""
    focal_point: tuple[float, float] = (0.5, 0.5)
    country: str = ""


def draw(sheet: Sheet) -> bytes:
    """The share image as a JPEG of SHARE_SIZE without metadata. The same sheet always gives the same bytes."""
    image = Image.new("RGB", SHARE_SIZE, _PAPER)
    pen = ImageDraw.Draw(image)
    side = _side(sheet)
    column = _WIDTH - 2 * _MARGIN - (_SIDE if side else 0)
    if side:
        image.paste(side, (_WIDTH - _SIDE, 0))
    pen.rectangle((0, 0, _WIDTH, _BAR), _ACCENT)
    foot = _foot(pen, sheet.house, column)
    top = _kicker(pen, sheet.kicker, column)
    _headline(pen, sheet.headline, (top, foot), column)
    return encoded(image, FORMATS["jpeg"])


def _foot(pen: ImageDraw.ImageDraw, house: str, column: int) -> int:
    """The name of the house below a double rule. Answers where the foot begins."""
    top = _HEIGHT - _MARGIN - 52
    for shift in (0, 5):
        pen.line((_MARGIN, top + shift, _MARGIN + column, top + shift), _INK, 2)
    font = _face(_HEADLINE_FACE, 34)
    pen.text((_MARGIN, _HEIGHT - _MARGIN + 6), _cut(house, font, column), _INK, font, anchor="ls")
    return top


def _kicker(pen: ImageDraw.ImageDraw, kicker: str, column: int) -> int:
    """The kicker in capitals. Answers where the headline may begin."""
    top = _BAR + _MARGIN - 14
    if not kicker:
        return top
    capitals, size = kicker.upper(), 27
    while size > 20 and _face(_LABEL_FACE, size).getlength(capitals) + _TRACKING * len(capitals) > column:
        size -= 1
    font = _face(_LABEL_FACE, size)
    x = float(_MARGIN)
    for letter in _cut(capitals, font, column, _TRACKING):
        pen.text((x, top + 22), letter, _ACCENT, font, anchor="ls")
        x += font.getlength(letter) + _TRACKING
    return top + 40


def _headline(pen: ImageDraw.ImageDraw, headline: str, space: tuple[int, int], column: int) -> None:
    """The headline as large as its column allows; at the smallest size, what finds no room is left out."""
    top, bottom = space
    for size in _SIZES:
        font, leading = _face(_HEADLINE_FACE, size), round(size * _LEADING)
        room = (bottom - _BREATH - top) // leading
        lines = _wrapped(headline, font, column)
        if len(lines) <= room and all(font.getlength(line) <= column for line in lines):
            lines = balanced(headline, font, column)
            break
    shown = [*lines[: room - 1], " ".join(lines[room - 1 :])]
    for number, line in enumerate(shown):
        baseline = top + round(size * 0.86) + number * leading
        pen.text((_MARGIN - size // 24, baseline), _cut(line, font, column), _INK, font, anchor="ls")


def balanced(text: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """The text in as few lines as `width` pixels allow, broken where the lines come out most alike in length."""
    words, count = text.split(), len(_wrapped(text, font, width))
    # For each number of words: the least of the squared spaces at the ends of their lines, and those lines.
    best: list[tuple[float, list[str]] | None] = [(0.0, []), *[None] * len(words)]
    for _line in range(count):
        longer: list[tuple[float, list[str]] | None] = [None] * len(best)
        for start, before in enumerate(best):
            if before is None:
                continue
            for end in range(start + 1, len(best)):
                line = " ".join(words[start:end])
                space = width - font.getlength(line)
                if space < 0:
                    break
                cost, known = before[0] + space**2, longer[end]
                if known is None or cost < known[0]:
                    longer[end] = cost, [*before[1], line]
        best = longer
    return best[-1][1] if best[-1] else _wrapped(text, font, width)


def _wrapped(text: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _cut(text: str, font: ImageFont.FreeTypeFont, width: int, tracking: float = 0) -> str:
    """The text, or as much of its beginning as `width` pixels hold."""
    shown = text
    while len(text) > 1 and font.getlength(shown) + tracking * len(shown) > width:
        text = text[:-1]
        shown = f"{text.rstrip(' ,;:.')}…"
    return shown


def _side(sheet: Sheet) -> Image.Image | None:
    """What stands at the right: the story's picture around its focal point, else the map of its country."""
    if not sheet.picture:
        return _map(sheet.country)
    with default_storage.open(sheet.picture) as stored, Image.open(stored, formats=ACCEPTED) as original:
        box = renditions.crop_box(*original.size, _SIDE / _HEIGHT, *sheet.focal_point)
        part = original.convert("RGBA").resize((_SIDE, _HEIGHT), Image.Resampling.LANCZOS, box=box)
    page = Image.new("RGBA", part.size, _PAPER)
    return Image.alpha_composite(page, part).convert("RGB")


def _map(country: str) -> Image.Image | None:
    laid_out = maps.lay_out(country, _SIDE * _SHARPER, _HEIGHT * _SHARPER)
    if not laid_out:
        return None
    image = Image.new("RGB", (laid_out.width, laid_out.height), _SEA)
    pen = ImageDraw.Draw(image)
    for lines, inside, border in ((laid_out.neighbours, _PAPER, _RULE), (laid_out.country, _ACCENT, _ACCENT)):
        for line in lines:
            if len(line) > 2:
                pen.polygon(line, inside)
            pen.line([*line, line[0]], border, _SHARPER, joint="curve")
    if laid_out.ring:
        x, y, radius = laid_out.ring
        pen.ellipse((x - radius, y - radius, x + radius, y + radius), outline=_ACCENT, width=2 * _SHARPER)
    return image.resize((_SIDE, _HEIGHT), Image.Resampling.LANCZOS)


_HEADLINE_FACE, _LABEL_FACE = "SourceSerif4Display-Semibold.woff", "SourceSerif4-Bold.woff"


@cache
def _face(name: str, size: int) -> ImageFont.FreeTypeFont:
    # The basic layout needs no library beside FreeType: the same letters stand in the same places on every machine.
    return ImageFont.truetype(Path(__file__).parent / "fonts" / name, size, layout_engine=ImageFont.Layout.BASIC)
