package dev.windtunnel.model.yaml;

import dev.windtunnel.model.problem.Position;
import dev.windtunnel.model.yaml.RecordShape.Field;
import dev.windtunnel.model.yaml.YamlNode.Empty;
import dev.windtunnel.model.yaml.YamlNode.Entry;
import dev.windtunnel.model.yaml.YamlNode.Mapping;
import dev.windtunnel.model.yaml.YamlNode.Scalar;
import dev.windtunnel.model.yaml.YamlNode.Sequence;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of a tree. What a record expects it learns from {@link RecordShape}; there is no code per record.
 *
 * <p>Every method returns empty where something was wrong, after reporting it, and goes on with the siblings: the user
 * reads all problems at once.
 */
final class Binder {

    private final Problems problems;

    Binder(Problems problems) {
        this.problems = problems;
    }

    /** The record that a whole file holds. */
    <T> Optional<T> bind(Class<T> type, YamlNode root) {
        return value(type, root, "").map(type::cast);
    }

    /** The list of such records that a file holds. */
    Optional<Object> list(Class<?> element, YamlNode root) {
        return list(element, root, "");
    }

    private Optional<Object> value(Type type, YamlNode node, String path) {
        Optional<Type> element = RecordShape.elementType(type);
        if (element.isPresent()) {
            return list(element.get(), node, path);
        }
        if (!(type instanceof Class<?> plain)) {
            throw new IllegalStateException("no notation for " + type.getTypeName() + " at " + path);
        }
        Optional<Function<String, ?>> reader = Scalars.reader(plain);
        if (reader.isPresent()) {
            return scalar(plain, reader.get(), node, path);
        }
        Optional<Field> onlyValue = onlyValue(plain);
        if (onlyValue.isPresent()) {
            return alone(plain, onlyValue.get(), null, node, path);
        }
        return mapping(plain, node, path).flatMap(mapping -> {
            KeyUse keys = new KeyUse(mapping, path);
            Optional<Object> bound = fromKeys(plain, keys, null);
            keys.report(problems);
            return bound;
        });
    }

