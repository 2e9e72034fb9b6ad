"""The options of rules: values from a configuration, checked against what the rule declares."""

from __future__ import annotations

from linter.rules.model import Option


def coerce(option: Option, value: object) -> object:
    """A value of the option's type.  YAML gives every scalar as a text, TOML with its type; both are taken.

    Raises ValueError with a sentence that says what is expected.
    """
    if option.type == "boolean":
        if isinstance(value, bool):
            return value
        if value in ("true", "false"):
            return value == "true"
        raise ValueError("true or false is expected")
    if option.type == "strings":
        if isinstance(value, list | tuple) and all(isinstance(item, str) for item in value):
            return tuple(value)
        raise ValueError("a list of texts is expected")
    if option.type == "string":
        if isinstance(value, str):
            return value
        raise ValueError("a text is expected")
    return _number(option.type == "integer", value)


def _number(whole: bool, value: object) -> int | float:
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        try:
            number = int(value) if whole and not isinstance(value, float) else float(value)
        except (ValueError, OverflowError):
            number = float("nan")
        if number == number and abs(number) < 1e9 and (not whole or isinstance(number, int)):
            return number
    raise ValueError("a whole number is expected" if whole else "a number is expected")
