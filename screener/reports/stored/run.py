"""What a results file says of the run that wrote it."""

from datetime import date
from typing import NamedTuple

from screener.model.period import month_index
from screener.reports.results import SCHEMA_VERSION
from screener.reports.stored.fields import Fields, WrongValue


class Run(NamedTuple):
    """Results belong together when all of this is the same."""

    version: str
    as_of: date
    title: str
    file: str
    sha256: str

    @property
    def month(self) -> int:
        return month_index(self.as_of.year, self.as_of.month)


_WORDS = {
    "version": "version of screener",
    "as_of": "as-of date",
    "title": "role",
    "file": "name of the role",
    "sha256": "version of the role",
}


def run_of(fields: Fields) -> Run:
    """The run of a row, or of a whole file."""
    if not fields.has("schema_version") or not fields.has("screener"):
        raise WrongValue("no result of screener; name a file that was written with -o results.json or .jsonl")
    if fields.whole("schema_version") != SCHEMA_VERSION:
        raise WrongValue("written by another generation of screener; screen the resumes again")
    role = fields.at("role")
    return Run(fields.text("screener"), _day(fields), role.text("title"), role.text("file"), role.text("sha256"))


def difference(run: Run, other: Run) -> str:
    """What the first of all differences is, in words."""
    for key, words in _WORDS.items():
        mine, theirs = getattr(run, key), getattr(other, key)
        if mine != theirs:
            return f"another {words} ({str(mine)[:40]}, not {str(theirs)[:40]})"
    return ""


def _day(fields: Fields) -> date:
    try:
        return date.fromisoformat(fields.text("as_of"))
    except ValueError:
        raise fields.wrong("as_of", "a day written as YYYY-MM-DD") from None
