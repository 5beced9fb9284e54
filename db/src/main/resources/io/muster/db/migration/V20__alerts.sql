-- Every alert that arrived, with what was decided about it, in a chain of its own: alerts that made no
-- incident are part of the record too. The canonical bytes are what is hashed; the other columns are
-- copies of them for looking things up.
create table alert (
    number      bigint      not null primary key check (number >= 1),
    source      text        not null,
    fingerprint text        not null,
    firing      boolean     not null,
    fate        text        not null,
    incident    bigint references incident (id),
    is_private  boolean     not null,
    recorded_at timestamptz not null,
    entry       bytea       not null,
    prev        bytea       not null check (octet_length(prev) = 32),
    hash        bytea       not null check (octet_length(hash) = 32),
    constraint alerts_never_fork unique (prev)
);
create index alert_by_incident on alert (incident) where incident is not null;

create trigger alert_is_append_only
    before update or delete or truncate
    on alert
    for each statement
execute function never_changed();
alter table alert
    enable always trigger alert_is_append_only;

-- What the source said, apart from the record, which holds only a salted commitment to it.
create table alert_words (
    alert bigint not null primary key references alert (number),
    salt  bytea,
    text  text
);

create function alert_words_guard() returns trigger
    language plpgsql as
$$
begin
    if new.text is not null or new.salt is not null or new.alert <> old.alert then
        raise exception 'words are only ever erased, with their salt';
    end if;
    return new;
end
$$;

create trigger alert_words_are_only_erased
    before update
    on alert_words
    for each row
execute function alert_words_guard();
create trigger alert_words_keep_their_place
    before delete or truncate
    on alert_words
    for each statement
execute function never_changed();
alter table alert_words
    enable always trigger alert_words_are_only_erased;
alter table alert_words
    enable always trigger alert_words_keep_their_place;

-- The head of that chain, whose lock orders what is added to it.
create table alert_head (
    only_one boolean not null primary key default true check (only_one),
    last     bigint  not null default 0,
    head     bytea check (octet_length(head) = 32),
    constraint alerts_begin_with_nothing check ((last = 0) = (head is null))
);
insert into alert_head default values;

create trigger alert_head_counts
    before update
    on alert_head
    for each row
execute function counts_by_one();
create trigger alert_head_stays
    before delete or truncate
    on alert_head
    for each statement
execute function never_changed();
alter table alert_head
    enable always trigger alert_head_counts;
alter table alert_head
    enable always trigger alert_head_stays;

-- One row for each matter that a source reports, whose lock keeps two deliveries from making two
-- incidents of it.
create table alert_matter (
    source      text        not null,
    fingerprint text        not null,
    incident    bigint references incident (id),
    firing      boolean     not null default false,
    times       integer     not null default 0,
    last_at     timestamptz,
    primary key (source, fingerprint)
);

-- The addresses that Muster watches itself: the turn that was taken last, and how it went.
create table watch (
    name     text        not null primary key,
    slot     timestamptz not null,
    failures integer     not null default 0,
    failing  boolean     not null default false
);
