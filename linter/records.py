"""`typing.NamedTuple` without its cost when a module is imported.

The original compiles a constructor and the annotation of every field for each class; for the classes of this package that takes as
long as reading a small document.  Here the classes share their methods, and the constructors of as many fields their code.  Type
checkers see the original.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    import sys
    from functools import lru_cache
    from types import CodeType, FunctionType

    try:
        from _collections import _tuplegetter as getter
    except ImportError:  # another Python than CPython
        from operator import itemgetter

        def getter(number, doc):
            return property(itemgetter(number), doc=doc)

    _Unexpected = TypeError if sys.version_info >= (3, 13) else ValueError  # as named tuples have it

    class _Record(tuple):
        __slots__ = ()
        _fields: tuple[str, ...] = ()
        _field_defaults: dict[str, Any] = {}  # noqa: RUF012

        @classmethod
        def _make(cls, values):
            return cls(*values)

        def _replace(self, /, **changes):
            made = tuple.__new__(type(self), map(changes.pop, self._fields, self))
            if changes:
                raise _Unexpected(f"Got unexpected field names: {list(changes)!r}")
            return made

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self):
            fields = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
            return f"{type(self).__name__}({fields})"

        def __getnewargs__(self):
            return tuple(self)

    @lru_cache(64)
    def _constructor(count: int) -> CodeType:
        names = "".join(f"_{number}, " for number in range(count))
        return eval(f"lambda _cls, {names}: _new(_cls, ({names}))").__code__

    class _Maker(type):
        def __new__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> type:
            fields = tuple(namespace["__annotations__"])
            defaults = {field: namespace[field] for field in fields if field in namespace}
            if fields[len(fields) - len(defaults) :] != tuple(defaults):
                raise TypeError(f"{name}: a field without a default behind one that has one")
            code = _constructor(len(fields)).replace(co_varnames=("_cls", *fields))
            new = FunctionType(code, {"_new": tuple.__new__}, "__new__", tuple(defaults.values()))
            getters = {field: getter(number, "") for number, field in enumerate(fields)}
            own = {"__slots__": (), "__new__": new, "__match_args__": fields, "_fields": fields, "_field_defaults": defaults}
            return type.__new__(type, name, (_Record,), {**namespace, **own, **getters})

    NamedTuple = type.__new__(_Maker, "NamedTuple", (), {})
