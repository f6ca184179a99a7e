"""compiled.json is what the YAML says, and mistakes in the YAML are named."""

import json
from pathlib import Path

import pytest

from screener.vocabulary.compile import (
    COMPILED,
    FOLDER,
    compile_vocabulary,
    describe_changes,
    main,
    read_skills,
    render,
)
from screener.vocabulary.compile_skills import compile_skills


def test_compiled_json_is_up_to_date() -> None:
    assert list(FOLDER.glob("*.yaml")), "no word lists found"
    assert list((FOLDER / "skills").glob("*.yaml")), "no skills found"
    assert COMPILED.read_text(encoding="utf-8") == render(compile_vocabulary())


def test_check_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--check"]) == 0
    assert capsys.readouterr().out == "compiled.json is up to date\n"


def test_check_fails_when_stale(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stale = tmp_path / "compiled.json"
    stale.write_text('{"sections": {}}', encoding="utf-8")
    monkeypatch.setattr("screener.vocabulary.compile.COMPILED", stale)
    assert main(["--check"]) == 1
    assert "sections: changed" in capsys.readouterr().out
    assert stale.read_text(encoding="utf-8") == '{"sections": {}}'


def test_plain_lists_stay_as_written(tmp_path: Path) -> None:
    (tmp_path / "words.yaml").write_text("yes: [no, on, off, 1, 2020-01-01, ~]\n1: true\n", encoding="utf-8")
    compiled = json.loads(render(compile_vocabulary(tmp_path)))
    assert compiled == {"words": {"yes": ["no", "on", "off", 1, "2020-01-01", None], "1": True}}


def test_a_repeated_key_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "words.yaml").write_text("a: 1\nb: 2\na: 3\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"words\.yaml: line 3: 'a' is there twice"):
        compile_vocabulary(tmp_path)


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        ({"A": {"implies": ["B"]}}, "'B' is not a skill"),
        ({"A": {"needs": ["B"]}}, "'B' is not a skill"),
        ({"A": {"alias": []}}, "unknown key 'alias'"),
        ({"A": {"ambiguous": {"a": "often"}}}, "'often'"),
        ({"Node.js": {}, "NodeJS": {}}, "means both"),
    ],
)
def test_entries_that_contradict_are_errors(entries: dict[str, dict[str, object]], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        compile_skills(entries)


def test_implication_is_transitive_and_ends_in_circles() -> None:
    compiled = compile_skills({"A": {"implies": ["B"]}, "B": {"implies": ["C"]}, "C": {"implies": ["A"]}})
    assert compiled["names"] == ["A", "B", "C"]
    assert compiled["implies"] == [[1, 2], [0, 2], [0, 1]]


def test_changes_name_what_came_and_went() -> None:
    before = {"skills": {"names": ["A", "B"]}, "dates": {}, "old": {}}
    after = {"skills": {"names": ["B", "C"]}, "dates": {}, "new": {}}
    assert describe_changes(before, after) == ["new: added", "old: removed", "skills: changed (+ C, - A)"]


def test_every_entry_says_where_it_comes_from() -> None:
    entries = read_skills(FOLDER / "skills")
    assert len(entries) >= 350
    assert {entry["source"] for entry in entries.values()} <= {"own", "Wikidata (CC0)", "Linguist (MIT)"}
