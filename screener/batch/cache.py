"""A folder that keeps what was read, so that another role over the same files reads nothing again.

It holds one SQLite file. A key is made of everything on which an entry depends; an entry is values as
JSON, compressed, behind a checksum over key and content. Nothing in it is ever executed, and it is
refused unless it belongs to whoever runs this: a stranger's entries would be a stranger's verdicts.
Resumes are personal data: folder and files are readable by their owner only, what is dropped is
overwritten, and the folder is marked as a cache, which backups leave out.

The program makes the cache ready, once, before its workers are started. Each worker opens a connection
of its own; they can be killed at any moment, and SQLite's journal (WAL) is made for that. Whatever goes
wrong is no error: an entry that isn't found is read, one that can't be kept is not kept. A worker that
meets damage leaves a file that says so, since nobody else would hear of it.
"""

import os
import sqlite3
import stat
import zlib
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from screener.documents.opening import read_named
from screener.errors import ScreenerError

DAYS = 30  # that an entry is kept
_DATABASE, _DAMAGED, _TAG = "screener-cache.sqlite3", "screener-cache.damaged", "CACHEDIR.TAG"
_OWN_FILES = (_DATABASE, f"{_DATABASE}-wal", f"{_DATABASE}-shm", f"{_DATABASE}-journal", _DAMAGED, _TAG)
_SIGNATURE = "Signature: 8a477f597d28d172789f06886806bc55"  # https://bford.info/cachedir/
_TAG_TEXT = f"{_SIGNATURE}\n# Made by screener: resumes as they were read. `screen cache clear` empties it.\n"
_APPLICATION, _SCHEMA = 0x53435243, 1  # "SCRC"
_MOST_BYTES = 16_000_000  # of an entry, unpacked
_CHECKSUM_BYTES = 16
_SECONDS = 1.0  # to wait for another process; far below what a file may take
_TABLE = "CREATE TABLE IF NOT EXISTS entries (key BLOB PRIMARY KEY, reader TEXT, day INTEGER, content BLOB)"


class NoCache(ScreenerError):
    """A folder that can't be used as a cache; work goes on without."""


class Place(NamedTuple):
    """A cache that is ready. Plain values, which travel to workers."""

    folder: str
    reader: str  # the version of what reads
    today: int  # the number of a day


class Info(NamedTuple):
    """What is in a cache; `usable` entries were made by this version of the reader."""

    entries: int
    usable: int
    size: int  # bytes on the disk
    oldest: int | None  # the number of a day
    is_damaged: bool


class Store:
    """A process's connection to the cache; a closed one finds nothing and keeps nothing."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self._connection: sqlite3.Connection | None = None
        try:
            self._connection = _connect(_database_of(place.folder))
        except sqlite3.Error as error:
            self._give_up(error)

    def find(self, key: bytes) -> bytes | None:
        """What was kept under a key, the same bytes."""
        if self._connection is None:
            return None
        try:
            query = "SELECT content FROM entries WHERE key = ? AND day BETWEEN ? AND ?"
            row = self._connection.execute(query, (key, *_days(self.place.today))).fetchone()
            return None if row is None else _opened(key, row[0])
        except (sqlite3.Error, zlib.error, ValueError, TypeError) as error:
            self._give_up(error)
            return None

    def keep(self, key: bytes, content: bytes) -> None:
        """Put something under a key in place of what was there."""
        if self._connection is None or len(content) > _MOST_BYTES:
            return
        packed = zlib.compress(content, 1)
        values = (key, self.place.reader, self.place.today, _checksum(key, packed) + packed)
        try:
            self._connection.execute("INSERT OR REPLACE INTO entries VALUES (?, ?, ?, ?)", values)
        except sqlite3.Error as error:
            self._give_up(error)

    def close(self) -> None:
        """Be done with it, as has to be before a fork."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _give_up(self, error: Exception) -> None:
        """Go on without; another process that is busy for long is no reason to."""
        if isinstance(error, sqlite3.OperationalError):
            if "locked" not in str(error):  # a disk that is full or gone
                self._connection = None
            return
        self._connection = None
        with suppress(OSError):
            _make_file(Path(self.place.folder, _DAMAGED), "")


_stores: dict[tuple[int, int, Place], Store] = {}


def store_at(place: Place) -> Store:
    """This thread's own; a connection must neither be shared nor survive a fork."""
    from _thread import get_ident  # importing threading would say that there are several

    owner = (os.getpid(), get_ident(), place)
    if owner not in _stores:
        _stores[owner] = Store(place)
    return _stores[owner]


def make_ready(folder: str, *, reader: str, today: int) -> Place:
    """Make the cache if there is none, and drop what is too old. Raises NoCache."""
    path = Path(folder)
    try:
        _make_folder(path)
        _check_files(path)
        _make_file(path / _TAG, _TAG_TEXT)
        _make_file(path / _DATABASE, "")
        _check_undamaged(path)
        with closing(_connect(path / _DATABASE)) as connection:
            _prepare(connection, folder)
            connection.execute("DELETE FROM entries WHERE NOT day BETWEEN ? AND ?", _days(today))
            connection.execute("PRAGMA incremental_vacuum").fetchall()
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    except OSError as error:
        raise NoCache(f"{folder}: can't be used as a cache: {(error.strerror or 'unknown error').lower()}") from error
    except sqlite3.OperationalError as error:
        raise NoCache(f"{folder}: can't be used as a cache: {error}") from error
    except sqlite3.Error as error:
        raise _damaged(folder) from error
    return Place(str(path.resolve()), reader, today)


