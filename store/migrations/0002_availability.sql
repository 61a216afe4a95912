-- What a host publishes.

CREATE TABLE schedules (
    id UUID PRIMARY KEY,
    host_id UUID NOT NULL REFERENCES hosts (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    weekly JSONB NOT NULL,
    overrides JSONB NOT NULL,
    is_default BOOLEAN NOT NULL,
    archived_at TIMESTAMPTZ,
    created_at TIMESTAMPTZ NOT NULL,
    -- What refers to a row of a host names the host too, so that no key can lead to another host's row.
    UNIQUE (host_id, id)
);
CREATE INDEX schedules_host ON schedules (host_id, created_at);

CREATE TABLE event_types (
    id UUID PRIMARY KEY,
    host_id UUID NOT NULL REFERENCES hosts (id) ON DELETE CASCADE,
    schedule_id UUID NOT NULL,
    slug TEXT NOT NULL,
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    duration_minutes BIGINT NOT NULL,
    slot_interval_minutes BIGINT,
    buffer_before_minutes BIGINT NOT NULL,
    buffer_after_minutes BIGINT NOT NULL,
    minimum_notice_minutes BIGINT NOT NULL,
    horizon_days BIGINT,
    date_from DATE,
    date_to DATE,
    max_per_day BIGINT,
    max_per_week BIGINT,
    seats BIGINT NOT NULL,
    price_minor BIGINT,
    currency TEXT,
    requires_approval BOOLEAN NOT NULL,
    approval_expires_hours BIGINT NOT NULL,
    cancel_cutoff_minutes BIGINT NOT NULL,
    reschedule_cutoff_minutes BIGINT NOT NULL,
    max_guests BIGINT NOT NULL,
    location_kind TEXT NOT NULL,
    location_value TEXT NOT NULL,
    questions JSONB NOT NULL,
    reminders_minutes JSONB NOT NULL,
    refund_ladder JSONB NOT NULL,
    visibility TEXT NOT NULL,
    active BOOLEAN NOT NULL,
    archived_at TIMESTAMPTZ,
    created_at TIMESTAMPTZ NOT NULL,
    UNIQUE (host_id, id),
    FOREIGN KEY (host_id, schedule_id) REFERENCES schedules (host_id, id)
);
CREATE INDEX event_types_schedule ON event_types (host_id, schedule_id);
CREATE UNIQUE INDEX event_types_slug ON event_types (host_id, slug) WHERE archived_at IS NULL;
CREATE INDEX event_types_host ON event_types (host_id, created_at);

CREATE TABLE openings (
    id UUID PRIMARY KEY,
    host_id UUID NOT NULL REFERENCES hosts (id) ON DELETE CASCADE,
    event_type_id UUID NOT NULL,
    starts_at TIMESTAMPTZ NOT NULL,
    ends_at TIMESTAMPTZ NOT NULL,
    price_minor BIGINT,
    currency TEXT,
    created_at TIMESTAMPTZ NOT NULL,
    CHECK (starts_at < ends_at),
    FOREIGN KEY (host_id, event_type_id) REFERENCES event_types (host_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX openings_start ON openings (host_id, event_type_id, starts_at);
CREATE INDEX openings_host ON openings (host_id, starts_at);

CREATE TABLE blocks (
    id UUID PRIMARY KEY,
    host_id UUID NOT NULL REFERENCES hosts (id) ON DELETE CASCADE,
    starts_at TIMESTAMPTZ NOT NULL,
    ends_at TIMESTAMPTZ NOT NULL,
    reason TEXT,
    created_at TIMESTAMPTZ NOT NULL,
    CHECK (starts_at < ends_at)
);
CREATE INDEX blocks_host ON blocks (host_id, ends_at);

-- What was offered and booked on each past day: it can't be computed again once hours have changed.
CREATE TABLE daily_offers (
    host_id UUID NOT NULL REFERENCES hosts (id) ON DELETE CASCADE,
    day DATE NOT NULL,
    event_type_id UUID NOT NULL,
    slots_offered BIGINT NOT NULL,
    minutes_offered BIGINT NOT NULL,
    slots_booked BIGINT NOT NULL,
    minutes_booked BIGINT NOT NULL,
    PRIMARY KEY (host_id, day, event_type_id),
    FOREIGN KEY (host_id, event_type_id) REFERENCES event_types (host_id, id) ON DELETE CASCADE
);
CREATE INDEX daily_offers_event_type ON daily_offers (host_id, event_type_id);
