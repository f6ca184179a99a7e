"""Text as it stands on the page, from left to right -> the order in which it is read.

PDF paints Hebrew and Arabic from left to right too, so their last letters come first. Numbers and
Latin words among them aren't turned round.

Not handled: signs between words of both scripts, which can belong to either.
"""

import re
import unicodedata

_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_LATIN = "A-Za-z0-9\u00c0-\u024f"
_LETTER = re.compile(f"[{_RIGHT_TO_LEFT}]")
_STRETCH = re.compile(f"[{_RIGHT_TO_LEFT}]++(?:[^{_LATIN}{_RIGHT_TO_LEFT}]{{1,3}}+[{_RIGHT_TO_LEFT}]++)*+")
_OTHER = re.compile(f"[{_LATIN}+#%]++(?:[^{_LATIN}{_RIGHT_TO_LEFT}()]{{1,2}}+[{_LATIN}+#%]++)*+")
_MIRRORED = str.maketrans("()[]{}<>", ")(][}{><")
_WRONG_WAY = re.compile(r"[^()\[\]]*+[)\]][^()\[\]]*+[(\[]")
_FORM = re.compile("[\ufb1d-\ufdff\ufe70-\ufefc]")  # of a letter in one place of a word


def in_reading_order(text: str) -> str:
    """The text, or its right-to-left letters the other way round."""
    letters = _LETTER.findall(text)
    if not letters:
        return text
    strong = [character for character in text if character.isalpha()]
    ends = {_LETTER.match(strong[0]) is None, _LETTER.match(strong[-1]) is None} if strong else {False}
    is_latin = 2 * len(letters) < len(strong) if len(ends) > 1 else True in ends
    if is_latin:
        return _STRETCH.sub(lambda stretch: _turned(stretch[0]), text)
    return _closed(_OTHER.sub(lambda other: other[0][::-1], _turned(text)))


def _closed(text: str) -> str:
    """The text with its brackets the right way round, which fonts of this direction may have either way."""
    return text.translate(_MIRRORED) if _WRONG_WAY.match(text) else text


def _turned(text: str) -> str:
    """The text from its last letter to its first, with its marks after the letters, in ordinary forms of these."""
    letters: list[str] = []
    for character in text:
        if letters and unicodedata.combining(character):
            letters[-1] += character
        else:
            letters.append(character)
    turned = "".join(reversed(letters)).translate(_MIRRORED)
    return unicodedata.normalize("NFKC", turned) if _FORM.search(turned) else turned
