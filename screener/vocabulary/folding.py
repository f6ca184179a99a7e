"""Letters of any case -> the small letters in which the vocabulary's words are compared."""

from screener.vocabulary.lookalikes import read_as_latin


def fold(text: str) -> str:
    """Lower case, of the same length; Turkish İ, I and ı are one letter, because capitals don't tell them apart.

    Letters of other scripts in Latin words are read as the Latin letters they look like.
    """
    if text.isascii():
        return text.lower()
    return read_as_latin(text).replace("İ", "i").lower().replace("ı", "i").replace("’", "'")
