"""Bytes -> the words that people read."""

_UNITS = ("KB", "MB", "GB", "TB")


def size_words(count: int) -> str:
    """ "0 bytes", "640 KB", "12.5 MB"."""
    if count < 1000:
        return f"{count} byte{'' if count == 1 else 's'}"
    size = float(count)
    for unit in _UNITS:
        size /= 1000
        if size < 999.5 or unit == _UNITS[-1]:
            break
    return f"{size:.1f} {unit}" if size < 99.95 else f"{size:.0f} {unit}"
