import pytest

from terminal import Run

HEAVY = {"dataclasses", "rich", "yaml", "rapidfuzz", "releasecli.extract", "releasecli.store.records"}


@pytest.mark.parametrize("question", ["search lachin", "timeline lachin", "summarise {}", "compare {} {}"])
def test_a_question_loads_nothing_that_it_does_not_use(run: Run, question: str) -> None:
    command = question.format(*run("search", "--ids").out.split())
    run(*command.split())  # word lists that changed are parsed once
    done = run(*command.split(), PYTHONPROFILEIMPORTTIME="1")
    loaded = {line.rpartition("|")[2].strip() for line in done.err.splitlines()}
    assert done.status == 0
    assert "releasecli.refresh" in loaded
    assert not loaded & HEAVY
