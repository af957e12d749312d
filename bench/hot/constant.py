"""The least that granian can do: one answer, made before the first request. CONSTANT names the file that it is in."""

import json
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

_kept = Path(os.environ["CONSTANT"])
_HEADERS = [(name, value) for name, value in json.loads(_kept.with_suffix(".json").read_text())]
_BODY = [_kept.read_bytes()]


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    start_response("200 OK", _HEADERS.copy())
    return _BODY
