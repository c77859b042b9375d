from releasecli.model.entity import Entity
from releasecli.model.results import Told, unnamed


def _told(text: str, *names: str) -> Told:
    who = tuple(Entity(name.lower().replace(" ", "-"), name) for name in names)
    return Told(release="2024-05-05-00000000", start=0, end=len(text), text=text, ref="2024-05-05-00000000:1", who=who)


def test_a_speaker_is_named_beside_a_sentence_that_only_says_she() -> None:
    assert unnamed(_told("She welcomed the agreement.", "Mira Oskel")) == "Mira Oskel"


def test_a_speaker_whose_surname_stands_in_the_sentence_is_not_named_twice() -> None:
    assert unnamed(_told("Minister Oskel and he met.", "Mira Oskel", "Ilan Daverin")) == "Ilan Daverin"
