"""`--cluster` where Dask isn't installed: a line with the remedy."""

import sys

import pytest


def test_without_dask_it_is_one_line(program, put, monkeypatch: pytest.MonkeyPatch) -> None:
    put("fit.pdf")
    monkeypatch.setitem(sys.modules, "distributed", None)
    ran = program("fit.pdf", "--cluster", "tcp://127.0.0.1:8786")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "screen: --cluster tcp://127.0.0.1:8786: needs Dask; install it with: pip install 'resume-screener[cluster]'\n"
    )


def test_without_fsspec_a_url_is_one_line(program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsspec", None)
    ran = program("s3://bucket/resumes")
    assert (ran.code, ran.out) == (2, "")
    assert "screen: s3://bucket/resumes: can't be listed: fsspec is needed for URLs; install it with: pip" in ran.err
