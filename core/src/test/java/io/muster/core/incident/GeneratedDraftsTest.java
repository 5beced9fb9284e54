package io.muster.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.approval.Draft;
import io.muster.core.policy.Policy;
import io.muster.core.policy.ReviewRule;
import io.muster.core.policy.Role;
import io.muster.core.policy.RoleName;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * People do anything with drafts in any order, and people come and go. Whatever is sent had, by a
 * reckoning that reads nothing but the events, enough approvals of exactly these words by others
 * than their author, and a release by who commanded then.
 */
class GeneratedDraftsTest {
    private static final List<PersonId> PEOPLE =
            List.of(Scene.ANA, Scene.CLEO, Scene.CIRO, Scene.DORA, Scene.LENA, Scene.LEO);
    private static final List<String> PURPOSES =
            List.of("customer-breach", "status-page", "publication");

    /** What the events say of one draft, kept by another hand than the fold. */
    private static final class Reckoning {
        private String hash = "";
        private String purpose = "";
        private Optional<PersonId> author = Optional.empty();
        private final Map<PersonId, Set<RoleName>> approvals = new HashMap<>();
        private boolean released;
    }

    @ParameterizedTest
    @Tag("F18")
    @CsvSource({"featuresignals, 400", "soc2-irp-001, 400"})
    void nothing_is_sent_without_enough_approvals_of_these_words_and_a_release(
            String policy, int lives) {
        int sent = 0;
        for (int seed = 0; seed < lives; seed++) {
            sent += live(policy, seed);
        }
        assertThat(sent).as("the walk gets that far at all").isGreaterThan(lives / 10);
    }

    private static int live(String policy, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        Scene scene = Scene.under(policy);
        scene.declares(scene.policy().severities().getFirst().name().value(), "Seed " + seed);
        Map<Integer, Reckoning> reckonings = new HashMap<>();
        int sent = 0;
        for (int i = 0; i < 120; i++) {
            PersonId person = one(PEOPLE, random);
            scene.by(person).after("PT7M");
            if (random.nextInt(20) == 0) {
                scene.withHolders("legal", one(PEOPLE, random), one(PEOPLE, random));
            }
            Optional<PersonId> commander = scene.incident().commander();
            if (scene.decide(anything(scene, random)) instanceof Decision.Accepted(var events)) {
                scene.carriesOut(events);
                for (IncidentEvent event : events) {
                    if (event instanceof DraftEvent e) {
                        sent += reckon(e, person, commander, reckonings, scene.policy());
                    }
                }
            }
        }
        return sent;
    }

    private static int reckon(
            DraftEvent event,
            PersonId person,
            Optional<PersonId> commander,
            Map<Integer, Reckoning> all,
            Policy policy) {
        Reckoning draft = all.computeIfAbsent(event.number(), n -> new Reckoning());
        switch (event) {
            case DraftEvent.DraftWritten e -> {
                draft.purpose = e.purpose();
                write(draft, person, e.wording().hash());
            }
            case DraftEvent.DraftRevised e -> write(draft, person, e.wording().hash());
            case DraftEvent.DraftApproved e -> {
                assertThat(e.hash()).isEqualTo(draft.hash);
                assertThat(Optional.of(person)).isNotEqualTo(draft.author);
                draft.approvals.put(person, new HashSet<>(e.roles()));
            }
            case DraftEvent.DraftReleased e -> {
                assertThat(e.hash()).isEqualTo(draft.hash);
                assertThat(commander).contains(person);
                draft.released = true;
            }
            case DraftEvent.DraftSent e -> {
                ReviewRule rule = policy.approvals().rule(draft.purpose);
                assertThat(e.hash()).isEqualTo(draft.hash);
                assertThat(draft.released).isTrue();
                assertThat(draft.purpose).as("no post-mortem").isNotEqualTo("publication");
                assertThat(draft.approvals.size()).isGreaterThanOrEqualTo(rule.approvals());
                assertThat(draft.approvals.values().stream().flatMap(Set::stream).toList())
                        .containsAll(rule.needed());
                return 1;
            }
            case DraftEvent.DraftChangesAsked ignored -> draft.approvals.remove(person);
            case DraftEvent.DraftSubmitted ignored -> {}
            case DraftEvent.DraftReviewPassedOn ignored -> {}
            case DraftEvent.DraftWithdrawn ignored -> {}
        }
        return 0;
    }

    private static void write(Reckoning draft, PersonId author, String hash) {
        draft.hash = hash;
        draft.author = Optional.of(author);
        draft.approvals.clear();
        draft.released = false;
    }

    private static IncidentCommand anything(Scene scene, RandomGenerator random) {
        List<Draft> drafts = scene.incident().dossier().drafts().all();
        if (drafts.isEmpty() || (drafts.size() < 3 && random.nextInt(8) == 0)) {
            return new DraftCommand.WriteDraft(
                    one(PURPOSES, random), Optional.empty(), wording(random), random.nextBoolean());
        }
        Draft draft = one(drafts, random);
        List<String> hashes = new ArrayList<>();
        draft.revisions().forEach(r -> hashes.add(r.hash()));
        String hash = random.nextInt(6) == 0 ? one(hashes, random) : draft.current().hash();
        int number = draft.number();
        return switch (random.nextInt(16)) {
            case 0 ->
                    new DraftCommand.ReviseDraft(
                            number,
                            draft.current().number(),
                            wording(random),
                            random.nextBoolean());
            case 1, 2 -> new DraftCommand.SubmitDraft(number);
            case 3, 4, 5, 6, 7 -> new DraftCommand.ApproveDraft(number, hash);
            case 8 -> new DraftCommand.AskForChanges(number, hash, new FreeText("Otherwise"));
            case 9, 10, 11 -> new DraftCommand.ReleaseDraft(number, hash);
            case 12, 13 ->
                    new DraftCommand.MarkSent(
                            number,
                            Optional.empty(),
                            new FreeText("email"),
                            new FreeText("all"),
                            new FreeText("M-1"),
                            random.nextBoolean() ? FreeText.NONE : wording(random).text());
            case 14 ->
                    new IncidentCommand.AssignRole(
                            random.nextBoolean() ? Role.COMMANDER : new RoleName("legal"),
                            one(PEOPLE, random));
            default ->
                    random.nextInt(10) == 0
                            ? new DraftCommand.WithdrawDraft(number, new FreeText("No"))
                            : new DraftCommand.PassOnReviews();
        };
    }

    private static io.muster.core.approval.Wording wording(RandomGenerator random) {
        return DraftRulesTest.words("Text " + random.nextInt(4));
    }

    private static <T> T one(List<T> some, RandomGenerator random) {
        return some.get(random.nextInt(some.size()));
    }
}
