"""What became of examples -> JUnit XML: a suite for each role file, a case for each example.

An example that differs is a failure, one that could not be screened or compared an error, and so is
every problem of a role file that can't be used; a role without examples is a case that was skipped.
"""

from collections.abc import Sequence
from typing import TextIO
from xml.etree import ElementTree

from screener.model.trial import ExampleResult, RoleTrial
from screener.reports import write_utf8
from screener.reports.problems.junit import xml_text
from screener.reports.trials import NO_EXAMPLES, Tried
from screener.reports.trials.wording import coverage_lines, failure_lines
from screener.roles.lint import CheckedFile


def write(tried: Sequence[Tried], stream: TextIO) -> None:
    """One document for all role files."""
    root = ElementTree.Element("testsuites", name="screen roles test")
    for one in tried:
        if isinstance(one, RoleTrial):
            _role(root, one)
        else:
            _problems(root, one)
    ElementTree.indent(root)
    write_utf8(stream, '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, "unicode") + "\n")


def _suite(
    root: ElementTree.Element, file: str, *, tests: int, failures: int = 0, errors: int = 0
) -> ElementTree.Element:
    counts = {"tests": tests, "failures": failures, "errors": errors, "skipped": int(not tests)}
    counts["tests"] = max(tests, 1)
    attributes = {name: str(count) for name, count in counts.items()}
    return ElementTree.SubElement(root, "testsuite", {"name": xml_text(file), **attributes})


def _role(root: ElementTree.Element, trial: RoleTrial) -> None:
    errors = sum(bool(example.faults) for example in trial.failed)
    failures = len(trial.failed) - errors
    suite = _suite(root, trial.file, tests=len(trial.examples), failures=failures, errors=errors)
    for example in trial.examples:
        _example(suite, trial.file, example)
    if not trial.examples:
        case = ElementTree.SubElement(suite, "testcase", classname=xml_text(trial.file), name="no examples")
        ElementTree.SubElement(case, "skipped", message=NO_EXAMPLES)
    if trial.coverage:
        ElementTree.SubElement(suite, "system-out").text = xml_text("; ".join(coverage_lines(trial.coverage)))


def _example(suite: ElementTree.Element, file: str, example: ExampleResult) -> None:
    case = ElementTree.SubElement(suite, "testcase", classname=xml_text(file), name=xml_text(example.name))
    if example.has_passed or example.is_updated:
        return
    lines = [xml_text(line) for line in failure_lines(example)]
    failure = ElementTree.SubElement(case, "error" if example.faults else "failure", message=lines[0])
    failure.set("type", "example")
    failure.text = "\n".join((xml_text(f"{file}:{example.line}"), *lines))


def _problems(root: ElementTree.Element, checked: CheckedFile) -> None:
    suite = _suite(root, checked.file, tests=len(checked.problems), errors=len(checked.problems))
    for problem in checked.problems:
        name = f"{problem.rule} in line {problem.line}" if problem.line else problem.rule
        case = ElementTree.SubElement(suite, "testcase", classname=xml_text(checked.file), name=name)
        error = ElementTree.SubElement(case, "error", message=xml_text(problem.message), type=problem.severity)
        error.text = xml_text(problem.text(checked.file))
