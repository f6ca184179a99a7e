"""An example expects what can't be.

It names a requirement or an example that isn't there, contradicts itself, or its resume is missing. Such
an example fails in `screen roles test` whatever the role asks for; here it is told at its line.

Bad:

    title: Backend Engineer
    skills: {must: [Node.js]}
    examples:
      - {name: ada, text: Node.js, expect: {not_met: [NodeJS]}}

Bad:

    title: Backend Engineer
    skills: {must: [Node.js]}
    examples:
      - {name: ada, text: Node.js, expect: {verdict: fit, not_met: [Node.js]}}

Good:

    title: Backend Engineer
    skills: {must: [Node.js]}
    examples:
      - {name: ada, text: Node.js, expect: {above: ben}}
      - {name: ben, text: PHP, expect: {verdict: no_fit, not_met: [Node.js]}}
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from screener.model.requirement import AnyRequirement, Importance
from screener.model.screening import Status, Verdict
from screener.roles.example_paths import leads_outside
from screener.roles.linted import Finding, LintedRole
from screener.roles.nodes import ListNode, MapNode, Node, Scalar
from screener.roles.problems import closest, quoted

SEVERITY = "warning"

_MOST_NAMES = 8


def check(role: LintedRole) -> Iterator[Finding]:
    examples = role.find("examples")
    nodes = [node for node in examples.items if isinstance(node, MapNode)] if isinstance(examples, ListNode) else []
    names = [" ".join(name.text.split()) for node in nodes if isinstance(name := node.find("name"), Scalar)]
    for node, own in zip(nodes, names, strict=True):
        yield from _of_resume(role, node.find("resume"))
        expect = node.find("expect")
        if isinstance(expect, MapNode):
            yield from _of_names(role, expect)
            yield from _of_verdict(role, expect)
            yield from _of_above(expect.find("above"), own, Counter(names))


def _of_resume(role: LintedRole, resume: Node | None) -> Iterator[Finding]:
    if isinstance(resume, Scalar) and leads_outside(resume.text):
        yield Finding(resume, f"{quoted(resume.text)} leads out of the role's folder; put the resume beside the role")
    elif isinstance(resume, Scalar) and not _is_file(role.source.folder / resume.text):
        yield Finding(resume, f"no file {quoted(resume.text)} beside the role; check the path, which begins there")


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name that no file can have, a folder that may not be read
        return False


def _named(expect: MapNode, status: str) -> Iterator[Scalar]:
    names = expect.find(status)
    yield from (node for node in names.items if isinstance(node, Scalar)) if isinstance(names, ListNode) else ()


def _of_names(role: LintedRole, expect: MapNode) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for status in Status:
        for node in _named(expect, status):
            name = " ".join(node.text.split())
            if name not in {one.name for one in role.role.requirements}:
                yield Finding(node, f"{quoted(name)} is no requirement of this role; {_meant(role, name)}")
            elif first.setdefault(name, status) != status:
                yield Finding(node, f"{quoted(name)} stands under '{first[name]}', too; keep one of the two")


def _meant(role: LintedRole, name: str) -> str:
    for requirement in role.role.requirements:
        if isinstance(requirement, AnyRequirement) and name in (entry.name for entry in requirement.entries):
            return f"it is one way to meet {quoted(requirement.name)}: write that"
    return _closest(name, [one.name for one in role.role.requirements])


def _closest(name: str, known: list[str]) -> str:
    folded = {other.casefold(): other for other in known}
    meant = closest(name.casefold(), folded)
    rest = ", …" if len(known) > _MOST_NAMES else ""
    return (
        f"did you mean {quoted(folded[meant])}?" if meant else f"write one of: {', '.join(known[:_MOST_NAMES])}{rest}"
    )


def _of_verdict(role: LintedRole, expect: MapNode) -> Iterator[Finding]:
    verdict = expect.find("verdict")
    text = verdict.text if isinstance(verdict, Scalar) else ""
    gates = {one.name for one in role.role.requirements if one.importance is Importance.MUST}
    for node in _named(expect, Status.NOT_MET):
        if node.text in gates and text in (Verdict.FIT, Verdict.REVIEW):
            yield Finding(
                node, f"{quoted(node.text)} is a gate, so who doesn't meet it is no {text}; change one of them"
            )


def _of_above(above: Node | None, own: str, names: Counter[str]) -> Iterator[Finding]:
    if not isinstance(above, Scalar):
        return
    name = " ".join(above.text.split())
    if name == own:
        yield Finding(above, "'above' names the example itself; name another one")
    elif name not in names:
        others = [other for other in names if other != own]
        remedy = _closest(name, others) if others else "add that example, or remove the key"
        yield Finding(above, f"{quoted(name)} is no example of this role; {remedy}")
    elif names[name] > 1:
        yield Finding(above, f"{names[name]} examples are called {quoted(name)}; name each differently")
