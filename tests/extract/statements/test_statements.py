from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from releasecli.extract.statements import statements
from releasecli.extract.statements.drafts import drafts
from releasecli.extract.statements.lexicon import inflected
from releasecli.model import Header, Name, Statement
from releasecli.text.paragraphs import paragraphs
from releasecli.text.sentences import sentences

ENGLISH = Header(language="en")
SHARED = Path(__file__).parents[3] / "../shared"
SEED = SHARED / "corpus/seed/2023-03-21-press-service.txt"


def person(text: str, words: str, office: str | None = None, state: str | None = None) -> Name:
    start = text.index(words)
    return Name(start, start + len(words), words, "person", words.lower().replace(" ", "-"), words, office, state)


def found(text: str, *names: Name, header: Header = ENGLISH) -> tuple[Statement, ...]:
    return statements(text, header, sentences(text, "en"), names)


def who(text: str, *names: Name, header: Header = ENGLISH) -> list[tuple[str, ...]]:
    return [tuple(one.name for one in each.who) for each in found(text, *names, header=header)]


CALL = "President Ana Lind spoke today with Prime Minister Ole Moe. "
US = Header(language="en", side="US")


def cast(text: str) -> tuple[Name, ...]:
    return person(text, "Ana Lind", "President", "US"), person(text, "Ole Moe", "Prime Minister", "NO")


@pytest.mark.parametrize(
    ("speaker", "names", "basis"),
    [
        ("The President", ("Ana Lind",), "role"),
        ("The head of state", ("Ana Lind",), "role"),
        ("The Norwegian Prime Minister", ("Ole Moe",), "role"),
        ("Her Norwegian counterpart", ("Ole Moe",), "role"),
        ("The Norwegian side", ("Ole Moe",), "role"),
        ("The Norwegian leader", ("Ole Moe",), "role"),
        ("The Chancellor", ("Chancellor",), "role"),
        ("The leaders", ("Ana Lind", "Ole Moe"), "set"),
        ("Both sides", ("Ana Lind", "Ole Moe"), "set"),
        ("They", ("Ana Lind", "Ole Moe"), "set"),
        ("The President and Prime Minister", ("Ana Lind", "Ole Moe"), "set"),
        ("The President and Prime Minister Moe", ("Ana Lind", "Ole Moe"), "name"),
        ("She and her counterpart", ("Ana Lind", "Ole Moe"), "set"),
        ("She and Prime Minister Moe", ("Ana Lind", "Ole Moe"), "set"),
        ("Several ministers", (), "set"),
        ("Other participants", (), "set"),
        ("A passer-by", (), "role"),
    ],
)
def test_a_speaker_is_resolved_from_the_cast(speaker: str, names: tuple[str, ...], basis: str) -> None:
    text = f"{CALL}{speaker} said that trade had grown.\n"
    people = cast(text)
    if "Moe said" in text:
        start = text.index("Moe said")
        people = (*people, Name(start, start + 3, "Moe", "person", "ole-moe", "Ole Moe", "Prime Minister", "NO"))
    (one,) = found(text, *people, header=US)
    assert (tuple(entity.name for entity in one.who), one.basis) == (names, basis)


def test_he_is_the_last_single_speaker_and_the_reason_is_kept() -> None:
    text = f"{CALL}The Prime Minister said that trade had grown. He stressed the need for more.\n"
    (*_, last) = found(text, *cast(text), header=US)
    assert [one.name for one in last.who] == ["Ole Moe"]
    assert last.basis == "pronoun"
    assert "last speaker" in last.why


def test_they_are_the_group_that_spoke_last() -> None:
    text = f"{CALL}The Latvian delegation stated that it agreed. They thanked the President for her help.\n"
    assert who(text, *cast(text), header=US) == [("Latvian delegation",), ("Latvian delegation",)]


def test_a_passive_has_no_speaker() -> None:
    text = f"{CALL}It was noted that trade had grown.\n"
    (one,) = found(text, *cast(text), header=US)
    assert (one.speaker, one.who, one.basis) == (None, (), "passive")


