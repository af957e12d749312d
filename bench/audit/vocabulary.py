"""python -m bench.audit.vocabulary [TYPE ...]

Writes tests/site/schema_org.json: what schema.org says of the types that the site uses, from schema-dts, so that the
tests know it without the tools of the audit. Types that are named are added to those in the file.
"""

import json
import re
import sys
from collections.abc import Mapping

from bench.audit import tools

KEPT = tools.ROOT / "tests/site/schema_org.json"

_BASE = re.compile(r"^(?:export )?interface (\w+)(?:Base|Leaf) extends ([^{]+) \{\n(.*?)^\}", re.MULTILINE | re.DOTALL)
_PROPERTY = re.compile(r'^    "(\w+)"\?: SchemaValue<(.*?), "\w+">;', re.MULTILINE)
_KINDS = re.compile(r"^export type (\w+) = (\w+Leaf(?: \| \w+)*);", re.MULTILINE)


def main(named: list[str]) -> None:
    declared = (tools.MODULES / "schema-dts/dist/schema.d.ts").read_text()
    types = {*named, *(json.loads(KEPT.read_text())["types"] if KEPT.exists() else ())}
    parents, properties, kinds = _read(declared)
    told = {
        name: {"is": sorted(_above(name, kinds)), "may": dict(sorted(_properties(name, parents, properties).items()))}
        for name in sorted(types)
    }
    document = {"from": tools.version("schema-dts"), "types": told}
    KEPT.write_text(json.dumps(document, indent=1) + "\n")


def _read(text: str) -> tuple[Mapping[str, set[str]], Mapping[str, Mapping[str, str]], Mapping[str, set[str]]]:
    """By type: those it inherits from, its own properties with their ranges, and the kinds of it."""
    parents: dict[str, set[str]] = {}
    properties: dict[str, dict[str, str]] = {}
    for name, above, body in _BASE.findall(text):
        inherited = {parent.strip().removesuffix("Base") for parent in above.split(",")} - {name}
        parents.setdefault(name, set()).update(inherited)
        for key, ranges in _PROPERTY.findall(body):
            properties.setdefault(name, {})[key] = " ".join(sorted(set(ranges.split(" | ")) - {"IdReference"}))
    kinds = {name: set(union.split(" | ")[1:]) - {"string"} for name, union in _KINDS.findall(text)}
    return parents, properties, kinds


def _properties(
    name: str, parents: Mapping[str, set[str]], properties: Mapping[str, Mapping[str, str]]
) -> dict[str, str]:
    found: dict[str, str] = {}
    for parent in parents.get(name, ()):
        found |= _properties(parent, parents, properties)
    return found | dict(properties.get(name, {}))


def _above(name: str, kinds: Mapping[str, set[str]]) -> set[str]:
    """The type itself and all that it is a kind of."""
    direct = {parent for parent, below in kinds.items() if name in below}
    return {name}.union(*(_above(parent, kinds) for parent in direct))


if __name__ == "__main__":
    main(sys.argv[1:])
