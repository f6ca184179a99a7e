"""One written value -> what it stands for, or a sentence that says what was probably meant.

YAML guesses: NO is false, 1.10 is 1.1, 01234 is 668, an empty value is null. Here a plain word that
YAML would take for something else is refused with the quotes it needs, and numbers are read from the
text as written, in decimal.
"""

import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from screener.roles.fields import HIGHEST_WEIGHT, LONGEST_NAME, MOST_YEARS, Choice
from screener.roles.nodes import Scalar
from screener.roles.problems import closest, quoted

_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_YES_OR_NO = {
    spelling: meaning
    for meaning, words in (("true", ("yes", "true", "on")), ("false", ("no", "false", "off")))
    for word in words
    for spelling in (word, word.capitalize(), word.upper())
}
# Patterns are compiled when the first word needs them, which most roles' words don't.
_NUMBER = (
    r"[-+]?(?:\.[0-9]+|[0-9][0-9_]*(?:\.[0-9_]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?0[xob][0-9a-fA-F_]+"
    r"|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)
_DATE = r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt ].*)?"
_DECIMAL = r"(?:0|[1-9][0-9]{0,3})(?:\.[0-9]{1,3})?"
_YEARS = r"(?P<low>(?:0|[1-9][0-9]?)(?:\.[0-9]{1,2})?)(?:(?P<plus>\+)|\s*[-–]\s*(?P<high>[0-9.]{1,5}))?"
_SCORE = r"(?:(?:>=|<=|>|<|==?)\s*)?[0-9]{1,3}(?:\.[0-9])?"


class Refused(Exception):
    """Why a value can't be used, with the remedy."""


def read_text(node: Scalar, *, long: bool) -> str:
    """Words; on one line, with single spaces, unless long text is asked for."""
    if node.plain and (guess := _yaml_guess(node.text)):
        if guess == "nothing":
            raise Refused("a text is missing here; write one or remove the line")
        raise Refused(f"{quoted(node.text)} is read as {guess}; put it in quotes if the text is meant")
    if long:
        text = node.text
        if not text.strip():
            raise Refused("the text is empty; write one or remove the line")
        return text
    text = " ".join(node.text.split())
    if not any(character.isalnum() for character in text):
        raise Refused(f"{quoted(text)} has no letter or digit; write a name")
    if len(text) > LONGEST_NAME:
        raise Refused(f"longer than {LONGEST_NAME} characters; shorten it")
    if not text.isprintable():
        raise Refused(f"{quoted(text)} holds an invisible character; type it again")
    return text


def read_choice(node: Scalar, shape: Choice) -> str:
    if node.text in shape.values:
        return str(next(value for value in shape.values if value == node.text))
    meant = closest(node.text.replace(" ", "_").replace("-", "_"), shape.values)
    known = ", ".join(shape.values)
    remedy = f"did you mean {quoted(meant)}?" if meant else f"write one of: {known}"
    raise Refused(f"unknown value {quoted(node.text)}; {remedy}")


def read_weight(node: Scalar) -> Decimal:
    if not node.plain and re.fullmatch(_DECIMAL, node.text):
        raise Refused(f"{quoted(node.text)} is a text here; remove the quotes")
    if not re.fullmatch(_DECIMAL, node.text) or Decimal(node.text) > HIGHEST_WEIGHT:
        guess = _yaml_guess(node.text) if node.plain else None
        read = f" is read as {guess}" if guess in ("true", "false", "nothing", "a date") else " is no weight"
        raise Refused(f"{quoted(node.text)}{read}; write a number from 0 to {HIGHEST_WEIGHT}, such as 3 or 1.5")
    return Decimal(node.text)


def read_years(node: Scalar, *, is_range: bool) -> tuple[int, int | None]:
    """Months asked at least, and the first month above the range (None without an upper end)."""
    match = re.fullmatch(_YEARS, node.text.strip())
    shapes = "5, 5+, 4.5 or 5-6" if is_range else "2, 2+ or 1.5"
    if not match or (match["high"] and not re.fullmatch(_DECIMAL, match["high"])):
        raise Refused(f"{quoted(node.text)} is no number of years; write {shapes}")
    if match["high"] and not is_range:
        raise Refused(f"{quoted(node.text)} is a range; a skill asks for a minimum, such as {match['low']}")
    low, high = Decimal(match["low"]), Decimal(match["high"]) if match["high"] else None
    if max(low, high or low) > MOST_YEARS:
        raise Refused(f"{quoted(node.text)} is more than a working life; write at most {MOST_YEARS}")
    if high is not None and high < low:
        raise Refused(f"{quoted(node.text)} runs backwards; write {high}-{low}")
    if not (high if high is not None else low):
        raise Refused("0 years ask for nothing; remove the key")
    return _months(low), None if high is None else _first_month_above(high)


def read_day(node: Scalar) -> str:
    try:
        day = date.fromisoformat(node.text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != node.text:  # week dates and dates without dashes are ISO, too
        raise Refused(f"{quoted(node.text)} is no day; write it as 2026-11-22")
    return node.text


def read_score(node: Scalar) -> str:
    if not re.fullmatch(_SCORE, node.text) or Decimal(node.text.lstrip("<>= ")) > 100:
        raise Refused(f'{quoted(node.text)} is no score; write 75.2 or ">= 40"')
    return node.text


def _yaml_guess(text: str) -> str | None:
    """What YAML takes a plain word for when it isn't text."""
    if text in _NOTHING:
        return "nothing"
    if text in _YES_OR_NO:
        return _YES_OR_NO[text]
    if text[0] not in "+-.0123456789" or len(text) > LONGEST_NAME:
        return None
    if re.fullmatch(_NUMBER, text):
        return "a number"
    return "a date" if re.fullmatch(_DATE, text) else None


def _months(years: Decimal) -> int:
    return int((years * 12).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def _first_month_above(years: Decimal) -> int:
    """Six years last until six years and eleven months; four and a half years are 54 months."""
    return _months(years) + (12 if years == int(years) else 1)
