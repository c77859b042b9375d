from releasecli.model import Correction, Cue, Entity, Facts, Figure, Span, Statement, Time
from releasecli.refresh.corrections import corrected, quoted

TEXT = "Call\n\nHe said that 25 ships\nleft on March 5. She noted 30 boats.\n"


def at(words: str) -> tuple[int, int, str]:
    start = TEXT.index(words)
    return start, start + len(words), words


FACTS = Facts(
    times=(Time(*at("March 5"), "DATE", "2023-03-05", "2023-03-05", "2023-03-05"),),
    statements=(
        Statement(
            *at("He said that 25 ships\nleft on March 5."), "indirect", Span(*at("He")), (), "pronoun",
            Cue(*at("said"), "say", "claim"), (),
        ),
        Statement(
            *at("She noted 30 boats."), "indirect", None, (), "passive", Cue(*at("noted"), "note", "claim"), ()
        ),
    ),
    figures=(Figure(*at("25"), 25), Figure(*at("30"), 30)),
)  # fmt: skip


def test_a_speaker_set_by_hand_is_the_statements_and_says_so() -> None:
    facts, lost = corrected(TEXT, FACTS, [Correction("He said", {"speaker": "Ilham Əliyev; The Minister"})])
    first, second = facts.statements
    assert first.who == (Entity("ilham-aliyev", "Ilham Əliyev"), Entity("the-minister", "The Minister"))
    assert first.basis == "hand"
    assert second == FACTS.statements[1]
    assert lost == ()


def test_a_date_set_by_hand_is_a_day() -> None:
    (time,) = corrected(TEXT, FACTS, [Correction("left on March 5", {"date": "2022-03-05"})])[0].times
    assert (time.value, time.earliest, time.latest, time.rule) == ("2022-03-05", "2022-03-05", "2022-03-05", "hand")


def test_a_month_set_by_hand_has_its_first_and_last_day() -> None:
    (time,) = corrected(TEXT, FACTS, [Correction("left on March 5", {"date": "2022-02"})])[0].times
    assert (time.value, time.earliest, time.latest) == ("2022-02", "2022-02-01", "2022-02-28")


def test_a_fact_is_dropped_by_its_words_or_all_of_a_kind() -> None:
    assert [f.text for f in corrected(TEXT, FACTS, [Correction("that 25 ships left", drop="25")])[0].figures] == ["30"]
    assert corrected(TEXT, FACTS, [Correction("She noted 30 boats", drop="figures")])[0].figures == FACTS.figures[:1]


def test_a_figure_set_by_hand_counts_exactly() -> None:
    figure = corrected(TEXT, FACTS, [Correction("30 boats", {"value": "3,000"})])[0].figures[1]
    assert (figure.value, figure.bound) == (3000, "=")


def test_a_quotation_may_run_over_a_line_break() -> None:
    assert quoted(TEXT, "25 ships left") == at("25 ships\nleft")[:2]


def test_a_correction_whose_sentence_is_gone_is_told() -> None:
    gone = Correction("They never met", {"date": "2022-03-05"})
    assert corrected(TEXT, FACTS, [gone]) == (FACTS, (gone,))


def test_a_value_that_is_no_number_or_date_is_told_and_changes_nothing() -> None:
    bad = (Correction("30 boats", {"value": "many"}), Correction("on March 5", {"date": "soon"}))
    assert corrected(TEXT, FACTS, bad) == (FACTS, bad)
