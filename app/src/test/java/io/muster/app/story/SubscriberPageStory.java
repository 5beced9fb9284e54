package io.muster.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

import io.muster.app.reach.ReachSettings;
import io.muster.app.sandbox.Browser;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A reader subscribes and leaves in a real browser, by keyboard, without a script. */
class SubscriberPageStory {
    private static final Pattern LINK = Pattern.compile("/status/([a-z]+\\?t=[A-Za-z0-9_-]{43})");

    @Test
    @Tag("F16")
    void a_reader_subscribes_and_leaves_on_pages_that_everybody_can_use() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp").dynamicPort());
        server.start();
        try (Browser browser = new Browser();
                Story story =
                        Story.begin(
                                ThirdPolicyStory.POLICY,
                                settings(server),
                                SubscriberPageStory::withSubscribers)) {
            URI status = story.muster().address().resolve("/status");
            StatusPagePageStory.look(
                    browser.open(status, 1000, 900, ColorScheme.LIGHT), "11-form-light");
            StatusPagePageStory.look(
                    browser.open(status, 360, 1200, ColorScheme.DARK), "12-form-phone");
            mistake(browser, story);
            Page page = browser.open(status, 1000, 900, ColorScheme.LIGHT);
            page.getByLabel("Your e-mail address").fill("eve@reader.example");
            page.keyboard().press("Enter");
            heading(page, "Please check your mail");
            StatusPagePageStory.look(page, "14-asked");
            story.eventually("Eve is asked", () -> server.getReceivedMessages().length == 1);
            String invitation =
                    String.valueOf(server.getReceivedMessages()[0].getContent()).replace("\r", "");
            Page confirm = browser.open(link(status, invitation, 1), 1000, 900, ColorScheme.LIGHT);
            heading(confirm, "Updates by e-mail");
            Browser.picture(confirm, "status-15-confirm");
            press(confirm, "Confirm subscription");
            heading(confirm, "You are subscribed");
            StatusPagePageStory.look(confirm, "16-confirmed");
            Page leave = browser.open(link(status, invitation, 2), 360, 700, ColorScheme.DARK);
            heading(leave, "Unsubscribe");
            Browser.picture(leave, "status-17-unsubscribe");
            press(leave, "Unsubscribe");
            heading(leave, "You are not subscribed any more");
            StatusPagePageStory.look(leave, "18-unsubscribed");
            Page old = browser.open(link(status, invitation, 1), 1000, 900, ColorScheme.DARK);
            heading(old, "This link is no longer good");
            StatusPagePageStory.look(old, "19-old-link");
        } finally {
            server.stop();
        }
    }

    private static void mistake(Browser browser, Story story) throws IOException {
        Page page =
                browser.open(
                        story.muster().address().resolve("/status/subscribe"),
                        1000,
                        900,
                        ColorScheme.DARK);
        page.getByLabel("Your e-mail address").fill("x".repeat(65) + "@reader.example");
        press(page, "Subscribe");
        page.getByText("That is not an address").waitFor();
        StatusPagePageStory.look(page, "13-mistake");
    }

    private static void heading(Page page, String words) {
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(words).setExact(true))
                .waitFor();
    }

    private static void press(Page page, String label) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(label)).focus();
        page.keyboard().press("Enter");
    }

    /** On this machine, where a proxy would lead it. */
    private static URI link(URI status, String text, int number) {
        Matcher links = LINK.matcher(text);
        for (int i = 0; i < number; i++) {
            assertThat(links.find()).isTrue();
        }
        return status.resolve("/status/" + links.group(1));
    }

    private static String withSubscribers(String team) {
        String title = "  title: Northwind status\n";
        return team.replace(
                title, title + "  subscribe: https://status.northwind.example/status\n");
    }

    private static ReachSettings settings(GreenMail server) {
        return ReachSettings.read(
                Map.of(
                        "MUSTER_SMTP_URL",
                        "smtp://127.0.0.1:" + server.getSmtp().getPort(),
                        "MUSTER_MAIL_FROM",
                        "muster@northwind.example"));
    }
}
