import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from releasecli import refresh
from releasecli.model import Correction
from releasecli.refresh.check import check
from releasecli.store.index import Index
from releasecli.store.records import read_release, write_release

Record = Callable[..., Path]
ONE = "2023-03-21-7f3c2a9e"


def test_a_sound_index_has_no_problem(index: Index, record: Record) -> None:
    record(ONE)
    assert check(index) == []


def test_a_broken_record_is_a_problem_with_its_line(index: Index, record: Record) -> None:
    path = record(ONE)
    path.write_text("id: x\nid: y\n")
    (problem,) = check(index)
    assert (problem.kind, problem.note) == ("record", False)
    assert problem.where == f"{path.relative_to(index.root).as_posix()}:2"
    assert problem.message.startswith("'id' stands here a second time")


def test_an_edited_text_is_noted(index: Index, record: Record) -> None:
    path = record(ONE)
    path.write_text(path.read_text().replace("They spoke.", "They met."))
    (problem,) = check(index)
    assert (problem.kind, problem.note) == ("text", True)


def test_a_correction_whose_sentence_is_gone_is_a_problem(index: Index, record: Record) -> None:
    path = record(ONE)
    lost = Correction("They never met", {"date": "2022-03-05"})
    path.write_bytes(write_release(replace(read_release(path), corrections=(lost,))))
    (problem,) = check(index)
    assert problem.kind == "correction"


def test_a_leftover_of_an_interrupted_write_is_deleted_by_fix(index: Index, record: Record) -> None:
    path = record(ONE)
    path.with_name(".x.yaml.1.part").write_text("half")
    assert [(problem.kind, problem.fixed) for problem in check(index)] == [("leftover", False)]
    assert [(problem.kind, problem.fixed) for problem in check(index, fix=True)] == [("leftover", True)]
    assert check(index) == []


def test_a_cache_that_lost_rows_is_built_again_by_fix(index: Index, record: Record) -> None:
    record(ONE)
    cache = refresh.ensure(index)
    cache.db.execute("delete from sentences")
    cache.db.close()
    assert [problem.kind for problem in check(index)] == ["cache"]
    assert [problem.fixed for problem in check(index, fix=True)] == [True]
    assert check(index) == []


def test_two_records_of_the_same_text_and_day_are_noted(index: Index, record: Record) -> None:
    record(ONE)
    record("2023-03-21-00000000")
    assert [problem.kind for problem in check(index)] == ["double"]


def test_earlier_texts_of_no_release_are_noted(index: Index, record: Record) -> None:
    path = record(ONE)
    folder = index.root / "versions" / "2020-01-01-00000000"
    folder.mkdir(parents=True)
    shutil.copy(path, folder / "v1.yaml")
    assert [problem.kind for problem in check(index)] == ["orphan"]
