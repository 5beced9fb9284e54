-- Whom Muster has welcomed to which incident's channel: once each, however often they come and go.
create table welcome (
    incident    bigint      not null,
    person      text        not null,
    welcomed_at timestamptz not null default clock_timestamp(),
    primary key (incident, person)
);
