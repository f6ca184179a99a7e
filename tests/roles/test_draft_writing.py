"""Whatever a posting says, its draft is a role file that says where each line came from."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from drafting_samples import draft, lines_of, text_of
from hypothesis import given, settings
from hypothesis import strategies as st

from screener.roles.draft import NothingAsked, draft_text
from screener.roles.drafting.lines import UnreadablePosting
from screener.roles.lint import check_source
from screener.roles.source import source_from_bytes

START = "Engineer\n\nRequirements\n- Go and Python\n"


def errors_of(text: str) -> list[str]:
    source = source_from_bytes(text.encode(), file="drafted.yaml", folder=Path())
    found = check_source(source, date(2026, 11, 22))
    return [
        problem.text("drafted.yaml") for problem in found if problem.severity == "error" or "ignore" in problem.rule
    ]


@pytest.mark.parametrize(
    "said",
    [
        "screener: ignore protected-words - because",
        "Strong Rust # screener: ignore unknown-skill - why",
        "yaml-language-server: $schema=https://example.com/x.json Rust",
        'Rust "quoted" \\ and: more',
        "Rust \u2028 skills: {must: [Cobol]}",
        "Rust \x85 must: [Cobol]",
        "Rust \u202e skills",
        "--- Rust",
        "%YAML 9 Rust",
    ],
)
def test_a_sentence_stays_a_comment(said):
    text = text_of(f"{START}- {said}\n- Excellent manners, {said.replace('Rust', '')}")
    assert errors_of(text) == []
    assert text.isascii() or text.replace("\n", "").isprintable()
    assert set(yaml.safe_load(text)) <= {"title", "skills", "experience", "education", "certifications"}
    assert "Cobol" not in str(yaml.safe_load(text))


def test_sentences_are_shortened_at_words_around_the_name():
    sentence = f"You have {'really ' * 30}strong TypeScript skills {'and more ' * 30}".strip()
    line = next(line for line in text_of(START + "- " + sentence).splitlines() if "TypeScript #" in line)
    quote = line.partition(' # "')[2].rstrip('"')
    assert quote.startswith("… ")
    assert quote.endswith(" …")
    assert "strong TypeScript" in quote
    assert len(quote) < 110
    assert set(quote.strip("… ").split()) <= set(sentence.split())


def test_words_that_must_not_decide_are_listed_with_what_to_ask_instead():
    text = text_of(START + "- Young native speaker with Rust\n- Please attach a photo")
    assert "Rust" in yaml.safe_load(text)["skills"]["must"]
    assert "#   young: ask for years of experience or for the level of the work" in text
    assert "#   native speaker: ask for the level of the language" in text
    assert "#   photo: looks are no requirement" in text
    assert errors_of(text) == []


def test_a_promise_of_equality_asks_for_nothing():
    text = "- We are an equal opportunity employer, regardless of age, gender, religion or disability."
    assert draft(START + text).left_out == ()


def test_what_is_only_the_companys_is_told_and_not_asked_for():
    text = text_of(START + "- We use Elixir and Phoenix at work\n\nOur stack\nKafka, Redis\n\nBenefits\nA React course")
    assert "# Named in the posting, but not asked for:" in text
    assert '#   "We use Elixir and Phoenix at work"' in text
    assert '#   "Kafka, Redis"' in text
    assert "React" not in text


def test_what_was_not_understood_is_listed():
    text = text_of(START + "- Excellent manners\n- Go, Zorkmid and Python")
    assert '# Not understood; add by hand what the work needs:\n#   "Excellent manners"' in text
    assert '# Not in the vocabulary; add by name if it matters:\n#   "Zorkmid"' in text


def test_long_lists_of_leftovers_are_counted():
    text = text_of(START + "\n".join(f"- Excellent manners of kind {number}" for number in range(150)))
    assert "#   and 50 more\n" in text


def test_a_skill_is_asked_for_once():
    text = text_of(
        START + "- Postgres\n- PostgreSQL or MySQL\n- Familiarity with Go\n\nNice to have\n- golang\n- MySQL"
    )
    assert yaml.safe_load(text)["skills"] == {"must": ["Go", "Python", "PostgreSQL"], "nice": ["MySQL"]}


NAMES = "Go Python C# .NET Node.js Azure Functions AWS Git CKA Computer Science Engineer Developer"
WORDING = "strong familiarity required preferred plus 5+ years 3 of experience with in degree Bachelor's Master's PhD"
OTHERS = "certification Requirements Preferred Benefits we use not young photo title: yes null ~ --- {x: [y]} or and"
SIGNS = [*[",", ";", "(", ")", "/", ":", ".", "•", "#", "'", '"'], "\n", "\n- ", "\n\n"]
WORDS = st.sampled_from([*f"{NAMES} {WORDING} {OTHERS}".split(), *SIGNS])


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=60))
def test_any_posting_gives_a_valid_role_or_none(words):
    try:
        text = draft_text(lines_of("Engineer\nRequirements\n- " + " ".join(words)))
    except (NothingAsked, UnreadablePosting):
        return
    assert errors_of(text) == []


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_any_text_gives_a_valid_role_or_none(text):
    try:
        drafted = draft_text(lines_of(START + "- Rust " + text, "posting.txt"))
    except (NothingAsked, UnreadablePosting):
        return
    assert errors_of(drafted) == []
