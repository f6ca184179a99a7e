"""Where a role file is found: a path, or the name of a shipped role."""

import hashlib
import os
from pathlib import Path

import pytest

from screener.errors import RoleError
from screener.roles import source
from screener.roles.load import load_role
from screener.roles.source import DEFAULT_ROLE, find_shipped_role, read_source, shipped_roles

SMALL = "title: Engineer\nskills: {must: [Git]}\n"


def test_every_shipped_role_loads_by_name():
    assert DEFAULT_ROLE in shipped_roles()
    for name in shipped_roles():
        role = load_role(name)
        assert role.file == name
        assert role.requirements


def test_the_hash_is_of_the_bytes(tmp_path):
    file = tmp_path / "role.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + SMALL.encode())
    role = load_role(file)
    assert role.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()
    assert role.file == file.as_posix()


def test_a_file_is_named_as_typed(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("role.yaml").write_text(SMALL)
    assert load_role("role.yaml").file == "role.yaml"


def test_roles_in_the_package_come_before_those_beside_it(tmp_path, monkeypatch):
    package = tmp_path / "screener"
    for folder in (package / "shipped_roles", tmp_path / "roles"):
        folder.mkdir(parents=True)
        (folder / f"{folder.name}.yaml").write_text(SMALL)
    monkeypatch.setattr(source, "_PACKAGE", package)
    assert list(shipped_roles()) == ["shipped_roles"]
    (package / "shipped_roles" / "shipped_roles.yaml").unlink()
    (package / "shipped_roles").rmdir()
    assert list(shipped_roles()) == ["roles"]
    assert load_role("roles").title == "Engineer"


@pytest.mark.parametrize("name", ["./backend-software-engineer", "backend-software-engineer.yaml", "nobody"])
def test_paths_are_no_names(name):
    assert find_shipped_role(name) is None


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("backend-sofware-engineer", "did you mean the shipped role 'backend-software-engineer'?"),
        ("zzz.yaml", "no such file or shipped role; name a role file, or one of: "),
        ("a\0b", "can't be opened"),
        ("x" * 5000, "can't be opened"),
    ],
)
def test_a_missing_file_has_a_remedy(name, said, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(RoleError, match="not-found") as raised:
        load_role(name)
    assert said in raised.value.problems[0]


def test_folders_and_pipes_are_refused_without_waiting(tmp_path):
    os.mkfifo(tmp_path / "pipe.yaml")
    for path in (tmp_path, tmp_path / "pipe.yaml"):
        with pytest.raises(RoleError, match="not-a-file"):
            read_source(path)


def test_what_the_shell_passes_is_read():
    read_end, write_end = os.pipe()
    os.write(write_end, SMALL.encode())
    os.close(write_end)
    assert load_role(f"/dev/fd/{read_end}").title == "Engineer"
    os.close(read_end)
