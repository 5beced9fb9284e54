package io.muster.core.incident;

import static io.muster.core.incident.EvidenceScene.HASH;
import static io.muster.core.incident.EvidenceScene.OTHER;
import static io.muster.core.incident.EvidenceScene.coveringAll;
import static io.muster.core.incident.EvidenceScene.exhibit;
import static io.muster.core.incident.EvidenceScene.hashed;
import static io.muster.core.incident.EvidenceScene.inTheChat;
import static io.muster.core.incident.EvidenceScene.kept;
import static io.muster.core.incident.EvidenceScene.offer;
import static io.muster.core.incident.EvidenceScene.share;
import static io.muster.core.incident.EvidenceScene.take;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.evidence.Digest;
import io.muster.core.evidence.Disposal;
import io.muster.core.evidence.Exhibit;
import io.muster.core.evidence.ExhibitType;
import io.muster.core.evidence.Preservation;
import io.muster.core.evidence.Register;
import io.muster.core.evidence.Storage;
import io.muster.core.notice.Effect;
import io.muster.core.policy.ItemName;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.Optional;

class EvidenceRulesTest {
    private static final PersonId LENA = new PersonId("ULENA");

    private final Scene scene = Scene.declared();

    @Test
    @Tag("F14")
    void an_exhibit_has_a_number_and_says_where_it_came_from_who_took_it_and_where_it_is() {
        scene.does(hashed(exhibit(ExhibitType.MEMORY, "RAM of db-1", scene.now()), HASH));
        scene.does(exhibit(ExhibitType.PHYSICAL, "laptop", scene.now()));
        Exhibit first = register().find(1).orElseThrow();
        assertThat(first.label()).isEqualTo("E1");
        assertThat(first.collection().source().text()).isEqualTo("db-1");
        assertThat(first.collection().witness()).contains(Scene.BEN);
        assertThat(first.collection().clockOffset()).contains(Duration.ofSeconds(-12));
        assertThat(first.keeping().where().text()).isEqualTo("safe 3");
        assertThat(first.sha256()).contains(HASH);
        assertThat(first.holder()).isEqualTo(Scene.ANA);
        assertThat(register().find(2).orElseThrow().digest()).isEmpty();
        assertThat(scene.said().getFirst()).contains("E2", "laptop");
    }

    @Test
    @Tag("F14")
    void the_claimed_time_of_collection_stands_beside_the_recorded_one() {
        scene.does(exhibit(ExhibitType.DISK, "sda", scene.now().minusSeconds(3_600)));
        Exhibit exhibit = register().find(1).orElseThrow();
        assertThat(exhibit.collection().collectedAt()).isEqualTo(scene.now().minusSeconds(3_600));
        assertThat(exhibit.registeredAt()).isEqualTo(scene.now());
        scene.isRefused(exhibit(ExhibitType.DISK, "sdb", scene.now().plusSeconds(1)), "future");
    }

    @Test
    void what_is_missing_or_impossible_is_said() {
        scene.isRefused(exhibit(ExhibitType.DISK, "", scene.now()), "Say what it is");
        scene.isRefused(
                hashed(exhibit(ExhibitType.DISK, "sda", scene.now()), "abc"), "not a SHA-256");
        scene.isRefused(
                kept(
                        exhibit(ExhibitType.LOGS, "logs", scene.now()),
                        false,
                        Optional.of(scene.now().plusSeconds(9))),
                "write-once");
        scene.isRefused(offer(7, Scene.BEN), "no exhibit E7", "/incident evidence");
    }

    @Test
    void the_same_bytes_are_a_copy_with_a_number_of_its_own() {
        EvidenceCommand.RegisterExhibit disk =
                hashed(exhibit(ExhibitType.DISK, "sda", scene.now()), HASH);
        scene.does(disk).isRefused(disk, "E1 has the same hash", "copy");
        scene.does(EvidenceScene.copyOf(disk, 1));
        assertThat(register().find(2).orElseThrow().copyOf()).contains(1);
        assertThat(scene.said().getFirst()).contains("copy of E1");
        scene.isRefused(EvidenceScene.copyOf(disk, 9), "no exhibit E9");
    }

    @Test
    @Tag("S07")
    void the_checklist_of_seven_is_in_the_order_in_which_things_are_lost() {
        assertThat(Preservation.values())
                .containsExactly(
                        Preservation.MEMORY,
                        Preservation.SYSTEM_STATE,
                        Preservation.DISK,
                        Preservation.CLOUD_STATE,
                        Preservation.LOGS,
                        Preservation.CUSTODY,
                        Preservation.LEGAL);
    }

