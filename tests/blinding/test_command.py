"""`--blind` and `--key` on the command line: nobody is named in any output, and only the key leads back."""

import io
import json
import os
import re
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from made_resumes import docx_bytes, pdf_bytes

from blinding.leaks import plain
from blinding.resumes import PEOPLE
from screener.cli import app
from screener.reports import FORMATS

DAY = ("--as-of", "2026-06-30")
SUFFIXES = {"json": "json", "jsonl": "jsonl", "csv": "csv", "xlsx": "xlsx", "markdown": "md", "html": "html"}
OUTPUTS = [f"out.{suffix}" for suffix in (*SUFFIXES.values(), "txt")]


class Ran(NamedTuple):
    code: int
    out: str
    err: str


Program = Callable[..., Ran]


@pytest.fixture
def screen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Program:
    """Run `screen` in a folder with the resumes of `PEOPLE`."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    for person in PEOPLE:
        data = pdf_bytes(list(person.lines)) if person.file.endswith(".pdf") else docx_bytes(list(person.lines))
        (tmp_path / "in" / person.file).write_bytes(data)

    def run(*arguments: str) -> Ran:
        capfd.readouterr()
        return Ran(app.run(list(arguments)), *capfd.readouterr())

    return run


def content(file: str) -> str:
    """What a file holds, packed or not; of a page, what isn't its own style and script."""
    data = Path(file).read_bytes()
    if file.endswith(".xlsx"):
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            return "\n".join(parts.read(name).decode() for name in parts.namelist())
    return re.sub(r"<(style|script)>.*?</\1>", "", data.decode(), flags=re.DOTALL)


def own_words(text: str, years_too: bool = True) -> list[str]:
    """What of anybody's own stands in a text."""
    seen, digits = plain(text), re.sub(r"(?<=\d)[\s().\-/]+(?=\d)", "", text)
    own = {plain(word) for person in PEOPLE for word in (*person.own, Path(person.file).stem)}
    words = [word for word in own if not word.isdecimal() and re.search(rf"(?<![^\W_]){re.escape(word)}", seen)]
    numbers = [word for word in own if word.isdecimal() and re.search(rf"(?<!\d){word}(?!\d)", digits)]
    return sorted(words) + (sorted(numbers) if years_too else [])


def test_the_check_finds_everybody_who_is_not_blind(screen: Program) -> None:
    screen("in", *DAY, "-q", "-o", "out.json", "-o", "out.xlsx")
    found = own_words(content("out.json"))
    assert {"quillon", "marchetti", "farrowdale", "2013", plain("żółtowska"), "grace may", "王小明"} <= set(found)
    assert "marchetti" in own_words(content("out.xlsx"))


def test_no_output_names_anybody(screen: Program) -> None:
    assert set(SUFFIXES) | {"table"} == set(FORMATS)
    outputs = [part for file in OUTPUTS for part in ("-o", file)]
    ran = screen("in", *DAY, "--blind", *outputs)
    assert ran.code == 0
    assert {file: own_words(content(file)) for file in OUTPUTS} == {file: [] for file in OUTPUTS}
    assert own_words(ran.err.replace("in/", "")) == []
    assert not re.search(r"[0-9a-f]{64}", json.dumps(json.loads(content("out.json"))["results"]))


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.file)
def test_one_resume_in_detail_and_in_sentences_names_nobody(screen: Program, person: object) -> None:
    file = f"in/{person.file}"  # type: ignore[attr-defined]
    for ran in (screen(file, *DAY, "--blind"), screen("explain", file, *DAY, "--blind")):
        assert ran.code == 0
        assert "candidate-" in ran.out
        assert own_words(ran.out) == []


def test_candidates_side_by_side_name_nobody_whatever_order_they_were_typed_in(screen: Program) -> None:
    files = [f"in/{person.file}" for person in PEOPLE[:3]]
    one, other = screen("compare", *files, *DAY, "--blind"), screen("compare", *files[::-1], *DAY, "--blind")
    assert (one.code, own_words(one.out)) == (0, [])
    assert one.out == other.out


