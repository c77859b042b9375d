"""An editor's work on the record it is given: a title, tags, notes and corrections."""

import sys
from pathlib import Path

HANDWORK = """\
tags: [road]
notes: Ask Dora about the weighbridge figures.
corrections:
- sentence: President Ilan Avery noted that more than 4,700 lorries
  set: {speaker: Dora Lind}
- sentence: since December 12, 2022
  set: {date: 2022-12-13}
- sentence: On March 21, Foreign Secretary Ann Brook
  drop: March 21
- sentence: They never met in Rome
  drop: times
source:
"""
record = Path(sys.argv[1])
text = record.read_text()
text = text.replace("title: Release of the Press Service of the President", "title: Brook and Avery on the road", 1)
record.write_text(text.replace("source:\n", HANDWORK, 1))
