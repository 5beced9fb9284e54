package io.muster.db;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.function.BiFunction;

/** Records by their components, so that a test covers a component that is added by itself. */
public final class Components {
    private Components() {}

    /** The same record with another value of one component. */
    public static <R> R with(R record, String name, Object value) {
        return map(record, (component, old) -> component.getName().equals(name) ? value : old);
    }

    /** The same record with each component's value replaced by what this makes of it. */
    public static <R> R map(R record, BiFunction<RecordComponent, Object, Object> change) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        return make(
                record,
                Arrays.stream(components).map(c -> change.apply(c, value(record, c))).toArray());
    }

    /** The value of one component. */
    public static Object value(Object record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <R> R make(R like, Object[] values) {
        return (R) make(like.getClass(), values);
    }

    /** A record of this type with these values. */
    static Object make(Class<?> type, Object[] values) {
        Class<?>[] types =
                Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getType)
                        .toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + type.getSimpleName(), e);
        }
    }
}
