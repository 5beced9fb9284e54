package io.muster.app.sandbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import io.muster.app.sandbox.json.Json;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.InstantSource;

/** Nothing that somebody types is lost, whatever else happens on the page at that moment. */
class ComposerPageTest extends AppTest {
    private static Browser browser;
    private Page page;

    @Override
    SandboxOptions.Builder options(SandboxOptions.Builder usual) {
        return super.options(usual)
                .now(InstantSource.system())
                .manifest(Json.yaml(ShowBot.MANIFEST))
                .seed(Seed.small().with(ChannelSeed.open("arrivals").andApp()));
    }

    @BeforeAll
    static void startBrowser() {
        browser = new Browser();
    }

    @AfterAll
    static void stopBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void open() {
        new ShowBot(sandbox, app);
        page = browser.open(sandbox, 1280, 800, ColorScheme.LIGHT);
    }

    @Test
    void a_command_typed_at_the_moment_a_form_is_left_is_sent() {
        for (int round = 1; round <= 5; round++) {
            page.fill("#composer", "/harbour arrive");
            page.press("#composer", "Enter");
            page.waitForSelector("dialog.modal");
            page.keyboard().press("Escape");
            page.keyboard().type("/harbour round " + round);
            assertThat(page.locator("#composer")).hasValue("/harbour round " + round);
            page.keyboard().press("Enter");
            int sent = round;
            assertThat(page.locator("dialog.modal")).hasCount(0);
            page.waitForCondition(() -> sentOnce("round " + sent));
        }
    }

    @Test
    void a_command_filled_in_while_the_form_goes_is_sent() {
        page.fill("#composer", "/harbour arrive");
        page.press("#composer", "Enter");
        page.waitForSelector("dialog.modal");
        page.click("dialog.modal footer .act:not(.primary)");
        page.fill("#composer", "/harbour after all");
        page.press("#composer", "Enter");
        page.waitForCondition(() -> sentOnce("after all"));
    }

    @Test
    void whoever_pressed_a_button_that_was_drawn_anew_writes_in_the_box() {
        Channel arrivals = sandbox.workspace().channel("arrivals");
        String ts =
                api.ok(
                                "chat.postMessage",
                                "channel",
                                arrivals.id(),
                                "text",
                                "Aurora",
                                "blocks",
                                blocks("Log her"))
                        .path("ts")
                        .asString();
        page.click(".side-row:has-text('arrivals')");
        page.click("button:has-text('Log her')");
        page.waitForSelector("dialog.modal");
        api.ok(
                "chat.update",
                "channel",
                arrivals.id(),
                "ts",
                ts,
                "text",
                "Aurora",
                "blocks",
                blocks("Log her again"));
        assertThat(page.locator(".message button:has-text('Log her again')")).isVisible();
        page.keyboard().press("Escape");
        page.keyboard().type("/harbour at once");
        page.keyboard().press("Enter");
        page.waitForCondition(() -> sentOnce("at once"));
    }

    @Test
    void half_a_sentence_survives_news_a_new_name_and_a_form() {
        Channel arrivals = sandbox.workspace().channel("arrivals");
        page.click(".side-row:has-text('arrivals')");
        page.locator("#composer").pressSequentially("The ship arrived");
        for (int step = 0; step < " arrived".length(); step++) {
            page.keyboard().press("ArrowLeft");
        }
        ana().renames(arrivals, "landings");
        assertThat(page.locator(".stage-title h1")).containsText("landings");
        api.ok("chat.postMessage", "channel", arrivals.id(), "text", "Fog from noon on");
        assertThat(page.locator(".message").last()).containsText("Fog from noon on");
        assertThat(page.locator("#composer")).isFocused();
        page.keyboard().type(" Aurora");
        assertThat(page.locator("#composer")).hasValue("The ship Aurora arrived");
        assertThat(page.locator("#composer"))
                .hasAttribute("placeholder", "Message #landings, or type / for commands");
        page.click("[aria-label=Shortcuts]");
        page.click("[role=menuitem]:has-text('Log an arrival')");
        page.waitForSelector("dialog.modal");
        page.keyboard().press("Escape");
        assertThat(page.locator("#composer")).hasValue("The ship Aurora arrived");
        page.press("#composer", "Enter");
        page.waitForCondition(() ->
                arrivals.messages().stream()
                        .anyMatch(m -> m.plainText().equals("The ship Aurora arrived")));
    }

    private boolean sentOnce(String text) {
        return app.got("command").stream()
                        .filter(got -> Json.text(got.payload(), "text").equals(text))
                        .count()
                == 1;
    }

    private static String blocks(String label) {
        return ("[{'type':'actions','elements':[{'type':'button','action_id':'new',"
                        + "'text':{'type':'plain_text','text':'%s'}}]}]")
                .formatted(label)
                .replace('\'', '"');
    }
}
