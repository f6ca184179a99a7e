"""A Report -> a Markdown table for a pull request or a chat: compact, one line for each candidate.

Words of a resume are text and nothing else: what Markdown or HTML would obey is escaped, web addresses don't
become links, and the sign of a mention or an issue is written wide (＠, ＃), because no escape stops a mention.
Ways to reach a candidate are left out: such a table is read by many.
"""

import re
from collections.abc import Iterator
from typing import TextIO

from screener.model.report import Report
from screener.model.requirement import Importance
from screener.model.screening import Outcome, Screening, Status
from screener.reports import DEFAULT_VIEW, ViewOptions, write_utf8
from screener.reports.ranking import ranked, shared_folder, unreadable, within
from screener.reports.reasons import reasons_together
from screener.reports.safe_text import visible
from screener.reports.wording import VERDICTS, counted, day_words, short_range, summary

_LONGEST = 300  # characters of one text; what is cut is counted
_HEAD = "| # | Candidate | Verdict | Score | Experience | Gates met | Why |"
_RULE = "| ---: | --- | --- | ---: | --- | :---: | --- |"
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_OBEYED = re.compile(r"[\\`*_\[\]|~$^]|[&<>]|@|#(?=\d)|(?<=:)/(?=/)|(?<=www)\.", re.IGNORECASE)
_WIDE = {"@": "＠", "#": "＃"}


def write(report: Report, stream: TextIO, view: ViewOptions = DEFAULT_VIEW) -> None:
    """Write the table; the same report gives the same bytes."""
    write_utf8(stream, "\n".join(_lines(report, view.top)) + "\n")


def inert(text: str) -> str:
    """The text as Markdown that shows it."""
    text = visible(text)  # first, because results files hold escapes and are cut at the same place
    cut = len(text) - _LONGEST
    if cut > 0:
        text = f"{text[:_LONGEST]}… ({cut} more characters)"
    return _OBEYED.sub(_escape, text.strip())


def _lines(report: Report, top: int | None) -> Iterator[str]:
    judged = ranked(report.outcomes)
    shown, folder = judged[:top], shared_folder(report.outcomes)
    place = f" · in {inert(folder)}/" if folder else ""
    yield f"**{inert(report.role.title)}** · as of {day_words(report.as_of)}{place} · {summary(report)}"
    if shown:
        yield from ("", _HEAD, _RULE)
    for rank, (outcome, screening) in enumerate(shown, start=1):
        yield _row(rank, outcome, screening, folder)
    if len(shown) < len(judged):
        yield from ("", f"The first {len(shown)} of {len(judged)} are shown.")
    if failed := unreadable(report.outcomes):
        yield from ("", f"{counted(len(failed), 'file')} can't be read, and nothing is said of the candidates:", "")
        yield from (f"- **{inert(within(outcome.file, folder))}**: {inert(cause.message)}" for outcome, cause in failed)
    if not report.complete:
        yield from ("", "Stopped before the last file.")
    yield from ("", f"screener {report.version} · role {inert(report.role.file)} · {report.role.sha256[:12]}")


def _row(rank: int, outcome: Outcome, screening: Screening, folder: str) -> str:
    name = screening.resume.candidate.name
    file = inert(within(outcome.file, folder))
    who = f"**{inert(name)}**, {file}" if name else file
    cells = (str(rank), who, VERDICTS[screening.verdict], str(screening.score), short_range(screening.experience))
    return f"| {' | '.join(cells)} | {_gates(screening)} | {_why(outcome, screening, folder)} |"


def _gates(screening: Screening) -> str:
    gates = [item for item in screening.findings if item.requirement.importance is Importance.MUST]
    return f"{sum(gate.status is Status.MET for gate in gates)}/{len(gates)}" if gates else ""


def _why(outcome: Outcome, screening: Screening, folder: str) -> str:
    twin = f"same candidate as {within(outcome.duplicate_of, folder)}" if outcome.duplicate_of else ""
    note = f" ({outcome.duplicate_note})" if outcome.duplicate_note else ""
    parts = [twin + note, *reasons_together(screening)]
    return "; ".join(inert(part) for part in parts if part) or "every must-have is met"


def _escape(match: re.Match[str]) -> str:
    sign = match.group()
    return _WIDE.get(sign) or _ENTITIES.get(sign) or "\\" + sign
