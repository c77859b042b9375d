from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from releasecli.extract.header.stamps import stamps, whole
from releasecli.refresh.workers import limited

FORMS = [
    ("2023-03-21 19:22:00", "2023-03-21T19:22:00"),
    ("31 march 2019, 22:50", "2019-03-31T22:50"),
    ("25.03.2022", "2022-03-25"),
    ("20 September 2021 17:52 (UTC+04:00)", "2021-09-20T17:52+04:00"),
    ("04/28/2024 01:32 PM EDT", "2024-04-28T13:32-04:00"),
    ("24 MAR 2026 8:48PM", "2026-03-24T20:48"),
    ("22 Mar 2024, 16:33", "2024-03-22T16:33"),
    ("Sat, 14 Aug 2021 00:13:59 +0000", "2021-08-14T00:13:59+00:00"),
    ("2023-07-13 18:51:40-04:00", "2023-07-13T18:51:40-04:00"),
    ("2022-06-24T12:00:00Z", "2022-06-24T12:00:00Z"),
    ("2011-10-05T14:48:00.000Z", "2011-10-05T14:48:00Z"),
    ("Tuesday, 21st of March, 2023 at 5:03 p.m. EST", "2023-03-21T17:03-05:00"),
    ("12:05 a.m., 1 May 2020", "2020-05-01T00:05"),
    ("September 20, 2011", "2011-09-20"),
    ("June 19th, 2007", "2007-06-19"),
    ("5. Mai 2023", "2023-05-05"),
    ("14 juillet 2023 à 10h30", "2023-07-14T10:30"),
    ("17 de marzo de 2022", "2022-03-17"),
    ("3 d'août 2022 à 9h05", "2022-08-03T09:05"),
    ("5 maja 2023 r., o godz. 14:30", "2023-05-05T14:30"),
    ("5 martie 2026, ora 14:30", "2026-03-05T14:30"),
    ("10 czerwcu 2023", "2023-06-10"),
    ("ორშაბათი, 25 მაისს 2021", "2021-05-25"),
    ("25.03.2022 ob 14:30", "2022-03-25T14:30"),
    ("21 марта 2023, 19:22", "2023-03-21T19:22"),
    ("3 грудня 2024", "2024-12-03"),
    ("9 yanvar 2024", "2024-01-09"),
    ("7 Ağustos 2022", "2022-08-07"),
    ("25 მაისი 2021", "2021-05-25"),
    ("25 մարտի 2022", "2022-03-25"),
    ("15 مارس 2023", "2023-03-15"),
    ("2023年3月21日", "2023-03-21"),
    ("23 Mar 2005", "2005-03-23"),
    ("20230321", "2023-03-21"),
    ("1679426520", "2023-03-21T19:22:00+00:00"),
    ("March 2023", "2023-03"),
    ("2023-03", "2023-03"),
    ("2023", "2023"),
    ("13/4/2023", "2023-04-13"),
    ("03.21.10", "2010-03-21"),
    ("07.07.2020", "2020-07-07"),
]


@pytest.mark.parametrize(("written", "value"), FORMS)
def test_a_stamp_is_read_as_precisely_as_it_is_written(written: str, value: str) -> None:
    stamp = whole(written)
    assert stamp is not None
    assert stamp.value == value


@pytest.mark.parametrize("written", ["02.07.2020 [14:47]", "03/04/2023", "8-10-2004", "1/2/03"])
def test_day_and_month_that_cannot_be_told_apart_have_two_readings(written: str) -> None:
    stamp = whole(written)
    assert stamp is not None
    assert stamp.value is None
    assert len(stamp.readings) == 2


@pytest.mark.parametrize(("order", "value"), [("dmy", "2004-10-08"), ("mdy", "2004-08-10")])
def test_an_order_decides(order: str, value: str) -> None:
    stamp = whole("08/10/2004", order)  # type: ignore[arg-type]  # pytest gives plain strings
    assert stamp is not None
    assert stamp.value == value


@pytest.mark.parametrize(
    "written",
    ["31.02.2020", "1.2.3.4", "2023-13-01", "555-1234", "12 may come 2020 times", "Release 1987654", "40 March 2020"],
)
def test_what_is_no_day_is_none(written: str) -> None:
    assert whole(written) is None


def test_a_day_without_a_year_is_short() -> None:
    (stamp,) = stamps("YEREVAN, MARCH 29, ARMENPRESS.")
    assert (stamp.value, stamp.short) == ("--03-29", True)


@given(st.text(max_size=200))
def test_stamps_stand_where_they_say(text: str) -> None:
    for stamp in stamps(text):
        assert 0 <= stamp.start < stamp.end <= len(text)
        assert stamp.value or len(stamp.readings) == 2


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_every_iso_day_is_itself(day: date) -> None:
    stamp = whole(str(day))
    assert stamp is not None
    assert stamp.value == str(day)


@pytest.mark.parametrize("text", [f"Post 9 11{' ' * 5000}they said", "9 - - - " * 2000])
def test_a_long_run_of_blanks_after_a_number_is_read_in_no_time(text: str) -> None:
    with limited(60):
        assert list(stamps(text)) == []


@pytest.mark.parametrize("line", ["Martin 12, 2008", "12 MARTIN 2008", "Martin 2008", "Maya 12, 2008", "mais 2008"])
def test_what_looks_like_a_month_of_some_language_is_no_day(line: str) -> None:
    assert list(stamps(line)) == []


def test_capitals_of_turkish_months_are_months() -> None:
    assert [stamp.value for stamp in stamps("12 MART 2008, 5 KASIM 2009")] == ["2008-03-12", "2009-11-05"]
