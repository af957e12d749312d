"""Search: what is public is found by its words, the weightiest first.

    documents      one search document for each public thing and language, written with what it says
    facets         what answers are counted and narrowed by
    questions      the language of the search box
    resolving      from its words to the terms of the index
    ranking        one statement that gives the best documents, their number and their facets
    widening       what questions of many words are widened by
    reading        what a page of answers shows of them
    answering      all of this for one question
    highlighting   where the words stand in a text
    suggesting     what is proposed while somebody types

The index itself is kept by the database, see articles/models/search.py.
"""

from articles.search.answering import PAGE_LENGTH, Answer, TooSlow, answer
from articles.search.documents import refresh, refresh_rows
from articles.search.highlighting import Found
from articles.search.questions import LONGEST, QUESTION_LENGTH, parse
from articles.search.ranking import SORTS
from articles.search.reading import Hit

__all__ = [
    "LONGEST",
    "PAGE_LENGTH",
    "QUESTION_LENGTH",
    "SORTS",
    "Answer",
    "Found",
    "Hit",
    "TooSlow",
    "answer",
    "parse",
    "refresh",
    "refresh_rows",
]
