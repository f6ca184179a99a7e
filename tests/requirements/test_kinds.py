"""The table of kinds holds every kind of requirement there is."""

from typing import get_args

from factories import asks_any, asks_certificate, asks_education, asks_experience, asks_skill, judging, resume

from screener.model.requirement import Requirement
from screener.requirements import KINDS, judge

ONE_OF_EACH = (
    asks_skill("Git"),
    asks_any(asks_skill("Git")),
    asks_experience(),
    asks_education(),
    asks_certificate("PSM"),
)


def test_every_kind_is_in_the_table():
    assert {type(requirement) for requirement in ONE_OF_EACH} == set(get_args(Requirement))
    assert [requirement.kind for requirement in ONE_OF_EACH] == list(KINDS)


def test_every_kind_is_judged_and_has_a_manual_page():
    for requirement in ONE_OF_EACH:
        assert judge(requirement, judging(resume())).requirement == requirement
        module = __import__(KINDS[requirement.kind].__module__, fromlist=["x"])
        assert len(module.__doc__.splitlines()) >= 3
