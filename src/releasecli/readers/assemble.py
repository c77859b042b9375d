"""How does a draft become a document?"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from html import unescape

from releasecli.model import Document, Origin
from releasecli.readers.beside import description
from releasecli.readers.decode import untangled
from releasecli.readers.fields import guessed, meant, present, serves
from releasecli.readers.options import Failure, ReadOptions
from releasecli.readers.profiles import Profile, of_path, recognise
from releasecli.readers.raw import Draft, Raw
from releasecli.text.normal import normal_form

_HTML = re.compile(r"<(?:p|div|br|span|a|ul|ol|h[1-6]|table|em|strong)\b[^>]*>", re.IGNORECASE)
_MARKS = re.compile(r"[\W_]+")
_ENTITY = re.compile(r"&(?:#\d+|#x[\da-f]+|[a-z]{2,8});", re.IGNORECASE)
_CUT_OFF = re.compile(r"(?:…|\.\.\.|\[&hellip;\]|\[…\]|\[\.\.\.\])\s*$")
_TITLE_WITHIN = 12


def document(draft: Draft, raw: Raw, options: ReadOptions) -> Document | Failure:
    """The draft under its profile: fields named, furniture of the site removed, title line first, in normal form."""
    if draft.body and not draft.raw_fields:
        draft = replace(draft, raw_fields=description(raw.path))
    chosen, why = _profile(draft, raw, options)
    found = _fields(draft, chosen, options)
    body = _as_text(draft.body or found.pop("text", ""))
    found.pop("text", None)
    found["title"] = " ".join(_as_text(found.get("title", "")).split())
    text = _titled(found, _lead(found.pop("lead", ""), _trimmed(body, chosen)))
    if not text.strip() or not (body.strip() or draft.row or "title only" in draft.notes or not draft.raw_fields):
        return Failure(raw.uri, _nothing(draft), draft.line)
    found |= _placed(found, chosen, options, raw, draft) | dict(raw.extra)
    if chosen:
        found |= {"profile": chosen.name, "profile_by": why}
    return Document(text, {key: value for key, value in found.items() if value}, _origin(draft, raw, found))


def _profile(draft: Draft, raw: Raw, options: ReadOptions) -> tuple[Profile | None, str]:
    named = guessed(draft.raw_fields, {}) | dict(draft.fields)
    urls = [url for url in (named.get("url", ""), raw.url or "", draft.fields.get("feed_url", "")) if url]
    text = draft.body or named.get("text", "")
    head = f"{named.get('title', '')}\n{text[:2000]}"
    return recognise(options, below=raw.below, urls=urls, columns=list(draft.raw_fields), text=head)


def _fields(draft: Draft, chosen: Profile | None, options: ReadOptions) -> dict[str, str]:
    """Our fields of the draft: by the user's `--map`, the profile's map, what the reader knows, the usual names."""
    theirs = {
        ours: name for ours, name in (chosen.map if chosen else {}).items() if not name or name in draft.raw_fields
    }
    chosen_names = theirs | dict(options.mapping)
    found = guessed(draft.raw_fields, chosen_names)
    named = "\n".join(f"{ours}={name}" for ours, name in meant(draft.raw_fields, chosen_names).items())
    return found | {key: value for key, value in draft.fields.items() if serves(key, value)} | {"named": named}


def _placed(
    found: Mapping[str, str], chosen: Profile | None, options: ReadOptions, raw: Raw, draft: Draft
) -> dict[str, str]:
    """What the user says, what the path says where the wrapper is silent, and where `published` is from."""
    path = of_path(chosen, options, raw.below)
    more = {key: value for key, value in path.items() if not found.get(key)}
    if found.get("published"):
        more["published_from"] = draft.published_from
        if "published" in path:
            more["published_path"] = path["published"]
    elif "published" in path:
        more["published_from"] = "path"
    more |= options.fields
    if options.fields:
        more["by_option"] = " ".join(options.fields)
    if "published" in options.fields:
        more["published_from"] = "option"
    return more


def _as_text(value: str) -> str:
    """The words of a value, without the HTML that a column may hold."""
    if "<" in value and len(_HTML.findall(value, 0, 20_000)) > 1:
        from releasecli.readers.markup import words  # noqa: PLC0415  a seam: lxml only for cells that hold HTML

        return words(value)
    value = untangled(value)
    return unescape(value) if "&" in value and _ENTITY.search(value) else value


def _trimmed(body: str, chosen: Profile | None) -> str:
    """The body without what the profile knows to belong to the site and not to the release."""
    if chosen is None:
        return body
    for pattern in chosen.cut:
        if (match := pattern.search(body)) and body[: match.start()].strip():
            body = body[: match.start()]
    for pattern in chosen.drop:
        body = pattern.sub("", body)
    return body


def _lead(lead: str, body: str) -> str:
    """The lead before the body, unless the body holds it or it is only the beginning of it."""
    lead = _as_text(lead).strip()
    if not present(lead) or _CUT_OFF.search(lead) or _bare(lead)[:80] in _bare(body[: 4 * len(lead) + 4000]):
        return body
    return f"{lead}\n\n{body}" if body.strip() else lead


def _titled(found: dict[str, str], body: str) -> str:
    """The text with the title line first and once; the better spelt of two titles becomes the field."""
    text, title = normal_form(body), found["title"]
    if not title:
        return text.lstrip("\n")
    lines = text.split("\n")
    at = _line_of(title, lines)
    if at is None:
        return normal_form(f"{title}\n\n{text.lstrip()}")
    own = lines.pop(at).strip()
    if 0 < at < len(lines) and not lines[at - 1].strip() and not lines[at].strip():
        lines.pop(at)
    found["title"] = title if len(title) >= len(own) else own
    return normal_form(f"{found['title']}\n\n" + "\n".join(lines).lstrip())


def _line_of(title: str, lines: Sequence[str]) -> int | None:
    bare = _bare(title)
    filled = [at for at, line in enumerate(lines[:60]) if line.strip()][:_TITLE_WITHIN]
    return next((at for at in filled if bare and _bare(lines[at]) == bare), None)


def _bare(text: str) -> str:
    return _MARKS.sub("", text.casefold())


def _nothing(draft: Draft) -> str:
    if draft.raw_fields:
        return f"no text among its fields ({', '.join(list(draft.raw_fields)[:8])}); name it with --map text=FIELD"
    return "no text in it"


def _origin(draft: Draft, raw: Raw, found: Mapping[str, str]) -> Origin:
    url = found.get("url") or raw.url
    url = url if url and url.startswith(("http://", "https://")) else None
    return Origin(draft.format, raw.uri, draft.key or url or _row_key(draft, raw, found), url, raw.notes + draft.notes)


def _row_key(draft: Draft, raw: Raw, found: Mapping[str, str]) -> str | None:
    """The file's name and the row's own id; a row number is no key, because rows are inserted."""
    if draft.row is None or not found.get("id"):
        return None
    return f"{raw.below.rpartition('/')[2]}#{found['id']}"
