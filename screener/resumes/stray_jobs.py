"""Sections -> groups of lines outside those of experience that hold jobs all the same.

A column may go on with the jobs of the one beside it, without a heading of its own; and a heading may
have words that no vocabulary has. Both would lose the jobs below without a word.
"""

from collections.abc import Sequence

from screener.model.resume import Section
from screener.resumes.sections import SectionLine
from screener.vocabulary.headings import heading_section


def find_continued(lines: Sequence[SectionLine]) -> list[list[int]]:
    """The lines of each column that has no heading at all, but for the one that the resume begins with."""
    first = lines[0].line.region if lines else 0
    headed = {line.line.region for line in lines if line.section is not None}
    groups: dict[int, list[int]] = {}
    for at, line in enumerate(lines):
        if line.line.region not in headed and line.line.region != first:
            groups.setdefault(line.line.region, []).append(at)
    return list(groups.values())


def find_unnamed(lines: Sequence[SectionLine]) -> list[list[int]]:
    """The lines of each section whose heading isn't known by its words, and those above all headings."""
    groups: dict[int, list[int]] = {}
    first = lines[0].line.region if lines else 0
    for at, line in enumerate(lines):
        if line.section is None and line.line.region == first:
            groups.setdefault(0, []).append(at)
        if line.section is not Section.OTHER:
            continue
        if line.is_heading and heading_section(line.line.cells[0].text) is None:
            groups[line.under] = []
        elif line.under in groups:
            groups[line.under].append(at)
    return [group for group in groups.values() if group]
