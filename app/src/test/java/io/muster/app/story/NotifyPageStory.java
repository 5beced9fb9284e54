package io.muster.app.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

import io.muster.app.demo.Demo;
import io.muster.app.sandbox.Browser;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.regex.Pattern;

/** The duties to notify as a person sees them; each step leaves a picture. */
class NotifyPageStory {
    @ParameterizedTest
    @Tag("F15")
    @Tag("S10")
    @CsvSource({"featuresignals, P0, LIGHT", "soc2-irp-001, P1, DARK"})
    void the_sheet_and_its_forms(String policy, String severity, ColorScheme scheme) {
        try (Browser browser = new Browser();
                Demo demo = Demo.start(policy, 0)) {
            Page page = browser.open(demo.sandbox(), 1280, 860, scheme);
            page.fill("#composer", "/incident declare " + severity + " Bucket was public");
            page.press("#composer", "Enter");
            page.click(".side-row:has-text('inc-1-bucket-was-public')");
            assertThat(button(page, "Notices")).isVisible();
            page.waitForTimeout(1_500);
            picture(page, policy, "1-card");
            button(page, "Notices").click();
            Locator sheet = dialog(page, "INC-1 notices");
            picture(page, policy, "2-sheet");
            press(sheet, "Answer questions");
            dialog(page, "Questions");
            picture(page, policy, "3-questions");
            page.keyboard().press("Escape");
            button(page, "Notices").click();
            press(dialog(page, "INC-1 notices"), "Record submission");
            dialog(page, "Record submission");
            picture(page, policy, "4-submission");
            page.keyboard().press("Escape");
            button(page, "Notices").click();
            press(dialog(page, "INC-1 notices"), "Set a time");
            dialog(page, "When was it really?");
            picture(page, policy, "5-time");
        }
    }

    private static Locator button(Page page, String label) {
        return page.locator(".message:not(.whisper)")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions()
                                .setName(Pattern.compile("^" + label + "(:.*)?$")))
                .first();
    }

    private static void press(Locator sheet, String label) {
        sheet.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions()
                                .setName(Pattern.compile("^" + label + "(:.*)?$")))
                .first()
                .click();
    }

    private static Locator dialog(Page page, String name) {
        Locator dialog = page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName(name));
        assertThat(dialog).isVisible();
        return dialog;
    }

    private static void picture(Page page, String policy, String name) {
        Browser.picture(page, "notify-" + policy + "-" + name);
    }
}
