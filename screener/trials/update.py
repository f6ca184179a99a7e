"""Examples that differ -> a role file that expects what happened, with its comments and layout.

A person who runs this has read what differed and decided that the role is right and its examples are
not. What can't be put in the place of an expectation stays as it is, with the reason: a file that
can't be read says nothing of requirements, and no edit makes one example rank above another.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple, cast

from screener.errors import ScreenerError
from screener.model.role import RoleExample
from screener.model.screening import Screening, Status, Unreadable
from screener.model.trial import ExampleResult, RoleTrial
from screener.roles.expect_edits import CannotEdit, Expect, edit_expectations
from screener.roles.source import RoleSource, encode_like, find_shipped_role, read_source
from screener.trials.examples import Tried
from screener.trials.expectations import Comparison, Result, bound_of, compare, expectations, holds


class CannotUpdate(ScreenerError):
    """The role file can't be written."""


class Updated(NamedTuple):
    """`complaints` say of each failed example that was left why it was."""

    trial: RoleTrial
    complaints: tuple[str, ...]


def update_role(tried: Tried) -> Updated:
    """Write what happened into the role file, as far as it can be done. Raises CannotUpdate."""
    trial, role, source = tried.trial, tried.loaded.role, tried.loaded.source
    failed = [number for number, example in enumerate(trial.examples) if not example.has_passed]
    if not failed:
        return Updated(trial, ())
    _check_is_own_file(source)
    wanted: dict[int, Expect] = {}
    refused: dict[int, str] = {}
    for number in failed:
        try:
            wanted[number] = _happened(role.examples[number], tried.results[number], trial.examples[number])
        except CannotEdit as cannot:
            refused[number] = str(cannot)
    edited = edit_expectations(source, role, wanted)
    refused |= edited.refused
    if edited.done:
        _write(source, edited.text)
    examples = [replace(one, is_updated=number in edited.done) for number, one in enumerate(trial.examples)]
    return Updated(replace(trial, examples=tuple(examples)), tuple(_complaints(trial, refused)))


def _complaints(trial: RoleTrial, refused: dict[int, str]) -> Iterator[str]:
    for number, reason in sorted(refused.items()):
        example = trial.examples[number]
        yield f"{trial.file}:{example.line}: '{example.name}' was not updated: {reason}"


def _happened(example: RoleExample, result: Result | None, reported: ExampleResult) -> Expect:
    """The expectation in the form that it has, saying what happened."""
    if reported.faults or result is None:
        raise CannotEdit("it could not be screened or compared; mend that first")
    if any(difference.part == "above" for difference in reported.differences):
        raise CannotEdit("no other value makes it rank above another example; change 'above' by hand")
    verdict = "unreadable" if isinstance(result, Unreadable) else result.verdict.value
    if isinstance(example.expect, str):
        return verdict
    expect = dict(example.expect)
    if "verdict" in expect:
        expect["verdict"] = verdict
    if isinstance(result, Screening):
        if "score" in expect:
            expect["score"] = _new_bound(cast(str, expect["score"]), result.score)
        expect = _with_new_lists(expect, result)
    _check_holds(replace(example, expect=expect), result)
    return expect


def _check_holds(example: RoleExample, result: Result) -> None:
    kept = {part: value for part, value in expectations(example).items() if part != "above"}
    if isinstance(result, Unreadable) and kept.keys() - {"verdict"}:
        raise CannotEdit("its resume is unreadable, so requirements and score say nothing; expect 'unreadable'")
    if compare(replace(example, expect=kept), result, {}) != Comparison((), ()):
        raise CannotEdit("a requirement is named twice, or two requirements share a name; change it by hand")


def _new_bound(bound: str, score: Decimal) -> str:
    """The nearest bound of the same kind that holds."""
    if holds(bound, score):
        return bound
    sign, _ = bound_of(bound)
    written = bound[: len(bound) - len(bound.lstrip("<>= "))]
    return f">= {score}" if sign == ">" else f"<= {score}" if sign == "<" else f"{written}{score}"


def _with_new_lists(expect: dict[str, object], result: Screening) -> dict[str, object]:
    """Each name where it belongs now: those that stay, then those that come. A list that runs empty is dropped."""
    statuses = {finding.requirement.name: finding.status for finding in result.findings}
    named = {part: cast(list[str], expect.get(part, [])) for part in Status}
    lists: dict[str, object] = {}
    for part, names in named.items():
        staying = [name for name in names if statuses[name] is part]
        coming = [name for other in Status if other is not part for name in named[other] if statuses[name] is part]
        lists[part.value] = staying + [name for name in dict.fromkeys(coming) if name not in staying]
    return {
        part: value for part, value in (expect | lists).items() if part not in lists or value or expect.get(part) == []
    }


def _check_is_own_file(source: RoleSource) -> None:
    if find_shipped_role(source.file):
        raise CannotUpdate(f"{source.file}: is a shipped role; copy it to a file of your own to update its examples")
    if not Path(source.file).is_file():
        raise CannotUpdate(f"{source.file}: is not a regular file, so it can't be updated; name a role file")


def _write(source: RoleSource, text: str) -> None:
    """Beside the file and renamed, so that nobody ever reads half of it; only if it is still what was read."""
    target = Path(os.path.realpath(source.file))
    written = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        before = target.read_bytes()
        if read_source(source.file).sha256 != source.sha256:
            raise CannotUpdate(f"{source.file}: was changed while its examples ran; run the test again")
        written.write_bytes(encode_like(before, text))
        shutil.copymode(target, written)
        written.replace(target)
    except OSError as error:
        cause = (error.strerror or "unknown error").lower()
        raise CannotUpdate(f"{source.file}: can't be written: {cause}; check its permissions") from error
    finally:
        with suppress(OSError):
            written.unlink()
