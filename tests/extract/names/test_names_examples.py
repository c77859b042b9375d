import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from releasecli.extract.names import names
from releasecli.model import Header, Name

Row = tuple[str, str, str | None, str | None, str | None]

EXAMPLES = yaml.safe_load((Path(__file__).parent / "examples.yaml").read_text(encoding="utf-8"))
MARK = re.compile(r"\[([^]]+)\]\(([^)]+)\)")
CASES = [(rule, line) for rule, lines in EXAMPLES.items() for line in lines]


@pytest.mark.parametrize(("rule", "line"), CASES)
def test_every_rule_does_what_its_examples_say(rule: str, line: str) -> None:
    text = MARK.sub(r"\1", line)
    assert [_shown(name) for name in names(text, Header(language="en"))] == list(_marked(line)), rule


def _marked(line: str) -> Iterator[Row]:
    for match in MARK.finditer(line):
        kind, _, rest = match.group(2).partition(":")
        parts = re.fullmatch(r"\s*([\w-]*)\s*(?:\| (.*?))?(?: @ (\w\w))?", rest)
        assert parts is not None, line
        entity, office, state = parts.groups()
        yield match.group(1), kind, entity or None, office, state


def _shown(name: Name) -> Row:
    person = name.kind == "person"
    return name.text, name.kind, name.entity if person else None, name.office, name.state if person else None
