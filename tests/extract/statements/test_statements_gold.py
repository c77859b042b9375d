from pathlib import Path
from typing import Any

import pytest
import yaml

from releasecli.extract.facts import facts
from releasecli.model import Header, Statement

GOLD: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("gold.yaml").read_text(encoding="utf-8"))


def _told(one: Statement) -> dict[str, Any]:
    said = {
        "by": one.speaker.text if one.speaker else "",
        "who": [who.name for who in one.who],
        "cue": one.cue.text,
        "says": [part.text for part in one.content],
        "kind": one.kind,
        "stance": one.cue.stance,
    }
    return {**said, "to": one.addressee.text} if one.addressee else said


@pytest.mark.parametrize("gold", GOLD, ids=lambda gold: gold["style"])
def test_a_reader_and_the_rules_find_the_same_statements(gold: dict[str, Any]) -> None:
    header = Header(title=gold["title"], issuer=gold["issuer"], side=gold["side"], language="en")
    found = [_told(one) for one in facts(gold["text"], header).statements]
    wanted = gold["said"]
    same = [{key: value for key, value in one.items() if key in wish} for one, wish in zip(found, wanted, strict=False)]
    assert same == wanted
    assert len(found) == len(wanted)
