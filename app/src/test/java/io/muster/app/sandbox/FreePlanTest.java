package io.muster.app.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FreePlanTest extends SandboxTest {
    @Override
    SandboxOptions.Builder options(SandboxOptions.Builder usual) {
        return super.options(usual).plan(Plan.FREE);
    }

    @Test
    void has_neither_groups_nor_canvases() {
        Channel room = room("room");

        assertThat(api.error("usergroups.list")).isEqualTo("plan_upgrade_required");
        assertThat(api.error("usergroups.create", "name", "a")).isEqualTo("paid_teams_only");
        assertThat(api.error("conversations.canvases.create", "channel_id", room.id()))
                .isEqualTo("team_tier_cannot_create_channel_canvases");
        assertThat(api.error("canvases.create"))
                .isEqualTo("free_teams_cannot_create_standalone_canvases");
    }
}
