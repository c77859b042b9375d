import random

from releasecli.queries.vectors import firsts, overlap


def test_nearly_equal_sets_are_found_as_if_every_pair_were_compared() -> None:
    chance = random.Random(20230321)
    sets = [frozenset(chance.choices("abcdefghijklm", k=chance.randint(0, 12))) for _ in range(400)]
    expected: list[int] = []
    for number, words in enumerate(sets):
        kept = [other for other in range(number) if expected[other] == other]
        expected.append(next((other for other in kept if overlap(sets[other], words) >= 0.8), number))
    assert firsts(sets, 0.8) == expected
    assert len(set(expected)) < len(sets)


def test_a_set_of_nothing_equals_none() -> None:
    assert firsts([frozenset(), frozenset()], 0.8) == [0, 1]
