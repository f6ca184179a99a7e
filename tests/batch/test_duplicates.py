"""Who is a duplicate of whom: the same bytes, address or text, as long as the names agree."""

import random
import time
from datetime import date
from itertools import permutations
from typing import Any

import pytest
from factories import position, resume, resume_line

from screener.batch.duplicates import Trace, are_compatible, find_duplicates, mark_duplicates
from screener.batch.likeness import likeness_of, name_words, resemblance, sketch_of
from screener.model.likeness import Likeness
from screener.model.resume import Candidate
from screener.model.screening import Outcome, Unreadable

WORDS = [f"word{number}" for number in range(3000)]


def text(seed: int, length: int = 400, changed: int = 0) -> str:
    words = random.Random(seed).choices(WORDS, k=length)
    for at in range(changed):
        words[at * length // max(changed, 1)] = f"other{seed}x{at}"
    return " ".join(words)


def trace(file: str, name: str = "Ada Example", seed: int | None = None, **parts: Any) -> Trace:
    words = text(hash_of(file) if seed is None else seed, parts.pop("length", 400), parts.pop("changed", 0))
    likeness = Likeness(
        name=name_words(name),
        addresses=parts.pop("mails", ()),
        phones=parts.pop("phones", ()),
        sketch=sketch_of([words]),
        latest=parts.pop("latest", None),
    )
    return Trace(file, parts.pop("sha256", file), likeness, **parts)


def hash_of(file: str) -> int:
    return sum(ord(letter) * 31**at for at, letter in enumerate(file))


def pairs(*traces: Trace) -> dict[str, str]:
    found = find_duplicates(traces)
    for order in list(permutations(traces))[:24]:
        assert find_duplicates(order) == found, "the order must not matter"
    return {file: duplicate.of for file, duplicate in found.items()}


MAIL = {"mails": ("ada@example.com",)}
PHONE = {"phones": ("555550100",)}


@pytest.mark.parametrize(
    "traces",
    [
        (trace("a", sha256="x"), trace("b", sha256="x")),
        (trace("a", **MAIL), trace("b", **MAIL)),
        (trace("a", **PHONE), trace("b", **PHONE)),
        (trace("a", "A. Example", **MAIL), trace("b", "Ada Example", **MAIL)),
        (trace("a", "Ada Example", **MAIL), trace("b", "Ada King Example", **MAIL)),
        (trace("a", "Dr. Ada Example, PhD", **MAIL), trace("b", "EXAMPLE Ada", **MAIL)),
        (trace("a", "Zoë Example", **PHONE), trace("b", "Zoe Example", **PHONE)),
        (trace("a", "Robert King", **MAIL), trace("b", "Robert King Jr.", **MAIL)),
        (trace("a", "Robert King, Junior", **PHONE), trace("b", "R. King Jr", **PHONE)),
        (trace("a", seed=1), trace("b", seed=1, changed=4)),
        (trace("a", seed=1), trace("b", seed=1, changed=12)),
        (trace("a", seed=1, length=95), trace("b", seed=1, length=95, changed=2)),
        (trace("a", seed=1, **MAIL), trace("b", "", seed=1, changed=20, **MAIL)),
    ],
    ids=[
        *("bytes", "mail", "phone", "initial", "middle name", "titles", "accent", "son by mail", "son by phone"),
        *("text", "text with some words changed", "short text", "one without a name"),
    ],
)
def test_one_person(traces: tuple[Trace, ...]) -> None:
    assert pairs(*traces) == {"b": "a"}


@pytest.mark.parametrize(
    "traces",
    [
        (trace("a"), trace("b")),
        (trace("a", "John Smith", **MAIL, **PHONE), trace("b", "Jane Smith", **MAIL, **PHONE)),
        (trace("a", "John Smith", seed=1), trace("b", "Jane Jones", seed=1)),
        (trace("a", seed=1), trace("b", seed=1, changed=60)),
        (trace("a", seed=1, length=95), trace("b", seed=1, length=95, changed=12)),
        (trace("a", "Robert King", **PHONE), trace("b", "Robert King Jr.", **PHONE)),
        (trace("a", "Robert King Sr.", **MAIL, **PHONE), trace("b", "Robert King Jr.", **MAIL, **PHONE)),
        (trace("a", "Robert King II", **MAIL), trace("b", "Robert King III", **MAIL)),
        (trace("a", "Robert King", seed=1), trace("b", "Robert King Jr.", seed=1)),
        (trace("a", **MAIL), trace("b", "", **MAIL)),
        (trace("a", "", **MAIL), trace("b", "", **MAIL)),
        (trace("a", "", seed=1), trace("b", "", seed=1)),
    ],
    ids=[
        *(
            "name alone",
            "agency or family",
            "template",
            "text differs",
            "short text differs",
            "father and son by phone",
        ),
        *("father and son", "generations", "father and son by text", "nameless", "redacted by an agency", "no names"),
    ],
)
def test_several_people(traces: tuple[Trace, ...]) -> None:
    assert pairs(*traces) == {}


def test_under_an_address_of_many_only_equal_names_belong_together() -> None:
    found = pairs(
        trace("a", "John Smith", **MAIL),
        trace("b", "Jane Smith", **MAIL),
        trace("c", "J. Smith", **MAIL),
        trace("d", "Smith, John", **MAIL),
    )
    assert found == {"d": "a"}


def test_a_chain_of_addresses_does_not_join_names_that_contradict() -> None:
    found = pairs(
        trace("a", "John Smith", mails=("one@example.com",)),
        trace("b", "J. Smith", mails=("one@example.com",), phones=("555550100",)),
        trace("c", "Jane Smith", phones=("555550100",)),
    )
    assert found == {"b": "a"}


def test_the_latest_date_wins_and_among_equals_the_first_path() -> None:
    old, new, same = (trace(file, latest=latest, **MAIL) for file, latest in (("a", 10), ("b", 20), ("c", 20)))
    assert pairs(old, new, same) == {"a": "b", "c": "b"}
    assert pairs(trace("a", **MAIL), trace("b", latest=5, **MAIL)) == {"a": "b"}


def test_files_that_cannot_be_read_are_duplicates_by_their_bytes() -> None:
    rows = [Outcome(file, "x", Unreadable("damaged", "is damaged")) for file in ("b", "a")]
    assert [(row.file, row.duplicate_of, row.duplicate_note) for row in mark_duplicates(rows)] == [
        ("a", None, None),
        ("b", "a", "the same bytes"),
    ]


def test_the_note_says_what_differs() -> None:
    here = trace(
        "a", verdict="no_fit", months=(12, 12), statuses=(("Node.js", "not_met"), ("Git", "met")), **MAIL, **PHONE
    )
    there = trace("b", verdict="fit", months=(60, 71), statuses=(("Node.js", "met"), ("Git", "met")), latest=9, **MAIL)
    assert find_duplicates([here, there])["a"].note == (
        "no fit here, fit there; Node.js: not met here, met there; "
        "1 y of experience here, 5 y to 5 y 11 m there; phone only here"
    )
    assert find_duplicates([trace("a", **MAIL), trace("b", **MAIL)])["b"].note == "the same in everything asked"


def test_many_differences_are_counted() -> None:
    here, there = (
        trace(file, statuses=tuple((f"S{n}", status) for n in range(7)), **MAIL)
        for file, status in (("a", "met"), ("b", "unknown"))
    )
    assert find_duplicates([here, there])["b"].note.endswith("S3: unknown here, met there; 3 more requirements differ")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Ada Example", "ada example", True),
        ("A. Example", "Ada Example", True),
        ("A. E.", "Ada Example", False),
        ("Ada", "Ada Example", True),
        ("Ada Example", "Ada Sample", False),
        ("", "Ada Example", True),
        ("Robert King", "Robert King Jr.", True),
        ("Robert King Jr.", "Robert King Junior", True),
        ("Robert King Jr.", "Robert King Sr.", False),
        ("Robert J. King", "Robert King Jr.", True),
        ("JR Example", "J. Example", True),
    ],
)
def test_names_agree_when_the_shorter_is_part_of_the_longer(one: str, other: str, expected: bool) -> None:
    assert are_compatible(name_words(one), name_words(other)) is expected
    assert are_compatible(name_words(other), name_words(one)) is expected


