"""Headers in the layouts of a hundred official sources, in our own words."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from releasecli.extract.header import header
from releasecli.model import Document
from releasecli.resources import languages, lexicon
from releasecli.text.normal import normal_form

CASES = yaml.safe_load((Path(__file__).parent / "sources.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_header_says_what_a_reader_takes_from_it(case: dict[str, Any]) -> None:
    expected = {key: value for key, value in case.items() if key not in {"name", "text", "profile"}}
    found = header(Document(normal_form(case["text"]), {"profile": case.get("profile", "")}))
    got = {key: getattr(found, key) for key in expected}
    if "published_candidates" in got:
        got["published_candidates"] = list(got["published_candidates"])
    assert got == expected


@pytest.mark.parametrize("language", ["_any", *languages()])
def test_every_word_of_a_header_lexicon_is_text(language: str) -> None:
    """`on` and `no` without quotation marks are no words in YAML."""
    assert not [value for value in _leaves(lexicon(language, "header")) if not isinstance(value, str)]


def _leaves(value: object) -> list[object]:
    if isinstance(value, dict):
        keys = [key for key in value if not isinstance(key, int)]  # months stand by number
        return [leaf for inner in (*keys, *value.values()) for leaf in _leaves(inner)]
    return [leaf for inner in value for leaf in _leaves(inner)] if isinstance(value, list) else [value]
