import json
import subprocess
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

EXAMPLES = Path(__file__).parents[2] / "examples"
Run = Callable[..., subprocess.CompletedProcess[str]]
GOLD: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("gold.yaml").read_text(encoding="utf-8"))
each_example = pytest.mark.parametrize("gold", GOLD, ids=lambda gold: gold["file"])


@pytest.fixture(scope="session")
def releases(run: Run) -> dict[tuple[str, str], dict[str, Any]]:
    """Every release of the examples as `show --json` gives it, by file name and title."""
    ids = run("releasecli", "search", "--ids").stdout.split()
    shown = [json.loads(run("releasecli", "show", "--json", ident).stdout) for ident in ids]
    return {(_file(release), release["title"]): release for release in shown}


@pytest.fixture
def release(gold: dict[str, Any], releases: dict[tuple[str, str], dict[str, Any]]) -> dict[str, Any]:
    key = (Path(gold["file"]).name, gold["title"])
    if key not in releases:
        pytest.fail(f"no release {key}; this file gave {[title for name, title in releases if name == key[0]]}")
    return releases[key]


def test_every_example_is_a_release_and_every_release_has_its_gold(
    releases: dict[tuple[str, str], dict[str, Any]],
) -> None:
    expected = Counter(Path(gold["file"]).name for gold in GOLD)
    assert Counter(name for name, _ in releases) == expected


def test_every_file_of_the_examples_has_its_gold() -> None:
    files = {str(path.relative_to(EXAMPLES / "releases")) for path in EXAMPLES.glob("releases/*/*")}
    assert {gold["file"] for gold in GOLD} == files


@each_example
def test_the_header_says_what_the_release_says(gold: dict[str, Any], release: dict[str, Any]) -> None:
    wanted = {key: gold[key] for key in ("title", "published", "language")}
    assert {key: release[key] for key in wanted} == wanted


@each_example
def test_the_issuer_is_named_where_the_release_names_it(gold: dict[str, Any], release: dict[str, Any]) -> None:
    if gold["issuer"]:
        assert release["issuer"] == gold["issuer"]


@each_example
def test_the_days_of_the_events_are_found(gold: dict[str, Any], release: dict[str, Any]) -> None:
    found = {day for time in release["times"] if time["role"] != "publication" for day in _days(time)}
    assert set(gold["days"]) - found == set()


@each_example
def test_the_speakers_are_found(gold: dict[str, Any], release: dict[str, Any]) -> None:
    found = {who["name"] for statement in release["statements"] for who in statement["who"]}
    assert set(gold["speakers"]) - found == set()


@each_example
def test_the_figures_are_found_with_their_bounds(gold: dict[str, Any], release: dict[str, Any]) -> None:
    found = {(figure["value"], figure["bound"]) for figure in release["figures"]}
    assert {(value, bound) for value, bound in gold["figures"]} - found == set()


@each_example
def test_every_fact_stands_where_it_says(gold: dict[str, Any], release: dict[str, Any]) -> None:
    del gold
    facts = [fact for kind in ("times", "names", "statements", "figures") for fact in release[kind]]
    facts += [part for fact in release["statements"] for part in (fact["cue"], *fact["content"])]
    assert [fact for fact in facts if release["text"][fact["start"] : fact["end"]] != fact["text"]] == []


@pytest.mark.parametrize("word", ["Lachin", "Lachen", "Laçın", "lacin"])
def test_the_call_about_lachin_is_found_however_it_is_spelt(word: str, run: Run) -> None:
    titles = [hit["title"] for hit in json.loads(run("releasecli", "search", word, "--json").stdout)]
    assert "Press Service of the President on the call with Antony Blinken" in titles


def test_the_timeline_of_the_call_holds_its_four_days_and_the_open_one_is_open(run: Run) -> None:
    rows = json.loads(run("releasecli", "timeline", "Lachin", "--json").stdout)
    assert {"2022-12-12", "2023-03-05", "2023-03-20", "2023-03-21"} <= {row["date"] for row in rows}
    assert {row["latest"] for row in rows if row["date"] == "2022-12-12"} == {None}


def test_a_date_of_which_day_and_month_cannot_be_told_apart_is_left_open(
    releases: dict[tuple[str, str], dict[str, Any]],
) -> None:
    release = next(each for (name, _), each in releases.items() if name == "coastal-nations-council.txt")
    assert set(release["published_candidates"]) == {"2024-10-08", "2024-08-10"}


def _file(release: dict[str, Any]) -> str:
    """The name of the file; a row of a file has its number after `#`."""
    return Path(release["source"]["uri"].partition("#")[0]).name


def _days(time: dict[str, Any]) -> set[str]:
    """The value, and the value as the open or closed interval that it bounds."""
    earliest, latest, value = time["earliest"], time["latest"], time["value"]
    if time["type"] in {"DURATION", "SET"} or (earliest is None and latest is None):
        return {value}
    opened = f"{value}.." if latest is None else f"..{value}" if earliest is None else value
    return {value, opened} if latest and earliest else {opened}
