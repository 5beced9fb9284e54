-- Deliveries that have been acted on, so that the same one again changes nothing.
create table delivery (
    key      text        not null primary key,
    body     text        not null,
    incident bigint      references incident (id),
    at       timestamptz not null default clock_timestamp()
);
create index delivery_at on delivery (at);
