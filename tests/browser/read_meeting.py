"""Reads a calendar part from stdin as strictly as the icalendar library can; leaves with a trace if it is none."""
import sys

from icalendar import Calendar

meeting = Calendar.from_ical(sys.stdin.buffer.read())
events = meeting.walk("VEVENT")
assert len(events) == 1, f"one event was expected, not {len(events)}"
for part in meeting.walk():
    assert not part.errors, f"{part.name}: {part.errors}"
event = events[0]
assert event["DTEND"].dt > event["DTSTART"].dt, "the event ends before it begins"
assert event["DTSTART"].dt.tzinfo is not None, "the event floats"
assert meeting.get("METHOD") in ("REQUEST", "CANCEL", "PUBLISH"), meeting.get("METHOD")
