"""The state that speaks, by the issuer's name."""

import pytest

from releasecli.extract.header import header
from releasecli.extract.header.side import side_of
from releasecli.model import Document


@pytest.mark.parametrize(
    ("issuer", "side"),
    [
        ("Ministry of Foreign Affairs of the Republic of Azerbaijan", "AZ"),
        ("U.S. Department of State", "US"),
        ("Embassy of the United States in Georgia", "US"),
        ("British Embassy Baku", "GB"),
        ("Permanent Mission of India to the United Nations", "IN"),
        ("Delegation of the European Union to Georgia", None),
        ("European Commission", None),
        ("American Heart Association", None),
        ("Bank of America", None),
        ("Ministry of Rivers", None),
        (None, None),
    ],
)
def test_the_first_state_in_the_name_of_a_body_of_state_speaks(issuer: str | None, side: str | None) -> None:
    assert side_of(issuer) == side


def test_the_sources_own_word_comes_first() -> None:
    fields = {"issuer": "Embassy of France", "side": "be"}
    assert header(Document("Envoy received\n\nThe envoy came.\n", fields)).side == "BE"
