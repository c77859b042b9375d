import pytest

from releasecli.extract.statements import statements
from releasecli.extract.statements.lexicon import inflected
from releasecli.model import Header, Statement
from releasecli.resources import lexicon
from releasecli.text.sentences import sentences

CUES, GRAMMAR = lexicon("en", "cues"), lexicon("en", "grammar")
BEHIND = {
    "that": (" that the talks had begun.", "the talks had begun"),
    "zero": (" the talks had begun.", "the talks had begun"),
    "quote": (": “The talks have begun.”", "The talks have begun"),
    "wh": (" how the talks had begun.", "how the talks had begun"),
    "np": (" the need for new talks on the issue.", "the need for new talks on the issue"),
    "to": (" to continue the talks.", "to continue the talks"),
    "ing": (" holding new talks.", "holding new talks"),
    "as": (" the plan as a mistake.", "the plan as a mistake"),
    "label": (" the plan a mistake.", "the plan a mistake"),
}


def found(text: str) -> tuple[Statement, ...]:
    text += "\n"
    return statements(text, Header(language="en"), sentences(text, "en"), ())


def told(one: Statement) -> str:
    parts = [one.speaker.text if one.speaker else "", one.cue.text, " // ".join(span.text for span in one.content)]
    return " | ".join([*parts, one.addressee.text] if one.addressee else parts)


@pytest.mark.parametrize("example", CUES["examples"], ids=lambda example: example["text"][:60])
def test_every_example_says_what_it_should(example: dict[str, list[str] | str]) -> None:
    assert [told(one).strip() for one in found(str(example["text"]))] == [line.strip() for line in example["said"]]


def _past(verb: str) -> str:
    lemma, _, particle = verb.partition(" ")
    forms = inflected(lemma, GRAMMAR["irregular"], frozenset(GRAMMAR["doubling"]))
    past = next(word for word, kind in forms if kind == "d")
    return f"{past} {particle}".strip()


FRAMES = [
    (verb, frame, row)
    for row in CUES["verbs"]
    for verb in row["verbs"]
    for frame in row.get("frames", "").split()
    if frame in BEHIND and not row.get("pair") and not row.get("negative")
]


@pytest.mark.parametrize(("verb", "frame", "row"), FRAMES, ids=lambda value: value if isinstance(value, str) else "")
def test_every_verb_is_a_cue_in_each_of_its_frames(verb: str, frame: str, row: dict[str, list[str]]) -> None:
    behind, content = BEHIND[frame]
    if row.get("pronominal"):
        behind, content = " it had begun.", "it had begun"
    if row.get("heads"):
        behind, content = f" his {row['heads'][1]}.", f"his {row['heads'][1]}"
    one = found(f"Minister Anna Lind {_past(verb)}{behind}")
    assert [(one.speaker and one.speaker.text, one.content[0].text) for one in one] == [("Minister Anna Lind", content)]


PREPOSITIONS = [
    (verb, preposition)
    for row in CUES["verbs"]
    for verb in row["verbs"]
    for preposition in str(row.get("prep", "")).split()
]


@pytest.mark.parametrize(("verb", "preposition"), PREPOSITIONS)
def test_every_preposition_of_a_verb_opens_its_content(verb: str, preposition: str) -> None:
    one = found(f"Minister Anna Lind {_past(verb)} {preposition} the new plan.")
    assert [(one.content[0].text, one.cue.text) for one in one] == [("the new plan", f"{_past(verb)} {preposition}")]


HEARERS = [
    (verb, after)
    for row in CUES["verbs"]
    for verb in row["verbs"]
    for after in str(row.get("object", "")).split()
    if after in ("that", "to", "for", "of", "on", "about", "against") and not row.get("np-object")
]
AFTER = {"that": "that the talks had begun", "to": "to continue the talks"}


@pytest.mark.parametrize(("verb", "after"), HEARERS)
def test_every_verb_with_an_object_has_a_hearer(verb: str, after: str) -> None:
    behind = AFTER.get(after, f"{after} the new plan")
    one = found(f"Minister Anna Lind {_past(verb)} the Council {behind}.")
    assert [one.addressee and one.addressee.text for one in one] == ["the Council"]


@pytest.mark.parametrize("row", CUES["phrases"], ids=lambda row: row["words"][:50])
def test_every_phrase_is_a_cue(row: dict[str, str]) -> None:
    words = [step.split("|")[0] for step in row["words"].split() if step != "~"]
    behind = {"that": " the talks had begun.", "to": " the new plan."}.get(words[-1], " the new plan.")
    if row.get("frames"):
        behind = " that the talks had begun."
    if row.get("lead"):
        behind = ":\n\n“The talks have begun.”"
    verb = "was" if words[0] == "be" else _past(words[0])
    one = found(f"Minister Anna Lind {' '.join([verb, *words[1:]])}{behind}")
    assert [one.speaker and one.speaker.text for one in one] == ["Minister Anna Lind"]
