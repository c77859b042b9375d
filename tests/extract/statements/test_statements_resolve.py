import pytest

from releasecli.extract.facts import facts
from releasecli.model import Header

GROWN = "said that trade had grown.\n"


def who(text: str, **known: str) -> tuple[list[str], str]:
    """Whom the last statement of a text is said to be by, and on which basis."""
    *_, last = facts(text, Header(language="en", **known)).statements  # type: ignore[arg-type]  # texts only
    return [one.name for one in last.who], last.basis


@pytest.mark.parametrize(
    ("text", "names", "basis"),
    [
        ("President Wang Lei met the guests. Wang", ["Wang Lei"], "name"),
        ("Ana Lind came. Doctor Lind", ["Ana Lind"], "name"),
        ("President Ana Lind met Minister Ole Moe. PRESIDENT LIND", ["Ana Lind"], "name"),
        ("President Ana Lind met Minister Ole Moe. MINISTER MOE", ["Ole Moe"], "name"),
        ("Lind Berg met Ana Lind. LIND", ["Ana Lind"], "name"),
        ("General Ana Lind came. The General", ["Ana Lind"], "role"),
        ("The court's clerk, Ana Lind,", ["Ana Lind"], "role"),
        ("The court's clerk, Dr. Ana Lind,", ["Ana Lind"], "role"),
        ("An owner, Ana Lind,", ["Ana Lind"], "role"),
    ],
)
def test_a_person_is_found_by_another_form_of_the_name_or_the_office(text: str, names: list[str], basis: str) -> None:
    assert who(f"{text} {GROWN}") == (names, basis)


@pytest.mark.parametrize(
    "speaker",
    [
        "Ana Lind's spokesman",
        "President Ana Lind's brother",
        "The brother of Ana Lind",
        "The spokesman for Ana Lind",
        "A lawyer for President Ana Lind",
    ],
)
def test_who_speaks_for_somebody_is_somebody_else(speaker: str) -> None:
    assert who(f"{speaker} {GROWN}") == ([], "role")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The ministers of Norway and Sweden", ["Norway", "Sweden"]),
        ("The foreign ministers of Norway, Sweden and Denmark", ["Norway", "Sweden", "Denmark"]),
        ("Officials from the World Bank and the United Nations", ["World Bank", "United Nations"]),
        ("President Ana Lind of Norway met President Ole Moe of Sweden. The presidents of Norway and Sweden", None),
    ],
)
def test_an_office_in_several_states_stands_for_its_holders_or_for_the_states(
    text: str, names: list[str] | None
) -> None:
    assert who(f"{text} {GROWN}") == (names or ["Ana Lind", "Ole Moe"], "set")


@pytest.mark.parametrize(
    ("text", "names", "basis"),
    [
        ("The Ministry of Health published a report. The Ministry", ["Ministry of Health"], "name"),
        ("The Ministry for Health published a report. The Ministry", ["Ministry for Health"], "name"),
        ("The Security Council met. The Council", ["Security Council"], "name"),
        ("UNESCO officials", ["UNESCO"], "set"),
        ("UNESCO's director", [], "role"),
        ("The World Bank's officials", [], "set"),
    ],
)
def test_a_body_is_found_by_the_noun_of_its_name(text: str, names: list[str], basis: str) -> None:
    assert who(f"{text} {GROWN}") == (names, basis)


@pytest.mark.parametrize(("issuer", "speaker"), [("Bank of Chad", "The Bank"), ("Norcorp Ltd", "The company")])
def test_a_body_that_is_not_named_is_the_issuer(issuer: str, speaker: str) -> None:
    assert who(f"The report is new. {speaker} {GROWN}", issuer=issuer) == ([issuer], "role")


@pytest.mark.parametrize(
    ("speaker", "basis"),
    [("Ministers", "set"), ("A spokesman", "role"), ("Many", "set"), ("Three judges", "set"), ("A commission", "role")],
)
def test_nobody_is_named_where_nobody_is_meant(speaker: str, basis: str) -> None:
    assert who(f"{speaker} {GROWN}") == ([], basis)


def test_a_message_speaks_for_the_last_speaker() -> None:
    text = f"President Ana Lind {GROWN} Her message added that peace is near.\n"
    assert who(text) == (["Ana Lind"], "role")


@pytest.mark.parametrize(("side", "name"), [("SE", "Ana Lind"), ("NO", "Ole Moe")])
def test_of_two_who_hold_an_office_the_one_of_the_issuers_state_is_meant(side: str, name: str) -> None:
    text = f"President Ole Moe of Norway met President Ana Lind of Sweden.\n\nThe President {GROWN}"
    assert who(text, side=side) == ([name], "role")
