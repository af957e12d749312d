"""A bad value in the environment refuses to start and names its variable."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


def start(tmp_path: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {
        "PATH": os.environ["PATH"],
        "DJANGO_SETTINGS_MODULE": "newsroom.settings",
        "DATABASE_URL": "postgres://nobody@127.0.0.1:1/none",
        "SECRET_KEY": "a key for this test",
        "VAR_DIR": str(tmp_path),
    } | variables
    program = "import django; django.setup(); from django.conf import settings as s; print(s.SITE_URL, s.ALLOWED_HOSTS)"
    return subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DEBUG", "perhaps"),
        ("PORT", "eighty"),
        ("PORT", "70000"),
        ("SITE_URL", "news.example"),
        ("SITE_URL", "https://news.example/path"),
        ("DATABASE_URL", "mysql://root@localhost/site"),
        ("DATABASE_URL", "nonsense"),
        ("DATABASE_POOL_SIZE", "-1"),
        ("EMAIL_URL", "pigeon://roof"),
        ("BEHIND_PROXY", "2"),
        ("FEEDBACK_MESSAGE_LENGTH", "lots"),
        ("TIME_ZONE", "Mars/Olympus"),
        ("LOG_LEVEL", "LOUD"),
    ],
)
def test_a_bad_value_refuses_to_start_and_names_its_variable(tmp_path: Path, name: str, value: str) -> None:
    outcome = start(tmp_path, **{name: value})
    assert outcome.returncode != 0
    last = outcome.stderr.strip().splitlines()[-1]
    assert last.startswith("django.core.exceptions.ImproperlyConfigured: " + name), last


def test_the_site_address_follows_the_port_and_lets_its_own_host_in(tmp_path: Path) -> None:
    outcome = start(tmp_path, PORT="8123")
    assert outcome.stdout.split(" ", 1)[0] == "http://127.0.0.1:8123"
    assert "'127.0.0.1'" in outcome.stdout


def test_a_public_site_lets_in_its_own_host_only(tmp_path: Path) -> None:
    outcome = start(tmp_path, SITE_URL="https://news.example")
    assert outcome.stdout.strip() == "https://news.example ['news.example']"


def test_without_a_secret_key_one_is_kept_for_its_owner_only(tmp_path: Path) -> None:
    var = tmp_path / "var"
    assert start(var, SECRET_KEY="").returncode == 0
    kept = var / "secret_key"
    first = kept.read_text()
    assert len(first) >= 50
    assert kept.stat().st_mode & 0o777 == 0o600
    assert start(var, SECRET_KEY="").returncode == 0
    assert kept.read_text() == first
    assert [path.name for path in var.iterdir()] == ["secret_key"]


def test_every_variable_that_settings_read_is_in_the_example() -> None:
    import re

    example = (ROOT / ".env.example").read_text()
    source = (ROOT / "newsroom" / "settings.py").read_text()
    names = set(re.findall(r'env\.\w+\(\s*"([A-Z_]+)"', source))
    assert names
    assert {name for name in names if not re.search(rf"^#?\s*{name}=", example, re.MULTILINE)} == set()
