import pytest
from hypothesis import given
from hypothesis import strategies as st

from releasecli.readers.decode import decode, untangled
from releasecli.readers.raw import UnreadableError

TEXT = "Встреча в Бакы: “Laçın yolu” – 5 мая"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_without_a_note(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == (TEXT, ())


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_its_mark_is_seen_and_said(encoding: str) -> None:
    text, notes = decode("The minister met the delegation.".encode(encoding))
    assert text == "The minister met the delegation."
    assert notes == (f"read as {encoding}",)


def test_western_signs_among_ascii_are_read_as_cp1252_and_said() -> None:
    text, notes = decode("The minister’s “visit” – part two".encode("cp1252"))
    assert text == "The minister’s “visit” – part two"
    assert notes == ("read as cp1252",)


def test_a_russian_legacy_encoding_is_detected_and_said() -> None:
    sentence = "Президент провёл встречу с министром иностранных дел. Стороны обсудили сотрудничество двух стран. " * 3
    text, notes = decode(sentence.encode("cp1251"))
    assert text == sentence
    assert notes == ("read as cp1251",)


def test_utf_8_with_a_few_foreign_bytes_keeps_both() -> None:
    data = "Əliyev və “Laçın” görüşü — çox vacib mövzu".encode() + b" caf\xe9"
    text, notes = decode(data)
    assert text.startswith("Əliyev və “Laçın”")
    assert text.endswith("café")
    assert "1 foreign byte" in notes[0]


@pytest.mark.parametrize(
    ("data", "name"),
    [(b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"), (b"%PDF-1.4", "PDF"), (bytes(range(32)) * 20, "binary")],
)
def test_what_is_no_text_is_refused_by_its_name(data: bytes, name: str) -> None:
    with pytest.raises(UnreadableError, match=name):
        decode(data)


def test_a_told_encoding_is_taken() -> None:
    assert decode("Şəki".encode("cp1254", "replace"), "cp1254")[0] == "Ş?ki"


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        text, _ = decode(data)
    except UnreadableError:
        return
    assert isinstance(text, str)


@pytest.mark.parametrize("wrong", ["cp1252", "latin-1"])
def test_utf_8_taken_for_western_is_read_again(wrong: str) -> None:
    right = "The minister’s “visit” – café"
    tangled = "".join(char if char.isascii() else char.encode().decode(wrong, "ignore") for char in right)
    if wrong == "latin-1":
        assert untangled(tangled) == right
    assert untangled(tangled).startswith("The minister’s “visit")


@pytest.mark.parametrize("text", ["Â§ 3", "São Tomé", "Ålesund", "Ça va", "â€”", "Прага", "Ã", "ÂÂÂ"])
def test_honest_signs_are_left_alone_or_mended_whole(text: str) -> None:
    assert untangled(untangled(text)) == untangled(text)
    assert "\ufffd" not in untangled(text)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Le ministère a publié une déclaration très courte à propos du pont.", "cp1252"),
        ("Der Minister öffnete die Brücke für den Verkehr, und schließlich fuhr er darüber.", "cp1252"),
        ("El presidente recibió al señor embajador y habló también sobre el río.", "cp1252"),
        ("Ministr řekl, že také příští most bude otevřen při řece v květnu.", "cp1250"),
        ("Minister powiedział, że most będzie otwarty i że są także inne plany.", "cp1250"),
        ("Bakan köprünün açıldığını ve bunun için çok çalışıldığını söyledi, değişiklik yoğun ilgi gördü.", "cp1254"),
        ("Министр заявил, что мост открыт для движения.", "cp1251"),
    ],
)
def test_short_texts_of_one_byte_a_letter_are_told_apart(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding))[0] == text


def test_lines_in_two_encodings_are_both_read() -> None:
    assert decode("Die Brücke ist offen.\n".encode() + "Die Straße ist zu.\n".encode("cp1252"))[0] == (
        "Die Brücke ist offen.\nDie Straße ist zu.\n"
    )
