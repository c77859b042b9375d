"""Facts of one text beside one another."""

from releasecli.extract.facts import facts
from releasecli.model import Header


def test_the_zone_of_a_time_is_no_body() -> None:
    found = facts("The call of the NATO team is at 8:30 a.m. ET (9:30 p.m. JST) on Monday.\n", Header(language="en"))
    assert [name.text for name in found.names] == ["NATO"]
