-- Live sittings of a host never overlap: on insert and on update, whatever the code believes.
CREATE EXTENSION IF NOT EXISTS btree_gist;

ALTER TABLE sittings ADD CONSTRAINT sittings_no_overlap
    EXCLUDE USING gist (host_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (taken > 0);
