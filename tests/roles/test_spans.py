"""The stretch of text that every node takes is exactly what was written."""

from pathlib import Path

import pytest
import yaml

from screener.roles.spans import Span, spans

ROOT = Path(__file__).parents[2]
FILES = sorted([*ROOT.glob("roles/*.yaml"), *Path(__file__).parent.glob("good/*.yaml")])


def leaves(span: Span) -> list[Span]:
    if span.kind == "scalar":
        return [span]
    return [leaf for child in span.children for leaf in leaves(child)]


def test_there_are_files_to_look_at() -> None:
    assert len(FILES) >= 2


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_text_of_every_word_is_that_word(file: Path, newline: str) -> None:
    text = file.read_text(encoding="utf-8").replace("\n", newline)
    root = spans(text)
    assert root is not None
    words = [leaf for leaf in leaves(root) if leaf.style in ("", "'", '"') and not leaf.is_shared]
    assert len(words) > 10
    for word in words:
        assert yaml.load(text[word.start : word.end], yaml.BaseLoader) == word.text


def test_letters_beyond_ascii_count_as_one() -> None:
    text = "é😀: [ü, '😀 ß'] # ñ\nlast: ж"
    root = spans(text)
    assert root is not None
    assert [text[leaf.start : leaf.end] for leaf in leaves(root)] == ["é😀", "ü", "'😀 ß'", "last", "ж"]


def test_a_block_ends_with_its_last_word_and_a_bracket_with_itself() -> None:
    text = "a:\n  - b\n  - c # why\n\n# next\nd: [e,\n  f ] # g\n"
    root = spans(text)
    assert root is not None
    block, flow = root.find("a"), root.find("d")
    assert block is not None
    assert flow is not None
    assert text[block.start : block.end] == "- b\n  - c"
    assert text[flow.start : flow.end] == "[e,\n  f ]"
    assert (block.is_flow, flow.is_flow) == (False, True)


@pytest.mark.parametrize("text", ["a: &x b", "a: [*x]", "a: !!str b", "a: &x {b: c}"])
def test_what_is_shared_or_tagged_is_marked(text: str) -> None:
    root = spans(f"z: &x 1\n{text}" if "*" in text else text)
    assert root is not None
    value = root.find("a")
    assert value is not None
    assert value.is_shared or value.children[0].is_shared


def test_an_empty_text_has_no_root() -> None:
    assert spans("# nothing\n") is None
