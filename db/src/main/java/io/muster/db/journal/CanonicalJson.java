package io.muster.db.journal;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/**
 * The one way to write a JSON value as bytes (RFC 8785), for values that hold objects, arrays,
 * strings, booleans, null and whole numbers up to 2^53-1. Anything else is refused: a hash must not
 * depend on how somebody prints a fraction.
 */
public final class CanonicalJson {
    private static final long LARGEST_EXACT = (1L << 53) - 1;

    private CanonicalJson() {}

    /** The canonical form of a value; what is hashed and stored is its UTF-8. */
    public static String text(JsonNode value) {
        StringBuilder out = new StringBuilder(256);
        write(value, out);
        return out.toString();
    }

    private static void write(JsonNode value, StringBuilder out) {
        if (value.isObject()) {
            writeObject(value, out);
        } else if (value.isArray()) {
            writeArray(value, out);
        } else if (value.isString()) {
            writeString(value.stringValue(), out);
        } else if (value.isBoolean() || value.isNull()) {
            out.append(value.asString(value.isNull() ? "null" : ""));
        } else if (isExact(value)) {
            out.append(value.longValue());
        } else {
            throw new IllegalArgumentException("no canonical form for " + value.getNodeType());
        }
    }

    private static boolean isExact(JsonNode value) {
        return value.isIntegralNumber()
                && value.canConvertToLong()
                && value.longValue() <= LARGEST_EXACT
                && value.longValue() >= -LARGEST_EXACT;
    }

    private static void writeObject(JsonNode object, StringBuilder out) {
        List<String> names = new ArrayList<>(object.propertyNames());
        names.sort(null); // by UTF-16 code units, as RFC 8785 asks
        out.append('{');
        String comma = "";
        for (String name : names) {
            out.append(comma);
            writeString(name, out);
            out.append(':');
            write(object.get(name), out);
            comma = ",";
        }
        out.append('}');
    }

    private static void writeArray(JsonNode array, StringBuilder out) {
        out.append('[');
        String comma = "";
        for (JsonNode element : array) {
            out.append(comma);
            write(element, out);
            comma = ",";
        }
        out.append(']');
    }

    private static void writeString(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            writeChar(text, i, out);
        }
        out.append('"');
    }

    private static void writeChar(String text, int i, StringBuilder out) {
        char c = text.charAt(i);
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c < 0x20) {
                    out.append("\\u00")
                            .append(c < 0x10 ? "0" : "1")
                            .append(Character.forDigit(c & 0xF, 16));
                } else if (isLoneSurrogate(text, i)) {
                    throw new IllegalArgumentException("half a character has no canonical form");
                } else {
                    out.append(c);
                }
            }
        }
    }

    private static boolean isLoneSurrogate(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c)
                && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
