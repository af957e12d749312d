"""The entry point for a WSGI server: `newsroom.wsgi:application`."""

import atexit
import os
from contextlib import ExitStack

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from newsroom import database

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")

_held = ExitStack()
_held.enter_context(database.running(settings.BASE_DIR, os.environ))
atexit.register(_held.close)

application = get_wsgi_application()
