import sqlite3
from collections.abc import Iterator

import pytest

from releasecli.errors import UsageError
from releasecli.queries.refs import Ref, ids_like, parse_ref

IDS = ("2023-03-21-7f3c2a9e", "2023-03-21-7f3cb001", "2023-04-02-0a1b2c3d", "undated-7f3c2222")


@pytest.fixture
def db() -> Iterator[sqlite3.Connection]:
    held = sqlite3.connect(":memory:")
    held.execute("create table releases(id, title, live)")
    held.executemany("insert into releases values(?, ?, 1)", [(ident, f"Title of {ident}") for ident in IDS])
    held.execute("insert into releases values('2023-05-01-dddd0000', 'Deleted', 0)")
    yield held
    held.close()


@pytest.mark.parametrize(
    ("typed", "ref"),
    [
        ("2023-04-02-0a1b2c3d", Ref(IDS[2])),
        (" 0a1b ", Ref(IDS[2])),
        ("0A1B2", Ref(IDS[2])),
        ("0a1b:3", Ref(IDS[2], paragraph=3)),
        ("0a1b@v2", Ref(IDS[2], version=2)),
        ("2023-04-02-0a1b@v12:10", Ref(IDS[2], version=12, paragraph=10)),
        ("2023-03-21-7f3cb", Ref(IDS[1])),
        ("undated-7f3c", Ref(IDS[3])),
    ],
)
def test_a_release_is_named_by_its_id_or_the_beginning_of_its_last_part(
    db: sqlite3.Connection, typed: str, ref: Ref
) -> None:
    assert parse_ref(db, typed) == ref


@pytest.mark.parametrize("typed", ["0a1", "1b2c", "dddd", "2023-05-01-dddd0000", "lachin"])
def test_too_few_characters_some_from_the_middle_and_a_deleted_release_name_none(
    db: sqlite3.Connection, typed: str
) -> None:
    with pytest.raises(UsageError, match=f"no release '{typed}'"):
        parse_ref(db, typed)


@pytest.mark.parametrize("typed", ["", "0a1b:", "0a1b:x", "0a1b@2", "a b"])
def test_what_cannot_be_an_id_is_said_to_be_none(db: sqlite3.Connection, typed: str) -> None:
    with pytest.raises(UsageError, match="is no id"):
        parse_ref(db, typed)


@pytest.mark.parametrize(("typed", "fitting"), [("7f3c", (0, 1, 3)), ("2023-03-21-7f3c", (0, 1))])
def test_where_several_releases_fit_each_is_named_with_its_title(
    db: sqlite3.Connection, typed: str, fitting: tuple[int, ...]
) -> None:
    with pytest.raises(UsageError) as problem:
        parse_ref(db, typed)
    assert all(f"{IDS[n]} (Title of {IDS[n]})" in problem.value.message for n in fitting)


@pytest.mark.parametrize(("typed", "hint"), [("2023-03-22", "search --on 2023-03-22 lists"), ("ffff", "search lists")])
def test_a_day_taken_for_an_id_shows_how_to_search_it(db: sqlite3.Connection, typed: str, hint: str) -> None:
    with pytest.raises(UsageError) as problem:
        parse_ref(db, typed)
    assert hint in problem.value.hint


def test_no_more_than_six_are_named(db: sqlite3.Connection) -> None:
    db.executemany("insert into releases values(?, 'Many', 1)", [(f"2024-01-01-eeee{n:04}",) for n in range(9)])
    assert len(ids_like(db, "eeee")) == 6
