-- Who may come in. A host is an account that has a page; both carry the same id.

CREATE TABLE accounts (
    id UUID PRIMARY KEY,
    email TEXT NOT NULL,
    -- The address as it is compared: lower case.
    email_key TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    verified_at TIMESTAMPTZ,
    is_operator BOOLEAN NOT NULL,
    suspended_at TIMESTAMPTZ,
    -- A new address whose letter has not been answered yet.
    pending_email TEXT,
    -- Tokens in letters carry the generation they were written in; raising it voids them.
    token_generation BIGINT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);
-- An unverified registration does not own its address: several may exist.
CREATE UNIQUE INDEX accounts_verified_email ON accounts (email_key) WHERE verified_at IS NOT NULL;
CREATE INDEX accounts_email ON accounts (email_key);
CREATE INDEX accounts_unverified ON accounts (created_at) WHERE verified_at IS NULL;
CREATE INDEX accounts_age ON accounts (created_at, id);
CREATE INDEX accounts_operators ON accounts (id) WHERE is_operator;

CREATE TABLE sessions (
    id UUID PRIMARY KEY,
    account_id UUID NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    token_hash BYTEA NOT NULL UNIQUE,
    user_agent TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    last_seen_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX sessions_account ON sessions (account_id, created_at);
CREATE INDEX sessions_expiry ON sessions (expires_at);

CREATE TABLE api_keys (
    id UUID PRIMARY KEY,
    account_id UUID NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    -- The first characters, by which its owner tells it apart.
    prefix TEXT NOT NULL,
    token_hash BYTEA NOT NULL UNIQUE,
    created_at TIMESTAMPTZ NOT NULL,
    last_used_at TIMESTAMPTZ
);
CREATE INDEX api_keys_account ON api_keys (account_id, created_at);

CREATE TABLE invitations (
    id UUID PRIMARY KEY,
    invited_by UUID NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    email TEXT,
    created_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL,
    used_at TIMESTAMPTZ
);
CREATE INDEX invitations_age ON invitations (created_at, id);

CREATE TABLE hosts (
    id UUID PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
    handle TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    bio TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    locale TEXT NOT NULL,
    week_start TEXT NOT NULL,
    max_per_day BIGINT,
    privacy_url TEXT,
    terms_url TEXT,
    contact_url TEXT,
    notify_booked BOOLEAN NOT NULL,
    notify_cancelled BOOLEAN NOT NULL,
    notify_rescheduled BOOLEAN NOT NULL,
    link_shared_at TIMESTAMPTZ,
    -- Raised by every change that could change which slots are offered.
    availability_version BIGINT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);

CREATE INDEX invitations_operator ON invitations (invited_by);

-- A given-up handle stays reserved and redirects for a year.
CREATE TABLE given_up_handles (
    handle TEXT PRIMARY KEY,
    host_id UUID NOT NULL REFERENCES hosts (id) ON DELETE CASCADE,
    reserved_until TIMESTAMPTZ NOT NULL
);
CREATE INDEX given_up_handles_host ON given_up_handles (host_id);

-- The answers to requests that carried an Idempotency-Key, kept for a day.
CREATE TABLE idempotency_keys (
    scope TEXT NOT NULL,
    route TEXT NOT NULL,
    key TEXT NOT NULL,
    body_hash BYTEA NOT NULL,
    status BIGINT NOT NULL,
    -- Ids only, never secrets: what else an answer holds is derived again.
    answer JSONB NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (scope, route, key)
);
CREATE INDEX idempotency_keys_age ON idempotency_keys (created_at);
