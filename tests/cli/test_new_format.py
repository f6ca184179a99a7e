"""A new format is one file and one line: what the command line offers comes from the table alone."""

import shutil
import subprocess
import sys
from pathlib import Path

import screener

NAMES = '''"""A Report -> the names of the candidates, one on each line."""

from screener.reports import DEFAULT_VIEW, write_utf8
from screener.reports.ranking import ranked


def write(report, stream, view=DEFAULT_VIEW):
    write_utf8(stream, "".join(f"{judged.resume.candidate.name}\\n" for _, judged in ranked(report.outcomes)))
'''
LINE = '    "names": Writer("screener.reports.names_report", (".names",)),\n'
RESUME = "Ada Sample\nada@example.com\n\nExperience\nBackend Engineer, Acme\nMar 2019 - present\nNode.js services\n"


def test_a_format_is_one_file_and_one_line(tmp_path: Path) -> None:
    copy = tmp_path / "screener"
    shutil.copytree(Path(screener.__file__).parent, copy, ignore=shutil.ignore_patterns("__pycache__"))
    (copy / "reports" / "names_report.py").write_text(NAMES, encoding="utf-8")
    table = copy / "reports" / "__init__.py"
    before, html, after = table.read_text(encoding="utf-8").partition('    "html": ')
    assert html
    table.write_text(before + LINE + html + after, encoding="utf-8")
    (tmp_path / "role.yaml").write_text("title: Any\nskills: {must: [Node.js]}\n", encoding="utf-8")
    (tmp_path / "ada.txt").write_text(RESUME, encoding="utf-8")

    def screen(*words: str) -> str:
        ran = subprocess.run(
            [sys.executable, "-m", "screener", *words], cwd=tmp_path, capture_output=True, text=True, check=True
        )
        return ran.stdout

    assert screen("ada.txt", "--role", "role.yaml", "--format", "names") == "Ada Sample\n"
    screen("ada.txt", "--role", "role.yaml", "-o", "shortlist.names", "-o", "results.json")
    assert (tmp_path / "shortlist.names").read_text(encoding="utf-8") == "Ada Sample\n"
    assert screen("report", "results.json", "--format", "names") == "Ada Sample\n"
    assert "|names|" in screen("screen", "--help")
