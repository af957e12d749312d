"""The one signal that feedback listens to: a correction is published, and somebody may have reported what it puts right."""

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver

from articles.feedback import mending
from articles.models import Correction


@receiver(post_save, sender=Correction)
def follow_a_correction(instance: Correction, created: bool, raw: bool = False, **kwargs: Any) -> None:
    """In the transaction that publishes it: either both happen or neither."""
    if created and not raw:
        mending.follow(instance, at=instance.made_at)
