-- The role under which Muster works: it can add to the journal and read it, and nothing else there.
-- Where the migrating user may not create roles, the triggers guard alone, and doctor says so.
-- Several nodes do this at once; the lock keeps their grants apart, which PostgreSQL does not.
do
$$
    declare
        can_become constant text := case
                                        when current_setting('server_version_num')::integer >= 160000
                                            then 'set'
                                        else 'member' end;
    begin
        perform pg_advisory_xact_lock(hashtext('muster privileges'));
        if not exists (select from pg_roles where rolname = 'muster_app') then
            begin
                create role muster_app nologin;
            exception
                when duplicate_object or unique_violation then
                    null; -- made just now, for another database of this server
                when insufficient_privilege then
                    raise notice 'no right to create the role muster_app';
                    return;
            end;
        end if;
        if not pg_has_role(current_user, 'muster_app', can_become) then
            begin
                execute format('grant muster_app to %I', current_user);
            exception
                when others then
                    raise notice 'no right to grant muster_app: %', sqlerrm;
                    return;
            end;
        end if;
        if not exists (select
                       from pg_class
                       where oid = 'journal'::regclass
                         and pg_has_role(current_user, relowner, 'usage')) then
            return; -- whoever owns the tables has seen to the rest
        end if;
        execute format('grant usage on schema %I to muster_app', current_schema());
        execute format('grant select, insert, update, delete on all tables in schema %I to muster_app', current_schema());
        execute format('grant usage on all sequences in schema %I to muster_app', current_schema());
        revoke update, delete, truncate on journal, policy, alert from muster_app;
        revoke delete, truncate on install, incident, words, alert_words from muster_app;
        revoke insert, delete, truncate on incident_counter, program, alert_head from muster_app;
        if to_regclass('flyway_schema_history') is not null then
            revoke insert, update, delete, truncate on flyway_schema_history from muster_app;
        end if;
    end
$$;
