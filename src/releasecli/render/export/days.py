"""How do rows look in a calendar?"""

from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from releasecli.model.sheet import Line, Sheet
from releasecli.render.export.share import short


def ics(sheet: Sheet) -> str:
    """A calendar: one all-day event for each row that has a day (RFC 5545)."""
    calendar = Calendar()
    calendar.add("prodid", "-//releasecli//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", sheet.title)
    addresses = {cited.id: cited.url for cited in sheet.cited}
    for line in sheet.lines:
        if line.first or line.last:
            calendar.add_component(_event(line, addresses.get(line.release)))
    return str(calendar.to_ical().decode("utf-8"))


def _event(line: Line, address: str | None) -> Event:
    first = date.fromisoformat(line.first or line.last or "")
    last = date.fromisoformat(line.last or line.first or "")
    at = line.spans[0][0] if line.spans else line.start
    event = Event()
    event.add("uid", f"{line.ref}-{at}-{first}@releasecli")
    event.add("dtstamp", datetime.combine(first, time(), UTC))
    event.add("dtstart", first)
    event.add("dtend", max(first, last) + timedelta(days=1))
    event.add("summary", short(line.text))
    event.add("description", f"{' '.join(line.text.split())} ({line.ref})")
    event.add("transp", "TRANSPARENT")
    if address:
        event.add("url", address)
    return event
