-- Who follows the status page by mail. An address stands in its row and nowhere else, and goes with
-- it: whoever unsubscribes, or never confirms, leaves nothing behind.
create table status_subscriber (
    id           bigint      not null generated always as identity primary key,
    address      text        not null unique check (address = lower(address) and length(address) <= 254),
    asked_at     timestamptz not null,
    asked        integer     not null default 1,
    confirmed_at timestamptz
);
create index status_subscriber_waits on status_subscriber (asked_at) where confirmed_at is null;

-- What the links of mails prove. Only its hash is here: who reads this table can open no link.
create table status_token (
    hash       bytea       not null primary key check (octet_length(hash) = 32),
    subscriber bigint      not null references status_subscriber (id) on delete cascade,
    purpose    text        not null check (purpose in ('confirm', 'unsubscribe')),
    expires_at timestamptz not null
);
create index status_token_subscriber on status_token (subscriber);
create index status_token_expires on status_token (expires_at);

-- For whom a mail about which entry was written: once each, whatever happens on the way.
create table status_mail (
    incident   bigint      not null references incident (id),
    number     integer     not null,
    subscriber bigint      not null references status_subscriber (id) on delete cascade,
    written_at timestamptz not null,
    primary key (incident, number, subscriber)
);
create index status_mail_subscriber on status_mail (subscriber);
create index status_mail_written on status_mail (written_at);
