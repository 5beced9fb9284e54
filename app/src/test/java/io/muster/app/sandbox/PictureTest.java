package io.muster.app.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;

import io.muster.app.sandbox.json.Json;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Pictures of the page with one of everything on it, to be looked at. */
class PictureTest extends AppTest {
    @Override
    SandboxOptions.Builder options(SandboxOptions.Builder usual) {
        return super.options(usual)
                .now(InstantSource.system())
                .workspace("Port Authority")
                .manifest(Json.yaml(ShowBot.MANIFEST))
                .seed(
                        Seed.small()
                                .with(
                                        ChannelSeed.open("arrivals")
                                                .andApp()
                                                .about(":ship: What comes in and when."),
                                        ChannelSeed.open("engineering"),
                                        ChannelSeed.closed("harbour-masters", "ana", "ben"))
                                .with(UsergroupSeed.of("pilots", "Pilots", "ana")))
                .welcome(
                        """
                        ### Welcome to the port
                        You are **Ana**, and this is a workspace made up for you. Write what you like, and see what the harbour bot does.
                        Switch to somebody else at the top right; nothing here leaves this machine.
                        """)
                .suggestions("/harbour arrive", "/harbour help", "/tide")
                .controls(
                        new Control(
                                "Push the clock",
                                List.of(
                                        new Choice(
                                                "+15 min",
                                                () -> "It is a quarter of an hour later."),
                                        new Choice("+1 h", () -> "It is an hour later."),
                                        new Choice("+24 h", () -> "It is tomorrow."))));
    }

    private Channel arrivals;

    @BeforeEach
    void fill() {
        new ShowBot(sandbox, app);
        arrivals = sandbox.workspace().channel("arrivals");
        Message hello =
                ben().says(
                                arrivals,
                                "Morning all. *Aurora* is due at nine, see https://example.com/aurora\n> wind from the west\nPlease keep `berth 4` free @ana :anchor:");
        ana().reacts(hello, "+1");
        sandbox.workspace().person("chloe").reacts(hello, "+1");
        ana().says(arrivals, "On it.");
        ana().says(arrivals, "Berth is free, fenders are out.");
        api.ok(
                "chat.postMessage",
                "channel",
                arrivals.id(),
                "text",
                "Aurora has arrived",
                "blocks",
                ShowBot.CARD.formatted(ana().id(), arrivals.id()));
        Message card = arrivals.message("Aurora has arrived");
        api.ok("pins.add", "channel", arrivals.id(), "timestamp", card.ts());
        api.ok("reactions.add", "channel", arrivals.id(), "timestamp", card.ts(), "name", "eyes");
        ana().replies(card, "She looks tired.");
        ben().replies(card, "So would you after three weeks at sea.");
        api.ok(
                "bookmarks.add",
                "channel_id",
                arrivals.id(),
                "title",
                "Tide table",
                "type",
                "link",
                "link",
                "https://example.com/tides",
                "emoji",
                ":ocean:");
        api.ok(
                "bookmarks.add",
                "channel_id",
                arrivals.id(),
                "title",
                "Harbour rules",
                "type",
                "link",
                "link",
                "https://example.com/rules");
        api.ok(
                "conversations.canvases.create",
                "channel_id",
                arrivals.id(),
                "title",
                "Aurora, arrival plan",
                "document_content",
                "{\"type\":\"markdown\",\"markdown\":\"# Aurora\\n\\nLong quay, berth 4. Captain **Ingrid Olsen**.\\n\\n## Before she ties up\\n\\n- [x] Fenders out\\n- [x] Berth swept\\n- [ ] Fuel barge called\\n\\n## Times\\n\\n| What | When |\\n|---|---|\\n| Pilot on board | 08:20 |\\n| Lines ashore | 09:00 |\\n\\n> Leave room for the ferry.\"}");
        sandbox.workspace().person("chloe").sharesFile(arrivals, "manifest.pdf", new byte[48_213]);
        api.ok(
                "chat.postEphemeral",
                "channel",
                arrivals.id(),
                "user",
                ana().id(),
                "text",
                "Only you know that the *fuel barge* is late. <@" + ana().id() + ">, call them?");
        api.ok(
                "chat.postMessage",
                "channel",
                sandbox.workspace().channel("engineering").id(),
                "text",
                "<!here> crane 2 is down");
        api.ok("chat.postMessage", "channel", ana().id(), "text", "Your shift starts in an hour.");
        ben().says(sandbox.workspace().channel("harbour-masters"), "Quiet night.");
    }

    @Test
    void are_taken_in_light_and_dark() {
        try (Browser browser = new Browser()) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                String tone = scheme.name().toLowerCase(Locale.ROOT);
                List<String> errors = new ArrayList<>();
                Page page = browser.open(sandbox, 1280, 800, scheme);
                page.onConsoleMessage(message -> {
                    if (message.type().equals("error")
                            && !message.text().contains("Failed to load resource")) {
                        errors.add(message.text());
                    }
                });
                page.onPageError(errors::add);
                Browser.picture(page, tone + "-1-welcome");
                page.fill("#composer", "/harbour ");
                Browser.picture(page, tone + "-2-completion");
                page.fill("#composer", "");
                page.click(".side-row:has-text('arrivals')");
                page.waitForSelector(".block-header");
                Browser.picture(page, tone + "-3-channel");
                page.locator(".thread-line").click();
                page.waitForSelector("#pane .message");
                Browser.picture(page, tone + "-4-thread");
                page.click("[aria-label='Close the thread']");
                page.click("[role=tab]:has-text('Canvas')");
                Browser.picture(page, tone + "-5-canvas");
                page.click("[role=tab]:has-text('Messages')");
                page.click("[aria-label='Shortcuts']");
                page.click("[role=menuitem]:has-text('Log an arrival')");
                page.waitForSelector("dialog.modal");
                page.fill("dialog input.field", "Titanic");
                page.click("dialog .select >> nth=0");
                Browser.picture(page, tone + "-6-modal");
                page.click("[role=option]:has-text('Large')");
                page.click("dialog footer .primary");
                page.waitForSelector(".error");
                Browser.picture(page, tone + "-7-errors");
                page.keyboard().press("Escape");
                page.waitForSelector(
                        "dialog.modal",
                        new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
                page.click(".side-row:has-text('Harbour')");
                page.waitForSelector(".home-sheet .block-header");
                Browser.picture(page, tone + "-8-home");
                page.click("#who");
                Browser.picture(page, tone + "-9-people");
                page.keyboard().press("Escape");
                if (scheme == ColorScheme.LIGHT) {
                    api.ok(
                            "chat.postMessage",
                            "channel",
                            arrivals.id(),
                            "text",
                            "many",
                            "blocks",
                            ShowBot.MANY);
                }
                page.click(".side-row:has-text('arrivals')");
                page.waitForSelector(".table");
                page.setViewportSize(1280, 1100);
                Browser.picture(page, tone + "-10-blocks");
                page.setViewportSize(400, 800);
                page.locator("#composer").blur();
                Browser.picture(page, tone + "-11-phone");
                assertThat(errors).isEmpty();
                page.context().close();
            }
        }
    }
}
