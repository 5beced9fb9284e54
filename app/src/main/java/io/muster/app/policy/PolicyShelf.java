package io.muster.app.policy;

import io.muster.app.desk.Policies;
import io.muster.core.policy.Policy;
import io.muster.core.policy.PolicyVersion;
import io.muster.db.Archive;
import io.muster.db.policy.PolicyTable;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The policy in force, and the texts of those that older incidents were opened under. A text is
 * kept in the database when it is first used and read from there for ever after.
 */
public final class PolicyShelf implements Policies {
    private final Archive archive;
    private final PolicyTable table;
    private final Policy current;
    private final Map<PolicyVersion, Policy> read = new ConcurrentHashMap<>();

    /**
     * @param file a policy that was read without a fault
     */
    public PolicyShelf(Archive archive, PolicyTable table, PolicyFile file) {
        this.archive = archive;
        this.table = table;
        this.current = file.reading().ifSound().orElseThrow();
        read.put(current.version(), current);
        archive.run(tx -> table.keep(tx, current.version(), file.text()));
    }

    @Override
    public Policy current() {
        return current;
    }

    @Override
    public Policy of(PolicyVersion version) {
        return read.computeIfAbsent(version, this::take);
    }

    private Policy take(PolicyVersion version) {
        String text =
                archive.transact(tx -> table.source(tx, version))
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "the text of policy " + version + " is not kept"));
        return PolicyFiles.read(version.toString(), text)
                .reading()
                .ifSound()
                .orElseThrow(() ->
                        new IllegalStateException(
                                "the kept text of policy "
                                        + version
                                        + " cannot be read by this version of Muster"));
    }
}
