"""A template's source -> something that renders, and that can neither act nor go on without end.

The language is Jinja2's, cut down to what a letter needs: text, values, `if`, `for`, `set`, comparisons, and the
filters below. There are no calls, no arithmetic, no macros, no other files, and no way to switch escaping off; what a
template uses beyond that is an error with its line. On top of it lies Jinja2's own sandbox. Lists come from outside
and can't grow, so only loops in loops and texts joined to texts can cost much: rounds and characters are counted.
"""

import difflib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any, NamedTuple, NoReturn

from jinja2 import StrictUndefined, Template, TemplateError, nodes, pass_context
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

MOST_ROUNDS = 50_000  # of all loops of one letter
MOST_CHARACTERS = 500_000  # of one letter, and of all that is joined for it
_FILTERS = frozenset((
    "capitalize", "count", "d", "default", "first", "join", "last", "length", "list", "lower", "map", "reject",
    "rejectattr", "replace", "select", "selectattr", "sort", "title", "trim", "unique", "upper",
))  # fmt: skip
_NODES = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.For, nodes.If, nodes.Assign, nodes.Name, nodes.Const,
    nodes.List, nodes.Tuple, nodes.Dict, nodes.Pair, nodes.Keyword, nodes.CondExpr, nodes.Filter, nodes.Test,
    nodes.Getitem, nodes.Getattr, nodes.Slice, nodes.Concat, nodes.Compare, nodes.Operand, nodes.And, nodes.Or,
    nodes.Not, nodes.Neg,
)  # fmt: skip
_WORDS = {
    nodes.For: "a loop that calls itself",
    nodes.Call: "a call, as in name(…),",
    nodes.Macro: "macro",
    nodes.CallBlock: "call",
    nodes.FilterBlock: "a block of filter",
    nodes.AssignBlock: "a block of set",
    nodes.Scope: "autoescape",
    nodes.With: "with",
    nodes.NSRef: "a namespace",
    nodes.Block: "block",
    nodes.Extends: "extends",
    nodes.Include: "include",
    nodes.Import: "import",
    nodes.FromImport: "import",
}
_COUNTER = "_counter"  # a variable that no template can name


class Fault(Exception):
    """What is wrong with a template, and in which line."""

    def __init__(self, message: str, line: int | None) -> None:
        super().__init__(message)
        self.line = line


class TooMuch(Exception):
    """A letter that has no end, or as good as none."""


class _Counter:
    def __init__(self) -> None:
        self.rounds = self.characters = 0

    def rounds_of(self, items: Iterable[Any]) -> Iterator[Any]:
        for item in items:
            self.rounds += 1
            if self.rounds > MOST_ROUNDS:
                raise TooMuch(f"goes through its loops more than {MOST_ROUNDS:,} times; put fewer loops inside loops")
            yield item

    def text(self, text: str) -> str:
        self.characters += len(text)
        if self.characters > MOST_CHARACTERS:
            raise TooMuch(f"makes more than {MOST_CHARACTERS:,} characters; repeat less")
        return text


class Missing(StrictUndefined):
    """A part of a value that isn't there; the message names the nearest one that is."""

    @property
    def _undefined_message(self) -> str:
        keys = list(self._undefined_obj) if isinstance(self._undefined_obj, dict) else []
        return f"there is no '{self._undefined_name}' here{_nearest(str(self._undefined_name), keys)}"


class Rendering(NamedTuple):
    """A template that was compiled; `file` is what its lines are lines of."""

    template: Template
    file: str

    def render(self, values: Mapping[str, Any]) -> str:
        """The letter. Raises Fault."""
        counter, pieces = _Counter(), []
        try:
            for piece in self.template.generate(values, **{_COUNTER: counter}):
                pieces.append(counter.text(piece))
        except Exception as error:  # whatever a template does wrong; the values are made before
            raise Fault(f"{error}", _line_of(error, self.file)) from error
        return "".join(pieces)


def compile_template(
    source: str, file: str, known: Collection[str], *, is_html: bool, show: Callable[[str], str]
) -> Rendering:
    """Check the source against the language and compile it; `show` has the last word on every value. Raises Fault."""
    environment = _environment(is_html=is_html, show=show)
    try:
        tree = environment.parse(source, filename=file)
        _check(tree, known)
        code = environment.compile(_Counted().visit(tree), filename=file)
        return Rendering(Template.from_code(environment, code, {}), file)
    except TemplateError as error:
        raise Fault(error.message or "it can't be understood", getattr(error, "lineno", None)) from error
    except (SyntaxError, RecursionError, MemoryError) as error:  # of Python, which Jinja2 compiles to
        raise Fault("it is nested too deeply", None) from error


