"""The workbook, opened again by another library: every cell equals what the JSON says."""

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from report_samples import BO, MANY, ONE, SCAN, rendered, report
from test_hostile_text import hostile, hostile_report

from screener.model.report import Report
from screener.model.screening import Outcome, Screening
from screener.reports import render
from screener.reports.safe_text import UNSAFE
from screener.reports.wording import STATUSES, VERDICTS
from screener.reports.xlsx import book
from screener.reports.xlsx.book import LONGEST, cell_text
from screener.reports.xlsx.links import link_to


def written(shown: Report) -> bytes:
    return rendered(shown, "xlsx")


def opened(shown: Report) -> Workbook:
    return load_workbook(io.BytesIO(written(shown)))


def rows(sheet: Worksheet) -> list[dict[str, Any]]:
    head, *body = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in body]


def as_json(shown: Report) -> dict[str, dict[str, Any]]:
    stream = io.StringIO()
    render(shown, "json", stream)
    return {row["file"]: row for row in json.loads(stream.getvalue())["results"]}


def described(sheet: Worksheet) -> Iterator[str]:
    """A sheet as lines: its frame, then each cell with its place, format and link, empty ones left out."""
    widths = [f"{letter} {shape.width:g}" for letter, shape in sheet.column_dimensions.items()]
    frame = f"frozen {sheet.freeze_panes}, filters {sheet.auto_filter.ref}, head on each page {sheet.print_title_rows}"
    yield f"== {sheet.title}: {frame}, pages wide {sheet.page_setup.fitToWidth or 1}"
    yield f"widths: {', '.join(widths)}"
    for ranges in sheet.conditional_formatting:
        yield from (f"colour {ranges.sqref}: {rule.formula[0]} {rule.dxf.fill.bgColor.rgb}" for rule in ranges.rules)
    for row in sheet.iter_rows():
        for cell in (cell for cell in row if cell.value is not None):
            number = f" as {cell.number_format}" if cell.number_format != "General" else ""
            link = f" -> {cell.hyperlink.target}" if cell.hyperlink else ""
            yield f"{cell.coordinate}: {cell.value!r}{number}{link}"


def test_the_workbook_is_as_it_was_looked_at(check_expected: Callable[[str, str], None]) -> None:
    book = opened(report(*MANY, skipped=2))
    check_expected("reports/many.xlsx.txt", "\n".join(line for sheet in book for line in described(sheet)) + "\n")


def test_every_candidate_is_what_the_json_says() -> None:
    told = as_json(report(*MANY))
    shown = rows(opened(report(*MANY))["Candidates"])
    assert [row["#"] for row in shown] == [1, 2, 3, 4, 5, 6]
    for row in shown:
        one = told[row["File"]]
        experience, candidate = one["experience"], one["candidate"]
        assert row["Verdict"] == VERDICTS[one["verdict"]]
        assert (row["Score"], row["Candidate"], row["SHA-256"]) == (one["score"], candidate["name"], one["sha256"])
        years = (row["Experience\nyears"], row["at least\nyears"], row["at most\nyears"])
        assert years == tuple(experience[key] / 12 for key in ("months", "months_min", "months_max"))
        assert row["Claimed\nyears"] == experience["claimed_years"]
        assert row["E-mail"] == " | ".join(candidate["emails"])
        assert row["Why"] == (" | ".join(one["reasons"]) or None)
        assert (row["Would fit with"], row["Same candidate as"]) == (one["would_fit_with"], one["duplicate_of"])
        assert row["Warnings"] == " | ".join(item["message"] for item in one["warnings"])
        assert row["Hidden text"] == " | ".join(item["text"] for item in one["hidden"])
        statuses = [row[title] for title in row if title.split("\n")[-1].split(",")[0] in ("must", "should", "nice")]
        assert statuses == [STATUSES[item["status"]] for item in one["requirements"]]


def evidence_told(one: dict[str, Any]) -> Iterator[tuple[Any, ...]]:
    for item in one["requirements"]:
        start = (one["file"], item["reason"], item["weight"], item["credit"], item["last_used"])
        quotes = [*item["evidence"], *item["notes"]]
        keys = ("quote", "page", "line", "section", "matched", "implied_by")
        yield from ((*start, *(quote[key] for key in keys)) for quote in quotes)
        if not quotes:
            yield (*start, *[None] * len(keys))


