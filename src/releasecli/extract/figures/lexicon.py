"""Which words make a figure: bounds, numbers, scales, units, nouns?"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal

from releasecli.resources import lexicon
from releasecli.text.alternatives import alternatives
from releasecli.text.forms import forms
from releasecli.text.numbers import number_words

Bound = Literal["=", ">", ">=", "<", "<=", "~"]

# 4-1/4  4½  1/4 percent  4,700  1,50,000  340 000  4,7 %  12.5
_DIGITS = (
    r"\d{1,3}(?:-[1-9]\d?/(?:2|4|8|16|32)(?![\d/])|[ \u00a0]?[¼½¾⅛⅜⅝⅞⅓⅔])"
    r"|(?:\d{1,3}[ \u00a0])?[1-9]/(?:2|3|4|8)(?=[ \u00a0-](?:%|per|million|billion|miles?\b|inch))"
    r"|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}|[1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3})+(?![\d.,:/-]*\d)"
    r"|\d+,\d{1,2}(?=[ \u00a0]?(?:%|per|million|billion|thousand|km|kg|m\b))|\d+(?:\.\d+)?"
)
_GAP = r"(?:[ \u00a0-]|\n[ ]{0,8})"


@dataclass(frozen=True, slots=True)
class FigureWords:
    """The patterns and word lists of a language; `bounds`, `units` and so on map a written form to its meaning."""

    gate: re.Pattern[str]
    number: re.Pattern[str]
    second: re.Pattern[str]
    before: re.Pattern[str]
    behind: re.Pattern[str]
    unit: re.Pattern[str]
    between: re.Pattern[str]
    rate: re.Pattern[str]
    share: re.Pattern[str]
    subject: re.Pattern[str]
    change: re.Pattern[str]
    befell: re.Pattern[str]
    bounds: Mapping[str, Bound]
    bounds_behind: Mapping[str, Bound]
    units: Mapping[str, str]
    signs: Mapping[str, str]
    scales: Mapping[str, int]
    tails: Mapping[str, Bound]
    fractions: Mapping[str, float]
    plurals: Mapping[str, int | None]
    not_counted: frozenset[str]
    numbers_a_thing: frozenset[str]
    pointing: frozenset[str]
    pointed: frozenset[str]
    stops: frozenset[str]
    plural_nouns: frozenset[str]
    not_plural: frozenset[str]


@cache
def figure_words(language: str, side: str | None) -> FigureWords | None:
    """The words of a language, or None where figures are not read in it; `side` says whose dollars "$" are."""
    table: Mapping[str, Any] = lexicon(language, "figures")
    if not table:
        return None
    words, local = _words(language), table["local_money"].get(side, {})
    return replace(words, units={**words.units, **local}, signs={**words.signs, **local}) if local else words


@cache
def _words(language: str) -> FigureWords:
    table: Mapping[str, Any] = lexicon(language, "figures")
    units = {form: unit for unit, entries in table["units"].items() for entry in entries for form in forms(entry)}
    changes = [form for entry in table["changes"] for form in forms(entry)]
    bounds, behind = _turned(table["bounds"]), _turned(table["bounds_behind"])
    return FigureWords(
        gate=_gate(table, language),
        number=_number(table, language),
        second=_second(table, language),
        before=re.compile(
            rf"(?:(?<!\w)(?P<bound>{_any(bounds)})\s*)?(?:(?<!\w)(?:{_any(table['fillers'])})\s+)*\Z", re.IGNORECASE
        ),
        behind=re.compile(rf",?\s+(?:{_any(behind)})(?!\w|\s+than\b)", re.IGNORECASE),
        unit=re.compile(rf"{_GAP}?(?P<unit>{_unit(units)})(?!\w)", re.IGNORECASE),
        between=re.compile(rf"\s+(?:{_any(table['between'])})(?!\w)", re.IGNORECASE),
        rate=re.compile(
            rf"(?:\d|(?<!\w)(?:{_cardinals(table, language)}))\s+(?:{_any(table['rates'])})\s+\Z", re.IGNORECASE
        ),
        share=re.compile(
            rf"\s+(?:{_any(table['rates'])})\s+"
            rf"(?:(?P<digits>\d{{1,3}}(?:,000)?)|(?P<words>{_cardinals(table, language)}))(?![\w-]|[.,]\d)",
            re.IGNORECASE,
        ),
        subject=re.compile(
            rf"\b(?:{_any(table['numbers_of'])}) (?P<noun>\w[\w '’-]{{2,48}}?) "
            rf"(?:\w+ )?(?:{_any(table['reached'])})(?: {_any(bounds)})?\s+\Z",
            re.IGNORECASE,
        ),
        change=re.compile(rf"\b(?:{_any(changes)})\b[^.;\n]{{0,40}}\bfrom\s+\Z", re.IGNORECASE),
        befell=re.compile(rf" (?:others? )?(?:{_any(table['happened'])}) (?:\w+ )?\w+ed\b", re.IGNORECASE),
        bounds=bounds,
        bounds_behind=behind,
        units={form.lower(): unit for form, unit in units.items()},
        signs=_signs(table),
        scales=table["scales"] | table["money_scales"],
        tails=table["tails"],
        fractions=table["words"],
        plurals=table["plurals"],
        not_counted=frozenset(form for entry in table["not_counted"] for form in forms(entry)),
        numbers_a_thing=frozenset(table["numbers_a_thing"]),
        pointing=frozenset(table["pointing"]),
        pointed=frozenset(table["pointed"]),
        stops=frozenset(table["stops"]),
        plural_nouns=frozenset(table["plural_nouns"]),
        not_plural=frozenset(table["not_plural"]),
    )


def _turned(table: Mapping[Bound, Iterable[str]]) -> dict[str, Bound]:
    return {form: bound for bound, entries in table.items() for form in entries}


def _signs(table: Mapping[str, Any]) -> dict[str, str]:
    """Signs of currencies, and the codes of currencies, which may stand before the number too."""
    codes = {unit: unit for unit, forms_of in table["units"].items() if _is_code(unit) and unit in forms_of}
    return {**codes, **{sign.strip(): code for sign, code in table["signs"].items()}}


def _any(words: Iterable[str]) -> str:
    """The words as alternatives, longest first, any white space between their parts."""
    return alternatives(words).replace(r"\ ", r"\s+")


def _unit(units: Iterable[str]) -> str:
    """Units, codes of currencies in capitals only ("5 TRY", not "5 try")."""
    codes = {unit for unit in units if _is_code(unit)}
    return rf"(?-i:{_any(codes)})|{_any(set(units) - codes)}"


def _is_code(unit: str) -> bool:
    return len(unit) == 3 and unit.isupper()


def _gate(table: Mapping[str, Any], language: str) -> re.Pattern[str]:
    """Where a number can begin, in lowered text: digits, signs, the first words of numbers; quick to fail."""
    known = number_words(language)
    signs = _signs(table)
    phrases = [*table["plurals"], *table["words"], *known.cardinals, *known.scales, *signs]
    phrases += [f"m{sign}" for sign in signs if _is_code(sign)]
    firsts = {re.split(r"[\s-]", phrase)[0].lower() for phrase in phrases} - {"a", "an"}
    words = alternatives(word for word in firsts if word[0].isalnum())
    marks = "".join(re.escape(word[0]) for word in firsts if not word[0].isalnum())
    scales = alternatives((*(w for w in known.scales if w.isalpha()), "dozen", "third", "quarter", "fifth", "tenth"))
    return re.compile(rf"\b(?<![.,/:#’'-])(?:\d|{words}|an?\s{scales})|[{marks}](?<![\w.,/:#’'-].)")


def _number(table: Mapping[str, Any], language: str) -> re.Pattern[str]:
    signs, scales = _any(_signs(table)), _any(table["scales"])
    sign = rf"(?:(?P<million>(?-i:[Mm](?=[A-Z]{{3}}\s)))?(?P<sign>(?-i:{signs}))\s?)?"
    money, tails = _any(table["money_scales"]), _any(table["tails"])
    scale = rf"(?:{_GAP}?(?P<scale>{scales}|(?(sign)(?:{money})|(?!)))(?![\w]|-(?!(?:{tails})\b)))?"
    digits = rf"{sign}(?P<digits>{_DIGITS})(?!\.\d){scale}(?P<plus>\+)?(?:-(?P<tail>{tails})\b)?"
    rough = rf"(?P<plural>{_any(table['plurals'])})(?=\s)"
    part = rf"(?P<part>{_any(w for w in table['words'] if w != 'dozen')})(?=\s+of\s)"
    return re.compile(
        rf"(?<![\w.,/:#’'-])(?:{digits}|{rough}|{part}|(?P<words>{_cardinals(table, language)}))(?!\w)", re.IGNORECASE
    )


def _cardinals(table: Mapping[str, Any], language: str) -> str:
    """Number words in a row: "twenty-five", "two hundred and ten" (not "two and ten"), "half a million", "a dozen"."""
    known = number_words(language)
    scales = [*(w for w in known.scales if w.isalpha()), "dozen"]
    joint = "|".join(rf"(?<={scale})\s+and\s+" for scale in scales)
    word = _any(
        {*known.cardinals, *known.scales, *table["scales"]} - {"m", "mn", "mln", "mio", "bn", "bln", "tn", "trn", "k"}
    )
    lead = rf"(?:(?:half\s+)?an?\s+(?=(?:{_any(scales)})(?!\w)))?"
    half = rf"(?:\s+and\s+a\s+half(?:\s+(?:{_any(scales)}))?(?!\w))?"
    return rf"{lead}(?:{word})(?:(?:[ \n-]|{joint})(?:{word}))*{half}"


def _second(table: Mapping[str, Any], language: str) -> re.Pattern[str]:
    """The upper end of a range right behind its lower one."""
    scales = _any(table["scales"])
    digits = rf"(?P<digits>{_DIGITS})(?:{_GAP}?(?P<scale>{scales})(?![\w-]))?"
    sign = rf"(?:{_any(table['signs'])})?"
    joint = r"(?P<joint>\s?[–—-]\s?|\s+to\s+|\s+and\s+|\s+or\s+)"
    return re.compile(rf"{joint}{sign}(?:{digits}|(?P<words>{_cardinals(table, language)}))(?!\w)", re.IGNORECASE)
