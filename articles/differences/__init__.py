"""What two texts say differently: words of a plain text, blocks of a body, rows of a relation. Pure functions.

`one` is the earlier or the other's text, `other` the later or one's own. Everything is a value that a template can walk:
`templates/admin/articles/differences/` shows them with `ins` and `del`, so that nothing hangs on colour alone.
"""

from articles.differences.bodies import BlockChange, Note, blocks
from articles.differences.rows import RelationChange, relations
from articles.differences.texts import Kind, Piece, words

__all__ = ["BlockChange", "Kind", "Note", "Piece", "RelationChange", "blocks", "relations", "words"]
