"""Problems -> JUnit XML, which build servers show as tests: a suite for each file, a case for each problem.

Errors and warnings are failures, notes are printed in the case; a file without problems is one case
that passed. Source: the schema of the Jenkins JUnit plugin (jenkins-junit.xsd).
"""

import re
from collections.abc import Sequence
from typing import TextIO
from xml.etree import ElementTree

from screener.reports import write_utf8
from screener.reports.safe_text import visible
from screener.roles.lint import CheckedFile

_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(files: Sequence[CheckedFile], stream: TextIO) -> None:
    """One document for all files."""
    root = ElementTree.Element("testsuites", name="screen roles check")
    for checked in files:
        _suite(root, checked)
    ElementTree.indent(root)
    write_utf8(stream, '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, "unicode") + "\n")


def _suite(root: ElementTree.Element, checked: CheckedFile) -> None:
    file = xml_text(checked.file)
    failures = sum(problem.severity != "note" for problem in checked.problems)
    cases = max(len(checked.problems), 1)
    counts = {"tests": str(cases), "failures": str(failures), "errors": "0", "skipped": "0"}
    suite = ElementTree.SubElement(root, "testsuite", {"name": file, **counts})
    if not checked.problems:
        ElementTree.SubElement(suite, "testcase", classname=file, name="no problems")
    for problem in checked.problems:
        name = f"{problem.rule} in line {problem.line}" if problem.line else problem.rule
        case = ElementTree.SubElement(suite, "testcase", classname=file, name=name)
        text = xml_text(problem.text(checked.file))
        if problem.severity == "note":
            ElementTree.SubElement(case, "system-out").text = text
        else:
            failure = ElementTree.SubElement(case, "failure", message=xml_text(problem.message), type=problem.severity)
            failure.text = text


def xml_text(text: str) -> str:
    """The text as XML can hold it."""
    return _NOT_XML.sub("\ufffd", visible(text))
