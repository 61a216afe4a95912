-- Slots are decided by a host's live bookings. With all that is read of them in their index none is looked up in the table,
-- where they lie between those of others.
DROP INDEX bookings_host;
CREATE INDEX bookings_host ON bookings
    (host_id, starts_at, ends_at, state, event_type_id, id, buffer_before_minutes, buffer_after_minutes);