def _environment(*, is_html: bool, show: Callable[[str], str]) -> ImmutableSandboxedEnvironment:
    def shown(value: object) -> object:
        if isinstance(value, Missing):
            return value
        if isinstance(value, str):
            return show(value)
        if isinstance(value, int | float):
            return value
        raise TypeError("this is no text; write a part of it, or go through it with 'for'")

    environment = ImmutableSandboxedEnvironment(
        undefined=Missing, autoescape=is_html, finalize=shown, trim_blocks=True, lstrip_blocks=True
    )
    environment.globals.clear()
    environment.filters = {name: environment.filters[name] for name in _FILTERS}
    environment.filters |= {"join": _join, "replace": _replace, _COUNTER: _rounds}
    return environment


def _check(tree: nodes.Template, known: Collection[str]) -> None:
    own = {name.name for name in tree.find_all(nodes.Name) if name.ctx == "store" and name.name != _COUNTER}
    names = {*known, *own, "loop"}
    waiting: list[nodes.Node] = [tree]
    while waiting:
        node = waiting.pop()
        waiting += node.iter_child_nodes()
        if not isinstance(node, _NODES) or (isinstance(node, nodes.For) and node.recursive):
            what = _WORDS.get(type(node), f"'{type(node).__name__.lower()}'")
            raise Fault(f"{what} isn't available in a letter", _first_line(node))
        if isinstance(node, nodes.Name) and node.ctx == "load" and node.name not in names:
            raise Fault(f"there is no variable '{node.name}'{_nearest(node.name, names)}", node.lineno)
        if isinstance(node, nodes.Filter) and node.name not in _FILTERS:
            near = _nearest(node.name, _FILTERS) or f"; there are {', '.join(sorted(_FILTERS))}"
            raise Fault(f"there is no filter '{node.name}'{near}", node.lineno)
        _check_literal(node)


def _first_line(node: nodes.Node) -> int | None:
    """The line of a node, or of what is in it where Jinja2 keeps none."""
    return next((part.lineno for part in (node, *node.find_all(nodes.Node)) if part.lineno), None)


def _check_literal(node: nodes.Node) -> None:
    """Lists and tables are written down, not grown: a list of itself and itself doubles each time."""
    is_loaded = isinstance(node, nodes.List | nodes.Dict) or (isinstance(node, nodes.Tuple) and node.ctx == "load")
    if is_loaded and next(node.find_all((nodes.Name, nodes.Concat, nodes.Filter)), None):
        raise Fault("a list holds texts and numbers only; join values with ~", node.lineno)


class _Counted(NodeTransformer):
    """Puts the counter into every loop, and every ~."""

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802 - named by Jinja2
        self.generic_visit(node)
        node.iter = nodes.Filter(node.iter, _COUNTER, [], [], None, None, lineno=node.lineno)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Filter:  # noqa: N802
        self.generic_visit(node)
        texts = nodes.List(node.nodes, lineno=node.lineno)
        return nodes.Filter(texts, "join", [], [], None, None, lineno=node.lineno)


@pass_context
def _rounds(context: Context, items: Iterable[Any]) -> Iterator[Any]:
    counter: _Counter = context[_COUNTER]
    return counter.rounds_of(items)


@pass_context
def _join(context: Context, items: Iterable[Any], between: str = "", attribute: str | None = None) -> str:
    """Texts and numbers one after the other."""
    counter: _Counter = context[_COUNTER]
    parts: list[str] = []
    for item in items:
        value = item[attribute] if attribute is not None else item
        if not isinstance(value, str | int | float):
            _refuse(value)
        parts += [counter.text(str(between))] * bool(parts) + [counter.text(str(value))]
    return "".join(parts)


@pass_context
def _replace(context: Context, text: str, old: str, new: str) -> str:
    counter: _Counter = context[_COUNTER]
    found = text.count(old) if old else len(text) + 1
    if len(text) + found * len(new) > MOST_CHARACTERS:
        raise TooMuch(f"makes more than {MOST_CHARACTERS:,} characters; repeat less")
    return counter.text(text.replace(old, new))


def _refuse(value: object) -> NoReturn:
    if isinstance(value, Missing):
        value._fail_with_undefined_error()
    raise TypeError("only texts and numbers can be joined")


def _line_of(error: BaseException, file: str) -> int | None:
    """The line of the template in which it went wrong."""
    found, trace = None, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == file:
            found = trace.tb_lineno
        trace = trace.tb_next
    return found


def _nearest(name: str, names: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, sorted(names), n=1, cutoff=0.6)
    return f"; did you mean '{near[0]}'?" if near else ""
