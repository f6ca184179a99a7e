"""The cache: what is kept comes back, nobody else can read it, and whatever is wrong with it harms nothing."""

import os
import sqlite3
import stat
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path

import pytest

from screener.batch import cache
from screener.batch.cache import DAYS, NoCache, Place, Store, clear, find_damage, info, make_ready

TODAY = 739_900
KEY = b"k" * 32
CONTENT = b'["document", "Ada Example"]'


@pytest.fixture
def folder(tmp_path: Path) -> str:
    return str(tmp_path / "kept")


def ready(folder: str, today: int = TODAY) -> Place:
    return make_ready(folder, reader="reader", today=today)


def database(folder: str) -> Path:
    return Path(folder, "screener-cache.sqlite3")


def content_of(folder: str) -> bytes:
    return b"".join(file.read_bytes() for file in Path(folder).iterdir())


def test_what_is_kept_is_found(folder: str) -> None:
    place = ready(folder)
    Store(place).keep(KEY, CONTENT)
    assert Store(place).find(KEY) == CONTENT
    assert Store(place).find(b"another") is None
    assert Store(ready(folder)).find(KEY) == CONTENT


def test_what_is_kept_later_takes_the_place(folder: str) -> None:
    store = Store(ready(folder))
    store.keep(KEY, b"before")
    store.keep(KEY, CONTENT)
    assert store.find(KEY) == CONTENT


@pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX")
@pytest.mark.parametrize("mode", [None, 0o755])
def test_only_the_owner_can_read_it(folder: str, mode: int | None) -> None:
    if mode is not None:
        Path(folder).mkdir()
        Path(folder).chmod(mode)
    store = Store(ready(folder))
    store.keep(KEY, CONTENT)
    assert stat.S_IMODE(Path(folder).stat().st_mode) == 0o700
    files = sorted(Path(folder).iterdir())
    assert {file.name for file in files} >= {"CACHEDIR.TAG", "screener-cache.sqlite3", "screener-cache.sqlite3-wal"}
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}


def test_entries_are_dropped_after_thirty_days_and_leave_no_trace(folder: str) -> None:
    store = Store(ready(folder))
    name = os.urandom(600)  # doesn't get smaller
    store.keep(KEY, name)
    assert Store(ready(folder, TODAY + DAYS)).find(KEY) == name
    packed = store._connection.execute("SELECT content FROM entries").fetchone()[0]  # type: ignore[union-attr]
    store._connection.close()  # type: ignore[union-attr]
    assert packed[-100:] in content_of(folder)
    assert Store(ready(folder, TODAY + DAYS + 1)).find(KEY) is None
    assert info(folder, "reader").entries == 0
    assert packed[-100:] not in content_of(folder)


def test_entries_from_days_to_come_are_dropped(folder: str) -> None:
    Store(ready(folder, TODAY + 40)).keep(KEY, CONTENT)
    assert Store(ready(folder)).find(KEY) is None


def test_an_old_entry_is_not_found_even_before_it_is_dropped(folder: str) -> None:
    place = ready(folder)
    Store(place).keep(KEY, CONTENT)
    assert Store(place._replace(today=TODAY + DAYS + 1)).find(KEY) is None


def test_a_damaged_file_is_told_with_the_remedy(folder: str) -> None:
    ready(folder)
    database(folder).write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    with pytest.raises(NoCache, match=r"is damaged; empty it with: screen cache clear"):
        ready(folder)
    assert info(folder, "reader").is_damaged
    clear(folder)
    ready(folder)


def test_damage_that_a_worker_meets_is_known_afterwards(folder: str) -> None:
    place = ready(folder)
    store = Store(place)
    store.keep(KEY, CONTENT)
    assert find_damage(place) is None
    with closing(sqlite3.connect(database(folder))) as connection, connection:
        connection.execute("UPDATE entries SET content = ?", (b"x" * 60,))
    assert store.find(KEY) is None
    assert store.find(KEY) is None
    store.keep(KEY, CONTENT)
    assert "is damaged" in str(find_damage(place))
    with pytest.raises(NoCache, match="is damaged"):
        ready(folder)


def test_an_entry_of_another_key_is_damage(folder: str) -> None:
    store = Store(ready(folder))
    store.keep(KEY, CONTENT)
    with closing(sqlite3.connect(database(folder))) as connection, connection:
        connection.execute("UPDATE entries SET key = ?", (b"another",))
    assert store.find(b"another") is None