def test_the_issuer_without_an_office_in_the_text_holds_the_issuer_s() -> None:
    text = "Ana Lind spoke by telephone with Ole Moe. The President of Norway said that trade had grown.\n"
    header = Header(language="en", side="NO", issuer="President of Norway")
    assert who(text, person(text, "Ana Lind"), person(text, "Ole Moe"), header=header) == [("Ana Lind",)]


def test_we_are_the_state_of_the_issuer_and_i_am_the_author() -> None:
    header = Header(title="Statement by President Ana Lind on trade", language="en", side="NO")
    text = "We thank all partners for their help. I call on them to do more.\n"
    assert who(text, header=header) == [("Norway",), ("Ana Lind",)]


def test_we_of_a_joint_statement_are_all_whose_it_is() -> None:
    text = "Norway and Chad met in Oslo today. We thank all partners for their help.\n"
    places = tuple(
        Name(text.index(word), text.index(word) + len(word), word, "place", word.lower(), word, None, code)
        for word, code in (("Norway", "NO"), ("Chad", "TD"))
    )
    header = Header(title="Joint Statement of Norway and Chad", language="en", side="NO")
    assert who(text, *places, header=header) == [("Norway", "Chad")]


@pytest.mark.parametrize(
    ("speaker", "name"),
    [
        ("The group's director, Ana Lind,", "Ana Lind"),
        ("One member, Mr Ana Lind,", "Ana Lind"),
        ("The group's Chief Technology and Innovation Officer Ana Lind", "Ana Lind"),
    ],
)
def test_a_name_beside_an_office_is_the_speaker(speaker: str, name: str) -> None:
    text = f"{speaker} said that it was late.\n"
    assert who(text, person(text, "Ana Lind")) == [(name,)]


@pytest.mark.parametrize("speaker", ["Aides to Ana Lind", "A spokesman for Ana Lind", "Lawyers of Ana Lind"])
def test_who_works_for_somebody_is_somebody_else(speaker: str) -> None:
    text = f"{speaker} said that it was late.\n"
    assert who(text, person(text, "Ana Lind")) == [()]


def test_a_card_that_pops_up_is_no_part_of_a_name() -> None:
    text = "Ana Lind Lind AnaHead said that it was late.\n"
    assert who(text, person(text, "Ana Lind Lind AnaHead")) == [("Ana Lind",)]


def test_a_release_of_a_company_calls_it_the_company() -> None:
    text = "The company said that trade had grown.\n"
    assert who(text, header=Header(language="en", issuer="Lind Ships Ltd")) == [("Lind Ships Ltd",)]


def test_a_quotation_that_holds_another_goes_on() -> None:
    text = (
        "Senator Dale released the following statement:\n\n“It is good. The report found “it was late.” That is so.\n\n"
        "“It must pass.”\n"
    )
    (one,) = found(text)
    assert [part.text for part in one.content][-1] == "It must pass"


def test_a_paragraph_that_only_closes_a_quotation_is_part_of_it() -> None:
    text = 'Senator Dale released the following statement:\n\n"It is good.\n\nIt must pass."\n'
    (one,) = found(text)
    assert [part.text for part in one.content] == ["It is good", "It must pass"]


def test_the_hearer_is_resolved_too_and_is_never_the_speaker() -> None:
    text = f"{CALL}The Prime Minister thanked the President for her help.\n"
    (one,) = found(text, *cast(text), header=US)
    assert one.addressee is not None
    assert [entity.name for entity in one.addressee.who] == ["Ana Lind"]


def test_the_title_is_no_statement() -> None:
    text = "Minister says roads are safe\n\nThe Minister said that roads were safe.\n"
    assert len(found(text, header=Header(title="Minister says roads are safe", language="en"))) == 1


def test_the_only_paragraph_is_no_title_even_where_it_is_called_so() -> None:
    text = "The Minister said that roads were safe. She left."
    assert len(found(text, header=Header(title=text, language="en"))) == 1


