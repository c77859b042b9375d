from pathlib import Path

import pytest

from releasecli.extract.names import cast, names
from releasecli.model import Header

SEED = Path(__file__).parents[3] / "../shared/corpus/seed/2023-03-21-press-service.txt"
READOUT = (
    "Readout of the Call\n\nPresident Joseph R. Biden, Jr. spoke with President Felix Tshisekedi of the Democratic "
    "Republic of the Congo (DRC). President Biden thanked Tshisekedi. Biden said the DRC matters. "
    "Mr. Tshisekedi agreed."
)
US = Header(title="Readout of the Call", side="US", language="en")


def entities(text: str, header: Header = US, kind: str = "person") -> list[str]:
    return [name.entity for name in names(text, header) if name.kind == kind]


def test_a_surname_means_the_person_named_in_full() -> None:
    assert set(entities(READOUT)) == {"joseph-biden", "felix-tshisekedi"}


def test_every_mention_carries_the_fullest_name() -> None:
    assert {n.name for n in names(READOUT, US) if n.kind == "person"} == {"Joseph R. Biden", "Felix Tshisekedi"}


def test_a_short_form_in_brackets_is_the_same_place() -> None:
    assert set(entities(READOUT, kind="place")) == {"democratic-republic-of-the-congo"}


def test_the_state_behind_the_name_counts_for_all_mentions() -> None:
    assert {m.name: m.state for m in cast(names(READOUT, US))} == {"Joseph R. Biden": "US", "Felix Tshisekedi": "CD"}


def test_the_cast_keeps_the_offices_in_order_of_the_people() -> None:
    members = cast(names(READOUT, US))
    assert [(m.entity, m.offices) for m in members] == [
        ("joseph-biden", ("President",)),
        ("felix-tshisekedi", ("President", "Mr.")),
    ]


def test_a_title_apart_from_the_text_gives_the_full_name() -> None:
    header = Header(title="Telephone conversation with President of Finland Sauli Niinistö", language="en")
    assert entities("Mr Niinistö agreed.", header) == ["sauli-niinisto"]


def test_one_person_has_one_entity_in_two_scripts() -> None:
    latin, turkic = (names(f"President {name} spoke.", US)[0].entity for name in ("Ilham Aliyev", "İlham Əliyev"))
    assert latin == turkic == "ilham-aliyev"


def test_a_short_first_name_is_the_long_one() -> None:
    assert entities("Joe Biden spoke. Joseph Biden left.") == ["joseph-biden", "joseph-biden"]


def test_two_people_of_one_surname_stay_two() -> None:
    assert entities("Hillary Clinton and Bill Clinton spoke.") == ["hillary-clinton", "william-clinton"]


def test_a_first_name_behind_a_title_means_the_person() -> None:
    text = "Amir Sheikh Tamim Bin Hamad Al-Thani of Qatar called. Sheikh Tamim agreed."
    assert len(set(entities(text))) == 1


def test_states_have_one_entity_by_all_their_names() -> None:
    text = "Ukraine, the Russian Federation and Russia; the U.S., the US and the United States of America"
    assert entities(text, kind="place") == ["ukraine", "russia", "russia", *["united-states"] * 3]


def test_a_line_in_capitals_names_whom_the_text_names() -> None:
    text = "SEN. DOLE HELPS SECURE $5.8 MILLION FOR NORTH CAROLINA PROJECTS\n\nSen. Elizabeth Dole today applauded it."
    found = names(text, US)
    assert [(n.text, n.entity, n.office) for n in found] == [
        ("DOLE", "elizabeth-dole", "SEN."),
        ("NORTH CAROLINA", "north-carolina", None),
        ("Elizabeth Dole", "elizabeth-dole", "Sen."),
    ]


def test_a_headline_makes_no_names_of_its_capitals() -> None:
    text = "Fact Sheet: President Biden Announces Actions to Promote Educational Opportunity\n\nIt is a good day."
    assert [n.text for n in names(text, US)] == ["Biden"]


def test_a_headline_that_is_said_twice_makes_no_names_either() -> None:
    text = "Press Office | Trader Fined for Evading Tolls\n\nTrader Fined for Evading Tolls\n\nIt is a good day."
    assert "Evading Tolls" not in [n.text for n in names(text, US)]


@pytest.mark.parametrize("firm", ["Norvik Energi ASA", "Norvik Energi, Inc."])
def test_the_first_word_of_a_firm_is_the_firm(firm: str) -> None:
    text = f"Results\n\n{firm} reported more. Norvik said that it grew."
    assert set(entities(text, kind="organisation")) in ({"norvik-energi-asa"}, {"norvik-energi"})


def test_of_two_firms_of_one_first_word_the_word_alone_is_neither() -> None:
    text = "Results\n\nNorvik Energi ASA and Norvik Bank ASA reported more. Norvik said that it grew."
    assert entities(text, kind="organisation")[:2] == ["norvik-energi-asa", "norvik-bank-asa"]
    assert "norvik" in {name.entity for name in names(text, US)}


def test_a_common_word_or_a_first_name_is_no_short_form_of_a_firm() -> None:
    text = "Results\n\nSummit Power ASA and Peter Power ASA reported more. Summit talks begin. Peter Lund agreed."
    found = {(name.text, name.entity) for name in names(text, US)}
    assert not {("Summit", "summit-power-asa"), ("Peter Lund", "peter-power-asa")} & found


def test_a_storm_is_known_by_its_name_alone() -> None:
    text = "Weather\n\nHurricane Odalys reached the coast. Odalys left no harm."
    assert {name.entity for name in names(text, US)} == {"hurricane-odalys"}


