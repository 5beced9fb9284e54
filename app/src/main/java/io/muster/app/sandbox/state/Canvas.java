package io.muster.app.sandbox.state;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A document of sections: a heading, a paragraph, a list, each with its own id. */
public final class Canvas {
    /** A section of a canvas. */
    public record Section(String id, String markdown) {
        /** {@code h1} to {@code h3}, or empty when it is no heading. */
        public String headingType() {
            int level = 0;
            while (level < markdown.length() && markdown.charAt(level) == '#') {
                level++;
            }
            return level >= 1 && level <= 3 ? "h" + level : "";
        }
    }

    private final String id;
    private final String channelId;
    private final String owner;
    private final Set<String> readers = new LinkedHashSet<>();
    private final Set<String> writers = new LinkedHashSet<>();
    private List<Section> sections = new ArrayList<>();
    private String title;
    private long revision;

    Canvas(String id, String channelId, String owner, String title) {
        this.id = id;
        this.channelId = channelId;
        this.owner = owner;
        this.title = title;
    }

    public String id() {
        return id;
    }

    /** The channel whose tab it is; empty for a document that stands alone. */
    public String channelId() {
        return channelId;
    }

    public String owner() {
        return owner;
    }

    public String title() {
        return title;
    }

    public List<Section> sections() {
        return List.copyOf(sections);
    }

    public String markdown() {
        return sections.stream().map(Section::markdown).collect(Collectors.joining("\n\n"));
    }

    public long revision() {
        return revision;
    }

    Set<String> readers() {
        return readers;
    }

    Set<String> writers() {
        return writers;
    }

    void title(String newTitle) {
        title = newTitle;
        revision++;
    }

    void sections(List<Section> newSections) {
        sections = new ArrayList<>(newSections);
        revision++;
    }
}