    @ParameterizedTest
    @Tag("S07")
    @CsvSource({
        "MEMORY, memory",
        "SYSTEM_STATE, system-state",
        "DISK, disk",
        "CLOUD_STATE, cloud-state",
        "LOGS, log-export"
    })
    void the_last_exhibit_of_a_kind_ticks_the_item_of_the_plan(ExhibitType type, String item) {
        Scene plan = security();
        EvidenceCommand.RegisterExhibit c =
                kept(exhibit(type, "one of several", plan.now()), true, Optional.empty());
        plan.does(c);
        assertThat(plan.incident().checklists().done(new ItemName(item))).isFalse();
        plan.does(coveringAll(c));
        assertThat(plan.incident().checklists().done(new ItemName(item))).isTrue();
    }

    @Test
    @Tag("S07")
    void logs_count_only_on_write_once_storage() {
        Scene plan = security();
        plan.isRefused(
                coveringAll(exhibit(ExhibitType.LOGS, "auth.log", plan.now())), "write-once");
    }

    @Test
    @Tag("S07")
    void custody_is_complete_when_every_exhibit_says_where_it_is_and_nothing_is_on_its_way() {
        Scene plan = security();
        plan.isRefused(new EvidenceCommand.AttestCustody(), "no exhibit");
        plan.does(exhibit(ExhibitType.DISK, "sda", plan.now())).does(offer(1, Scene.BEN));
        plan.does(inTheChat("1.1", plan.now()));
        plan.isRefused(
                new EvidenceCommand.AttestCustody(),
                "E1 waits for its receiver",
                "E2 is still being fetched");
        plan.by(Scene.BEN).does(take(1, 1, ""));
        plan.does(stored(2, HASH));
        plan.does(new EvidenceCommand.AttestCustody());
        assertThat(plan.incident().checklists().done(new ItemName("custody"))).isTrue();
    }

    @Test
    @Tag("F14")
    void a_handover_has_two_sides_and_the_hash_must_match() {
        scene.does(hashed(exhibit(ExhibitType.DISK, "sda", scene.now()), HASH));
        scene.does(offer(1, Scene.BEN));
        assertThat(scene.told()).containsExactly(Scene.BEN);
        assertThat(holder()).as("nothing has moved yet").isEqualTo(Scene.ANA);
        scene.isRefused(take(1, 1, HASH), "Only", "receiver");
        scene.by(Scene.BEN).isRefused(take(1, 1, ""), "Compute the SHA-256");
        scene.does(take(1, 1, HASH.toUpperCase(java.util.Locale.ROOT)));
        assertThat(holder()).isEqualTo(Scene.BEN);
        scene.isRefused(take(1, 1, HASH), "received", "already");
    }

    @Test
    @Tag("F14")
    void a_hash_that_does_not_match_stops_the_handover_and_is_loud() {
        scene.does(hashed(exhibit(ExhibitType.DISK, "sda", scene.now()), HASH));
        scene.does(offer(1, Scene.BEN)).by(Scene.BEN).does(take(1, 1, OTHER));
        assertThat(scene.happened(EvidenceEvent.EvidenceMismatch.class)).hasSize(1);
        assertThat(holder()).isEqualTo(Scene.ANA);
        assertThat(scene.said().getFirst())
                .contains("may have been altered", "MISMATCH", OTHER, Scene.CLEO.value());
        scene.isRefused(take(1, 1, HASH), "is over");
        assertThat(register().find(1).orElseThrow().mismatches()).isEqualTo(1);
    }

    @Test
    @Tag("F14")
    void only_the_holder_hands_over_or_the_commander_when_the_holder_cannot() {
        scene.does(exhibit(ExhibitType.PHYSICAL, "laptop", scene.now()));
        scene.by(Scene.OTTO).isRefused(offer(1, Scene.BEN), "in the hands of UANA");
        scene.by(Scene.CLEO).does(offer(1, Scene.BEN));
        assertThat(scene.happened(EvidenceEvent.CustodyOffered.class).getFirst().from())
                .isEqualTo(Scene.ANA);
        scene.by(Scene.ANA).isRefused(offer(1, Scene.OTTO), "on its way to UBEN");
        scene.by(Scene.BEN).does(new EvidenceCommand.EndOffer(1, 1, new FreeText("not me")));
        assertThat(holder()).isEqualTo(Scene.ANA);
        scene.by(Scene.ANA).isRefused(offer(1, Scene.ANA), "already");
    }

