"""Plain values -> JSON as text that is the same everywhere and inert in a terminal."""

import json
import re
from typing import Any

from screener.model.path_order import surrogate_escape
from screener.reports.safe_text import UNSAFE

Json = dict[str, Any]

_ENCODE = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
_SURROGATE = re.compile("[\ud800-\udfff]")


def dumps(value: Json | list[Json] | str, indent: int | None = None) -> str:
    """JSON as text: readable letters stay, and what would be obeyed by a terminal is escaped.

    A lone surrogate has no UTF-8; strict parsers refuse its escape too, so it becomes words.
    """
    text = _ENCODE(value) if indent is None else json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
    if text.isprintable() or not UNSAFE.search(text.replace("\n", "")):  # nothing unsafe is printable
        return text
    text = _SURROGATE.sub(lambda match: "\\" + surrogate_escape(match.group()), text)
    return UNSAFE.sub(lambda match: match.group() if match.group() == "\n" else json.dumps(match.group())[1:-1], text)
