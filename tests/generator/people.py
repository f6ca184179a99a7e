"""Invented names, contact details and employers."""

import re
import unicodedata
from random import Random
from typing import NamedTuple

from tests.generator.words import Words

_NAMES = {
    "west": (
        ["Ada", "Noah", "Saoirse", "Jean-Luc", "Zoë", "Mary Ann", "Li Wei", "Ngọc Anh", "Chinedu", "Aisha", "R. K."]
        + ["Björn", "Małgorzata", "Núria", "João", "Priya", "Yusuf", "Fatima Zahra", "Dmitri", "Kofi", "Søren"],
        ["Merrow", "Okonkwo-Lind", "O'Sheaver", "van der Holm", "de la Fuente", "Nguyễn", "Özkaya", "Sørli"]
        + ["Vellankar", "Tanimura", "al-Rashidi", "Kowalczik", "Bauernfels", "Grünwaldt", "Mbeki-Tor", "Iyerson"]
        + ["Zhangwei", "Petrescu", "Mac Aodha", "Ferreira Prado", "D'Ambrelli", "Szilvássy", "Ilves"],
    ),
    "ru": (["Иван", "Мария", "Олег", "Анна", "Пётр"], ["Озёрный", "Луговая", "Синицкий", "Береговой", "Каменская"]),
    "zh": (["李", "王", "张", "欧阳", "陈"], ["小明", "伟", "思远", "佳琪", "雨晨"]),
    "ja": (["青木", "星野", "山城", "小鳥遊"], ["太郎", "花子", "健一", "美咲"]),
}
_DOMAINS = ("example.com", "example.org", "mail.example.com", "example.net")
_ROOTS = ["Brightfen", "Quorvale", "Tamarack", "Ostrava Lane", "Pellucid", "Norhaven", "Vantor", "Kelmscott", "Zephyra"]
_ROOTS += [
    "Blue Heron",
    "Cobaltine",
    "Marrowby",
    "Sundial",
    "Ironwick",
    "Lumeno",
    "Fjordia",
    "Halcyon Row",
    "Paperkite",
]
_KINDS = ["Systems", "Technologies", "Software", "Labs", "Bank", "Logistics", "Consulting", "Media", "Health", "", ""]
_LEGAL = {
    "en": ["Inc.", "Ltd", "LLC", "", "", ""],
    "de": ["GmbH", "AG", "GmbH & Co. KG", "", ""],
    "fr": ["SA", "SARL", "SAS", ""],
    "es": ["S.L.", "S.A.", ""],
    "pt": ["Ltda.", "S.A.", ""],
    "it": ["S.r.l.", "S.p.A.", ""],
    "nl": ["B.V.", "N.V.", ""],
    "pl": ["Sp. z o.o.", "S.A.", ""],
    "ru": [""],
    "tr": ["A.Ş.", "Ltd. Şti.", ""],
}
# Names that look like titles, skills, places, dates or headings.
_MISLEADING = ["Experience Design Studio", "Lead Analytics", "May & Hollis", "March Networks", "Boston Analytics"]
_MISLEADING += [
    "Zurich Harbour Insurance",
    "Engineer's Choice Ltd",
    "Skills Academy",
    "Project Aurora GmbH",
    "Node House",
]
_MISLEADING += [
    "University of Northbridge",
    "Education Forward",
    "Studio 54 North",
    "Azure Coast Hotel",
    "Spring & Sons",
]
_MISLEADING += ["Director Systems AG", "1&2 Telecom", "7Peaks", "Express Parcel Lines", "Summit Certification Board"]
_RUSSIAN = ["ООО «Северный ветер»", "АО «Квант Плюс»", "Компания «Лазурит»", "ООО «Три кита»", "Банк «Рассвет»"]


class Person(NamedTuple):
    name: str
    email: str
    contact: tuple[str, ...]


def draw_person(rng: Random, words: Words) -> Person:
    """A name that fits the language, with contact details in a random selection and spelling."""
    firsts, lasts = _NAMES.get(words.language, _NAMES["west"])
    joiner = "" if words.language == "zh" else " "
    name = rng.choice(firsts) + joiner + rng.choice(lasts)
    if words.language in _NAMES:
        email = f"{rng.choice(['mail', 'kontakt', 'ivan', 'dev'])}{rng.randint(1, 99)}@{rng.choice(_DOMAINS)}"
    else:
        email = f"{_ascii(name)}{rng.choice(['', str(rng.randint(1, 99))])}@{rng.choice(_DOMAINS)}"
    return Person(_cased(rng, name), email, tuple(_contact(rng, words, name, email)))


def _cased(rng: Random, name: str) -> str:
    return name.upper() if rng.random() < 0.1 and name.isascii() else name


def _ascii(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.replace("ł", "l").replace("ø", "o")).encode("ascii", "ignore").decode()
    return ".".join(re.findall(r"[a-z]+", plain.lower()))


def _contact(rng: Random, words: Words, name: str, email: str) -> list[str]:
    town = rng.choice(words["towns"])
    phone = rng.choice(["+1 555-01{:02d}", "(555) 555-01{:02d}", "+49 30 555 01{:02d}", "555-01{:02d}"])
    colon = words.get("colon", ": ")
    labelled = rng.random() < 0.4
    mail_label, phone_label = rng.choice(words["email"]) + colon, rng.choice(words["phone"]) + colon
    parts = [
        (mail_label if labelled else "") + email,
        (phone_label if labelled else "") + phone.format(rng.randint(0, 99)),
    ]
    if rng.random() < 0.5:
        parts.append(town)
    if rng.random() < 0.35:
        parts.append("linkedin.com/in/" + (_ascii(name).replace(".", "-") or "profile"))
    if rng.random() < 0.3:
        parts.append("github.com/" + (_ascii(name).replace(".", "") or "profile"))
    if rng.random() < 0.5:
        rng.shuffle(parts)
    return parts


def draw_employers(rng: Random, words: Words, count: int) -> list[str]:
    """Different employers; one in ten has a name that misleads."""
    found: list[str] = []
    while len(found) < count:
        name = _employer(rng, words)
        if name not in found:
            found.append(name)
    return found


def _employer(rng: Random, words: Words) -> str:
    if words.language == "en" and rng.random() < 0.12:
        return rng.choice(_MISLEADING)
    if words.language == "ru" and rng.random() < 0.7:
        return rng.choice(_RUSSIAN)
    if words.get("companies"):
        return str(rng.choice(words["companies"])) if rng.random() < 0.85 else rng.choice(_ROOTS)
    parts = [rng.choice(_ROOTS), rng.choice(_KINDS), rng.choice(_LEGAL[words.language])]
    return " ".join(part for part in parts if part)
