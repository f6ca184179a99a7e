"""Starting the program costs little, and the library nothing: what isn't needed isn't imported."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import screener

ROOT = str(Path(screener.__file__).parents[1])
SLOW = {"rich", "pdfminer", "docx", "lxml", "yaml", "cryptography", "multiprocessing", "asyncio", "email", "hashlib"}


def modules_after(code: str) -> set[str]:
    """The top-level names and screener's own modules that a fresh interpreter holds after the code."""
    script = f"import sys\n{code}\nprint(*sys.modules, file=sys.stderr)"
    environment = os.environ | {"PYTHONPATH": ROOT}
    ran = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True, timeout=60
    )
    loaded = set(ran.stderr.split())
    assert "sys" in loaded
    return {name if name.startswith("screener.") else name.partition(".")[0] for name in loaded}


def test_the_version_needs_no_library() -> None:
    loaded = modules_after("from screener.cli.app import run; run(['--version'])")
    assert not loaded & SLOW
    assert not {name for name in loaded if name.startswith(("screener.resumes.", "screener.reports.table"))}


def test_importing_the_package_imports_nothing() -> None:
    loaded = modules_after("import screener")
    assert not {name for name in loaded if name.startswith("screener.")}
    assert not loaded & {*SLOW, "dataclasses", "decimal", "typer"}


@pytest.mark.parametrize("name", ["read_document", "parse_resume", "load_role", "screen"])
def test_the_library_works_without_typer_and_rich(name: str) -> None:
    blocked = "sys.modules['typer'] = sys.modules['rich'] = None"
    assert "screener" in modules_after(f"{blocked}; from screener import {name}; assert callable({name})")


def test_a_name_that_the_package_lacks_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = screener.nothing
    assert set(screener.__all__) <= set(dir(screener))
