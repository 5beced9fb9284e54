-- Gap-free numbers: the row is locked by whoever declares, and a refused declaration rolls back.
create table incident_counter (
    only_one boolean not null primary key default true check (only_one),
    last     bigint  not null default 0
);
insert into incident_counter default values;

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

create function never_changed() returns trigger
    language plpgsql as
$$
begin
    raise exception 'entries of % are never changed or removed', tg_table_name;
end
$$;

create trigger journal_is_append_only
    before update or delete
    on journal
    for each row
execute function never_changed();
create trigger journal_is_never_emptied
    before truncate
    on journal
    for each statement
execute function never_changed();
alter table journal
    enable always trigger journal_is_append_only;
alter table journal
    enable always trigger journal_is_never_emptied;
