"""A template file -> one that works: read, compiled, and tried on letters of every kind before any resume is read."""

import re
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

from screener.documents.opening import read_named
from screener.errors import ScreenerError
from screener.reports.explaining.letter.examples import EXAMPLES
from screener.reports.explaining.letter.sandbox import Fault, Rendering, compile_template
from screener.reports.markdown_report import inert as inert_in_markdown

SHIPPED = "letter.txt.j2"
_MOST_BYTES = 200_000
_ENDINGS = re.compile(r"\.(?:j2|jinja2?)$", re.IGNORECASE)
_FORMATS = {".txt": "text", ".md": "markdown", ".html": "html", ".htm": "html"}
_BLOCK = re.compile(r"^(\d*)([#+=.)-])")  # a heading, a list, a line under a heading
_START = "start anew from 'screen explain --print-template'"


class LetterTemplateError(ScreenerError):
    """A template that can't be used; the message has the file, the line and the remedy."""


class LetterTemplate(NamedTuple):
    """Ready to render; `format` is text, markdown or html."""

    rendering: Rendering
    format: str

    @property
    def suffixes(self) -> tuple[str, ...]:
        """How files with such letters end, the usual way first."""
        return tuple(suffix for suffix, form in _FORMATS.items() if form == self.format)

    def render(self, values: dict[str, Any]) -> str:
        """One letter, ending in one newline. Raises LetterTemplateError."""
        try:
            return self.rendering.render(values).strip("\n") + "\n"
        except Fault as fault:
            raise _problem(self.rendering.file, fault) from fault


def shipped_template() -> str:
    """The text of the template that is used unless there is another."""
    return files("screener.reports.explaining").joinpath("letter", SHIPPED).read_text(encoding="utf-8")


def load_template(file: str | None = None) -> LetterTemplate:
    """The template in this file, or the shipped one. Raises LetterTemplateError."""
    if file is None:
        return _made(shipped_template(), SHIPPED, "text")
    ending = Path(_ENDINGS.sub("", file)).suffix.lower()
    if ending and ending not in _FORMATS:
        raise LetterTemplateError(f"{file}: a template makes .txt, .md or .html; name it letter.txt.j2, say")
    template = _made(_read(file), file, _FORMATS.get(ending, "text"))
    letters = [template.render(example) for example in EXAMPLES]
    if not any(letter.strip() for letter in letters):
        raise LetterTemplateError(f"{file}: makes empty letters; write what they say, or {_START}")
    return template


def _made(source: str, file: str, form: str) -> LetterTemplate:
    show: Callable[[str], str] = _in_markdown if form == "markdown" else str
    try:
        rendering = compile_template(source, file, EXAMPLES[0], is_html=form == "html", show=show)
    except Fault as fault:
        raise _problem(file, fault) from fault
    return LetterTemplate(rendering, form)


def _in_markdown(text: str) -> str:
    """The text as Markdown that shows it, at the beginning of a line, too."""
    return _BLOCK.sub(r"\1\\\2", inert_in_markdown(text))


def _read(file: str) -> str:
    try:
        data = read_named(file, _MOST_BYTES + 1)
    except OSError as error:
        reason = (error.strerror or "unknown error").lower()
        raise LetterTemplateError(f"{file}: can't be read: {reason}; {_START}") from error
    if len(data) > _MOST_BYTES:
        raise LetterTemplateError(f"{file}: is larger than {_MOST_BYTES // 1000} KB, as no letter is; {_START}")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise LetterTemplateError(f"{file}:{line}: isn't UTF-8; save it as UTF-8") from error


def _problem(file: str, fault: Fault) -> LetterTemplateError:
    place = f"{file}:{fault.line}" if fault.line else file
    message = str(fault).rstrip(".")
    remedy = "" if ";" in message else f"; mend it, or {_START}"  # many messages end in one
    return LetterTemplateError(f"{place}: {message}{remedy}")
