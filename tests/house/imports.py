"""What a Python module imports, read from its syntax tree; nothing is executed.

Sees imports inside functions and under `if TYPE_CHECKING` as well, because a floor
is a floor at every hour. It cannot see imports by computed name, so the floor test
refuses `importlib` where that matters.
"""

import ast
from collections.abc import Iterator
from pathlib import Path


def imported(path: Path, root: Path) -> Iterator[str]:
    """Dotted names of the modules that the file imports: ours down to the file, others as written."""
    package = path.parent.relative_to(root).parts if path.is_relative_to(root) else ()
    for node in ast.walk(ast.parse(path.read_text(), str(path))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield as_module(alias.name, root)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                near = package[: len(package) - node.level + 1]
                base = ".".join((*near, base)) if base else ".".join(near)
            for alias in node.names:
                yield as_module(f"{base}.{alias.name}", root, otherwise=base)


def as_module(name: str, root: Path, otherwise: str | None = None) -> str:
    """The file that `name` stands for: a module, a package's `__init__`, or else the module that holds the name."""
    place = root.joinpath(*name.split("."))
    if place.with_suffix(".py").is_file():
        return name
    if (place / "__init__.py").is_file():
        return f"{name}.__init__"
    return name if otherwise is None else as_module(otherwise, root)
