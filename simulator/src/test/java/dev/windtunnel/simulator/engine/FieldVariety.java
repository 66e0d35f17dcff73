package dev.windtunnel.simulator.engine;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which values each field of the state has had: a field with only one could be forgotten by a copy and nobody would see. */
final class FieldVariety {

    /** Arrays and lists that the scenario gave. */
    private static final Set<String> SETTINGS = Set.of(
            "ExternalCalls.natZones",
            "RecordedStream.endpoints",
            "Traffic.roundTripNanos",
            // Move after years, or with more nodes than a test has time for: TournamentTest copies one that has moved
            // them all.
            "Tournament.base",
            "Tournament.reach",
            "Tournament.size",
            "Tournament.sourceBits");

    private final Map<String, Set<Object>> seen = new TreeMap<>();
    private final Set<String> classes = new TreeSet<>();

    /** Looks at all objects of a run. */
    void look(ExactRun run) {
        for (Object object : StateGraph.objects(run)) {
            classes.add(object.getClass().getSimpleName());
            for (Field field : Reflected.fields(object)) {
                if (isMutable(field) && !StateGraph.SCRATCH.contains(Reflected.name(field))) {
                    seen.computeIfAbsent(Reflected.name(field), absent -> new HashSet<>())
                            .add(print(Reflected.read(field, object)));
                }
            }
        }
    }

    /** Whether what the field says can change: not if it is final, or only leads to another object. */
    private static boolean isMutable(Field field) {
        Class<?> type = field.getType();
        boolean holds = isOfValues(type) || Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
        boolean says = type.isPrimitive() || type == String.class || type.isEnum();
        return holds || (says && !Reflected.isFinal(field));
    }

    /** An array of objects of state says only which they are. */
    private static boolean isOfValues(Class<?> type) {
        return type.isArray() && (type.componentType().isPrimitive() || isOfValues(type.componentType()));
    }

    /** Something that differs where the content does. */
    private static Object print(@Nullable Object value) {
        Object primitives = value == null ? null : Reflected.primitives(value);
        if (primitives != null) {
            return primitives.hashCode();
        }
        List<@Nullable Object> elements = value == null ? null : Reflected.elements(value);
        if (elements == null) {
            return Objects.toString(value);
        }
        List<Object> prints = new ArrayList<>();
        for (Object element : elements) {
            boolean isDeep = element != null
                    && (Reflected.isValue(element) || element.getClass().isArray());
            prints.add(isDeep ? print(element) : element == null);
        }
        return Arrays.hashCode(prints.toArray());
    }

    /** Fields that have had one value only. */
    List<String> constant() {
        return seen.entrySet().stream()
                .filter(entry -> entry.getValue().size() < 2)
                .map(Map.Entry::getKey)
                .filter(name -> !SETTINGS.contains(name))
                .toList();
    }

    /** Simple names of the classes whose objects have been seen. */
    Set<String> classes() {
        return classes;
    }

    int fields() {
        return seen.size();
    }
}
