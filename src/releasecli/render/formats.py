"""How does an answer look to another program? JSON, JSON Lines, comma- and tab-separated values, ids."""

import json
from collections.abc import Iterator, Sequence
from typing import Any, TextIO

from releasecli.render.marks import visible
from releasecli.render.view import View, pick

_ENCODE = json.JSONEncoder(ensure_ascii=False).encode


def write_json(view: View, out: TextIO, columns: Sequence[str]) -> None:
    """An array, written as it is found; an object where one thing was asked for."""
    rows = _chosen(view, columns)
    if view.single:
        out.write(json.dumps(next(rows, None), ensure_ascii=False, indent=2) + "\n")
        return
    before = "["
    for row in rows:
        out.write(f"{before}\n {_ENCODE(row)}")
        before = ","
    out.write("[]\n" if before == "[" else "\n]\n")


def write_jsonl(view: View, out: TextIO, columns: Sequence[str]) -> None:
    """One object a line."""
    out.writelines(_ENCODE(row) + "\n" for row in _chosen(view, columns))


def write_csv(view: View, out: TextIO, columns: Sequence[str], delimiter: str = ",") -> None:
    """Comma-separated values with a header."""
    import csv  # noqa: PLC0415  a seam: a form of output

    columns = columns or view.columns
    rows = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    rows.writerow(columns)
    rows.writerows([_flat(pick(record, column)) for column in columns] for record in view.records)


def write_tsv(view: View, out: TextIO, columns: Sequence[str]) -> None:
    """Tab-separated values with a header."""
    write_csv(view, out, columns, "\t")


def write_plain(view: View, out: TextIO, columns: Sequence[str]) -> None:
    """One row a line, tabs between the values, no header: the form of a pipe."""
    if view.lines is not None and not columns:
        out.writelines("\t".join(map(visible, line.split("\t"))) + "\n" for line in view.lines)
        return
    columns = columns or view.columns
    out.writelines("\t".join(_line(pick(record, column)) for column in columns) + "\n" for record in view.records)


def write_ids(view: View, out: TextIO, end: str = "\n") -> None:
    """The ids of the releases, each once, in order."""
    seen = dict.fromkeys(str(pick(record, view.ids)) for record in view.records)
    out.writelines(ident + end for ident in seen)


def _chosen(view: View, columns: Sequence[str]) -> Iterator[Any]:
    """Whole records, or the chosen keys of them."""
    if not columns:
        return iter(view.records)
    return ({column: pick(record, column) for column in columns} for record in view.records)


def _flat(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "; ".join(str(_flat(item)) for item in value)
    if isinstance(value, dict):
        return str(value.get("name", value.get("text", _ENCODE(value))))
    return "" if value is None else value


def _line(value: Any) -> str:
    return visible(" ".join(str(_flat(value)).split()))
