"""Lines of text -> the same resume as PDF, as DOCX and as a Document, for tests of understanding."""

import hashlib
from datetime import date
from io import BytesIO
from pathlib import Path

from screener.documents.engines import docx, pdf, plain_text
from screener.documents.limits import Limits
from screener.model.document import Document
from screener.model.resume import Resume
from screener.resumes.parse import parse_resume

AS_OF = date(2026, 6, 30)


def docx_bytes(lines: list[str]) -> bytes:
    """Plain paragraphs, as a person types them."""
    from docx import Document as new_docx  # noqa: N813 - the library calls a function by a class's name

    made = new_docx()
    for line in lines:
        made.add_paragraph(line)
    buffer = BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def pdf_bytes(lines: list[str]) -> bytes:
    """One string a line in a font that has dashes and bullets."""
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    rl_config.invariant = True
    buffer = BytesIO()
    canvas = Canvas(buffer)
    height = 800
    for line in lines:
        canvas.setFont("Helvetica", 10)
        canvas.drawString(50, height, line)
        height -= 14
    canvas.save()
    return buffer.getvalue()


def document(lines: list[str], media_type: str = "text") -> Document:
    """What the reader of a format makes of the lines."""
    if media_type == "docx":
        data = docx_bytes(lines)
        return docx.extract(data, hashlib.sha256(data).hexdigest(), Limits())
    if media_type == "pdf":
        data = pdf_bytes(lines)
        return pdf.extract(data, hashlib.sha256(data).hexdigest(), Limits())
    data = "\n".join(lines).encode()
    return plain_text.extract(data, hashlib.sha256(data).hexdigest(), Limits())


def resume(lines: list[str], media_type: str = "text", as_of: date = AS_OF) -> Resume:
    return parse_resume(document(lines, media_type), as_of)


def write(lines: list[str], path: Path) -> Path:
    path.write_bytes(docx_bytes(lines) if path.suffix == ".docx" else pdf_bytes(lines))
    return path
