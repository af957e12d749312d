"""The admin of the domain: stories, pictures, vocabularies, the house's pages and the log."""

from articles.admin import articles, corrections, home, images, log, pages, taxonomy

__all__ = ["articles", "corrections", "home", "images", "log", "pages", "taxonomy"]
