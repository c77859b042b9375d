"""How do the stages of date extraction follow each other?"""

from releasecli.extract.times.anchor import setting
from releasecli.extract.times.context import in_context
from releasecli.extract.times.grammar import grammar
from releasecli.extract.times.join import join
from releasecli.extract.times.recognise import mentions, read
from releasecli.extract.times.resolve import resolve
from releasecli.model import Header, Time


def times(text: str, header: Header) -> tuple[Time, ...]:
    """The times of a text in order, not overlapping, resolved against the header's date, country and language."""
    language = header.language or "en"
    rules = grammar(language)
    reading = read(text, rules)
    found = mentions(reading, rules)
    if not found:
        return ()
    found = in_context(join(found, reading, rules), reading, rules)
    return resolve(found, setting(header.published, header.side, language, rules.table))
