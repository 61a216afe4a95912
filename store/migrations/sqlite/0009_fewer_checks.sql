-- Each index of a host's data is a page more that every booking changes, and that goes to the log and to the file. Nothing
-- is found by the first, and bookings_host serves for the second. The last three helped a host to delete an event type,
-- which looks through the host's own bookings now, and the sweeper to delete a host, whose bookings go before the sittings.
DROP INDEX customers_host;
DROP INDEX bookings_live;
DROP INDEX bookings_event_type;
DROP INDEX bookings_sitting;
DROP INDEX sittings_event_type;
