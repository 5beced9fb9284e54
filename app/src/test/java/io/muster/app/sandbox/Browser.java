package io.muster.app.sandbox;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;

import org.junit.jupiter.api.Assumptions;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Chromium, where there is one. */
public final class Browser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path PICTURES = Path.of("target/sandbox-pictures");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;

    /** Starts it; the test is skipped where there is none. */
    public Browser() {
        Assumptions.assumeTrue(
                Files.isExecutable(CHROMIUM), "page tests need Chromium at " + CHROMIUM);
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new LaunchOptions()
                                        .setExecutablePath(CHROMIUM)
                                        .setArgs(
                                                List.of(
                                                        "--no-sandbox",
                                                        "--disable-gpu",
                                                        "--disable-quic",
                                                        "--no-first-run",
                                                        "--disable-background-networking",
                                                        "--disable-component-update",
                                                        "--disable-sync")));
    }

    /** Opens the page of a sandbox. */
    public Page open(SlackSandbox sandbox, int width, int height, ColorScheme scheme) {
        Page page =
                browser.newContext(
                                new com.microsoft.playwright.Browser.NewContextOptions()
                                        .setViewportSize(width, height)
                                        .setColorScheme(scheme)
                                        .setTimezoneId("UTC"))
                        .newPage();
        page.setDefaultTimeout(8_000);
        page.navigate(sandbox.page().toString());
        page.waitForSelector(".side-row");
        return page;
    }

    /** Opens a page that is none of a sandbox. */
    public Page open(java.net.URI address, int width, int height, ColorScheme scheme) {
        Page page =
                browser.newContext(
                                new com.microsoft.playwright.Browser.NewContextOptions()
                                        .setViewportSize(width, height)
                                        .setColorScheme(scheme))
                        .newPage();
        page.setDefaultTimeout(8_000);
        page.navigate(address.toString());
        return page;
    }

    /** Keeps a picture under target. */
    public static void picture(Page page, String name) {
        page.waitForTimeout(120);
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
