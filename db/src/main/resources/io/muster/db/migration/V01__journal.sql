create table probe (id bigint primary key, at timestamptz not null);
