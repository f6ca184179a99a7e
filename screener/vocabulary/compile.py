"""YAML word lists -> compiled.json, so that a start costs one json.loads and no yaml.

Every *.yaml of this folder becomes a key of its own, the file's stem. The files in skills/ are
merged into one key, `skills`; it and `context` are turned into lookup tables, all others are kept
as they are written. Only `true` and `false` are booleans here: `no` and `on` are words.

    python -m screener.vocabulary.compile           write compiled.json and say what changed
    python -m screener.vocabulary.compile --check   exit 1 when compiled.json is stale
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

from screener.vocabulary.compile_context import compile_context
from screener.vocabulary.compile_skills import Entries, compile_skills

FOLDER = Path(__file__).parent
COMPILED = FOLDER / "compiled.json"


def compile_vocabulary(folder: Path = FOLDER) -> dict[str, Any]:
    """All word lists of a folder. Raises ValueError, naming the file, for what can't be used."""
    compiled: dict[str, Any] = {path.stem: _read_yaml(path) for path in sorted(folder.glob("*.yaml"))}
    if "context" in compiled:
        compiled["context"] = compile_context(compiled["context"])
    entries = read_skills(folder / "skills")
    if entries:
        compiled["skills"] = compile_skills(entries)
    return dict(sorted(compiled.items()))


def read_skills(folder: Path) -> Entries:
    """The entries of all files, each with the source of its file unless it names its own."""
    entries: Entries = {}
    for path in sorted(folder.glob("*.yaml")):
        written = _read_yaml(path)
        for name, entry in written["skills"].items():
            if name in entries:
                raise ValueError(f"{path.name}: {name} is in another file too")
            entries[name] = {"source": written["source"], **(entry or {})}
    return entries


def render(compiled: dict[str, Any]) -> str:
    """One line for each key, so that a diff shows which list changed. Number keys become strings, as JSON has it."""
    lines = (f"{json.dumps(key)}:{_compact(value)}" for key, value in compiled.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


def describe_changes(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    """A line for each key that is new, gone or different; for skills also which names."""
    changes = []
    for key in sorted(before.keys() | after.keys()):
        if key not in before or key not in after:
            changes.append(f"{key}: {'added' if key in after else 'removed'}")
        elif before[key] != after[key]:
            changes.append(f"{key}: changed{_name_changes(before[key], after[key])}")
    return changes


def main(arguments: list[str]) -> int:
    """Write or check; the exit code."""
    compiled = compile_vocabulary()
    text = render(compiled)
    old = COMPILED.read_text(encoding="utf-8") if COMPILED.exists() else "{}"
    if text == old:
        sys.stdout.write("compiled.json is up to date\n")
        return 0
    for line in describe_changes(json.loads(old), json.loads(text)):
        sys.stdout.write(line + "\n")
    if "--check" in arguments:
        sys.stdout.write("compiled.json is stale; run python -m screener.vocabulary.compile\n")
        return 1
    COMPILED.write_text(text, encoding="utf-8")
    sys.stdout.write(f"wrote compiled.json, {len(text.encode()):,} bytes\n")
    return 0


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _name_changes(before: object, after: object) -> str:
    if not isinstance(before, dict) or not isinstance(after, dict) or "names" not in before:
        return ""
    old, new = set(before["names"]), set(after["names"])
    parts = [f"+ {name}" for name in sorted(new - old)] + [f"- {name}" for name in sorted(old - new)]
    return f" ({', '.join(parts)})" if parts else ""


def _read_yaml(path: Path) -> Any:
    try:
        return _load(path.read_text(encoding="utf-8"))
    except Exception as error:
        raise ValueError(f"{path.name}: {error}") from error


def _load(text: str) -> Any:
    """Strings, integers, true, false, null and merges, nothing else; a repeated key is an error."""
    import yaml

    class Loader(yaml.SafeLoader):
        pass

    kept = {"int", "null", "merge"}
    Loader.yaml_implicit_resolvers = {
        first: [(tag, regex) for tag, regex in pairs if tag.rpartition(":")[2] in kept]
        for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))
    Loader.add_constructor("tag:yaml.org,2002:map", _construct_mapping)
    return yaml.load(text, Loader)


def _construct_mapping(loader: Any, node: Any) -> dict[Any, Any]:
    loader.flatten_mapping(node)
    mapping = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node)
        if key in mapping:
            raise ValueError(f"line {key_node.start_mark.line + 1}: {key!r} is there twice")
        mapping[key] = loader.construct_object(value_node, deep=True)
    return mapping


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
