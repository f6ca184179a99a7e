"""Resumes of examples lie beside the role or below it."""

import pytest

from screener.roles.example_paths import leads_outside


@pytest.mark.parametrize("path", ["ada.pdf", "examples/ada.pdf", "examples/../ada.pdf", "./ada.pdf", "..ada.pdf"])
def test_below_the_role_is_inside(path):
    assert not leads_outside(path)


@pytest.mark.parametrize("path", ["/etc/passwd", "../ada.pdf", "a/../../b.pdf", "C:\\ada.pdf", "..\\ada.pdf", "C:ada"])
def test_everything_else_is_outside(path):
    assert leads_outside(path)
