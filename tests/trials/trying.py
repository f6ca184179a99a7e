"""Roles with examples, tried in this process."""

from datetime import date
from pathlib import Path
from textwrap import dedent, indent

from screener.batch.run import BatchOptions
from screener.model.trial import ExampleResult
from screener.roles.load import read_role
from screener.roles.source import source_from_bytes
from screener.trials.examples import Tried, try_examples
from screener.trials.loading import LoadedRole, load_roles

AS_OF = date(2026, 6, 30)
ROLE = """\
title: Backend
experience: {years: 2}
skills:
  must: [Node.js, {any: [MongoDB, PostgreSQL]}]
  nice: [{name: Azure, aliases: [Microsoft cloud]}, C#]
"""
FITS = """\
Ada Example
ada@example.com
Experience
Engineer, Acme, Jan 2020 - Dec 2024
- Built services with Node.js and MongoDB
"""  # fit; C# and Azure are not met
LACKS = FITS.replace("Node.js and MongoDB", "MongoDB and Azure")  # no fit


def example(name: str, expect: str, text: str = FITS, as_of: str = "2026-01-01") -> str:
    """An example as lines of a role file; `expect` is what stands behind the colon."""
    lines = f"name: {name}\nas_of: {as_of}\ntext: |\n{indent(text, '  ')}expect: {expect}\n"
    return "  - " + indent(lines, "    ").lstrip()


def role_with(*examples: str, role: str = ROLE) -> str:
    return f"{role}examples:\n{''.join(examples)}"


def loaded(text: str) -> LoadedRole:
    source = source_from_bytes(dedent(text).encode(), file="role.yaml", folder=Path())
    role = read_role(source).role
    assert role is not None
    return LoadedRole(role, source, tuple(range(1, len(role.examples) + 1)))


def try_text(text: str) -> Tried:
    (tried,) = try_examples([loaded(text)], AS_OF, options=BatchOptions(executor="serial")).tried
    return tried


def try_file(file: Path) -> Tried:
    (role,) = load_roles([str(file)])
    assert isinstance(role, LoadedRole), role.problems
    (tried,) = try_examples([role], AS_OF, options=BatchOptions(executor="serial")).tried
    return tried


def results_of(*examples: str, role: str = ROLE) -> tuple[ExampleResult, ...]:
    return try_text(role_with(*examples, role=role)).trial.examples


def only(expect: str, text: str = FITS) -> ExampleResult:
    (result,) = results_of(example("ada", expect, text))
    return result
