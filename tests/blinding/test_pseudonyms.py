"""A pseudonym is the same in every run, tells nothing, and belongs to one row."""

import re
from hashlib import sha256

import pytest
from factories import AS_OF, role

from screener.blinding.pseudonyms import pseudonym_of, pseudonyms_of
from screener.blinding.report import blind
from screener.model.report import Report
from screener.model.screening import Outcome, Unreadable

FAILED = Unreadable("damaged", "is damaged")


def row(file: str, content: str | None, duplicate_of: str | None = None) -> Outcome:
    return Outcome(file, sha256(content.encode()).hexdigest() if content else None, FAILED, duplicate_of)


def test_pseudonyms_are_the_same_on_every_machine() -> None:
    assert pseudonym_of("0" * 64, "a.pdf") == pseudonym_of("0" * 64, "other/b.pdf") == "candidate-PN4Z-MJCP"
    assert pseudonym_of(None, "a.pdf") != pseudonym_of(None, "b.pdf")


@pytest.mark.parametrize("number", range(50))
def test_pseudonyms_make_no_words_and_hold_no_hash(number: int) -> None:
    digest = sha256(str(number).encode()).hexdigest()
    name = pseudonym_of(digest, "a.pdf")
    assert re.fullmatch("candidate-[2-9BCDFGHJKMNPQRTVWXZ]{4}-[2-9BCDFGHJKMNPQRTVWXZ]{4}", name)
    assert name[-4:].lower() not in digest


def test_the_same_bytes_are_two_rows() -> None:
    names = pseudonyms_of([row("b.pdf", "x"), row("a.pdf", "x"), row("c.pdf", "y")])
    assert names["b.pdf"] == f"{names['a.pdf']}-2"
    assert len(set(names.values())) == 3


def test_rows_stand_in_the_order_of_pseudonyms_and_point_to_each_other() -> None:
    files = [f"{letter}.pdf" for letter in "abcdefgh"]
    rows = [row(file, file, "a.pdf" if file == "b.pdf" else "gone.pdf" if file == "c.pdf" else None) for file in files]
    blinded = blind(Report(tuple(rows), role(), AS_OF, "0"))
    shown = [outcome.file for outcome in blinded.report.outcomes]
    behind = {entry.pseudonym: entry for entry in blinded.key}
    assert shown == sorted(shown)
    assert [behind[name].file for name in shown] != files
    twins = {outcome.duplicate_of for outcome in blinded.report.outcomes} & behind.keys()
    assert [behind[name].file for name in twins] == ["a.pdf"]
    assert not any("gone" in str(outcome) for outcome in blinded.report.outcomes)
    assert all(entry.sha256 == sha256(entry.file.encode()).hexdigest() for entry in blinded.key)
