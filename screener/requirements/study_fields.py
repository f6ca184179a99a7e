"""Fields of study that are one field under several names.

A role lists the fields it takes; a degree's field is one of them when it contains one of that field's
names as whole words. Nothing is guessed: a related field that the role doesn't list stays unknown.
"""

import re

_MINOR = r"(?i)\bminor(?:ed|ing)?\b"
_BREAK = r"[^\w+#]+"

_SAME = (
    (
        "computer science", "cs", "computer sciences", "computing", "computing science", "computation", "informatics",
        "software engineering", "computer engineering", "computer systems engineering", "computer software engineering",
        "software development", "computer programming", "computer applications", "computer application",
        "applied computer science", "cse", "comp sci", "computer studies", "computer and information science",
        "informatik", "informatique", "informática", "informatica", "informatyka", "информатика",
        "ciencias de la computación", "ciência da computação", "ingeniería de sistemas", "génie logiciel",
        "bilgisayar mühendisliği", "计算机科学",
    ),
    (
        "information technology", "it", "information technologies", "information systems", "information system",
        "computer information systems", "management information systems", "information and communication technology",
        "information and communications technology", "ict", "mis", "cis", "information science",
        "wirtschaftsinformatik", "informationstechnik", "technologies de l information",
        "tecnologías de la información", "tecnologia da informação", "sistemas de informação",
        "sistemas de información",
    ),
    ("data science", "data analytics", "data engineering", "datenwissenschaft"),
    ("electrical engineering", "electronics engineering", "electronic engineering",
     "electrical and electronics engineering", "electronics and communication engineering", "ece", "eee",
     "elektrotechnik"),
    ("mathematics", "maths", "math", "applied mathematics", "mathematik", "mathématiques", "matemáticas"),
    ("business administration", "business management", "management", "mba", "bba", "betriebswirtschaft",
     "betriebswirtschaftslehre", "bwl"),
)  # fmt: skip


def is_same_field(asked: str, field: str) -> bool:
    """Whether a degree's field is the field that a role lists, under any of its names."""
    studied = f" {_words(re.split(_MINOR, field, maxsplit=1)[0])} "
    return any(f" {name} " in studied for name in _names(_words(asked)))


def _names(field: str) -> tuple[str, ...]:
    return next((names for names in _SAME if field in names), (field,))


def _words(text: str) -> str:
    return " ".join(re.sub(_BREAK, " ", text.casefold().replace("&", " and ").replace(".", "")).split())
