"""`screen compare A B …`: two to four candidates side by side, by requirement."""

from typing import Annotated

from typer import Argument

from screener.cli.options import QuestionOptions, TextOptions
from screener.cli.work import CacheOptions
from screener.errors import ExitCode, ScreenerError

Two = Annotated[
    list[str],
    Argument(
        metavar="PATH...",
        help="Two to four resumes; or a file of results, and which of its candidates.",
        show_default=False,
    ),
]


class NothingToCompare(ScreenerError):
    """Not two, three or four candidates; `code` is what finding them came to."""

    def __init__(self, problem: str, code: ExitCode) -> None:
        super().__init__(problem)
        self.exit_code = max(code, ExitCode.USAGE)


def compare(paths: Two, question: QuestionOptions, output: TextOptions, limits: CacheOptions) -> int:
    """Put two to four candidates side by side, requirement by requirement.

    What tells them apart stands out. Nobody is called the better one: a person decides.
    """
    from screener.cli.blinding import blinded_candidates, check_blind
    from screener.cli.candidates import find_candidates, tell_problems, tell_unreadable
    from screener.cli.output import TEXT, deliver, plan
    from screener.reports.comparison import check_count, write_comparison
    from screener.reports.stored import ResultsError

    destinations = plan(output, paths, TEXT)
    check_blind(output, destinations, paths)
    try:
        found = find_candidates(paths, question, limits)
    except ResultsError as error:
        return tell_problems(error.problems)
    if problem := check_count(found.named):
        raise NothingToCompare(problem, found.code)
    tell_unreadable(found.named)
    found = blinded_candidates(found, output)
    deliver(destinations, lambda _, stream: write_comparison(found.report, found.named, stream))
    return found.code
