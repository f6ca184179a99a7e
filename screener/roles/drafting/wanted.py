"""What the wording says of a name, and where it stands -> how much it is wanted: must, should, nice, or not at all."""

from screener.model.requirement import Importance
from screener.roles.drafting.contents import begins_with_duty
from screener.roles.drafting.statements import Statement
from screener.vocabulary.tokens import tokenise

_BY_WORDING = {
    "hard": Importance.MUST,
    "asks": Importance.MUST,
    "strong": Importance.MUST,
    "should": Importance.SHOULD,
    "ideally": Importance.SHOULD,
    "nice": Importance.NICE,
}


def importance(statement: Statement, kind: str, *, is_headless: bool) -> Importance | None:
    """None: not asked for. `is_headless`: the posting has no heading over its requirements."""
    if kind in {"no", "ours"} or statement.part in {"stack", "company"}:
        return None
    match statement.part:
        case "required":
            return _BY_WORDING.get(kind, Importance.MUST)
        case "preferred":
            return Importance.NICE if kind == "nice" else Importance.SHOULD
        case "nice":
            return Importance.NICE
        case "duties":
            return Importance.MUST if kind in {"hard", "asks"} else _in_duties(kind)
    return _in_the_open(statement, kind, is_headless=is_headless)


def _in_duties(kind: str) -> Importance:
    return Importance.SHOULD if kind in {"should", "ideally"} else Importance.NICE


def _in_the_open(statement: Statement, kind: str, *, is_headless: bool) -> Importance | None:
    """Outside of known parts only the wording counts, and list items where nothing else lists requirements."""
    if kind in _BY_WORDING:
        return _BY_WORDING[kind]
    if kind == "duty" or (statement.is_bullet and begins_with_duty(tokenise(statement.text[:100]))):
        return Importance.NICE
    if statement.is_bullet and is_headless:
        return Importance.MUST
    return Importance.SHOULD if kind == "plain" else None
