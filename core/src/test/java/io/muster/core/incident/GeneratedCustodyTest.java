package io.muster.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.evidence.Digest;
import io.muster.core.evidence.Disposal;
import io.muster.core.evidence.Exhibit;
import io.muster.core.evidence.ExhibitType;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * People who hand evidence around at random, honestly and not: an own, much simpler book says who
 * must have what, and the register never says otherwise.
 */
class GeneratedCustodyTest {
    private static final List<PersonId> PEOPLE =
            List.of(Scene.ANA, Scene.BEN, Scene.CLEO, Scene.SAM, Scene.OTTO);
    private static final int LIVES = 400;
    private static final int ACTS = 80;

    /** Who has which exhibit, by a reckoning of the test's own. */
    private final Map<Integer, PersonId> hands = new HashMap<>();

    private final Set<Integer> gone = new HashSet<>();

    @Test
    @Tag("F14")
    void the_chain_of_custody_is_never_broken() {
        int handedOver = 0;
        int mismatches = 0;
        for (int seed = 0; seed < LIVES; seed++) {
            RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            Scene scene = Scene.declared();
            hands.clear();
            gone.clear();
            for (int i = 0; i < ACTS; i++) {
                EvidenceCommand command = command(scene, random);
                PersonId person = person(command, scene, random);
                scene.after("PT1M").by(person);
                if (scene.decide(command) instanceof Decision.Accepted) {
                    scene.does(command);
                    scene.happened().forEach(e -> write(e, person));
                }
                assertTheRegisterAgrees(scene, seed);
            }
            for (Exhibit exhibit : scene.incident().dossier().evidence().exhibits()) {
                handedOver += exhibit.chain().size();
                mismatches += exhibit.mismatches();
            }
        }
        assertThat(handedOver).as("handovers were generated").isGreaterThan(LIVES);
        assertThat(mismatches).as("mismatches were generated").isGreaterThan(LIVES);
    }

    private void write(IncidentEvent event, PersonId by) {
        if (event instanceof EvidenceEvent.ExhibitRegistered e) {
            hands.put(e.number(), Scene.ANA);
        } else if (event instanceof EvidenceEvent.CustodyTaken e) {
            assertThat(e.from()).as("given by whoever had it").isEqualTo(hands.get(e.number()));
            assertThat(e.to()).as("taken by whoever says so").isEqualTo(by);
            hands.put(e.number(), by);
        } else if (event instanceof EvidenceEvent.ExhibitDisposed e) {
            assertThat(gone.add(e.number())).as("disposed of once").isTrue();
        }
    }

    private void assertTheRegisterAgrees(Scene scene, int seed) {
        List<Exhibit> exhibits = scene.incident().dossier().evidence().exhibits();
        assertThat(exhibits).hasSize(hands.size());
        for (Exhibit exhibit : exhibits) {
            assertThat(exhibit.holder())
                    .as("seed %d: holder of %s", seed, exhibit.label())
                    .isEqualTo(hands.get(exhibit.number()));
            assertThat(exhibit.chainIsUnbroken()).as("seed %d", seed).isTrue();
            assertThat(exhibit.chain())
                    .allMatch(link -> link.sha256().equals(exhibit.sha256()))
                    .isSortedAccordingTo(java.util.Comparator.comparing(link -> link.receivedAt()));
            assertThat(exhibit.isKept()).isEqualTo(!gone.contains(exhibit.number()));
            if (gone.contains(exhibit.number())) {
                assertThat(exhibit.offer()).isEmpty();
            }
        }
    }

    private static EvidenceCommand command(Scene scene, RandomGenerator random) {
        List<Exhibit> exhibits = scene.incident().dossier().evidence().exhibits();
        if (exhibits.isEmpty() || random.nextInt(12) == 0) {
            return EvidenceScene.hashed(
                    EvidenceScene.exhibit(
                            any(List.of(ExhibitType.values()), random), "thing", scene.now()),
                    hash(exhibits.size() + 1));
        }
        int number = random.nextInt(1, exhibits.size() + 2);
        int transfer =
                exhibit(scene, number)
                        .flatMap(Exhibit::offer)
                        .map(offer -> offer.number())
                        .orElseGet(() -> random.nextInt(1, 5));
        return switch (random.nextInt(24)) {
            case 0 ->
                    new EvidenceCommand.Dispose(
                            number, Disposal.How.RETURNED, new FreeText("done"));
            case 1, 2 -> new EvidenceCommand.EndOffer(number, transfer, FreeText.NONE);
            case 3 -> new EvidenceCommand.CheckHash(number, hash(number), false);
            case 4 -> new EvidenceCommand.CheckHash(number, hash(number + 1), false);
            case 5 -> new EvidenceCommand.PlaceHold(new FreeText("hold"));
            case 6, 7 -> new EvidenceCommand.ReleaseHold(new FreeText("no hold"));
            case 8 -> EvidenceScene.share(number, random.nextBoolean() ? "now" : "");
            case 9 -> new EvidenceCommand.AttestCustody();
            case 10 ->
                    new EvidenceCommand.RecordStored(
                            number, new Digest(hash(1), Optional.empty()), "x", Optional.empty());
            case 11, 12 -> EvidenceScene.take(number, transfer, hash(number + 1));
            case 13, 14, 15, 16, 17 -> EvidenceScene.take(number, transfer, hash(number));
            default ->
                    new EvidenceCommand.OfferCustody(
                            number, any(PEOPLE, random), new FreeText("analysis"));
        };
    }

    /** Anybody at all, or whoever may. */
    private static PersonId person(EvidenceCommand command, Scene scene, RandomGenerator random) {
        PersonId anybody = any(PEOPLE, random);
        if (random.nextInt(3) == 0) {
            return anybody;
        }
        if (command instanceof EvidenceCommand.OfferCustody c) {
            return exhibit(scene, c.number()).map(Exhibit::holder).orElse(anybody);
        }
        if (command instanceof EvidenceCommand.TakeCustody c) {
            return exhibit(scene, c.number())
                    .flatMap(Exhibit::offer)
                    .map(offer -> offer.to())
                    .orElse(anybody);
        }
        return anybody;
    }

    private static Optional<Exhibit> exhibit(Scene scene, int number) {
        return scene.incident().dossier().evidence().find(number);
    }

    private static String hash(int number) {
        return String.format("%064x", number);
    }

    private static <T> T any(List<T> list, RandomGenerator random) {
        return list.get(random.nextInt(list.size()));
    }
}
