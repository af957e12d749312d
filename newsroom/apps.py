"""The composition root as a Django app: its commands, its checks, and the guard on the database's server."""

from typing import Any

from django.apps import AppConfig
from django.db.backends.signals import connection_created

from newsroom import database


class NewsroomConfig(AppConfig):
    name = "newsroom"

    def ready(self) -> None:
        from newsroom import checks  # noqa: F401  registers the checks

        connection_created.connect(_refuse_unfit_server)


def _refuse_unfit_server(*, connection: Any, **kwargs: Any) -> None:
    own = vars(connection.connection)
    if "fits" not in own:  # a pool hands the same one out for each request
        database.verify(connection.connection)
        own["fits"] = True
