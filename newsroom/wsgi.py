"""The entry point for a WSGI server: `newsroom.wsgi:application`."""

import os
from contextlib import ExitStack
from multiprocessing.util import Finalize

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from newsroom import collecting, database

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")

_held = ExitStack()
_held.enter_context(database.running(settings.BASE_DIR, os.environ))
# Not atexit, which servers that work in child processes pass by.
Finalize(None, _held.close, exitpriority=0)

_django = get_wsgi_application()
collecting.seldom()

# Here and not when Django starts: only what serves pages publishes by the clock. Ends before the database does.
from newsroom import press  # noqa: E402  needs Django's models
from newsroom.pagecache.front import Front  # noqa: E402

application = Front(_django)
_held.enter_context(press.running(application if settings.PAGE_MEMORY else None))