@pytest.mark.parametrize("source", ["results.json", "results.jsonl"])
def test_results_that_were_kept_make_a_blind_report(screen: Program, source: str) -> None:
    screen("in", *DAY, "-q", "-o", source)
    outputs = [part for file in OUTPUTS for part in ("-o", file)]
    ran = screen("report", source, "--blind", "--key", "key.json", "-q", *outputs)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    names = {word for file in OUTPUTS for word in own_words(content(file), years_too=False)}
    assert names <= {"lipogr"}  # a town that no result knows to be one
    assert {Path(entry["files"][0]).name for entry in key().values()} == {person.file for person in PEOPLE}
    ran = screen("explain", source, f"in/{PEOPLE[0].file}", "--blind")
    assert (ran.code, own_words(ran.out)) == (0, [])


def test_verdicts_and_scores_are_those_of_the_whole_resume(screen: Program) -> None:
    screen("in", *DAY, "-q", "-o", "plain.json")
    screen("in", *DAY, "-q", "-o", "blind.json", "--blind", "--key", "key.json")
    before = {row["file"]: row for row in json.loads(content("plain.json"))["results"]}
    after = json.loads(content("blind.json"))
    for row in after["results"]:
        same = before[key()[row["file"]]["files"][0]]
        for name in ("verdict", "score"):
            assert row[name] == same[name]
        for ours, theirs in zip(row["requirements"], same["requirements"], strict=True):
            for name in ("name", "status", "grade", "credit", "months", "last_used", "asked"):
                assert ours[name] == theirs[name]
    assert after["role"] == json.loads(content("plain.json"))["role"]


def key(file: str = "key.json") -> dict[str, dict[str, list[str]]]:
    candidates: dict[str, dict[str, list[str]]] = json.loads(Path(file).read_text("utf-8"))["candidates"]
    return candidates


def test_the_key_leads_back_and_is_for_its_owner_alone(screen: Program) -> None:
    before = os.umask(0)
    try:
        ran = screen("in", *DAY, "--blind", "--key", "key.json", "-o", "out.json")
    finally:
        os.umask(before)
    assert "key.json tells who is who" in ran.err
    assert stat.S_IMODE(Path("key.json").stat().st_mode) == 0o600
    rows = json.loads(content("out.json"))["results"]
    assert {row["file"] for row in rows} == key().keys()
    assert {(entry["name"], *entry["files"]) for entry in key().values()} >= {
        ("Quillon Marchetti", "in/quillon-marchetti.pdf")
    }
    assert list(Path().glob(".*.part")) == []


def test_a_key_grows_and_loses_nobody(screen: Program) -> None:
    screen(f"in/{PEOPLE[0].file}", *DAY, "--blind", "--key", "key.json", "-q")
    Path("key.json").chmod(0o644)
    first = key()
    Path("moved").mkdir()
    Path("moved/new.pdf").write_bytes(Path("in", PEOPLE[0].file).read_bytes())
    screen(f"in/{PEOPLE[1].file}", "moved/new.pdf", *DAY, "--blind", "--key", "key.json", "-q")
    assert len(key()) == 2
    (pseudonym,) = first
    assert key()[pseudonym]["files"] == [f"in/{PEOPLE[0].file}", "moved/new.pdf"]
    assert stat.S_IMODE(Path("key.json").stat().st_mode) == 0o600