    @Test
    @Tag("F14")
    void a_check_finds_the_registered_hash_or_raises_the_alarm() {
        scene.does(exhibit(ExhibitType.DISK, "sda", scene.now()));
        scene.isRefused(new EvidenceCommand.CheckHash(1, "no", false), "not a SHA-256");
        scene.does(new EvidenceCommand.CheckHash(1, HASH, false));
        assertThat(scene.happened(EvidenceEvent.ExhibitHashed.class)).hasSize(1);
        scene.does(new EvidenceCommand.CheckHash(1, HASH, false));
        assertThat(scene.happened(EvidenceEvent.EvidenceVerified.class)).hasSize(1);
        scene.does(new EvidenceCommand.CheckHash(1, OTHER, false));
        assertThat(scene.happened(EvidenceEvent.EvidenceMismatch.class)).hasSize(1);
    }

    @Test
    @Tag("S08")
    void evidence_stays_until_legal_was_told() {
        Scene plan = security();
        plan.does(exhibit(ExhibitType.DISK, "sda", plan.now()));
        plan.isRefused(share(1, ""), "stays here until Legal was told", "Tell Legal");
        plan.does(
                new IncidentCommand.AssignRole(new io.muster.core.policy.RoleName("legal"), LENA));
        plan.does(new EvidenceCommand.AskLegal());
        assertThat(plan.told()).containsExactly(LENA);
        plan.isRefused(share(1, ""), "until Legal was told")
                .isRefused(new EvidenceCommand.AskLegal(), "asked already");
        plan.by(LENA).does(new EvidenceCommand.NotifyLegal(Optional.empty(), FreeText.NONE));
        Register.LegalNote note = plan.incident().dossier().evidence().legal().orElseThrow();
        assertThat(note.acknowledged()).isTrue();
        assertThat(note.at()).isEqualTo(plan.now());
        assertThat(plan.incident().checklists().done(new ItemName("legal-first"))).isTrue();
        plan.by(Scene.ANA).does(share(1, ""));
        assertThat(plan.said().getFirst()).contains("Forensics Ltd");
    }

    @Test
    @Tag("S08")
    void telling_legal_by_hand_is_recorded_with_whom_and_how() {
        scene.isRefused(
                new EvidenceCommand.NotifyLegal(Optional.empty(), FreeText.NONE), "whom in Legal");
        scene.does(new EvidenceCommand.NotifyLegal(Optional.of(LENA), new FreeText("by phone")));
        assertThat(scene.said().getFirst()).contains("ULENA", "by phone", "UANA");
        scene.isRefused(
                new EvidenceCommand.NotifyLegal(Optional.of(LENA), FreeText.NONE),
                "Legal was told");
    }

    @Test
    @Tag("S08")
    void only_the_commander_may_go_past_legal_and_the_reason_stays() {
        scene.does(exhibit(ExhibitType.DISK, "sda", scene.now()));
        scene.isRefused(share(1, "police at the door"), "Only the");
        scene.by(Scene.CLEO).does(share(1, "police at the door"));
        assertThat(register().find(1).orElseThrow().sharings().getFirst().override().text())
                .isEqualTo("police at the door");
        assertThat(scene.said().getFirst()).contains("before Legal was told", "police at the door");
    }

    @Test
    void where_nobody_holds_the_role_of_legal_it_is_said_what_to_do() {
        Scene alone = Scene.declared().withoutTeam();
        alone.isRefused(new EvidenceCommand.AskLegal(), "Nobody holds", "/incident assign legal");
    }

    @Test
    void nothing_is_destroyed_while_a_hold_stands_or_the_storage_is_locked() {
        EvidenceCommand dispose =
                new EvidenceCommand.Dispose(
                        1, Disposal.How.DESTROYED, new FreeText("retention is over"));
        scene.does(
                kept(
                        exhibit(ExhibitType.LOGS, "auth.log", scene.now()),
                        true,
                        Optional.of(scene.now().plusSeconds(60))));
        scene.does(new EvidenceCommand.PlaceHold(new FreeText("lawsuit")))
                .isRefused(dispose, "legal hold")
                .isRefused(new EvidenceCommand.ReleaseHold(new FreeText("over")), "Only the")
                .by(Scene.CLEO)
                .does(new EvidenceCommand.ReleaseHold(new FreeText("settled")))
                .isRefused(dispose, "write-once until");
        scene.after("PT2M").does(dispose);
        assertThat(register().find(1).orElseThrow().disposal().orElseThrow().how())
                .isEqualTo(Disposal.How.DESTROYED);
        scene.isRefused(offer(1, Scene.BEN), "was destroyed").isRefused(dispose, "was destroyed");
    }

