"""Forms of the way into the desk."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.contrib.auth.forms import PasswordResetForm
from django.db.models import Q
from django.utils import timezone

from newsroom.desk.models import User

#: How long after one mail to set a new password the same account is sent another.
PAUSE = timedelta(minutes=10)


class ThrottledResetForm(PasswordResetForm):
    """Sends one mail in ten minutes to an account, however often it is asked for; the page says the same every time."""

    def get_users(self, email: str) -> Iterator[Any]:
        now = timezone.now()
        for user in super().get_users(email):
            rested = Q(reset_sent_at__isnull=True) | Q(reset_sent_at__lt=now - PAUSE)
            if User.objects.filter(rested, pk=user.pk).update(reset_sent_at=now):
                yield user
