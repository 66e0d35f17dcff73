package dev.windtunnel.simulator.engine;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Objects as their fields, elements and entries. */
final class Reflected {

    private static final String ENGINE = "dev.windtunnel.";

    /** Rooms whose classes hold state, unless they are records. */
    private static final List<String> ROOMS = List.of(
            "dev.windtunnel.simulator.kernel.",
            "dev.windtunnel.simulator.metric.",
            "dev.windtunnel.simulator.world.",
            "dev.windtunnel.simulator.engine.");

    /** Built with the scenario or while a log is read, and never written again. */
    private static final Set<String> TABLES = Set.of("QuantileTable", "AliasTable", "RequestRows");

    /** What came of requests and controllers: records that nobody writes into, though some hold plain maps. */
    private static final String RESULTS = "dev.windtunnel.simulator.result.";

    /** Collections that nobody can write to, by the beginnings of their classes' names. */
    private static final List<String> UNCHANGING = List.of(
            "java.util.ImmutableCollections", "java.util.Collections$Unmodifiable", "java.util.Collections$Empty");

    private static final Map<Class<?>, List<Field>> FIELDS = new ConcurrentHashMap<>();

    private Reflected() {}

    /** Compared by content, never by identity. */
    static boolean isValue(Object object) {
        return object instanceof Number
                || object instanceof Boolean
                || object instanceof Character
                || object instanceof String
                || object instanceof Enum;
    }

    /** Whether an object may hold state of a run. */
    static boolean isOfState(Object object) {
        Class<?> type = object.getClass();
        return ROOMS.stream().anyMatch(type.getName()::startsWith)
                && !type.isRecord()
                && !TABLES.contains(type.getSimpleName());
    }

    static boolean isOurs(Object object) {
        return object.getClass().getName().startsWith(ENGINE);
    }

    /** All fields of an object that are not static. */
    static List<Field> fields(Object object) {
        return FIELDS.computeIfAbsent(object.getClass(), Reflected::fieldsOf);
    }

    private static List<Field> fieldsOf(Class<?> concrete) {
        List<Field> fields = new ArrayList<>();
        for (Class<?> type = concrete; type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    field.setAccessible(true);
                    fields.add(field);
                }
            }
        }
        return fields;
    }

    static boolean isFinal(Field field) {
        return Modifier.isFinal(field.getModifiers());
    }

    static String name(Field field) {
        return field.getDeclaringClass().getSimpleName() + "." + field.getName();
    }

    static @Nullable Object read(Field field, Object object) {
        try {
            return field.get(object);
        } catch (IllegalAccessException impossible) {
            throw new AssertionError(name(field), impossible);
        }
    }

    /** The value of the field of that name. */
    static @Nullable Object read(String name, Object object) {
        for (Field field : fields(object)) {
            if (field.getName().equals(name)) {
                return read(field, object);
            }
        }
        throw new AssertionError("no field " + name + " in " + object.getClass());
    }

    /** Content of an array of primitives, equal where all its elements are; null for anything else. */
    static @Nullable Object primitives(Object object) {
        return switch (object) {
            case long[] longs -> LongBuffer.wrap(longs);
            case int[] ints -> IntBuffer.wrap(ints);
            case byte[] bytes -> ByteBuffer.wrap(bytes);
            case double[] doubles ->
                LongBuffer.wrap(Arrays.stream(doubles)
                        .mapToLong(Double::doubleToRawLongBits)
                        .toArray());
            default -> null;
        };
    }

    /** Elements of an array or collection, keys and then values of a map; null for anything else. */
    static @Nullable List<@Nullable Object> elements(Object object) {
        List<@Nullable Object> elements = new ArrayList<>();
        if (object.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(object); i++) {
                elements.add(Array.get(object, i));
            }
        } else if (object instanceof Collection<?> collection) {
            elements.addAll(collection);
        } else if (object instanceof Map<?, ?> map) {
            elements.addAll(map.keySet());
            elements.addAll(map.values());
        } else {
            return null;
        }
        return elements;
    }

    /**
     * Whether nothing that is reachable from an object can change what a run does, so that runs may share it: all is final,
     * or volatile, as a cache that is replaced as a whole. Arrays in what was built with the scenario are written once.
     */
    static boolean isUnchanging(@Nullable Object object, Set<Object> seen) {
        if (object == null || isValue(object) || !seen.add(object)) {
            return true;
        }
        List<@Nullable Object> elements = elements(object);
        if (elements != null) {
            boolean isFixed = object.getClass().isArray()
                    || UNCHANGING.stream().anyMatch(object.getClass().getName()::startsWith);
            return isFixed && elements.stream().allMatch(element -> isUnchanging(element, seen));
        }
        Class<?> type = object.getClass();
        if (TABLES.contains(type.getSimpleName()) || type.getName().startsWith(RESULTS)) {
            return true;
        }
        if (!isOurs(object)) {
            return type.getName().startsWith("java.time.") || type.isHidden();
        }
        return !isOfState(object)
                && fields(object).stream()
                        .allMatch(field -> (field.getModifiers() & (Modifier.FINAL | Modifier.VOLATILE)) != 0
                                && isUnchanging(read(field, object), seen));
    }
}
