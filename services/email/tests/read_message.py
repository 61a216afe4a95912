"""Reads a message as a mail program would, calendar parts strictly, and prints what is in it as one JSON object."""

import email
import email.policy
import email.utils
import json
import sys
from email.header import decode_header, make_header

from icalendar import Calendar


def calendar(text):
    parsed = Calendar.from_ical(text)
    event = parsed.walk("VEVENT")[0]
    assert not parsed.errors and not event.errors, (parsed.errors, event.errors)
    attendees = event.get("ATTENDEE", [])
    return {
        "method": str(parsed["METHOD"]),
        "uid": str(event["UID"]),
        "sequence": int(event["SEQUENCE"]),
        "status": str(event["STATUS"]),
        "summary": str(event["SUMMARY"]),
        "description": str(event.get("DESCRIPTION", "")),
        "location": str(event.get("LOCATION", "")),
        "url": str(event.get("URL", "")),
        "start": event["DTSTART"].dt.isoformat(),
        "end": event["DTEND"].dt.isoformat(),
        "organizer": [event["ORGANIZER"].params.get("CN", ""), str(event["ORGANIZER"])],
        "attendees": [str(a) for a in (attendees if isinstance(attendees, list) else [attendees])],
    }


def part(found):
    kind = found.get_content_type()
    text = found.get_payload(decode=True).decode()
    return {
        "type": kind,
        "method": found.get_param("method"),
        "file": found.get_filename(),
        "encoding": found["Content-Transfer-Encoding"],
        "text": text,
        "calendar": calendar(text) if kind in ("text/calendar", "application/ics") else None,
    }


def people(header):
    # Not by the new policy: before Python 3.13 it leaves blanks between the encoded words of a name.
    found = email.utils.getaddresses([header])
    return [[str(make_header(decode_header(name))), address] for name, address in found]


given = sys.stdin.buffer.read()
message = email.message_from_bytes(given, policy=email.policy.SMTPUTF8)
old_message = email.message_from_bytes(given)
defects = [repr(d) for p in message.walk() for d in p.defects]
defects += [repr(d) for _, header in message.items() for d in getattr(header, "defects", ())]
print(
    json.dumps(
        {
            "headers": [[name, str(value)] for name, value in message.items()],
            "from": people(old_message["From"]),
            "structure": [p.get_content_type() for p in message.walk()],
            "parts": [part(p) for p in message.walk() if not p.is_multipart()],
            "defects": defects,
        }
    )
)
