import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from releasecli.model.entity import Entity
from releasecli.model.facts import Cue, Facts, Figure, Name, Party, Statement
from releasecli.model.record import facts_record
from releasecli.model.span import Span
from releasecli.model.times import Time
from releasecli.store.cache.packing import opened, packed

TEXT = "Talks\n\nPrésident 刘 “said” ﷽ that\tmore than 4,700 vehicles came,\u2028since 12 December. 🙂\n"
words = st.sampled_from(("direct", "Ilham Aliyev", "ilham-aliyev", "İ. O'Brien", "o-brien", "a\nb", "", "刘"))
maybe = st.none() | words
entities = st.builds(Entity, words, words)


def standing(kind: Any, /, **values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Facts of a kind whose words are those of the text."""

    def placed(a: int, b: int, more: dict[str, Any]) -> Any:
        start, end = sorted((a, b))
        return kind(start, end, TEXT[start:end], **more)

    place = st.integers(0, len(TEXT))
    return st.builds(placed, place, place, st.fixed_dictionaries(values))


def several(one: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(one, max_size=3).map(tuple)


times = standing(
    Time, type=words, value=words, earliest=maybe, latest=maybe, until=maybe, mod=maybe, basis=words, role=words,
    ambiguous=st.booleans(), rule=words, anchor=maybe, readings=several(words),
)  # fmt: skip
names = standing(Name, kind=words, entity=words, name=words, office=maybe, state=maybe, why=words)
statements = standing(
    Statement, kind=words, speaker=st.none() | standing(Span), who=several(entities), basis=words,
    cue=standing(Cue, lemma=words, stance=words, negated=st.booleans()), content=several(standing(Span)),
    addressee=st.none() | standing(Party, who=several(entities)), rule=words, why=words,
)  # fmt: skip
numbers = st.none() | st.integers() | st.floats(allow_nan=False)
figures = standing(
    Figure, value=numbers, value_max=numbers, bound=words, unit=maybe, counted=maybe, rule=words
)  # fmt: skip
facts = st.builds(
    Facts, times=several(times), names=several(names), statements=several(statements), figures=several(figures)
)


@given(facts)
def test_facts_come_back_as_the_contract_has_them(found: Facts) -> None:
    assert json.dumps(opened(packed(TEXT, found), TEXT)) == json.dumps(facts_record(found))


@given(facts)
def test_one_kind_can_be_read_alone(found: Facts) -> None:
    assert opened(packed(TEXT, found), TEXT, ("figures",)) == {"figures": facts_record(found)["figures"]}


def test_words_of_the_text_are_not_kept_twice() -> None:
    sentence = "x" * 20_000
    said = Statement(0, 20_000, sentence, "direct", None, (), "passive", Cue(3, 4, "x", "say", "assert"), ())
    assert len(packed(sentence, Facts(statements=(said,)))) < 200
