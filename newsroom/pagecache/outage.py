"""Whether the database is away, as this process's press found out; readers are told at once instead of being kept waiting."""

from threading import Event

#: Set by the press while the database can't be reached.
away = Event()
