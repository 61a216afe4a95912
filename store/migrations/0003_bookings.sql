-- Time that is sold.

CREATE TABLE customers (
    id UUID PRIMARY KEY,
    host_id UUID NOT NULL REFERENCES hosts (id) ON DELETE CASCADE,
    email TEXT NOT NULL,
    email_key TEXT NOT NULL,
    name TEXT NOT NULL,
    -- Set by “I didn't book this”: nothing more is written to this address for this host.
    letters_stopped_at TIMESTAMPTZ,
    created_at TIMESTAMPTZ NOT NULL,
    UNIQUE (host_id, id)
);
CREATE UNIQUE INDEX customers_email ON customers (host_id, email_key);
CREATE INDEX customers_host ON customers (host_id, created_at);

-- The row that guards a time. Bookings of a seated event type with the same start and end share one.
CREATE TABLE sittings (
    id UUID PRIMARY KEY,
    host_id UUID NOT NULL REFERENCES hosts (id) ON DELETE CASCADE,
    event_type_id UUID NOT NULL,
    starts_at TIMESTAMPTZ NOT NULL,
    ends_at TIMESTAMPTZ NOT NULL,
    capacity BIGINT NOT NULL,
    taken BIGINT NOT NULL,
    CHECK (starts_at < ends_at),
    CONSTRAINT sittings_seats CHECK (taken >= 0 AND taken <= capacity),
    UNIQUE (host_id, id),
    FOREIGN KEY (host_id, event_type_id) REFERENCES event_types (host_id, id)
);
CREATE INDEX sittings_event_type ON sittings (host_id, event_type_id, starts_at);
CREATE INDEX sittings_host ON sittings (host_id, starts_at);

CREATE TABLE bookings (
    id UUID PRIMARY KEY,
    host_id UUID NOT NULL REFERENCES hosts (id) ON DELETE CASCADE,
    event_type_id UUID NOT NULL,
    sitting_id UUID NOT NULL,
    customer_id UUID NOT NULL,
    state TEXT NOT NULL CHECK (state IN
        ('held', 'awaiting_approval', 'confirmed', 'cancelled', 'declined', 'expired')),
    starts_at TIMESTAMPTZ NOT NULL,
    ends_at TIMESTAMPTZ NOT NULL,
    buffer_before_minutes BIGINT NOT NULL,
    buffer_after_minutes BIGINT NOT NULL,
    -- What was agreed, whatever becomes of the event type.
    title TEXT NOT NULL,
    location_kind TEXT NOT NULL,
    location_value TEXT NOT NULL,
    price_minor BIGINT,
    currency TEXT,
    requires_approval BOOLEAN NOT NULL,
    cancel_cutoff_minutes BIGINT NOT NULL,
    reschedule_cutoff_minutes BIGINT NOT NULL,
    refund_ladder JSONB NOT NULL,
    reminders_minutes JSONB NOT NULL,
    name TEXT NOT NULL,
    customer_zone TEXT NOT NULL,
    host_zone TEXT NOT NULL,
    notes TEXT,
    answers JSONB NOT NULL,
    guests JSONB NOT NULL,
    -- Rises with every change that the customer's calendar must hear of; the SEQUENCE of its calendar part.
    version BIGINT NOT NULL,
    -- Manage links carry the generation they were written in; raising it voids them.
    manage_generation BIGINT NOT NULL,
    expires_at TIMESTAMPTZ,
    proposed_starts_at TIMESTAMPTZ,
    cancel_reason TEXT,
    cancelled_by TEXT,
    no_show BOOLEAN NOT NULL,
    moves BIGINT NOT NULL,
    booked_by TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL,
    CHECK (starts_at < ends_at),
    UNIQUE (host_id, id),
    FOREIGN KEY (host_id, event_type_id) REFERENCES event_types (host_id, id),
    FOREIGN KEY (host_id, sitting_id) REFERENCES sittings (host_id, id),
    FOREIGN KEY (host_id, customer_id) REFERENCES customers (host_id, id)
);
CREATE INDEX bookings_event_type ON bookings (host_id, event_type_id);
CREATE INDEX bookings_sitting ON bookings (host_id, sitting_id);
CREATE INDEX bookings_host ON bookings (host_id, starts_at);
CREATE INDEX bookings_live ON bookings (host_id, starts_at)
    WHERE state IN ('held', 'awaiting_approval', 'confirmed');
CREATE INDEX bookings_expiring ON bookings (host_id, expires_at)
    WHERE state IN ('held', 'awaiting_approval');
CREATE INDEX bookings_customer ON bookings (host_id, customer_id, starts_at);

-- What happened to a booking and by whom, in order: the head of its timeline.
CREATE TABLE booking_steps (
    host_id UUID NOT NULL REFERENCES hosts (id) ON DELETE CASCADE,
    booking_id UUID NOT NULL,
    number BIGINT NOT NULL,
    step TEXT NOT NULL,
    taken_by TEXT NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (host_id, booking_id, number),
    FOREIGN KEY (host_id, booking_id) REFERENCES bookings (host_id, id) ON DELETE CASCADE
);
