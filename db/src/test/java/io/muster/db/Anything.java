package io.muster.db;

import io.muster.core.FreeText;
import io.muster.core.policy.PolicyVersion;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;

/**
 * Values of any of our types out of a seed, by reflection: a type that is added is made by itself.
 */
public final class Anything {
    private static final List<String> AWKWARD =
            List.of(
                    "checkout",
                    "Zürich, Łódź, 東京",
                    "quote \" and backslash \\",
                    "two\nlines\tand a tab",
                    "control \u0001\u001f\u007f",
                    "astral \uD83D\uDE92 \uD834\uDD1E",
                    "line separator \u2028 and a mark \uFEFF",
                    "{\"commitment\":\"0\",\"words\":0}",
                    "'; drop table journal; --",
                    "<@U1> & <!channel>",
                    "e\u0301 is not \u00e9");
    private static final Instant FIRST = Instant.parse("2001-02-03T04:05:06.007Z");
    private static final long SOME_YEARS = Duration.ofDays(36_500).toMillis();

    private final RandomGenerator random;
    private final Filling filling;
    private final Supplier<FreeText> words;

    private enum Filling {
        /** Optionals and lists may be empty or not. */
        ANY,
        /** Nothing is empty. */
        FULL,
        /** Everything that may be empty is. */
        SPARSE
    }

    private Anything(long seed, Filling filling) {
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.filling = filling;
        this.words = this::anyWords;
    }

    private Anything(Anything from, Supplier<FreeText> words) {
        this.random = from.random;
        this.filling = from.filling;
        this.words = words;
    }

    /** Values with and without what is optional. */
    public static Anything seeded(long seed) {
        return new Anything(seed, Filling.ANY);
    }

    /** Values that have everything that they can have. */
    public static Anything full(long seed) {
        return new Anything(seed, Filling.FULL);
    }

    /** Values that lack everything that they can lack. */
    public static Anything sparse(long seed) {
        return new Anything(seed, Filling.SPARSE);
    }

    /** The same, but people say only this. */
    public Anything saying(Supplier<FreeText> only) {
        return new Anything(this, only);
    }

    /** The randomness that everything comes from. */
    public RandomGenerator random() {
        return random;
    }

    /** One of these. */
    public <T> T oneOf(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** A value of this type; of a sealed type, one of its kinds. */
    public <T> T of(Class<T> type) {
        return type.cast(value(type));
    }

    private Object value(Type type) {
        if (type instanceof ParameterizedType generic) {
            return container((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
        }
        Class<?> c = (Class<?>) type;
        if (c == FreeText.class) {
            return words.get();
        } else if (c.isRecord()) {
            return record(c);
        } else if (c.isEnum()) {
            return oneOf(List.of(c.getEnumConstants()));
        } else if (c.isSealed()) {
            return value(oneOf(List.of(c.getPermittedSubclasses())));
        }
        return simple(c);
    }

    private Object simple(Class<?> type) {
        return switch (type.getName()) {
            case "int", "java.lang.Integer" -> random.nextInt(1, 1000);
            case "long", "java.lang.Long" -> random.nextLong(1, 1L << 53);
            case "boolean", "java.lang.Boolean" -> random.nextBoolean();
            case "java.lang.String" -> text();
            case "java.time.Instant" -> FIRST.plusMillis(random.nextLong(SOME_YEARS));
            case "java.time.Duration" -> Duration.ofMillis(random.nextLong(1, 10_000_000_000L));
            default -> throw new IllegalArgumentException("teach Anything to make a " + type);
        };
    }

    private Object container(Class<?> raw, Type[] of) {
        int size =
                switch (filling) {
                    case ANY -> random.nextInt(3);
                    case FULL -> 2;
                    case SPARSE -> 0;
                };
        return switch (raw.getSimpleName()) {
            case "Optional" -> size == 0 ? Optional.empty() : Optional.of(value(of[0]));
            case "List" -> List.copyOf(some(size, of[0]));
            case "Set" -> new LinkedHashSet<>(some(size, of[0]));
            case "Map", "SequencedMap" -> {
                Map<Object, Object> map = new LinkedHashMap<>();
                some(size, of[0]).forEach(key -> map.put(key, value(of[1])));
                yield map;
            }
            default -> throw new IllegalArgumentException("teach Anything to make a " + raw);
        };
    }

    private List<Object> some(int size, Type of) {
        return Stream.generate(() -> value(of)).limit(size).toList();
    }

    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        boolean isName = components.length == 1 || type == PolicyVersion.class;
        Object[] values =
                Arrays.stream(components)
                        .map(c ->
                                isName && c.getType() == String.class
                                        ? name()
                                        : value(c.getGenericType()))
                        .toArray();
        return Components.make(type, values);
    }

    private String name() {
        return "N" + Integer.toString(random.nextInt(1_000_000), 36);
    }

    private String text() {
        return oneOf(AWKWARD) + " " + Long.toString(random.nextLong(1L << 40), 36);
    }

    private FreeText anyWords() {
        return filling == Filling.SPARSE || (filling == Filling.ANY && random.nextInt(5) == 0)
                ? FreeText.NONE
                : new FreeText(text());
    }
}
