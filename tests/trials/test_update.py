"""--update writes what happened into the role file, and touches nothing but the expectations."""

from pathlib import Path
from textwrap import indent

import pytest
from trying import LACKS, ROLE, example, role_with, try_file, try_text

from screener.trials import update
from screener.trials.update import CannotUpdate, Updated, update_role

# What happens: Node.js is not met, MongoDB or PostgreSQL and Azure are met, C# is not met, no fit, 63.6.
HEAD = f"# a role\n{ROLE}examples:\n  - name: ben # why\n    as_of: 2026-01-01\n    text: |\n{indent(LACKS, ' ' * 6)}"


def update_text(file: Path, text: str, newline: str = "\n", encoding: str = "utf-8") -> tuple[str, Updated]:
    file.write_bytes(text.replace("\n", newline).encode(encoding))
    updated = update_role(try_file(file))
    return file.read_bytes().decode(encoding).replace(newline, "\n"), updated


@pytest.fixture
def role_file(tmp_path: Path) -> Path:
    return tmp_path / "role.yaml"


CHANGES = [
    ("fit", "no_fit"),
    ("'fit'   # why", "'no_fit'   # why"),
    ('"fit"', '"no_fit"'),
    ("{verdict: review, score: 99} # x", "{verdict: no_fit, score: 63.6} # x"),
    ('{score: ">= 70"}', '{score: ">= 63.6"}'),
    ('{score: "> 70"}', '{score: ">= 63.6"}'),
    ("{score: '<  10'}", "{score: '<= 63.6'}"),
    ("{score: <=10}", "{score: <=63.6}"),
    ("{score: == 10}", "{score: == 63.6}"),
    ("{met: [Node.js]}", "{not_met: [Node.js]}"),
    ("{met: [Node.js, Azure]}", "{met: [Azure], not_met: [Node.js]}"),
    ("{met: [Azure, Node.js], not_met: [C#]}", "{met: [Azure], not_met: [C#, Node.js]}"),
    ("{unknown: ['C#'], not_met: [Azure]}", "{met: [Azure], not_met: ['C#']}"),
    ("{unknown: [Azure], verdict: no_fit, not_met: [Node.js]}", "{met: [Azure], verdict: no_fit, not_met: [Node.js]}"),
    ("{met: [], unknown: [Node.js, C#, Azure]}", "{met: [Azure], not_met: [Node.js, C#]}"),
    (
        "{not_met: [Azure], unknown: [Node.js, C#], met: [experience]}",
        "{not_met: [Node.js, C#], met: [experience, Azure]}",
    ),
    ("{not_met: [Azure], met: [Azure]}", "{met: [Azure]}"),
    (
        "\n      # first\n      verdict: fit # second\n      # last",
        "\n      # first\n      verdict: no_fit # second\n      # last",
    ),
    (
        "\n      met:\n        - Node.js\n        - Azure # kept",
        "\n      met:\n        - Azure # kept\n      not_met: [Node.js]",
    ),
    (
        "\n      not_met:\n      - Azure\n      met:\n      - C#",
        "\n      not_met:\n      - C#\n      met:\n      - Azure",
    ),
    (
        "\n      met: [\n        Node.js,\n        Azure,\n        experience,\n      ]\n      verdict: no_fit",
        "\n      met: [\n        Azure,\n        experience,\n      ]\n      verdict: no_fit\n      not_met: [Node.js]",
    ),
    (
        "\n      met:\n        - 'C#'\n        - Azure\n      not_met:\n        - Node.js # why",
        "\n      met:\n        - Azure\n      not_met:\n        - Node.js # why\n        - 'C#'",
    ),
]


@pytest.mark.parametrize(("before", "after"), CHANGES, ids=[str(at) for at in range(len(CHANGES))])
def test_only_what_differs_is_written(role_file: Path, before: str, after: str) -> None:
    for tail in ("\n", "\n# the end\n", "\n  - {name: next, text: Node.js, expect: review}\n"):
        text, updated = update_text(role_file, f"{HEAD}    expect: {before}{tail}")
        assert updated.complaints == ()
        assert updated.trial.examples[0].is_updated
        assert all(result.has_passed for result in try_file(role_file).trial.examples)
        assert text == f"{HEAD}    expect: {after}{tail}"


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_line_ends_and_encoding_stay(role_file: Path, newline: str, encoding: str) -> None:
    before = f"{HEAD}    expect:\n      met:\n        - Node.js\n        - Azure\n"
    text, _ = update_text(role_file, before, newline, encoding)
    assert text == f"{HEAD}    expect:\n      met:\n        - Azure\n      not_met: [Node.js]\n"
    assert role_file.read_bytes().decode(encoding).count(newline) == text.count("\n")


def test_a_last_line_without_an_end_is_ended(role_file: Path) -> None:
    text, _ = update_text(role_file, f"{HEAD}    expect:\n      met:\n        - Azure\n        - Node.js")
    assert text.startswith(f"{HEAD}    expect:\n      met:\n        - Azure\n")
    assert try_file(role_file).trial.examples[0].has_passed