def test_pseudonyms_are_the_same_in_every_run_and_the_same_bytes_two_rows(screen: Program) -> None:
    Path("in/copy.pdf").write_bytes(Path("in", PEOPLE[0].file).read_bytes())
    one, other = (screen("in", *DAY, "--blind", "-f", "jsonl", "-q").out for _ in range(2))
    assert one == other
    rows = [json.loads(line) for line in one.splitlines()]
    assert len({row["file"] for row in rows}) == len(PEOPLE) + 1
    assert {row["duplicate_of"] for row in rows} - {None} <= {row["file"] for row in rows}
    assert sum(row["file"].endswith("-2") for row in rows) == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["in", "--key", "key.json"], "add --blind"),
        (["in", "--blind", "--resume", "-o", "out.jsonl"], "screen report RESULTS.jsonl --blind"),
        (["in", "--blind", "--key", "out.json", "-o", "out.json"], "is one of the results"),
        (["in", "--blind", "--key", f"in/{PEOPLE[0].file}"], "is one of the files to read"),
        (["in", "--blind", "--key", "note.txt"], "is no key that can be added to"),
        (["in", "--blind", "--key", "in"], "is a folder"),
        (["in", "--blind", "--key", "nowhere/key.json"], "there is no folder"),
        (["in", "--blind", "--key", os.devnull], "is no regular file"),
        (["explain", f"in/{PEOPLE[0].file}", "--blind", "--letter"], "a letter names whom it is to"),
        (["compare", "in", "--key", "key.json"], "add --blind"),
        (["in", "--blind", "--key", "-"], "isn't written to stdout"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_makes_no_sense_is_said_in_one_line(screen: Program, arguments: list[str], words: str) -> None:
    Path("note.txt").write_text("mine", "utf-8")
    ran = screen(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err
    assert ran.err.count("\n") == 1
    assert Path("note.txt").read_text("utf-8") == "mine"


def test_files_that_cannot_be_read_are_named_by_the_key_alone(screen: Program) -> None:
    Path("in/jane-broken.pdf").write_bytes(b"%PDF-1.4 torn")
    ran = screen("in", "in/jane-nobody.pdf", *DAY, "--blind", "--key", "key.json", "-f", "json", "-q")
    assert ran.code == 3
    assert "jane" not in ran.out
    assert {"in/jane-broken.pdf", "in/jane-nobody.pdf"} <= {entry["files"][0] for entry in key().values()}


def test_blind_results_are_not_continued_merged_or_written_letters_to(screen: Program) -> None:
    screen("in", *DAY, "-q", "--blind", "-o", "blind.jsonl", "-o", "blind.json")
    screen("in", *DAY, "-q", "-o", "named.json")
    before = content("blind.jsonl")
    for arguments, words in (
        (["in", *DAY, "--resume", "-o", "blind.jsonl"], "is of a blind report"),
        (["report", "named.json", "blind.json"], "report on the two apart"),
        (["explain", "blind.json", "--letter", "-o", "letters/"], "these results are blind"),
    ):
        ran = screen(*arguments)
        assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1), arguments
        assert words in ran.err
    assert content("blind.jsonl") == before


def test_a_key_of_results_that_are_blind_already_is_not_written(screen: Program) -> None:
    screen("in", *DAY, "-q", "--blind", "-o", "blind.json")
    ran = screen("report", "blind.json", "--blind", "--key", "key.json", "-o", "again.json")
    assert ran.code == 0
    assert "nothing to keep" in ran.err
    assert not Path("key.json").exists()


def test_a_pseudonym_stands_once_above_each_column(screen: Program) -> None:
    ran = screen("compare", *(f"in/{person.file}" for person in PEOPLE[:2]), *DAY, "--blind")
    assert len(re.findall(r"candidate-\w{4}-\w{4}", ran.out)) == 2


def test_a_name_that_is_not_understood_is_noted_and_shown_in_every_format(screen: Program) -> None:
    lines = ["Marchetti, Quillon", "someone@example.com", *PEOPLE[0].lines[4:]]
    Path("odd.pdf").write_bytes(pdf_bytes(lines))
    ran = screen("odd.pdf", *DAY, "-q", "--blind", *(part for file in OUTPUTS for part in ("-o", file)))
    assert "1 candidate's name wasn't understood (blind-name-unknown)" in ran.err
    for file in OUTPUTS:
        assert "understood" in content(file) or "candidate&#39;s name" in content(file), file
        assert own_words(content(file), years_too=False) == [], file