def find_damage(place: Place) -> NoCache | None:
    """What workers met, in words."""
    return _damaged(place.folder) if Path(place.folder, _DAMAGED).exists() else None


def info(folder: str, reader: str) -> Info:
    """Look into a cache without changing it. Raises NoCache."""
    path = _existing(folder)
    _check_files(path)
    size = sum(file.stat().st_size for name in _OWN_FILES if (file := path / name).is_file())
    try:
        with closing(_connect(path / _DATABASE)) as connection:
            query = "SELECT COUNT(*), TOTAL(reader = ?), MIN(day) FROM entries"
            entries, usable, oldest = connection.execute(query, (reader,)).fetchone()
    except sqlite3.Error:
        return Info(0, 0, size, None, is_damaged=True)
    return Info(entries, int(usable), size, oldest, is_damaged=(path / _DAMAGED).exists())


def clear(folder: str) -> int:
    """Remove the cache's own files and nothing else; how many bytes they were. Raises NoCache."""
    path = _existing(folder)
    size = 0
    try:
        for name in _OWN_FILES:  # the tag is the last, so that what was interrupted can be done again
            with suppress(FileNotFoundError):
                size += (path / name).lstat().st_size
                (path / name).unlink()
    except OSError as error:
        raise NoCache(f"{folder}: can't be cleared: {(error.strerror or 'unknown error').lower()}") from error
    return size


def _make_folder(path: Path) -> None:
    with suppress(FileExistsError):
        path.mkdir(mode=0o700)
    status = path.stat()
    if not stat.S_ISDIR(status.st_mode):
        raise NoCache(f"{path}: is no folder; give one that is empty, or that doesn't exist yet")
    _check_owner(path, status)
    if not _is_cache(path) and any(path.iterdir()):
        raise NoCache(f"{path}: holds other files; give a folder that is empty, or that doesn't exist yet")
    path.chmod(0o700)


def _make_file(path: Path, text: str) -> None:
    """A file that only its owner can read; one that is there already must be the owner's own."""
    with suppress(FileExistsError), os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as new:
        new.write(text)
        return
    status = path.lstat()
    if not stat.S_ISREG(status.st_mode):
        raise NoCache(f"{path}: is no file of a cache; give another folder")
    _check_owner(path, status)
    path.chmod(0o600)


def _check_files(path: Path) -> None:
    """A pipe under the name of a file that SQLite opens would be waited for."""
    for name in _OWN_FILES:
        with suppress(FileNotFoundError):
            if not stat.S_ISREG((path / name).lstat().st_mode):
                raise NoCache(f"{path / name}: is no file of a cache; give another folder")


def _check_owner(path: Path, status: os.stat_result) -> None:
    if hasattr(os, "geteuid") and status.st_uid != os.geteuid():
        raise NoCache(f"{path}: belongs to somebody else, who could change verdicts; give a folder of your own")


def _check_undamaged(path: Path) -> None:
    if (path / _DAMAGED).exists():
        raise _damaged(str(path))


def _damaged(folder: str) -> NoCache:
    return NoCache(f"{folder}: the cache is damaged; empty it with: screen cache clear {folder}")


def _existing(folder: str) -> Path:
    path = Path(folder)
    if not _is_cache(path):
        raise NoCache(f"{folder}: is no cache of screener; give the folder that --cache was given")
    return path


def _is_cache(path: Path) -> bool:
    try:
        return read_named(path / _TAG, len(_TAG_TEXT) + 1) == _TAG_TEXT.encode()
    except OSError:
        return False


def _database_of(folder: str) -> Path:
    return Path(folder, _DATABASE)


def _connect(file: Path) -> sqlite3.Connection:
    """Open what is there, without making anything."""
    connection = sqlite3.connect(f"{file.resolve().as_uri()}?mode=rw", uri=True, timeout=_SECONDS, isolation_level=None)
    connection.execute("PRAGMA secure_delete = ON").fetchall()
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def _prepare(connection: sqlite3.Connection, folder: str) -> None:
    """The table in a new file; anything but an old one of ours is refused."""
    kind = tuple(connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version"))
    tables = connection.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()[0]
    if kind == (0, 0) and not tables:
        connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
        connection.execute("PRAGMA journal_mode = WAL").fetchall()
        marks = f"PRAGMA application_id = {_APPLICATION}; PRAGMA user_version = {_SCHEMA}"
        connection.executescript(f"BEGIN IMMEDIATE; {_TABLE}; {marks}; COMMIT")
    elif kind != (_APPLICATION, _SCHEMA):
        raise NoCache(f"{folder}: holds a cache of another kind; give another folder")


def _days(today: int) -> tuple[int, int]:
    """The first and the last day of entries that count; a clock may be a day ahead elsewhere."""
    return today - DAYS, today + 1


def _checksum(key: bytes, packed: bytes) -> bytes:
    from hashlib import blake2b

    return blake2b(packed, digest_size=_CHECKSUM_BYTES, key=key[:64]).digest()


def _opened(key: bytes, stored: bytes) -> bytes:
    """What was put in. Raises ValueError or zlib.error where that can't be had."""
    packed = stored[_CHECKSUM_BYTES:]
    if _checksum(key, packed) != stored[:_CHECKSUM_BYTES]:
        raise ValueError("the checksum differs")
    opened = zlib.decompressobj()
    content = opened.decompress(packed, _MOST_BYTES)
    if not opened.eof:
        raise ValueError("too large")
    return content