def test_the_leaders_are_those_who_talked_not_the_host_of_the_visit() -> None:
    text = "At the invitation of King Ulf Berg, President Ana Lind paid a visit. She met Prime Minister Ole Moe. "
    people = (person(text, "Ulf Berg", "King"), *cast(text))
    text += "The leaders stressed that trade had grown.\n"
    start = text.index("She")
    people = (people[0], people[1], replace(people[1], start=start, end=start + 3, text="She"), people[2])
    assert who(text, *people)[-1:] == [("Ana Lind", "Ole Moe")]


def test_headings_in_capitals_are_no_speakers_though_they_speak_of_the_federal_government() -> None:
    text = "SHRINKING THE FEDERAL GOVERNMENT: Staff was cut.\n\nENDING THE LONG DELAYS: Rules were cut.\n"
    assert found(text) == ()


def test_a_whole_date_may_stand_between_the_verb_and_what_is_said() -> None:
    text = "Ole Moe told reporters on Monday, 3 May 2021 that trade had grown.\n"
    assert who(text, person(text, "Ole Moe")) == [("Ole Moe",)]


def test_documents_are_not_the_person_behind_the_comma() -> None:
    text = "According to court documents, Ole Moe, 54, arranged the loads.\n"
    assert who(text, person(text, "Ole Moe")) == [()]


def test_allies_are_not_the_one_person_who_was_named() -> None:
    text = "The Council met Secretary General Ole Moe. Allies announced that they would send troops.\n"
    assert who(text, person(text, "Ole Moe", "Secretary General")) == [()]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Moe said that all was well.\n", "indirect"),
        ("Moe said: “All is well.”\n", "direct"),
        ("Moe said that all was “well and good” in Chad.\n", "mixed"),
        ("Moe said that all was “well” in Chad.\n", "indirect"),
        ("Both sides discussed the need for roads.\n", "topic"),
    ],
)
def test_a_statement_is_direct_told_mixed_or_only_a_topic(text: str, kind: str) -> None:
    assert [one.kind for one in found(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Moe expressed appreciation for the help.\n", "thank"),
        ("Moe expressed concern about the delay.\n", "express"),
        ("Moe reiterated that he would stay.\n", "reaffirm"),
        ("Moe urged Chad to act.\n", "call-for"),
        ("Moe pledged to stay.\n", "commit"),
        ("The sides touched upon trade.\n", "discuss"),
    ],
)
def test_the_stance_follows_the_cue_and_the_noun_beside_it(text: str, stance: str) -> None:
    assert [one.cue.stance for one in found(text)] == [stance]


def test_a_negated_cue_is_marked() -> None:
    (one,) = found("The Governor did not rule out a cut.\n")
    assert one.cue.negated


def test_a_transcript_gives_each_turn_its_speaker() -> None:
    text = "Remarks\n\nPRESIDENT LIND: Thank you.  We meet again.\n\nIt is late.\n\nQ: Why?\n\n"
    text += "PRESIDENT LIND: I said so.\n"
    turns = [(one.speaker and one.speaker.text, [span.text for span in one.content]) for one in found(text)]
    assert turns == [
        ("PRESIDENT LIND", ["Thank you.  We meet again", "It is late"]),
        ("Q", ["Why?"]),
        ("PRESIDENT LIND", ["I said so"]),
    ]


def test_a_transcript_may_have_names_in_small_letters_inside_a_paragraph() -> None:
    text = "Ana Lind: Is it late? Ole Moe: Yes. It is. Ana Lind: Then let us go. Ole Moe: I said so.\n"
    turns = [(one.speaker and one.speaker.text, [span.text for span in one.content]) for one in found(text)]
    assert turns[:2] == [("Ana Lind", ["Is it late?"]), ("Ole Moe", ["Yes. It is"])]
    assert len(turns) == 4


