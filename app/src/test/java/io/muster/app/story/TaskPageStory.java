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

/** Checklist, gate and facts in a real browser; each step leaves a picture. */
class TaskPageStory {
    @Test
    @Tag("F10")
    @Tag("S07")
    @Tag("F13")
    void checklists_gates_and_facts_are_worked_with_by_hand() {
        try (Browser browser = new Browser();
                Demo demo = Demo.start("soc2-irp-001", 0)) {
            Page page = browser.open(demo.sandbox(), 1280, 1000, ColorScheme.LIGHT);
            new Walk(page).go();
        }
    }

    private record Walk(Page page) {
        void go() {
            type("/incident declare P1 Checkout is down");
            assertThat(page.locator(".message.whisper").first()).containsText("is declared");
            page.click(".side-row:has-text('inc-1-checkout-is-down')");
            button("Acknowledge").click();
            type("/incident confirm security");
            page.waitForTimeout(1_000);
            button("Start Eradicate").click();
            dialog("Not yet");
            picture("01-gate");
            page.keyboard().press("Escape");
            page.waitForTimeout(1_000);
            type("/incident task assign memory @ben");
            type("/incident task na cloud-state no cloud");
            type("/incident task link disk https://evidence.example/disk-7");
            type("/incident checklist contain");
            Locator sheet = dialog("INC-1 checklist");
            sheet.locator("input[type=checkbox]:not(:checked)").first().check();
            page.waitForTimeout(1_200);
            picture("02-checklist");
            sheet.locator("button.select").click();
            page.click("[role=option]:has-text('image the disks')");
            dialog("INC-1 item");
            page.waitForTimeout(500);
            picture("03-item");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Cancel")).click();
            page.waitForTimeout(500);
            type("/incident checklist recover");
            dialog("INC-1 checklist").locator("input[type=checkbox]:not(:checked)").nth(1).check();
            page.waitForTimeout(1_200);
            picture("04-refused");
            page.keyboard().press("Escape");
            page.waitForTimeout(1_000);
            type("/incident facts");
            dialog("INC-1 facts");
            picture("05-facts");
            page.keyboard().press("Escape");
            page.waitForTimeout(500);
            picture("06-room");
        }

        private void type(String words) {
            page.fill("#composer", words);
            page.press("#composer", "Enter");
            page.waitForTimeout(400);
        }

        private Locator button(String label) {
            return page.locator(".message:not(.whisper)")
                    .getByRole(
                            AriaRole.BUTTON,
                            new Locator.GetByRoleOptions().setName(label).setExact(true))
                    .first();
        }

        private Locator dialog(String name) {
            Locator dialog =
                    page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName(name));
            assertThat(dialog).isVisible();
            return dialog;
        }

        private void picture(String name) {
            Browser.picture(page, "tasks-" + name);
        }
    }
}
