"""The admin of the domain: stories, pictures, vocabularies, the house's pages and the log."""

from articles.admin import articles, images, log, pages, taxonomy

__all__ = ["articles", "images", "log", "pages", "taxonomy"]
