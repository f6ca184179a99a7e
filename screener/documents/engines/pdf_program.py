"""The program of a page -> its statements: an operator with its operands.

The program is gone through once with one pattern. Most of it matches as whole statements ("1 0 0 rg",
"(text) Tj", "/F1 12 Tf"), and all lines and curves of a path in one go; what doesn't is collected
operand by operand. No part of the pattern gives back what it has taken, so a hostile program takes
no longer than an honest one of its size.

Strings are bytes, names str, numbers float. Strings with parentheses in them and pictures within the
program end where counting says, not where the pattern would.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from screener.documents.engines.pdf_inline import Pictures
from screener.documents.engines.pdf_operands import from_hex, name_of, numbers_of, pieces_of, unescape

PATH = b"path"  # the operator of a stretch of lines and curves; its operand are their bytes
LETTERS = b"letters"  # the operator of strings with a "Td" after each; its operand are their bytes
IMAGE = b"BI"  # the operator of a picture within the program; its operand says what it is

Statement = tuple[bytes, list[Any]]

_SPACE = rb"[\0\t\n\f\r ]*+"
_BLANK = rb"[\0\t\n\f\r ]"
_REGULAR = rb"[^\0\t\n\f\r ()<>\[\]{}/%]"
_NUMBERS = rb"[-+.\d\0\t\n\f\r ]*+"
_LITERAL = rb"\((?:[^()\\]++|\\.)*+\)"
_HEX = rb"<[\da-fA-F\0\t\n\f\r ]*+>"
_PARTS = {
    b"blank": _BLANK,
    b"space": _SPACE,
    b"numbers": _NUMBERS,
    b"regular": _REGULAR,
    b"literal": _LITERAL,
    b"hex": _HEX,
}
_STATEMENT = re.compile(
    rb"%(space)s(?:"
    rb"([-+.\d]%(numbers)s)(?:([mlcvy](?=%(blank)s)(?:%(numbers)s[mlcvyh](?=%(blank)s))*+)|([A-Za-z'\"]%(regular)s*+))?+"
    rb"|((?:(?:<(?:[\da-fA-F]{2})++>|\([^()\\]*+\))%(space)sTj%(space)s[-+.\d]%(numbers)sTd(?=%(blank)s)%(space)s)++)"
    rb"|<([\da-fA-F\0\t\n\f\r ]*+)>(?:%(space)s(T[jJ]|'))?+"
    rb"|\(((?:[^()\\]++|\\.)*+)\)(?:%(space)s(T[jJ]|'))?+"
    rb"|\[((?:[-+.\d\0\t\n\f\r ]++|%(literal)s|%(hex)s)*+)\]%(space)s(T[jJ])"
    rb"|/(%(regular)s*+)(?:(%(numbers)s)([A-Za-z]%(regular)s*+)|%(space)s<<([^()<>\[\]%%]*+)>>%(space)s(BDC))?+"
    rb"|(%(regular)s++)"
    rb"|(<<|>>|[\[\]()<>{}]|%%[^\r\n]*+|\Z)"
    rb")"
    % {
        b"blank": _BLANK,
        b"space": _SPACE,
        b"numbers": _NUMBERS,
        b"regular": _REGULAR,
        b"literal": _LITERAL,
        b"hex": _HEX,
    },
    re.DOTALL,
)
# What a match ends with: the number of its last group.
_LONE_NUMBERS, _PATH, _NUMERIC, _LETTERS, _LONE_HEX, _HEX_SHOWN, _LONE_LITERAL, _LITERAL_SHOWN = 1, 2, 3, 4, 5, 6, 7, 8
_ARRAY_SHOWN, _LONE_NAME, _NAMED, _TAGGED, _BARE, _PUNCTUATION = 10, 11, 13, 15, 16, 17

_WHOLE = (_NUMERIC, _BARE, _NAMED)  # what ends a statement that mostly began with it
_FLOATS = {float}
_MOST_KNOWN = 20_000  # statements of one program worth keeping
_LETTER = re.compile(rb"(?:<([\da-fA-F]++)>|\(([^()\\]*+)\))[\0\t\n\f\r ]*+Tj([^T]++)Td")
_PARENTHESES = re.compile(rb"\\.|\(++|\)++", re.DOTALL)


class Program:
    """Goes through a program. `oddities` counts what no statement could be made of.

    The statements of operators in `numeric` have just as many operands as it says, all of them
    numbers; those of others have what was there. Nobody may change the operands.
    """

    def __init__(self, program: bytes, numeric: Mapping[bytes, int]) -> None:
        self.oddities = 0
        self.is_endless = False  # whether a picture or a string has no end
        self._program = program
        self._pictures = Pictures(program)
        self._numeric = numeric
        self._operands: list[Any] = []
        self._known: dict[bytes, Statement] = {}  # by how they are written
        self._marks: list[int] = []  # where among the operands arrays and dictionaries have begun
        self._next = 0  # where to go on after something that the pattern can't tell the end of

    def __iter__(self) -> Iterator[Statement]:
        known = self._known.get
        end = len(self._program)
        at = 0
        while at < end:
            self._next = 0
            for match in _STATEMENT.finditer(self._program, at):
                kind = match.lastindex
                statement: Statement | None
                if kind in _WHOLE and not self._operands:
                    statement = known(match[0]) or self._learn(match)
                else:
                    statement = _MAKERS[kind or _PUNCTUATION](self, match)
                if statement is not None:
                    yield statement
                if self._next:
                    break
            at = self._next or end

    def _learn(self, match: re.Match[bytes]) -> Statement | None:
        """The statement that a match is by itself, kept because programs repeat most of these."""
        statement = _MAKERS[match.lastindex or _PUNCTUATION](self, match)
        if statement is not None and statement[0] != IMAGE and len(self._known) < _MOST_KNOWN:
            self._known[match[0]] = statement
        return statement

    def _statement(self, operator: bytes, operands: list[Any]) -> Statement | None:
        """The statement, once its operands are known to be right."""
        wanted = self._numeric.get(operator)
        if wanted is None:
            return operator, operands
        fitting = operands[-wanted:] if wanted else []
        if len(fitting) == wanted and set(map(type, fitting)) <= _FLOATS:
            return operator, fitting
        self.oddities += 1
        return None

    def _end(self, operator: bytes, *operands: Any) -> Statement | None:
        """The statement of an operator, with what was collected for it."""
        if self._operands:
            operands = (*self._operands, *operands)
            self._operands, self._marks = [], []
        return self._statement(operator, list(operands))

    def _take_numbers(self, match: re.Match[bytes]) -> None:
        self._operands += numbers_of(match[1])

    def _take_path(self, match: re.Match[bytes]) -> Statement | None:
        self._operands = []
        self._marks = []
        return PATH, [match[1] + match[2]]

    def _take_letters(self, match: re.Match[bytes]) -> Statement | None:
        return self._end(LETTERS, match[4])

    def _end_numeric(self, match: re.Match[bytes]) -> Statement | None:
        operands = numbers_of(match[1])
        return self._end(match[3], *operands) if self._operands else self._statement(match[3], operands)

    def _take_hex(self, match: re.Match[bytes]) -> None:
        self._operands.append(from_hex(match[5]))

    def _show_hex(self, match: re.Match[bytes]) -> Statement | None:
        return self._end(match[6], from_hex(match[5]))

    def _take_literal(self, match: re.Match[bytes]) -> None:
        self._operands.append(unescape(match[7]))

    def _show_literal(self, match: re.Match[bytes]) -> Statement | None:
        return self._end(match[8], unescape(match[7]))

    def _show_array(self, match: re.Match[bytes]) -> Statement | None:
        return self._end(match[10], pieces_of(match[9]))

    def _take_name(self, match: re.Match[bytes]) -> None:
        self._operands.append(name_of(match[11]))

    def _end_named(self, match: re.Match[bytes]) -> Statement | None:
        return self._end(match[13], name_of(match[11]), *numbers_of(match[12]))

    def _end_tag(self, match: re.Match[bytes]) -> Statement | None:
        return self._end(match[15], name_of(match[11]), {})

    def _end_bare(self, match: re.Match[bytes]) -> Statement | None:
        if match[16] == IMAGE:
            self._operands, self._marks = [], []
            entries, self._next = self._pictures.find_end(match.end())
            self.is_endless |= not self._pictures.have_ends
            return IMAGE, [entries]
        if match[16] in _WORDS:
            self._operands.append(_WORDS[match[16]])
            return None
        return self._end(match[16])

    def _take_punctuation(self, match: re.Match[bytes]) -> None:
        sign = match[17]
        if sign in {b"[", b"<<"}:
            self._marks.append(len(self._operands))
        elif sign in {b"]", b">>"}:
            self._close(is_array=sign == b"]")
        elif sign == b"(":
            self._take_nested(match.end())
        elif sign and sign[:1] != b"%":
            self.oddities += 1

    def _close(self, *, is_array: bool) -> None:
        if not self._marks:
            self.oddities += 1
            return
        start = self._marks.pop()
        items = self._operands[start:]
        if is_array:
            self._operands[start:] = [items]
        else:
            keys, values = items[::2], items[1::2]
            self._operands[start:] = [
                {key: value for key, value in zip(keys, values, strict=False) if isinstance(key, str)}
            ]

    def _take_nested(self, start: int) -> None:
        """Takes a string that has parentheses in it, or no end."""
        depth = 1
        for match in _PARENTHESES.finditer(self._program, start):
            sign = match[0]
            if sign[:1] == b"(":
                depth += len(sign)
            elif sign[:1] == b")":
                if depth <= len(sign):
                    end = match.start() + depth
                    self._operands.append(unescape(self._program[start : end - 1]))
                    self._next = end
                    return
                depth -= len(sign)
        self.is_endless = True
        self._next = len(self._program)


_MAKERS: dict[int, Callable[[Program, re.Match[bytes]], Statement | None]] = {
    _LONE_NUMBERS: Program._take_numbers,
    _PATH: Program._take_path,
    _NUMERIC: Program._end_numeric,
    _LETTERS: Program._take_letters,
    _LONE_HEX: Program._take_hex,
    _HEX_SHOWN: Program._show_hex,
    _LONE_LITERAL: Program._take_literal,
    _LITERAL_SHOWN: Program._show_literal,
    _ARRAY_SHOWN: Program._show_array,
    _LONE_NAME: Program._take_name,
    _NAMED: Program._end_named,
    _TAGGED: Program._end_tag,
    _BARE: Program._end_bare,
    _PUNCTUATION: Program._take_punctuation,
}
_WORDS = {b"true": True, b"false": False, b"null": None}


def letters_of(program: bytes) -> list[tuple[bytes, bytes, bytes]]:
    """What LETTERS has for each letter: its hexadecimal digits or its string, and the operands of "Td"."""
    return _LETTER.findall(program)