    @Test
    @Tag("F14")
    void what_stands_in_the_chat_is_fetched_after_the_commit_and_once() {
        scene.does(inTheChat("1.1", scene.now()));
        assertThat(scene.effects()).contains(new Effect.FetchEvidence(1));
        scene.isRefused(inTheChat("1.1", scene.now()), "already, as E1");
        scene.isRefused(offer(1, Scene.BEN), "still being fetched");
        scene.does(new EvidenceCommand.RecordFetchFailed(1, "It is gone.", "Ask for it."));
        assertThat(scene.said().getFirst()).contains("could not be fetched", "Ask for it.");
        scene.does(new EvidenceCommand.FetchAgain(1));
        assertThat(scene.effects()).contains(new Effect.FetchEvidence(1));
        scene.does(stored(1, HASH)).isRefused(stored(1, HASH), "not being fetched");
        assertThat(register().find(1).orElseThrow().storage()).isInstanceOf(Storage.Stored.class);
        assertThat(register().find(1).orElseThrow().sha256()).contains(HASH);
    }

    @Test
    @Tag("F14")
    void a_copy_that_vanished_is_a_mismatch_too() {
        scene.does(inTheChat("1.1", scene.now())).does(stored(1, HASH));
        scene.does(new EvidenceCommand.CheckHash(1, "", true));
        assertThat(scene.said().getFirst()).contains("MISSING");
    }

    @Test
    @Tag("F14")
    void a_copy_has_the_hash_of_its_original_or_it_is_none() {
        EvidenceCommand.RegisterExhibit disk =
                hashed(exhibit(ExhibitType.DISK, "sda", scene.now()), HASH);
        scene.does(disk);
        scene.isRefused(
                EvidenceScene.copyOf(hashed(disk, OTHER), 1),
                "E1 has another hash, so this is not a copy of it",
                "on its own");
        scene.does(
                EvidenceScene.copyOf(exhibit(ExhibitType.DISK, "sda, to work on", scene.now()), 1));
        scene.isRefused(
                new EvidenceCommand.CheckHash(2, OTHER, false),
                "E1 has another hash",
                "not a copy");
        scene.does(new EvidenceCommand.CheckHash(2, HASH, false));
        assertThat(register().find(2).orElseThrow().sha256()).contains(HASH);
    }

    @Test
    @Tag("F14")
    @Tag("S07")
    void nobody_attests_the_custody_of_what_did_not_match_until_it_was_found_right_again() {
        Scene plan = security();
        plan.does(hashed(exhibit(ExhibitType.DISK, "sda", plan.now()), HASH));
        plan.does(new EvidenceCommand.CheckHash(1, HASH, false));
        plan.does(offer(1, Scene.BEN)).by(Scene.BEN).does(take(1, 1, OTHER)).by(Scene.ANA);
        plan.isRefused(
                new EvidenceCommand.AttestCustody(),
                "E1 did not match its hash and was not found right since");
        assertThat(plan.incident().checklists().done(new ItemName("custody"))).isFalse();
        plan.does(new EvidenceCommand.CheckHash(1, HASH, false));
        plan.does(new EvidenceCommand.AttestCustody());
        assertThat(plan.incident().checklists().done(new ItemName("custody"))).isTrue();
    }

    @Test
    @Tag("F14")
    void an_original_that_gets_its_hash_after_its_copy_shows_what_is_no_copy() {
        Scene plan = security();
        EvidenceCommand.RegisterExhibit disk = exhibit(ExhibitType.DISK, "sda", plan.now());
        plan.does(disk).does(EvidenceScene.copyOf(hashed(disk, HASH), 1));
        plan.does(new EvidenceCommand.CheckHash(1, OTHER, false));
        plan.isRefused(
                new EvidenceCommand.AttestCustody(),
                "E2 is called a copy of E1 and has another hash");
    }

    private static EvidenceCommand stored(int number, String sha256) {
        return new EvidenceCommand.RecordStored(
                number,
                new Digest(sha256, Optional.of(10L)),
                "INC-1/E" + number,
                Optional.of("https://example.slack.com/archives/C1/p1"));
    }

    private static Scene security() {
        Scene plan = Scene.under("soc2-irp-001").declares("P1", "Break-in");
        return plan.does(
                new IncidentCommand.Confirm(
                        Optional.of(new io.muster.core.policy.KindName("security"))));
    }

    private Register register() {
        return scene.incident().dossier().evidence();
    }

    private PersonId holder() {
        return register().find(1).orElseThrow().holder();
    }
}
