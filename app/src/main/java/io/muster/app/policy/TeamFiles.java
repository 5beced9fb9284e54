package io.muster.app.policy;

import io.muster.app.oncall.IcalFeed;
import io.muster.core.policy.Policy;
import io.muster.core.roster.ShiftFeed;
import io.muster.core.roster.Team;
import io.muster.core.roster.TeamReader;
import io.muster.core.written.Reading;
import io.muster.core.written.Written;

import java.nio.file.Path;
import java.time.InstantSource;

/** Finds team files. */
public final class TeamFiles {
    private TeamFiles() {}

    /**
     * Reads the team that is to keep this policy. Roles that nobody holds are warnings; only a file
     * that cannot be understood is a fault.
     */
    public static Reading<Team> load(Path path, Policy policy) {
        Path folder = path.toAbsolutePath().getParent();
        ShiftFeed feeds = new IcalFeed(folder == null ? path : folder, InstantSource.system());
        return tree(path).then(root -> TeamReader.read(root, policy, feeds));
    }

    /** What stands in a file of any kind. */
    public static Reading<Written> tree(Path path) {
        return TextFile.read(path).then(YamlFile::read);
    }

    /** The JSON Schema of team files, for editors. */
    public static String schema() {
        return PolicyFiles.resource(Team.class, "team.schema.json");
    }

    /** Reads a team out of its text. */
    public static Reading<Team> read(String text, Policy policy) {
        return YamlFile.read(text).then(root -> TeamReader.read(root, policy));
    }
}