def test_a_comma_may_stand_between_the_office_and_the_name_of_who_speaks() -> None:
    text = "Ana Lind: Go ahead. Governor of Brask, Ole Moe: I will be brief. Ana Lind: Thank you. Ole Moe: Good. "
    turns = [one.speaker and one.speaker.text for one in found(text + "\n")]
    assert turns == ["Ana Lind", "Governor of Brask, Ole Moe", "Ana Lind", "Ole Moe"]


def test_a_list_of_contacts_is_no_transcript() -> None:
    assert found("CONTACT: Jo Dale\n\nWHEN: Tuesday\n\nCONTACT: Bo Lee\n") == ()


def test_an_odd_quotation_mark_does_not_cost_what_follows() -> None:
    text = "The “plan was late.\n\nMoe said that all was well.\n\n“We act,” said Lind.\n"
    assert [one.speaker and one.speaker.text for one in found(text)] == ["Moe", "Lind"]


def test_a_text_may_end_behind_the_preposition_of_whoever_hears_it() -> None:
    assert found("Moe informed the Minister for\n") == ()


def test_verbs_are_inflected_by_rule() -> None:
    forms = {word for word, _ in inflected("commit", {}, frozenset(["commit"]))}
    assert forms == {"commit", "commits", "committed", "committing"}


def test_an_unknown_language_has_no_statements() -> None:
    assert statements("Moe said that.\n", Header(language="xx"), [(0, 14)], ()) == ()


