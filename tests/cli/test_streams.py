"""A standard stream that is closed takes nothing from the files."""

import subprocess
import sys
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parents[1] / "samples" / "fit.pdf"


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_leave_the_verdict_alone(closed: str) -> None:
    command = f'"{sys.executable}" -m screener "{SAMPLE}" --as-of 2026-11-22 {closed}'
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=False)
    assert done.returncode == 0
