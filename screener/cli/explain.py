"""`screen explain PATH…`: why a verdict is what it is, in sentences and numbers that anybody can check."""

from functools import partial
from typing import Annotated

from typer import Argument

from screener.cli.letters import LetterOptions, check_is_letter, write_letters
from screener.cli.options import QuestionOptions, TextOptions
from screener.cli.work import CacheOptions

Explained = Annotated[
    list[str],
    Argument(
        metavar="PATH...",
        help="Resumes; or a file of results, and which of its candidates, all by default.",
        show_default=False,
    ),
]


def explain(
    paths: Explained, *, question: QuestionOptions, letter: LetterOptions, output: TextOptions, limits: CacheOptions
) -> int:
    """Explain verdicts in plain sentences, with every step of the arithmetic.

    What each requirement asks and what was found for it, with the quotes; how credits become the score;
    how positions add up to months, with overlaps and coarse dates; and what would change the verdict.
    With --letter it is a letter to the candidate, without verdict and score; several go to a folder, -o letters/.
    """
    from screener.cli.blinding import blinded_candidates, check_blind
    from screener.cli.candidates import find_candidates, tell_problems
    from screener.cli.output import TEXT, deliver, plan
    from screener.reports.explaining import write
    from screener.reports.stored import ResultsError

    check_is_letter(letter, is_blind=output.blind)
    try:
        if letter.letter:
            find = partial(find_candidates, paths, question, limits)
            return write_letters(paths, output.output or (), letter, find)
        destinations = plan(output, paths, TEXT)
        check_blind(output, destinations, paths)
        found = blinded_candidates(find_candidates(paths, question, limits), output)
    except ResultsError as error:
        return tell_problems(error.problems)
    deliver(destinations, lambda _, stream: write(found.report, found.named, stream))
    return found.code
