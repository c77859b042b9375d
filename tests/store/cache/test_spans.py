from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from releasecli.store.cache.spans import opened, packed, sentences


def edges(steps: list[int]) -> list[tuple[int, int]]:
    """Spans from gaps and lengths."""
    places = [*accumulate(steps[: len(steps) // 2 * 2])]
    return list(zip(places[::2], places[1::2], strict=True))


@given(st.lists(st.integers(0, 70_000)).map(edges))
def test_spans_come_back(spans: list[tuple[int, int]]) -> None:
    assert opened(packed(spans)) == spans


def test_a_sentence_takes_four_bytes() -> None:
    assert len(packed([(0, 100), (101, 60_000)])) == 9


def test_a_sentence_has_the_number_of_the_paragraph_it_begins_in() -> None:
    spans, marks = packed([(0, 5), (7, 20), (21, 30)]), packed([(0, 5), (7, 30)])
    assert sentences(spans, marks) == [(0, 5, 1), (7, 20, 2), (21, 30, 2)]
