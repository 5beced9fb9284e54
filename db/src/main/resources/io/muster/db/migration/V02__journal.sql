-- Gap-free numbers: the row is locked by whoever declares, and a refused declaration rolls back.
create table incident_counter (
    only_one boolean not null primary key default true check (only_one),
    last     bigint  not null default 0
);
insert into incident_counter default values;

create function counts_by_one() returns trigger
    language plpgsql as
$$
begin
    if new.last <> old.last + 1 then
        raise exception 'incidents are numbered one by one';
    end if;
    return new;
end
$$;

create trigger incident_counter_counts
    before update
    on incident_counter
    for each row
execute function counts_by_one();
create trigger incident_counter_stays
    before delete or truncate
    on incident_counter
    for each statement
execute function never_changed();
alter table incident_counter
    enable always trigger incident_counter_counts;
alter table incident_counter
    enable always trigger incident_counter_stays;

-- One row an incident: the head of its journal, whose lock orders everything that happens to it, and
-- what lists and boards show. All but the head follows from the journal.
create table incident (
    id            bigint      not null primary key,
    seq           integer     not null,
    head          bytea       not null check (octet_length(head) = 32),
    policy        text        not null references policy (version),
    title         text        not null,
    severity      text        not null,
    severity_rank smallint    not null,
    status        text        not null,
    kind          text,
    is_private    boolean     not null,
    is_drill      boolean     not null,
    commander     text,
    declared_by   text        not null,
    declared_at   timestamptz not null,
    changed_at    timestamptz not null
);
create index incident_by_status on incident (status, severity_rank, id);

create function incident_guard() returns trigger
    language plpgsql as
$$
begin
    if new.id <> old.id or new.policy <> old.policy or new.declared_at <> old.declared_at
        or new.declared_by <> old.declared_by then
        raise exception 'how an incident began never changes';
    end if;
    if new.seq < old.seq or (new.seq = old.seq and new.head <> old.head) then
        raise exception 'the journal of an incident only grows';
    end if;
    return new;
end
$$;

create trigger incident_guard
    before update
    on incident
    for each row
execute function incident_guard();
create trigger incident_is_never_removed
    before delete or truncate
    on incident
    for each statement
execute function never_changed();
alter table incident
    enable always trigger incident_guard;
alter table incident
    enable always trigger incident_is_never_removed;

-- The journal is state, timeline and audit log at once. The canonical bytes are what is hashed; the
-- other columns are copies of them for looking things up, and verification compares both.
create table journal (
    incident    bigint      not null references incident (id),
    seq         integer     not null check (seq >= 1),
    type        text        not null,
    recorded_at timestamptz not null,
    actor       text        not null,
    entry       bytea       not null,
    prev        bytea       not null check (octet_length(prev) = 32),
    hash        bytea       not null check (octet_length(hash) = 32),
    primary key (incident, seq),
    constraint journal_never_forks unique (incident, prev)
);

-- What people typed, apart from the journal, which holds only a salted commitment to it: so it can be
-- erased for a legal reason while the chain still verifies.
create table words (
    incident bigint   not null,
    seq      integer  not null,
    place    smallint not null,
    salt     bytea,
    text     text,
    primary key (incident, seq, place),
    foreign key (incident, seq) references journal (incident, seq)
);

create function words_guard() returns trigger
    language plpgsql as
$$
begin
    if new.text is not null or new.salt is not null
        or (new.incident, new.seq, new.place) <> (old.incident, old.seq, old.place) then
        raise exception 'words are only ever erased, with their salt';
    end if;
    return new;
end
$$;

create trigger words_are_only_erased
    before update
    on words
    for each row
execute function words_guard();
create trigger words_keep_their_place
    before delete or truncate
    on words
    for each statement
execute function never_changed();
alter table words
    enable always trigger words_are_only_erased;
alter table words
    enable always trigger words_keep_their_place;

create trigger journal_is_append_only
    before update or delete or truncate
    on journal
    for each statement
execute function never_changed();
alter table journal
    enable always trigger journal_is_append_only;
