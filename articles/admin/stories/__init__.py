"""Stories at the desk: the list, the form with the draft beside what is live, and the pages beside the form."""

from django.contrib import admin

from articles.admin.stories.history import StoryHistory
from articles.admin.stories.listing import StoryListing
from articles.admin.stories.saving import StorySaving
from articles.models import Article


@admin.register(Article)
class ArticleAdmin(StoryListing, StorySaving, StoryHistory):
    """A story: found in a list, written in a form, read and taken back in the pages beside it."""