@pytest.mark.parametrize(
    ("expect", "complaint"),
    [
        ("{met: [nodejs]}", "could not be screened or compared; mend that first"),
        ("\n      met: [Azure, # why\n        Node.js]", "a comment stands among its names; change it by hand"),
        (
            "\n      met:\n        - Node.js # why\n        - Azure",
            "a comment stands among its names; change it by hand",
        ),
        ("&verdict fit", "shared through an anchor or a merge key; change it by hand"),
        ("*word", "shared through an anchor or a merge key; change it by hand"),
        ("{verdict: *word}", "shared through an anchor, or written as a block of text; change it by hand"),
        ("{met: *names}", "its names are shared through an anchor; change it by hand"),
        ("{<<: *expected}", "shared through a merge key; change it by hand"),
        ("|-\n      fit", "written as a block of text; change it by hand"),
        ("{above: ben}", "could not be screened or compared; mend that first"),
    ],
)
def test_what_can_not_be_edited_safely_is_left_with_the_reason(role_file: Path, expect: str, complaint: str) -> None:
    anchors = "x-a: [&word fit, &names [Node.js], &expected {verdict: fit}]\n"
    text, updated = update_text(role_file, before := f"{anchors}{HEAD}    expect: {expect}\n")
    assert text == before
    assert len(updated.complaints) == 1
    assert updated.complaints[0].startswith(f"{role_file.as_posix()}:9: 'ben' was not updated: ")
    assert complaint in updated.complaints[0]
    assert updated.trial.failed


def test_no_update_makes_an_example_rank_above_another(role_file: Path) -> None:
    text = role_with(example("a", "fit"), example("b", "{verdict: fit, above: a}", LACKS))
    after, updated = update_text(role_file, text)
    assert after == text
    assert "no other value makes it rank above another example; change 'above' by hand" in updated.complaints[0]


def test_examples_that_share_an_anchor_are_left(role_file: Path) -> None:
    first = example("a", "no_fit").replace("- name", "- &a\n    name")
    after, updated = update_text(role_file, role_with(first, "  - *a\n", example("c", "no_fit")))
    assert after == role_with(first, "  - *a\n", example("c", "fit"))
    assert [one.is_updated for one in updated.trial.examples] == [False, False, True]


def test_what_passes_is_not_written(role_file: Path) -> None:
    role_file.write_text(role_with(example("a", '{verdict: fit, score: ">= 1"}')))
    before = role_file.stat()
    assert update_role(try_file(role_file)).complaints == ()
    assert role_file.stat().st_ino == before.st_ino


def test_the_files_permissions_stay_and_nothing_is_left_beside_it(role_file: Path) -> None:
    role_file.write_text(role_with(example("a", "no_fit")))
    role_file.chmod(0o640)
    update_role(try_file(role_file))
    assert role_file.stat().st_mode & 0o777 == 0o640
    assert list(role_file.parent.iterdir()) == [role_file]


def test_a_link_to_the_file_stays_a_link(role_file: Path, tmp_path: Path) -> None:
    role_file.write_text(role_with(example("a", "no_fit")))
    link = tmp_path / "link.yaml"
    link.symlink_to(role_file)
    update_role(try_file(link))
    assert link.is_symlink()
    assert try_file(role_file).trial.examples[0].has_passed


def test_a_file_that_was_changed_meanwhile_is_left_alone(role_file: Path) -> None:
    role_file.write_text(role_with(example("a", "no_fit")))
    tried = try_file(role_file)
    role_file.write_text(text := role_with(example("a", "review")))
    with pytest.raises(CannotUpdate, match="was changed while its examples ran; run the test again"):
        update_role(tried)
    assert role_file.read_text() == text


def test_what_is_no_file_can_not_be_updated() -> None:
    with pytest.raises(CannotUpdate, match="is not a regular file"):
        update_role(try_text(role_with(example("a", "no_fit"))))


def test_a_shipped_role_is_not_updated_by_its_name() -> None:
    tried = try_text(role_with(example("a", "no_fit")))
    shipped = tried._replace(
        loaded=tried.loaded._replace(source=tried.loaded.source._replace(file="backend-software-engineer"))
    )
    with pytest.raises(CannotUpdate, match="is a shipped role; copy it to a file of your own"):
        update_role(shipped)


def test_an_edit_that_would_change_anything_else_is_refused(role_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    role_file.write_text(text := role_with(example("a", "no_fit")))
    tried = try_file(role_file)
    from screener.roles import expect_edits

    monkeypatch.setattr(expect_edits, "_apply", lambda text, _: text.replace("Backend", "Frontend"))
    updated = update.update_role(tried)
    assert "laid out in a way that can't be edited safely" in updated.complaints[0]
    assert role_file.read_text() == text


def test_an_unreadable_resume_is_expected_as_such_from_now_on(role_file: Path) -> None:
    (role_file.parent / "a.html").write_text("<html><body>Ada</body></html>")
    entry = "  - {{name: a, resume: a.html, expect: {}}}\n"
    after, _ = update_text(role_file, role_with(entry.format("{verdict: fit}")))
    assert after == role_with(entry.format("{verdict: unreadable}"))
    _, updated = update_text(role_file, role_with(entry.format("{met: [Node.js]}")))
    assert "its resume is unreadable, so requirements and score say nothing" in updated.complaints[0]


def test_a_name_that_two_requirements_have_is_left(role_file: Path) -> None:
    twice = ROLE.replace("C#]", "{name: Azure, years: 9}]")
    text = role_with(example("a", "{not_met: [Azure]}", LACKS), role=twice)
    after, updated = update_text(role_file, text)
    assert after == text
    assert "a requirement is named twice, or two requirements share a name" in updated.complaints[0]
