"""`--cache` and `screen cache`: the same results, notes instead of failures, and only its own files removed."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from screener.cli import app

TEXT = "Ada Example\nExperience\nSoftware Engineer, Acme, Jan 2020 - Mar 2023\nNode.js services\n"
DAY = ("--as-of", "2026-06-30")


@pytest.fixture
def screen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Callable[..., tuple]:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ada.txt").write_text(TEXT)
    (tmp_path / "grace.txt").write_text(TEXT.replace("Ada", "Grace").replace("2020", "2011"))

    def run(*arguments: str) -> tuple[int, str, str]:
        capfd.readouterr()
        code = app.run(list(arguments))
        return (code, *capfd.readouterr())

    return run


def test_results_are_the_same_with_and_without(screen) -> None:
    plain = screen("ada.txt", "grace.txt", *DAY, "-f", "json")
    for role in ("backend-software-engineer", "data-engineer"):
        plain = screen("ada.txt", "grace.txt", *DAY, "-f", "json", "-r", role)
        for _ in range(2):
            assert screen("ada.txt", "grace.txt", *DAY, "-f", "json", "-r", role, "--cache", "kept") == plain


def test_a_comparison_of_roles_uses_it_too(screen) -> None:
    screen("ada.txt", "grace.txt", *DAY, "--cache", "kept")
    arguments = ("roles", "diff", "backend-software-engineer", "data-engineer", "ada.txt", *DAY)
    assert screen(*arguments, "--cache", "kept") == screen(*arguments)


def test_a_cache_that_cannot_be_used_is_a_note(screen, tmp_path: Path) -> None:
    plain = screen("ada.txt", *DAY)
    Path("other").mkdir()
    Path("other/mine.txt").write_text("x")
    code, out, err = screen("ada.txt", *DAY, "--cache", "other")
    assert (code, out) == plain[:2]
    assert "note: --cache other: holds other files" in err
    assert "mine.txt" in {file.name for file in Path("other").iterdir()}
    assert screen("ada.txt", *DAY, "--cache", "other", "--quiet")[2] == ""


def test_a_damaged_cache_is_a_note(screen) -> None:
    plain = screen("ada.txt", *DAY)
    screen("ada.txt", *DAY, "--cache", "kept")
    Path("kept/screener-cache.sqlite3").write_bytes(b"\xff" * 9000)
    code, out, err = screen("ada.txt", *DAY, "--cache", "kept")
    assert (code, out) == plain[:2]
    assert "note: --cache kept: the cache is damaged; empty it with: screen cache clear kept" in err
    assert screen("cache", "info", "kept")[1].count("damaged") == 1
    assert screen("cache", "clear", "kept")[0] == 0
    assert screen("ada.txt", *DAY, "--cache", "kept") == plain


def test_info_as_text_and_json(screen) -> None:
    screen("ada.txt", "grace.txt", *DAY, "--cache", "kept")
    code, out, _ = screen("cache", "info", "kept")
    assert code == 0
    assert "4 entries, 4 of them by this version" in out
    found = json.loads(screen("cache", "info", "kept", "-f", "json")[1])
    assert (found["entries"], found["usable"], found["damaged"]) == (4, 4, False)
    assert found["bytes"] > 0
    assert list(found) == [
        *("schema_version", "screener", "folder", "entries", "usable", "bytes", "oldest", "reader", "damaged")
    ]


def test_clear_empties_the_folder_and_refuses_any_other(screen) -> None:
    screen("ada.txt", *DAY, "--cache", "kept")
    assert screen("cache", "clear", "kept")[0] == 0
    assert list(Path("kept").iterdir()) == []
    for folder in ("kept", ".", "nowhere"):
        code, _, err = screen("cache", "clear", folder)
        assert code == 2
        assert f"screen: {folder}: is no cache of screener" in err
    assert Path("ada.txt").exists()
