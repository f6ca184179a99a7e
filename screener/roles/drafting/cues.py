"""The names in a statement -> what its wording says of each, by the groups of posting_cues.yaml, or nothing.

A sentence is taken apart at semicolons and at words such as "but". In each clause a phrase speaks of
the names behind it where there are any before the next comma ("strong Python", "familiarity with Go"),
and else of those before it ("Kafka is a plus", "Go preferred"). What stands behind the names reaches back
to where the last phrase began, or only to the last comma where a new subject begins there ("strong
Python, Kafka is a plus"). Several phrases in front of one name are weighed: the weaker wish wins
("strong familiarity"). A remark in brackets speaks of the name before it.

Not handled: a wish that is told two sentences later ("These are all optional.").
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from screener.roles.drafting.phrases import FoundPhrase, cue_phrases
from screener.vocabulary.tokens import Tokens

# What wins of several in front of a name.
_WEIGHED = ("no", "nice", "should", "ideally", "hard", "asks", "ours", "strong", "duty", "plain")
_CLAUSE_WORDS = frozenset(
    ("but", "while", "whereas", "although", "though", "however", "aber", "jedoch", "mais", "pero")
)
_JOINERS = frozenset(("and", "or", "und", "oder", "et", "ou", "y", "o", "sowie", "as"))
_PREPOSITIONS = frozenset(("with", "of", "in", "using", "mit", "von", "avec", "de", "con"))
_COPULAS = frozenset(("is", "are", "be", "was", "being", "ist", "sind", "wäre", "sein", "est", "sont", "es", "son"))
_ONLY_IN_FRONT = frozenset(("ideally", "asks", "strong", "ours", "duty", "plain"))
_TAKES_BACK = frozenset(("nice", "should"))


class Mention(NamedTuple):
    """A name in a statement by its first and last word; `kind` is skill, years, degree or certificate."""

    kind: str
    first: int
    last: int
    name: str
    detail: str = ""


class _Clause(NamedTuple):
    """Words `first` to `end` on one level of brackets."""

    tokens: Tokens
    first: int
    end: int
    level: Sequence[int]  # for each word the bracket it is in, 0 outside
    inside: int

    def holds(self, place: int) -> bool:
        return self.first <= place < self.end

    def commas(self, first: int, end: int) -> Iterator[int]:
        """Words with a comma, a colon or a dash before them, on the clause's own level."""
        return (at for at in range(first, end) if _parts(self.tokens.gaps[at]) and self.level[at] == self.inside)


def _parts(gap: str) -> bool:
    return "," in gap or _begins_anew(gap)


def _begins_anew(gap: str) -> bool:
    return ":" in gap or gap in {" – ", " - ", " — "}


def judge(tokens: Tokens, mentions: Sequence[Mention]) -> list[str]:
    """What is said of each mention; "" where nothing is."""
    taken = {word for mention in mentions for word in range(mention.first, mention.last + 1)}
    cues = [
        cue
        for cue in cue_phrases().find(tokens)
        if cue.value != "skip" and not taken.intersection(range(cue.first, cue.end))
    ]
    level = _levels(tokens)
    kinds = [""] * len(mentions)
    before: list[int] = []
    for first, end in _clauses(tokens, level):
        own = [cue for cue in cues if first <= cue.first < end]
        members = [at for at, mention in enumerate(mentions) if first <= mention.first < end]
        _judge_clause(_Clause(tokens, first, end, level, 0), own, members, (mentions, kinds))
        _take_back(own, members, before, kinds)
        before = members or before
    return kinds


def _levels(tokens: Tokens) -> list[int]:
    """For each word the number of the outermost bracket it is in, 0 outside."""
    levels, depth, count = [], 0, 0
    for gap in tokens.gaps[: len(tokens.words)]:
        for sign in gap:
            if sign in "([":
                count += depth == 0
                depth += 1
            elif sign in ")]":
                depth = max(0, depth - 1)
        levels.append(count if depth else 0)
    return levels


def _clauses(tokens: Tokens, level: Sequence[int]) -> Iterator[tuple[int, int]]:
    start = 0
    for at, word in enumerate(tokens.words):
        if at > start and level[at] == 0 and (";" in tokens.gaps[at] or word in _CLAUSE_WORDS):
            yield start, at
            start = at
    yield start, len(tokens.words)


_Judged = tuple[Sequence[Mention], list[str]]


def _judge_clause(clause: _Clause, cues: Sequence[FoundPhrase], members: Sequence[int], judged: _Judged) -> None:
    """Judge what is in brackets with words of its own first; the rest goes with what is around it."""
    mentions, kinds = judged
    outer = [cue for cue in cues if clause.level[cue.first] == 0]
    alone: set[int] = set()
    remarks: list[tuple[int, str]] = []
    for number in sorted({clause.level[cue.first] for cue in cues} - {0}):
        own = [cue for cue in cues if clause.level[cue.first] == number]
        inside = [at for at in members if clause.level[mentions[at].first] == number]
        names = [at for at in inside if mentions[at].kind != "years"]
        if names and any(cue.value != "plain" for cue in own):
            _apply(clause._replace(inside=number), own, inside, judged)
            alone.update(inside)
        elif not names:
            remarks.append((own[0].first, _weigh(cue.value for cue in own)))
    _apply(clause, outer, [at for at in members if at not in alone], judged)
    for place, kind in remarks:
        earlier = [at for at in members if mentions[at].last < place and clause.level[mentions[at].first] == 0]
        if kind not in {"plain", "duty", "ours"} and earlier:
            kinds[earlier[-1]] = kind


