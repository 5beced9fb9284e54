package io.muster.core.audience;

import io.muster.core.PersonId;
import io.muster.core.policy.RoleName;
import io.muster.core.policy.SeverityName;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;

/**
 * Who must know of one incident, and what became of telling them.
 *
 * @param row the severity whose row of the matrix is owed; empty before any is
 * @param all by role: first those whom the row names, soonest first, then whoever else was told
 */
public record Audiences(Optional<SeverityName> row, SequencedMap<RoleName, Audience> all) {
    /** Nobody must know, and nobody was told. */
    public static final Audiences NONE = new Audiences(Optional.empty(), new LinkedHashMap<>());

    public Audiences {
        all = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(all));
    }

    /** What became of telling this role. */
    public Optional<Audience> find(RoleName role) {
        return Optional.ofNullable(all.get(role));
    }

    /** Those whom the matrix names now, soonest first. */
    public List<Audience> owed() {
        return all.values().stream().filter(a -> a.owed().isPresent()).toList();
    }

    /** Those who are owed word that they have not got. */
    public List<Audience> open() {
        return all.values().stream().filter(Audience::isOpen).toList();
    }

    /** Those as whom this person was told. */
    public List<Audience> toldTo(PersonId person) {
        return all.values().stream().filter(a -> a.wasTold(person)).toList();
    }

    /** Whether this person said from then on that they have seen it, in whatever role. */
    public boolean wasSeenSince(Instant from, PersonId person) {
        return all.values().stream().anyMatch(a -> a.wasSeenSince(from, person));
    }

    /** Whether this role was told, in whatever way. */
    public boolean wasTold(RoleName role) {
        return find(role).flatMap(Audience::told).isPresent();
    }

    /** With this row owed; what was told or ruled out before stays so. */
    public Audiences owing(SeverityName severity, List<Cell> cells) {
        SequencedMap<RoleName, Audience> changed = new LinkedHashMap<>();
        for (Cell cell : cells) {
            changed.put(cell.role(), known(cell.role(), cell.title()).owed(Optional.of(cell)));
        }
        all.forEach((role, audience) -> changed.putIfAbsent(role, audience.owed(Optional.empty())));
        return new Audiences(Optional.of(severity), changed);
    }

    /** With this role told. The first word counts: it is by that one that they are in time. */
    public Audiences told(RoleName role, String title, Audience.Word word) {
        return wasTold(role) ? this : with(known(role, title).told(word));
    }

    /**
     * With this role called. It is word if it is the first; whoever is called later may say that
     * they have seen it like the others.
     */
    public Audiences called(RoleName role, String title, Audience.Word call) {
        return wasTold(role)
                ? with(known(role, title).calledAgain(call.people(), call.at()))
                : told(role, title, call);
    }

    /**
     * With this person having said that they have seen it, in every role in which they were told.
     */
    public Audiences seen(PersonId person, Instant at) {
        return each(audience -> audience.seen(person, at));
    }

    /** With this role ruled out. */
    public Audiences ruledOut(RoleName role, Audience.RuledOut why) {
        return changing(role, audience -> audience.ruledOut(why));
    }

    /** With this role owed again. */
    public Audiences owedAgain(RoleName role) {
        return changing(role, Audience::owedAgain);
    }

    private Audience known(RoleName role, String title) {
        return find(role).orElseGet(() -> Audience.of(role, title));
    }

    private Audiences changing(RoleName role, UnaryOperator<Audience> change) {
        return find(role).map(audience -> with(change.apply(audience))).orElse(this);
    }

    private Audiences each(UnaryOperator<Audience> change) {
        SequencedMap<RoleName, Audience> changed = new LinkedHashMap<>();
        all.forEach((role, audience) -> changed.put(role, change.apply(audience)));
        return new Audiences(row, changed);
    }

    private Audiences with(Audience audience) {
        SequencedMap<RoleName, Audience> changed = new LinkedHashMap<>(all);
        changed.put(audience.role(), audience);
        return new Audiences(row, changed);
    }
}
