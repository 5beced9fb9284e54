-- What is owed by when, as the journal says. next_at is when the clock has to look at it next.
create table obligation (
    incident   bigint      not null references incident (id),
    id         text        not null,
    title      text        not null,
    owner      text        not null,
    state      text        not null,
    due_at     timestamptz not null,
    next_at    timestamptz,
    settled_at timestamptz,
    primary key (incident, id)
);
create index obligation_next on obligation (next_at) where next_at is not null;