def _apply(clause: _Clause, cues: Sequence[FoundPhrase], members: Sequence[int], judged: _Judged) -> None:
    """Walk over the cues from left to right; those in front wait for the next names, those behind reach back."""
    mentions, kinds = judged
    waiting: list[FoundPhrase] = []
    border = clause.first  # nothing before it is reached back to
    for number, cue in enumerate(cues):
        following = cues[number + 1].first if number + 1 < len(cues) else clause.end
        earlier = [at for at in members if border <= mentions[at].first < cue.first]
        is_behind = earlier and not _is_in_front(clause, cue, [mentions[at] for at in members])
        has_more = any(mentions[at].first >= cue.end for at in members)
        if is_behind and (cue.value == "plain" or (cue.value in _ONLY_IN_FRONT and not has_more)):
            pass
        elif is_behind and cue.value not in _ONLY_IN_FRONT:
            for at in _reached_back(clause, (waiting, cue), [(at, mentions[at]) for at in earlier]):
                kinds[at] = _told_after(kinds[at], cue.value)
            border, waiting = cue.end, []
        else:
            if waiting and any(waiting[-1].end <= mentions[at].first < cue.first for at in members):
                waiting = []
            border = cue.first if not waiting else border
            waiting.append(cue)
        ahead = [at for at in members if cue.end <= mentions[at].first < following]
        for at in ahead if waiting else ():
            kinds[at] = _weigh(one.value for one in waiting)


def _told_after(kind: str, after: str) -> str:
    """ "No experience with Go is needed" stays a no; "Go isn't required but welcome" is a wish."""
    return kind if kind == "no" and after != "nice" else after


def _is_in_front(clause: _Clause, cue: FoundPhrase, mentions: Sequence[Mention]) -> bool:
    """Whether a cue that has names before it speaks of those behind it all the same."""
    tokens = clause.tokens
    word = tokens.words[cue.end] if cue.end < clause.end else ""
    is_told_of = cue.first > clause.first and tokens.words[cue.first - 1] in _COPULAS
    if is_told_of or tokens.words[cue.first] in _COPULAS or word in _JOINERS or not word:
        return False
    segment_end = next(clause.commas(cue.end, clause.end), clause.end)
    return any(cue.end <= mention.first < segment_end for mention in mentions)


def _reached_back(
    clause: _Clause, cues: tuple[Sequence[FoundPhrase], FoundPhrase], earlier: Sequence[tuple[int, Mention]]
) -> Iterable[int]:
    """Which of the names before a cue it speaks of."""
    waiting, cue = cues
    words = clause.tokens.words
    kind = _weigh(one.value for one in waiting) if waiting else "plain"
    starts = [at for at in clause.commas(earlier[0][1].first + 1, cue.first) if earlier[-1][1].last >= at]
    start = starts[-1] if starts else None
    if start is None and kind in {"hard", "asks"} and _has_copula(clause, cue):
        joined = range(earlier[0][1].last + 1, earlier[-1][1].first)
        start = next((at for at in reversed(joined) if words[at] in _JOINERS), None)
    elif start is not None and (
        _continues_list(clause, start, earlier[0][1])
        or _is_end_of_list(clause, start, earlier)
        or not _is_own_subject(clause, (start, cue), kind)
    ):
        start = None
    return [at for at, mention in earlier if start is None or mention.last >= start]


def _continues_list(clause: _Clause, start: int, first: Mention) -> bool:
    """ "A, B, and C is …", but not "A and B, and C is …": there the list had its end before."""
    words = clause.tokens.words
    return words[start] in _JOINERS and not any(words[at] in _JOINERS for at in range(first.last + 1, start))


def _is_end_of_list(clause: _Clause, start: int, earlier: Sequence[tuple[int, Mention]]) -> bool:
    """ "Experience with A, B and C is …": what follows the last comma belongs to the names before it."""
    words = clause.tokens.words
    first, last = earlier[0][1].first, earlier[-1][1].first
    has_end = any(words[at] in _JOINERS for at in range(start + 1, last))
    return has_end and first > clause.first and words[first - 1] in _PREPOSITIONS


def _is_own_subject(clause: _Clause, span: tuple[int, FoundPhrase], kind: str) -> bool:
    """Whether what stands between a comma and the cue is a part of the sentence of its own."""
    start, cue = span
    if kind in {"hard", "asks", "strong"} or _has_copula(clause, cue) or _begins_anew(clause.tokens.gaps[start]):
        return True
    return any(phrase.first >= start for phrase in _plain_between(clause, start, cue.first))


def _plain_between(clause: _Clause, start: int, end: int) -> list[FoundPhrase]:
    found = (cue_phrases().at(clause.tokens, at) for at in range(start, end))
    return [phrase for phrase in found if phrase and phrase.value == "plain"]


def _has_copula(clause: _Clause, cue: FoundPhrase) -> bool:
    """A singular one: "Kafka is a plus"."""
    words = clause.tokens.words
    near = words[max(clause.first, cue.first - 2) : cue.first + 1]
    return any(word in {"is", "ist", "est", "es", "be", "wäre", "serait"} for word in near)


def _take_back(cues: Sequence[FoundPhrase], members: Sequence[int], before: Sequence[int], kinds: list[str]) -> None:
    """ "Go isn't required, but is a plus": a clause without names softens what the one before it denied."""
    kind = _weigh(cue.value for cue in cues)
    if members or kind not in _TAKES_BACK:
        return
    for at in before:
        if kinds[at] == "no":
            kinds[at] = "nice"


def _weigh(kinds: Iterable[str]) -> str:
    found = set(kinds)
    return next((kind for kind in _WEIGHED if kind in found), "plain")
