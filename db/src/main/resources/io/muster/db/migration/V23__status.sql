-- What the public can read, and nothing else: the status page is made of these two tables and never
-- looks at an incident. What is public follows the journal, and verification holds it against it.
create table status_update (
    incident     bigint      not null references incident (id),
    number       integer     not null,
    page_key     text        not null,
    title        text        not null,
    state        text        not null,
    affected     text        not null,
    words        text        not null,
    hash         text        not null,
    published_at timestamptz not null,
    primary key (incident, number)
);
create index status_update_published on status_update (published_at);

-- Work that is announced belongs to no incident.
create table maintenance (
    id           bigint      not null generated always as identity primary key,
    title        text        not null,
    affected     text        not null,
    words        text        not null,
    starts_at    timestamptz not null,
    ends_at      timestamptz not null,
    planned_by   text        not null,
    planned_at   timestamptz not null,
    cancelled_by text,
    cancelled_at timestamptz,
    constraint maintenance_ends_after_it_starts check (ends_at > starts_at),
    constraint maintenance_is_cancelled_by_somebody
        check ((cancelled_by is null) = (cancelled_at is null))
);
create index maintenance_ends on maintenance (ends_at);
