"""Numbers of which there are millions."""

from typing import Any

from django.db import models


class RealField(models.FloatField):
    """A number of seven digits in four bytes."""

    def db_type(self, connection: Any) -> str:
        return "real"
