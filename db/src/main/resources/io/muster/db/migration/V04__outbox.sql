-- What the world must be told, written in the transaction that made it necessary and done later.
--   lane      order is kept within a lane, lanes run side by side
--   urgency   which lane goes first when not all can: smaller is sooner
--   needs     'room': waits until the incident has its channel; 'card': until the card is posted
--   once      while a row with this key waits, another one would say the same
--   state     pending -> sending -> sent | parked, or unknown when the answer was lost on the way;
--             skipped when something newer says the same, or nobody needs it any more
create table outbox (
    id           bigint generated always as identity primary key,
    incident     bigint      not null references incident (id),
    lane         text        not null,
    urgency      smallint    not null,
    needs        text check (needs in ('room', 'card')),
    once         text,
    effect       text        not null,
    body         jsonb       not null,
    message_key  text        not null default '',
    state        text        not null default 'pending'
        check (state in ('pending', 'sending', 'unknown', 'sent', 'parked', 'skipped')),
    attempts     integer     not null default 0,
    next_at      timestamptz not null default clock_timestamp(),
    lease        uuid,
    lease_until  timestamptz,
    node         integer,
    attempted_at timestamptz,
    lost_at      timestamptz,
    created_at   timestamptz not null default clock_timestamp(),
    finished_at  timestamptz,
    reason       text,
    channel      text,
    ts           text
);
-- A node lives as long as the session that holds its advisory lock; a killed one is dead at once.
create view living_node as
select objid::bigint as node
from pg_locks
where locktype = 'advisory'
  and classid = 1297437524
  and objsubid = 2
  and granted
  and database = (select oid from pg_database where datname = current_database());

-- Other nodes learn of new work at once, not at their next look.
create function tell_of_outbox() returns trigger
    language plpgsql as
$$
begin
    notify muster_outbox;
    return null;
end
$$;
create trigger outbox_is_told
    after insert
    on outbox
    for each statement
execute function tell_of_outbox();

create index outbox_open on outbox (lane, id) where state in ('pending', 'sending', 'unknown');
create index outbox_due on outbox (next_at) where state in ('pending', 'sending', 'unknown');
create index outbox_parked on outbox (incident) where state = 'parked';
create unique index outbox_once on outbox (once) where state = 'pending' and once is not null;
create index outbox_message on outbox (incident, message_key) where message_key <> '';

-- The incident's channel, recognised by its id for ever.
create table room (
    incident bigint not null primary key references incident (id),
    channel  text   not null unique,
    name     text   not null
);

-- Messages that are kept current by editing them: the pinned card, the announcement.
create table surface (
    incident bigint not null references incident (id),
    surface  text   not null,
    channel  text   not null,
    ts       text   not null,
    shown    text   not null default '',
    primary key (incident, surface)
);

-- How long Slack asked us to be quiet, remembered beyond a restart.
create table slack_pause (
    scope text        not null primary key,
    until timestamptz not null
);

-- Small things learnt about the workspace that should survive a restart.
create table slack_fact (
    name  text not null primary key,
    value text not null
);
