"""The reasons of a verdict -> fewer of them: what is said of several requirements is said once.

A role of fifteen gates gives a row of "not found", in which the one gate that lacks seven months is lost.
"""

from screener.model.screening import Screening


def reasons_together(screening: Screening) -> tuple[str, ...]:
    """ "NestJS: not found", "Kafka: not found" as "NestJS, Kafka: not found", where the first of them stood."""
    said = {f"{finding.requirement.name}: {finding.reason}": finding for finding in screening.findings}
    names: dict[str, list[str]] = {}
    for reason in screening.reasons:
        finding = said.get(reason)
        if finding:
            names.setdefault(finding.reason, []).append(finding.requirement.name)
        else:
            names[reason] = []
    return tuple(f"{', '.join(about)}: {reason}" if about else reason for reason, about in names.items())
