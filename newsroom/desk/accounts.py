"""Who may sign in to the desk, and how failed attempts are counted."""

import hashlib
import hmac
import ipaddress

from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import Permission
from django.http import HttpRequest


class StaffBackend(ModelBackend):
    """Sign-in with user name and password. A demonstration account can't sign in anywhere but on a demonstration."""

    def user_can_authenticate(self, user) -> bool:
        if user is not None and user.demonstration and not settings.DEMONSTRATION:
            return False
        return super().user_can_authenticate(user)

    def get_user(self, user_id):
        # A session that was opened on a demonstration ends with it.
        user = super().get_user(user_id)
        return user if user is not None and self.user_can_authenticate(user) else None

    def get_all_permissions(self, user_obj, obj=None) -> set[str]:
        """What a person's roles give and what was given to that person alone, asked for in one query."""
        if obj is not None or not user_obj.is_active or user_obj.is_superuser or user_obj.is_anonymous:
            return super().get_all_permissions(user_obj, obj)
        if not hasattr(user_obj, "_perm_cache"):
            names = Permission.objects.order_by().values_list("content_type__app_label", "codename")
            given = names.filter(user=user_obj).union(names.filter(group__user=user_obj))
            user_obj._perm_cache = {f"{label}.{codename}" for label, codename in given}
        return user_obj._perm_cache


def pseudonymous_address(request: HttpRequest) -> str:
    """A keyed stand-in for the visitor's address, in the form of a private IPv6 address.

    The throttle needs to tell one source of attempts from another, not to know who it is: the true address is never stored.
    """
    address = request.META.get("HTTP_X_REAL_IP" if settings.BEHIND_PROXY else "REMOTE_ADDR", "")
    digest = hmac.new(settings.SECRET_KEY.encode(), b"sign-in:" + address.encode(), hashlib.sha256).digest()
    return str(ipaddress.IPv6Address(b"\xfd" + digest[:15]))