def test_a_cache_that_vanishes_is_no_failure(folder: str) -> None:
    place = ready(folder)
    clear(folder)
    store = Store(place)
    store.keep(KEY, CONTENT)
    assert store.find(KEY) is None
    assert find_damage(place) is None


def test_a_busy_cache_is_passed_over(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "_SECONDS", 0.05)
    store = Store(ready(folder))
    with closing(sqlite3.connect(database(folder), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        store.keep(KEY, CONTENT)
    assert store.find(KEY) is None
    store.keep(KEY, CONTENT)
    assert store.find(KEY) == CONTENT


def test_a_database_of_another_program_is_refused_and_left_alone(folder: str) -> None:
    ready(folder)
    database(folder).unlink()
    with closing(sqlite3.connect(database(folder))) as connection, connection:
        connection.execute("CREATE TABLE theirs (a)")
    before = database(folder).read_bytes()
    with pytest.raises(NoCache, match="another kind"):
        ready(folder)
    assert database(folder).read_bytes() == before


def test_a_folder_with_other_files_is_refused_and_left_alone(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    (tmp_path / "ada.pdf").write_bytes(b"%PDF")
    with pytest.raises(NoCache, match="holds other files"):
        ready(str(tmp_path))
    with pytest.raises(NoCache, match="is no cache of screener"):
        clear(str(tmp_path))
    with pytest.raises(NoCache, match="is no cache of screener"):
        info(str(tmp_path), "reader")
    assert [file.name for file in tmp_path.iterdir()] == ["ada.pdf"]
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(NoCache, match="is no folder"):
        ready(str(tmp_path / "file"))
    with pytest.raises(NoCache, match="no such file or directory"):
        ready(str(tmp_path / "nobody" / "kept"))


def test_a_link_in_the_place_of_the_database_is_refused(folder: str, tmp_path: Path) -> None:
    ready(folder)
    database(folder).unlink()
    database(folder).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(NoCache, match="is no file of a cache"):
        ready(folder)
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
@pytest.mark.parametrize(
    "name", ["CACHEDIR.TAG", *(f"screener-cache.sqlite3{end}" for end in ("", "-wal", "-journal"))]
)
def test_a_pipe_in_the_place_of_any_file_is_refused_and_never_waited_for(folder: str, name: str) -> None:
    ready(folder)
    Path(folder, name).unlink(missing_ok=True)
    os.mkfifo(Path(folder, name))
    with pytest.raises(NoCache):
        ready(folder)
    with pytest.raises(NoCache):
        info(folder, "reader")


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="owners are POSIX")
def test_somebody_elses_folder_is_refused(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ready(folder)
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    with pytest.raises(NoCache, match="belongs to somebody else"):
        ready(folder)


def test_clearing_removes_its_own_files_only(folder: str) -> None:
    Store(ready(folder)).keep(KEY, CONTENT)
    (Path(folder) / "mine.txt").write_text("x")
    assert clear(folder) > 0
    assert [file.name for file in Path(folder).iterdir()] == ["mine.txt"]


def test_info_counts(folder: str) -> None:
    assert info(str(Path(ready(folder).folder)), "reader")[:2] == (0, 0)
    Store(ready(folder, TODAY - 3)).keep(KEY, CONTENT)
    Store(ready(folder)._replace(reader="newer")).keep(b"another", CONTENT)
    found = info(folder, "newer")
    assert (found.entries, found.usable, found.oldest, found.is_damaged) == (2, 1, TODAY - 3, False)
    assert found.size > 4096


def _keep_many(place: Place, start: int) -> None:
    store = cache.store_at(place)
    for number in range(start, start + 200):
        store.keep(b"%032d" % number, CONTENT)
        assert store.find(b"%032d" % number) == CONTENT


def test_several_processes_keep_and_find_at_once(folder: str) -> None:
    place = ready(folder)
    context = get_context("fork" if "fork" in __import__("multiprocessing").get_all_start_methods() else "spawn")
    workers = [context.Process(target=_keep_many, args=(place, start)) for start in (0, 100, 200)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert [worker.exitcode for worker in workers] == [0, 0, 0]
    assert info(folder, "reader").entries == 400
    assert find_damage(place) is None
