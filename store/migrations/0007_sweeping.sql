-- Old deliveries are swept away at night, over all hosts, some hundreds at a time.
CREATE INDEX deliveries_age ON deliveries (created_at);
