"""From files to rows: sorted, duplicates marked, errors as values, bugs kept apart."""

from datetime import date
from pathlib import Path

import pytest
from factories import role

from screener.batch import understanding
from screener.batch.duplicates import mark_duplicates
from screener.batch.run import Batch, BatchOptions, ScreenFile
from screener.documents.limits import Limits
from screener.errors import Damaged, Encrypted
from screener.model.screening import Outcome, Unreadable

SERIAL = BatchOptions(executor="serial")


def row(file: str, sha256: str | None = None) -> Outcome:
    return Outcome(file, sha256, Unreadable("damaged", "is damaged"))


def work(file: str) -> Outcome:
    if file == "bug":
        raise KeyError(file)
    return row(file, "same" if file.startswith("twin") else file)


@pytest.mark.parametrize("executor", ["serial", "processes"])
def test_rows_are_sorted_whatever_the_order_and_the_number_of_jobs(executor: str) -> None:
    files = ("c", "twin-b", "a", "twin-a", "b")
    expected = tuple(row.file for row in Batch(work, tuple(sorted(files)), SERIAL).wait().outcomes)
    for jobs in (1, 2, 3):
        result = Batch(work, files, BatchOptions(jobs=jobs, executor=executor)).wait()
        assert tuple(outcome.file for outcome in result.outcomes) == expected
        assert [outcome.duplicate_of for outcome in result.outcomes] == [None, None, None, None, "twin-a"]


def test_the_same_bytes_point_to_the_first_path() -> None:
    marked = mark_duplicates([row("c", "x"), row("a", "x"), row("b", "x"), row("d", "y"), row("e"), row("f")])
    assert {outcome.file: outcome.duplicate_of for outcome in marked} == {
        "a": None,
        "b": "a",
        "c": "a",
        "d": None,
        "e": None,
        "f": None,
    }


def test_a_bug_has_a_row_and_everything_else_is_finished() -> None:
    result = Batch(work, ("a", "bug", "c"), BatchOptions(jobs=2)).wait()
    assert [outcome.file for outcome in result.outcomes] == ["a", "bug", "c"]
    assert [bug.file for bug in result.bugs] == ["bug"]
    assert result.complete


def test_progress_is_counted() -> None:
    counted: list[int] = []
    Batch(work, ("a", "b", "c"), SERIAL).wait(counted.append)
    assert counted == [1, 2, 3]


def test_what_was_finished_before_ctrl_c_is_kept() -> None:
    def interrupt(done: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    result = Batch(work, ("a", "b", "c"), SERIAL).wait(interrupt)
    assert [outcome.file for outcome in result.outcomes] == ["a", "b"]
    assert not result.complete


def test_a_file_that_cannot_be_read_is_a_value(tmp_path: Path) -> None:
    outcome = ScreenFile(role(), date(2026, 6, 30), Limits())(str(tmp_path / "nobody.pdf"))
    assert outcome.sha256 is None
    assert outcome.result == Unreadable("unreadable-file", "no such file; check the spelling")


def test_the_code_and_the_fingerprint_of_an_unreadable_file_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise Encrypted("is protected by a password; save it without one and try again")

    monkeypatch.setattr(understanding, "parse_document", refuse)
    file = tmp_path / "ada.pdf"
    file.write_bytes(b"%PDF-1.4")
    outcome = ScreenFile(role(), date(2026, 6, 30), Limits())(str(file))
    assert outcome.sha256 is not None
    assert isinstance(outcome.result, Unreadable)
    assert outcome.result.code == "encrypted"
    assert outcome.result.message.startswith("is protected")


def test_an_engine_that_took_a_lack_of_memory_for_damage_is_corrected(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run_out(*_: object, **__: object) -> None:
        try:
            raise MemoryError
        except MemoryError as error:
            raise Damaged("is damaged") from error

    monkeypatch.setattr(understanding, "parse_document", run_out)
    (tmp_path / "ada.pdf").write_bytes(b"%PDF-1.4")
    work_on_it = ScreenFile(role(), date(2026, 6, 30), Limits())
    (outcome,) = Batch(work_on_it, (str(tmp_path / "ada.pdf"),), BatchOptions()).wait().outcomes
    assert isinstance(outcome.result, Unreadable)
    assert outcome.result.code == "out-of-memory"
