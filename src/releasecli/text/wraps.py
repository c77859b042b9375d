"""Lines that end only because the page is not wider."""

import re

from releasecli.text.paragraphs import paragraphs

_WRAP = re.compile(r"(?<=[^\n]{40})\n")  # shorter lines are those of a list or an address


def unwrapped(text: str) -> str:
    r"""The text with a blank for every line end behind a long line inside one of its paragraphs; offsets stay.

    >>> unwrapped("The President of Norland and the Premier of Westland\\nmet in Oslo.\\n\\nThey agreed.")
    'The President of Norland and the Premier of Westland met in Oslo.\\n\\nThey agreed.'
    """
    if _WRAP.search(text) is None:
        return text
    parts, at = [], 0
    for start, end in paragraphs(text):
        parts += [text[at:start], _WRAP.sub(" ", text[start:end])]
        at = end
    return "".join((*parts, text[at:]))
