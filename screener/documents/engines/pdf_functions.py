"""PDF functions (sampled, exponential, stitched) -> their values.

Not handled: calculators in PostScript, and values between the samples of a function with few of them.
"""

from typing import Any

from pdfminer.pdftypes import PDFStream, list_value, resolve1

_DEEPEST = 4  # functions within functions
_LARGEST = 1_000_000  # bytes of samples
_MOST_PACKED = 20_000  # bytes
_MANY = 64  # samples, so that the nearest is as good as what is between two
_BETWEEN = 0.05  # of the way from one sample to the next


def evaluate(function: Any, inputs: list[float], depth: int = 0) -> list[float] | None:
    """The outputs of a function, or of an array of functions; None where that isn't known."""
    function = resolve1(function)
    if depth > _DEEPEST or (depth and isinstance(function, list)):
        return None
    if isinstance(function, list):
        found = [evaluate(each, inputs, depth + 1) for each in function[:32]]
        return [parts[0] for parts in found if parts] if all(found) else None
    entries = function.attrs if isinstance(function, PDFStream) else function
    if not isinstance(entries, dict):
        return None
    domain = _pairs(entries.get("Domain"))
    if len(domain) != len(inputs):
        return None
    inside = [min(max(value, low), high) for value, (low, high) in zip(inputs, domain, strict=True)]
    match resolve1(entries.get("FunctionType")):
        case 0 if isinstance(function, PDFStream):
            return _sampled(function, inside, domain)
        case 2:
            return _exponential(entries, inside[0])
        case 3:
            return _stitched(entries, inside[0], domain[0], depth)
    return None


def _exponential(entries: dict[str, Any], at: float) -> list[float] | None:
    low, high = _numbers(entries.get("C0")) or [0.0], _numbers(entries.get("C1")) or [1.0]
    exponent = resolve1(entries.get("N"))
    if not isinstance(exponent, (int, float)) or not 0 < exponent < 100 or at < 0 or len(low) != len(high):
        return None
    share = at**exponent
    return [one + share * (other - one) for one, other in zip(low, high, strict=True)]


def _stitched(entries: dict[str, Any], at: float, domain: tuple[float, float], depth: int) -> list[float] | None:
    functions, bounds = list_value(entries.get("Functions")), _numbers(entries.get("Bounds"))
    encode = _pairs(entries.get("Encode"))
    if not functions or len(bounds) != len(functions) - 1 or len(encode) != len(functions):
        return None
    piece = sum(at >= bound for bound in bounds)
    low, high = [domain[0], *bounds, domain[1]][piece : piece + 2]
    share = (at - low) / (high - low) if high > low else 0.0
    return evaluate(functions[piece], [encode[piece][0] + share * (encode[piece][1] - encode[piece][0])], depth + 1)


def _sampled(stream: PDFStream, inputs: list[float], domain: list[tuple[float, float]]) -> list[float] | None:
    sizes, outputs = _numbers(stream.get("Size")), _pairs(stream.get("Range"))
    if resolve1(stream.get("BitsPerSample")) != 8 or len(sizes) != len(inputs) or not outputs:
        return None
    index, stride = 0, 1
    for value, (low, high), size in zip(inputs, domain, sizes, strict=True):
        place = (size - 1) * ((value - low) / (high - low) if high > low else 0.0)
        if size < _MANY and abs(place - round(place)) > _BETWEEN:
            return None
        index += stride * round(place)
        stride *= int(size)
    packed = len(stream.rawdata or b"")  # deflate packs a thousandfold at most
    data = stream.get_data() if stride * len(outputs) <= _LARGEST and packed <= _MOST_PACKED else b""
    samples = data[index * len(outputs) : (index + 1) * len(outputs)]
    if len(samples) != len(outputs):
        return None
    decode = _pairs(stream.get("Decode")) or outputs
    return [low + sample / 255 * (high - low) for sample, (low, high) in zip(samples, decode, strict=False)]


def _numbers(array: Any) -> list[float]:
    parts = [resolve1(part) for part in list_value(array)[:64]] if array is not None else []
    return [float(part) for part in parts if isinstance(part, (int, float))]


def _pairs(array: Any) -> list[tuple[float, float]]:
    numbers = _numbers(array)
    return list(zip(numbers[::2], numbers[1::2], strict=False))
