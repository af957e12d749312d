"""What keeps floods out and votes single: unlogged, and emptied every day."""

from django.db import models


class DayKey(models.Model):
    """The secret that a day's marks are made with: drawn on that day's first use, deleted with the next day's.

    The table is unlogged, like that of the marks: neither is in a write-ahead log, in a replica or in a backup.
    """

    day = models.DateField(primary_key=True)
    secret = models.BinaryField(max_length=32)

    def __str__(self) -> str:
        return f"{self.day:%Y-%m-%d}"


class Mark(models.Model):
    """That something was seen before, and how often: a keyed hash which no vote and no message holds or points to."""

    key = models.BinaryField(primary_key=True, max_length=16)
    count = models.PositiveIntegerField()
    until = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.count}"
