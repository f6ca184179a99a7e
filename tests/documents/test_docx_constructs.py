"""Every construct in which a DOCX shows or hides text, one small file each."""

import pytest
from docx_constructs import Construct, constructs
from docx_fixtures import read, shown
from docx_hidden_constructs import hidden_constructs

ALL = [*constructs(), *hidden_constructs()]


def test_the_constructs_have_names_of_their_own() -> None:
    assert len(ALL) > 100
    assert len({construct.name for construct in ALL}) == len(ALL)


@pytest.mark.parametrize("construct", [pytest.param(each, id=each.name) for each in ALL])
def test_a_construct_is_read_as_people_see_it(construct: Construct) -> None:
    document = read(construct.data)
    assert shown(document) == construct.shown
    assert tuple((one.text, one.cause) for one in document.hidden) == construct.hidden
