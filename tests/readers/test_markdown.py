"""Markdown as converters write it."""

import pytest

from releasecli.readers.markdown import plain


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("**Rivers:\u00a0**The bridge", "Rivers:\u00a0The bridge"),
        ("**Rivers\n**\nThe bridge", "Rivers\n\nThe bridge"),
        ("workers**.** The", "workers. The"),
        ("* * *", "* * *"),
        ("***", "***"),
        ("`code` and <s>no</s> yes", "code and no yes"),
        ("write to <press@court.example>", "write to press@court.example"),
        ("| a | b |\n|---|---|\n| 1 | 2 |\n", "a  b\n1  2\n"),
        ("x\n\n<table>\n<tr><td>Year</td><td>Tons</td></tr>\n</table>\n\ny", "x\n\nYear  Tons\n\ny"),
        ("x\n\n<figure>\n<img\nsrc=a.png></figure>\n\ny", "x\n\ny"),
        ("x\n\n\n\n\ny", "x\n\ny"),
    ],
)
def test_the_words_are_kept_and_the_marks_are_not(marked: str, words: str) -> None:
    assert plain(marked) == words
