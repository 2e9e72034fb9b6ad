"""`typing.NamedTuple` without its cost when a module is imported.

The original compiles the annotation of every field, only to check that it could be a type; with the hundreds of fields of this
package that takes longer than reading a small document.  Type checkers see the original.
"""

from __future__ import annotations

from collections import namedtuple
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    _MADE = frozenset(("__annotations__", "__doc__", "__module__", "__qualname__"))

    class _Maker(type):
        def __new__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> type:
            fields = namespace["__annotations__"]
            defaults = [namespace[field] for field in fields if field in namespace]
            made = namedtuple(name, fields, defaults=defaults, module=namespace["__module__"])
            made.__annotations__ = fields
            made.__qualname__ = namespace["__qualname__"]
            if "__doc__" in namespace:
                made.__doc__ = namespace["__doc__"]
            for key, value in namespace.items():
                if key not in fields and key not in _MADE:
                    setattr(made, key, value)
            return made

    NamedTuple = type.__new__(_Maker, "NamedTuple", (), {})
