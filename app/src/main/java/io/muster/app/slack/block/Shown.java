package io.muster.app.slack.block;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.CheckboxesElement;
import com.slack.api.model.block.element.DatePickerElement;
import com.slack.api.model.block.element.DatetimePickerElement;
import com.slack.api.model.block.element.MultiStaticSelectElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.block.element.UsersSelectElement;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * What the fields of a form held when it was drawn. The form carries it along, so that a field that
 * its reader left alone undoes nothing that somebody else did while the form was open. A form has
 * no room for the texts themselves, so it keeps a few letters for each.
 */
public record Shown(Set<String> prints) {
    private static final char MARK = '~';
    private static final String BETWEEN = ".";
    private static final int METADATA = 3_000;
    private static final int LETTERS = 36;
    private static final int SECONDS = 60;

    public Shown {
        prints = Set.copyOf(prints);
    }

    /** Metadata with what these blocks show behind it, if there is room. */
    public static String behind(String metadata, List<LayoutBlock> blocks) {
        String prints =
                blocks.stream()
                        .filter(InputBlock.class::isInstance)
                        .map(InputBlock.class::cast)
                        .map(b -> print(b.getBlockId(), held(b.getElement())))
                        .collect(Collectors.joining(BETWEEN));
        String both = metadata + MARK + prints;
        return both.length() > METADATA ? metadata : both;
    }

    /** What stands behind this metadata; without it, every field counts as changed. */
    public static Shown in(String carried) {
        return new Shown(
                Arrays.stream(carried.substring(end(carried)).split("[~.]"))
                        .filter(print -> !print.isEmpty())
                        .collect(Collectors.toSet()));
    }

    /** This metadata without what stands behind it. */
    public static String without(String carried) {
        return carried.substring(0, end(carried));
    }

    /** Whether this field held this when the form was drawn. */
    public boolean held(String block, String value) {
        return prints.contains(print(block, value));
    }

    /** Several choices as one value, whatever their order. */
    public static String together(Stream<String> values) {
        return values.sorted().collect(Collectors.joining("\n"));
    }

    /** A time as one value; a picker knows minutes, the record milliseconds. */
    public static String minute(@Nullable Integer second) {
        return second == null ? "" : String.valueOf(second / SECONDS);
    }

    private static int end(String carried) {
        int mark = carried.lastIndexOf(MARK);
        return mark >= 0 && carried.substring(mark + 1).matches("[0-9a-z.]*")
                ? mark
                : carried.length();
    }

    private static String print(String block, String value) {
        CRC32 sum = new CRC32();
        sum.update((block + "\n" + value.strip()).getBytes(StandardCharsets.UTF_8));
        return Long.toString(sum.getValue(), LETTERS);
    }

    private static String held(BlockElement element) {
        return switch (element) {
            case PlainTextInputElement e -> orEmpty(e.getInitialValue());
            case StaticSelectElement e -> together(options(e.getInitialOption()));
            case UsersSelectElement e -> orEmpty(e.getInitialUser());
            case DatetimePickerElement e -> minute(e.getInitialDateTime());
            case DatePickerElement e -> orEmpty(e.getInitialDate());
            case CheckboxesElement e -> together(all(e.getInitialOptions()));
            case MultiStaticSelectElement e -> together(all(e.getInitialOptions()));
            default -> "";
        };
    }

    private static Stream<String> options(@Nullable OptionObject option) {
        return Stream.ofNullable(option).map(OptionObject::getValue);
    }

    private static Stream<String> all(@Nullable List<OptionObject> options) {
        return Stream.ofNullable(options).flatMap(List::stream).map(OptionObject::getValue);
    }

    private static String orEmpty(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
