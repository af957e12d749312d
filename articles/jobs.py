"""Asking the worker for slow work, by name. What asks need not know what does the work, nor wait for it."""

from typing import Any

from procrastinate.contrib.django import app


def enqueue(name: str, **arguments: Any) -> None:
    """Queue a job of `articles.tasks`. It is a row in this transaction: rolled back with it, and never lost after it."""
    app.configure_task(name).defer(**arguments)
