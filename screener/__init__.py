"""Screens resumes against a role: `screen(parse_resume(read_document(path), as_of), load_role(name), as_of)`.

The four functions are loaded when they are first used, so that importing the package costs nothing.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from screener.documents.read import read_document
    from screener.resumes.parse import parse_resume
    from screener.roles.load import load_role
    from screener.screening import screen

__version__ = "0.1.0"
__all__ = ["__version__", "load_role", "parse_resume", "read_document", "screen"]

_HOMES = {
    "read_document": "screener.documents.read",
    "parse_resume": "screener.resumes.parse",
    "load_role": "screener.roles.load",
    "screen": "screener.screening",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    function: object = getattr(import_module(_HOMES[name]), name)
    globals()[name] = function
    return function


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
