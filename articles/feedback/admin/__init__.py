"""What staff see of feedback. What readers sent is not added, edited or deleted by hand."""

from articles.feedback.admin import exports, house, letters, measures, messages, votes

__all__ = ["exports", "house", "letters", "measures", "messages", "votes"]