def test_of_two_with_one_surname_the_one_with_the_office_is_meant() -> None:
    text = "Visit\n\nPresident Ole Moe and Mrs. Ana Moe will host the guests. President Moe will discuss trade."
    assert entities(text)[-1] == "ole-moe"


def test_the_sign_of_a_currency_is_no_state() -> None:
    assert entities("Aid\n\nIt costs US$ 5 million.", kind="place") == []


@pytest.mark.parametrize("verb", ["Rescinds", "Establishes", "Rebuilds"])
def test_the_verb_of_a_headline_is_no_surname(verb: str) -> None:
    text = f"President Mara J. Holm {verb} Rules on Ports\n\nMara Holm signed the order today."
    assert {n.entity for n in names(text, US)} == {"mara-holm"}


def test_another_language_yields_only_what_is_sure() -> None:
    text = "Regeringen föreslår i dag en ny lag. Det säger Maria Stenergard. Ukraina och EU är överens."
    assert [n.text for n in names(text, Header(language="sv"))] == ["Maria Stenergard", "Ukraina", "EU"]


@pytest.mark.skipif(not SEED.exists(), reason="the corpus stands beside the repository")
def test_antony_blinken_is_one_person_throughout_the_seed() -> None:
    found = names(SEED.read_text(encoding="utf-8"), Header(side="AZ", language="en"))
    blinken = [n for n in found if "Blinken" in n.text]
    assert {(n.text, n.entity, n.state) for n in blinken} == {("Antony Blinken", "antony-blinken", "US")}
    assert len(blinken) == 3
    assert {n.entity for n in found if n.kind == "person"} == {"antony-blinken", "ilham-aliyev"}


def test_states_behind_towns_may_be_short() -> None:
    found = names("They met in Boise, ID, and in Tampa, FL, on Monday.", US)
    assert [(n.text, n.entity) for n in found] == [
        ("Boise", "boise"),
        ("ID", "idaho"),
        ("Tampa", "tampa"),
        ("FL", "florida"),
    ]


def test_a_long_list_of_people_of_one_first_name_is_read_at_once() -> None:
    text = " ".join(f"John Sm{chr(97 + n // 26)}{chr(97 + n % 26)}ov," for n in range(600))
    assert len(set(entities(text))) == 600


def test_any_kind_of_blank_stands_between_the_words_of_a_name() -> None:
    found = names("They met with Secretary of State Antony J.\u202fBlinken.\u202fThe talks\u00a0went on.", US)
    assert [n.text for n in found] == ["Antony J.\u202fBlinken"]


@pytest.mark.parametrize(
    ("full", "alone"), [("Luiz Inácio Lula da Silva", "Lula"), ("Parnpree Bahiddha-Nukara", "Parnpree")]
)
def test_a_middle_or_rare_first_name_alone_means_the_person(full: str, alone: str) -> None:
    found = names(f"Prime Minister {full} arrived. {alone} said that talks go on.", US)
    assert len({n.entity for n in found if n.kind == "person"}) == 1


def test_the_hague_is_not_amsterdam() -> None:
    found = names("They met in The Hague and in Amsterdam.", US)
    assert [(n.entity, n.state) for n in found] == [("the-hague", "NL"), ("amsterdam", "NL")]


def states(text: str, header: Header = US) -> dict[str, str | None]:
    return {name.name: name.state for name in names(text, header) if name.kind == "person"}


def test_an_office_without_a_state_is_the_issuers() -> None:
    assert states("National Security Advisor Nora Vale spoke.") == {"Nora Vale": "US"}


def test_a_leader_of_another_state_is_not_the_issuers() -> None:
    found = states("President Putin met Antony Blinken, Secretary of State.", Header(side="RU", language="en"))
    assert found == {"Putin": "RU", "Antony Blinken": "US"}


def test_a_form_of_address_says_nothing_about_the_state() -> None:
    assert states("Mr. Vale called H.E. Dr. Orla Quist.") == {"Vale": None, "Orla Quist": None}


def test_the_head_of_a_body_of_many_states_acts_for_none() -> None:
    assert states("NATO Assistant Secretary General Nora Vale spoke.") == {"Nora Vale": None}


def test_an_ambassador_acts_for_the_state_he_is_sent_by() -> None:
    assert states("Ambassador to Ukraine Nora Vale and Ambassador of Chile to Ukraine Orla Quist spoke.") == {
        "Nora Vale": "US",
        "Orla Quist": "CL",
    }


def test_who_bears_a_title_that_the_issuer_does_not_have_is_not_the_issuers() -> None:
    assert states("Queen Ann III and Prime Minister Vale spoke.") == {"Ann": None, "Vale": None}


def test_of_two_with_one_surname_the_one_named_last_is_meant() -> None:
    text = "Mark Johnson joined. Johnson agreed. Then Marie Quintero-Johnson spoke, and Johnson left with Mark Johnson."
    assert entities(text)[1:4:2] == ["mark-johnson", "marie-quintero-johnson"]


def test_a_first_name_alone_means_the_only_one_who_bears_it() -> None:
    assert set(entities("Jeff Woodle was released. We thank Jeff and his wife.")) == {"jeffrey-woodle"}


def test_a_first_name_that_two_bear_means_neither() -> None:
    assert "craig" in entities("Craig Vale met Craig Moss. Then Craig left.")


def test_a_second_president_is_another_states() -> None:
    assert states("President Joe Biden met President Luis Vale.") == {"Joe Biden": "US", "Luis Vale": None}
