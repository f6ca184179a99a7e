"""A draft -> the YAML of a role, each line with the sentence it came from as a comment.

Sentences stand in quotes, on one line, cut at words around what was taken from them: whatever a posting
says, it can't become a key, a directive to editors or a comment that silences a rule.
"""

import json
import re
from collections.abc import Iterator, Sequence

from screener.model.requirement import Importance
from screener.roles.draft import Draft
from screener.roles.drafting.skills import Name, Source, Wanted

_WIDTH = 90  # characters of a quoted sentence
_PLAIN = re.compile(r"[A-Za-z](?:[\w .+/&'-]|#(?!\s))*(?<! )")
_GUESSED = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null", "none"))
_MOST_LISTED = 100

_HEAD = """\
# yaml-language-server: $schema=./role.schema.json
# A draft made from a job posting: read every line, and move what can be learned from `must` to `should`.
# The sentence behind each line is where it came from. What was left out stands at the end.
"""


def write_draft(draft: Draft) -> str:
    """The text of the role file."""
    parts = [[_line("title", _scalar(draft.title), draft.title_source)]]
    if draft.experience is not None:
        source = draft.experience.source
        lines = ["experience:", _line("  years", draft.experience.years, source)]
        if draft.experience.importance is not Importance.MUST:
            lines.append(_line("  importance", draft.experience.importance, source))
        parts.append(lines)
    parts += [list(_named(draft.wanted, "skill", "skills")), list(_education(draft))]
    parts += [list(_named(draft.wanted, "certificate", "certifications")), *_leftovers(draft)]
    return _HEAD + "\n".join("\n".join(part) + "\n" for part in parts if part)


def _named(wanted: Sequence[Wanted], kind: str, key: str) -> Iterator[str]:
    chosen = [one for one in wanted if one.kind == kind]
    if not chosen:
        return
    yield f"{key}:"
    for importance in Importance:
        rows = [one for one in chosen if one.importance is importance]
        if rows:
            yield f"  {importance}:"
        for one in rows:
            yield f"    - {_entry(one.names)}{_comment(one.source)}"


def _entry(names: Sequence[Name]) -> str:
    if len(names) > 1:
        return f"any: [{', '.join(_entry([name]) for name in names)}]"
    name = names[0]
    return f"{{name: {_scalar(name.name)}, years: {name.years}}}" if name.years else _scalar(name.name)


def _education(draft: Draft) -> Iterator[str]:
    degree = draft.education
    if degree is None:
        return
    yield "education:"
    yield _line("  level", degree.level, degree.source)
    if degree.fields:
        yield _line("  fields", f"[{', '.join(map(_scalar, degree.fields))}]", degree.source)
    yield _line("  importance", degree.importance, degree.source)


def _leftovers(draft: Draft) -> Iterator[list[str]]:
    left_out = []
    for one in draft.left_out:
        left_out.append(f"#   {_safe(one.word)}: {one.instead}{_comment(one.source).replace('#', '-', 1)}")
    for title, rows in (
        ("Left out, because it must not decide who gets a job:", left_out),
        ("Named in the posting, but not asked for:", [f"#   {_quote(source)}" for source in draft.not_asked]),
        ("Not understood; add by hand what the work needs:", [f"#   {_whole(text)}" for text in draft.not_understood]),
        ("Not in the vocabulary; add by name if it matters:", [f"#   {_whole(name)}" for name in draft.unknown_names]),
    ):
        if rows:
            more = [f"#   and {len(rows) - _MOST_LISTED} more"] if len(rows) > _MOST_LISTED else []
            yield [f"# {title}", *rows[:_MOST_LISTED], *more]


def _line(key: str, value: str, source: Source | None) -> str:
    return f"{key}: {value}{_comment(source) if source else ''}"


def _comment(source: Source) -> str:
    return f" # {_quote(source)}"


def _quote(source: Source) -> str:
    """The sentence around what was taken from it, cut at words."""
    text = source.text
    if len(text) <= _WIDTH:
        return _in_quotes(text)
    spare = max(_WIDTH - (source.end - source.start), 20)
    first = max(0, min(source.start - spare // 2, len(text) - _WIDTH))
    last = min(len(text), first + max(_WIDTH, source.end - first))
    if first:
        first = min(text.find(" ", first) + 1 or source.start, source.start)
    if last < len(text):
        last = max(text.rfind(" ", first, last), min(source.end, first + 2 * _WIDTH))
    return _in_quotes(("… " if first else "") + text[first:last].strip() + (" …" if last < len(text) else ""))


def _whole(text: str) -> str:
    return _quote(Source(text, 0, 0, 0))


def _in_quotes(text: str) -> str:
    return '"' + _safe(text).replace('"', "'") + '"'


def _safe(text: str) -> str:
    """On one line, and nothing in it that speaks to screener or to an editor."""
    text = " ".join("".join(one if one.isprintable() else " " for one in text).split())
    return re.sub(r"(screener|yaml-language-server)(\s*):", r"\1 -", text, flags=re.IGNORECASE)


def _scalar(text: str) -> str:
    """A name as YAML reads it back."""
    text = " ".join("".join(one if one.isprintable() else " " for one in text).split())
    if _PLAIN.fullmatch(text) and text.casefold() not in _GUESSED:
        return text
    return json.dumps(text, ensure_ascii=False)
