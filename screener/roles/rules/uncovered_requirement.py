"""No example names a requirement.

What no example touches can be misspelt for months without anybody noticing. Only names are looked for
here, with the vocabulary's spellings and what implies them; whether an example meets the requirement is
for `screen roles test --coverage`. A role with an example in a file of its own isn't judged.

Bad:

    title: Backend Engineer
    skills:
      must: [Node.js, MongoDB]
    examples:
      - {name: ada, text: Built services with Node.js, expect: no_fit}

Good:

    title: Backend Engineer
    skills:
      must: [Node.js, MongoDB]
    examples:
      - {name: ada, text: Built services with Node.js and Mongo, expect: review}
"""

from collections.abc import Iterator

from screener.model.requirement import CertificationRequirement, SkillRequirement
from screener.roles.implications import implied_by
from screener.roles.linted import Finding, LintedRole, Placed
from screener.roles.problems import quoted
from screener.vocabulary import load
from screener.vocabulary.lexicon import find_hits, lexicon_of, vocabulary_lexicon
from screener.vocabulary.tokens import Tokens, tokenise

SEVERITY = "note"


def check(role: LintedRole) -> Iterator[Finding]:
    texts = [example.text for example in role.role.examples if example.text is not None]
    if not texts or len(texts) < len(role.role.examples):
        return
    tokens = tokenise("\n\n".join(texts))
    named = _named_skills(tokens)
    for placed in role.placed:
        if not any(_is_named(one, tokens, named) for one in placed.entries or (placed,)):
            message = f"no example names {quoted(placed.requirement.name)}; add it to one of the examples"
            yield Finding(placed.name_node, message)


def _named_skills(tokens: Tokens) -> frozenset[str]:
    names = load("skills")["names"]
    found = {names[hit.skill] for hit in find_hits(tokens, vocabulary_lexicon())}
    return frozenset(found.union(*(implied_by(name) for name in found)))


def _is_named(placed: Placed, tokens: Tokens, named: frozenset[str]) -> bool:
    requirement = placed.requirement
    if not isinstance(requirement, SkillRequirement | CertificationRequirement):
        return True  # years and degrees aren't told by a name
    if isinstance(requirement, SkillRequirement) and requirement.skill in named:
        return True
    return bool(find_hits(tokens, lexicon_of((requirement.name, *requirement.aliases))))
