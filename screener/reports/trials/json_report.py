"""What became of examples -> one JSON object, for other programs."""

from collections.abc import Sequence
from typing import TextIO

from screener import __version__
from screener.model.trial import Coverage, Difference, ExampleResult, RoleTrial
from screener.reports import write_utf8
from screener.reports.json_text import Json, dumps
from screener.reports.problems.json_report import problem_json
from screener.reports.trials import Tried


def write(tried: Sequence[Tried], stream: TextIO) -> None:
    """Every role file has its entry, in the order given; every key is always there."""
    found = {"schema_version": 1, "screener": __version__, "files": [_file(one) for one in tried]}
    write_utf8(stream, dumps(found, indent=2) + "\n")


def _file(tried: Tried) -> Json:
    if not isinstance(tried, RoleTrial):
        problems = [problem_json(problem) for problem in tried.problems]
        return {"file": tried.file, "title": None, "problems": problems, "examples": [], "coverage": None}
    return {
        "file": tried.file,
        "title": tried.title,
        "problems": [],
        "examples": [_example(example) for example in tried.examples],
        "coverage": _coverage(tried.coverage) if tried.coverage else None,
    }


def _example(example: ExampleResult) -> Json:
    return {
        "name": example.name,
        "line": example.line,
        "as_of": example.as_of.isoformat(),
        "passed": example.has_passed,
        "updated": example.is_updated,
        "verdict": example.verdict.value if example.verdict else None,
        "score": None if example.score is None else float(example.score),
        "faults": list(example.faults),
        "differences": [_difference(difference) for difference in example.differences],
    }


def _difference(difference: Difference) -> Json:
    return {
        "part": str(difference.part),
        "requirement": difference.requirement,
        "expected": str(difference.expected),
        "got": str(difference.got),
        "reason": difference.reason or None,
    }


def _coverage(coverage: Coverage) -> Json:
    return {
        "requirements": coverage.requirement_count,
        "untouched_requirements": list(coverage.requirements),
        "aliases": coverage.alias_count,
        "untouched_aliases": [{"alias": one.alias, "requirement": one.requirement} for one in coverage.aliases],
    }
