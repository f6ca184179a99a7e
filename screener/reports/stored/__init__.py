"""Results files -> the Report that they were written from, so that any report can be made later.

`files` reads and merges them, `rows` rebuilds each result, `fields` checks every value on the way: a file that
was edited, cut or written by another program is told apart with its line and what is wrong there. What no report
shows isn't in a results file and stays empty: the lines of a resume, certificates, quotes of other skills.
"""

from screener.reports.stored.fields import WrongValue
from screener.reports.stored.files import ResultsError, is_results_file, load_outcome, load_results

__all__ = ["ResultsError", "WrongValue", "is_results_file", "load_outcome", "load_results"]
