"""A role file becomes a Role: every key, every default, every spelling."""

from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from screener.errors import RoleError
from screener.model.requirement import (
    AnyRequirement,
    CertificationRequirement,
    EducationRequirement,
    ExperienceRequirement,
    Importance,
    SkillRequirement,
)
from screener.model.resume import Grade, Level, PositionKind
from screener.model.role import Role
from screener.roles.fields import ROLE
from screener.roles.load import parse_role
from screener.roles.source import source_from_bytes

FULL = (Path(__file__).parent / "good" / "every_key.yaml").read_text(encoding="utf-8")


def load(text: str) -> Role:
    return parse_role(source_from_bytes(text.encode(), file="role.yaml", folder=Path()))


def only(text: str):
    (requirement,) = load(f"title: x\n{text}").requirements
    return requirement


def test_every_key_is_read():
    role = load(FULL)
    must, should, nice = Importance.MUST, Importance.SHOULD, Importance.NICE
    ten, half = Decimal(10), Decimal("0.5")
    mongo = SkillRequirement("MongoDB", must, Decimal(4), "MongoDB")
    postgres = SkillRequirement("Postgres", must, Decimal(4), "PostgreSQL", (), 18, Grade.USED)
    assert role.requirements == (
        ExperienceRequirement("experience", must, ten, 60, 84, review_above=True),
        SkillRequirement("Node.js", must, ten, "Node.js"),
        AnyRequirement("MongoDB or Postgres", must, Decimal(4), (mongo, postgres)),
        SkillRequirement("Azure", must, Decimal(5), "Azure", ("Microsoft cloud",), 24, Grade.PROJECT),
        SkillRequirement("TypeScript", should, Decimal(2), "TypeScript"),
        SkillRequirement("Zorkmid Framework", should, Decimal(2), None),
        SkillRequirement("Elasticsearch", nice, Decimal("0.25"), "Elasticsearch"),
        EducationRequirement("education", nice, Decimal("0.25"), Level.BACHELOR, ("computer science",)),
        CertificationRequirement("Azure Developer Associate", nice, Decimal("0.25")),
        CertificationRequirement("Scrum Master", nice, half, ("PSM",)),
        CertificationRequirement("JSNAD or JSNSD", nice, Decimal("0.25"), ("JSNAD", "JSNSD")),
    )
    assert role.title == "Backend Software Engineer"
    assert role.counts == {PositionKind.WORK, PositionKind.FREELANCE, PositionKind.INTERNSHIP}


def test_examples_are_kept():
    strong, weak = load(FULL).examples
    assert (strong.resume, strong.text, strong.as_of, strong.expect) == (
        "examples/strong.docx",
        None,
        "2026-11-22",
        "fit",
    )
    assert (weak.resume, weak.text, weak.as_of) == (None, "Ada Example\nEngineer\n", None)
    assert weak.expect == {"verdict": "no_fit", "not_met": ["Node.js"], "score": ">= 40"}


def test_defaults():
    role = load("title: x\nexperience: {years: 5}\neducation: {level: master}\n")
    experience, education = role.requirements
    assert experience == ExperienceRequirement("experience", Importance.MUST, Decimal(3), 60, None, review_above=False)
    assert education == EducationRequirement("education", Importance.SHOULD, Decimal(2), Level.MASTER, ())
    assert role.counts == {PositionKind.WORK, PositionKind.FREELANCE}


@pytest.mark.parametrize(
    ("years", "months", "above"),
    [
        ("5", 60, None),
        ("5+", 60, None),
        ("5-6", 60, 84),
        ('"5 – 6"', 60, 84),
        ("4.5", 54, None),
        ("4.5-5.5", 54, 67),
        ("0-2", 0, 36),
        ("0.5", 6, None),
    ],
)
def test_years_become_months(years, months, above):
    requirement = only(f"experience: {{years: {years}}}")
    assert (requirement.months, requirement.months_above) == (months, above)


@pytest.mark.parametrize(
    "name",
    ["C++", "C#", ".NET", "Node.js", "R", "Go", "y", "n", "ASP.NET 8", "'3.10'", '"NO"', "!!str 3.10", "4D"],
)
def test_names_stay_as_written(name):
    assert only(f"skills: {{must: [{name}]}}").name == name.removeprefix("!!str ").strip("'\"")


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"\xef\xbb\xbf" + FULL.encode(), id="UTF-8 with mark"),
        pytest.param(FULL.encode("utf-16"), id="UTF-16"),
        pytest.param(b"\xfe\xff" + FULL.encode("utf-16-be"), id="UTF-16 big-endian"),
        pytest.param(FULL.encode("utf-32"), id="UTF-32"),
        pytest.param(FULL.replace("\n", "\r\n").encode(), id="Windows line ends"),
        pytest.param(b"---\n" + FULL.encode() + b"...\n", id="document marks"),
    ],
)
def test_encodings(data):
    role = parse_role(source_from_bytes(data, file="role.yaml", folder=Path()))
    assert role.requirements == load(FULL).requirements


def test_own_keys_win_over_merged_and_the_first_merged_wins():
    text = "x-a: &a {weight: 7, years: 1}\nx-b: &b {weight: 8, evidence: used}\n"
    requirement = only(f"{text}skills: {{must: [{{name: Git, years: 3, <<: [*a, *b]}}]}}")
    assert (requirement.weight, requirement.months, requirement.grade) == (Decimal(7), 36, Grade.USED)


def test_a_weight_of_nothing_is_allowed_for_some():
    assert load("title: x\nskills: {must: [{name: Git, weight: 0}, Docker]}").requirements[0].weight == 0


def loads_or_explains(data: bytes) -> Role | None:
    """None when the file is refused with problems; anything but a RoleError fails the test."""
    try:
        return parse_role(source_from_bytes(data, file="role.yaml", folder=Path()))
    except RoleError as error:
        return None if error.problems else pytest.fail("refused without a problem")


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(max_size=200), st.binary(max_size=200)))
def test_any_text_loads_or_raises_a_role_error(text):
    loads_or_explains(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))


_DATES = st.dates()
_WORDS = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), _DATES, st.text(max_size=8), st.just("Git"))
_KEYS = st.sampled_from(["name", "any", "must", "years", "level"])
_VALUES = st.recursive(_WORDS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner), max_leaves=8)
_TOP = st.sampled_from([*(field.name for field in ROLE.fields), "x-own", "other"])


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(_TOP, _VALUES))
def test_any_values_load_or_raise_a_role_error(values):
    role = loads_or_explains(yaml.safe_dump(values).encode())
    assert role is None or role.requirements


_MARKS = st.sampled_from(["", "[", "}", ": ", "\n", "- ", "&a ", "*a", "!!set ", "'", '"', "\t", "<<: "])


@settings(max_examples=200, deadline=None)
@given(st.integers(0, len(FULL)), st.integers(0, 30), _MARKS)
def test_a_damaged_role_loads_or_raises_a_role_error(at, length, mark):
    loads_or_explains((FULL[:at] + mark + FULL[at + length :]).encode())
