"""How is a release read from its file, and written to it?"""

import json
from pathlib import Path
from typing import Any, NoReturn

import yaml

from releasecli.errors import IndexProblem
from releasecli.model.record import Unfit, from_record, to_record
from releasecli.model.release import Release
from releasecli.store.writer import write_yaml
from releasecli.text.normal import normal_form

_Base: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Broken(IndexProblem):
    """A record that cannot be read: its file, the line and the likely cause."""


def read_release(path: Path, shown: str | None = None) -> Release:
    """The release in a record file, its text in normal form; Broken names `shown:line` where it cannot be read."""
    name = shown or str(path)
    try:
        return parse_release(path.read_bytes().decode("utf-8-sig"), name)
    except UnicodeDecodeError as error:
        raise Broken(f"{name}: not UTF-8 (byte {error.start})", "save the file as UTF-8") from error
    except OSError as error:
        raise Broken(f"{name}: {error.strerror or error}") from error


def parse_release(content: str, name: str) -> Release:
    """The release in the content of a record file: YAML, or JSON where the first character is a brace."""
    if not content.strip():
        raise Broken(f"{name}:1: the file is empty", "git or a backup may have it")
    record = _json(content, name) if content.lstrip()[:1] == "{" else _yaml(content, name)
    if not isinstance(record, dict):
        raise Broken(f"{name}:1: no keys and values", "is this a record?")
    record["text"] = normal_form(str(record.get("text", "")))
    try:
        return from_record(record)
    except Unfit as error:
        raise Broken(f"{name}:{_line_of(error.key, content)}: {error.message}", error.hint) from error


def _line_of(key: str, content: str) -> int:
    """The line a key stands on, 1 where it does not."""
    lines = enumerate(content.splitlines(), 1)
    return next((number for number, line in lines if line.lstrip(' "').startswith((f"{key}:", f'{key}"'))), 1)


def write_release(release: Release, form: str = "yaml") -> bytes:
    """The bytes of a record file (`form` yaml or json), read back and compared before they are handed out."""
    record = to_record(release)
    content = write_yaml(record) if form == "yaml" else json.dumps(record, ensure_ascii=False, indent=1) + "\n"
    if parse_release(content, release.id) != release:
        raise IndexProblem(f"{release.id} does not read back as it was written", "please report this release")
    return content.encode()


def load_mapping(path: Path, name: str) -> dict[str, Any]:
    """Any YAML file of the index (settings, aliases) as strings, lists and mappings; {} where it does not exist.

    `name` is what a message calls it.
    """
    try:
        value = _yaml(path.read_bytes().decode("utf-8-sig"), name)
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise Broken(f"{name}: {error}") from error
    if not isinstance(value, dict):
        raise Broken(f"{name}:1: no keys and values")
    return value


class _Loader(_Base):  # type: ignore[misc]  # chosen at run time: libyaml where it is there
    """Strings only; a repeated key is an error."""


def _construct(loader: Any, node: yaml.MappingNode) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if not isinstance(key, str):
            raise yaml.MarkedYAMLError(problem="a key must be a word", problem_mark=key_node.start_mark)
        if key in made:
            raise yaml.MarkedYAMLError(problem=f"'{key}' stands here a second time", problem_mark=key_node.start_mark)
        made[key] = loader.construct_object(value_node, deep=True)
    return made


_Loader.add_constructor("tag:yaml.org,2002:map", _construct)


def _yaml(content: str, name: str) -> Any:
    try:
        value = yaml.load(content, Loader=_Loader)  # noqa: S506  a base loader makes strings only
    except yaml.MarkedYAMLError as error:
        unclosed = "quoted" in str(error.context)
        mark = error.context_mark if unclosed else error.problem_mark
        line = mark.line + 1 if mark else 1
        cause = "a quote is not closed" if unclosed else _cause(content, line)
        raise Broken(f"{name}:{line}: {error.problem}", cause) from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise Broken(f"{name}: {' '.join(str(error).split())}") from error
    return {} if value in (None, "") else value


def _cause(content: str, line: int) -> str:
    """What a person most likely did at this line."""
    lines = content.split("\n")
    near = lines[max(0, line - 2) : line + 1]
    if any(text.startswith(("<<<<<<<", "=======", ">>>>>>>")) for text in lines):
        return "git left both sides of a merge in it"
    if any("\t" in text for text in near):
        return "a tab stands where blanks must"
    if any(text.count(": ") > 1 for text in near):
        return "a value that holds ': ' needs quotes"
    return "check indent, quotes and colons near this line"


def _json(content: str, name: str) -> Any:
    try:
        return json.loads(content, object_pairs_hook=lambda pairs: _unique(pairs, name), parse_int=str, parse_float=str)
    except json.JSONDecodeError as error:
        raise Broken(f"{name}:{error.lineno}: not JSON: {error.msg}", "check commas and quotes near it") from error


def _unique(pairs: list[tuple[str, Any]], name: str) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        _repeated([key for key, _ in pairs], name)
    return made


def _repeated(keys: list[str], name: str) -> NoReturn:
    twice = next(key for at, key in enumerate(keys) if key in keys[:at])
    raise Broken(f"{name}: '{twice}' stands in it twice")
