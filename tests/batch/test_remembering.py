"""With a cache nothing is read twice, and nothing comes out that wouldn't without."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from factories import asks_skill, role

from screener.batch import reader_version, understanding
from screener.batch.cache import Place, Store, make_ready
from screener.batch.run import Batch, BatchOptions, ScreenFile
from screener.documents.limits import Limits
from screener.documents.read import parse_document
from screener.errors import Damaged, DocumentError, Encrypted
from screener.model.screening import Outcome, Unreadable

DAY = date(2026, 6, 30)
TEXT = "Ada Example\nExperience\nSoftware Engineer, Acme, Jan 2020 - Mar 2023\nNode.js services\n"


class Reads(list[str]):
    """The files that were really read."""


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return make_ready(str(tmp_path / "kept"), reader="reader", today=739_900)


@pytest.fixture
def ada(tmp_path: Path) -> str:
    file = tmp_path / "ada.txt"
    file.write_text(TEXT)
    return str(file)


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Reads:
    log = Reads()

    def logged(data: bytes, file: str, *, sha256: str, limits: Limits) -> object:
        log.append(Path(file).name)
        return parse_document(data, file, sha256=sha256, limits=limits)

    monkeypatch.setattr(understanding, "parse_document", logged)
    return log


def work(cache: Place | None, skill: str = "Node.js", day: date = DAY, limits: Limits | None = None) -> ScreenFile:
    return ScreenFile(role(asks_skill(skill)), day, limits or Limits(), cache=cache)


def test_another_role_reads_nothing_and_finds_the_same(place: Place, ada: str, reads: Reads) -> None:
    work(place)(ada)
    for skill in ("Node.js", "Go", "TypeScript"):
        assert work(place, skill)(ada) == work(None, skill)(ada)
    assert reads == ["ada.txt"] * 4  # three times without a cache


def test_the_same_bytes_under_another_name_are_read_once(place: Place, ada: str, reads: Reads) -> None:
    work(place)(ada)
    other = Path(ada).with_name("grace.txt")
    other.write_text(TEXT)
    assert work(place)(str(other)) == replace(work(place)(ada), file=str(other))
    assert reads == ["ada.txt"]


def test_another_day_reads_nothing_but_understands_anew(place: Place, ada: str, reads: Reads) -> None:
    Path(ada).write_text(TEXT.replace("Mar 2023", "present"))
    first, later = work(place)(ada), work(place, day=date(2026, 8, 31))(ada)
    assert reads == ["ada.txt"]
    assert later == work(None, day=date(2026, 8, 31))(ada)
    assert later.result.experience.low == first.result.experience.low + 2  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "change",
    [
        {"limits": Limits(pages=1)},
        {"limits": Limits(seconds=9.0)},
        {"reader": "newer"},
        {"suffix": ".pdf"},
        {"link": 1},
    ],
    ids=str,
)
def test_whatever_might_change_the_reading_reads_again(
    place: Place, ada: str, reads: Reads, change: dict[str, object]
) -> None:
    work(place)(ada)
    file, limits = ada, change.get("limits")
    if "suffix" in change:
        file = str(Path(ada).rename(Path(ada).with_suffix(".pdf")))
    if "link" in change:
        file = str(Path(ada).with_name("link.txt"))
        Path(file).symlink_to(ada)
    place = place._replace(reader=str(change.get("reader", place.reader)))
    assert work(place, limits=limits)(file) == work(None, limits=limits)(file)  # type: ignore[arg-type]
    assert len(reads) == 3


@pytest.mark.parametrize("error", [Encrypted("is protected"), DocumentError("is odd")], ids=["encrypted", "other"])
def test_why_a_file_cannot_be_read_is_kept_too(
    place: Place, ada: str, monkeypatch: pytest.MonkeyPatch, error: DocumentError
) -> None:
    reads = []

    def refuse(*_: object, **__: object) -> None:
        reads.append(1)
        raise error

    monkeypatch.setattr(understanding, "parse_document", refuse)
    first, second = work(place)(ada), work(place)(ada)
    assert first == second
    assert first.result == Unreadable(error.code, str(error))
    assert first.sha256 is not None
    assert reads == [1]


def test_a_lack_of_memory_is_not_kept(place: Place, ada: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def run_out(*_: object, **__: object) -> None:
        try:
            raise MemoryError
        except MemoryError as error:
            raise Damaged("is damaged") from error

    with monkeypatch.context() as patched:
        patched.setattr(understanding, "parse_document", run_out)
        with pytest.raises(MemoryError):
            work(place)(ada)
    assert work(place)(ada) == work(None)(ada)


@pytest.mark.parametrize(
    "content",
    [b"", b"[", b"7", b"[]", b'["resume"]', b'["document", 7]', b'["refusal", "no-such-code", "x"]', b'"\\ud800"'],
)
def test_an_entry_that_makes_no_sense_is_read_again(
    place: Place, ada: str, reads: Reads, monkeypatch: pytest.MonkeyPatch, content: bytes
) -> None:
    expected = work(None)(ada)
    monkeypatch.setattr(Store, "find", lambda *_: content)
    assert work(place)(ada) == expected
    assert len(reads) == 2


def test_workers_share_a_cache(place: Place, ada: str, tmp_path: Path) -> None:
    files = [ada]
    for number in range(12):
        files.append(str(tmp_path / f"{number}.txt"))
        Path(files[-1]).write_text(TEXT.replace("Acme", f"Acme {number}"))
    options = BatchOptions(jobs=2)
    plain = Batch(work(None), files, options).wait()
    for _ in range(2):
        assert Batch(work(place), files, options).wait() == plain
    assert all(isinstance(outcome, Outcome) and outcome.sha256 for outcome in plain.outcomes)


def test_the_version_of_the_reader_is_that_of_its_sources(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    here = reader_version.reader_version()
    assert here == reader_version.reader_version()
    assert len(here) == 16
    names = [name for name, _ in reader_version._sources(Path(reader_version.screener.__file__).parent)]
    assert {"documents/read.py", "vocabulary/compiled.json", "resumes/parse.py", "model/document.py"} <= set(names)
    monkeypatch.setattr(reader_version, "_sources", lambda _: iter([("documents/read.py", b"another")]))
    assert reader_version.reader_version() != here


def test_it_is_known_beforehand_whether_anything_will_be_read(place: Place, ada: str, tmp_path: Path) -> None:
    other = tmp_path / "grace.txt"
    other.write_text(TEXT.replace("Ada", "Grace"))
    assert not work(None).knows_all([ada])
    assert not work(place).knows_all([ada])
    work(place)(ada)
    assert work(place, "Go").knows_all([ada])
    assert not work(place, day=date(2026, 8, 31)).knows_all([ada])  # it would have to be understood anew
    assert not work(place).knows_all([ada, str(other)])
    assert not work(place).knows_all([str(tmp_path / "no such file.txt")])
