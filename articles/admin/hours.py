"""Moments as the newsroom writes them: by the clock on its own wall, with the reader's UTC beside it."""

from datetime import UTC, datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from js_asset import Script

_YEARS = range(1990, 2200)


def from_wall(wall: datetime) -> datetime:
    """The one moment at which the newsroom's clock shows this. Raises ValidationError where it does so twice, or never.

    Twice a year the clock is put forward or back, in zones that do that.
    """
    zone = timezone.get_current_timezone()
    first, second = (wall.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    if first.utcoffset() == second.utcoffset():
        return first
    if first.astimezone(UTC).astimezone(zone).replace(tzinfo=None) == wall:
        raise ValidationError(_twice(), code="twice")
    raise ValidationError(_never(), code="never")


def in_words(moment: datetime) -> str:
    """A moment by the clock of its zone, with its seconds where it has any."""
    said = date_format(moment, "DATETIME_FORMAT")
    return f"{said}:{moment:%S}" if moment.second else said


def on_the_wall(moment: datetime) -> str:
    """A moment by the newsroom's clock."""
    return in_words(timezone.localtime(moment))


def in_utc(moment: datetime) -> str:
    """A moment as readers anywhere can check it."""
    return _("%(moment)s UTC") % {"moment": in_words(moment.astimezone(UTC))}


def _twice() -> str:
    return _("The clock is put back then, so this hour comes twice. Choose one before or after it.")


def _never() -> str:
    return _("The clock is put forward then, so this hour does not exist. Choose one before or after it.")


class MomentInput(forms.DateTimeInput):
    """Date and time with the name of the newsroom's zone, and the same moment in UTC."""

    input_type = "datetime-local"

    class Media:
        js = (Script("admin/stories/newsroom-hour.js", type="module"),)

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"step": "1"} | (attrs or {}), format="%Y-%m-%dT%H:%M:%S")

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        zone = timezone.get_current_timezone_name()
        field = super().render(name, value, attrs, renderer)
        return format_html(
            '<newsroom-hour class="hour" data-zone="{zone}" data-twice="{twice}" data-never="{never}">{field}'
            '<span class="hour__zone">{said}</span> <output class="hour__utc" for="{key}">{utc}</output></newsroom-hour>',
            zone=zone,
            twice=_twice(),
            never=_never(),
            field=field,
            said=_("newsroom time (%(zone)s)") % {"zone": zone},
            key=(attrs or {}).get("id", ""),
            utc=_shown_in_utc(value),
        )


def _shown_in_utc(value: Any) -> str:
    wall = value if isinstance(value, datetime) else _read(value)
    if wall is None:
        return ""
    try:
        return in_utc(wall if timezone.is_aware(wall) else from_wall(wall))
    except ValidationError:
        return ""


def _read(text: Any) -> datetime | None:
    """The date and time in a text; None if there is none that a newsroom could mean."""
    try:
        found = parse_datetime(str(text or "").strip())
    except ValueError:
        return None
    return found if found and found.year in _YEARS else None


class MomentField(forms.DateTimeField):
    """A moment by the newsroom's clock. An hour that it shows twice or never is refused with a sentence."""

    widget = MomentInput

    def to_python(self, value: Any) -> datetime | None:
        if value in self.empty_values:
            return None
        wall = value if isinstance(value, datetime) else _read(value)
        if wall is None:
            raise ValidationError(_("Enter a date and a time."), code="invalid")
        return wall if timezone.is_aware(wall) else from_wall(wall)
