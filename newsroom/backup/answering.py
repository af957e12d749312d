"""python -m newsroom.backup.answering: asks the site for its front pages and newest stories, as a reader would.

Prints how many pages were asked for; says on the standard error which of them did not answer with 200.
"""

import os
import sys
from urllib.parse import urlsplit

import django
from django.conf import settings
from django.test import Client

NEWEST = 20


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    django.setup()
    from articles.models import Article  # there are no models before the line above

    newest = Article.objects.published().order_by("-published_at", "-pk").values_list("path", flat=True)[:NEWEST]
    addresses = ["/", "/es/", *map(str, newest)]
    site = urlsplit(settings.SITE_URL)
    reader = Client(SERVER_NAME=site.hostname or "localhost", raise_request_exception=False)
    wrong = 0
    for address in addresses:
        status = reader.get(address, secure=site.scheme == "https").status_code
        if status != 200:
            wrong += 1
            sys.stderr.write(f"{address} answered {status}\n")
    sys.stdout.write(f"{len(addresses)}\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
