import pytest

from releasecli import refresh
from releasecli.ingest import IngestOptions, ingest
from releasecli.queries.filters import Filters
from releasecli.queries.names import NameQuery, names
from releasecli.queries.statements import StatementQuery, statements
from releasecli.store.cache.database import Cache
from releasecli.store.index import create_index

TEXTS = {
    "a.txt": "Call\n\nOn 5 May 2024 President Ilan Avery said that the road is open.\n",
    "b.txt": "Talks\n\nOn 6 May 2024 President Ylan Averi said that the port is open.\n\nIlan Avery built it.\n",
    "c.txt": "Trade\n\nOn 7 May 2024 Minister Joan Avery said that trade grows.\n",
}
ALIASES = "ilan-avery:\n  name: Ilan Avery\n  kind: person\n  also: [Ylan Averi]\n  not: [Joan Avery]\n"


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Cache:
    folder = tmp_path_factory.mktemp("aliases")
    (folder / "in").mkdir()
    for name, text in TEXTS.items():
        (folder / "in" / name).write_text(text, encoding="utf-8")
    index = create_index(str(folder / "index"))
    (index.root / "aliases.yaml").write_text(ALIASES, encoding="utf-8")
    ingest([str(folder / "in")], IngestOptions(), index)
    return refresh.ensure(index, facts=True)


def test_another_spelling_is_the_same_speaker(cache: Cache) -> None:
    rows = list(statements(cache.db, StatementQuery(by=("Ilan Avery",))))
    assert {row.record["who"][0]["name"] for row in rows} == {"Ilan Avery"}
    assert len(rows) == 2


def test_a_name_that_is_another_person_is_kept_apart(cache: Cache) -> None:
    rows = list(statements(cache.db, StatementQuery(by=("Avery",))))
    assert "Joan Avery" not in {row.record["who"][0]["name"] for row in rows}


def test_rows_carry_the_name_the_user_chose(cache: Cache) -> None:
    rows = list(names(cache.db, NameQuery("averi", ("person",))))
    assert {row.record["name"] for row in rows} >= {"Ilan Avery"}


def test_two_spellings_in_one_release_are_one_row_with_all_its_mentions(cache: Cache) -> None:
    rows = [row.record for row in names(cache.db, NameQuery("averi", ("person",)))]
    assert [(row["text"], row["count"]) for row in rows if row["text"] == "Ylan Averi"] == [("Ylan Averi", 2)]
    assert len(rows) == len({row["release"] for row in rows})


def test_a_filter_by_person_takes_every_spelling(cache: Cache) -> None:
    rows = list(names(cache.db, NameQuery("", ("person",), Filters(person=("Ilan Avery",)))))
    assert [row.record["text"] for row in rows if row.record["text"].split()[-1] in {"Avery", "Averi"}] in (
        ["Ilan Avery", "Ylan Averi"],
        ["Ylan Averi", "Ilan Avery"],
    )
