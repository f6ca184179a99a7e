"""Looks for a candidate's own words in blind output.

python -m tests.blinding.leaks FOLDER                     every resume in it, by what is understood of it
python -m tests.blinding.leaks FOLDER --truth truth.jsonl a line for each file: {"file": …, "name": …, "email": …}

Each file is screened with the default role, made blind and written in every format; the redacted lines of the resume,
which no format shows in whole, are searched as well. Matching is done anew here and shares nothing with what redacts.
"""

import argparse
import io
import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from screener import load_role, parse_resume, read_document, screen
from screener.blinding.outcomes import words_of_role
from screener.blinding.redactor import Redactor
from screener.blinding.report import blind
from screener.errors import DocumentError
from screener.model.report import Report
from screener.model.resume import Resume, ResumeLine, Section
from screener.model.screening import Outcome, Screening
from screener.reports import FORMATS, ViewOptions, render

_AS_OF = date(2026, 11, 30)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NUMBER = re.compile(r"\d(?:[\s().\-/]{0,3}\d){6,}")
_NOT_SHOWN = re.compile(r"<(style|script)>.*?</\1>|<[a-z]+|(?<= )[a-z-]+(?==)", re.DOTALL)
_NO_SCHOOL = re.compile(
    r"(?:(?:senior|high|secondary|school|diploma|certificate|university|college|degree|the|of)\W*)+"
)
_PLAIN = str.maketrans({"ł": "l", "ø": "o", "ı": "i", "đ": "d", "ß": "ss"})


class Token(NamedTuple):
    """Something that must not be seen; `kind` is for counting."""

    kind: str
    text: str


class Leak(NamedTuple):
    token: Token
    where: str  # a format, or "lines"
    around: str


def plain(text: str) -> str:
    """Small letters without accents."""
    letters = unicodedata.normalize("NFKD", text.casefold().translate(_PLAIN))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def tokens_of(resume: Resume, file: str, sha256: str, truth: dict[str, Any] | None = None) -> set[Token]:
    """What the candidate could be known by."""
    candidate, truth = resume.candidate, truth or {}
    names = {candidate.name, truth.get("name")} - {None}
    tokens = {Token("name", part) for name in names for part in re.findall(r"[^\W\d_]{3,}", plain(str(name)))}
    tokens |= {Token("e-mail", plain(email)) for email in {*candidate.emails, truth.get("email") or ""} if email}
    tokens |= {Token("phone", digits[-7:]) for phone in candidate.phones if len(digits := re.sub(r"\D", "", phone)) > 7}
    tokens |= {Token("link", plain(link.split("://")[-1].rstrip("/"))) for link in candidate.links}
    schools = {plain(entry.institution) for entry in resume.education if entry.institution}
    tokens |= {Token("school", school) for school in schools if not _NO_SCHOOL.fullmatch(school)}
    stem = plain(Path(file).stem)
    tokens |= {Token("file", plain(Path(file).name)), Token("hash", sha256[:16])}
    return tokens | ({Token("file", stem)} if len(stem) > 7 and not stem.isalpha() else set())


def leaks_in(text: str, tokens: Iterable[Token], where: str, spared: Iterable[str] = ()) -> Iterator[Leak]:
    """Every token that stands in the text; `spared` are words that are skills or the role's, too."""
    text = _NOT_SHOWN.sub(" ", text) if where == "html" else text
    seen, digits = plain(text), " ".join("".join(re.findall(r"\d", run)) for run in _NUMBER.findall(text))
    spared = {plain(word) for word in spared}
    for token in sorted(tokens):
        if token.kind == "phone":
            found = re.search(rf"(?:^| )\d{{0,8}}{token.text}(?: |$)", digits)
        else:
            found = re.search(rf"(?<![^\W_]){re.escape(token.text)}(?![^\W_])", seen)
        at = found.start() if found and token.text not in spared else -1
        if at >= 0:
            shown = digits if token.kind == "phone" else seen
            yield Leak(token, where, " ".join(shown[max(at - 40, 0) : at + 60].split()))


def texts_of(report: Report) -> Iterator[tuple[str, str]]:
    """The report in every format, as text."""
    for name in FORMATS:
        if name == "xlsx":
            yield name, workbook_text(report)
            continue
        for detailed in (True, False) if name == "table" else (None,):
            stream = io.StringIO()
            render(report, name, stream, view=ViewOptions(detailed=detailed, width=200))
            yield name, stream.getvalue()


def workbook_text(report: Report) -> str:
    """Everything in a workbook: cells, links and the parts that it is packed in."""
    import zipfile

    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")
    render(report, "xlsx", stream)
    with zipfile.ZipFile(stream.buffer) as parts:  # type: ignore[arg-type]
        return "\n".join(parts.read(name).decode("utf-8") for name in parts.namelist())


def lines_of(outcome: Outcome) -> Iterator[tuple[str, str]]:
    """Every line of the resume as it would be quoted, those of education apart, where no year may be left."""
    assert isinstance(outcome.result, Screening)
    redactor = Redactor(outcome, words_of_role(outcome.result.role))
    lines = outcome.result.resume.lines
    blind_lines = [redactor.text(line.text, redactor.where(*_place(line))) for line in lines]
    study = [line.section is Section.EDUCATION and line.position is None for line in lines]
    yield "lines", "\n".join(blind_lines)
    yield "study", "\n".join(text for text, is_study in zip(blind_lines, study, strict=True) if is_study)


def _place(line: ResumeLine) -> tuple[int, int, Section | None, int | None]:
    return line.page, line.line, line.section, line.position


def find_leaks(outcome: Outcome, report: Report, truth: dict[str, Any] | None = None) -> list[Leak]:
    """All leaks of one file, whose report holds nothing else."""
    assert isinstance(outcome.result, Screening)
    tokens = tokens_of(outcome.result.resume, outcome.file, outcome.sha256 or "", truth)
    shown = blind(report).report
    spared = [skill.skill for skill in outcome.result.resume.skills]
    spared += ["april", "may", "june", "august", "long", "young", "page", "line", "grace", "mark"]
    leaks = [leak for where, text in texts_of(shown) for leak in leaks_in(text, tokens, where, spared)]
    for where, text in lines_of(outcome):
        leaks += leaks_in(text, tokens, where, spared)
        years = _YEAR.findall(text) if where == "study" else []
        leaks += [Leak(Token("year", year), where, text[:100]) for year in years]
    return leaks


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--truth", type=Path)
    options = parser.parse_args()
    rows = options.truth.read_text("utf-8").splitlines() if options.truth else ()
    truths = {row["file"]: row for row in map(json.loads, rows) if "file" in row}
    role, counts, files = load_role("backend-software-engineer"), Counter[tuple[str, str]](), 0
    for path in sorted(options.folder.iterdir()):
        try:
            document = read_document(path)
        except DocumentError:
            continue
        files += 1
        screening = screen(parse_resume(document, _AS_OF), role, _AS_OF)
        outcome = Outcome(str(path), document.sha256, screening)
        leaks = find_leaks(outcome, Report((outcome,), role, _AS_OF, "0"), truths.get(path.name))
        counts.update({(leak.token.kind, "output" if leak.where in FORMATS else "lines") for leak in leaks})
        for leak in {leak.token: leak for leak in leaks}.values():
            sys.stdout.write(f"{path.name}: {leak.token.kind} in {leak.where}: {leak.token.text!r} … {leak.around}\n")
    sys.stdout.write(f"{files} files; with a leak: {dict(counts)}\n")


if __name__ == "__main__":
    main()
