"""An alias is a common word, or so short that it stands for other things, too.

Aliases are matched wherever they stand as words of their own, without asking what the line is about:
"go" is found in every "go-to-market", "SB" in initials. Write the alias longer, as resumes do, or leave
it to the vocabulary, which knows what vouches for an ambiguous spelling.

Bad:

    title: Backend Engineer
    skills:
      must:
        - {name: Queueing, aliases: [mq]}

Bad:

    title: Data Engineer
    skills:
      must:
        - {name: Data build tool, aliases: [build]}

Good:

    title: Backend Engineer
    skills:
      must:
        - {name: Queueing, aliases: [message queue, IBM MQ]}
"""

from collections.abc import Iterator

from screener.roles.linted import Finding, LintedRole
from screener.roles.problems import quoted
from screener.roles.word_lists import load_words

SEVERITY = "warning"

_SHORTEST = 3  # letters and digits
_SIGNS = "+#."  # C++ and C# are short, and nothing else


def check(role: LintedRole) -> Iterator[Finding]:
    common = frozenset(load_words("common_words"))
    for placed in role.single():
        for alias in placed.aliases():
            text = alias.text.strip()
            if text.casefold() in common:
                message = f"alias {quoted(text)} is a common word; write it as resumes do, with the words around it"
                yield Finding(alias, message)
            elif sum(map(str.isalnum, text)) < _SHORTEST and not any(sign in text for sign in _SIGNS):
                message = (
                    f"alias {quoted(text)} is under {_SHORTEST} letters; write a longer one, or it's found everywhere"
                )
                yield Finding(alias, message)
