"""An Outcome -> a letter to the candidate: what was found, what wasn't, what can't be told and how to supply it.

`values` and `findings` make the variables, `template` and `sandbox` what a template may do with them, `wrapping`
the lines. The words stand in letter.txt.j2, which a company replaces by its own.
"""

from typing import TextIO

from screener.model.report import Report
from screener.model.screening import Outcome, Unreadable
from screener.reports import write_utf8
from screener.reports.explaining.letter.template import LetterTemplate
from screener.reports.explaining.letter.values import values_of
from screener.reports.explaining.letter.wrapping import wrapped
from screener.reports.pen import window_width
from screener.reports.safe_text import plain

USUAL_WIDTH = 78  # cells of a line, as in letters; of a narrower window less
_NARROWEST = 40
_NEVER_THERE = "unreadable-file"  # the path is wrong, or the file may not be opened: nothing that a candidate did


def is_for_candidate(outcome: Outcome) -> bool:
    """Whether there is anything to say to a candidate."""
    return not (isinstance(outcome.result, Unreadable) and outcome.result.code == _NEVER_THERE)


def write_letter(report: Report, outcome: Outcome, stream: TextIO, template: LetterTemplate) -> None:
    """Write one letter. Raises LetterTemplateError where the template fails on it."""
    letter = template.render(values_of(report, outcome))
    if template.format != "text":
        write_utf8(stream, letter)
        return
    width = min(max(window_width(stream) or USUAL_WIDTH, _NARROWEST), USUAL_WIDTH)
    encoding = getattr(stream, "encoding", None) or "utf-8"
    shown = letter if encoding.lower().startswith("utf") else plain(letter, encoding)
    stream.write(wrapped(shown, width))
