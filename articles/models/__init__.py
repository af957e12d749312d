"""The domain's tables, one subject a file."""

from articles.models.addresses import TARGETS, Address, hold_the_map
from articles.models.article import Article, ArticleCountry, ArticleTopic, RelatedPick
from articles.models.audit import EditorialEvent
from articles.models.authors import Author, Byline
from articles.models.corrections import Correction
from articles.models.draft import Draft, Revision
from articles.models.edition import Edition
from articles.models.feeds import FeedItem
from articles.models.filing import Calendar, Filing, FilingCount
from articles.models.home import HomeSlot
from articles.models.images import Image
from articles.models.masthead import Announcement, Masthead, Page
from articles.models.notes import EditorNote
from articles.models.presence import Presence
from articles.models.previews import PreviewLink
from articles.models.related import RelatedBan, RelatedLink, RelatedMark, RelatedText, RelatedWord
from articles.models.search import SearchDocument, SearchPosting, SearchTally, SearchWord
from articles.models.taxonomy import ArticleTag, Country, Section, Tag, Topic

__all__ = [
    "TARGETS",
    "Address",
    "Announcement",
    "Article",
    "ArticleCountry",
    "ArticleTag",
    "ArticleTopic",
    "Author",
    "Byline",
    "Calendar",
    "Correction",
    "Country",
    "Draft",
    "Edition",
    "EditorNote",
    "EditorialEvent",
    "FeedItem",
    "Filing",
    "FilingCount",
    "HomeSlot",
    "Image",
    "Masthead",
    "Page",
    "Presence",
    "PreviewLink",
    "RelatedBan",
    "RelatedLink",
    "RelatedMark",
    "RelatedPick",
    "RelatedText",
    "RelatedWord",
    "Revision",
    "SearchDocument",
    "SearchPosting",
    "SearchTally",
    "SearchWord",
    "Section",
    "Tag",
    "Topic",
    "hold_the_map",
]
