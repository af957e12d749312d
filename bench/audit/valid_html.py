"""Every page through two checkers of HTML: the W3C's own, and html-validate with its recommended and its standard rules."""

import json
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from bench.audit import tools
from bench.audit.pages import Page
from bench.audit.report import Finding, Section, counted
from bench.audit.site import Site

#: Rules of html-validate that are off, and why.
OFF = {
    "no-trailing-whitespace": "a rule of style for files that people write. These blanks stand where template tags stood, and"
    " compress to nothing.",
    "long-title": "no rule of HTML but advice for search results: a title is the headline and the name of the house, and a"
    " headline is the editors'.",
}


def check(site: Site, pages: Sequence[Page]) -> Section:
    of = f"{len(pages)} pages"
    with _files(pages) as files:
        return Section(
            [
                counted("HTML, every page", tools.version("vnu-jar"), _nu(files), of=of),
                counted("HTML, every page", tools.version("html-validate"), _html_validate(files), of=of),
            ],
            [f"html-validate, `{rule}`: {reason}" for rule, reason in OFF.items()],
        )


@contextmanager
def _files(pages: Sequence[Page]) -> Iterator[dict[Path, Page]]:
    """The pages as files, byte for byte as they were served."""
    with tempfile.TemporaryDirectory(prefix="newsroom-html-") as folder:
        files = {Path(folder).resolve() / f"{number}.html": page for number, page in enumerate(pages)}
        for file, page in files.items():
            file.write_text(page.body, encoding="utf-8", newline="")
        yield files


def _nu(files: dict[Path, Page]) -> Iterator[Finding]:
    """Everything the Nu Html Checker says: errors, warnings and remarks."""
    jar = tools.MODULES / "vnu-jar/build/dist/vnu.jar"
    done = tools.run("java", "-jar", jar, "--format", "json", "--stdout", "--exit-zero-always", *files)
    for message in tools.answer(done, done.stdout)["messages"]:
        page = files[Path(message["url"].removeprefix("file:"))]
        kind = message.get("subType") or message["type"]
        yield Finding(page.path, f"{kind}: {message['message']} `{_shown(message.get('extract', ''))}`")


def _html_validate(files: dict[Path, Page]) -> Iterator[Finding]:
    folder = next(iter(files)).parent
    presets = ["html-validate:recommended", "html-validate:standard", "html-validate:a11y"]
    configuration = {"root": True, "extends": presets, "rules": dict.fromkeys(OFF, "off")}
    (folder / ".htmlvalidate.json").write_text(json.dumps(configuration))
    program = tools.MODULES / "html-validate/bin/html-validate.mjs"
    # To a file: into a pipe it writes no more than fits before it ends.
    results = folder / "results.json"
    done = tools.run("node", program, f"--formatter=json={results}", folder)
    for result in tools.answer(done, results.read_text() if results.exists() else ""):
        page = files[Path(result["filePath"])]
        for message in result["messages"]:
            yield Finding(page.path, f"{message['ruleId']}: {message['message']} `{message.get('selector') or ''}`")


def _shown(extract: str) -> str:
    return " ".join(extract.split()).replace("`", "'")
