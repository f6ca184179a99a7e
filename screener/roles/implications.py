"""What a skill implies by definition, as the vocabulary has it."""

from functools import cache

from screener.vocabulary import load


def implied_by(skill: str) -> frozenset[str]:
    """The names of all skills that a skill of the vocabulary implies, transitively, without itself."""
    skills = load("skills")
    number = _numbers().get(skill)
    return (
        frozenset(skills["names"][implied] for implied in skills["implies"][number])
        if number is not None
        else frozenset()
    )


@cache
def _numbers() -> dict[str, int]:
    return {name: number for number, name in enumerate(load("skills")["names"])}
