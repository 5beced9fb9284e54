-- Who stands in for whom on call, for whoever asks at this moment. The program's journal is the
-- record of it; this table follows it, and verification holds the one against the other.
create table on_call_override (
    number   integer     not null primary key,
    role     text        not null,
    person   text        not null,
    from_at  timestamptz not null,
    until_at timestamptz not null,
    constraint on_call_override_ends_after_it_begins check (until_at > from_at)
);
create index on_call_override_until on on_call_override (until_at);