WORDS = st.sampled_from(
    ["Moe", "said", "that", "noted", "the", "plan", ",", "“", "”", ".", "and", "to", "told", "reporters", "he", "who",
     "discussed", "It", "was", "according", "(", ")", ";", ":", "\n\n", "PRESIDENT X:", "adding", "—", "of", "urged",
     "informed", "Minister", "for"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_every_span_of_any_text_is_its_text(text: str) -> None:
    for one in found(text):
        spans = [one, one.cue, *one.content, *filter(None, [one.speaker, one.addressee])]
        assert all(text[span.start : span.end] == span.text and span.text for span in spans)


@given(st.text(max_size=200))
def test_no_text_is_too_odd(text: str) -> None:
    found(text)


def test_a_sentence_without_end_is_read_in_pieces_of_bounded_length() -> None:
    text = "Moe said that the plan " + "was noted and discussed by the sides " * 3000
    made = drafts(text, sentences(text, "en"), paragraphs(text), [], "en")
    assert len(made) < 100


def test_the_seed_has_its_statements_with_their_speakers() -> None:
    if not SEED.is_file():
        pytest.skip("the shared corpus is not here")
    from releasecli.extract.names import names  # noqa: PLC0415  only where the corpus is

    text = SEED.read_text("utf-8")
    header = Header(title=text.split("\n", 1)[0], issuer="Press Service of the President", side="AZ", language="en")
    said = statements(text, header, sentences(text, "en"), names(text, header))
    speakers = [" ".join(one.name for one in each.who) for each in said]
    assert speakers.count("Ilham Aliyev") >= 8
    assert speakers.count("Antony Blinken") == 1
    assert not any("Official news" in each.text for each in said)


def test_spans_hold_on_a_sample_of_the_corpus() -> None:
    if not SEED.is_file():
        pytest.skip("the shared corpus is not here")
    files = sorted((SHARED / "corpus").glob("*/**/*.txt"))[::40]
    for path in islice(files, 20):
        text = path.read_text("utf-8", errors="replace")
        for one in found(text):
            assert text[one.start : one.end] == one.text
            assert all(text[span.start : span.end] == span.text for span in one.content)


def test_she_is_the_one_called_ms() -> None:
    text = "Mr Ole Moe met Ms Ana Lind in Oslo. Mr Ole Moe said that he agreed. She asked for help.\n"
    start = text.index("Ole Moe said")
    people = (
        person(text, "Ole Moe"),
        person(text, "Ana Lind"),
        Name(start, start + 7, "Ole Moe", "person", "ole-moe", "Ole Moe"),
    )
    assert who(text, *people)[-1] == ("Ana Lind",)


def test_all_parties_are_nobody_in_particular() -> None:
    text = f"{CALL}The President urged all parties to stop.\n"
    (one,) = found(text, *cast(text), header=US)
    assert one.addressee is not None
    assert one.addressee.who == ()


def test_he_is_nobody_after_a_speaker_who_is_not_named() -> None:
    text = f"{CALL}A spokesman confirmed the date. He said that more would follow.\n"
    assert who(text, *cast(text)) == [(), ()]


def test_they_are_nobody_after_a_group_that_is_not_named() -> None:
    text = f"{CALL}Analysts noted that prices rose. They said that more would follow.\n"
    assert who(text, *cast(text)) == [(), ()]


def test_they_are_the_members_of_the_body_that_spoke_last() -> None:
    text = "The members of the Board noted the report. They called for more.\n"
    board = Name(19, 24, "Board", "organisation", "board", "Board")
    assert who(text, board) == [("Board",), ("Board",)]


def test_a_spokesman_answers_the_press_under_his_name() -> None:
    text = "CNN: Will you go?\n\nJo Lind: I will not say.\n\nReuters: Why not?\n\nJo Lind: Ask me later.\n"
    assert [one.speaker and one.speaker.text for one in found(text)] == ["CNN", "Jo Lind", "Reuters", "Jo Lind"]


def test_a_sentence_that_breaks_off_behind_its_cue_says_nothing() -> None:
    assert found("The company told its customers that\n\nMoney matters.\n") == ()


def test_a_speech_begins_behind_the_office_and_name_of_who_gives_it() -> None:
    text = "Ana Lind spoke.\n\n* * * President of Velmora Ana Lind: Friends, I am glad. We have done much.\n"
    (one,) = [each for each in found(text) if each.kind == "direct"]
    assert (one.speaker and one.speaker.text) == "President of Velmora Ana Lind"
    assert one.content[0].text.startswith("Friends, I am glad")


def test_a_label_of_a_list_is_no_speech() -> None:
    assert found("Chairman of the Board: Jo Lind\n\nDeputy Director of Sales: Ole Moe\n") == ()


def test_senators_of_one_list_share_its_office() -> None:
    text = "Sens. Jo Hart (D-SD) and Amy Lowe (R-ND) wrote a bill. The senators said that it was late."
    people = person(text, "Jo Hart", "Sens."), person(text, "Amy Lowe")
    assert who(text, *people)[0] == ("Jo Hart", "Amy Lowe")


def test_a_family_name_that_stands_first_is_the_same_person() -> None:
    text = "President Wang Lei spoke. Later Wang said that it was late."
    again = text.rindex("Wang")
    people = person(text, "Wang Lei", "President"), Name(again, again + 4, "Wang", "person", "wang", "Wang")
    assert who(text, *people) == [("Wang Lei",)]


def test_it_is_the_body_that_spoke_before() -> None:
    text = "The Bank of Chad said that prices fell. It urged banks to lend."
    body = Name(4, 16, "Bank of Chad", "organisation", "bank-of-chad", "Bank of Chad")
    assert who(text, body) == [("Bank of Chad",), ("Bank of Chad",)]


def test_what_stands_below_every_release_says_nothing() -> None:
    said = "The firm said that sales grew in May and in June and in July of the year.\n\n"
    assert len(found(f"{said}About Acme\n\nAcme said that it helps people.\n")) == 1
    assert len(found(f"About Acme\n\nAcme said that it helps people.\n\n{said}")) == 2


def test_it_is_no_speaker_where_no_body_was_named() -> None:
    assert found("The rain fell. It urged nobody to stay, and it said that all was lost.") == ()


def test_a_party_and_town_in_brackets_is_no_person() -> None:
    text = "Rep. Bob Lott (R-Oak Green) said that it was late."
    people = person(text, "Bob Lott", "Rep."), person(text, "R-Oak Green")
    assert who(text, *people) == [("Bob Lott",)]


def test_a_sentence_that_breaks_off_behind_a_preposition_says_nothing() -> None:
    assert not found("Ole Moe told the ministry in")
