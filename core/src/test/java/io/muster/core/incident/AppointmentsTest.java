package io.muster.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.PersonId;
import io.muster.core.policy.Role;
import io.muster.core.policy.RoleName;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nobody passes a gate alone by taking the role that it waits for. */
class AppointmentsTest {
    private static final PersonId KIM = new PersonId("UKIM");

    @Test
    @Tag("F18")
    void nobody_gives_themselves_a_role_that_approves_or_decides() {
        Scene scene = Scene.declared(); // by Ana, Cleo commands
        scene.isRefused(
                assign("legal", Scene.ANA),
                "Nobody gives themselves a role that approves or decides, like Legal",
                "Ask UCLEO: /incident assign legal @person");
        scene.isRefused(assign("comms", Scene.ANA), "Nobody gives themselves");
        scene.by(Scene.CLEO)
                .isRefused(assign("legal", Scene.CLEO), "Nobody gives themselves", "Ask ULENA");
        scene.does(assign("legal", Scene.OTTO));
        assertThat(scene.incident().holder(new RoleName("legal"))).contains(Scene.OTTO);
    }

    @Test
    @Tag("F18")
    void whoever_approves_a_post_mortem_or_stands_for_legal_is_appointed_by_somebody_else() {
        Scene scene = Scene.under("soc2-irp-001").declares("P2", "Odd login");
        scene.isRefused(assign("ciso", Scene.ANA), "Nobody gives themselves");
        scene.isRefused(assign("legal", Scene.ANA), "Nobody gives themselves");
        Scene third = Scene.underThird().declares("NOIR", "Panne");
        third.by(KIM).isRefused(assign("dpo", KIM), "Nobody gives themselves");
    }

    @Test
    @Tag("F18")
    void who_is_not_in_the_incident_fills_no_such_role_with_a_friend() {
        Scene scene = Scene.declared();
        scene.by(KIM)
                .isRefused(
                        assign("legal", Scene.OTTO),
                        "Who is not in this incident does not fill a role",
                        "Join its channel first",
                        "Ask UCLEO");
        scene.does(new IncidentCommand.Join(KIM)).does(assign("legal", Scene.OTTO));
        assertThat(scene.incident().holder(new RoleName("legal"))).contains(Scene.OTTO);
    }

    @Test
    void whom_the_team_file_gives_the_role_may_take_it_and_may_be_brought_in_by_anybody() {
        Scene scene = Scene.declared();
        scene.by(Scene.LENA).does(assign("legal", Scene.LENA));
        scene.by(KIM).does(assign("legal", Scene.LEO));
        scene.by(Scene.LENA).does(assign("legal", Scene.OTTO));
        assertThat(scene.incident().holder(new RoleName("legal"))).contains(Scene.OTTO);
    }

    @Test
    void an_admin_appoints_anybody_and_roles_that_only_work_are_free() {
        Scene scene = Scene.declared().by(KIM);
        scene.does(assign("scribe", KIM)).does(assign("on-call", KIM));
        scene.does(new IncidentCommand.AssignRole(Role.COMMANDER, KIM));
        scene.withAdmin(Scene.OTTO).by(Scene.OTTO).does(assign("legal", Scene.OTTO));
        assertThat(scene.incident().commander()).contains(KIM);
    }

    @Test
    void without_a_team_and_without_an_admin_the_commander_appoints_another() {
        Scene scene = Scene.under("featuresignals").withoutTeam().declares("P0", "Down");
        scene.does(new IncidentCommand.AssignRole(Role.COMMANDER, Scene.ANA));
        scene.isRefused(assign("legal", Scene.ANA), "Ask somebody else who works on this");
        scene.does(assign("legal", Scene.BEN));
        assertThat(scene.incident().holder(new RoleName("legal"))).contains(Scene.BEN);
    }

    private static IncidentCommand assign(String role, PersonId person) {
        return new IncidentCommand.AssignRole(new RoleName(role), person);
    }
}
