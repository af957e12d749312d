"""What a process that serves readers loads before its first page."""

import subprocess
import sys

from django.conf import settings

LOADED = """
import os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "newsroom.settings"
import django
django.setup()
import newsroom.press, newsroom.urls
print(*sys.modules)
"""


def test_what_only_an_export_needs_is_not_loaded_at_the_start() -> None:
    asked = [sys.executable, "-c", LOADED]
    loaded = subprocess.run(asked, cwd=settings.BASE_DIR, check=True, capture_output=True, text=True).stdout.split()
    assert "articles.feedback.sheets" in loaded
    assert "xlsxwriter" not in loaded
