-- The role under which Muster works: it can add to the journal and read it, and nothing else there.
-- Where the migrating user may not create roles, the triggers guard alone, and doctor says so.
do
$$
    begin
        if not exists (select from pg_roles where rolname = 'muster_app') then
            begin
                create role muster_app nologin;
            exception
                when insufficient_privilege then
                    raise notice 'no right to create the role muster_app';
                    return;
            end;
        end if;
        begin
            execute format('grant muster_app to %I', current_user);
        exception
            when others then
                raise notice 'no right to grant muster_app: %', sqlerrm;
                return;
        end;
        execute format('grant usage on schema %I to muster_app', current_schema());
        execute format('grant select, insert, update, delete on all tables in schema %I to muster_app', current_schema());
        execute format('grant usage on all sequences in schema %I to muster_app', current_schema());
        revoke update, delete, truncate on journal from muster_app;
        revoke delete, truncate on install from muster_app;
        revoke update, delete, truncate on policy from muster_app;
        revoke delete, truncate on incident from muster_app;
        if to_regclass('flyway_schema_history') is not null then
            revoke insert, update, delete on flyway_schema_history from muster_app;
        end if;
    end
$$;
