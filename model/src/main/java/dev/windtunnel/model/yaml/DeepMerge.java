package dev.windtunnel.model.yaml;

import dev.windtunnel.model.yaml.RecordShape.Field;
import dev.windtunnel.model.yaml.YamlNode.Empty;
import dev.windtunnel.model.yaml.YamlNode.Entry;
import dev.windtunnel.model.yaml.YamlNode.Mapping;
import dev.windtunnel.model.yaml.YamlNode.Scalar;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lays one tree over another: mappings are merged key by key, scalars and lists replaced, and a key that is written without a
 * value takes the key below it away. It walks beside the type, because a choice that is made anew replaces the other one:
 * {@code server: {nginx: {}}} over {@code server: {gunicorn: {}}} is not both.
 */
final class DeepMerge {

    /** What becomes of two values that cannot be merged, and who hears of keys that only the lower tree has. */
    interface Rule {

        /** The value that stands, of two of which not both are mappings; the upper one is not empty. */
        default YamlNode collide(String path, Entry below, Entry own) {
            return own.value();
        }

        /** The upper tree says nothing of this path: the lower one's value stands. */
        default void inherit(String path, Entry below) {}

        /** Whether an empty value stays, so that it takes away once more in a later merge. */
        default boolean keepsEmpty(String path) {
            return false;
        }
    }

    private final Rule rule;

    DeepMerge(Rule rule) {
        this.rule = rule;
    }

    /** The upper mapping over the lower one. Positions stay; that of the whole is the upper one's. */
    Mapping lay(Type type, Mapping own, Mapping below, String path) {
        Map<String, Entry> ownByKey = byKey(own);
        Set<String> displaced = displaced(type, own, below);
        Map<String, Entry> merged = new LinkedHashMap<>();
        for (Entry lower : below.entries()) {
            String key = lower.key();
            String child = path.isEmpty() ? key : path + "." + key;
            Entry upper = ownByKey.get(key);
            if (upper == null) {
                if (!displaced.contains(key)) {
                    rule.inherit(child, lower);
                    merged.put(key, lower);
                }
            } else if (!(upper.value() instanceof Empty)) {
                YamlNode value = lower.value() instanceof Mapping under && upper.value() instanceof Mapping over
                        ? lay(under(type, key, own, below), over, under, child)
                        : lower.value() instanceof Empty ? upper.value() : rule.collide(child, lower, upper);
                merged.put(key, new Entry(key, upper.keyPosition(), value));
            } else if (rule.keepsEmpty(child)) {
                merged.put(key, upper);
            }
        }
        Set<String> belowKeys = byKey(below).keySet();
        own.entries().stream()
                .filter(entry -> !belowKeys.contains(entry.key()))
                .forEach(entry -> merged.put(entry.key(), entry));
        return new Mapping(own.position(), List.copyOf(merged.values()));
    }

    private static Map<String, Entry> byKey(Mapping mapping) {
        Map<String, Entry> byKey = new LinkedHashMap<>();
        mapping.entries().forEach(entry -> byKey.put(entry.key(), entry));
        return byKey;
    }

    /** The lower keys that belong to another choice than the one the upper mapping makes. */
    private static Set<String> displaced(Type type, Mapping own, Mapping below) {
        if (!(type instanceof Class<?> plain)) {
            return new LinkedHashSet<>();
        }
        Class<?> family = plain;
        Set<String> beside = new LinkedHashSet<>();
        if (plain.isRecord()) {
            RecordShape shape = RecordShape.of(plain);
            Optional<Field> inline = shape.inline();
            if (inline.isEmpty() || !(inline.get().type() instanceof Class<?> inlined)) {
                return new LinkedHashSet<>();
            }
            family = inlined;
            beside = new LinkedHashSet<>(shape.keys());
        }
        if (!RecordShape.isChoice(family)
                || !chooses(family, own)
                || word(family, own).equals(word(family, below))) {
            return new LinkedHashSet<>();
        }
        Set<String> displaced = new LinkedHashSet<>(below.keys());
        displaced.removeAll(beside);
        return displaced;
    }

    private static boolean chooses(Class<?> family, Mapping mapping) {
        return !word(family, mapping).isEmpty();
    }

    /** The word that chooses a member; empty if the mapping does not choose. */
    private static String word(Class<?> family, Mapping mapping) {
        Optional<String> key = RecordShape.choiceKey(family);
        if (key.isPresent()) {
            return mapping.entry(key.get())
                    .map(Entry::value)
                    .map(value -> value instanceof Scalar scalar ? scalar.text() : "")
                    .orElse("");
        }
        Set<String> words = RecordShape.members(family).keySet();
        return mapping.keys().stream().filter(words::contains).findFirst().orElse("");
    }

    /** The type of what stands under a key; Object where nothing is known of it. */
    private static Type under(Type type, String key, Mapping own, Mapping below) {
        Optional<Type> element = RecordShape.elementType(type);
        if (element.isPresent()) {
            return RecordShape.isNamed(element.get()) ? element.get() : Object.class;
        }
        if (!(type instanceof Class<?> plain)) {
            return Object.class;
        }
        if (RecordShape.isChoice(plain)) {
            String word = chooses(plain, own) ? word(plain, own) : word(plain, below);
            Class<?> member = RecordShape.members(plain).get(word);
            return member == null
                    ? Object.class
                    : RecordShape.choiceKey(plain).isPresent() ? under(member, key, own, below) : member;
        }
        if (!plain.isRecord()) {
            return Object.class;
        }
        RecordShape shape = RecordShape.of(plain);
        return shape.field(key)
                .map(Field::type)
                .or(() -> shape.inline().map(inline -> under(inline.type(), key, own, below)))
                .orElse(Object.class);
    }
}
