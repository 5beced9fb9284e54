package io.muster.app.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

import io.muster.app.demo.Demo;
import io.muster.app.sandbox.Browser;
import io.muster.app.sandbox.Channel;
import io.muster.app.sandbox.Person;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/** Evidence as a person sees it, in a real browser; each step leaves a picture. */
class EvidencePageStory {
    @Test
    @Tag("F14")
    void a_file_is_kept_from_its_menu_and_the_register_can_be_worked_with() {
        try (Browser browser = new Browser();
                Demo demo = Demo.start("soc2-irp-001", 0)) {
            Page page = browser.open(demo.sandbox(), 1280, 900, ColorScheme.LIGHT);
            Person ana = demo.sandbox().workspace().person("ana");
            type(page, "/incident declare P1 Break-in at db-1");
            page.click(".side-row:has-text('inc-1-break-in-at-db-1')");
            said(page, "Break-in at db-1");
            page.waitForTimeout(1_500);
            type(page, "/incident confirm security");
            said(page, "Confirmed");
            Channel room = demo.sandbox().workspace().channel("inc-1-break-in-at-db-1");
            ana.sharesFile(
                    room,
                    "auth.log",
                    "Accepted publickey for root\n".repeat(700).getBytes(StandardCharsets.UTF_8));
            said(page, "auth.log");
            page.waitForTimeout(1_500);
            picture(page, "01-file");
            Locator message =
                    page.locator(".message", new Page.LocatorOptions().setHasText("auth.log"))
                            .last();
            message.hover();
            message.getByRole(
                            AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("More actions"))
                    .click(new Locator.ClickOptions().setForce(true));
            picture(page, "02-menu");
            page.getByText("Add as evidence").first().click();
            Locator form = dialog(page, "Add as evidence");
            picture(page, "03-shortcut");
            form.getByRole(
                            AriaRole.BUTTON,
                            new Locator.GetByRoleOptions().setName("Add").setExact(true))
                    .click();
            said(page, "E1 is kept");
            type(page, "/incident evidence add");
            dialog(page, "Add evidence");
            picture(page, "04-add");
            shut(page);
            fillTheRegister(page, ana, room);
            picture(page, "05-register");
            shut(page);
            type(page, "/incident evidence transfer E1");
            dialog(page, "Hand over E1");
            picture(page, "06-transfer");
            shut(page);
            type(page, "/incident evidence share E2");
            dialog(page, "Share E2");
            picture(page, "07-share");
            shut(page);
            ana.types(room, "/incident evidence verify E2 " + "cd".repeat(32));
            said(page, "may have been altered");
            picture(page, "08-mismatch");
            type(page, "/incident evidence");
            dialog(page, "INC-1 evidence");
            picture(page, "09-register-mismatch");
        }
    }

    private static void fillTheRegister(Page page, Person ana, Channel room) {
        ana.types(room, "/incident evidence add RAM of db-1");
        ana.submits(
                ana.modal().orElseThrow(),
                Map.of(
                        "Type",
                        "Memory dump",
                        "Which system does it come from?",
                        "db-1 (i-0abc)",
                        "SHA-256",
                        "ab".repeat(32),
                        "Size in bytes",
                        "17179869184",
                        "Where is it kept?",
                        "s3://evidence-lock/inc-1/ram.lime",
                        "How is it kept?",
                        "With this, everything of its type is kept",
                        "Witness",
                        "Ben Okafor",
                        "Tool",
                        "AVML 0.14",
                        "Clock of the source",
                        "-12 s"));
        assertThat(page.getByText("Keep before you repair")).isVisible();
        page.waitForTimeout(500);
    }

    private static void type(Page page, String words) {
        page.fill("#composer", words);
        page.press("#composer", "Enter");
    }

    /** By the button, because a picker that has the focus keeps Escape for itself. */
    private static void shut(Page page) {
        page.getByRole(AriaRole.DIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(Pattern.compile("^(Close|Cancel)$")))
                .last()
                .click();
        page.waitForTimeout(800);
    }

    private static Locator dialog(Page page, String name) {
        Locator dialog = page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName(name));
        assertThat(dialog).isVisible();
        page.waitForTimeout(300);
        return dialog;
    }

    private static void said(Page page, String words) {
        assertThat(page.locator(".message", new Page.LocatorOptions().setHasText(words)).last())
                .isVisible(new IsVisibleOptions().setTimeout(20_000));
    }

    private static void picture(Page page, String name) {
        Browser.picture(page, "evidence-" + name);
    }
}
