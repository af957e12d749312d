"""The tables of feedback, one subject a file."""

from articles.feedback.models.counts import Measures, PageTally, WeekTally
from articles.feedback.models.guards import DayKey, Mark
from articles.feedback.models.house import Export, Forgetting, Notice
from articles.feedback.models.letters import Letter, SavedReply, Subscription
from articles.feedback.models.sent import Message, Vote
from articles.feedback.models.steps import StaffNote, TriageEvent

__all__ = [
    "DayKey",
    "Export",
    "Forgetting",
    "Letter",
    "Mark",
    "Measures",
    "Message",
    "Notice",
    "PageTally",
    "SavedReply",
    "StaffNote",
    "Subscription",
    "TriageEvent",
    "Vote",
    "WeekTally",
]
