"""What to do about a warning, by its code; empty where the warning says it itself."""

REMEDIES = {
    "undated-position": "Ask when it began and ended.",
    "unclear-position": "See whether it is a job.",
    "reversed-period": "Ask for the dates.",
    "future-start": "Ask for the dates, or see whether the as-of date is right.",
    "duration-mismatch": "Ask for the dates.",
    "ocr": "Compare with the pictures of the pages.",
    "future-end": "See whether the as-of date is right.",
    "claim-mismatch": "Ask which work the claim includes.",
    "truncated": "Look at the rest yourself, or raise --max-pages or --max-characters.",
    "page-limit": "Look at the rest yourself, or raise --max-pages.",
    "character-limit": "Look at the rest yourself, or raise --max-characters.",
    "damaged": "Compare with the file, or ask for it again.",
    "copying-forbidden": "Nothing needs to be done.",
    "blind-name-unknown": "Look for the name before you hand it on.",
    "macros": "Open it with macros switched off.",
    "embedded-document": "Look into the embedded document yourself.",
    "actual-text": "Compare with the page.",
    "wrong-suffix": "Nothing needs to be done.",
    "styled-letters": "Nothing needs to be done.",
}
SAY_IT_THEMSELVES = frozenset({"busy-page", "language", "not-a-resume"})


def remedy(code: str) -> str:
    return REMEDIES.get(code, "")
