"""Values that do not change, as a frozen dataclass with slots: the same checks, a tenth of its cost.

The engine's start is most of a short run, and `dataclasses` alone was a quarter of it: it loads `inspect`, and compiles
nine methods for each class.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from operator import attrgetter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, NoReturn, TypeVar, dataclass_transform

    Kind = TypeVar("Kind")

    @dataclass_transform(frozen_default=True)
    def record(cls: type[Kind]) -> type[Kind]:
        """A class whose annotations are its fields, in order."""

else:

    def record(cls):
        """A class whose annotations are its fields, in order; a value of a field in the class is its default."""
        names = tuple(cls.__annotations__)
        body = dict(vars(cls))
        defaults = {name: body.pop(name) for name in names if name in body}
        body.pop("__dict__", None)
        body.pop("__weakref__", None)
        remembers = any(isinstance(value, cached_property) for value in body.values())
        body |= {"__slots__": (*names, "__dict__") if remembers else names, "_names": names}
        made = type(cls)(cls.__name__, (*(base for base in cls.__bases__ if base is not object), _Record), body)
        made.__init__ = _maker(made, names, defaults)
        made._values = attrgetter(*names) if len(names) > 1 else lambda self: (getattr(self, names[0]),)
        return made


class _Record:
    """What every record can do."""

    __slots__ = ()
    _names: tuple[str, ...]
    # All fields of one record.
    _values: Callable[[object], tuple[Any, ...]]

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} does not change: {name!r} cannot be set")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} does not change: {name!r} cannot be deleted")

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self is other or type(self)._values(self) == type(self)._values(other)

    def __hash__(self) -> int:
        return hash(type(self)._values(self))

    def __repr__(self) -> str:
        said = ", ".join(f"{name}={value!r}" for name, value in zip(self._names, type(self)._values(self), strict=True))
        return f"{type(self).__name__}({said})"

    def __reduce__(self) -> tuple[type, tuple[Any, ...]]:
        return type(self), type(self)._values(self)


def replace(made: Kind, **changes: Any) -> Kind:
    """The same record with some fields changed; TypeError for a field that it does not have."""
    kind = type(made)
    # The decorator gives every record these two; its type does not say so.
    kept = dict(zip(made._names, kind._values(made), strict=True))  # type: ignore[attr-defined]
    kept.update(changes)
    return kind(**kept)


def _maker(made: type, names: tuple[str, ...], defaults: dict[str, Any]) -> Any:
    """The `__init__` of a class: each field set through its slot, since setting by name is refused."""
    known: dict[str, Any] = {f"_set_{name}": vars(made)[name].__set__ for name in names}
    known["_defaults"] = defaults
    taken = ", ".join(f"{name}=_defaults[{name!r}]" if name in defaults else name for name in names)
    lines = "".join(f"\n    _set_{name}(self, {name})" for name in names)
    exec(f"def __init__(self, {taken}):{lines}", known)  # noqa: S102 - names of our own fields, nothing read
    return known["__init__"]
