package dev.windtunnel.model.yaml;

import dev.windtunnel.model.problem.InputRejected;
import dev.windtunnel.model.problem.Position;
import dev.windtunnel.model.problem.Problem;
import dev.windtunnel.model.yaml.RecordShape.Field;
import dev.windtunnel.model.yaml.YamlNode.Empty;
import dev.windtunnel.model.yaml.YamlNode.Entry;
import dev.windtunnel.model.yaml.YamlNode.Mapping;
import dev.windtunnel.model.yaml.YamlNode.Scalar;
import dev.windtunnel.model.yaml.YamlNode.Sequence;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Walks a path down a tree beside the types that the tree will become, and puts a value at its end. Where the tree lacks an
 * optional part on the way it begins as that part's default, so that {@code cluster.daemons.cpu=200m} keeps the default memory.
 */
final class OverridePath {

    private final Position position;
    private final YamlNode value;

    OverridePath(Position position, YamlNode value) {
        this.position = position;
        this.value = value;
    }

    /**
     * The tree with the value at the end of the path.
     *
     * @throws InputRejected if the path leads nowhere
     */
    YamlNode set(YamlNode tree, Type type, List<String> path) {
        if (path.isEmpty()) {
            return value;
        }
        Optional<Type> element = RecordShape.elementType(type);
        if (element.isPresent()) {
            return RecordShape.isNamed(element.get())
                    ? inNames(tree, element.get(), path)
                    : inElements(tree, element.get(), path);
        }
        if (!(type instanceof Class<?> plain) || Scalars.reader(plain).isPresent()) {
            throw nowhere("the value before '" + path.getFirst() + "' is a single value and has no keys");
        }
        return RecordShape.isChoice(plain) && RecordShape.choiceKey(plain).isEmpty()
                ? inChoice(tree, plain, path)
                : inRecord(tree, plain, path);
    }

    private YamlNode inNames(YamlNode tree, Type element, List<String> path) {
        String name = path.getFirst();
        Optional<Entry> entry = tree instanceof Mapping names ? names.entry(name) : Optional.empty();
        if (entry.isEmpty()) {
            List<String> names = tree instanceof Mapping mapping ? mapping.keys() : List.of();
            throw unknown(name, names, "names");
        }
        return with(tree, name, set(entry.get().value(), element, rest(path)));
    }

    private YamlNode inElements(YamlNode tree, Type element, List<String> path) {
        List<YamlNode> elements =
                tree instanceof Sequence sequence ? new ArrayList<>(sequence.elements()) : new ArrayList<>();
        String index = path.getFirst();
        int at = index.matches("[0-9]{1,6}") ? Integer.parseInt(index) : -1;
        if (at < 0 || at >= elements.size()) {
            throw nowhere("the list has " + elements.size() + (elements.size() == 1 ? " element" : " elements")
                    + ", counted from 0; there is no '" + index + "'");
        }
        elements.set(at, set(elements.get(at), element, rest(path)));
        return new Sequence(tree.position(), elements);
    }

    private YamlNode inChoice(YamlNode tree, Class<?> family, List<String> path) {
        Map<String, Class<?>> members = RecordShape.members(family);
        String tag = path.getFirst();
        Class<?> member = members.get(tag);
        if (member == null) {
            throw unknown(tag, members.keySet(), "words");
        }
        List<String> written = tree instanceof Mapping mapping ? mapping.keys() : List.of();
        if (!written.isEmpty() && !written.contains(tag)) {
            throw nowhere("the file says " + Advice.list(written) + ", not '" + tag + "'; set the whole of it");
        }
        YamlNode chosen = tree instanceof Mapping mapping
                ? mapping.entry(tag).map(Entry::value).orElse(new Empty(position))
                : new Empty(position);
        return with(tree, tag, set(chosen, member, rest(path)));
    }

    private YamlNode inRecord(YamlNode tree, Class<?> type, List<String> path) {
        String key = path.getFirst();
        List<Field> fields = fields(type, tree);
        boolean isChoiceKey = fields.stream().noneMatch(field -> field.key().equals(key))
                && choiceKeys(type).contains(key);
        if (isChoiceKey) {
            return with(tree, key, set(new Empty(position), String.class, rest(path)));
        }
        Field field = fields.stream()
                .filter(candidate -> candidate.key().equals(key))
                .findFirst()
                .orElseThrow(() -> unknown(key, fields.stream().map(Field::key).toList(), "keys"));
        Optional<YamlNode> written = tree instanceof Mapping mapping
                ? mapping.entry(key).map(Entry::value).filter(node -> !(node instanceof Empty))
                : Optional.empty();
        YamlNode before = written.orElseGet(() ->
                field.defaultText() == null ? new Empty(position) : Relocated.to(position, Binder.defaultNode(field)));
        return with(tree, key, set(before, field.type(), rest(path)));
    }

    /** The keys that a mapping may have, given what it says it is. */
    private static List<Field> fields(Class<?> type, YamlNode tree) {
        if (RecordShape.isChoice(type)) {
            String tag = RecordShape.choiceKey(type)
                    .flatMap(key -> tree instanceof Mapping mapping ? mapping.entry(key) : Optional.empty())
                    .map(entry -> entry.value() instanceof Scalar scalar ? scalar.text() : "")
                    .orElse("");
            Class<?> member = RecordShape.members(type).get(tag);
            return member == null ? List.of() : fields(member, tree);
        }
        RecordShape shape = RecordShape.of(type);
        List<Field> fields = new ArrayList<>(shape.fields().stream()
                .filter(field -> !field.isName() && !field.isInline())
                .toList());
        shape.inline().ifPresent(inline -> {
            if (inline.type() instanceof Class<?> family
                    && Scalars.reader(family).isEmpty()) {
                fields.addAll(fields(family, tree));
            }
        });
        return fields;
    }

    private static List<String> choiceKeys(Class<?> type) {
        if (RecordShape.isChoice(type)) {
            return RecordShape.choiceKey(type).stream().toList();
        }
        return RecordShape.of(type)
                .inline()
                .filter(inline -> inline.type() instanceof Class<?> family && RecordShape.isChoice(family))
                .flatMap(inline -> RecordShape.choiceKey((Class<?>) inline.type()))
                .stream()
                .toList();
    }

    private Mapping with(YamlNode tree, String key, YamlNode child) {
        List<Entry> entries = new ArrayList<>(tree instanceof Mapping mapping ? mapping.entries() : List.of());
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).key().equals(key)) {
                entries.set(i, new Entry(key, entries.get(i).keyPosition(), child));
                return new Mapping(tree.position(), entries);
            }
        }
        entries.add(new Entry(key, position, child));
        return new Mapping(tree instanceof Mapping ? tree.position() : position, entries);
    }

    private static List<String> rest(List<String> path) {
        return path.subList(1, path.size());
    }

    /** There is nothing of this name here. */
    private InputRejected unknown(String name, Collection<String> valid, String kind) {
        return new InputRejected(new Problem(
                position, "", "unknown path: there is no '" + name + "'", Advice.nearest(name, valid, kind), null));
    }

    private InputRejected nowhere(String reason) {
        return new InputRejected(Problem.at(position, "", "unknown path: " + reason));
    }
}
