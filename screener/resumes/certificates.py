"""Lines -> certificates: the items of a certifications section, and lines elsewhere that say "certified"."""

import re
from collections.abc import Sequence

from screener.model.resume import Certificate, Section
from screener.resumes.sections import SectionLine

_SAYS_SO = re.compile(r"\bcertifi(?:ed|cate|cation)\b", re.IGNORECASE)
_ELSEWHERE = {Section.EDUCATION, Section.COURSES, Section.AWARDS, Section.SUMMARY, Section.SKILLS, Section.OTHER}
_LONGEST = 120  # characters; longer is prose


def find_certificates(lines: Sequence[SectionLine], wrapped: Sequence[bool]) -> tuple[Certificate, ...]:
    """Certificates as the page words them, in order."""
    found = []
    for at, line in enumerate(lines):
        text = line.line.text.strip()
        listed = line.section is Section.CERTIFICATIONS and not wrapped[at]
        named = line.section in _ELSEWHERE and _SAYS_SO.search(text)
        if (listed or named) and not line.is_heading and 3 <= len(text) <= _LONGEST:
            found.append(Certificate(text, line.line.page, line.line.number))
    return tuple(found)
