from collections.abc import Callable
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from releasecli.queries.search.answer import Found
from releasecli.queries.search.passages import Sought, passages
from releasecli.text.fold import key
from releasecli.text.paragraphs import paragraphs
from releasecli.text.tokens import words

Ask = Callable[..., Found]
LONG = "Title\n\n" + "Nothing here to see at all. " * 30 + "The Lachin road was open. " + "More of nothing. " * 30


def test_the_passage_holds_the_word_and_marks_it(ask: Ask) -> None:
    hit = ask([LONG], "lachin").hits[0]
    assert hit.snippet is not None
    assert LONG[hit.snippet.start : hit.snippet.end] == hit.snippet.text
    assert [LONG[start:end] for start, end in hit.spans] == ["Lachin"]
    assert hit.ref.endswith(":2")


def test_a_word_between_blanks_that_hold_together_is_marked_once(ask: Ask) -> None:
    hit = ask(["Title\n\nThey\u202faddress the\u202fclimate\u202fcrisis\u202fof Laçın."], "climate").hits[0]
    assert len(hit.spans) == 1


def test_a_passage_begins_and_ends_with_whole_words(ask: Ask) -> None:
    snippet = ask([LONG], "lachin").hits[0].snippet
    assert snippet is not None
    assert LONG[snippet.start - 1].isspace()
    assert LONG[snippet.end : snippet.end + 1].isspace()


def test_the_title_which_is_shown_anyway_is_no_passage_where_the_body_holds_one_of_the_words(ask: Ask) -> None:
    hit = ask(["Lachin road\n\nThe road is open."], "lachin road").hits[0]
    assert hit.snippet is not None
    assert hit.snippet.text == "The road is open."


def test_without_words_the_paragraph_after_the_title_is_shown_or_the_title_where_it_stands_alone(ask: Ask) -> None:
    hits = ask(["Lachin road\n\nThe road is open.\n\nIt snows.", "A title"], "").hits
    assert {hit.snippet.text for hit in hits if hit.snippet} == {"The road is open.", "A title"}


def test_several_passages_do_not_overlap(ask: Ask) -> None:
    text = "Title\n\n" + " ".join(f"Road number {n} is closed for repair until spring comes again." for n in range(40))
    hit = ask([text], "road", snippets=3).hits[0]
    assert hit.snippet is not None
    spans = sorted((span.start, span.end) for span in (hit.snippet, *hit.more))
    assert len(spans) == 3
    assert all(one[1] <= two[0] for one, two in pairwise(spans))


def test_every_variant_is_marked(ask: Ask) -> None:
    hit = ask(["Title\n\nIn Azerbaijani Laçın, in English Lachin."], "lachin").hits[0]
    assert hit.words == ("Laçın", "Lachin")


def test_words_of_a_phrase_are_marked_where_they_stand_in_a_row(ask: Ask) -> None:
    text = "Title\n\nThe treaty of the other organization. A treaty organization was there."
    assert ask([text], '"treaty organization"').hits[0].words == ("treaty", "organization")
    hit = ask([text], '"treaty organization"').hits[0]
    assert [text[start:end] for start, end in hit.spans] == ["treaty", "organization"]


def test_words_of_another_name_are_marked_where_they_stand_in_a_row(ask: Ask) -> None:
    text = "Title\n\nOther nations. It is one of the United Nations. United they stand, these nations."
    hit = ask([text], "UN").hits[0]
    assert [text[start:end] for start, end in hit.spans] == ["United", "Nations"]


def test_an_abbreviation_is_marked_and_the_end_of_a_number_is_not() -> None:
    text = "The U.S. military told us that 4,000 of 000 came to Sana'a."
    found = passages(text, paragraphs(text), Sought({"us": 0, "000": 1, "sanaa": 2}))
    assert [text[start:end] for start, end in found[0].marks] == ["U.S.", "us", "000", "Sana'a"]


@settings(deadline=None)
@given(st.text(st.sampled_from("ab cab cab cab cÇ.\n\xa0'’1,-"), max_size=400), st.sampled_from(["a", "ab", "c", "b1"]))
def test_marks_are_the_words_that_were_looked_for(text: str, word: str) -> None:
    found = passages(text, paragraphs(text), Sought({word: 0}))
    assert all(key(words(text[start:end])[0]) == word for passage in found for start, end in passage.marks)
    assert all(len(set(passage.marks)) == len(passage.marks) for passage in found)
    assert bool(found) == any(key(each) == word for each in words(text))
