"""What differs between two roles, and what moved a candidate -> the words that people read."""

from collections.abc import Iterator

from screener.model.requirement import AnyRequirement, Requirement
from screener.model.role import ALWAYS_COUNTED, Role
from screener.model.role_diff import Cause, OtherReason, RequirementChange, RoleDiff, Side
from screener.reports.wording import STATUSES, asked, requirement_name


def change_lines(diff: RoleDiff) -> Iterator[tuple[str, str]]:
    """A sign (+ added, - removed, ~ changed) and the words, for everything that differs between the roles."""
    for change in diff.changes:
        if change.old is None and change.new is not None:
            yield "+", _whole(change.new)
        elif change.new is None and change.old is not None:
            yield "-", _whole(change.old)
        else:
            yield "~", _difference(change)
    if diff.old.counts != diff.new.counts:
        yield "~", f"counted positions: {_kinds(diff.old)} → {_kinds(diff.new)}"


def _whole(requirement: Requirement) -> str:
    words = asked(requirement)
    return f"{requirement_name(requirement)}: {requirement.importance}{', ' + words if words else ''}"


def _difference(change: RequirementChange) -> str:
    if change.old is None or change.new is None:
        return ""
    old, new = change.old, change.new
    sides = (
        ("", old.name, new.name),
        ("", str(old.importance), str(new.importance)),
        ("weight ", f"{old.weight.normalize():f}", f"{new.weight.normalize():f}"),
        ("", asked(old) or "nothing more", asked(new) or "nothing more"),
    )
    parts = [f"{label}{before} → {after}" for label, before, after in sides if before != after]
    return f"{requirement_name(new)}: {'; '.join((*parts, *_aliases_changed(old, new))) or 'asked for in another way'}"


def _aliases_changed(old: Requirement, new: Requirement) -> Iterator[str]:
    before, after = _aliases(old), _aliases(new)
    added, removed = [one for one in after if one not in before], [one for one in before if one not in after]
    if added:
        yield f"also found as {', '.join(added)}"
    if removed:
        yield f"no longer found as {', '.join(removed)}"


def _aliases(requirement: Requirement) -> tuple[str, ...]:
    if isinstance(requirement, AnyRequirement):
        return tuple(alias for entry in requirement.entries for alias in entry.aliases)
    aliases: tuple[str, ...] = getattr(requirement, "aliases", ())
    return aliases


def _kinds(role: Role) -> str:
    return ", ".join(["work", "freelance", *sorted(kind.value for kind in role.counts - ALWAYS_COUNTED)])


def cause_words(cause: Cause | OtherReason) -> str:
    """ "NestJS: must, not met → not asked (not found)"; "no longer: no must-have skill is shown …".

    The importance is left out where it is the same: "experience: met → not met (59 months, …)".
    """
    if isinstance(cause, OtherReason):
        return f"no longer: {cause.reason}" if cause.is_gone else cause.reason
    aside = f" ({cause.reason})" if cause.reason else ""
    old, new = cause.old, cause.new
    if old and new and old.importance is new.importance:
        return f"{cause.name}: {STATUSES[old.status]} → {STATUSES[new.status]}{aside}"
    return f"{cause.name}: {_side(old)} → {_side(new)}{aside}"


def _side(side: Side | None) -> str:
    return "not asked" if side is None else f"{side.importance}, {STATUSES[side.status]}"
