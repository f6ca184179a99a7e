"""Each file below bad/ breaks one rule, the one its folder is named for, and is told so with a remedy."""

import re
import time
from pathlib import Path

import pytest
import yaml

from screener.errors import RoleError
from screener.roles.load import load_role

BAD = Path(__file__).parent / "bad"
FILES = sorted(path for path in BAD.glob("*/*.yaml"))
LINE = re.compile(r"(?P<file>\S+):(?P<line>\d+):(?P<column>\d+): error: (?P<message>.+) \((?P<rule>[a-z-]+)\)")


@pytest.fixture(params=["C", "Python"])
def parser(request, monkeypatch):
    """Both of PyYAML's parsers: some machines have only the slow one."""
    if request.param == "Python":
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)


def test_there_are_bad_files():
    assert len(FILES) > 60


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_each_bad_file_breaks_the_rule_of_its_folder(path, parser, monkeypatch):
    monkeypatch.chdir(BAD.parent)
    typed = path.relative_to(BAD.parent).as_posix()
    before = time.process_time()
    with pytest.raises(RoleError) as raised:
        load_role(typed)
    assert time.process_time() - before < 1
    for problem in raised.value.problems:
        match = LINE.fullmatch(problem)
        assert match, problem
        assert match["file"] == typed
        assert match["rule"] == path.parent.name
        assert int(match["line"]) >= 1
        assert int(match["column"]) >= 1
        assert re.search("[;?,]", match["message"]), f"no remedy: {problem}"


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        pytest.param(
            "title: x\nskils: []\nskills: {must: [Git]}\n",
            ["role.yaml:2:1: error: unknown key 'skils'; did you mean 'skills'? (unknown-key)"],
            id="did you mean",
        ),
        pytest.param(
            "title: x\nskills: {must: [NO]}\n",
            ["role.yaml:2:17: error: 'NO' is read as false; put it in quotes if the text is meant (wrong-type)"],
            id="Norway",
        ),
        pytest.param(
            "title: Größe\nmust: [Git]\nexperience: {years: 5, above: revue}\n",
            [
                "role.yaml:2:1: error: unknown key 'must'; it belongs under 'skills' (unknown-key)",
                "role.yaml:3:31: error: unknown value 'revue'; did you mean 'review'? (bad-value)",
            ],
            id="all at once, in order",
        ),
        pytest.param(
            "title: x\nskills:\n  must:\n    - Node.js: backend\n",
            [
                "role.yaml:4:7: error: 'Node.js: …' is read as a key and its value; "
                "put the whole name in quotes (wrong-type)"
            ],
            id="colon in a name",
        ),
    ],
)
def test_problems_have_a_place_and_a_remedy(text, problems, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("role.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(RoleError) as raised:
        load_role("role.yaml")
    assert list(raised.value.problems) == problems


def test_columns_count_characters(parser, tmp_path):
    file = tmp_path / "role.yaml"
    file.write_text("title: 'é' x\n", encoding="utf-8")
    with pytest.raises(RoleError, match=r"role\.yaml:1:12: error: .+ \(syntax\)"):
        load_role(file)


def test_many_problems_are_cut_with_a_count(tmp_path):
    file = tmp_path / "role.yaml"
    file.write_text("title: x\n" + "".join(f"key{number}: 1\n" for number in range(500)))
    with pytest.raises(RoleError) as raised:
        load_role(file)
    assert len(raised.value.problems) == 101
    assert "400 more problems" in raised.value.problems[-1]


@pytest.mark.parametrize("depth", [30_000])
def test_deep_blocks_end_at_once(depth, parser, tmp_path):
    file = tmp_path / "role.yaml"
    file.write_text("".join(f"{' ' * level}a:\n" for level in range(1400)))
    with pytest.raises(RoleError, match="too-deep"):
        load_role(file)
    file.write_text("[" * depth)
    with pytest.raises(RoleError, match="too-deep"):
        load_role(file)


def test_large_files_are_refused_unread(tmp_path):
    file = tmp_path / "role.yaml"
    file.write_text("title: " + "x" * 1_000_001)
    with pytest.raises(RoleError, match="too-large"):
        load_role(file)
    file.write_text("title: x\nskills:\n  must:\n" + "".join(f"    - s{number}\n" for number in range(30_000)))
    with pytest.raises(RoleError, match=r"more than 20,000 values"):
        load_role(file)
