"""What staff see of feedback. What readers sent is not added, edited or deleted by hand."""

from articles.feedback.admin import house, letters, messages, votes

__all__ = ["house", "letters", "messages", "votes"]
