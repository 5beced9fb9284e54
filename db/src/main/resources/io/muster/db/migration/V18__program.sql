-- The standing file of the program lies in the journal under the number 0, which no incident has. So
-- a number in these tables need not be an incident any more; verification finds entries whose file
-- is gone, as it always did.
alter table journal
    drop constraint journal_incident_fkey;
alter table obligation
    drop constraint obligation_incident_fkey;
alter table outbox
    drop constraint outbox_incident_fkey;

-- The head of the program's journal, whose lock orders everything that happens to it.
create table program (
    only_one   boolean     not null primary key default true check (only_one),
    seq        integer     not null default 0,
    head       bytea check (octet_length(head) = 32),
    changed_at timestamptz,
    constraint program_begins_with_nothing check ((seq = 0) = (head is null))
);
insert into program default values;

create function program_guard() returns trigger
    language plpgsql as
$$
begin
    if new.seq <= old.seq then
        raise exception 'the journal of the program only grows';
    end if;
    return new;
end
$$;

create trigger program_guard
    before update
    on program
    for each row
execute function program_guard();
create trigger program_is_never_removed
    before delete or truncate
    on program
    for each statement
execute function never_changed();
alter table program
    enable always trigger program_guard;
alter table program
    enable always trigger program_is_never_removed;
