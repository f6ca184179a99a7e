"""`screen explain PATH…`: why a verdict is what it is, in sentences and numbers that anybody can check."""

from typing import Annotated

from typer import Argument

from screener.cli.options import LimitOptions, QuestionOptions, TextOptions

Explained = Annotated[
    list[str],
    Argument(
        metavar="PATH...",
        help="Resumes; or a file of results, and which of its candidates, all by default.",
        show_default=False,
    ),
]


def explain(paths: Explained, question: QuestionOptions, output: TextOptions, limits: LimitOptions) -> int:
    """Explain verdicts in plain sentences, with every step of the arithmetic.

    What each requirement asks and what was found for it, with the quotes; how credits become the score;
    how positions add up to months, with overlaps and coarse dates; and what would change the verdict.
    """
    from screener.cli.candidates import find_candidates, tell_problems
    from screener.cli.output import TEXT, deliver, plan
    from screener.reports.explaining import write
    from screener.reports.stored import ResultsError

    destinations = plan(output, paths, TEXT)
    try:
        found = find_candidates(paths, question, limits)
    except ResultsError as error:
        return tell_problems(error.problems)
    deliver(destinations, lambda _, stream: write(found.report, found.named, stream))
    return found.code