def test_every_quote_is_what_the_json_says() -> None:
    told = as_json(report(*MANY))
    sheet = rows(opened(report(*MANY))["Evidence"])
    titles = (
        "File",
        "Found",
        "Weight",
        "Credit",
        "Last used",
        "Quote",
        "Page",
        "Line",
        "Section",
        "Matched",
        "Implied by",
    )
    shown = [tuple(row[title] for title in titles) for row in sheet]
    order = dict.fromkeys(row["File"] for row in sheet)
    assert shown == [line for file in order for line in evidence_told(told[file])]
    assert "still learning it" in {row["Doesn't count"] for row in sheet}


def test_the_run_tells_what_it_was_and_what_couldnt_be_read() -> None:
    shown = report(*MANY, skipped=3, complete=False)
    lines = list(opened(shown)["Run"].iter_rows(values_only=True))
    facts = {line[0]: line[1] for line in lines}
    assert facts["Role"] == shown.role.title
    assert facts["SHA-256 of the role file"] == shown.role.sha256
    assert (facts["As of"], facts["screener"], facts["Files"]) == ("2026-11-22", "0.1.0", 8)
    assert [facts[name] for name in ("Fit", "Review", "No fit", "Unreadable")] == [3, 1, 2, 2]
    assert (facts["Duplicates"], facts["Skipped"]) == (1, 3)
    assert facts["Complete"].startswith("no")
    assert ("no-text-layer", SCAN.file, SCAN.result.message) in lines  # type: ignore[union-attr]


def test_heads_stay_in_view_filter_and_colour() -> None:
    sheet = opened(report(*MANY))["Candidates"]
    assert sheet.freeze_panes == "E2"
    assert sheet.auto_filter.ref == f"A1:{sheet.cell(1, sheet.max_column).column_letter}7"
    rules = {rule.formula[0] for rules in sheet.conditional_formatting for rule in rules.rules}
    assert rules == {'"fit"', '"review"', '"no fit"', '"met"', '"not met"', '"unknown"'}


def test_rows_are_as_high_as_their_texts_need() -> None:
    long = replace(BO, would_fit_with="more words than one line of a column holds " * 5)
    huge = replace(BO, would_fit_with="words without an end " * 500)
    short = replace(BO, warnings=(), resume=replace(BO.resume, hidden=(), education=()))
    sheet = opened(report(*(Outcome(f"{n}.pdf", None, one) for n, one in enumerate((short, long, huge)))))["Candidates"]
    heights = [sheet.row_dimensions[row].height for row in (2, 3, 4)]
    assert heights[0] is None
    assert 80 < heights[1] < 120
    assert heights[2] < 409  # more than a spreadsheet can show of a row


def test_only_tables_have_filters_and_each_has_its_head_on_every_page() -> None:
    book = opened(report(*MANY))
    assert [bool(sheet.auto_filter.ref) for sheet in book] == [True, True, False]
    assert {sheet.print_title_rows for sheet in book} == {"$1:$1"}
    assert [sheet.print_title_cols for sheet in book] == ["$A:$D", "$A:$B", None]


def test_files_are_linked_by_their_paths() -> None:
    sheet = opened(report(ONE))["Candidates"]
    assert sheet["E2"].hyperlink.target == "ada.pdf"
    assert sheet["E2"].value == "ada.pdf"


