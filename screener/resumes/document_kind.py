"""Is it a resume at all? A job description, a letter or an invoice isn't, and is never judged as one."""

from collections.abc import Sequence
from typing import NamedTuple

from screener.model.document import ReadingWarning
from screener.model.resume import Candidate, Education, Position, Section
from screener.resumes.phrases import says
from screener.resumes.sections import SectionLine
from screener.vocabulary import load
from screener.vocabulary.folding import fold

_ENOUGH = 3  # phrases of one kind
_NAMES = {"job_description": "a job description", "letter": "a letter", "invoice": "an invoice"}


class DocumentKind(NamedTuple):
    """`is_about_candidate` is False where the text says what somebody else wants: a job description."""

    is_resume: bool
    is_about_candidate: bool = True
    warnings: tuple[ReadingWarning, ...] = ()


def judge_document(
    lines: Sequence[SectionLine],
    candidate: Candidate,
    positions: Sequence[Position],
    education: Sequence[Education],
) -> DocumentKind:
    """A resume has jobs or education, or skills and somebody to call; and doesn't address its reader."""
    if any(position.period is not None for position in positions):
        return DocumentKind(True)
    text = fold(" ".join(line.line.text for line in lines)).replace("’", "'")
    counts = {kind: sum(says(text, phrase) for phrase in phrases) for kind, phrases in load("documents").items()}
    kind, most = max(counts.items(), key=lambda pair: (pair[1], pair[0]))
    if most >= _ENOUGH:
        message = f"this looks like {_NAMES[kind]}, not like a resume; look at the file"
        return DocumentKind(False, kind == "letter", (ReadingWarning("not-a-resume", message),))
    skills = any(line.section is Section.SKILLS for line in lines)
    somebody = bool(candidate.emails or candidate.phones or candidate.name)
    if positions or education or (skills and somebody):
        return DocumentKind(True)
    message = "no jobs, no education and no list of skills were found; look at the file"
    return DocumentKind(False, warnings=(ReadingWarning("not-a-resume", message),))
