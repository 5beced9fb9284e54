package io.muster.app.slack.outbound;

import com.slack.api.methods.RequestFormBuilder;
import com.slack.api.methods.request.users.UsersInfoRequest;

import io.muster.core.PersonId;
import io.muster.db.Archive;
import io.muster.db.outbox.SlackMemory;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How people are called, for documents, which cannot hold mentions. Asked once for each person and
 * kept in the database, so that an export works while Slack is down.
 */
final class PeopleNames {
    private final SlackCaller caller;
    private final Archive archive;
    private final SlackMemory memory;

    PeopleNames(SlackCaller caller, Archive archive, SlackMemory memory) {
        this.caller = caller;
        this.archive = archive;
        this.memory = memory;
    }

    /** The names of these people; whoever cannot be asked for now is called by their id. */
    Function<PersonId, String> of(Collection<PersonId> people) {
        Map<PersonId, String> names = new HashMap<>();
        for (PersonId person : people) {
            archive.transact(tx -> memory.name(tx, person))
                    .or(() -> ask(person))
                    .ifPresent(name -> names.put(person, name));
        }
        return person -> names.getOrDefault(person, person.value());
    }

    private Optional<String> ask(PersonId person) {
        UsersInfoRequest request = UsersInfoRequest.builder().user(person.value()).build();
        SlackAnswer answer = caller.look("users.info", RequestFormBuilder.toForm(request));
        if (!(answer instanceof SlackAnswer.Ok ok)) {
            return Optional.empty();
        }
        Optional<String> name =
                ok.text("user", "profile", "real_name")
                        .or(() -> ok.text("user", "real_name"))
                        .or(() -> ok.text("user", "name"))
                        .filter(Predicate.not(String::isBlank));
        name.ifPresent(n -> archive.run(tx -> memory.learnName(tx, person, n)));
        return name;
    }
}
