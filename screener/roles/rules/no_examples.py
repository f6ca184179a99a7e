"""The role has no examples.

Examples are the role's own tests: a few lines of a resume and the verdict they must get. They show a
reader what the role means, and `screen roles test` tells when an edit changes who is looked at.

Bad:

    title: Backend Engineer
    skills:
      must: [Node.js]

Good:

    title: Backend Engineer
    skills:
      must: [Node.js]
    examples:
      - name: uses Node.js at work
        text: |
          Ada Example
          Experience
          Engineer, Acme, Jan 2020 - Dec 2022
          - Built services with Node.js
        expect: fit
"""

from collections.abc import Iterator

from screener.roles.linted import Finding, LintedRole

SEVERITY = "note"


def check(role: LintedRole) -> Iterator[Finding]:
    if not role.role.examples:
        yield Finding(role.root, "the role has no examples; add one that fits and one that doesn't under 'examples'")
