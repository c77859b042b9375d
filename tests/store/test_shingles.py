import random

from hypothesis import given
from hypothesis import strategies as st

from releasecli.store.cache.shingles import bands, likeness, shingles

WORDS = [f"word{number}" for number in range(400)]


def test_case_and_punctuation_do_not_matter() -> None:
    assert shingles("The talks, on Monday, went WELL again.") == shingles("the talks on monday went well again")


def test_equal_texts_are_wholly_alike_and_others_not_at_all() -> None:
    assert likeness(shingles("a b c d e f"), shingles("a b c d e f")) == 1
    assert likeness(shingles("a b c d e f"), shingles("g h i j k l")) == 0


def test_texts_alike_by_eight_tenths_meet_in_a_band() -> None:
    chance = random.Random(1)
    met = 0
    for _ in range(200):
        text = chance.choices(WORDS, k=400)
        other = [*text]
        for place in chance.sample(range(400), 8):
            other[place] = "changed"
        one, two = shingles(" ".join(text)), shingles(" ".join(other))
        assert likeness(one, two) > 0.78
        met += bool({*bands(one)} & {*bands(two)})
    assert met >= 197


@given(st.text())
def test_any_text_has_sixteen_bands_that_sqlite_can_hold(text: str) -> None:
    numbers = bands(shingles(text))
    assert len(numbers) == 16
    assert all(-(1 << 63) <= number < 1 << 63 for number in numbers)
