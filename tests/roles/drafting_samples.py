"""Postings and what a careful reader takes from them, for the tests of drafting."""

from pathlib import Path
from typing import Any

import yaml

from screener.documents.limits import Limits
from screener.roles.draft import Draft, draft_role, draft_text
from screener.roles.drafting.lines import PostingLine, posting_lines
from screener.roles.drafting.skills import Name
from screener.vocabulary import find_skill

POSTINGS = Path(__file__).parent / "postings"
TRUTH: dict[str, dict[str, Any]] = yaml.safe_load((POSTINGS / "truth.yaml").read_text(encoding="utf-8"))

Item = frozenset[str]


def lines_of(text: str, file: str = "posting.txt") -> tuple[PostingLine, ...]:
    return posting_lines(text.encode(), file, Limits())


def lines_of_file(name: str) -> tuple[PostingLine, ...]:
    return posting_lines((POSTINGS / name).read_bytes(), name, Limits())


def draft(text: str, file: str = "posting.txt") -> Draft:
    return draft_role(lines_of(text, file))


def text_of(posting: str) -> str:
    """The role file drafted from a posting."""
    return draft_text(lines_of(posting))


def expected(items: list[str], *, optional: bool = False) -> set[Item]:
    """What truth.yaml lists, each item with the vocabulary's names."""
    return {_item(item.lstrip("?")) for item in items if item.startswith("?") is optional}


def _item(written: str) -> Item:
    found = set()
    for part in written.split(" | "):
        name, _, years = part.rpartition(" ") if part[-1] == "y" and part[-2].isdigit() else (part, "", "")
        found.add(f"{find_skill(name) or name} {years}".strip().casefold())
    return frozenset(found)


def asked(found: Draft, importance: str, kind: str = "skill") -> set[Item]:
    """What a draft asks for, in the same form."""
    chosen = (one for one in found.wanted if one.kind == kind and one.importance == importance)
    return {frozenset(_shown(name, kind) for name in one.names) for one in chosen}


def _shown(name: Name, kind: str) -> str:
    known = find_skill(name.name) if kind == "skill" else None
    return f"{known or name.name} {name.years + 'y' if name.years else ''}".strip().casefold()


def names(found: Draft, importance: str) -> list[str]:
    """The skills of an importance as a role shows them, alternatives with " | "."""
    chosen = (one for one in found.wanted if one.kind == "skill" and one.importance == importance)
    return [" | ".join(name.name for name in one.names) for one in chosen]
