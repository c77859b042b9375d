"""What do the marks in the releases shown mean?"""

import sys
from collections.abc import Iterable

from releasecli.cli.session import say
from releasecli.model import Time
from releasecli.model.reading import Reading
from releasecli.render.marks import legend
from releasecli.render.write import Form, for_person


def explain_marks(readings: Iterable[Reading], form: Form) -> None:
    """One line, for a person, where marks stand in what is shown."""
    if form.format or form.fields or not for_person(sys.stdout, form.color):
        return
    times = [time for reading in readings for time in reading.facts.times if _shows(reading, time)]
    used = [name for name in ("stated", "inferred", "vague") if any(time.basis == name for time in times)]
    used += ["open"] if any((time.earliest is None) != (time.latest is None) for time in times) else []
    used += ["ambiguous"] if any(time.ambiguous for time in times) else []
    if used:
        sys.stdout.flush()
        say(legend(used))


def _shows(reading: Reading, time: Time) -> bool:
    return any(start <= time.start < end for start, end in (reading.paragraphs[n - 1] for n in reading.shown))
