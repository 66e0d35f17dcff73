package dev.windtunnel.model.yaml;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The types that a key leads through, by the records that files are read into. */
final class TypesOnKey {

    private final Set<Class<?>> found = new LinkedHashSet<>();

    private TypesOnKey() {}

    /** From the type of a whole file down the keys; what a list or mapping at the end holds is among them. */
    static Set<Class<?>> of(Class<?> file, Place root, List<String> keys) {
        TypesOnKey types = new TypesOnKey();
        types.descend(file, root, keys);
        return types.found;
    }

    private void descend(Type type, Place place, List<String> keys) {
        Optional<Type> element = RecordShape.elementType(type);
        if (element.isPresent()) {
            if (keys.isEmpty()) {
                note(element.get());
            } else {
                descend(element.get(), CoverageTest.child(place, keys.getFirst()), rest(keys));
            }
            return;
        }
        note(type);
        if (keys.isEmpty() || !(type instanceof Class<?> known)) {
            return;
        }
        if (RecordShape.isChoice(known)) {
            choose(known, place, keys);
        } else if (known.isRecord()) {
            RecordShape shape = RecordShape.of(known);
            Place below = CoverageTest.child(place, keys.getFirst());
            shape.field(keys.getFirst())
                    .ifPresentOrElse(field -> descend(field.type(), below, rest(keys)), () -> shape.inline()
                            .ifPresent(inline -> descend(inline.type(), place, keys)));
        }
    }

    private void choose(Class<?> family, Place place, List<String> keys) {
        Optional<String> key = RecordShape.choiceKey(family);
        String word = key.isPresent() ? place.at(key.get()).text().orElse("") : keys.getFirst();
        Class<?> member = RecordShape.members(family).get(word);
        if (member != null) {
            descend(
                    member,
                    key.isPresent() ? place : CoverageTest.child(place, word),
                    key.isPresent() ? keys : rest(keys));
        }
    }

    private void note(Type type) {
        if (type instanceof Class<?> known) {
            found.add(known);
        }
    }

    private static List<String> rest(List<String> keys) {
        return new ArrayList<>(keys).subList(1, keys.size());
    }
}
