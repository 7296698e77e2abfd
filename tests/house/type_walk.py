"""Walks the types of a model's fields, at any depth, down to what has no parts.

Follows unions, containers, aliases, `Annotated`, and other models, pydantic ones
and dataclasses alike. It judges nothing; it says where each leaf lies and which
constraints stand around it.
"""

import dataclasses
import importlib
import pkgutil
import types
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Literal, NewType, TypeGuard, TypeVar, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel
from pydantic.fields import FieldInfo


@dataclass(frozen=True)
class Leaf:
    """One type at the end of one path, with the metadata met on the way."""

    path: str
    kind: object
    around: tuple[object, ...] = ()

    @property
    def has_pattern(self) -> bool:
        """Whether a regular expression bounds what may stand here."""
        return any(getattr(constraint, "pattern", None) for constraint in self.around)


def leaves(
    kind: object, path: str, around: tuple[object, ...] = (), seen: frozenset[object] = frozenset()
) -> Iterator[Leaf]:
    """Every leaf of a type. A model met inside itself is not walked twice."""
    origin = get_origin(kind)
    if origin is Annotated:
        inner, *metadata = get_args(kind)
        yield from leaves(inner, path, (*around, *flat(metadata)), seen)
    elif isinstance(kind, NewType):
        yield from leaves(kind.__supertype__, path, around, seen)
    elif hasattr(kind, "__value__"):
        yield from leaves(kind.__value__, path, around, seen)
    elif isinstance(kind, TypeVar):
        yield from leaves(kind.__bound__ or object, path, around, seen)
    elif origin is Literal:
        yield Leaf(path, Literal, around)
    elif origin in (Union, types.UnionType):
        for part in get_args(kind):
            yield from leaves(part, path, around, seen)
    elif origin is not None:
        # A constraint on a list says nothing about what is in it.
        for part in get_args(kind):
            if part is not Ellipsis:
                yield from leaves(part, f"{path}[]", (), seen)
    elif is_model(kind):
        if kind not in seen:
            yield from fields(kind, path, seen | {kind})
    else:
        yield Leaf(path, kind, around)


def flat(metadata: list[object]) -> Iterator[object]:
    """Constraints, also those that `Field(...)` holds inside."""
    for item in metadata:
        yield item
        if isinstance(item, FieldInfo):
            yield from item.metadata


def is_model(kind: object) -> TypeGuard[type]:
    """Whether a type has fields to walk."""
    return isinstance(kind, type) and (issubclass(kind, BaseModel) or dataclasses.is_dataclass(kind))


def fields(model: type, path: str, seen: frozenset[object]) -> Iterator[Leaf]:
    """The leaves of every field of a model."""
    names = model.model_fields if issubclass(model, BaseModel) else getattr(model, "__dataclass_fields__", {})
    for name, kind in get_type_hints(model, include_extras=True).items():
        if name in names:
            yield from leaves(kind, f"{path}.{name}", (), seen)


def models_in(package: str) -> list[type[BaseModel]]:
    """Every pydantic model that a package defines, in any of its modules."""
    root = importlib.import_module(package)
    names = [package, *(found.name for found in pkgutil.walk_packages(root.__path__, f"{package}."))]
    modules = [importlib.import_module(name) for name in names if not name.endswith("__main__")]
    found = {
        value
        for module in modules
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, BaseModel) and value.__module__.startswith(package)
    }
    return sorted(found, key=lambda model: f"{model.__module__}.{model.__qualname__}")


def model_leaves(model: type) -> list[Leaf]:
    """Every leaf of one model, with paths that begin with its name."""
    return list(leaves(model, model.__name__))
