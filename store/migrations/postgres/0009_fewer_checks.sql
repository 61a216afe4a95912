-- PostgreSQL checks a foreign key with a query of its own for every row that is written, and seventeen of them were a sixth
-- of what a booking cost. Those go that say what another one says already, and those of jobs, which look again when they run;
-- the jobs of an account are deleted with it.
ALTER TABLE jobs DROP CONSTRAINT jobs_host_id_fkey;
ALTER TABLE jobs DROP CONSTRAINT jobs_host_id_booking_id_fkey;
-- A step's booking names the host, and a sitting's bookings name the event type.
ALTER TABLE booking_steps DROP CONSTRAINT booking_steps_host_id_fkey;
ALTER TABLE sittings DROP CONSTRAINT sittings_host_id_event_type_id_fkey;
DROP INDEX sittings_event_type;
-- Nothing is found by the one, and the other's rows are found by bookings_host as soon.
DROP INDEX customers_host;
DROP INDEX bookings_live;
-- Every step raises a version in the host's row: with room left on its page no index has to hear of it.
ALTER TABLE hosts SET (fillfactor = 50);
