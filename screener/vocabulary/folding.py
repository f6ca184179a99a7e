"""Letters of any case -> the small letters in which the vocabulary's words are compared."""


def fold(text: str) -> str:
    """Lower case; Turkish İ, I and ı are one letter, because capitals don't tell them apart."""
    if text.isascii():
        return text.lower()
    return text.replace("İ", "i").lower().replace("ı", "i").replace("’", "'")
