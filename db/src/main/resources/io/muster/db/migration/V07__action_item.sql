-- Action items across incidents, for lists of what is mine and what is overdue. Their words stay in
-- the journal, where they can be erased; whoever shows a list reads them there.
create table action_item (
    incident bigint      not null references incident (id),
    number   integer     not null,
    owner    text        not null,
    state    text        not null,
    due_at   timestamptz not null,
    primary key (incident, number)
);
create index action_item_open on action_item (due_at) where state = 'OPEN';
