"""Tags of the story form."""

from datetime import datetime

from django import template
from django.utils import timezone

from articles.admin import hours

register = template.Library()


@register.simple_tag
def in_utc(moment: datetime | None) -> str:
    """A moment as readers anywhere can check it."""
    return hours.in_utc(moment) if moment else ""


@register.simple_tag
def on_the_wall(moment: datetime) -> str:
    """A moment by the newsroom's clock."""
    return hours.on_the_wall(moment)


@register.simple_tag
def zone_name() -> str:
    """The name of the newsroom's time zone."""
    return timezone.get_current_timezone_name()
