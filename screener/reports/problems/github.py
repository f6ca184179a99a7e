"""Problems -> workflow commands, which GitHub shows as annotations beside the lines of a pull request.

A step may leave ten annotations of each severity; GitHub drops the rest without a word. So what is
beyond is printed as plain lines into the log, and one line says how many there are. The runner looks for
commands in every line: `::` at its start, behind spaces too, and the old form `##[` anywhere. So a plain
line begins with a sign and has the old form pulled apart, whatever a file is called.
Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from collections import Counter
from collections.abc import Sequence
from typing import TextIO

from screener.reports.safe_text import visible
from screener.roles.lint import CheckedFile
from screener.roles.problems import Problem

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}
_MOST = 10  # annotations of a severity in a step
_ESCAPES = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY_ESCAPES = _ESCAPES | {":": "%3A", ",": "%2C"}


def write(files: Sequence[CheckedFile], stream: TextIO) -> None:
    """Annotations as long as GitHub takes them, then lines."""
    shown: Counter[str] = Counter()
    beyond = []
    for checked in files:
        for problem in checked.problems:
            shown[problem.severity] += 1
            if shown[problem.severity] <= _MOST:
                stream.write(_command(checked.file, problem) + "\n")
            else:
                beyond.append(visible(problem.text(checked.file)))
    if beyond:
        stream.write(f"GitHub shows {_MOST} annotations of a kind; {len(beyond)} more problems:\n")
        stream.writelines(f"- {line.replace('##[', '## [')}\n" for line in beyond)


def _command(file: str, problem: Problem) -> str:
    properties = {"file": file}
    if problem.line:
        properties |= {"line": str(problem.line), "col": str(problem.column)}
    properties["title"] = problem.rule
    written = ",".join(f"{key}={_escaped(value, _PROPERTY_ESCAPES)}" for key, value in properties.items())
    return f"::{_COMMANDS[problem.severity]} {written}::{_escaped(problem.message, _ESCAPES)}"


def _escaped(text: str, escapes: dict[str, str]) -> str:
    return "".join(escapes.get(character, visible(character)) for character in text)
