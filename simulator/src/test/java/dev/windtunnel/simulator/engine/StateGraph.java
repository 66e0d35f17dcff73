package dev.windtunnel.simulator.engine;

import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Two object graphs side by side, field by field: whether one is a true and independent copy of the other. It knows no class
 * of the engine, so that a class or a field that is added tomorrow is looked at too.
 */
final class StateGraph {

    /** Written before they are read, each time. */
    static final Set<String> SCRATCH = Set.of(
            "Balancing.scratch", "Balancing.perZone", "Balancing.hasNode", "CpuSharing.grants", "OutcomeBook.scratch");

    private record Pair(String path, Object mine, Object theirs) {}

    private final List<String> differences = new ArrayList<>();
    private final IdentityHashMap<Object, Object> twins = new IdentityHashMap<>();
    private final IdentityHashMap<Object, Object> origins = new IdentityHashMap<>();
    private final Deque<Pair> open = new ArrayDeque<>();

    private StateGraph() {}

    /** Where a copy differs from its original, or shares with it what can change; empty if it is a true copy. */
    static List<String> differences(Object copy, Object original) {
        StateGraph graph = new StateGraph();
        graph.look("", copy, original);
        while (!graph.open.isEmpty()) {
            Pair pair = graph.open.remove();
            graph.lookInside(pair.path, pair.mine, pair.theirs);
        }
        return graph.differences;
    }

    private void look(String path, @Nullable Object mine, @Nullable Object theirs) {
        if (mine == null || theirs == null || mine.getClass() != theirs.getClass()) {
            check(isSame(mine, theirs), path, mine, theirs);
        } else if (Reflected.isValue(mine)) {
            check(mine.equals(theirs), path, mine, theirs);
        } else if (isSame(mine, theirs)) {
            boolean isHarmless = Reflected.isUnchanging(mine, Collections.newSetFromMap(new IdentityHashMap<>()));
            check(isHarmless, path + " is shared", mine.getClass(), theirs.getClass());
        } else {
            Object twin = twins.put(mine, theirs);
            Object origin = origins.put(theirs, mine);
            boolean isOneToOne = (twin == null || isSame(twin, theirs)) && (origin == null || isSame(origin, mine));
            check(isOneToOne, path + " is another one elsewhere", mine, theirs);
            if (twin == null) {
                open.add(new Pair(path, mine, theirs));
            }
        }
    }

    @SuppressWarnings("ReferenceEquality") // which object it is, not what it says, is the question
    private static boolean isSame(@Nullable Object mine, @Nullable Object theirs) {
        return mine == theirs;
    }

    private void check(boolean isTrue, String path, @Nullable Object mine, @Nullable Object theirs) {
        if (!isTrue) {
            differences.add(path + ": " + mine + " in the copy, " + theirs + " in the original");
        }
    }

    private void lookInside(String path, Object mine, Object theirs) {
        Object primitives = Reflected.primitives(mine);
        if (primitives != null) {
            check(primitives.equals(Reflected.primitives(theirs)), path, primitives, Reflected.primitives(theirs));
            return;
        }
        List<@Nullable Object> elements = Reflected.elements(mine);
        if (elements == null && !Reflected.isOurs(mine)) {
            check(mine.equals(theirs), path, mine, theirs);
        } else if (elements == null) {
            for (Field field : Reflected.fields(mine)) {
                if (!SCRATCH.contains(Reflected.name(field))) {
                    look(
                            path + " " + Reflected.name(field),
                            Reflected.read(field, mine),
                            Reflected.read(field, theirs));
                }
            }
        } else {
            List<@Nullable Object> others = Objects.requireNonNull(Reflected.elements(theirs));
            check(elements.size() == others.size(), path + ".length", elements.size(), others.size());
            for (int i = 0; i < Math.min(elements.size(), others.size()); i++) {
                look(path + "[" + i + "]", elements.get(i), others.get(i));
            }
        }
    }

    /** All objects that hold state, below a root. */
    static List<Object> objects(Object root) {
        List<Object> found = new ArrayList<>();
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            Object object = open.remove();
            List<@Nullable Object> below =
                    Reflected.primitives(object) == null ? Reflected.elements(object) : List.of();
            if (below == null && Reflected.isOfState(object)) {
                found.add(object);
                below = new ArrayList<>();
                for (Field field : Reflected.fields(object)) {
                    below.add(Reflected.read(field, object));
                }
            }
            for (Object each : below == null ? List.<@Nullable Object>of() : below) {
                if (each != null && !Reflected.isValue(each) && seen.add(each)) {
                    open.add(each);
                }
            }
        }
        return found;
    }

    /** Those of one class, by its simple name. */
    static List<Object> objects(Object root, String type) {
        return objects(root).stream()
                .filter(object -> object.getClass().getSimpleName().equals(type))
                .toList();
    }
}
