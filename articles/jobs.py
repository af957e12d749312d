"""Asking the worker for slow work, by name. What asks need not know what does the work, nor wait for it."""

from typing import Any

from django.db import OperationalError
from procrastinate.contrib.django import app
from procrastinate.exceptions import ConnectorException


def enqueue(name: str, **arguments: Any) -> None:
    """Queue a job of `articles.tasks`. It is a row in this transaction: rolled back with it, and never lost after it."""
    try:
        app.configure_task(name).defer(**arguments)
    except ConnectorException as fault:
        # To those who ask, the queue is a table like any other.
        raise OperationalError("The job could not be queued.") from fault
