"""Which verbs the acts record, with which facts: read from the sources."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

LANTOA = Path(__file__).resolve().parents[2] / "lantoa"


@dataclass(frozen=True)
class Recorded:
    """One call of `record`: its verb, the names of its facts, and whether it takes more facts than it names."""

    verb: str
    facts: frozenset[str]
    open: bool
    place: str


def recorded() -> Iterator[Recorded]:
    """Every call of `record` in the house; a verb given as a parameter is looked up where the function is called."""
    for path in sorted(LANTOA.rglob("*.py")):
        tree = ast.parse(path.read_text())
        for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
            for call in _calls(function, "record"):
                names = {keyword.arg for keyword in call.keywords if keyword.arg}
                place = f"{path.relative_to(LANTOA)}:{call.lineno}"
                for verb in _verbs(call.args[0], function, tree):
                    yield Recorded(verb, frozenset(names - {"by", "at"}), len(names) < len(call.keywords), place)


def _calls(tree: ast.AST, name: str) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name:
            yield node


def _verbs(given: ast.expr, function: ast.FunctionDef, tree: ast.Module) -> list[str]:
    """The words that `given` may be: itself, either outcome of a choice, what a name was set to or was passed."""
    if isinstance(given, ast.IfExp):
        return [*_verbs(given.body, function, tree), *_verbs(given.orelse, function, tree)]
    if not isinstance(given, ast.Name):
        return [ast.literal_eval(given)]
    parameters = [argument.arg for argument in (*function.args.posonlyargs, *function.args.args)]
    if given.id in parameters:
        place = parameters.index(given.id)
        return [verb for call in _calls(tree, function.name) for verb in _verbs(call.args[place], function, tree)]
    return [verb for value in _values(given.id, function) for verb in _verbs(value, function, tree)]


def _values(name: str, function: ast.FunctionDef) -> Iterator[ast.expr]:
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and [ast.unparse(target) for target in node.targets] == [name]:
            yield node.value
