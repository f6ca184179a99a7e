"""The layers of a PDF ("optional content") -> which of them viewers don't show.

Only what a viewer shows on opening the file counts; expressions over layers count as shown.
"""

from typing import Any

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdftypes import PDFObjRef, dict_value, list_value, resolve1
from pdfminer.psparser import PSLiteral


class Layers:
    def __init__(self, document: PDFDocument) -> None:
        properties = dict_value(document.catalog.get("OCProperties"))
        default = dict_value(properties.get("D"))
        self._off = _identities(default.get("OFF"))
        if _name(default.get("BaseState")) == "OFF":
            self._off = (self._off | _identities(properties.get("OCGs"))) - _identities(default.get("ON"))

    def is_off(self, layer: Any) -> bool:
        """Whether content that belongs to `layer` (a group, or groups with a policy) isn't shown."""
        if not self._off:
            return False
        if isinstance(layer, PDFObjRef) and layer.objid in self._off:
            return True
        membership = resolve1(layer)
        if not isinstance(membership, dict) or "OCGs" not in membership or "VE" in membership:
            return False
        groups = membership["OCGs"]
        listed = (
            [groups] if isinstance(groups, PDFObjRef) and isinstance(resolve1(groups), dict) else list_value(groups)
        )
        off = [isinstance(group, PDFObjRef) and group.objid in self._off for group in listed]
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


def _identities(groups: Any) -> frozenset[int]:
    return frozenset(group.objid for group in list_value(groups) if isinstance(group, PDFObjRef))


def _name(value: Any) -> str:
    value = resolve1(value)
    return str(value.name) if isinstance(value, PSLiteral) else ""
