"""What became of examples -> the words that people read."""

from collections import Counter
from collections.abc import Iterator, Sequence

from screener.model.trial import Coverage, Difference, ExampleResult, RoleTrial
from screener.reports.wording import VERDICTS, counted


def outcome_words(example: ExampleResult) -> str:
    """ "no fit, score 40.0"; "" where there is no verdict."""
    if example.verdict is None:
        return ""
    score = "" if example.score is None else f", score {example.score}"
    return f"{VERDICTS[example.verdict]}{score}"


def failure_lines(example: ExampleResult) -> Iterator[str]:
    """Why the example failed: a line for each fault and each part that differs."""
    yield from example.faults
    for difference in example.differences:
        yield _difference(difference)


def _difference(difference: Difference) -> str:
    expected, got = _plain(difference.expected), _plain(difference.got)
    if difference.part == "above":
        return f"above: expected a higher rank than '{difference.expected}', got {got}{_aside(difference.reason)}"
    return f"{difference.requirement or difference.part}: expected {expected}, got {got}{_aside(difference.reason)}"


def _plain(word: str) -> str:
    return {"no_fit": "no fit", "not_met": "not met"}.get(word, word)


def _aside(reason: str) -> str:
    return f" ({reason})" if reason else ""


def coverage_lines(coverage: Coverage) -> Iterator[str]:
    """How much the examples touch, then everything that they don't."""
    requirements = _share(coverage.requirement_count, len(coverage.requirements), "requirement")
    aliases = _share(coverage.alias_count, len(coverage.aliases), "alias")
    yield f"examples touch {requirements}" + (f" and {aliases}" if coverage.alias_count else "")
    for name in coverage.requirements:
        yield f"not touched: {name}"
    for untouched in coverage.aliases:
        yield f"not touched: {untouched.alias} (an alias of {untouched.requirement})"


def _share(total: int, missing: int, noun: str) -> str:
    plural = {"alias": "aliases"}.get(noun, f"{noun}s")
    if not missing:
        return f"all {total} {plural}" if total > 1 else f"the only {noun}"
    return f"{total - missing} of {total} {plural if total > 1 else noun}"


def summary(trials: Sequence[RoleTrial], refused: int) -> str:
    """ "4 examples of 2 roles: 3 passed, 1 failed; 1 role file with errors"."""
    counts = Counter(
        "updated" if example.is_updated else "passed" if example.has_passed else "failed"
        for trial in trials
        for example in trial.examples
    )
    parts = [f"{counts[word]} {word}" for word in ("passed", "updated", "failed") if counts[word]]
    words = f"{counted(counts.total(), 'example')} of {counted(len(trials), 'role')}" if trials else ""
    without = sum(not trial.examples for trial in trials)
    rest = [
        f"{counted(without, 'role')} without examples" if without else "",
        f"{counted(refused, 'role file')} with errors" if refused else "",
    ]
    return "; ".join(filter(None, (words + (f": {', '.join(parts)}" if parts else ""), *rest)))
