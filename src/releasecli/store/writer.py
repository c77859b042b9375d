"""How does a record look as YAML?

Written by hand, because no library keeps every text a literal block. Strings only, keys in the order given; whatever
another YAML reader could take for something else is quoted.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from releasecli.text.normal import normal_form

_PLAIN = re.compile(r"[^\W\d_](?:[\w .,()/'’‘“”–—+;&-]*[\w.)’”])?")
_TAKEN = frozenset(("true", "false", "yes", "no", "on", "off", "y", "n", "null"))
_ODD = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")


def write_yaml(record: Mapping[str, Any]) -> str:
    """The record as YAML; strings of whole lines at the top are literal blocks with an explicit indent."""
    return "".join(_mapping(record, ""))


def _mapping(record: Mapping[str, Any], indent: str) -> Iterator[str]:
    for key, value in record.items():
        yield f"{indent}{_scalar(key)}:{_value(value, indent)}"


def _value(value: Any, indent: str) -> str:
    """What stands after the colon, with its line end."""
    if isinstance(value, Mapping):
        return "\n" + "".join(_mapping(value, indent + "  ")) if value else " {}\n"
    if isinstance(value, list):
        return "\n" + "".join(_item(item, indent) for item in value) if value else " []\n"
    if not isinstance(value, str):
        return f" {value}\n"
    if "\n" in value and not indent and normal_form(value) == value:
        return f" {_block(value)}"
    return f" {_scalar(value)}\n"


def _item(item: Any, indent: str) -> str:
    """A list item; the first key of a mapping stands beside the dash."""
    if isinstance(item, Mapping) and item:
        lines = "".join(_mapping(item, indent + "  "))
        return f"{indent}- {lines[len(indent) + 2 :]}"
    return f"{indent}- {_scalar(str(item))}\n"


def _block(text: str) -> str:
    return "|2\n" + "".join(f"  {line}\n" if line else "\n" for line in text.split("\n")[:-1])


def _scalar(text: str) -> str:
    """A string on one line: plain where no reader can take it for anything else, otherwise in double quotes."""
    if _PLAIN.fullmatch(text) and text.lower() not in _TAKEN:
        return text
    return _ODD.sub(lambda odd: f"\\u{ord(odd.group()):04x}", json.dumps(text, ensure_ascii=False))
