import random
import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from releasecli import refresh
from releasecli.extract.facts import facts
from releasecli.model import Correction
from releasecli.queries.filters import Filters
from releasecli.queries.search.answer import search
from releasecli.queries.search.query import SearchQuery
from releasecli.refresh import staleness
from releasecli.refresh.check import check
from releasecli.refresh.hand import remove, tag
from releasecli.store.cache import fulltext
from releasecli.store.cache.database import FILE, Cache
from releasecli.store.cache.reading import facts_of, text_of
from releasecli.store.index import Index
from releasecli.store.lock import writing
from releasecli.store.records import read_release, write_release

Record = Callable[..., Path]
ONE, TWO = "2023-03-21-7f3c2a9e", "2023-04-02-19ab04cd"


def test_a_record_put_there_by_hand_is_found(index: Index, record: Record) -> None:
    record(ONE)
    assert ids(refresh.ensure(index)) == [ONE]


def test_an_edited_record_answers_with_its_new_words(index: Index, record: Record) -> None:
    path = record(ONE)
    refresh.ensure(index).db.close()
    path.write_text(path.read_text().replace("They spoke.", "They met."))
    assert texts(refresh.ensure(index)) == ["Call\n\nThey met.\n"]


def test_the_words_of_texts_no_longer_live_are_forgotten_when_there_are_many(
    index: Index, record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = record(ONE, "Call\n\nThey spoke of barley.\n")
    record(TWO, "Talk\n\nThey spoke of bread.\n")
    refresh.ensure(index).db.close()
    monkeypatch.setattr(fulltext, "_DEAD", 0)
    path.write_text(path.read_text().replace("barley", "bread"))
    db = refresh.ensure(index).db
    assert db.execute("select count(*) from releases where not live").fetchone() == (0,)
    assert [hit.id for hit in search(db, SearchQuery("bread", sort="oldest"), Filters()).hits] == [ONE, TWO]
    assert db.execute("select key, df from vocabulary where key in ('barley', 'bread')").fetchall() == [("bread", 2)]


def test_a_deleted_record_is_gone_and_the_log_says_so(index: Index, record: Record) -> None:
    path = record(ONE)
    refresh.ensure(index).db.close()
    path.unlink()
    assert ids(refresh.ensure(index)) == []
    assert '"deleted"' in (index.root / "added/ana.jsonl").read_text()


def test_a_record_that_moved_is_not_deleted(index: Index, record: Record) -> None:
    path = record(ONE)
    refresh.ensure(index).db.close()
    path.rename(path.with_name(f"{ONE}-better.yaml"))
    assert ids(refresh.ensure(index)) == [ONE]
    assert not (index.root / "added").exists()


def test_a_broken_record_answers_in_its_last_good_form_and_is_named(index: Index, record: Record) -> None:
    path = record(ONE)
    record(TWO)
    refresh.ensure(index).db.close()
    good = path.read_text()
    path.write_text(good.replace("title: Call", "title: Call: the"))
    said: list[str] = []
    assert ids(refresh.ensure(index, say=said.append)) == [ONE, TWO]
    assert len(said) == 1
    assert f"{path.relative_to(index.root)}:3: " in said[0]
    path.write_text(good)
    said.clear()
    assert ids(refresh.ensure(index, say=said.append)) == [ONE, TWO]
    assert said == []


def test_a_second_file_of_the_same_id_is_named_and_the_first_stays(index: Index, record: Record) -> None:
    path = record(ONE)
    refresh.ensure(index).db.close()
    shutil.copy(path, path.with_name("copy.yaml"))
    said: list[str] = []
    assert ids(refresh.ensure(index, say=said.append)) == [ONE]
    assert "delete one of the two" in said[0]


def test_a_repeated_question_reads_no_record(index: Index, record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    record(ONE)
    refresh.ensure(index).db.close()
    monkeypatch.setattr(Path, "read_bytes", lambda path: pytest.fail(f"read {path}"))
    assert ids(refresh.ensure(index)) == [ONE]


@pytest.mark.parametrize("harm", ["truncated", "garbage", "other version", "missing"])
def test_a_cache_that_cannot_be_used_is_built_again(index: Index, record: Record, harm: str) -> None:
    record(ONE)
    cache = refresh.ensure(index)
    if harm == "other version":
        cache.db.execute("update meta set value = 999 where key = 'schema'")
    cache.db.close()
    if harm == "truncated":
        (index.cache / FILE).write_bytes((index.cache / FILE).read_bytes()[:2000])
    elif harm == "garbage":
        (index.cache / FILE).write_bytes(b"garbage" * 1000)
    elif harm == "missing":
        shutil.rmtree(index.cache)
    said: list[str] = []
    assert ids(refresh.ensure(index, say=said.append)) == [ONE]
    assert len(said) == (harm != "missing")


def test_a_cache_damaged_inside_is_built_again_when_a_question_meets_it(index: Index, record: Record) -> None:
    for number in range(60):
        record(f"2023-03-21-{number:08x}", f"Call {number}\n\n{' '.join(map(str, range(300)))}\n")
    refresh.ensure(index).db.close()
    content = bytearray((index.cache / FILE).read_bytes())
    content[8192 : len(content) - 4096] = b"\xff" * (len(content) - 12288)
    (index.cache / FILE).write_bytes(content)
    said: list[str] = []
    found = refresh.answering(index, texts, say=said.append, progress=lambda *_: None)
    assert len(found) == 60
    assert said == ["the cache is corrupt: building it again from the records"]


@pytest.mark.parametrize("seed", range(12))
def test_a_flipped_bit_in_the_cache_is_found_by_check_or_harmless(index: Index, record: Record, seed: int) -> None:
    for number in range(30):
        record(f"2023-03-21-{number:08x}", f"Call {number}\n\n{' '.join(f'w{number * n}' for n in range(200))}\n")
    rows = _answers(refresh.ensure(index))
    content = bytearray((index.cache / FILE).read_bytes())
    content[random.Random(seed).randrange(len(content))] ^= 1 << seed % 8
    (index.cache / FILE).write_bytes(content)
    check(index, fix=True)
    assert _answers(refresh.ensure(index)) == rows
    assert check(index) == []


def _answers(cache: Cache) -> list[object]:
    found = cache.db.execute("select id, title, day, hash from releases where live order by id").fetchall()
    return [*found, *texts(cache)]


def test_a_half_built_cache_is_finished(index: Index, record: Record) -> None:
    record(ONE)
    cache = refresh.ensure(index)
    cache.db.execute("delete from meta where key = 'built'")
    cache.db.close()
    record(TWO)
    assert ids(refresh.ensure(index)) == [ONE, TWO]


def test_a_reader_never_waits_for_a_writer(index: Index, record: Record) -> None:
    record(ONE)
    refresh.ensure(index).db.close()
    record(TWO)
    said: list[str] = []
    with writing(index.cache, said.append):
        assert ids(refresh.ensure(index, say=said.append)) == [ONE]
    assert "is writing to this index" in said[0]
    assert ids(refresh.ensure(index)) == [ONE, TWO]


def test_an_index_one_cannot_write_is_read_with_a_cache_elsewhere(index: Index, record: Record, tmp_path: Path) -> None:
    record(ONE)
    before = sorted(index.root.rglob("*"))
    frozen = Index(index.root, writable=False, cache=tmp_path / "elsewhere")
    assert ids(refresh.ensure(frozen)) == [ONE]
    assert sorted(index.root.rglob("*")) == before


def test_above_the_limit_new_deleted_and_newest_records_are_still_seen(
    index: Index, record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(staleness, "ALL", 1)
    old = record("2020-01-01-00000001")
    record(ONE)
    gone = record("2020-01-02-00000002")
    refresh.ensure(index).db.close()
    record("2021-01-01-00000003")
    gone.unlink()
    refresh.ensure(index).db.close()
    old.write_text(old.read_text().replace("They spoke.", "They met."))
    cache = refresh.ensure(index)
    assert ids(cache) == ["2020-01-01-00000001", "2021-01-01-00000003", ONE]
    assert refresh.verify(cache, ["2020-01-01-00000001"])
    assert "They met." in texts(refresh.ensure(index))[0]


def test_refresh_again_compares_everything(index: Index, record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(staleness, "ALL", 0)
    old = record("2020-01-01-00000001")
    for month in ("02", "03"):
        record(f"2020-{month}-01-00000001")
    refresh.ensure(index).db.close()
    old.write_text(old.read_text().replace("They spoke.", "They met."))
    assert "They met." not in texts(refresh.ensure(index))[0]
    assert "They met." in texts(refresh.again(index))[0]


def test_tags_and_notes_change_nothing_of_the_text_or_its_number(index: Index, record: Record) -> None:
    record(ONE)
    number = refresh.ensure(index).db.execute("select n from releases").fetchone()
    assert tag(index, [ONE, TWO], add=["road", "border"], take=["x"]) == (ONE,)
    cache = refresh.ensure(index)
    assert cache.db.execute("select n from releases where live").fetchone() == number
    assert [row[0] for row in cache.db.execute("select tag from tags")] == ["border", "road"]
    assert tag(index, [ONE], take=["road", "border"]) == (ONE,)
    assert refresh.ensure(index).db.execute("select count(*) from tags").fetchone() == (0,)


def test_a_removed_release_and_its_earlier_texts_are_gone(index: Index, record: Record) -> None:
    record(ONE)
    (index.root / "versions" / ONE).mkdir(parents=True)
    assert remove(index, [ONE, TWO]) == (ONE,)
    assert ids(refresh.ensure(index)) == []
    assert not (index.root / "versions" / ONE).exists()


def test_settings_and_aliases_are_in_the_cache_and_follow_their_files(index: Index, record: Record) -> None:
    record(ONE)
    (index.root / "aliases.yaml").write_text("ilham-aliyev:\n  name: Ilham Aliyev\n  also: [Aliyev I.]\n")
    cache = refresh.ensure(index)
    assert cache.db.execute("select value from meta where key = 'aliases'").fetchone()[0].count("Aliyev I.") == 1
    (index.root / "aliases.yaml").unlink()
    assert refresh.ensure(index).db.execute("select value from meta where key = 'aliases'").fetchone() == ("{}",)


def test_near_duplicates_share_a_cluster_and_others_do_not(index: Index, record: Record) -> None:
    text = f"Call\n\n{' '.join(f'word{number}' for number in range(200))}.\n"
    record("2023-03-01-00000001", text)
    record("2023-03-02-00000002", text.replace("word50 ", "other "))
    record("2023-03-03-00000003", "Visit\n\nSomething else was said on that day by the other side.\n")
    cache = refresh.ensure(index)
    clusters = [row[0] for row in cache.db.execute("select cluster from releases where live order by id")]
    assert clusters[0] == clusters[1] != clusters[2]


def test_facts_are_made_once_and_again_when_the_text_changes(index: Index, record: Record) -> None:
    path = record(ONE, "Call\n\nThey met on March 5, 2023 in the capital.\n")
    cache = refresh.ensure(index, facts=True)
    assert [row[0] for row in cache.db.execute("select earliest from times")] == [20230305]
    cache.db.close()
    path.write_text(path.read_text().replace("March 5", "March 6"))
    cache = refresh.ensure(index, facts=True)
    assert [row[0] for row in cache.db.execute("select earliest from times")] == [20230306]


def test_search_does_not_wait_for_facts(index: Index, record: Record) -> None:
    record(ONE, "Call\n\nThey met on March 5, 2023 in the capital.\n")
    assert refresh.ensure(index).db.execute("select facts from releases").fetchone() == (0,)


def test_a_rule_that_fails_costs_the_facts_of_one_text(
    index: Index, record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    record(ONE, "Bad\n\nThey met on March 5, 2023.\n")
    record(TWO, "Good\n\nThey met on March 5, 2023 in the capital.\n")
    monkeypatch.setattr(
        "releasecli.refresh.facts.facts", lambda text, header: 1 / 0 if text[:3] == "Bad" else facts(text, header)
    )
    said: list[str] = []
    cache = refresh.ensure(index, facts=True, say=said.append)
    assert cache.db.execute("select count(*) from times").fetchone() == (1,)
    assert said == [f"{ONE}: no facts, ZeroDivisionError: division by zero"]


def test_an_interrupted_facts_stage_keeps_what_it_has(
    index: Index, record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("releasecli.refresh.facts.BATCH", 1)
    for number in range(4):
        record(f"2023-03-21-{number:08x}")

    def interrupt(stage: str, done: int, _total: int) -> None:
        if (stage, done) == ("reading facts", 2):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        refresh.ensure(index, facts=True, progress=interrupt)
    assert refresh.ensure(index).db.execute("select count(*) from releases where facts > 0").fetchone() == (2,)
    assert refresh.ensure(index, facts=True).db.execute("select count(*) from facts").fetchone() == (4,)


def test_a_persons_correction_is_in_the_facts(index: Index, record: Record) -> None:
    path = record(ONE, "Call\n\nThey met on March 5, 2023 in the capital.\n")
    fixed = Correction("on March 5, 2023 in", {"date": "2023-03-06"})
    path.write_bytes(write_release(replace(read_release(path), corrections=(fixed,))))
    cache = refresh.ensure(index, facts=True)
    found = facts_of(cache.db, 1, text_of(cache.db, 1))
    assert found is not None
    assert [(time["value"], time["rule"]) for time in found["times"]] == [("2023-03-06", "hand")]


def ids(cache: Cache) -> list[str]:
    return [row[0] for row in cache.db.execute("select id from releases where live order by id")]


def texts(cache: Cache) -> list[str]:
    numbers = cache.db.execute("select n from releases where live order by id").fetchall()
    return [text_of(cache.db, number) for (number,) in numbers]


def test_the_cache_is_plain_sqlite(index: Index, record: Record) -> None:
    record(ONE)
    refresh.ensure(index).db.close()
    with sqlite3.connect(index.cache / FILE) as db:
        assert db.execute("pragma integrity_check").fetchone() == ("ok",)
    db.close()
