import pytest

from releasecli.queries.compare.durations import days


@pytest.mark.parametrize(
    ("value", "length"),
    [("P90D", 90), ("PT48H", 2), ("P2W", 14), ("P1DT12H", 1.5), ("PXD", None), ("P", None), ("2023-03-21", None)],
)
def test_a_duration_is_so_many_days(value: str, length: float | None) -> None:
    assert days(value) == length


def test_half_a_year_is_six_months() -> None:
    assert days("P6M") == pytest.approx(days("P0.5Y"), rel=0.01)
