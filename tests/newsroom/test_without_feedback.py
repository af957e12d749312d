"""Feedback is an app of its own: leave it out of the settings, and the site still publishes."""

import os
import subprocess
import sys
from pathlib import Path

import psycopg

ROOT = Path(__file__).resolve().parent.parent.parent

PROGRAM = """
import django
django.setup()
from django.core.management import call_command
from django.test import Client

call_command("migrate", verbosity=0)
call_command("check")

from articles.models import Article
from tests import factories

article = factories.story(slug="without", headline="Published without feedback")
reader = Client()
page = reader.get(article.path)
assert page.status_code == 200 and b"Published without feedback" in page.content
assert b"/feedback/" not in page.content and b"helpful" not in page.content
assert reader.get("/").status_code == 200
assert reader.get("/feedback/").status_code == 404
staff = Client()
staff.force_login(factories.chief(), backend="newsroom.desk.accounts.StaffBackend")
assert staff.get("/admin/").status_code == 200
assert staff.get(f"/admin/articles/article/{article.pk}/change/").status_code == 200
print("published")
"""


def test_without_the_feedback_app_the_site_still_publishes(tmp_path: Path) -> None:
    address = os.environ["DATABASE_URL"]
    name = f"without_feedback_{os.getpid()}"
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    try:
        path, _question, options = address.partition("?")
        environment = os.environ | {
            "DATABASE_URL": f"{path.rpartition('/')[0]}/{name}?{options}",
            "DJANGO_SETTINGS_MODULE": "tests.newsroom.settings_without_feedback",
            "PYTHONPATH": str(ROOT),
            "SECRET_KEY": "a key for this test",
            "VAR_DIR": str(tmp_path),
            "ALLOWED_HOSTS": "testserver",
        }
        outcome = subprocess.run(
            [sys.executable, "-c", PROGRAM], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
        )
        assert outcome.stdout.strip().endswith("published"), outcome.stderr
    finally:
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
