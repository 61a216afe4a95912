-- What follows from what happened.

CREATE TABLE jobs (
    id UUID PRIMARY KEY,
    kind TEXT NOT NULL,
    -- One effect, one row: booking, kind, version, recipient and occurrence.
    key TEXT NOT NULL UNIQUE,
    host_id UUID REFERENCES hosts (id) ON DELETE CASCADE,
    booking_id UUID,
    -- The booking's version that the job speaks of, or the account's generation of tokens.
    version BIGINT NOT NULL,
    recipient TEXT NOT NULL,
    occurrence BIGINT NOT NULL,
    -- Ids and facts that can't be read again; never personal data.
    payload JSONB NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('ready', 'running', 'done', 'skipped', 'dead')),
    run_at TIMESTAMPTZ NOT NULL,
    attempts BIGINT NOT NULL,
    lease_until TIMESTAMPTZ,
    last_error TEXT,
    created_at TIMESTAMPTZ NOT NULL,
    -- When the current row of tries began: 24 h later the job is buried.
    first_due_at TIMESTAMPTZ NOT NULL,
    finished_at TIMESTAMPTZ,
    FOREIGN KEY (host_id, booking_id) REFERENCES bookings (host_id, id) ON DELETE CASCADE
);
CREATE INDEX jobs_due ON jobs (run_at) WHERE state = 'ready';
CREATE INDEX jobs_leased ON jobs (lease_until) WHERE state = 'running';
CREATE INDEX jobs_dead ON jobs (created_at) WHERE state = 'dead';
CREATE INDEX jobs_booking ON jobs (host_id, booking_id);
CREATE INDEX jobs_finished ON jobs (finished_at) WHERE state IN ('done', 'skipped');

-- One mail to one address. The address itself stands with the customer, the host or the booking.
CREATE TABLE deliveries (
    id UUID PRIMARY KEY,
    job_id UUID NOT NULL UNIQUE,
    host_id UUID REFERENCES hosts (id) ON DELETE CASCADE,
    booking_id UUID,
    letter TEXT NOT NULL,
    recipient TEXT NOT NULL,
    -- A keyed hash: counts an address's letters over all hosts without naming it.
    address_hash BYTEA NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('queued', 'accepted', 'refused', 'failed', 'suppressed')),
    tries BIGINT NOT NULL,
    last_error TEXT,
    created_at TIMESTAMPTZ NOT NULL,
    accepted_at TIMESTAMPTZ,
    FOREIGN KEY (host_id, booking_id) REFERENCES bookings (host_id, id) ON DELETE CASCADE
);
CREATE INDEX deliveries_host ON deliveries (host_id, created_at);
CREATE INDEX deliveries_address ON deliveries (address_hash, created_at);
CREATE INDEX deliveries_undelivered ON deliveries (created_at) WHERE state IN ('queued', 'refused', 'failed');
CREATE INDEX deliveries_booking ON deliveries (host_id, booking_id);

-- Letters of an instance without a mail server: the dev mailbox, or the operator's page.
CREATE TABLE mailbox_letters (
    id UUID PRIMARY KEY,
    sender TEXT NOT NULL,
    recipient TEXT NOT NULL,
    subject TEXT NOT NULL,
    text TEXT NOT NULL,
    html TEXT NOT NULL,
    calendar TEXT,
    created_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX mailbox_letters_age ON mailbox_letters (created_at);
