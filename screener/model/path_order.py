"""The order of rows: by the path as results files hold it, so that a report made of one has the same order.

On Linux a file's name is bytes. What isn't UTF-8 in it is a lone surrogate here, which no results file can
hold: it is written as an escape there, and sorts elsewhere than the surrogate would.
"""


def path_order(file: str) -> tuple[str, str]:
    """The key by which paths are sorted; of two that are written alike, the bytes decide."""
    return as_written(file), file


def as_written(file: str) -> str:
    """The path with lone surrogates as escapes."""
    try:
        file.encode()
    except UnicodeEncodeError:
        return "".join(surrogate_escape(sign) if "\ud800" <= sign <= "\udfff" else sign for sign in file)
    return file


def surrogate_escape(character: str) -> str:
    """A lone surrogate in words: the byte of a file name that isn't UTF-8, else its code."""
    code = ord(character)
    return f"\\x{code - 0xDC00:02x}" if 0xDC80 <= code <= 0xDCFF else f"\\u{code:04x}"
