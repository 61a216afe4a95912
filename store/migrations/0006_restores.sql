-- Each time that a backup was put back. While one is not released, nothing leaves the house: what a letter would say may
-- have been said after the backup was taken.
CREATE TABLE restores (
    id UUID PRIMARY KEY,
    taken_at TIMESTAMPTZ NOT NULL,
    restored_at TIMESTAMPTZ NOT NULL,
    released_at TIMESTAMPTZ
);
CREATE INDEX restores_parked ON restores (restored_at) WHERE released_at IS NULL;
