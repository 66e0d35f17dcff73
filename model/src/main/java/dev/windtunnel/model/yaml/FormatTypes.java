package dev.windtunnel.model.yaml;

import dev.windtunnel.model.notation.Doc;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All records and choices that a file can hold, in the order in which a reader meets them, each with a name of its own.
 *
 * @param roots what the whole file is, or the files are
 * @param names by type: the simple name, with the enclosing type before it, and with the room where two would be alike
 */
record FormatTypes(List<Class<?>> roots, Map<Class<?>, String> names) {

    static FormatTypes of(Class<?>... roots) {
        List<Class<?>> found = new ArrayList<>();
        for (Class<?> root : roots) {
            collect(root, found);
        }
        Map<String, Integer> uses = new LinkedHashMap<>();
        found.forEach(type -> uses.merge(shortName(type), 1, Integer::sum));
        Map<Class<?>, String> names = new LinkedHashMap<>();
        for (Class<?> type : found) {
            boolean isUnique = uses.getOrDefault(shortName(type), 0) == 1;
            String room = type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1);
            names.put(type, isUnique ? shortName(type) : room + "." + shortName(type));
        }
        return new FormatTypes(List.of(roots), names);
    }

    private static String shortName(Class<?> type) {
        Class<?> around = type.getEnclosingClass();
        return around == null ? type.getSimpleName() : shortName(around) + "." + type.getSimpleName();
    }

    private static void collect(Type type, List<Class<?>> found) {
        Optional<Type> element = RecordShape.elementType(type);
        if (element.isPresent()) {
            collect(element.get(), found);
            return;
        }
        boolean isNew = type instanceof Class<?> plain && Scalars.reader(plain).isEmpty() && !found.contains(plain);
        if (!isNew || !(type instanceof Class<?> plain)) {
            return;
        }
        found.add(plain);
        if (RecordShape.isChoice(plain)) {
            RecordShape.members(plain).values().forEach(member -> collect(member, found));
        } else {
            RecordShape.of(plain).fields().forEach(field -> collect(field.type(), found));
        }
    }

    /** In their order. */
    List<Class<?>> types() {
        return List.copyOf(names.keySet());
    }

    String name(Class<?> type) {
        return names.getOrDefault(type, shortName(type));
    }

    /** What a type is, in its own words; empty if it says nothing. */
    static String doc(Class<?> type) {
        Doc doc = type.getAnnotation(Doc.class);
        return doc == null ? "" : doc.value();
    }
}
