"""The admin of the domain: stories, pictures, vocabularies, the house's pages and the log."""

from articles.admin import corrections, home, images, log, pages, stories, taxonomy

__all__ = ["corrections", "home", "images", "log", "pages", "stories", "taxonomy"]
