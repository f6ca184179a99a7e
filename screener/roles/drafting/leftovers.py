"""Read statements -> what a draft doesn't ask for, so that a person sees it."""

import re
from collections.abc import Iterator, Sequence

from screener.roles.drafting.contents import begins_with_duty
from screener.roles.drafting.mentions import Read
from screener.roles.drafting.protected import find_left_out
from screener.roles.drafting.skills import Source, Wanted, source_of
from screener.roles.drafting.statements import ASKING
from screener.roles.drafting.wanted import importance
from screener.vocabulary import find_skill

_ITEM = re.compile(r"[,;/()]|\s(?:and|or|und|oder|et|ou|y|o)\s", re.IGNORECASE)
_NAME = re.compile(r"^[A-Z][\w.+#-]*(?:\s[A-Z0-9][\w.+#-]*){0,2}$")


def find_not_asked(reads: Sequence[Read], wanted: Sequence[Wanted], *, is_headless: bool) -> tuple[Source, ...]:
    """Sentences with technologies that are the company's own, or that it says aren't needed; each name once."""
    asked = {find_skill(name.name) or name.name for one in wanted for name in one.names}
    found = []
    for read in reads:
        for at, mention in enumerate(read.mentions):
            if mention.kind != "skill" or not mention.detail or read.statement.part == "company":
                continue
            skill = find_skill(mention.name) or mention.name
            if skill not in asked and importance(read.statement, read.kinds[at], is_headless=is_headless) is None:
                asked.add(skill)
                found.append(source_of(read, mention, mention))
    return tuple(
        {source.place: source for source in reversed(found)}[place]
        for place in dict.fromkeys(source.place for source in found)
    )


def find_not_understood(reads: Sequence[Read], *, is_headless: bool) -> tuple[str, ...]:
    """The sentences that ask for something and gave nothing, in order."""
    left_out = {one.source.place for one in find_left_out(reads)}
    texts = (
        read.statement.text
        for read in reads
        if _asks(read, is_headless=is_headless) and not read.mentions and read.statement.place not in left_out
    )
    return tuple(dict.fromkeys(texts))


def _asks(read: Read, *, is_headless: bool) -> bool:
    statement = read.statement
    is_item = is_headless and statement.part == "open" and statement.is_bullet and not begins_with_duty(read.tokens)
    return statement.part in ASKING or is_item


def find_unknown_names(reads: Sequence[Read]) -> tuple[str, ...]:
    """Names in lists of skills that the vocabulary doesn't have."""
    found: dict[str, None] = {}
    for read in reads:
        if read.statement.part in ASKING and any(mention.kind == "skill" for mention in read.mentions):
            found |= dict.fromkeys(_unknown_in(read))
    return tuple(found)


def _unknown_in(read: Read) -> Iterator[str]:
    """Capitalised items of a list with no known name in them."""
    text, start = read.statement.text, 0
    known = [(read.tokens.starts[one.first], read.tokens.ends[one.last]) for one in read.mentions]
    for end in [*(match.span() for match in _ITEM.finditer(text)), (len(text), len(text))]:
        item = text[start : end[0]].strip(" .:!?")
        is_free = not any(first < end[0] and last > start for first, last in known)
        if start and is_free and _NAME.match(item) and len(item) > 1:
            yield item
        start = end[1]
