"""A surname alone means the one person of the index who is named in full and fits."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from releasecli import refresh
from releasecli.ingest import IngestOptions, ingest
from releasecli.queries.filters import Filters, where
from releasecli.queries.names import NameQuery, names
from releasecli.queries.search.tally import tally
from releasecli.queries.statements import StatementQuery, statements
from releasecli.store.cache.database import Cache
from releasecli.store.index import Index, create_index

FULL = "Call\n\nOn 5 May 2024 President Ilan Avery of Finland said that the road is open.\n"
LONE = "Talks\n\nOn 6 May 2024 President Avery of Finland said that the port is open.\n"


def index_of(folder: Path, texts: Mapping[str, str], aliases: str = "") -> Index:
    (folder / "in").mkdir(parents=True)
    index = create_index(str(folder / "index"))
    if aliases:
        (index.root / "aliases.yaml").write_text(aliases, encoding="utf-8")
    return more(index, folder, texts)


def more(index: Index, folder: Path, texts: Mapping[str, str]) -> Index:
    for name, text in texts.items():
        (folder / "in" / name).write_text(text, encoding="utf-8")
    ingest([str(folder / "in")], IngestOptions(), index)
    return index


def people(index: Index) -> list[str]:
    cache = refresh.ensure(index, facts=True)
    return sorted(row.record["entity"] for row in names(cache.db, NameQuery(kind=("person",))))


def test_a_surname_with_its_office_is_the_person_named_in_full_elsewhere(tmp_path: Path) -> None:
    assert people(index_of(tmp_path, {"a.txt": FULL, "b.txt": LONE})) == ["ilan-avery", "ilan-avery"]


def test_the_reason_is_told(tmp_path: Path) -> None:
    cache = refresh.ensure(index_of(tmp_path, {"a.txt": FULL, "b.txt": LONE}), facts=True)
    rows = {row.record["text"]: row.record["why"] for row in names(cache.db, NameQuery(kind=("person",)))}
    assert rows["Avery"] == "title, the only one of this surname with that state and office"


@pytest.mark.parametrize(
    "other",
    [
        "Talks\n\nOn 6 May 2024 President Avery of Chile said that the port is open.\n",
        "Talks\n\nOn 6 May 2024 Bishop Avery of Finland said that the port is open.\n",
        "Talks\n\nOn 6 May 2024 Avery said that the port is open.\n",
        "Talks\n\nOn 6 May 2024 Mr. Avery said that the port is open.\n",
    ],
)
def test_another_state_another_office_or_neither_stays_alone(tmp_path: Path, other: str) -> None:
    assert people(index_of(tmp_path, {"a.txt": FULL, "b.txt": other})) == ["avery", "ilan-avery"]


def test_two_spellings_of_a_first_name_are_one_person(tmp_path: Path) -> None:
    spelt = FULL.replace("Ilan", "Antony"), FULL.replace("Ilan", "Anthony").replace("Call", "Visit")
    found = people(index_of(tmp_path, {"a.txt": spelt[0], "b.txt": spelt[1], "c.txt": LONE}))
    assert "avery" not in found


def test_a_release_that_comes_later_can_make_a_surname_mean_nobody(tmp_path: Path) -> None:
    index = index_of(tmp_path / "one", {"a.txt": FULL, "b.txt": LONE})
    other = {"c.txt": FULL.replace("Ilan", "Joan").replace("Call", "Visit")}
    more(index, tmp_path / "one", other)
    fresh = index_of(tmp_path / "two", {"a.txt": FULL, "b.txt": LONE} | other)
    assert people(index) == people(fresh) == ["avery", "ilan-avery", "joan-avery"]


def test_the_user_keeps_a_surname_apart(tmp_path: Path) -> None:
    aliases = "ilan-avery:\n  name: Ilan Avery\n  not: [Avery]\n"
    assert people(index_of(tmp_path, {"a.txt": FULL, "b.txt": LONE}, aliases)) == ["avery", "ilan-avery"]


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return refresh.ensure(index_of(tmp_path, {"a.txt": FULL, "b.txt": LONE}), facts=True)


def test_statements_by_a_person_take_those_by_surname_alone(cache: Cache) -> None:
    rows = list(statements(cache.db, StatementQuery(by=("Ilan Avery",))))
    assert [row.record["who"][0]["entity"] for row in rows] == ["ilan-avery", "ilan-avery"]


def test_a_filter_by_person_takes_surnames_alone(cache: Cache) -> None:
    rows = list(names(cache.db, NameQuery("", ("person",), Filters(person=("Ilan Avery",)))))
    assert {row.record["text"] for row in rows} == {"Ilan Avery", "Avery"}


def test_counts_by_person_and_speaker_put_both_under_one_name(cache: Cache) -> None:
    for by in ("person", "speaker"):
        counted = {line.value: line.times for line in tally(cache.db, where(cache.db, Filters()), by)}
        assert counted == {"Ilan Avery": 2}
