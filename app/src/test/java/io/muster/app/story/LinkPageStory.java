package io.muster.app.story;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import io.muster.app.sandbox.Browser;
import io.muster.app.sandbox.Message;
import io.muster.app.sandbox.Person;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands below a link has to be read in a glance: a picture of either way to show it. */
class LinkPageStory {
    private static final String LINK = "https://muster.example.com/incidents/INC-1";

    @ParameterizedTest
    @Tag("M1")
    @ValueSource(booleans = {true, false})
    void a_link_to_an_incident_is_a_card(boolean entity) {
        try (Browser browser = new Browser();
                Story story = Story.beginWithLinks(entity)) {
            Person ana = story.person("ana");
            ana.types(
                    story.channel("general"),
                    "/incident declare P0 Checkout shows an error in all shops since nine");
            story.card(story.soonStartingWith("inc-1"));
            story.settle();
            Message said = ana.says(story.channel("general"), "Please look: " + LINK);
            story.eventually("it is shown", () -> said.plainText().contains("P0 · INC-1"));
            Page page = browser.open(story.sandbox(), 1280, 800, ColorScheme.LIGHT);
            page.click(".side-row:has-text('general')");
            page.getByText("Please look").first().waitFor();
            page.waitForTimeout(600);
            Browser.picture(page, "link-" + (entity ? "entity" : "blocks"));
        }
    }
}
