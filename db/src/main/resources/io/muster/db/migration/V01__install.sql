-- One row says what kind of installation this is. Time is the database's clock, so that all nodes
-- agree; in a trial it can be pushed forward, and a database that began as real never can.
create table install (
    only_one     boolean     not null primary key default true check (only_one),
    clock        text        not null check (clock in ('real', 'adjustable')),
    ahead_ms     bigint      not null default 0 check (ahead_ms between 0 and 3155760000000), -- a century
    id           uuid        not null default gen_random_uuid(),
    began_at     timestamptz not null default clock_timestamp(),
    constraint real_time_is_never_pushed check (clock = 'adjustable' or ahead_ms = 0)
);

-- For tables whose rows stay as they are.
create function never_changed() returns trigger
    language plpgsql as
$$
begin
    raise exception 'entries of % are never changed or removed', tg_table_name;
end
$$;

create function install_guard() returns trigger
    language plpgsql as
$$
begin
    if new.clock <> old.clock then
        raise exception 'the kind of clock is chosen once, when a database begins';
    end if;
    if new.id <> old.id or new.began_at <> old.began_at then
        raise exception 'an installation is what it is from its first day on';
    end if;
    if new.ahead_ms < old.ahead_ms then
        raise exception 'time is only ever pushed forward';
    end if;
    return new;
end
$$;

create trigger install_guard
    before update
    on install
    for each row
execute function install_guard();
create trigger install_is_never_removed
    before delete or truncate
    on install
    for each statement
execute function never_changed();
alter table install
    enable always trigger install_guard;
alter table install
    enable always trigger install_is_never_removed;

-- Now, to the millisecond. clock_timestamp() and not now(): a transaction that waited for a lock must
-- see the time after the wait.
create function muster_now() returns timestamptz
    language sql
    volatile as
$$
select date_trunc('milliseconds',
                  clock_timestamp() + coalesce((select ahead_ms from install), 0) * interval '1 millisecond')
$$;

-- The texts of policies, kept because an incident is judged by the text that it was opened under.
create table policy (
    version    text        not null primary key,
    name       text        not null,
    source     text        not null,
    first_seen timestamptz not null default clock_timestamp()
);

create trigger policy_is_kept
    before update or delete or truncate
    on policy
    for each statement
execute function never_changed();
alter table policy
    enable always trigger policy_is_kept;
