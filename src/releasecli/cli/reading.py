"""How does a command get hold of one release that the cache cannot give?"""

import hashlib
from pathlib import Path

from releasecli.errors import InputProblem, UsageError
from releasecli.extract.facts import facts
from releasecli.extract.header import header
from releasecli.model import Document, Release, Source
from releasecli.model.reading import Reading
from releasecli.readers import ReadOptions, read
from releasecli.text.paragraphs import paragraphs


def of_file(name: str) -> Reading:
    """The one release a file holds, read and understood without an index.

    Raises InputProblem where it cannot be read, UsageError where it holds several.
    """
    found = list(read([name], ReadOptions()))
    failed = next((one for one in found if not isinstance(one, Document)), None)
    if failed is not None or not found:
        raise InputProblem(str(failed) if failed else f"{name}: no release in it")
    if len(found) > 1:
        raise UsageError(f"{name} holds {len(found)} releases", "ingest it, then name one by its id")
    return of_document(found[0], Path(name).name)  # type: ignore[arg-type]  # failures were sorted out above


def of_document(document: Document, ident: str) -> Reading:
    """A document as it would be read from an index; `ident` stands where the id would."""
    top = header(document)
    digest = hashlib.sha256(document.text.encode()).hexdigest()
    release = Release(ident, top, document.text, Source(document.origin.format, digest, document.origin.url))
    spans = tuple(paragraphs(document.text))
    shown = tuple(range(2 if len(spans) > 1 else 1, len(spans) + 1))
    return Reading(release, facts(document.text, top), spans, shown, document.origin.uri)