@pytest.mark.parametrize("place", ["shortlist.xlsx", "out/shortlist.xlsx", "out/deeper/shortlist.xlsx"])
def test_links_lead_from_the_workbook_to_the_files(place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    named = ("ada.pdf", "in box/June #3/100% “sure” [1].pdf", "../beside.pdf", "a", str(tmp_path / "whole.pdf"))
    start = tmp_path / "start"
    start.mkdir()
    monkeypatch.chdir(start)
    Path(place).parent.mkdir(parents=True, exist_ok=True)
    with Path(place).open("w", encoding="utf-8") as stream:
        render(report(*(Outcome(name, "a" * 64, BO) for name in named)), "xlsx", stream)
    rows = load_workbook(place)["Candidates"].iter_rows(min_row=2, min_col=5, max_col=5)
    for (cell,) in rows:
        target = unquote(cell.hyperlink.target).replace("\\", "/")
        assert (Path(place).parent / target).resolve() == Path(cell.value).resolve()


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("folder/ada.pdf", "folder/ada.pdf"),
        ("/home/hr/ada (1).pdf", "/home/hr/ada%20(1).pdf"),
        ("C:/hr/ada.pdf", "C:/hr/ada.pdf"),
        ("陳小明.pdf", "陳小明.pdf"),
        ("a", "./a"),
        ("a#b?.pdf", "a%23b%3F.pdf"),
        ("a%41.pdf", "a%2541.pdf"),
        ("=cmd&'$;!.pdf", "=cmd&'$;!.pdf"),
        ("batch.zip/ada.pdf", None),
        ("//server/share/a.pdf", None),
        ("\\\\server\\a.pdf", None),
        ("a\\b.pdf", None),
        ("https://example.com/a.pdf", None),
        ("javascript:alert(1)", None),
        ("C:a.pdf", None),
        ("a\udce9.pdf", None),
        ("a\nb.pdf", None),
        ("a\u202eb.pdf", None),
        ("a|b.pdf", None),
        ("a" * 2000, None),
        ("-", None),
        ("", None),
    ],
)
def test_only_what_can_be_nothing_but_a_file_is_a_link(path: str, target: str | None) -> None:
    assert link_to(path, None) == target


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "=1+1"),
        ("https://example.com", "https://example.com"),
        ("007", "007"),
        ("_x0041_", r"\x5fx0041_"),
        ("a\x00b\x0bc", r"a\x00b c"),
        ("\ud83d", r"\ud83d"),
        ("\uffff\ufffe", r"\uffff\ufffe"),
        ("👩\u200d💻", "👩\u200d💻"),
    ],
    ids=ascii,
)
def test_a_cell_holds_text_as_it_is_or_as_an_escape(text: str, cell: str) -> None:
    assert cell_text(text) == cell


@pytest.mark.parametrize("text", ["a" * 40_000, "👩" * 20_000], ids=["letters", "pairs"])
def test_a_text_longer_than_a_cell_is_cut_with_a_note(text: str) -> None:
    cell = cell_text(text)
    assert len(cell.encode("utf-16-le")) // 2 <= LONGEST
    kept, note = cell.split("… (")
    assert note == f"{len(text) - len(kept)} more characters; JSON has them all)"
    assert text.startswith(kept)


def test_a_full_sheet_goes_on_in_another(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = list(opened(report(*MANY))["Evidence"].iter_rows(min_row=2, values_only=True))
    monkeypatch.setattr(book, "MOST_ROWS", 21)
    sheets = [sheet for sheet in opened(report(*MANY)) if sheet.title.startswith("Evidence")]
    assert len(sheets) > 1
    assert [row for sheet in sheets for row in sheet.iter_rows(min_row=2, values_only=True)] == whole


def test_the_same_report_gives_the_same_bytes() -> None:
    assert written(report(*MANY)) == written(report(*reversed(MANY)))


@settings(max_examples=40, deadline=None)
@given(text=hostile, several=st.booleans())
@example(text="=cmd|' /C calc'!A0", several=True)
@example(text="_x0041_\uffff\x00", several=True)
def test_hostile_texts_are_texts(text: str, several: bool) -> None:
    data = written(hostile_report(text, several=several))
    cells = [cell for sheet in load_workbook(io.BytesIO(data)) for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "inlineStr"}
    texts = [cell.value for cell in cells if isinstance(cell.value, str)]
    assert cell_text(text).strip() in {shown.strip() for shown in texts}
    assert not [shown for shown in texts if UNSAFE.search(shown.replace("\n", ""))]
    names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    assert not [name for name in names if "vba" in name.lower() or "externalLink" in name]


def test_a_candidate_nobody_asked_is_left_blank() -> None:
    assert isinstance(ONE.result, Screening)
    assert opened(report())["Candidates"].max_row == 1
