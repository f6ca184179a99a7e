"""`--resume`: what holds is kept, what doesn't is made again, and results of another run are never mixed in."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from results_files import TAKEN, grow, make_applications, rows

from screener.cli import app

Damage = Callable[[list[bytes]], list[bytes]]
FORMATS = ("json", "csv", "html", "md", "txt", "xlsx")


@pytest.fixture
def applications(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return make_applications(tmp_path / "applications")


@pytest.fixture
def undisturbed(applications: Path) -> bytes:
    """What a run writes that nobody disturbs."""
    assert app.run([*TAKEN, "-o", "undisturbed.jsonl", "-q"]) == 3
    return Path("undisturbed.jsonl").read_bytes()


def with_line(line: bytes, at: int = 3) -> Damage:
    return lambda lines: [*lines[:at], line + b"\n", *lines[at + 1 :]]


def changed(old: bytes, new: bytes, at: int = 3) -> Damage:
    return lambda lines: [*lines[:at], lines[at].replace(old, new, 1), *lines[at + 1 :]]


def without(key: str, at: int = 3) -> Damage:
    def leave_out(lines: list[bytes]) -> list[bytes]:
        row = json.loads(lines[at])
        del row[key]
        return [*lines[:at], json.dumps(row).encode() + b"\n", *lines[at + 1 :]]

    return leave_out


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(with_line(b"{"), id="no JSON"),
        pytest.param(with_line(b"[" * 100_000), id="nested too deep"),
        pytest.param(with_line(b"1" * 10_000), id="a number too large"),
        pytest.param(with_line(b"7"), id="a number"),
        pytest.param(with_line(b'{"name": 3}'), id="another object"),
        pytest.param(with_line(b"\xff\xfe\x00"), id="no text"),
        pytest.param(with_line(b""), id="nothing"),
        pytest.param(changed(b'"likeness": {"name"', b'"likeness": {"mane"'), id="another likeness"),
        pytest.param(changed(b'"likeness": {"name": [', b'"likeness": {"name": [3, '), id="a likeness of numbers"),
        pytest.param(changed(b'"crc32": ', b'"crc32": "x", "other": '), id="another checksum"),
        pytest.param(changed(b'"score": ', b'"score": 1'), id="another score"),
        pytest.param(changed(b'"verdict": "', b'"verdict": "un'), id="another verdict"),
        pytest.param(without("requirements"), id="no requirements"),
        pytest.param(without("likeness"), id="no likeness"),
        pytest.param(without("limits"), id="no limits"),
        pytest.param(without("file"), id="no file"),
        pytest.param(lambda lines: [*lines, *lines], id="every line twice"),
        pytest.param(lambda lines: [*lines[:4], lines[2], *lines[4:]], id="a line twice"),
        pytest.param(lambda lines: lines[::-1], id="another order"),
        pytest.param(lambda lines: [*lines, b"{}\n" * 3], id="empty objects behind"),
    ],
)
def test_a_line_that_is_damaged_is_made_again(undisturbed: bytes, capfd, damage: Damage) -> None:
    lines = grow(9).splitlines(keepends=True)
    assert len(lines) == 9
    Path("grown.jsonl").write_bytes(b"".join(damage(lines)))
    capfd.readouterr()
    assert app.run([*TAKEN, "-o", "grown.jsonl", "--resume", "-q"]) == 3
    assert capfd.readouterr().err == ""
    assert Path("grown.jsonl").read_bytes() == undisturbed


@pytest.mark.parametrize("at", [0, 3])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(b'"role": {', b'"roles": {', id="no role"),
        pytest.param(b'"role": {', b'"role": 3, "x": {', id="a role of another kind"),
        pytest.param(b'"limits": {', b'"limits": {"pages": [1], "x": {}, "y": {', id="other limits"),
        pytest.param(b'"file": "', b'"file": ["x"], "x": "', id="a list for a file"),
        pytest.param(b"{", b"[[[", id="a list"),
    ],
)
def test_whatever_a_line_holds_there_is_no_traceback(
    undisturbed: bytes, capfd, old: bytes, new: bytes, at: int
) -> None:
    Path("grown.jsonl").write_bytes(b"".join(changed(old, new, at)(grow(5).splitlines(keepends=True))))
    capfd.readouterr()
    assert app.run([*TAKEN, "-o", "grown.jsonl", "--resume", "-q"]) in (2, 3)
    assert capfd.readouterr().err.count("\n") <= 1


@pytest.mark.parametrize(
    ("option", "value", "words"),
    [
        ("--max-pages", "3", "--max-pages (30, now 3)"),
        ("--max-characters", "100", "--max-characters (1000000, now 100)"),
        ("--timeout", "2.5", "--timeout (10, now 2.5)"),
        ("--max-mb", "1", "--max-mb (25, now 1)"),
        ("--max-inflated-mb", "7", "--max-inflated-mb (100, now 7)"),
        ("--max-memory-mb", "500", "--max-memory-mb (1000, now 500)"),
    ],
)
def test_results_within_other_limits_are_refused(applications: Path, capfd, option, value, words) -> None:
    before = grow(6)
    capfd.readouterr()
    assert app.run([*TAKEN, "-o", "grown.jsonl", "--resume", option, value]) == 2
    said = capfd.readouterr().err
    assert said == (
        f"screen: grown.jsonl:1: was made with another {words}; write to another file, or leave out --resume\n"
    )
    assert Path("grown.jsonl").read_bytes() == before


def test_a_finished_file_is_made_again_within_the_limits_of_now(applications: Path) -> None:
    for number in ("100", "40"):
        assert app.run([*TAKEN, "-o", "r.jsonl", "--resume", "-q", "--max-characters", number]) == 3
    app.run([*TAKEN, "-o", "fresh.jsonl", "-q", "--max-characters", "40"])
    assert Path("r.jsonl").read_bytes() == Path("fresh.jsonl").read_bytes()


def test_a_finished_file_says_nothing_of_how_it_was_made(undisturbed: bytes) -> None:
    assert not {"limits", "likeness", "crc32"} & {key for row in rows(undisturbed) for key in row}


@pytest.mark.parametrize("count", [1, 8, 14])
def test_other_reports_are_those_of_an_undisturbed_run(applications: Path, count: int) -> None:
    Path("applications/~$lock.docx").touch()  # is counted as skipped
    outputs = [f"now.{suffix}" for suffix in FORMATS]
    taken = [*TAKEN[:1], *TAKEN[3:], "--include", "*.txt", "--include", "*.docx"]
    named = [part for file in ("grown.jsonl", *outputs) for part in ("-o", file)]
    assert app.run([*taken, *named, "-q"]) == 3
    expected = {file: Path(file).read_bytes() for file in ("grown.jsonl", *outputs)}
    assert b'"skipped": 1' in expected["now.json"]
    for file in outputs:
        Path(file).unlink()
    grow(count, "--include", "*.docx")
    assert app.run([*taken, *named, "-q", "--resume"]) == 3
    for file, data in expected.items():
        assert Path(file).read_bytes() == data, file


@pytest.mark.parametrize(
    "outputs",
    [
        pytest.param((), id="the terminal"),
        pytest.param(("-o", "a.json"), id="another format"),
        pytest.param(("-f", "jsonl"), id="stdout"),
        pytest.param(("-f", "jsonl", "-o", "/dev/null"), id="a device"),
    ],
)
def test_without_a_results_file_there_is_nothing_to_continue(applications: Path, capfd, outputs) -> None:
    assert app.run([*TAKEN, *outputs, "--resume"]) == 2
    assert capfd.readouterr().err == "screen: --resume continues one .jsonl file; name it with -o\n"


def test_of_two_results_files_neither_is_continued(applications: Path, capfd) -> None:
    assert app.run([*TAKEN, "-o", "a.jsonl", "-o", "b.jsonl", "--resume"]) == 2
    assert capfd.readouterr().err == (
        "screen: --resume continues one .jsonl file, not a.jsonl and b.jsonl; "
        "name one, and copy it when it is finished\n"
    )


@pytest.mark.parametrize("is_finished", [True, False], ids=["finished", "unfinished"])
def test_results_of_other_files_are_not_replaced(applications: Path, capfd, is_finished: bool) -> None:
    if is_finished:
        app.run([*TAKEN, "-o", "grown.jsonl", "-q"])
    before = Path("grown.jsonl").read_bytes() if is_finished else grow(5)
    make_applications(Path("others"))
    capfd.readouterr()
    assert app.run(["others", *TAKEN[1:], "-o", "grown.jsonl", "--resume"]) == 2
    assert capfd.readouterr().err == (
        "screen: grown.jsonl: holds results of other files only, applications/ada.txt among them; "
        "write to another file, or leave out --resume\n"
    )
    assert Path("grown.jsonl").read_bytes() == before


@pytest.mark.parametrize("output", ["old.jsonl", "old.json", "new.json"])
@pytest.mark.parametrize("named", [("nosuch",), ("nosuch", "nobody.pdf")], ids=["one", "two"])
def test_a_slip_of_the_fingers_replaces_nothing(undisturbed: bytes, capfd, output: str, named) -> None:
    if output.startswith("old"):
        Path(output).write_bytes(undisturbed)
    assert app.run([*named, *TAKEN[1:], "-o", output]) == 3
    names = "nosuch" if len(named) == 1 else "nobody.pdf and 1 more"
    assert capfd.readouterr().err == (
        f"screen: {names}: no such file; check the spelling; nothing is written to {output}\n"
    )
    assert Path(output).exists() == output.startswith("old")
    assert not Path("old.jsonl").exists() or Path("old.jsonl").read_bytes() == undisturbed


def test_on_stdout_a_slip_is_a_row(applications: Path, capfd) -> None:
    assert app.run(["nosuch", *TAKEN[3:], "-f", "json", "-o", "-"]) == 3
    assert json.loads(capfd.readouterr().out)["results"][0]["error"]["code"] == "unreadable-file"


def test_one_file_that_is_there_is_enough(applications: Path) -> None:
    assert app.run(["nosuch", "applications/ada.txt", *TAKEN[3:], "-o", "r.jsonl", "-q"]) == 3
    assert [row["file"] for row in rows(Path("r.jsonl").read_bytes())] == ["applications/ada.txt", "nosuch"]
