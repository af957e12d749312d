"""Article bodies: the one schema of their HTML, their cleaning, and what can be read out of them.

A stored body is a run of blocks that any editor with paragraphs, marks and classes can carry:

- a pull-quote is ``<blockquote class="pull-quote"><p>…</p></blockquote>``;
- a footnote is ``<span class="footnote">its own text, links allowed</span>`` at the place of its mark. An editor
  that knows nothing of footnotes shows it as text in the sentence, so a source is never lost silently; the page
  numbers the notes. Two notes in a row need at least a space between them;
- an image is ``<figure data-image="ID"><figcaption>…</figcaption></figure>``: its files, credit and alternative
  text stay in the image library, and ``img`` never occurs;
- an embed is ``<figure data-embed="https://…">`` with an optional caption: the address of a page on one of
  ``EMBED_HOSTS`` that the reader may choose to load, never a frame. On any other host it becomes a plain link.

``SCHEMA`` says what may stand where; ``clean`` makes any HTML fit it.
"""

from .canonical import blocks, clean
from .plaintext import single_line
from .reading import embeds, excerpt, image_ids, links, to_text, word_count
from .schema import BODY, EMBED_HOSTS, LINK_SCHEMES, SCHEMA, Element, embed_url, safe_href

__all__ = [
    "BODY",
    "EMBED_HOSTS",
    "LINK_SCHEMES",
    "SCHEMA",
    "Element",
    "blocks",
    "clean",
    "embed_url",
    "embeds",
    "excerpt",
    "image_ids",
    "links",
    "safe_href",
    "single_line",
    "to_text",
    "word_count",
]
