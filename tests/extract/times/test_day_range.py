import subprocess
import sys

import pytest

from releasecli.errors import UsageError
from releasecli.extract.times import day_range

TODAY = "2023-03-21"


@pytest.mark.parametrize(
    ("phrase", "days"),
    [
        ("2023", ("2023-01-01", "2023-12-31")),
        ("2023-02", ("2023-02-01", "2023-02-28")),
        ("2023-03-21", ("2023-03-21", "2023-03-21")),
        ("2023-01..2023-03", ("2023-01-01", "2023-03-31")),
        ("..2023", (None, "2023-12-31")),
        ("2023-03..", ("2023-03-01", None)),
        ("last week", ("2023-03-13", "2023-03-19")),
        ("last week..today", ("2023-03-13", "2023-03-21")),
        ("yesterday", ("2023-03-20", "2023-03-20")),
        ("21 March 2023", ("2023-03-21", "2023-03-21")),
        ("March 2023", ("2023-03-01", "2023-03-31")),
        ("21.03.2023", ("2023-03-21", "2023-03-21")),
        ("25/03/2023", ("2023-03-25", "2023-03-25")),
        ("last 7 days", ("2023-03-14", "2023-03-21")),
        ("Q1 2023", ("2023-01-01", "2023-03-31")),
    ],
)
def test_a_typed_date_is_a_range_of_days(phrase: str, days: tuple[str | None, str | None]) -> None:
    assert day_range(phrase, TODAY) == days


def test_an_ambiguous_date_is_refused_with_both_readings() -> None:
    with pytest.raises(UsageError) as error:
        day_range("03/04/2023", TODAY)
    assert str(error.value) == "'03/04/2023' can be 2023-04-03 or 2023-03-04; write one of these"


@pytest.mark.parametrize("phrase", ["", "..", "foo", "2023-13", "2023-02-30", "0000", "03/04/23", "2023-03-21 foo"])
def test_what_is_no_date_is_refused(phrase: str) -> None:
    with pytest.raises(UsageError):
        day_range(phrase, TODAY)


def test_a_range_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(UsageError, match="ends before it begins"):
        day_range("2023..2022", TODAY)


def test_an_iso_date_needs_no_grammar() -> None:
    code = (
        "import sys; from releasecli.extract.times import day_range; day_range('2023-03..', '2023-03-21');"
        "print(any('grammar' in name or name == 'yaml' for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
