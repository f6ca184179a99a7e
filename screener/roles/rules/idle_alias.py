"""An alias adds nothing.

It repeats the requirement's name or another alias of it: names are found in any case and with any of
the signs between their words (Node.js, NodeJS, node js). Remove it.

Bad:

    title: Backend Engineer
    skills:
      must:
        - {name: Message queues, aliases: [message-queues, ZMQ]}

Good:

    title: Backend Engineer
    skills:
      must:
        - {name: Message queues, aliases: [message broker, ZMQ]}
"""

from collections.abc import Iterator

from screener.roles.linted import Finding, LintedRole
from screener.roles.problems import quoted
from screener.vocabulary.tokens import spelling_key

SEVERITY = "note"


def check(role: LintedRole) -> Iterator[Finding]:
    for placed in role.single():
        name = placed.requirement.name
        known = {spelling_key(name): name}
        for alias in placed.aliases():
            same = known.setdefault(spelling_key(alias.text), alias.text)
            if same is not alias.text:
                yield Finding(alias, f"alias {quoted(alias.text)} is found as {quoted(same)} already; remove it")
