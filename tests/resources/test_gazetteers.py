"""Gazetteers say where they come from, and the states of the world are all there."""

from pathlib import Path

import pytest

from releasecli.resources import ROOT, gazetteer

# ISO 3166-1 codes of the 193 members of the United Nations and its two observer states.
MEMBERS = [
    "AD", "AE", "AF", "AG", "AL", "AM", "AO", "AR", "AT", "AU", "AZ", "BA", "BB", "BD", "BE", "BF", "BG", "BH",
    "BI", "BJ", "BN", "BO", "BR", "BS", "BT", "BW", "BY", "BZ", "CA", "CD", "CF", "CG", "CH", "CI", "CL", "CM",
    "CN", "CO", "CR", "CU", "CV", "CY", "CZ", "DE", "DJ", "DK", "DM", "DO", "DZ", "EC", "EE", "EG", "ER", "ES",
    "ET", "FI", "FJ", "FM", "FR", "GA", "GB", "GD", "GE", "GH", "GM", "GN", "GQ", "GR", "GT", "GW", "GY", "HN",
    "HR", "HT", "HU", "ID", "IE", "IL", "IN", "IQ", "IR", "IS", "IT", "JM", "JO", "JP", "KE", "KG", "KH", "KI",
    "KM", "KN", "KP", "KR", "KW", "KZ", "LA", "LB", "LC", "LI", "LK", "LR", "LS", "LT", "LU", "LV", "LY", "MA",
    "MC", "MD", "ME", "MG", "MH", "MK", "ML", "MM", "MN", "MR", "MT", "MU", "MV", "MW", "MX", "MY", "MZ", "NA",
    "NE", "NG", "NI", "NL", "NO", "NP", "NR", "NZ", "OM", "PA", "PE", "PG", "PH", "PK", "PL", "PT", "PW", "PY",
    "QA", "RO", "RS", "RU", "RW", "SA", "SB", "SC", "SD", "SE", "SG", "SI", "SK", "SL", "SM", "SN", "SO", "SR",
    "SS", "ST", "SV", "SY", "SZ", "TD", "TG", "TH", "TJ", "TL", "TM", "TN", "TO", "TR", "TT", "TV", "TZ", "UA",
    "UG", "US", "UY", "UZ", "VC", "VE", "VN", "VU", "WS", "YE", "ZA", "ZM", "ZW",
]  # fmt: skip
OBSERVERS = ["VA", "PS"]
SHARED = {"CG": "CD", "DM": "DO"}  # a demonym that two states share stands with the larger
STATES = {row[0]: row for row in gazetteer("states") if row[0]}


def test_the_list_of_members_is_whole() -> None:
    assert len(set(MEMBERS)) == 193


@pytest.mark.parametrize("code", [*MEMBERS, *OBSERVERS])
def test_each_state_has_its_name_demonym_and_capital(code: str) -> None:
    _, name, _, demonyms, capitals = STATES[code]
    assert all((name, demonyms or STATES[SHARED[code]][3], capitals))


@pytest.mark.parametrize("path", sorted((ROOT / "gazetteers").glob("*.tsv")), ids=lambda path: path.stem)
def test_each_list_says_where_it_comes_from(path: Path) -> None:
    head = "".join(line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#"))
    assert "ource" in head
    assert "general knowledge" not in head
