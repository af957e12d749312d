"""What else to read: the editors' choice first, never what they banned, then the stories that have most in common with one.

    texts          the words that set a story apart
    finding        which stories might be related, and what they share
    scoring        how much that is worth
    choosing       which of them stand in a list, so that it does not say one thing five times
    reasons        what they share, as data and in the words of the page
    preparing      the list of a story that is about to be published
    keeping        the list that stands ready for each story, and how it follows what is published
    reading        what a page shows
    onward         the page of related content: groups, and what happened next
    explaining     why a story is in a list, or not
    banning        the verbs of the desk
    rebuilding     all of it anew

docs/related.md has the formula, its sources and its bounds.
"""

from articles.related.keeping import refresh, work_off
from articles.related.onward import Group, afterwards, grouped
from articles.related.preparing import Prepared, keep, prepare
from articles.related.reading import Related, for_article

__all__ = [
    "Group",
    "Prepared",
    "Related",
    "afterwards",
    "for_article",
    "grouped",
    "keep",
    "prepare",
    "refresh",
    "work_off",
]
