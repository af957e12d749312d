"""What `manage.py check` says about a deployment."""

from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.checks import CheckMessage, Error, Tags, Warning, register


@register(Tags.security, deploy=True)
def second_factor(**kwargs: Any) -> list[CheckMessage]:
    """Staff sign in with a password alone: said until a second factor exists."""
    return [
        Warning(
            "Staff accounts have no second factor.",
            hint="Let the desk be reached through a VPN or an allow-list of addresses until one exists.",
            id="newsroom.W001",
        )
    ]


@register(Tags.security, deploy=True)
def secret_key_is_given(**kwargs: Any) -> list[CheckMessage]:
    if not settings.SECRET_KEY_IS_KEPT_IN_VAR:
        return []
    hint = "Set SECRET_KEY, the same on every host: all processes must agree on it."
    return [Error("SECRET_KEY is not set.", hint=hint, id="newsroom.E001")]


@register(Tags.security, deploy=True)
def database_is_not_embedded(**kwargs: Any) -> list[CheckMessage]:
    if not settings.EMBEDDED_DATABASE:
        return []
    hint = "Set DATABASE_URL to a PostgreSQL server that you run and back up."
    return [Error("The embedded database is for trying things out.", hint=hint, id="newsroom.E002")]


@register(Tags.database, deploy=True)
def no_demonstration_accounts(databases: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """Run with `check --deploy --database default`: looks for accounts whose password everyone knows."""
    if not databases:
        return []
    count = get_user_model()._default_manager.filter(demonstration=True, is_active=True).count()
    if not count:
        return []
    hint = "Deactivate them in the desk, or start from a database without the demonstration."
    return [Error(f"{count} demonstration accounts are in this database.", hint=hint, id="newsroom.E003")]