def test_resemblance_estimates_the_share_of_common_runs() -> None:
    for seed in range(30):
        one, other = text(seed), text(seed, changed=seed)
        exact = _jaccard(one, other)
        assert abs(resemblance(sketch_of([one]), sketch_of([other])) - exact) < 0.15
    assert resemblance(sketch_of([text(1)]), sketch_of([text(2)])) < 0.05
    assert resemblance(b"", b"") == 0


def test_the_sketch_is_the_same_on_every_machine() -> None:
    assert sketch_of(["Ada writes software", "that people read"]).hex() == "04f5378f2a010c0f9d296dcaaaf35990"
    assert sketch_of(["one two"]) == b""
    assert sketch_of(["a b c", "d e"]) == sketch_of(["A b c d E"])


def _jaccard(one: str, other: str) -> float:
    first, second = (
        {tuple(words[at : at + 3]) for at in range(len(words) - 2)} for words in (one.split(), other.split())
    )
    return len(first & second) / len(first | second)


def test_present_is_no_date_and_nothing_ahead_counts() -> None:
    as_of = date(2026, 6, 30)

    def latest(*dates: str, lines: tuple[str, ...] = ()) -> int | None:
        made = resume(positions=tuple(map(position, dates)), lines=tuple(map(resume_line, lines)))
        return likeness_of(made, as_of).latest

    assert latest("2019-01 – present") == 2019 * 12
    assert latest("2019-01 – 2024-03", "2024-04 – present") == 2024 * 12 + 3
    assert latest("2019-01 – 2027-03") == 2019 * 12
    assert latest("2019-01 – present", lines=("Last updated: May 2025",)) == 2025 * 12 + 4
    assert latest() is None


def test_phones_are_compared_by_their_last_digits_and_addresses_without_case() -> None:
    candidate = Candidate("Ada Example", ("Ada@Example.com",), ("+1 (212) 555-0101", "212 555 0101", "12"), ())
    found = likeness_of(resume(candidate=candidate), date(2026, 6, 30))
    assert found.phones == ("125550101",)
    assert found.addresses == ("ada@example.com",)


@pytest.mark.parametrize("kind", ["different people", "one name", "one address without names", "all the same"])
def test_ten_thousand_files_are_compared_in_seconds(kind: str) -> None:
    sketches = [sketch_of([text(seed, 150)]) for seed in range(500)]
    likenesses = {
        "different people": lambda n: Likeness(
            (f"first{n}", f"last{n}"), (f"p{n}@example.com",), (), sketches[n % 500]
        ),
        "one name": lambda n: Likeness(("john", "smith"), (), (), sketches[n % 500]),
        "one address without names": lambda n: Likeness((), ("jobs@example.com",), (), sketches[n % 500]),
        "all the same": lambda n: Likeness(("john", "smith"), ("j@example.com",), (), sketches[n * 0]),
    }
    traces = [Trace(f"{n:05}", f"sha{n}", likenesses[kind](n)) for n in range(10_000)]
    start = time.perf_counter()
    found = find_duplicates(traces)
    assert time.perf_counter() - start < 10
    expected = {"different people": 0, "one name": 9_500, "one address without names": 0, "all the same": 9_999}
    assert len(found) == expected[kind]
