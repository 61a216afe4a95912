-- Live sittings of a host never overlap: on insert and on update, whatever the code believes. No core is longer than
-- two days, so only those that start within two days before need a look.

CREATE TRIGGER sittings_length BEFORE INSERT ON sittings
WHEN NEW.ends_at - NEW.starts_at > 172800000
BEGIN
    SELECT RAISE(ABORT, 'sittings_length');
END;

CREATE TRIGGER sittings_no_overlap_insert BEFORE INSERT ON sittings
WHEN NEW.taken > 0 AND EXISTS (
    SELECT 1 FROM sittings
    WHERE host_id = NEW.host_id AND taken > 0
      AND starts_at > NEW.starts_at - 172800000 AND starts_at < NEW.ends_at AND ends_at > NEW.starts_at)
BEGIN
    SELECT RAISE(ABORT, 'sittings_no_overlap');
END;

CREATE TRIGGER sittings_no_overlap_update BEFORE UPDATE ON sittings
WHEN NEW.taken > 0 AND (NEW.ends_at - NEW.starts_at > 172800000 OR EXISTS (
    SELECT 1 FROM sittings
    WHERE host_id = NEW.host_id AND taken > 0 AND id <> NEW.id
      AND starts_at > NEW.starts_at - 172800000 AND starts_at < NEW.ends_at AND ends_at > NEW.starts_at))
BEGIN
    SELECT RAISE(ABORT, 'sittings_no_overlap');
END;
