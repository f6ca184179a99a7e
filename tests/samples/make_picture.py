"""Make the picture of the README: `python -m tests.samples.make_picture`."""

import io
import re
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import MONOKAI

from screener import __version__, load_role, parse_resume, read_document, screen
from screener.model.report import Report
from screener.model.screening import Outcome
from screener.reports import ViewOptions
from screener.reports.terminal import print_report

SAMPLE = Path(__file__).with_name("review.pdf")
PICTURE = Path(__file__).parents[2] / ".github" / "screen.svg"
AS_OF = date(2026, 11, 22)
WIDTH = 104


def main() -> None:
    """Screen the sample and record what the terminal would show."""
    document = read_document(SAMPLE)
    role = load_role("backend-software-engineer")
    screening = screen(parse_resume(document, AS_OF), role, AS_OF)
    outcome = Outcome("review.pdf", document.sha256, screening)
    console = Console(
        record=True,
        width=WIDTH,
        file=io.StringIO(),
        force_terminal=True,
        color_system="truecolor",
        legacy_windows=False,
    )
    print_report(Report((outcome,), role, AS_OF, __version__), console, ViewOptions(width=WIDTH))
    picture = console.export_svg(title="screen review.pdf", theme=MONOKAI, unique_id="screen")
    without_fonts = re.sub(r"@font-face \{.*?\}\s*", "", picture, flags=re.DOTALL)  # they would load from the web
    PICTURE.write_text(without_fonts.replace("Fira Code, ", ""), encoding="utf-8")


if __name__ == "__main__":
    main()
