package dev.windtunnel.model.yaml;

import dev.windtunnel.model.notation.Tag;
import dev.windtunnel.model.problem.Position;
import dev.windtunnel.model.yaml.RecordShape.Field;
import dev.windtunnel.model.yaml.YamlNode.Entry;
import dev.windtunnel.model.yaml.YamlNode.Mapping;
import dev.windtunnel.model.yaml.YamlNode.Scalar;
import dev.windtunnel.model.yaml.YamlNode.Sequence;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a tree of a record: the way back of {@link Binder}. What equals its default is left out. */
final class RecordTree {

    private static final Position NOWHERE = Position.of("(written by Windtunnel)");

    private RecordTree() {}

    /** The tree from which the binder makes an equal value. */
    static YamlNode of(Type type, Object value) {
        Optional<Type> element = RecordShape.elementType(type);
        if (element.isPresent()) {
            return list(element.get(), (List<?>) value);
        }
        if (!(type instanceof Class<?> plain)) {
            throw new IllegalStateException("no notation for " + type.getTypeName());
        }
        if (Scalars.reader(plain).isPresent()) {
            return new Scalar(NOWHERE, ScalarText.of(value), value instanceof String);
        }
        return new Mapping(NOWHERE, entries(plain, value));
    }

    private static YamlNode list(Type element, List<?> values) {
        if (!(element instanceof Class<?> type) || !RecordShape.isNamed(type)) {
            return new Sequence(
                    NOWHERE, values.stream().map(value -> of(element, value)).toList());
        }
        List<Entry> named = new ArrayList<>();
        for (Object value : values) {
            named.add(new Entry(name(type, value), NOWHERE, new Mapping(NOWHERE, entries(type, value))));
        }
        return new Mapping(NOWHERE, named);
    }

    private static String name(Class<?> type, Object value) {
        List<Field> fields = RecordShape.of(type).fields();
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).isName()) {
                return String.valueOf(component(type, i, value));
            }
        }
        throw new IllegalStateException(type.getName() + " has no name");
    }

    private static List<Entry> entries(Class<?> type, Object value) {
        return RecordShape.isChoice(type) ? chosen(type, value) : components(type, value);
    }

    private static List<Entry> chosen(Class<?> family, Object value) {
        Tag tag = value.getClass().getAnnotation(Tag.class);
        String word = tag == null ? "" : tag.value();
        List<Entry> member = components(value.getClass(), value);
        Optional<String> key = RecordShape.choiceKey(family);
        if (key.isEmpty()) {
            return List.of(entry(word, new Mapping(NOWHERE, member)));
        }
        List<Entry> entries = new ArrayList<>();
        entries.add(entry(key.get(), new Scalar(NOWHERE, word, false)));
        entries.addAll(member);
        return entries;
    }

    private static List<Entry> components(Class<?> type, Object value) {
        List<Entry> entries = new ArrayList<>();
        List<Field> fields = RecordShape.of(type).fields();
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            Object component = component(type, i, value);
            if (field.isName() || component == null) {
                continue;
            }
            if (field.isInline() && field.type() instanceof Class<?> inline) {
                entries.addAll(entries(inline, component));
            } else if (field.defaultText() == null || !component.equals(Binder.ofDefault(field, field.key()))) {
                entries.add(entry(field.key(), of(field.type(), component)));
            }
        }
        return entries;
    }

    private static Entry entry(String key, YamlNode value) {
        return new Entry(key, NOWHERE, value);
    }

    private static @Nullable Object component(Class<?> type, int index, Object value) {
        RecordComponent component = type.getRecordComponents()[index];
        try {
            return component.getAccessor().invoke(value);
        } catch (IllegalAccessException | InvocationTargetException closed) {
            throw new IllegalStateException(
                    "cannot read " + component.getName() + " of " + type.getName() + "\nMaybe it is not public.",
                    closed);
        }
    }
}
