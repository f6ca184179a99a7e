"""The table of fields -> a JSON Schema, for editors that complete and check role files."""

from typing import Any

from screener.roles.fields import (
    HIGHEST_WEIGHT,
    IGNORED_PREFIX,
    LONGEST_NAME,
    MOST_YEARS,
    REQUIREMENT_KEYS,
    ROLE,
    Choice,
    Day,
    Either,
    ListOf,
    Number,
    Record,
    ScoreBound,
    Shape,
    Text,
    Years,
)

Schema = dict[str, Any]


def role_schema() -> Schema:
    """The JSON Schema (draft-07) of a role file."""
    schema: Schema = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "A role for screener",
        "description": "What is asked for of a candidate: skills, years, a degree, certificates.",
    }
    schema |= _schema(ROLE)
    schema["anyOf"] = [{"required": [key]} for key in REQUIREMENT_KEYS]
    return schema


def schema_text() -> str:
    """The schema as the file that is shipped."""
    import json

    return json.dumps(role_schema(), indent=2, ensure_ascii=False) + "\n"


def _schema(shape: Shape) -> Schema:
    match shape:
        case Record():
            return _record(shape)
        case ListOf():
            schema: Schema = {"type": "array", "items": _schema(shape.item)}
            return schema | ({"minItems": shape.at_least} if shape.at_least else {})
        case Either():
            return {"anyOf": [_schema(shape.word), *map(_schema, shape.records)]}
        case Choice():
            return {"type": "string", "enum": [str(value) for value in shape.values]}
        case _:
            return _scalar(shape)


def _scalar(shape: Text | Number | Years | Day | ScoreBound) -> Schema:
    match shape:
        case Text():
            schema: Schema = {"type": "string", "pattern": r"\S"}
            return schema if shape.long else schema | {"maxLength": LONGEST_NAME}
        case Number():
            return {"type": "number", "minimum": 0, "maximum": HIGHEST_WEIGHT}
        case Years():
            number = r"[0-9]{1,2}(\.[0-9]{1,2})?"
            ends = rf"(\+|\s*[-–]\s*{number})?" if shape.range else r"\+?"
            written = {"type": "string", "pattern": f"^{number}{ends}$"}
            return {"anyOf": [{"type": "number", "minimum": 0, "maximum": MOST_YEARS}, written]}
        case Day():
            return {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
        case ScoreBound():
            written = {"type": "string", "pattern": r"^(>=|<=|>|<|==?)\s*[0-9]{1,3}(\.[0-9])?$"}
            return {"anyOf": [{"type": "number", "minimum": 0, "maximum": 100}, written]}


def _record(shape: Record) -> Schema:
    schema: Schema = {
        "type": "object",
        "additionalProperties": False,
        "required": [field.name for field in shape.fields if field.required],
        "properties": {field.name: {"description": field.description} | _schema(field.shape) for field in shape.fields},
    }
    if shape.ignores_prefix:
        schema["patternProperties"] = {f"^{IGNORED_PREFIX}": {}}
    if shape.one_of:
        schema["oneOf"] = [{"required": [key]} for key in shape.one_of]
    return schema
