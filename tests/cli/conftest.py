"""The program with stand-ins for reading and judging: what becomes of a file stands in its name."""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from factories import asks_skill, resume, role

from screener.batch import run as batch_run
from screener.cli import app
from screener.model.period import Months
from screener.model.role import Role
from screener.model.screening import Outcome, Screening, Status, Unreadable, Verdict
from screener.roles import load

SCORES = {Verdict.FIT: Decimal("90.5"), Verdict.REVIEW: Decimal("70.0"), Verdict.NO_FIT: Decimal("40.0")}


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


Program = Callable[..., Ran]


@dataclass(frozen=True)
class FakeWork:
    """Files are called after their outcome: fit-1.pdf, review.pdf, no_fit.pdf, broken.pdf, bug.pdf, slow.pdf."""

    role: Role
    as_of: date
    limits: object
    standard_input: bytes | None = None
    cache: object = None

    def __call__(self, file: str) -> Outcome:
        word = Path(file).name.partition(".")[0].partition("-")[0]
        if not os.access(file, os.F_OK):
            return Outcome(file, None, Unreadable("unreadable-file", "no such file; check the spelling"))
        if word == "bug":
            raise KeyError("a key that nobody thought of")
        if word == "slow":
            time.sleep(60)
        if word == "broken":
            return Outcome(file, "0" * 64, Unreadable("damaged", "is damaged; ask for it again"))
        return Outcome(file, file, self._screening(Verdict(word) if word in set(Verdict) else Verdict.FIT))

    def _screening(self, verdict: Verdict) -> Screening:
        return Screening(
            verdict=verdict,
            score=SCORES[verdict],
            reasons=(),
            would_fit_with=None,
            findings=(),
            resume=resume(),
            role=self.role,
            as_of=self.as_of,
            experience=Months(),
            experience_status=Status.UNKNOWN,
            position_months=(),
            warnings=(),
        )


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, and the tests' own."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def program(folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Program:
    """Run `screen` with the stand-ins."""
    monkeypatch.setattr(batch_run, "ScreenFile", FakeWork)
    monkeypatch.setattr(load, "load_role", lambda _: role(asks_skill("Node.js")))

    def run(*arguments: str) -> Ran:
        capfd.readouterr()
        code = app.run(list(arguments))
        return Ran(code, *capfd.readouterr())

    return run


@pytest.fixture
def put(folder: Path) -> Callable[..., None]:
    """Make files that look like PDFs."""

    def make(*names: str) -> None:
        for name in names:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(b"%PDF-1.4\n" + os.fsencode(name))  # no two of the same bytes

    return make
