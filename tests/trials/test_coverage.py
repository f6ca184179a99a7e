"""Coverage: which requirements and aliases no example touches."""

from trying import FITS, LACKS, example, role_with, try_text

from screener.model.trial import Coverage, Untouched
from screener.trials.coverage import coverage

ONLY_SKILLS = (
    "title: x\nskills:\n  must: [Node.js]\n  nice: [{name: Azure, aliases: [Microsoft cloud, Intune]}, Kafka]\n"
)


def covered(*examples: str, role: str = ONLY_SKILLS) -> Coverage:
    tried = try_text(role_with(*examples, role=role))
    return coverage(tried.loaded.role, tried.results)


def test_evidence_touches() -> None:
    found = covered(example("a", "fit"))
    assert (found.requirement_count, found.requirements) == (3, ("Azure", "Kafka"))
    assert covered(example("a", "fit"), example("b", "no_fit", LACKS)).requirements == ("Kafka",)


def test_an_expectation_touches() -> None:
    assert covered(example("a", "{not_met: [Kafka, Azure]}")).requirements == ()


def test_an_alias_is_touched_by_its_own_words_in_any_spelling() -> None:
    shown = FITS.replace("MongoDB", "the Microsoft-Cloud")
    found = covered(example("a", "fit", shown), example("b", "no_fit", LACKS))
    assert (found.alias_count, found.aliases) == (2, (Untouched("Intune", "Azure"),))


def test_the_name_does_not_touch_its_alias() -> None:
    found = covered(example("b", "no_fit", LACKS))
    assert [one.alias for one in found.aliases] == ["Microsoft cloud", "Intune"]


def test_years_are_touched_by_dated_positions_and_a_degree_by_education() -> None:
    role = "title: x\nexperience: {years: 2}\neducation: {level: bachelor}\n"
    undated = "Ada Example\nada@example.com\nSkills\nNode.js, Kafka\n"
    assert covered(example("a", "review", undated), role=role).requirements == ("experience", "education")
    degree = FITS + "Education\nBSc Computer Science, Example University, 2012 - 2016\n"
    assert covered(example("a", "fit", degree), role=role).requirements == ()


def test_without_examples_nothing_is_touched() -> None:
    tried = try_text(ONLY_SKILLS)
    assert coverage(tried.loaded.role, tried.results).requirements == ("Node.js", "Azure", "Kafka")


def test_a_text_that_is_no_resume_touches_nothing_by_being_none() -> None:
    assert covered(example("a", "fit"), example("b", "review", "hello\n")).requirements == ("Azure", "Kafka")
