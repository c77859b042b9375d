"""Which source is this, and how does that source look?"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from releasecli.errors import UsageError
from releasecli.readers.options import ReadOptions
from releasecli.readers.patterns import compiled, path_fields
from releasecli.resources import ROOT, data

_FLAGS = re.MULTILINE | re.UNICODE
_HEAD = 1500


@dataclass(frozen=True, slots=True)
class Profile:
    """How one source is recognised and read; what the header needs of it (order, issuer, ...) it reads itself.

    `map`: our field to their column. `path`: pattern of the path. `drop`: lines that are not part of the release.
    `cut`: the line from which on nothing is. `select`: CSS selectors for `title`, `text`, `published`, `remove`.
    """

    name: str
    hosts: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    first: tuple[re.Pattern[str], ...] = ()
    columns: frozenset[str] = frozenset()
    map: Mapping[str, str] = field(default_factory=dict)
    path: str | None = None
    drop: tuple[re.Pattern[str], ...] = ()
    cut: tuple[re.Pattern[str], ...] = ()
    select: Mapping[str, Any] = field(default_factory=dict)
    values: Mapping[str, str] = field(default_factory=dict)


def recognise(
    options: ReadOptions, *, below: str, urls: Sequence[str], columns: Sequence[str], text: str
) -> tuple[Profile | None, str]:
    """The profile that takes an input, and why: `named`, `host`, `columns`, `path`, `first lines`, "" for none."""
    table = _table(options)
    if options.profile:
        return named(options, options.profile), "named"
    hosts = [host for url in urls if (host := _host(url))]
    have, head = frozenset(columns), text[:_HEAD]
    for why, fits in _tests(below, hosts, have, head):
        for profile in table:
            if fits(profile):
                return profile, why
    return None, ""


def by_host(options: ReadOptions, url: str) -> Profile | None:
    """The profile of a page's address, for its selectors."""
    host = _host(url)
    return next((profile for profile in _table(options) if host and _of(host, profile.hosts)), None)


def named(options: ReadOptions, name: str) -> Profile:
    """The profile of that name; raises UsageError, with the names there are, where there is none."""
    table = _table(options)
    for profile in table:
        if profile.name == name:
            return profile
    raise UsageError(f"no source profile {name!r}", f"there are {', '.join(sorted(p.name for p in table))}")


def _tests(below: str, hosts: Sequence[str], have: frozenset[str], head: str) -> Iterator[tuple[str, Any]]:
    yield "host", lambda profile: any(_of(host, profile.hosts) for host in hosts)
    yield "columns", lambda profile: bool(profile.columns) and profile.columns <= have
    yield "path", lambda profile: any(compiled(pattern).search(below) for pattern in profile.paths)
    yield "first lines", lambda profile: any(pattern.search(head) for pattern in profile.first)


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _of(host: str, hosts: Sequence[str]) -> bool:
    return any(host == known or host.endswith(f".{known}") for known in hosts)


def _table(options: ReadOptions) -> tuple[Profile, ...]:
    """All profiles by name, the user's own first."""
    if not options.profiles:
        return shipped()
    return tuple(profile(name, value) for name, value in options.profiles.items()) + shipped()


@cache
def shipped() -> tuple[Profile, ...]:
    """All profiles of the package, by name."""
    names = sorted(path.stem for path in (ROOT / "profiles").glob("[!_]*.yaml"))
    return tuple(profile(name, data(f"profiles/{name}")) for name in names)


def profile(name: str, value: Mapping[str, Any]) -> Profile:
    """A profile from its YAML. Raises UsageError for an expression or a path pattern that is none."""
    signs = value.get("recognise", {})
    for pattern in (*_strings(signs.get("paths")), *_strings(value.get("path"))):
        compiled(pattern)
    return Profile(
        name=name,
        hosts=tuple(host.removeprefix("www.") for host in _strings(signs.get("hosts"))),
        paths=_strings(signs.get("paths")),
        first=_expressions(name, signs.get("first")),
        columns=frozenset(_strings(signs.get("columns"))),
        map={str(ours): str(theirs) for ours, theirs in (value.get("map") or {}).items()},
        path=value.get("path"),
        drop=_expressions(name, value.get("drop")),
        cut=_expressions(name, value.get("cut")),
        select=value.get("select") or {},
        values={str(key): str(inner) for key, inner in (value.get("set") or {}).items()},
    )


def _strings(value: Any) -> tuple[str, ...]:
    if value is None:
        return ()
    return tuple(str(item) for item in value) if isinstance(value, list | tuple) else (str(value),)


def _expressions(name: str, value: Any) -> tuple[re.Pattern[str], ...]:
    try:
        return tuple(re.compile(expression, _FLAGS) for expression in _strings(value))
    except re.error as error:
        raise UsageError(f"profile {name!r}: {error.pattern!r} is no expression ({error})") from None


def of_path(chosen: Profile | None, options: ReadOptions, below: str) -> dict[str, str]:
    """What the path says: by the user's pattern first, then by the profile's."""
    for pattern in (options.path_pattern, chosen.path if chosen else None):
        if pattern and (found := path_fields(pattern, below)):
            return found
    return {}
