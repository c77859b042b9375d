"""Who released it, when, and what kind of release is it?"""

from collections.abc import Mapping

from releasecli.extract.header.category import category
from releasecli.extract.header.dateline import dateline, today
from releasecli.extract.header.explain import Reason
from releasecli.extract.header.explain import explain as reasons
from releasecli.extract.header.furniture import furniture
from releasecli.extract.header.issuer import issuer
from releasecli.extract.header.language import language
from releasecli.extract.header.lines import body_start, head, tail
from releasecli.extract.header.published import Evidence, Published, published
from releasecli.extract.header.settings import HeaderOptions, Settings, settings
from releasecli.extract.header.side import side_of
from releasecli.extract.header.stamplines import stamp_lines
from releasecli.extract.header.stamps import Order, stamps
from releasecli.extract.header.title import title
from releasecli.model import Document, Header

__all__ = ["HeaderOptions", "Reason", "explain", "furniture", "header"]

_BEGINNING = 1000
_DAY = len("2031-05-04")
_DEFAULT = HeaderOptions()


def header(document: Document, options: HeaderOptions = _DEFAULT) -> Header:
    """The header of a document from its fields and its text; what the release does not say stays None."""
    fields, text = document.fields, document.text
    known = settings(fields.get("profile"), options)
    spoken = _language(text, fields, known)
    order = known.order or _order(spoken, fields)
    first, last = head(text), tail(text)
    stamped, foot = list(stamp_lines(first, order, known)), list(stamp_lines(last, order, known))
    line = dateline(
        [one for one in first if one.start not in {hit.line.start for hit in stamped if hit.weight != 1}], order
    )
    day = published(Evidence(fields, [*stamped, *foot], body_start(first), line), order, known)
    name = fields.get("title") or title(first, stamped, known, line)
    day = day if day.value or day.candidates else _named(name, order) or _today(text, order)
    named = issuer(fields, name, first, last, settings=known, line=line)
    return Header(
        title=name,
        issuer=named,
        issuer_id=fields.get("issuer_id") or known.values.get("issuer_id"),
        side=_side(fields, known, named),
        category=category(fields, name, _without(text, name), spoken, known),
        category_text=fields.get("category"),
        published=day.value,
        published_from=day.found,
        published_candidates=day.candidates,
        place=fields.get("place") or (line.place if line else None),
        language=spoken,
    )


def explain(document: Document, options: HeaderOptions = _DEFAULT) -> tuple[Reason, ...]:
    """Which profile took a document, and what each field of its header is from."""
    known = settings(document.fields.get("profile"), options)
    return reasons(document, header(document, options), {**known.fallback, **known.values})


def _named(name: str, order: Order | None) -> Published | None:
    """Where no stamp says the day, the one that a title ends with: `Press Briefing – 4 May 2031`."""
    last = next((stamp for stamp in stamps(name, order) if stamp.end == len(name.rstrip(" )."))), None)
    apart = last is not None and name[: last.start].rstrip().endswith(("–", "—", "-", "|", ",", "(", ":"))
    return Published(last.value, "header") if last and apart and len(last.value or "") >= _DAY else None


def _today(text: str, order: Order | None) -> Published:
    """Where nothing else says the day, the one that the text itself calls today."""
    stamp = today(text, order)
    return Published(stamp.value, "dateline") if stamp else Published()


def _language(text: str, fields: Mapping[str, str], known: Settings) -> str | None:
    """The language by the first that knows: the user, a text that leaves no doubt, the source, the best guess."""
    said = fields.get("language") or known.values.get("language") or ""
    code = said[:2].lower() if said[:2].isalpha() and (len(said) == 2 or said[2:3] in "-_ ") else None
    if code and "language" in fields.get("by_option", "").split():
        return code
    found, sure = language(text)
    return found if sure or code is None else code


def _order(spoken: str | None, fields: Mapping[str, str]) -> Order | None:
    """The order of day and month: as other rows of the file show; only English, in some states, has the month first."""
    if shown := fields.get("order"):
        return "mdy" if shown == "mdy" else "dmy"
    return None if spoken in {None, "en"} else "dmy"


def _side(fields: Mapping[str, str], known: Settings, named: str | None) -> str | None:
    """The state the source or the profile names, else that of the issuer's name."""
    value = fields.get("side", "")
    stated = value.upper() if len(value) == 2 and value.isalpha() else known.values.get("side")
    return stated or side_of(named)


def _without(text: str, title: str) -> str:
    """The beginning of the text without its title."""
    return text[:_BEGINNING].replace(title, "", 1)
