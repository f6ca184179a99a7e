"""Letters that nobody gets: the values on which a template is tried before any resume is read.

Together they go through every situation, status and kind, so that a slip shows while nobody waits.
"""

from typing import Any

_QUOTE = {"text": "Moved nightly jobs to Azure Functions", "page": 1, "place": "Example Works"}
_ITEM: dict[str, Any] = {
    "name": "Azure",
    "kind": "skill",
    "status": "found",
    "why": "",
    "question": "",
    "quotes": [_QUOTE],
    "shown": "used",
    "shown_by": "Azure Functions",
    "aside": "",
    "asked_months": 24,
    "asked_length": "2 years",
    "asked_place": "used",
    "least": "8 months",
    "most": "2 years 2 months",
    "level": "",
    "fields": [],
    "alternatives": [],
}
_ALTERNATIVE = {
    "name": "Docker",
    "status": "not_found",
    "shown": "used",
    "asked_months": 24,
    "asked_length": "2 years",
    "asked_place": "used",
    "least": "8 months",
    "most": "2 years 2 months",
}
_NOWHERE = {"name": "MongoDB", "shown": "", "asked_months": 0, "asked_length": "", "asked_place": "", "least": ""}
_ALTERNATIVES = [_ALTERNATIVE, _ALTERNATIVE | _NOWHERE]
_DEGREE = {
    "name": "Education",
    "kind": "education",
    "level": "bachelor",
    "fields": ["mathematics"],
    "least": "",
    "most": "",
}
_YEARS = {"name": "Experience", "kind": "experience", "quotes": [], "shown": "", "shown_by": "", "asked_months": 60}
_QUESTION = {"status": "unclear", "question": "In which months was it used?"}
_ITEMS = (
    _ITEM,
    *(_ITEM | {"status": "not_found", "why": why} for why in ("place", "months")),
    _ITEM | {"status": "not_found", "why": "absent", "quotes": [], "shown": "", "shown_by": ""},
    _ITEM | {"status": "not_found", "why": "aside", "aside": "learning", "shown": "", "shown_by": ""},
    _ITEM | _QUESTION | {"why": "months"},
    _ITEM | {"kind": "any", "status": "not_found", "why": "months", "alternatives": _ALTERNATIVES},
    _ITEM | {"kind": "any", "why": "months", "alternatives": _ALTERNATIVES} | _QUESTION,
    *(_ITEM | {"kind": "certification"} | _QUESTION | {"why": why} for why in ("not_passed", "mentioned")),
    _ITEM | _DEGREE,
    _ITEM | _DEGREE | {"status": "not_found", "why": "level"},
    _ITEM | _DEGREE | _QUESTION | {"why": "absent", "quotes": []},
    *(_ITEM | _DEGREE | _QUESTION | {"why": why} for why in ("unfinished", "no_level", "no_field", "other_field")),
    *(_ITEM | _YEARS | {"status": status, "why": "months"} for status in ("found", "not_found")),
    _ITEM | _YEARS | _QUESTION | {"why": "months"},
)
_POSITION: dict[str, Any] = {
    "title": "Engineer",
    "employer": "Example Works",
    "kind": "work",
    "start": "2019-03",
    "end": "present",
    "dates": "Mar 2019 – present",
    "page": 1,
    "months_least": 93,
    "months_most": 93,
    "counts": True,
    "why_not": "",
}
_POSITIONS = (
    _POSITION,
    _POSITION | {"kind": "internship", "counts": False, "why_not": "kind", "employer": ""},
    _POSITION | {"start": "", "end": "", "dates": "", "counts": False, "why_not": "no_dates", "title": ""},
    *(_POSITION | {"counts": False, "why_not": why, "months_most": 0} for why in ("backwards", "future")),
)
_EXPERIENCE: dict[str, Any] = {
    "status": "unclear",
    "asked": "5 to 6 years",
    "kinds": ["work", "freelance", "internship"],
    "positions": list(_POSITIONS),
    "months_least": 59,
    "months_most": 70,
    "least": "4 years 11 months",
    "most": "5 years 10 months",
    "overlaps": True,
    "meets": True,
    "is_open": True,
    "claimed_years": "6",
}
_LETTER: dict[str, Any] = {
    "situation": "missing",
    "cause": "",
    "name": "Ada Example",
    "role": "Backend Engineer",
    "date": "22 Nov 2026",
    "day": "2026-11-22",
    "required": list(_ITEMS),
    "optional": list(_ITEMS),
    "experience": _EXPERIENCE,
    "person": ["scan", "painted_over", "language", "above_range", "only_listed"],
    "notes": ["hidden_text", "not_all_read", "damaged"],
}
_NOTHING = {
    "name": "",
    "required": [],
    "optional": [],
    "person": [],
    "notes": [],
    "experience": {key: type(value)() for key, value in _EXPERIENCE.items()},
}
_CAUSES = (
    "empty-file", "encrypted", "no-text-layer", "unmapped-fonts", "damaged", "not-a-resume-format", "too-large",
    "timeout", "out-of-memory", "crashed",
)  # fmt: skip

EXAMPLES: tuple[dict[str, Any], ...] = (
    _LETTER,
    _LETTER | {"situation": "open"},
    _LETTER | {"situation": "all_found", "person": [], "notes": []},
    _LETTER | _NOTHING | {"situation": "all_found"},
    _LETTER | _NOTHING | {"situation": "not_a_resume"},
    *(_LETTER | _NOTHING | {"situation": "unreadable", "cause": cause} for cause in _CAUSES),
)
