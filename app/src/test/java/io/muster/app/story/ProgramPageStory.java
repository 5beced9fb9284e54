package io.muster.app.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

import io.muster.app.demo.Demo;
import io.muster.app.sandbox.Browser;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The plan and a drill, as a person sees them; each step leaves a picture. */
class ProgramPageStory {
    @Test
    @Tag("S15")
    @Tag("F26")
    void a_person_reads_the_plan_and_runs_a_drill() {
        try (Browser browser = new Browser();
                Demo demo = Demo.start("soc2-irp-001", 0)) {
            Page page = browser.open(demo.sandbox(), 1280, 860, ColorScheme.LIGHT);
            type(page, "/incident plan");
            Locator plan = dialog(page, "The plan");
            assertThat(plan).containsText("Tabletop exercise");
            picture(page, "plan");
            plan.getByText("Record review").first().click();
            Locator review = dialog(page, "Record review");
            picture(page, "review");
            review.getByText("Cancel").click();
            page.waitForTimeout(1_000);
            type(page, "/incident drill tabletop");
            Locator start = dialog(page, "Start a drill");
            picture(page, "drill-form");
            start.getByText("Cancel").click();
            page.waitForTimeout(1_000);
            type(page, "/incident drill tabletop P1 x10 Ransomware in the office");
            page.click(".side-row:has-text('drill-1-ransomware')");
            assertThat(page.locator(".block-header").first()).containsText("DRILL");
            type(page, "/incident drill inject The backups are encrypted too");
            type(page, "/incident drill finding Nobody knew the number of the insurer");
            type(page, "/incident vendor Acme Backup told 2 hours ago");
            page.waitForTimeout(2_500);
            picture(page, "drill-room");
            page.locator(".message:not(.whisper)")
                    .getByRole(
                            AriaRole.BUTTON,
                            new Locator.GetByRoleOptions().setName("End the drill"))
                    .first()
                    .click();
            Locator end = dialog(page, "End the drill");
            picture(page, "drill-end");
            end.getByText("Cancel").click();
            page.waitForTimeout(1_000);
            page.click(".side-row:has-text('incidents')");
            page.waitForTimeout(1_000);
            picture(page, "drill-announced");
        }
    }

    private static void type(Page page, String words) {
        page.fill("#composer", words);
        page.press("#composer", "Enter");
        page.waitForTimeout(400);
    }

    private static Locator dialog(Page page, String name) {
        Locator dialog = page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName(name));
        assertThat(dialog).isVisible();
        return dialog;
    }

    private static void picture(Page page, String name) {
        Browser.picture(page, "story-program-" + name);
    }
}
