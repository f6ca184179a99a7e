"""The JSON Schema says what the validator says, as far as a schema can."""

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator
from test_rules import BAD as BAD_SAMPLES
from test_rules import GOOD as GOOD_SAMPLES

from screener.roles.json_schema import role_schema, schema_text
from screener.roles.rules import RULES

ROLES = Path(__file__).parents[2] / "roles"
GOOD = Path(__file__).parent / "good"


def test_the_schema_file_is_the_table():
    assert (ROLES / "role.schema.json").read_text(encoding="utf-8") == schema_text()


def test_the_schema_is_valid_and_describes_every_key():
    schema = role_schema()
    Draft7Validator.check_schema(schema)
    assert all(part["description"] for part in schema["properties"].values())


def test_the_schema_accepts_what_loads():
    validator = Draft7Validator(role_schema())
    texts = [file.read_text(encoding="utf-8") for file in (*ROLES.glob("*.yaml"), *GOOD.glob("*.yaml"))]
    assert len(texts) >= 2
    for text in texts:
        values = json.loads(json.dumps(yaml.safe_load(text), default=str))
        assert list(validator.iter_errors(values)) == []


BAD = sorted((Path(__file__).parent / "bad").glob("*/*.yaml"))
BY_SCHEMA = {"unknown-key", "wrong-type", "bad-value", "missing-key", "no-requirement"}
# What a schema can't see: YAML's own marks and guesses, weights together, which of two numbers is larger.
BEYOND_SCHEMA = {
    "empty_lists", "invisible", "weight_nan", "date", "exponent", "surrogate", "merge_of_a_word", "no_name",
    "weight_octal", "weights_all_zero", "years_backwards", "years_zero", "null", "number", "octal",
}  # fmt: skip
BEYOND_SCHEMA_RULES = {"bad-value"}  # its sample is a range that runs backwards


@pytest.mark.parametrize(
    "path",
    [path for path in BAD if path.parent.name in BY_SCHEMA and path.stem not in BEYOND_SCHEMA],
    ids=lambda path: f"{path.parent.name}/{path.stem}",
)
def test_the_schema_refuses_what_does_not_load(path):
    values = json.loads(json.dumps(yaml.safe_load(path.read_text(encoding="utf-8")), default=str))
    assert list(Draft7Validator(role_schema()).iter_errors(values))


def is_valid(text):
    values = json.loads(json.dumps(yaml.safe_load(text), default=str))
    return Draft7Validator(role_schema()).is_valid(values)


@pytest.mark.parametrize(("name", "at", "text"), GOOD_SAMPLES)
def test_the_schema_accepts_the_good_samples_of_rules(name, at, text):
    assert is_valid(text)


@pytest.mark.parametrize(("name", "at", "text"), [sample for sample in BAD_SAMPLES if sample[0] in RULES])
def test_the_schema_accepts_what_only_a_rule_finds_doubtful(name, at, text):
    assert is_valid(text)


@pytest.mark.parametrize(
    ("name", "at", "text"), [sample for sample in BAD_SAMPLES if sample[0] in BY_SCHEMA - BEYOND_SCHEMA_RULES]
)
def test_the_schema_refuses_the_bad_samples_of_reading(name, at, text):
    assert not is_valid(text)
