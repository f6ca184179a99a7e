"""The table of what a role file may say. The validator and the JSON Schema are both made from it.

A shape says what a value looks like; a Record is a mapping with fields. Adding a key to role files is
one Field here, and its use in load.py.

The shapes are named tuples, as everything in this package that every run imports: they cost a sixth of
what a frozen dataclass costs at start-up.
"""

from typing import NamedTuple

from screener.model.requirement import Importance
from screener.model.resume import Grade, Level, PositionKind
from screener.model.screening import Verdict

LONGEST_NAME = 200
HIGHEST_WEIGHT = 1000
MOST_YEARS = 60
IGNORED_PREFIX = "x-"  # at the top level: a place for YAML anchors


class Text(NamedTuple):
    """Words on one line; `long` text may have lines and any length."""

    long: bool = False


class Choice(NamedTuple):
    values: tuple[str, ...]


class Number(NamedTuple):
    """A weight: 0 to HIGHEST_WEIGHT, up to three decimals."""


class Years(NamedTuple):
    """5, 4.5 or 5+; with `range` also 5-6."""

    range: bool


class Day(NamedTuple):
    """YYYY-MM-DD."""


class ScoreBound(NamedTuple):
    """A score, or a comparison with one: ">= 40"."""


class ListOf(NamedTuple):
    item: "Shape"
    at_least: int = 0


class Field(NamedTuple):
    name: str
    shape: "Shape"
    description: str
    required: bool = False


class Record(NamedTuple):
    """A mapping. Of the keys in `one_of` exactly one must be there."""

    fields: tuple[Field, ...]
    one_of: tuple[str, ...] = ()
    ignores_prefix: bool = False


class Either(NamedTuple):
    """A single word, or one of several mappings: the first whose first field is present, else the last."""

    word: "Text | Choice"
    records: tuple[Record, ...]


Shape = Text | Choice | Number | Years | Day | ScoreBound | ListOf | Record | Either

_NAME = Text()
_ALIASES = Field("aliases", ListOf(_NAME), "Other spellings, in addition to the built-in vocabulary.")
_WEIGHT = Field("weight", Number(), "Points in the score, instead of the importance's.")
_IMPORTANCE = Choice(tuple(Importance))

_SKILL_FIELDS = (
    Field("name", _NAME, "The skill, as the report shall name it.", required=True),
    Field("years", Years(range=False), "At least so many years, shown in positions."),
    Field("evidence", Choice(tuple(Grade)), "The weakest evidence that counts; listed unless said."),
    _ALIASES,
)
_SKILL = Record((*_SKILL_FIELDS, _WEIGHT))
_ANY_SKILL = Record(
    (
        Field("any", ListOf(Either(_NAME, (Record(_SKILL_FIELDS),)), 1), "Either of these is enough.", required=True),
        _WEIGHT,
    )
)
_CERTIFICATE = Record((Field("name", _NAME, "The certificate.", required=True), _ALIASES, _WEIGHT))
_ANY_CERTIFICATE = Record((Field("any", ListOf(_NAME, 1), "Either of these is enough.", required=True), _WEIGHT))


def _by_importance(item: Either, what: str) -> Record:
    return Record(
        (
            Field("must", ListOf(item), f"Gates: without one of these {what} a candidate is no fit."),
            Field("should", ListOf(item), f"Wanted {what}: they order candidates."),
            Field("nice", ListOf(item), f"Welcome {what}: they order candidates, with less weight."),
        )
    )


_EXPERIENCE = Record(
    (
        Field("years", Years(range=True), "5 or 5+ (at least), 5-6 (a range) or 4.5.", required=True),
        Field("above", Choice(("note", "review")), "What to do when experience is above the range."),
        Field("importance", _IMPORTANCE, "must unless said: the years are a gate."),
        Field(
            "counts",
            ListOf(Choice((PositionKind.INTERNSHIP, PositionKind.VOLUNTEER))),
            "Positions that count in addition to work and freelance.",
        ),
    )
)
_EDUCATION = Record(
    (
        Field("level", Choice(tuple(Level)), "This level or a higher one.", required=True),
        Field("fields", ListOf(_NAME, 1), "Fields of study; any field unless said."),
        Field("importance", _IMPORTANCE, "should unless said."),
    )
)
_WEIGHTS = Record(
    (
        Field("must", Number(), "3 unless said."),
        Field("should", Number(), "2 unless said."),
        Field("nice", Number(), "1 unless said."),
    )
)
_EXPECTED = Record(
    (
        Field("verdict", Choice(tuple(Verdict)), "The verdict expected."),
        Field("met", ListOf(_NAME), "Requirements that must be met, by name."),
        Field("not_met", ListOf(_NAME), "Requirements that must not be met, by name."),
        Field("unknown", ListOf(_NAME), "Requirements that must be unknown, by name."),
        Field("score", ScoreBound(), 'The score expected: 75.2 or ">= 40".'),
        Field("above", _NAME, "Another example, by name, that must rank lower: by verdict, then by score."),
    )
)
_EXAMPLE = Record(
    (
        Field("name", _NAME, "What this example shows.", required=True),
        Field("resume", _NAME, "A resume file, its path relative to the role file."),
        Field("text", Text(long=True), "The resume itself."),
        Field("as_of", Day(), "The day of the screening."),
        Field("expect", Either(Choice(tuple(Verdict)), (_EXPECTED,)), "What the screening must say.", required=True),
    ),
    one_of=("resume", "text"),
)

ROLE = Record(
    (
        Field("title", Text(), "The role's title.", required=True),
        Field("experience", _EXPERIENCE, "Years of experience asked for."),
        Field("skills", _by_importance(Either(_NAME, (_ANY_SKILL, _SKILL)), "skills"), "Skills by importance."),
        Field("education", _EDUCATION, "The degree asked for."),
        Field(
            "certifications",
            _by_importance(Either(_NAME, (_ANY_CERTIFICATE, _CERTIFICATE)), "certificates"),
            "Certificates by importance.",
        ),
        Field("weights", _WEIGHTS, "Points of each importance in the score."),
        Field("examples", ListOf(_EXAMPLE), "The role's own tests."),
    ),
    ignores_prefix=True,
)
REQUIREMENT_KEYS = ("experience", "skills", "education", "certifications")
