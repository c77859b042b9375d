"""Whom a surname alone means, by what releases say of state and office."""

import pytest

from releasecli.queries.namesakes import Bearer, meant
from releasecli.store.cache.posts import Post


def whom(lone: tuple[str, str, str], *bearers: tuple[str, str, str, int]) -> str | None:
    found = meant(Post(*lone), [Bearer(entity, {Post(entity, *post): n}) for entity, *post, n in bearers])
    return found.entity if found else None


AVERY = ("ilan-avery", "FI", "president of finland", 12)


@pytest.mark.parametrize("office", ["president", "president of finland", "the then president", ""])
def test_an_office_that_is_part_of_the_other_fits(office: str) -> None:
    assert whom(("avery", "FI", office), AVERY) == "ilan-avery"


def test_two_names_of_one_office_fit() -> None:
    assert (
        whom(("avery", "", "foreign minister"), ("ilan-avery", "FI", "minister of foreign affairs", 1)) == "ilan-avery"
    )


@pytest.mark.parametrize("lone", [("avery", "CL", "president"), ("avery", "FI", "bishop"), ("avery", "", "mr")])
def test_what_contradicts_or_says_nothing_does_not(lone: tuple[str, str, str]) -> None:
    assert whom(lone, AVERY) is None


def test_two_people_are_too_many() -> None:
    assert whom(("avery", "FI", "president"), AVERY, ("joan-avery", "FI", "president", 12)) is None


def test_a_slip_of_the_pen_is_no_second_person() -> None:
    assert whom(("avery", "FI", "president"), AVERY, ("urges-avery", "FI", "president", 1)) == "ilan-avery"


def test_spellings_of_one_name_are_one_person() -> None:
    antony, anthony = ("antony-vale", "FI", "president", 5), ("anthony-vale", "FI", "president", 5)
    assert whom(("vale", "FI", "president"), antony, anthony) in {"antony-vale", "anthony-vale"}


def test_middle_names_that_differ_are_two_people() -> None:
    names = ("george-vale", "george-walker-vale", "george-herbert-vale")
    assert whom(("vale", "FI", "president"), *((name, "FI", "president", 5) for name in names)) is None


def test_somebody_of_whom_nothing_is_known_may_be_meant_as_well() -> None:
    assert whom(("avery", "FI", "president"), ("ilan-avery", "FI", "president", 1), ("joan-avery", "", "", 1)) is None
