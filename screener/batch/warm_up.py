"""Imports everything that reading needs before workers are forked, so that each starts with it.

A first resume costs a process twenty times what the next one does: modules, word lists and patterns are
loaded when they are first needed. Here the program itself reads a resume that is written down below,
which loads them once for all. It is the only one that is ever read outside a worker.
"""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date

from screener.documents.limits import Limits
from screener.documents.read import parse_document
from screener.errors import DocumentError

_LINES = (
    "Ada Example",
    "ada@example.com, +1 555 555 0100",
    "Experience",
    "Software Engineer, Acme, Jan 2020 - Dec 2022",
    "- Built services in Node.js and PostgreSQL on Azure",
    "Education",
    "B.Sc. Computer Science, Example University, 2012 - 2016",
)
_DAY = date(2024, 1, 1)


def warm_up(files: Sequence[str]) -> None:
    """Load what is needed for files with such names."""
    suffixes = {file[-5:].lower() for file in files}
    with suppress(DocumentError):
        _read(_pdf() if any(suffix.endswith(".pdf") for suffix in suffixes) else "\n".join(_LINES).encode())
    import screener.screening

    if ".docx" in suffixes:
        import screener.documents.engines.docx  # noqa: F401


def _read(data: bytes) -> None:
    from screener.batch.likeness import likeness_of
    from screener.resumes.parse import parse_resume

    document = parse_document(data, "ada.txt", sha256="", limits=Limits())
    likeness_of(parse_resume(document, _DAY), _DAY)


def _pdf() -> bytes:
    """A page with a line for each of ours."""
    shown = " ".join(f"({line}) Tj T*" for line in _LINES)
    content = f"BT /F1 10 Tf 14 TL 50 800 Td {shown} ET"
    bodies = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        f"<</Length {len(content)}>>stream\n{content}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    )
    file, places = "%PDF-1.4\n", []
    for number, body in enumerate(bodies, start=1):
        places.append(len(file))
        file += f"{number} 0 obj{body}endobj\n"
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    count = len(bodies) + 1
    table = f"xref\n0 {count}\n0000000000 65535 f \n{rows}trailer<</Size {count}/Root 1 0 R>>\n"
    return f"{file}{table}startxref\n{len(file)}\n%%EOF\n".encode()
