"""The JSON-LD of every page: in schema.org's words by schema-dts, and with what Google's documentation asks for.

schema-dts is schema.org's vocabulary as types of TypeScript, made from its definition: the compiler then refuses an
unknown type or property, a property on the wrong type, and a value outside its range.
"""

import json
import re
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import html5lib

from bench.audit import tools
from bench.audit.pages import Page
from bench.audit.report import Finding, Section, counted
from bench.audit.site import Site

#: What Google's documentation lists for rich results as required or recommended, as far as there is something to say
#: of a newsroom: names of properties, dotted into the objects they hold. `image` stands only where there is a picture.
GOOGLE: Mapping[str, Sequence[str]] = {
    "NewsArticle": ("headline", "image", "datePublished", "dateModified", "author", "author.name", "author.url"),
    "BreadcrumbList": ("itemListElement", "itemListElement.position", "itemListElement.name", "itemListElement.item"),
    "ProfilePage": ("mainEntity", "mainEntity.name", "mainEntity.url"),
}
_DATES = ("datePublished", "dateModified", "dateCreated")
_ADDRESSES = ("url", "item", "@id", "license", "urlTemplate")
_HERE = Path(__file__).resolve().parent
_COMPLAINT = re.compile(r"\((\d+),\d+\): error TS\d+: (.*)")

Value = dict[str, Any]


def check(site: Site, pages: Sequence[Page]) -> Section:
    found = _objects(pages)
    of = f"{sum(map(len, found.values()))} objects on {len(pages)} pages"
    vocabulary = f"{tools.version('schema-dts')}, {tools.version('typescript')}"
    google = tools.version("@adobe/structured-data-validator")
    return Section(
        [
            counted("JSON-LD, vocabulary", vocabulary, _vocabulary(found), of=of),
            counted("JSON-LD, Google's rules", google, _rich_results(found), of=of),
            counted("JSON-LD, Google's rules", "our table of its documentation", _google(found), of=of),
        ],
        [
            "Google's and schema.org's own validators: both are services on other hosts. NewsArticle and ProfilePage are not"
            " among the rules of `@adobe/structured-data-validator`; a table in `bench/audit/structured_data.py` has them.",
        ],
    )


def _objects(pages: Sequence[Page]) -> dict[str, list[str]]:
    """Every JSON-LD object, as text on one line, with the pages that it stands on."""
    found: dict[str, list[str]] = defaultdict(list)
    for page in pages:
        tree = html5lib.parse(page.body, namespaceHTMLElements=False)
        for script in tree.iter("script"):
            if script.get("type") == "application/ld+json":
                value = json.loads(script.text or "")
                found[json.dumps(value, ensure_ascii=True)].append(page.path)
    return found


def _vocabulary(found: Mapping[str, Sequence[str]]) -> Iterator[Finding]:
    """One declaration a line, of the type that the object says it is; the compiler's complaints come with the line."""
    lines = ['import type * as S from "schema-dts";']
    for number, text in enumerate(found):
        value = json.loads(text)
        actions, expression = _expression(value, f"o{number}")
        declared = f"export const o{number}: S.WithContext<Exclude<S.{value['@type']}, string>> = {expression};"
        lines.append(" ".join([*actions, declared]))
    texts = list(found)
    with tempfile.TemporaryDirectory(prefix="objects-", dir=tools.MODULES.parent) as folder:
        source = Path(folder) / "objects.ts"
        source.write_text("\n".join(lines))
        done = tools.run(
            "node", tools.MODULES / "typescript/bin/tsc", "--noEmit", "--strict", "--pretty", "false", source
        )
    complaints = [match for line in done.stdout.splitlines() if (match := _COMPLAINT.search(line))]
    if done.returncode and not complaints:
        raise RuntimeError(f"The compiler could not judge the JSON-LD: {done.stdout[:2000]}{done.stderr[:2000]}")
    for complaint in complaints:
        text = texts[int(complaint[1]) - 2]
        for path in found[text]:
            yield Finding(path, f"{json.loads(text)['@type']}: {complaint[2][:400]}")


def _expression(value: Any, name: str) -> tuple[list[str], str]:
    """A value as TypeScript. Actions that say what they need ("query-input") have a type of their own in schema-dts, so
    they are declared before it.
    """
    if not isinstance(value, dict):
        parts = (
            [_expression(inner, f"{name}_{place}") for place, inner in enumerate(value)]
            if isinstance(value, list)
            else []
        )
        text = f"[{', '.join(text for _, text in parts)}]" if isinstance(value, list) else json.dumps(value)
        return [line for lines, _ in parts for line in lines], text
    before: list[str] = []
    properties = []
    for place, (key, inner) in enumerate(value.items()):
        lines, text = _expression(inner, f"{name}_{place}")
        before += lines
        properties.append(f"{json.dumps(key)}: {text}")
    text = f"{{{', '.join(properties)}}}"
    if any(key.endswith(("-input", "-output")) for key in value):
        before.append(f"const {name}: S.WithActionConstraints<S.{value['@type']}Leaf> = {text};")
        return before, name
    return before, text


def _rich_results(found: Mapping[str, Sequence[str]]) -> Iterator[Finding]:
    done = tools.run(
        "node", _HERE / "rich-results.mjs", tools.MODULES, sent=json.dumps([json.loads(text) for text in found])
    )
    for paths, issues in zip(found.values(), tools.answer(done, done.stdout), strict=True):
        for issue in issues:
            for path in paths:
                yield Finding(path, issue)


def _google(found: Mapping[str, Sequence[str]]) -> Iterator[Finding]:
    for text, paths in found.items():
        value = json.loads(text)
        said = [f"{value['@type']} without {name}" for name in GOOGLE.get(value["@type"], ()) if not _has(value, name)]
        said += _malformed(value)
        for path in paths:
            yield from (Finding(path, complaint) for complaint in said)


def _has(value: Any, name: str) -> bool:
    """Whether the property is there, in every object on the way."""
    if isinstance(value, list):
        return bool(value) and all(_has(inner, name) for inner in value)
    first, _, rest = name.partition(".")
    inner = value.get(first) if isinstance(value, dict) else None
    return inner not in (None, "", []) and (not rest or _has(inner, rest))


def _malformed(value: Any) -> Iterator[str]:
    """Dates that are no moments and addresses that are not whole: text to a vocabulary, nonsense to a machine."""
    if isinstance(value, list):
        for inner in value:
            yield from _malformed(inner)
    if not isinstance(value, dict):
        return
    for name, inner in value.items():
        if name in _DATES and not _moment(inner):
            yield f"{name} is `{inner}`"
        if name in _ADDRESSES and isinstance(inner, str) and not urlsplit(inner).netloc:
            yield f"{name} is `{inner}`"
        yield from _malformed(inner)


def _moment(text: Any) -> bool:
    try:
        return datetime.fromisoformat(text).tzinfo is not None
    except (TypeError, ValueError):
        return False
