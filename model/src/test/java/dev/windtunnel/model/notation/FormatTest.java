package dev.windtunnel.model.notation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.architecture.Architecture;
import dev.windtunnel.model.scenario.Scenario;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The format is its records: what is said of a key there is all that a user, an editor and an error message have. */
final class FormatTest {

    @Test
    void saysOfEveryKeyWhatItMeans() {
        List<String> silent = new ArrayList<>();
        for (Class<?> type : written()) {
            for (RecordComponent component : components(type)) {
                boolean isSaid = component.isAnnotationPresent(Doc.class)
                        || component.isAnnotationPresent(Named.class)
                        || component.isAnnotationPresent(Inline.class);
                if (!isSaid) {
                    silent.add(type.getSimpleName() + "." + component.getName());
                }
            }
        }

        assertTrue(silent.isEmpty(), silent::toString);
    }

    @Test
    void givesEveryMemberOfAChoiceItsWord() {
        for (Class<?> type : written()) {
            if (type.isAnnotationPresent(Choice.class)) {
                for (Class<?> member : type.getPermittedSubclasses()) {
                    assertTrue(member.isAnnotationPresent(Tag.class), member.getName());
                }
            }
        }
    }

    @Test
    void reachesTheWholeModel() {
        assertTrue(written().size() > 20, () -> written().toString());
    }

    private static RecordComponent[] components(Class<?> type) {
        return type.isRecord() ? type.getRecordComponents() : new RecordComponent[0];
    }

    /** All records and choices that a scenario and an architecture are made of. */
    private static Set<Class<?>> written() {
        Set<Class<?>> found = new LinkedHashSet<>();
        List<Type> open = new ArrayList<>(List.of(Scenario.class, Architecture.class));
        while (!open.isEmpty()) {
            Type next = open.removeLast();
            if (next instanceof ParameterizedType list) {
                open.addAll(List.of(list.getActualTypeArguments()));
            } else if (next instanceof Class<?> type && isOurs(type) && found.add(type)) {
                for (RecordComponent component : components(type)) {
                    open.add(component.getGenericType());
                }
                if (type.isAnnotationPresent(Choice.class)) {
                    open.addAll(List.of(type.getPermittedSubclasses()));
                }
            }
        }
        return found;
    }

    /** Units and moments stand on one line and are described by the key that takes them. */
    private static boolean isOurs(Class<?> type) {
        boolean isModel = type.getName().startsWith("dev.windtunnel.model.")
                && !type.getName().startsWith("dev.windtunnel.model.unit.");
        return isModel
                && (type.isAnnotationPresent(Choice.class) || (type.isRecord() && type.isAnnotationPresent(Doc.class)));
    }
}
