-- Which turn of a job that runs by the calendar was taken: every node may ring, one acts.
create table job_slot (
    job        text        not null,
    slot       timestamptz not null,
    claimed_at timestamptz not null default clock_timestamp(),
    primary key (job, slot)
);