    private Optional<Object> scalar(Class<?> type, Function<String, ?> reader, YamlNode node, String path) {
        if (!(node instanceof Scalar scalar)) {
            problems.add(node.position(), path, "expected " + Scalars.expected(type) + ", found " + node.describe());
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(scalar.text()));
        } catch (IllegalArgumentException objection) {
            problems.add(scalar.position(), path, String.valueOf(objection.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<Object> list(Type element, YamlNode node, String path) {
        if (element instanceof Class<?> type && RecordShape.isNamed(type)) {
            return named(type, node, path);
        }
        if (!(node instanceof Sequence sequence)) {
            problems.add(node.position(), path, "expected a list, found " + node.describe());
            return Optional.empty();
        }
        List<Object> bound = new ArrayList<>();
        for (int i = 0; i < sequence.elements().size(); i++) {
            value(element, sequence.elements().get(i), child(path, Integer.toString(i)))
                    .ifPresent(bound::add);
        }
        return bound.size() == sequence.elements().size() ? Optional.of(bound) : Optional.empty();
    }

    private Optional<Object> named(Class<?> element, YamlNode node, String path) {
        if (!(node instanceof Mapping names)) {
            problems.add(node.position(), path, "expected a mapping from name to the rest, found " + node.describe());
            return Optional.empty();
        }
        List<Object> bound = new ArrayList<>();
        for (Entry entry : names.entries()) {
            String entryPath = child(path, entry.key());
            if (entry.key().isBlank()) {
                problems.add(entry.keyPosition(), path, "a name is not empty");
                continue;
            }
            Optional<Field> onlyValue = onlyValue(element);
            if (onlyValue.isPresent()) {
                alone(element, onlyValue.get(), entry.key(), entry.value(), entryPath)
                        .ifPresent(bound::add);
                continue;
            }
            mapping(element, entry.value(), entryPath).ifPresent(mapping -> {
                KeyUse keys = new KeyUse(mapping, entryPath);
                record(RecordShape.of(element), keys, entry.key()).ifPresent(bound::add);
                keys.report(problems);
            });
        }
        return bound.size() == names.entries().size() ? Optional.of(bound) : Optional.empty();
    }

    private static Optional<Field> onlyValue(Class<?> type) {
        return type.isRecord() ? RecordShape.of(type).onlyValue() : Optional.empty();
    }

    /** A record of a single value, and perhaps a name, which stands as that value. */
    private Optional<Object> alone(Class<?> type, Field onlyValue, @Nullable String name, YamlNode node, String path) {
        RecordShape shape = RecordShape.of(type);
        return value(onlyValue.type(), node, path).flatMap(value -> {
            @Nullable Object[] values = shape.fields().stream()
                    .map(field -> field.isName() ? name : value)
                    .toArray();
            try {
                return Optional.of(shape.construct(values));
            } catch (IllegalArgumentException objection) {
                problems.add(node.position(), path, String.valueOf(objection.getMessage()));
                return Optional.empty();
            }
        });
    }

    /** A key without a value is a mapping without keys: the keys that are needed are then named one by one. */
    private Optional<Mapping> mapping(Class<?> type, YamlNode node, String path) {
        if (node instanceof Mapping mapping) {
            return Optional.of(mapping);
        }
        if (node instanceof Empty) {
            return Optional.of(new Mapping(node.position(), List.of()));
        }
        problems.add(
                node.position(),
                path,
                "expected a mapping, found " + node.describe(),
                "valid keys: " + String.join(", ", keysOf(type)));
        return Optional.empty();
    }

    private static List<String> keysOf(Class<?> type) {
        if (RecordShape.isChoice(type)) {
            return RecordShape.choiceKey(type)
                    .map(List::of)
                    .orElseGet(() -> List.copyOf(RecordShape.members(type).keySet()));
        }
        return RecordShape.of(type).keys();
    }

    private Optional<Object> fromKeys(Class<?> type, KeyUse keys, @Nullable String name) {
        if (!RecordShape.isChoice(type)) {
            return record(RecordShape.of(type), keys, name);
        }
        Optional<String> key = RecordShape.choiceKey(type);
        return key.isPresent() ? chosenByValue(type, key.get(), keys) : chosenByKey(type, keys);
    }

    private Optional<Object> chosenByValue(Class<?> family, String key, KeyUse keys) {
        Map<String, Class<?>> members = RecordShape.members(family);
        Optional<Entry> entry = keys.take(key);
        String tag = entry.isPresent() && entry.get().value() instanceof Scalar scalar ? scalar.text() : "";
        Class<?> member = members.get(tag);
        if (member != null) {
            return record(RecordShape.of(member), keys, null);
        }
        keys.leaveOpen();
        Position position = entry.isPresent()
                ? entry.get().value().position()
                : keys.mapping().position();
        String message = entry.isPresent()
                ? "expected one of " + String.join(", ", members.keySet()) + ", found "
                        + entry.get().value().describe()
                : "missing key '" + key + "', which says what it is: one of " + String.join(", ", members.keySet());
        problems.add(
                position,
                entry.isPresent() ? keys.pathOf(key) : keys.path(),
                message,
                tag.isEmpty() ? null : Advice.nearest(tag, members.keySet(), "words"));
        return Optional.empty();
    }

    private Optional<Object> chosenByKey(Class<?> family, KeyUse keys) {
        Map<String, Class<?>> members = RecordShape.members(family);
        List<Entry> chosen = members.keySet().stream()
                .flatMap(tag -> keys.take(tag).stream())
                .toList();
        if (chosen.size() == 1) {
            Entry only = chosen.getFirst();
            Class<?> member = members.get(only.key());
            return member == null ? Optional.empty() : value(member, only.value(), keys.pathOf(only.key()));
        }
        if (chosen.size() > 1 || keys.mapping().entries().isEmpty()) {
            problems.add(
                    chosen.isEmpty()
                            ? keys.mapping().position()
                            : chosen.getLast().keyPosition(),
                    keys.path(),
                    "expected exactly one of " + String.join(", ", members.keySet()) + ", found "
                            + (chosen.isEmpty()
                                    ? "none"
                                    : Advice.list(
                                            chosen.stream().map(Entry::key).toList())));
        }
        return Optional.empty();
    }

    private Optional<Object> record(RecordShape shape, KeyUse keys, @Nullable String name) {
        @Nullable Object[] values = new @Nullable Object[shape.fields().size()];
        boolean isComplete = true;
        for (int i = 0; i < values.length; i++) {
            Field field = shape.fields().get(i);
            Optional<Object> value = field.isName() ? Optional.ofNullable(name) : component(field, keys);
            boolean mayBeAbsent = field.isNullable() && !isWritten(field, keys);
            isComplete &= value.isPresent() || mayBeAbsent;
            values[i] = value.orElse(null);
        }
        return isComplete ? construct(shape, keys, values) : Optional.empty();
    }

    private Optional<Object> component(Field field, KeyUse keys) {
        if (field.isInline() && field.type() instanceof Class<?> type) {
            return fromKeys(type, keys, null);
        }
        Optional<Entry> entry = keys.take(field.key());
        if (entry.isPresent() && isWritten(field, keys)) {
            return value(field.type(), entry.get().value(), keys.pathOf(field.key()));
        }
        if (field.defaultText() != null) {
            return Optional.of(ofDefault(field, keys.pathOf(field.key())));
        }
        if (!field.isNullable()) {
            entry.ifPresentOrElse(
                    valueless -> problems.add(
                            valueless.keyPosition(),
                            keys.pathOf(field.key()),
                            "key '" + field.key() + "' has no value",
                            field.doc().isEmpty() ? null : "it says: " + field.doc()),
                    () -> keys.miss(field));
        }
        return Optional.empty();
    }

    /** A key whose value is left empty counts as not written. */
    private static boolean isWritten(Field field, KeyUse keys) {
        return keys.mapping()
                .entry(field.key())
                .filter(entry -> !(entry.value() instanceof Empty))
                .isPresent();
    }

    /** The value of a key that is not written. */
    static Object ofDefault(Field field, String path) {
        Problems none = new Problems();
        Optional<Object> value = new Binder(none).value(field.type(), defaultNode(field), path);
        none.throwIfAny();
        return value.orElseThrow(() -> new IllegalStateException("the default of " + path + " gives no value"));
    }

    /** A default as a tree. */
    static YamlNode defaultNode(Field field) {
        String text = String.valueOf(field.defaultText());
        Problems none = new Problems();
        YamlNode node = YamlParser.parse(new SourceText("default of " + field.key(), text), none)
                .orElseThrow(() -> new IllegalStateException("default '" + text + "' of " + field.key()));
        none.throwIfAny();
        return node;
    }

    /** A constructor that objects begins its message with the key it objects to, where it is one. */
    private Optional<Object> construct(RecordShape shape, KeyUse keys, @Nullable Object[] values) {
        try {
            return Optional.of(shape.construct(values));
        } catch (IllegalArgumentException objection) {
            String message = String.valueOf(objection.getMessage());
            String[] blamed = message.split("[ ,:]", 2)[0].split("\\.", -1);
            Position position = keys.mapping().position();
            String path = keys.path();
            YamlNode node = keys.mapping();
            for (String key : blamed) {
                Optional<Entry> entry = node instanceof Mapping mapping ? mapping.entry(key) : Optional.<Entry>empty();
                if (entry.isEmpty()) {
                    break;
                }
                node = entry.get().value();
                position = node.position();
                path = child(path, key);
            }
            problems.add(position, path, message);
            return Optional.empty();
        }
    }

    private static String child(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
