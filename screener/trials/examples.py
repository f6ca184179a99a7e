"""Roles with examples -> each example screened and held against what it expects.

Every resume is read and judged in a process that can be killed, the inline ones too: a role file comes
from anybody who opens a pull request. Examples that could not be screened (the file is missing, or
takes too long) fail whatever they expect, because the next run may say something else; those that are
unreadable by nature (a scan, an encrypted file) may be expected to be so.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from screener.batch.executors import Bug
from screener.batch.run import BatchOptions, OnProgress, read_or_refuse
from screener.documents.limits import Limits
from screener.documents.read import parse_document, sha256_of
from screener.errors import DocumentError
from screener.model.document import Document
from screener.model.role import Role, RoleExample
from screener.model.screening import Outcome, Unreadable, Verdict
from screener.model.trial import ExampleResult, RoleTrial
from screener.roles.example_paths import leads_outside
from screener.trials.expectations import Result, compare
from screener.trials.loading import LoadedRole
from screener.trials.running import run

_OUTSIDE = Unreadable("unreadable-file", "lies outside the role's folder; put it beside the role, or below")
_ACCIDENTS = frozenset({"unreadable-file", "timeout", "out-of-memory", "crashed"})


class Task(NamedTuple):
    """One example on its way to a worker; `file` is where its resume lies, None for an inline one."""

    role: Role
    example: RoleExample
    file: str | None
    as_of: date


@dataclass(frozen=True, slots=True)
class ScreenExample:
    """The work on one example; it travels to the workers."""

    tasks: Mapping[str, Task]
    limits: Limits

    def __call__(self, key: str) -> Outcome:
        from screener.resumes.parse import parse_resume
        from screener.screening import screen

        task = self.tasks[key]
        if task.file and leads_outside(task.example.resume or ""):
            return Outcome(key, None, _OUTSIDE)
        if task.file:
            document = read_or_refuse(task.file, self.limits, parse_document)
        else:
            document = _read_text(task.example, self.limits)
        if isinstance(document, Outcome):
            return replace(document, file=key)
        return Outcome(key, document.sha256, screen(parse_resume(document, task.as_of), task.role, task.as_of))


class Tried(NamedTuple):
    """A role's examples as they are reported, and what each was judged to be; None where it could not be."""

    loaded: LoadedRole
    trial: RoleTrial
    results: tuple[Result | None, ...]


class TrialResult(NamedTuple):
    """In the order of the roles; `complete` is False when the run was stopped, with examples left out."""

    tried: tuple[Tried, ...]
    finished: int
    bugs: tuple[Bug, ...] = ()
    complete: bool = True


def try_examples(
    roles: Sequence[LoadedRole], as_of: date, *, options: BatchOptions, on_progress: OnProgress = lambda _: None
) -> TrialResult:
    """Screen all examples of all roles; `as_of` is the day of those that don't say their own."""
    tasks = {key: task for loaded in roles for key, task in _tasks(loaded, as_of).items()}
    ran = run(ScreenExample(tasks, options.limits), tuple(tasks), options=options, on_progress=on_progress)
    outcomes: dict[str, Outcome] = {outcome.file: outcome for outcome in ran.found}
    tried = tuple(_tried(loaded, _tasks(loaded, as_of), outcomes) for loaded in roles)
    return TrialResult(tried, len(outcomes), ran.bugs, ran.complete)


def count_examples(roles: Sequence[LoadedRole]) -> int:
    return sum(len(loaded.role.examples) for loaded in roles)


def _tasks(loaded: LoadedRole, as_of: date) -> dict[str, Task]:
    """By a key that is different for every example, and readable should screener fail on it."""
    role = replace(loaded.role, examples=())  # every screening that travels back carries its role
    return {
        f"{loaded.role.file}: example {number} ({example.name})": Task(
            role,
            example,
            file=(loaded.source.folder / example.resume).as_posix() if example.resume else None,
            as_of=date.fromisoformat(example.as_of) if example.as_of else as_of,
        )
        for number, example in enumerate(loaded.role.examples, start=1)
    }


def _read_text(example: RoleExample, limits: Limits) -> Document | Outcome:
    """The resume in the role file, read like a text file."""
    data = (example.text or "").encode("utf-8", "replace")
    try:
        return parse_document(data, "example.txt", sha256=sha256_of(data), limits=limits)
    except DocumentError as error:
        return Outcome("", None, Unreadable(error.code, str(error)))


def _tried(loaded: LoadedRole, tasks: Mapping[str, Task], outcomes: Mapping[str, Outcome]) -> Tried:
    found = [outcomes[key].result if key in outcomes else None for key in tasks]
    results = tuple(None if is_accident(result) else result for result in found)
    others: dict[str, list[Result | None]] = {}
    for example, result in zip(loaded.role.examples, results, strict=True):
        others.setdefault(example.name, []).append(result)
    reported = tuple(
        _reported(task, result, line=line, others=others)
        for task, result, line in zip(tasks.values(), found, loaded.lines, strict=True)
        if result is not None
    )
    return Tried(loaded, RoleTrial(loaded.role.file, loaded.role.title, reported), results)


def is_accident(result: Result | None) -> bool:
    """Whether a resume was not read for a reason that may be gone the next time."""
    return isinstance(result, Unreadable) and result.code in _ACCIDENTS


def _reported(task: Task, result: Result, *, line: int, others: Mapping[str, Sequence[Result | None]]) -> ExampleResult:
    name = task.example.name
    if isinstance(result, Unreadable):
        if is_accident(result):
            return ExampleResult(name, line, task.as_of, None, None, faults=(_fault(task, result),))
        verdict, score = Verdict.UNREADABLE, None
    else:
        verdict, score = result.verdict, result.score
    comparison = compare(task.example, result, others)
    return ExampleResult(name, line, task.as_of, verdict, score, comparison.differences, comparison.faults)


def _fault(task: Task, result: Unreadable) -> str:
    return f"{task.file or 'the text'}: {result.message}"
