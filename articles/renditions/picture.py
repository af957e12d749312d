"""What a page is told about a picture."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from articles.remembering import remembered

from .formats import FORMATS, ORIGINALS
from .making import plan, stem_of


@dataclass(frozen=True)
class Source:
    """One format of a picture: for ``<source>``, or for the attributes of ``<img>`` itself."""

    media_type: str
    candidates: tuple[tuple[str, int], ...]  # stored name and width in pixels, from the smallest

    def srcset(self, url: Callable[[str], str]) -> str:
        """The ``srcset`` attribute, given how a stored name becomes an address."""
        return ", ".join([f"{url(name)} {width}w" for name, width in self.candidates])


@dataclass(frozen=True)
class Picture:
    """What a template needs for ``<picture>``: sources in the order of preference, then the image for everyone."""

    sources: tuple[Source, ...]
    fallback: Source
    sizes: str
    width: int
    height: int

    @property
    def src(self) -> str:
        """The stored name for ``src``: the largest candidate that every browser can show."""
        return self.fallback.candidates[-1][0]


def sources(name: str, width: int, height: int, available_formats: Iterable[str], *, sizes: str = "100vw") -> Picture:
    """The picture of a stored original of this size; without a JPEG rendition the original stands in for it."""
    return _sources(name, width, height, tuple(available_formats), sizes)


@remembered(4096)
def _sources(name: str, width: int, height: int, available_formats: tuple[str, ...], sizes: str) -> Picture:
    planned = plan(width, height)
    stem = stem_of(name)
    made = {
        kind: Source(format.media_type, tuple([(f"{stem}-{w}.{format.extension}", w) for w, _h in planned]))
        for kind, format in FORMATS.items()
        if kind in available_formats
    }
    # Whatever the row says, a page is made: a file of no known kind is left to the browser.
    kind = next((f.media_type for f in ORIGINALS.values() if name.endswith(f".{f.extension}")), "")
    fallback = made.pop("jpeg", None) or Source(kind, ((name, width),))
    return Picture(tuple(made.values()), fallback, sizes, *planned[-1])
