"""Rows sort by their paths as results files hold them."""

from hypothesis import given
from hypothesis import strategies as st

from screener.model.path_order import as_written, path_order
from screener.reports.json_text import dumps


@given(st.text())
def test_a_path_is_written_as_results_files_hold_it(file: str) -> None:
    assert dumps(as_written(file)) == dumps(file)


def test_bytes_that_are_no_text_sort_as_their_escapes() -> None:
    assert sorted(["z.pdf", "\udce9.pdf", "a.pdf"], key=path_order) == ["\udce9.pdf", "a.pdf", "z.pdf"]


def test_paths_that_are_written_alike_have_one_order() -> None:
    one, other = "\udce9.pdf", "\\xe9.pdf"

    assert sorted([one, other], key=path_order) == sorted([other, one], key=path_order)
