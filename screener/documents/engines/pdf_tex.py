"""The codes of a bitmap font made by TeX -> the characters that they draw.

Such a font (Type 3, its glyphs named "a65") doesn't say which of TeX's encodings it follows: the old
one of 128 codes (OT1), the one for Europe (T1), the Cyrillic one (T2A), or those of symbols (TS1,
OMS). The codes that the document uses of it tell them apart: ligatures, dashes and accents stand
in different places, and only the newer ones go beyond 127.

Not handled: formulas, and languages that need other encodings.
"""

from collections.abc import Set as AbstractSet

_LIGATURES = ("ff", "fi", "fl", "ffi", "ffl")
# Where the encodings differ from ASCII.
_OT1 = {
    **dict(zip(range(11, 16), _LIGATURES, strict=True)),
    **dict(enumerate("\u0131\u0237`\u00b4\u02c7\u02d8\u00af\u02da\u00b8ßæœøÆŒØ", 16)),
    32: "\u0335", 34: "\u201d", 39: "\u2019", 60: "\u00a1", 62: "\u00bf", 92: "\u201c", 94: "\u02c6", 95: "\u02d9",
    96: "\u2018", 123: "\u2013", 124: "\u2014", 125: "\u02dd", 126: "\u02dc", 127: "\u00a8",
}  # fmt: skip
_T1_LOW = {
    **dict(enumerate("`\u00b4\u02c6\u02dc\u00a8\u02dd\u02da\u02c7\u02d8\u00af\u02d9\u00b8\u02db\u201a\u2039\u203a", 0)),
    **dict(enumerate("\u201c\u201d\u201e\u00ab\u00bb\u2013\u2014", 16)),
    25: "\u0131", 26: "\u0237",
    **dict(zip(range(27, 32), _LIGATURES, strict=True)),
    39: "\u2019", 96: "\u2018", 127: "-",
}  # fmt: skip
_T1 = {
    **_T1_LOW,
    **dict(enumerate("ĂĄĆČĎĚĘĞĹĽŁŃŇŊŐŔŘŚŠŞŤŢŰŮŸŹŽŻĲİđ§ăąćčďěęğĺľłńňŋőŕřśšşťţűůÿźžżĳ¡¿£", 128)),
    **dict(enumerate("ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖŒØÙÚÛÜÝÞẞàáâãäåæçèéêëìíîïðñòóôõöœøùúûüýþß", 192)),
}
_T2A = {
    **_T1_LOW,
    **{156: "Ё", 157: "№", 188: "ё", 190: "«", 191: "»"},
    **{192 + at: chr(0x410 + at) for at in range(64)},
}
_TS1 = {
    24: "←", 25: "→", 42: "∗", 136: "•", 151: "™", 155: "№", 158: "◦", 167: "§", 169: "©", 174: "®", 176: "°",
    177: "±", 183: "·", 191: "€",
}  # fmt: skip
_OMS = {0: "−", 1: "·", 2: "×", 3: "∗", 5: "⋄", 6: "±", 13: "○", 14: "◦", 15: "•", 33: "→", 106: "|"}
_ASCII_LETTERS = frozenset([*range(65, 91), *range(97, 123)])
_OT1_ACCENTS = frozenset([18, 19, 20, 22, 23, 24, 26, 126, 127])


def tex_characters(codes: AbstractSet[int]) -> dict[int, str]:
    """Code -> text for the codes that a bitmap font has; those without a meaning are left out."""
    for symbols in (_OMS, _TS1):
        if codes and codes <= symbols.keys():
            return {code: symbols[code] for code in codes}
    table = _table(codes)
    found = {code: table.get(code) or (chr(code) if 32 < code < 127 else "") for code in codes}
    return {code: text for code, text in found.items() if text}


def _table(codes: AbstractSet[int]) -> dict[int, str]:
    letters = len(codes & _ASCII_LETTERS)
    if sum(code >= 192 for code in codes) > letters:
        return _T2A
    if any(code >= 128 for code in codes):
        return _T1
    old, new = len(codes & set(range(11, 16))), len(codes & set(range(27, 32)))
    if old or new:
        return _T1 if new > old and not codes & _OT1_ACCENTS else _OT1
    dashes = bool(codes & {21, 22}) and not codes & {*_OT1_ACCENTS, 16, 25, 123}
    return _T1 if dashes else _OT1
