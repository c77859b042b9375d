import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from releasecli.text.normal import normal_form


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("a\r\nb\rc\x85d\x0ce\u2028f\u2029g", "a\nb\nc\nd\ne\nf\ng\n"),
        ("\ufeffe\u0301 \t\n\n", "\u00e9\n"),
        ("a\x00\x1b[31mb", "ab\n"),
        ("\n\n  indented", "  indented\n"),
        ("", ""),
        (" \n\t\n", ""),
    ],
)
def test_one_form_of_a_text_is_kept(raw: str, kept: str) -> None:
    assert normal_form(raw) == kept


@given(st.text())
def test_the_normal_form_of_a_normal_form_is_itself(text: str) -> None:
    once = normal_form(text)
    assert normal_form(once) == once
    assert unicodedata.is_normalized("NFC", once)
