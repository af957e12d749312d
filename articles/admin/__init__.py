"""The admin of the domain: stories, pictures, vocabularies, the house's pages and the log."""

from articles.admin import authors, corrections, home, images, log, pages, stories, taxonomy

__all__ = ["authors", "corrections", "home", "images", "log", "pages", "stories", "taxonomy"]
