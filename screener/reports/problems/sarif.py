"""Problems -> SARIF 2.1.0, which code hosts and editors show as findings.

Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from collections.abc import Sequence
from typing import Any, TextIO
from urllib.parse import quote

from screener import __version__
from screener.reports import write_utf8
from screener.reports.json_text import dumps
from screener.roles.lint import CheckedFile
from screener.roles.problems import Problem
from screener.roles.rules import READING_RULES, RULES, manual_page

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def write(files: Sequence[CheckedFile], stream: TextIO) -> None:
    """One run with every problem as a result, and the manual pages of the rules they break."""
    rules = sorted({problem.rule for checked in files for problem in checked.problems})
    results = [_result(checked.file, problem, rules) for checked in files for problem in checked.problems]
    driver = {
        "name": "screener",
        "semanticVersion": __version__,
        "rules": [_rule(name) for name in rules],
    }
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    write_utf8(stream, dumps(log, indent=2) + "\n")


def _rule(name: str) -> dict[str, Any]:
    if name not in (*READING_RULES, *RULES):
        return {"id": name}
    first, _, rest = manual_page(name).partition("\n")
    return {"id": name, "shortDescription": {"text": first}, "help": {"text": rest.strip() or first}}


def _result(file: str, problem: Problem, rules: Sequence[str]) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(file)}}
    if problem.line:
        place["region"] = {"startLine": problem.line, "startColumn": problem.column}
    return {
        "ruleId": problem.rule,
        "ruleIndex": rules.index(problem.rule),
        "level": problem.severity,
        "message": {"text": problem.message},
        "locations": [{"physicalLocation": place}],
    }


def _uri(file: str) -> str:
    """The path as a reference relative to where the check ran; bytes of names that aren't UTF-8 stay what they are."""
    try:
        name = file.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # half a pair, which only Windows allows in names
        name = file.encode("utf-8", "replace")
    return quote(name, safe="/")
