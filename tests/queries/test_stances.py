from releasecli.queries.statements import STANCES
from releasecli.resources import lexicon


def test_every_stance_of_the_lexicon_can_be_asked_for() -> None:
    cues = lexicon("en", "cues")
    rows = [*cues["verbs"], *cues["phrases"], *cues["passives"]]
    assert {row["stance"] for row in rows} | set(cues["objects"]) == set(STANCES)
