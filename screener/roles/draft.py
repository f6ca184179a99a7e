"""The lines of a job posting -> a draft of a role, and its YAML.

Each line of the role comes from a sentence of the posting and carries it as a comment. Sentences that ask
for something that wasn't understood, names that are only the company's own, and words that must not decide
who gets a job are listed at the end: a draft is for a person to read, and says what it left out.
"""

from collections.abc import Sequence
from typing import NamedTuple

from screener.errors import ScreenerError
from screener.roles.drafting.demands import Degree, Years, find_education, find_experience
from screener.roles.drafting.leftovers import find_not_asked, find_not_understood, find_unknown_names
from screener.roles.drafting.lines import PostingLine
from screener.roles.drafting.mentions import read_mentions
from screener.roles.drafting.protected import LeftOut, find_left_out, without_protected
from screener.roles.drafting.skills import Source, Wanted, find_wanted
from screener.roles.drafting.statements import ASKING, read_statements
from screener.roles.drafting.title import UNTITLED, find_title
from screener.roles.fields import LONGEST_NAME


class NothingAsked(ScreenerError):
    """A posting in which no requirement was found."""


class Draft(NamedTuple):
    """What a posting asks for, each with its sentence, and what is left over."""

    title: str
    title_source: Source | None
    experience: Years | None
    wanted: tuple[Wanted, ...]
    education: Degree | None
    left_out: tuple[LeftOut, ...] = ()
    not_asked: tuple[Source, ...] = ()
    not_understood: tuple[str, ...] = ()
    unknown_names: tuple[str, ...] = ()


def draft_role(lines: Sequence[PostingLine], title: str | None = None) -> Draft:
    """The draft. Raises NothingAsked when it would ask for nothing; the message has no file's name."""
    statements = read_statements(lines)
    reads = read_mentions(statements)
    is_headless = not any(statement.part in ASKING for statement in statements)
    wanted = find_wanted(reads, is_headless=is_headless)
    experience = find_experience(reads, is_headless=is_headless)
    education = find_education(reads, is_headless=is_headless)
    if not wanted and experience is None and education is None:
        message = (
            "nothing in it was understood as a requirement; give the text of a job posting, or write the role by hand"
        )
        raise NothingAsked(message)
    found, source = (title, None) if title else find_title(lines)
    return Draft(
        title=(without_protected(found) if not title else found)[:LONGEST_NAME] or UNTITLED,
        title_source=source,
        experience=experience,
        wanted=wanted,
        education=education,
        left_out=find_left_out(reads),
        not_asked=find_not_asked(reads, wanted, is_headless=is_headless),
        not_understood=find_not_understood(reads, is_headless=is_headless),
        unknown_names=find_unknown_names(reads),
    )


def draft_text(lines: Sequence[PostingLine], title: str | None = None) -> str:
    """The draft as a role file."""
    from screener.roles.drafting.writing import write_draft

    return write_draft(draft_role(lines, title))
