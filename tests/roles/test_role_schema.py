"""The JSON Schema says what the validator says, as far as a schema can."""

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator

from screener.roles.json_schema import role_schema, schema_text

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


@pytest.mark.parametrize(
    "path",
    [path for path in BAD if path.parent.name in BY_SCHEMA and path.stem not in BEYOND_SCHEMA],
    ids=lambda path: f"{path.parent.name}/{path.stem}",
)
def test_the_schema_refuses_what_does_not_load(path):
    values = json.loads(json.dumps(yaml.safe_load(path.read_text(encoding="utf-8")), default=str))
    assert list(Draft7Validator(role_schema()).iter_errors(values))
