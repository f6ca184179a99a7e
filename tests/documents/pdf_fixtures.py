"""Small PDFs written operator by operator, so that a test says exactly what is painted."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field

PAGE = (612, 792)


@dataclass
class PdfBuilder:
    """Collects objects and writes them with a table and a trailer."""

    objects: list[bytes] = field(default_factory=list)
    catalog: str = ""

    def add(self, body: str | bytes) -> int:
        """The number of the new object."""
        self.objects.append(body.encode("latin-1") if isinstance(body, str) else body)
        return len(self.objects)

    def stream(self, data: bytes, entries: str = "", *, deflate: bool = False) -> int:
        if deflate:
            data, entries = zlib.compress(data), entries + " /Filter /FlateDecode"
        head = f"<< {entries} /Length {len(data)} >>\nstream\n".encode("latin-1")
        return self.add(head + data + b"\nendstream")

    def bytes(self, root: int) -> bytes:
        out = bytearray(b"%PDF-1.7\n")
        offsets = []
        for number, body in enumerate(self.objects, 1):
            offsets.append(len(out))
            out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
        table = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(offsets) + 1)
        for offset in offsets:
            out += b"%010d 00000 n \n" % offset
        out += b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(offsets) + 1, root, table)
        return bytes(out)


def make_pdf(
    *programs: str | bytes,
    resources: str = "",
    annotations: str = "",
    page: str = "",
    catalog: str = "",
    extra: Sequence[str] = (),
) -> bytes:
    """A PDF with one page for each program; /F1 is Helvetica, /F2 Helvetica-Bold.

    Objects 1 and 2 are these fonts, and `extra` objects follow from 3, to be named in `resources`.
    """
    builder = PdfBuilder()
    for name in ("Helvetica", "Helvetica-Bold"):
        builder.add(f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>")
    for body in extra:
        builder.add(body)
    tree = len(builder.objects) + 2 * len(programs) + 1
    kids = []
    for program in programs:
        content = builder.stream(program.encode("cp1252") if isinstance(program, str) else program)
        kids.append(
            builder.add(
                f"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {PAGE[0]} {PAGE[1]}] /Contents {content} 0 R "
                f"/Resources << /Font << /F1 1 0 R /F2 2 0 R >> {resources} >> /Annots [{annotations}] {page} >>"
            )
        )
    listed = " ".join(f"{kid} 0 R" for kid in kids)
    builder.add(f"<< /Type /Pages /Kids [{listed}] /Count {len(kids)} >>")
    return builder.bytes(builder.add(f"<< /Type /Catalog /Pages {tree} 0 R {catalog} >>"))


def text(words: str, x: float, y: float, *, size: float = 10, font: str = "F1") -> str:
    """Operators that show words with their baseline `y` points above the bottom of the page."""
    escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f" BT /{font} {size} Tf 1 0 0 1 {x} {y} Tm ({escaped}) Tj ET\n"


def column(lines: Sequence[str], x: float, y: float, *, leading: float = 12, size: float = 10) -> str:
    """Lines below each other, the first with its baseline at `y`."""
    return "".join(text(line, x, y - at * leading, size=size) for at, line in enumerate(lines))


IMAGE = (
    "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\n"
    "stream\nx\nendstream"
)  # one grey dot


def form(program: str, entries: str = "") -> str:
    """An object that `/X Do` draws."""
    head = f"<< /Type /XObject /Subtype /Form /BBox [0 0 600 700] {entries} /Length {len(program)} >>"
    return f"{head}\nstream\n{program}\nendstream"


def box(x: float, y: float, width: float, height: float, colour: str) -> str:
    """A filled box; `colour` is "red green blue"."""
    return f"q {colour} rg {x} {y} {width} {height} re f Q\n"
