package io.muster.app.sandbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;

import io.muster.app.sandbox.json.Json;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** People on the page. One browser for all; a fresh workspace for each. */
class PageTest extends AppTest {
    private static Browser browser;
    private final AtomicInteger pushes = new AtomicInteger();
    private Page page;

    @Override
    SandboxOptions.Builder options(SandboxOptions.Builder usual) {
        return super.options(usual)
                .now(InstantSource.system())
                .manifest(Json.yaml(ShowBot.MANIFEST))
                .seed(
                        Seed.small()
                                .with(
                                        ChannelSeed.open("arrivals").andApp(),
                                        ChannelSeed.closed("secret", "ben")))
                .welcome("### Hello\nTry a command.")
                .suggestions("/harbour help")
                .controls(
                        new Control(
                                "Push the clock",
                                List.of(
                                        new Choice(
                                                "+1 h",
                                                () ->
                                                        "Pushed "
                                                                + pushes.incrementAndGet()
                                                                + " h"))));
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
    void a_suggestion_fills_the_composer_and_the_answer_is_for_ana_alone() {
        page.click(".suggestion");
        page.press("#composer", "Enter");

        assertThat(page.locator(".message.whisper")).containsText("Harbour knows arrive");
        page.locator(".message.whisper").hover();
        page.click("[aria-label=Dismiss]");
        assertThat(page.locator(".message.whisper")).hasCount(0);
    }

    @Test
    void a_command_is_completed_by_keyboard_and_opens_a_form() {
        page.fill("#composer", "/har");
        page.press("#composer", "Tab");
        page.locator("#composer").pressSequentially("arr");
        page.press("#composer", "Tab");
        assertThat(page.locator("#composer")).hasValue("/harbour arrive ");
        page.press("#composer", "Enter");

        Locator form =
                page.getByRole(
                        AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Log an arrival"));
        assertThat(form.getByLabel("Ship")).isFocused();
        form.getByText("Log it").click();
        assertThat(form.locator(".error").first()).containsText("required");

        form.getByLabel("Ship").fill("Titanic");
        choose(form, "Size", "Large");
        form.getByText("Log it").click();
        assertThat(form.getByText("That one is not coming.")).isVisible();

        form.getByLabel("Ship").fill("Aurora");
        choose(form, "Who meets it", "Ben Okafor");
        page.keyboard().press("Escape");
        form.locator("[data-element='flag/v']").click();
        page.locator(".popover input").fill("nor");
        page.click("[role=option]:has-text('Norway')");
        form.getByText("Log it").click();
        assertThat(form).hasCount(0);

        page.click(".side-row:has-text('arrival-aurora')");
        assertThat(page.locator(".block-header")).containsText("Aurora has arrived");
        var values =
                app.got("view_submission")
                        .getLast()
                        .payload()
                        .path("view")
                        .path("state")
                        .path("values");
        assertThat(values.path("crew").path("v").path("selected_users").get(0).asString())
                .isEqualTo(ben().id());
        assertThat(values.path("flag").path("v").path("selected_option").path("value").asString())
                .isEqualTo("no");
    }

    private void choose(Locator form, String label, String option) {
        form.locator(".block-input", new Locator.LocatorOptions().setHasText(label))
                .first()
                .locator(".select")
                .click();
        page.click("[role=option]:has-text('" + option + "')");
    }

    @Test
    void escape_leaves_a_form_and_the_app_hears_of_it() {
        page.click("[aria-label=Shortcuts]");
        page.click("[role=menuitem]:has-text('Log an arrival')");
        page.waitForSelector("dialog.modal");
        page.keyboard().press("Escape");

        assertThat(page.locator("dialog.modal")).hasCount(0);
        await().until(() -> app.got("view_closed").size() == 1);
    }

    @Test
    void a_click_on_a_button_changes_the_message_while_others_watch() {
        Channel arrivals = sandbox.workspace().channel("arrivals");
        api.ok(
                "chat.postMessage",
                "channel",
                arrivals.id(),
                "text",
                "Aurora",
                "blocks",
                ShowBot.CARD.formatted(ana().id(), arrivals.id()));
        Page other = browser.open(sandbox, 1280, 800, ColorScheme.LIGHT);
        other.click("#who");
        other.click("[role=menuitem]:has-text('Ben Okafor')");
        other.click(".side-row:has-text('arrivals')");
        page.click(".side-row:has-text('arrivals')");
        page.click("button:has-text('Send fuel')");

        assertThat(page.locator(".message").last())
                .containsText("Fuel is on its way, says @Ana Ruiz");
        assertThat(other.locator(".message").last()).containsText("(edited)");
        other.context().close();
    }

    @Test
    void a_dangerous_button_asks_first() {
        Channel arrivals = sandbox.workspace().channel("arrivals");
        api.ok(
                "chat.postMessage",
                "channel",
                arrivals.id(),
                "text",
                "Aurora",
                "blocks",
                ShowBot.CARD.formatted(ana().id(), arrivals.id()));
        page.click(".side-row:has-text('arrivals')");
        page.click("button:has-text('Turn away')");
        assertThat(page.locator("dialog")).containsText("will have to anchor outside");
        page.click("dialog button:has-text('Keep her')");
        assertThat(page.locator("dialog")).hasCount(0);
        assertThat(app.got("block_actions")).isEmpty();

        page.click("button:has-text('Turn away')");
        page.click("dialog footer .danger");
        await().until(() -> app.got("block_actions").size() == 1);
    }

    @Test
    void when_the_app_fails_the_person_is_told() {
        page.fill("#composer", "/harbour fail");
        page.press("#composer", "Enter");

        assertThat(page.locator(".notice")).containsText("Harbour could not be reached.");
    }

    @Test
    void who_is_called_has_a_badge_and_switching_shows_their_world() {
        assertThat(page.locator(".side-row:has-text('secret')")).hasCount(0);
        page.fill("#composer", "@ben have a look");
        page.press("#composer", "Enter");
        assertThat(page.locator("#who .badge")).hasText("1");
        page.click("#who");
        page.click("[role=menuitem]:has-text('Ben Okafor')");

        assertThat(page.locator(".side-row:has-text('secret')")).hasCount(1);
        assertThat(page.locator(".message .mention.me")).hasText("@Ben Okafor");
        assertThat(page.locator("#who .badge")).hasCount(0);
        page.reload();
        assertThat(page.locator("#who")).containsText("Ben Okafor");
        assertThat(page.locator("h1")).containsText("general");
    }

    @Test
    void threads_reactions_pins_and_shortcuts_hang_on_a_message() {
        Message message = ben().says(general(), "look at this");
        Locator row =
                page.locator(
                        "#stage .message", new Page.LocatorOptions().setHasText("look at this"));
        row.hover();
        row.locator("[aria-label='React with eyes']").click();
        assertThat(row.locator(".reaction.mine")).containsText("1");
        row.hover();
        row.locator("[aria-label='Reply in a thread']").click();
        page.fill("#pane textarea", "I see");
        page.press("#pane textarea", "Enter");
        assertThat(row.locator(".thread-line")).containsText("1 reply");
        row.hover();
        row.locator("[aria-label='More actions']").click();
        page.click("[role=menuitem]:has-text('Pin to the channel')");
        assertThat(row.locator(".ribbon")).containsText("Pinned by Ana Ruiz");
        row.hover();
        row.locator("[aria-label='More actions']").click();
        page.click("[role=menuitem]:has-text('Add to the log')");

        page.waitForSelector("dialog.modal");
        assertThat(message.replies()).extracting(Message::plainText).containsExactly("I see");
        assertThat(general().pins()).hasSize(1);
        assertThat(app.got("message_action")).hasSize(1);
    }

    @Test
    void the_home_is_drawn_and_its_buttons_work() {
        page.click(".side-row:has-text('Harbour')");
        page.click("button:has-text('Log an arrival')");

        assertThat(page.locator("dialog.modal h2")).hasText("Log an arrival");
    }

    @Test
    void the_clock_is_pushed_from_the_top_bar() {
        page.click(".control button:has-text('+1 h')");

        assertThat(page.locator(".toast")).hasText("Pushed 1 h");
    }

    @Test
    void words_from_others_are_never_markup() {
        ben().says(
                        general(),
                        "<img src=x onerror=alert(1)> <script>alert(2)</script> javascript:alert(3)");

        assertThat(page.locator(".message").filter(withText("<img src=x onerror=alert(1)>")))
                .hasCount(1);
        assertThat(page.locator(".message img")).hasCount(0);
        assertThat(page.locator(".message a[href^=javascript]")).hasCount(0);
    }

    private static Locator.FilterOptions withText(String words) {
        return new Locator.FilterOptions().setHasText(words);
    }

    @Test
    void a_file_is_shared_and_shown() {
        page.setInputFiles(
                "input[aria-label='Files to share']",
                new FilePayload("notes.txt", "text/plain", new byte[] {72, 105}));
        page.press("#composer", "Enter");

        assertThat(page.locator(".file-card")).containsText("notes.txt");
    }

    @Test
    void no_other_site_acts_through_somebodys_browser() throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        URI deed = sandbox.page().resolve("/page/say?as=" + ana().id());
        HttpRequest bare =
                HttpRequest.newBuilder(deed)
                        .timeout(Duration.ofSeconds(5))
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build();

        assertThat(http.send(bare, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
    }
}
