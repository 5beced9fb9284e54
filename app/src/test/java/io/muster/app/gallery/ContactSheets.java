package io.muster.app.gallery;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import io.muster.app.sandbox.Browser;
import io.muster.app.sandbox.SandboxOptions;
import io.muster.app.sandbox.SlackSandbox;
import io.muster.app.sandbox.json.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Pictures of many shapes on one sheet, drawn by the page of a sandbox. */
public final class ContactSheets {
    private static final Path FOLDER = Path.of("target/sandbox-pictures/gallery");
    private static final int ON_A_SHEET = 12;
    private static final int WIDTH = 1_840;
    private static final int HEIGHT = 900;

    private static final String DRAW =
            """
            async (json) => {
              const { h } = await import('/assets/dom.js');
              const { blocks } = await import('/assets/blocks.js');
              const { message } = await import('/assets/message.js');
              const hands = { act() {}, typed() {}, suggest: async () => [], upload: async () => '' };
              const css = new CSSStyleSheet();
              css.replaceSync(`
                html, body { height: auto !important; overflow: visible !important; display: block !important; }
                .wall { display: flex; gap: 20px; padding: 20px; align-items: start; }
                .rank { width: 580px; display: grid; gap: 24px; }
                figure { margin: 0; }
                figcaption { font: 600 13px monospace; padding-block-end: 6px; }
                .wall .pane { width: 580px; max-height: 1500px; overflow: hidden; border: 1px solid #bbb;
                  border-radius: 12px; background: var(--paper); }
                .wall .paper { padding: 12px; }`);
              document.adoptedStyleSheets = [css];
              const pane = (item) => {
                const it = item.drawn;
                if (item.kind === 'message') return h('div', { class: 'pane paper' }, message(it));
                if (item.kind === 'home') return h('div', { class: 'pane paper' }, blocks(it.blocks, hands));
                return h('div', { class: 'modal pane' }, h('form', {},
                  h('header', {}, h('h2', {}, it.title)),
                  h('div', { class: 'modal-body' }, blocks(it.blocks, hands)),
                  h('footer', {}, h('button', { type: 'button', class: 'act' }, it.close || 'Close'),
                    it.submit && h('button', { type: 'button', class: 'act primary' }, h('span', {}, it.submit)))));
              };
              const ranks = [0, 1, 2].map(() => h('div', { class: 'rank' }));
              document.body.replaceChildren(h('div', { class: 'wall' }, ranks));
              for (const item of JSON.parse(json)) {
                const least = ranks.reduce((a, b) => (b.offsetHeight < a.offsetHeight ? b : a));
                least.append(h('figure', {}, h('figcaption', {}, item.name), pane(item)));
              }
              return document.querySelectorAll('figure').length;
            }
            """;

    private ContactSheets() {}

    /**
     * Keeps a picture of each; the test is skipped where there is no browser.
     *
     * @param drawn what the page draws, by the name of the shape
     */
    public static int keep(String world, Map<String, JsonNode> drawn) {
        try (Browser browser = new Browser();
                SlackSandbox sandbox = SlackSandbox.start(SandboxOptions.defaults())) {
            Page page = browser.open(sandbox, WIDTH, HEIGHT, ColorScheme.LIGHT);
            ArrayNode sheet = Json.array();
            int sheets = 0;
            int kept = 0;
            for (Map.Entry<String, JsonNode> each : drawn.entrySet()) {
                sheet.add(item(each.getKey(), each.getValue()));
                if (sheet.size() == ON_A_SHEET) {
                    kept += keep(page, world, ++sheets, sheet);
                    sheet = Json.array();
                }
            }
            return sheet.isEmpty() ? kept : kept + keep(page, world, ++sheets, sheet);
        }
    }

    private static int keep(Page page, String world, int number, ArrayNode sheet) {
        Object figures = page.evaluate(DRAW, Json.write(sheet));
        String name = String.format(Locale.ROOT, "%s-%02d.png", world, number);
        page.screenshot(
                new Page.ScreenshotOptions().setPath(FOLDER.resolve(name)).setFullPage(true));
        return ((Number) figures).intValue();
    }

    private static JsonNode item(String name, JsonNode drawn) {
        String kind =
                name.startsWith("modal-") ? "modal" : name.equals("home") ? "home" : "message";
        return Json.object().put("name", name).put("kind", kind).set("drawn", drawn);
    }
}
