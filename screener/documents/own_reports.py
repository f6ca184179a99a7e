"""The first bytes of a file -> whether they are a report of this program, which is nobody's resume.

JSON, lines of JSON, pages and workbooks say by whom they were made. CSV, Markdown and text are told by how
they begin: the head of the columns, the line of title and day, a day together with a verdict's sign. Letters
can't be told: they are made by whatever template a company has.
"""

import re

from screener.documents.archives import list_members, read_start
from screener.errors import DocumentError

REPORT_HEAD_BYTES = 4_096  # of text; a title and names stand before the first verdict
SUFFIXES_OF_REPORTS = (".json", ".jsonl", ".html", ".htm", ".md", ".csv", ".txt", ".xlsx", ".part")
MADE_BY = "Made by screener"  # in the properties of a workbook
PROPERTIES = "docProps/core.xml"

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_MARKS_BYTES = 1_024  # within which a report says by whom it was made
_JSON_MARKS = (b'"schema_version"', b'"screener"')
_PAGE_MARK = b'<meta name=generator content="screener'
_CSV_HEAD = b"rank,verdict,score,file,name,reasons,"
_DAY = rb"as of \d\d? [A-Z][a-z]{2} \d{4}"
_MARKDOWN_HEAD = re.compile(rb"\*\*[^\n]+\*\* \xc2\xb7 " + _DAY + rb"[^\n]* (?:screened|unreadable)\b")
_DAY_IN_TEXT = re.compile(_DAY)
_VERDICT = rb"(?:FIT|REVIEW|NO FIT|UNREADABLE)"
_VERDICTS_IN_TEXT = re.compile(
    rb"\[[^ \]]+ " + _VERDICT + rb"\]"  # the badge of a view
    rb"|(?:\A| )[^ ]{1,3} \d+ (?:fit|review|no fit|unreadable)\b"  # the tally above a table
    rb"|: " + _VERDICT + rb" for "  # what is explained
)
_PROPERTIES_BYTES = 4_096


def is_own_report(head: bytes) -> bool:
    """Whether a file that begins so is a report; of a workbook this can't be told by its first bytes."""
    head = head[:REPORT_HEAD_BYTES].removeprefix(_BYTE_ORDER_MARK)
    start = head[:_MARKS_BYTES]
    if _PAGE_MARK in start or (start.startswith(b"{") and all(mark in start for mark in _JSON_MARKS)):
        return True
    if head.startswith(_CSV_HEAD) or _MARKDOWN_HEAD.match(head):
        return True
    if b"as of" not in head and b"as\n" not in head:
        return False
    words = b" ".join(head.split())
    return _DAY_IN_TEXT.search(words) is not None and _VERDICTS_IN_TEXT.search(words) is not None


def is_own_workbook(file: str) -> bool:
    """Whether a file is a workbook of ours."""
    try:
        properties = [member for member in list_members(file) if member.name == PROPERTIES]
        return any(MADE_BY.encode() in read_start(file, one, _PROPERTIES_BYTES) for one in properties)
    except DocumentError:
        return False
