"""What is said beside the hits of a search?"""

from collections.abc import Iterator, Sequence

from releasecli.cli.session import say
from releasecli.queries.search.answer import Found
from releasecli.queries.search.explain import Part
from releasecli.queries.search.query import SearchQuery
from releasecli.queries.search.reading import Unit

_MOST = 5  # other spellings that are named


def tell_corrections(found: Found) -> None:
    """Words that were searched otherwise than typed: said before the answer."""
    for typed, right in found.corrections:
        say(f"corrected: {typed} → {right} (--exact to search as typed)")


def tell(found: Found, query: SearchQuery, *, quiet: bool) -> None:
    """How many were found and what else was searched, or the nearest words where nothing was.

    `quiet`: the number is the answer, so it is not said again.
    """
    if found.hits or found.total:
        notes = [*([] if quiet else [_number(found, query)]), *_besides(found)]
        if notes:
            say(" · ".join(notes))
        return
    near = ", ".join(f"{word} ({count})" for word, count in found.nearest)
    say(f"releasecli: nothing found{f'; nearest words: {near}' if near else ''}")


def explain(found: Found, parts: Sequence[Sequence[Part]]) -> None:
    """How each word was looked for, and what it gives to each hit."""
    for unit in found.reading.units:
        say(f"looked for: {_forms(unit)}")
    for unit in found.reading.without:
        say(f"not: {_forms(unit)}")
    for hit, given in zip(found.hits, parts, strict=True):
        told = " + ".join(f"{part.typed} {part.score:.2f} ({', '.join(part.places)})" for part in given)
        say(f"{hit.id}  {hit.score:.2f}{'' if hit.match == 'all' else ', some words'}{f': {told}' if told else ''}")


def _besides(found: Found) -> Iterator[str]:
    if notes := sum(1 for hit in found.hits if hit.note):
        yield f"{notes} by a note"
    if found.also:
        more = len(found.also) - _MOST
        yield f"also searched: {', '.join(found.also[:_MOST])}{f' and {more} more' if more > 0 else ''}"
    if found.dropped:
        yield f"too common to count: {', '.join(found.dropped)}"


def _number(found: Found, query: SearchQuery) -> str:
    some = 0 if query.any or query.more_like else sum(hit.match == "some" for hit in found.hits)
    if some:
        return f"{_releases(found.total) if found.total else 'no release'} with all words, {some} with some"
    total = found.total or len(found.hits)
    return _releases(total) + (f", first {query.limit}" if query.limit and total > query.limit else "")


def _releases(number: int) -> str:
    return f"{number:,} release{'' if number == 1 else 's'}"


def _forms(unit: Unit) -> str:
    """What was typed and the stems it was looked for under, those worth less than the first with their worth."""
    first, *others = (
        f"{' '.join(option.stems)}{'*' if option.begins else ''}" + (f" {option.worth:.2f}" if option.worth < 1 else "")
        for option in unit.options
    )
    return f"{unit.typed} as {', '.join([first, *others])}" + (f", {unit.times} times" if unit.times > 1 else "")
