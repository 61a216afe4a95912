-- Each index of a host's data is a page more that every booking changes, and that goes to the log and to the file. Nothing
-- is found by the first; the rows of the others are found by bookings_host and sittings_host as soon.
DROP INDEX customers_host;
DROP INDEX bookings_live;
DROP INDEX bookings_event_type;
DROP INDEX bookings_sitting;
DROP INDEX sittings_event_type;
