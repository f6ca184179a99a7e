"""The layers of a PDF ("optional content") -> which of them viewers don't show.

Only what a viewer shows on opening the file counts.
"""

from typing import Any

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdftypes import PDFObjRef, dict_value, list_value, resolve1
from pdfminer.psparser import PSLiteral

_MOST_STEPS = 200  # through expressions, which may hold themselves


class Layers:
    def __init__(self, document: PDFDocument) -> None:
        properties = dict_value(document.catalog.get("OCProperties"))
        default = dict_value(properties.get("D"))
        self._off = _identities(default.get("OFF"))
        groups = list_value(properties.get("OCGs"))
        if _name(default.get("BaseState")) == "OFF":
            self._off = (self._off | _identities(groups)) - _identities(default.get("ON"))
        if "AS" in default:
            self._off |= _identities(_not_for_viewing(default))
        self._has_layers = bool(groups or self._off)
        self._steps = 0

    def is_off(self, layer: Any) -> bool:
        """Whether content that belongs to `layer` (a group, or groups with a policy) isn't shown."""
        if layer is None or not self._has_layers:
            return False
        if isinstance(layer, PDFObjRef) and layer.objid in self._off:
            return True
        membership = resolve1(layer)
        if not isinstance(membership, dict):
            return False
        expression = resolve1(membership.get("VE"))
        if isinstance(expression, list):
            self._steps = _MOST_STEPS
            return not self._holds(expression)
        return "OCGs" in membership and self._are_off(membership)

    def _holds(self, expression: Any) -> bool:
        """Whether an expression over layers lets its content show; what can't be made out does."""
        if isinstance(expression, PDFObjRef) and isinstance(resolve1(expression), dict):
            return expression.objid not in self._off
        parts = resolve1(expression)
        self._steps -= 1
        if not isinstance(parts, list) or len(parts) < 2 or self._steps < 0:
            return True
        held = [self._holds(part) for part in parts[1:]]
        match _name(parts[0]):
            case "Not":
                return not held[0]
            case "Or":
                return any(held)
        return all(held)

    def _are_off(self, membership: dict[str, Any]) -> bool:
        """Whether a policy over groups hides its content."""
        groups = membership["OCGs"]
        listed = (
            [groups] if isinstance(groups, PDFObjRef) and isinstance(resolve1(groups), dict) else list_value(groups)
        )
        off = [group.objid in self._off for group in listed if isinstance(group, PDFObjRef)]
        if not off:
            return False
        match _name(membership.get("P")):
            case "AllOn":
                return any(off)
            case "AnyOff":
                return not any(off)
            case "AllOff":
                return not all(off)
        return all(off)


def _not_for_viewing(default: dict[str, Any]) -> list[Any]:
    """The groups that viewers switch off by themselves, because they are meant for other uses."""
    found: list[Any] = []
    for usage in map(dict_value, list_value(default["AS"])):
        if _name(usage.get("Event")) == "View":
            found += [group for group in list_value(usage.get("OCGs")) if _view_state(group) == "OFF"]
    return found


def _view_state(group: Any) -> str:
    usage = dict_value(dict_value(group).get("Usage"))
    return _name(dict_value(usage.get("View")).get("ViewState"))


def _identities(groups: Any) -> frozenset[int]:
    return frozenset(group.objid for group in list_value(groups) if isinstance(group, PDFObjRef))


def _name(value: Any) -> str:
    value = resolve1(value)
    return str(value.name) if isinstance(value, PSLiteral) else ""
