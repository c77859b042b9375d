"""Two libraries that only cut sentences, as oracles on real prose; they are no dependency of the project."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from releasecli.text.sentences import sentences

READOUTS = Path(__file__).parents[2] / "../shared/corpus/whitehouse"
_PROSE = 300  # characters of a block that is no heading and no list
_EXTRA, _MISSED = 0.01, 0.06  # shares; syntok cuts behind "Jr." and "Rev."


def prose() -> list[str]:
    files = sorted(READOUTS.rglob("*readout*.md"))[:60]
    if not files:
        pytest.skip("the shared corpus is not here")
    blocks = (" ".join(block.split()) for file in files for block in file.read_text("utf-8").split("\n\n"))
    return [block for block in blocks if len(block) > _PROSE]


def by_syntok(text: str) -> Iterator[int]:
    segmenter = pytest.importorskip("syntok.segmenter", reason="syntok is not installed")
    for paragraph in segmenter.analyze(text):
        for sentence in paragraph:
            yield sentence[-1].offset + len(sentence[-1].value)


def by_sentencex(text: str) -> Iterator[int]:
    library = pytest.importorskip("sentencex", reason="sentencex is not installed")
    end = 0
    for sentence in library.segment("en", text):
        end = text.index(sentence.strip(), end) + len(sentence.strip())
        yield end


@pytest.mark.parametrize("oracle", [by_syntok, by_sentencex])
def test_readouts_are_cut_where_others_cut_them(oracle: Callable[[str], Iterator[int]]) -> None:
    ours, theirs = set[tuple[int, int]](), set[tuple[int, int]]()
    for number, text in enumerate(prose()):
        ours |= {(number, end) for _, end in sentences(text, "en")}
        theirs |= {(number, end) for end in oracle(text)}
    assert len(ours - theirs) <= _EXTRA * len(ours), sorted(ours - theirs)
    assert len(theirs - ours) <= _MISSED * len(theirs), sorted(theirs - ours)
