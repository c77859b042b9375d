import sqlite3

import pytest

from releasecli.queries import content as module
from releasecli.queries.content import content, content_form, holding, know_stems

WANTED = frozenset({"us", "4700", "sana", "educ", "lachin", "di"})
PASSAGES = (
    "The U.S. answered.",
    "About 4,700 lorries passed.",
    "Educating (not schooling) helps",
    "The LACHIN-road opened.",
    "Laçın was named.",
    "They are dying, he said.",
    "Nothing of it stands here.",
    "Usage and reeducation are other words.",
    "",
)


@pytest.mark.parametrize("passage", PASSAGES)
def test_a_passage_holds_a_word_where_its_content_does(passage: str) -> None:
    assert holding(WANTED)(passage) == (not WANTED.isdisjoint(content(passage)))


@pytest.mark.parametrize(("passages", "read"), [(1499, False), (1500, True)])
def test_stems_are_taken_from_the_cache_for_many_passages_only(
    monkeypatch: pytest.MonkeyPatch, passages: int, *, read: bool
) -> None:
    known: dict[str, str] = {}
    monkeypatch.setattr(module, "_STEMS", known)
    db = sqlite3.connect(":memory:")
    db.execute("create table vocabulary (key text, stem text)")
    db.execute("insert into vocabulary values ('bridges', 'bridg')")
    know_stems(db, passages)
    db.close()
    assert known == ({"bridges": "bridg"} if read else {})


def test_a_stem_of_the_cache_stands_for_the_one_that_would_be_made(monkeypatch: pytest.MonkeyPatch) -> None:
    content_form.cache_clear()
    made = content_form("Bridges")
    content_form.cache_clear()
    monkeypatch.setattr(module, "_STEMS", {"bridges": "bridg"})
    assert content_form("Bridges") == made == "bridg"
